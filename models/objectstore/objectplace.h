// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Assay {

// A place in an object store, as MLflow records it.
struct ObjectPlace {
    enum class Kind { S3, Gcs, Azure };

    Kind kind = Kind::S3;
    QString bucket;  // of Azure: the container
    QString account; // of Azure alone
    QString domain;  // of Azure alone: what stands behind the account, without ".blob." or ".dfs.": "core.windows.net"
    QString prefix;  // without slashes around it; empty: all of the bucket

    friend bool operator==(const ObjectPlace &, const ObjectPlace &) = default;
};

// Out of s3://bucket/prefix, gs://bucket/prefix, wasbs://container@account.blob.core.windows.net/prefix and abfss://…@….dfs.…; nothing for
// anything else. Nothing in it is decoded: MLflow does not encode it.
std::optional<ObjectPlace> objectPlace(const QString &uri);

// Whether it is the path of a file or folder below a prefix: no empty part, no "." or "..", no NUL.
bool isPlainKey(const QString &path);
QString joinedKey(const QString &prefix, const QString &path);

// As it stands in an address that is signed: everything but letters, digits and -._~ in percents; slashes too unless they are kept.
QByteArray percentEncoded(const QString &text, bool keepSlashes);

} // namespace Assay
