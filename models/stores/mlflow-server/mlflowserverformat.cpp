// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverdiagnosis.h"
#include "models/stores/mlflow-server/serverenvironment.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "models/stores/mlflow-server/words.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Assay {

namespace MlflowServer {

namespace {

constexpr HttpLimits OneAttempt{.connecting = std::chrono::seconds(3), .deadline = std::chrono::seconds(5), .retries = 0};

// Tells tokens apart without telling them.
QString fingerprint(const QString &token)
{
    return token.isEmpty() ? QString() : QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

// To whom wants to know who asks, something could be said.
CheckSink tellOfEnvironment(const QString &location, const Credentials &sent, const CheckSink &tell)
{
    const QString variable = freeCredentials(location, QProcessEnvironment::systemEnvironment());
    if (variable.isEmpty() || !sent.isEmpty())
        return tell;
    return [variable, tell](CheckStep step) {
        if (step.error == ErrorCode::AccessDenied && step.kind != CheckStep::Kind::Proxy)
            step.advice += u' ' + Words::tr("What %1 holds was not sent, as no MLFLOW_TRACKING_URI says for which server it is: choose it to have it sent to this one.").arg(variable);
        tell(step);
    };
}

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
            return {{}, Words::tr("An address must not hold a user or a password. Give them where you sign in, or in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.")};
        return {{{id(), server->base.toString(), false}}, {}};
    }

    Result<std::unique_ptr<StoreBackend>> open(const QString &location, const OpenOptions &options, Job &job) const override
    {
        Result<HttpServer> server = serverFromEnvironment(location, options, QProcessEnvironment::systemEnvironment());
        if (!server)
            return server.error();
        if (options.isImpatient) {
            if (auto quick = ServerStore::open(*server, {OneAttempt, {}}, job); !quick)
                return quick.error();
        }
        return ServerStore::open(std::move(*server), job);
    }

    bool takesToken() const override { return true; }
    bool takesProxy() const override { return true; }

    QString freeCredentials(const QString &location) const override
    {
        return MlflowServer::freeCredentials(location, QProcessEnvironment::systemEnvironment());
    }

    bool hasCredentials(const QString &location) const override
    {
        return MlflowServer::hasCredentials(location, QProcessEnvironment::systemEnvironment());
    }

    void check(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const override
    {
        const Result<HttpServer> server = serverFromEnvironment(location, options, QProcessEnvironment::systemEnvironment());
        if (!server) {
            CheckStep step{CheckStep::Kind::Name, CheckStep::State::Failed, server.error().message};
            step.error = server.error().code;
            tell(step);
        } else if (checkAnswer(*server, tellOfEnvironment(location, server->credentials, tell), job)) {
            checkStore(location, options, tell, job);
        }
    }

    QString account(const QString &location, const OpenOptions &options) const override
    {
        const Result<HttpServer> server = serverFromEnvironment(location, options, QProcessEnvironment::systemEnvironment());
        if (!server)
            return options.credentials.user;
        const Credentials &credentials = server->credentials;
        QStringList parts{credentials.user.isEmpty() ? fingerprint(credentials.token) : credentials.user};
        for (const auto &[name, value] : server->headers)
            parts.append(QString::fromUtf8(value)); // the workspace
        return parts.join(u'@');
    }
};

} // namespace

} // namespace MlflowServer

std::unique_ptr<StoreFormat> makeMlflowServer()
{
    return std::make_unique<MlflowServer::ServerFormat>();
}

} // namespace Assay
