// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpserver.h"
#include "models/store/storeformat.h"

#include <QProcessEnvironment>

namespace Assay::MlflowServer {

// The server at an address, with what people have set for MLflow in the environment: MLFLOW_TRACKING_USERNAME and _PASSWORD,
// else MLFLOW_TRACKING_TOKEN; MLFLOW_TRACKING_SERVER_CERT_PATH; MLFLOW_WORKSPACE. Where MLFLOW_TRACKING_URI names another
// origin, these are that one's and not sent. Where it names none, as MLflow's own client needs it, credentials go to this server only
// if somebody said so (OpenOptions::takesEnvironment): the address may be another's. What `options` hold comes before. Refused with
// MLFLOW_TRACKING_INSECURE_TLS, as certificates are always looked at.
Result<HttpServer> serverFromEnvironment(const QString &address, const OpenOptions &options, const QProcessEnvironment &environment);

// Whether it holds credentials that are meant for this server. Opens no file, like the next one: forms ask while somebody types.
bool hasCredentials(const QString &address, const QProcessEnvironment &environment);
// The variable with the user or the token that goes to a server only if somebody says so. Empty: there is none.
QString freeCredentials(const QString &address, const QProcessEnvironment &environment);

} // namespace Assay::MlflowServer
