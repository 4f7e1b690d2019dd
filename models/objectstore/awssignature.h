// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"

#include <QDateTime>

namespace Assay {

struct AwsKey {
    QByteArray id;
    QByteArray secret;       // stays here
    QByteArray sessionToken; // that goes with a key that is for a while; else empty
    QByteArray region;
};

// The headers that sign a GET for S3 (AWS Signature Version 4): `host` as it is sent, with a port that is not the usual one. The
// request's target has its query in the order of its names, everything in it and in its path encoded.
QList<std::pair<QByteArray, QByteArray>> awsSignature(const AwsKey &key, const QByteArray &host, const HttpRequest &request, const QDateTime &now);

} // namespace Assay
