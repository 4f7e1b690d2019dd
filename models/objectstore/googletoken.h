// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/net/httpserver.h"
#include "models/objectstore/objectenvironment.h"

namespace Assay {

// What Google Cloud Storage is asked with.
struct GoogleSettings {
    QUrl endpoint = QUrl(QStringLiteral("https://storage.googleapis.com"));
    QString token; // for about an hour; empty: requests are made without (CLOUDSDK_AUTH_DISABLE_CREDENTIALS, STORAGE_EMULATOR_HOST)
};

// A token that is set (CLOUDSDK_AUTH_ACCESS_TOKEN, GOOGLE_OAUTH_ACCESS_TOKEN), or one that is got for the application default credentials:
// the file of GOOGLE_APPLICATION_CREDENTIALS or of "gcloud auth application-default login", of a person or of a service account. Asks
// the address that stands in that file. AccessDenied, with what can be done, where there is nothing; other kinds of files are told.
Result<GoogleSettings> googleSettings(const ObjectEnvironment &environment, const HttpLimits &limits, Job &job);

// A signed claim (JWT, RS256) of a service account: `key` in PEM, `now` in seconds since 1970. InvalidArgument for a key that is none.
Result<QByteArray> serviceAssertion(const QString &account, const QByteArray &key, const QString &audience, qint64 now);

} // namespace Assay
