// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpserver.h"
#include "models/store/storeformat.h"

#include <QProcessEnvironment>

namespace Assay::MlflowServer {

// The server at an address, with what people have set for MLflow in the environment: MLFLOW_TRACKING_USERNAME and _PASSWORD,
// else MLFLOW_TRACKING_TOKEN; MLFLOW_TRACKING_SERVER_CERT_PATH; MLFLOW_WORKSPACE. Where MLFLOW_TRACKING_URI names another
// origin, these are that one's and not sent. What `options` hold comes before. Refused with MLFLOW_TRACKING_INSECURE_TLS, as
// certificates are always looked at.
Result<HttpServer> serverFromEnvironment(const QString &address, const OpenOptions &options, const QProcessEnvironment &environment);

} // namespace Assay::MlflowServer
