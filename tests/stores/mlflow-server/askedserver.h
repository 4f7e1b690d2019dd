// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stores/mlflow-server/serverstore.h"
#include "tests/support/faultserver.h"

namespace Assay::Testing {

inline constexpr char Canary[] = "canary-5be0";

inline Result<std::unique_ptr<StoreBackend>> openAt(const FaultServer &server)
{
    HttpServer with = *httpServer(server.url());
    with.credentials.token = QString::fromLatin1(Canary);
    SilentJob job;
    return MlflowServer::ServerStore::open(with, job);
}

// What runs/get says of TheRun, with these as its latest metrics.
inline QByteArray runJson(const QByteArray &metrics)
{
    return R"({"run": {"info": {"run_id": "r", "experiment_id": "1", "artifact_uri": "s3://b/r"}, "data": {"metrics": [)" + metrics + "]}}}";
}

inline const RunRef TheRun{ExperimentId(QStringLiteral("1")), RunId(QStringLiteral("r"))};

} // namespace Assay::Testing
