// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpserver.h"
#include "models/objectstore/objectenvironment.h"

namespace Assay {

// What AWS's own tools would use for S3, and MLflow with them.
struct AwsSettings {
    enum class Addressing { Automatic, Path, Virtual };

    Credentials credentials; // user: the key's id, password: the key; empty: requests are made without (AWS_NO_SIGN_REQUEST)
    QByteArray sessionToken;
    QString region = QStringLiteral("us-east-1"); // where none is said: the one that every bucket can be found from
    QUrl endpoint;           // empty: Amazon's own
    QByteArray authorities;  // PEM
    Addressing addressing = Addressing::Automatic;
};

// Variables first (AWS_ACCESS_KEY_ID …, MLFLOW_S3_ENDPOINT_URL), then the profile of AWS_PROFILE, or "default", in ~/.aws/credentials
// and ~/.aws/config. AccessDenied, with what can be done about it, where there are no credentials that can be used: profiles that get
// theirs from a program, a role or a sign-in on the web are told, not followed. Refused: where certificates would not be looked at.
Result<AwsSettings> awsSettings(const ObjectEnvironment &environment);

} // namespace Assay
