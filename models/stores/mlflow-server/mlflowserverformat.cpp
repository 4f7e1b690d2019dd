// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverdiagnosis.h"
#include "models/stores/mlflow-server/serverenvironment.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "models/stores/mlflow-server/words.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace MlflowServer {

namespace {

class ServerFormat final : public StoreFormat
{
public:
    QString id() const override { return u"mlflow-server"_s; }
    QString displayName() const override { return Words::tr("MLflow tracking server"); }
    bool takesAddress(const QString &scheme) const override { return scheme == "http"_L1 || scheme == "https"_L1; }

    bool isRemote() const override { return true; }

    // Whether a server answers there is found out when it is opened: this is one question less for it.
    StoreProbe probe(const QString &address, Job &) const override
    {
        const Result<HttpServer> server = httpServer(address);
        if (!server)
            return {{}, server.error().message};
        // Locations are remembered and shown.
        if (!server->credentials.isEmpty() || !QUrl(address).userInfo().isEmpty())
            return {{}, Words::tr("An address must not hold a user or a password. They are taken from MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.")};
        return {{{id(), server->base.toString(), false}}, {}};
    }

    Result<std::unique_ptr<StoreBackend>> open(const QString &location, const OpenOptions &options, Job &job) const override
    {
        Result<HttpServer> server = serverFromEnvironment(location, options, QProcessEnvironment::systemEnvironment());
        if (!server)
            return server.error();
        return ServerStore::open(std::move(*server), job);
    }

    bool takesToken() const override { return true; }

    bool hasCredentials(const QString &location) const override
    {
        const Result<HttpServer> server = serverFromEnvironment(location, {}, QProcessEnvironment::systemEnvironment());
        return server && !server->credentials.isEmpty();
    }

    void check(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const override
    {
        const Result<HttpServer> server = serverFromEnvironment(location, options, QProcessEnvironment::systemEnvironment());
        if (!server) {
            CheckStep step{CheckStep::Kind::Name, CheckStep::State::Failed, server.error().message};
            step.error = server.error().code;
            tell(step);
        } else if (checkAnswer(*server, tell, job)) {
            checkStore(location, options, tell, job);
        }
    }
};

} // namespace

} // namespace MlflowServer

std::unique_ptr<StoreFormat> makeMlflowServer()
{
    return std::make_unique<MlflowServer::ServerFormat>();
}

} // namespace Assay
