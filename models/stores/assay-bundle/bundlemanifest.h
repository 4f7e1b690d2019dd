// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/storebackend.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Assay {

// One file of a bundle that the manifest vouches for.
struct BundlePart {
    QString path;
    qint64 size = 0;
    QByteArray sha256; // hexadecimal
};

// manifest.json of a bundle. Artifacts are vouched for by store.sqlite, which has the SHA-256 of each.
struct BundleManifest {
    static constexpr int FormatVersion = 1;

    QString created;   // ISO 8601, UTC
    QString createdBy; // "Assay 1.0"
    StoreInfo source;  // formatId, location, version: of the store, also when the runs were copied out of a bundle
    QString copiedFrom; // the file name of that bundle; empty when they were copied out of the store itself
    qint64 experiments = 0, runs = 0, files = 0;
    bool hasHistories = false;
    QList<BundlePart> parts;

    const BundlePart *part(const QString &path) const;

    QByteArray toJson() const;
    // Unsupported for a newer format; Damaged for what is no manifest.
    static Result<BundleManifest> fromJson(const QByteArray &json);
};

// The names of what a bundle is made of.
namespace BundleName {
inline constexpr QLatin1StringView Suffix{".assay"};
inline constexpr QLatin1StringView MimeType{"application/x-assay-bundle"};
inline constexpr QLatin1StringView Mime{"mimetype"}; // first in the zip and not compressed, so that it is known by its first bytes
inline constexpr QLatin1StringView Manifest{"manifest.json"};
inline constexpr QLatin1StringView Readme{"README.txt"};
inline constexpr QLatin1StringView Store{"store.sqlite"};
inline constexpr QLatin1StringView Histories{"histories.sqlite"};
} // namespace BundleName

} // namespace Assay
