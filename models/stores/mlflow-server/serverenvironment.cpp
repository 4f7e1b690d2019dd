// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverenvironment.h"

#include "models/stores/mlflow-server/words.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

constexpr qint64 MostCertificateBytes = 4 << 20;

bool isMeant(const QUrl &base, const QProcessEnvironment &environment)
{
    const QString tracking = environment.value(u"MLFLOW_TRACKING_URI"_s);
    const Result<HttpServer> named = httpServer(tracking);
    if (!named)
        return !tracking.contains("://"_L1) || tracking.startsWith("file:"_L1); // of a folder: says nothing about servers
    return isSameOrigin(named->base, base);
}

Result<QByteArray> certificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MostCertificateBytes)
        return Error{ErrorCode::Unreadable, Words::tr("The certificates of MLFLOW_TRACKING_SERVER_CERT_PATH cannot be read: %1").arg(path), file.errorString()};
    return file.readAll();
}

bool isYes(const QString &text)
{
    return text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1;
}

} // namespace

Result<HttpServer> serverFromEnvironment(const QString &address, const OpenOptions &options, const QProcessEnvironment &environment)
{
    Result<HttpServer> server = httpServer(address);
    if (!server)
        return server;
    if (!options.credentials.isEmpty())
        server->credentials = options.credentials;
    if (server->base.scheme() == "https"_L1)
        server->authorities = options.authorities;
    if (!isMeant(server->base, environment))
        return server;
    if (server->base.scheme() == "https"_L1 && server->authorities.isEmpty() && isYes(environment.value(u"MLFLOW_TRACKING_INSECURE_TLS"_s)))
        return Error{ErrorCode::Refused,
                     Words::tr("MLFLOW_TRACKING_INSECURE_TLS asks not to look at certificates, which is always done here. "
                               "Name the server's own authority in MLFLOW_TRACKING_SERVER_CERT_PATH instead."),
                     {}};
    if (server->credentials.isEmpty()) {
        server->credentials = {environment.value(u"MLFLOW_TRACKING_USERNAME"_s), environment.value(u"MLFLOW_TRACKING_PASSWORD"_s),
                               environment.value(u"MLFLOW_TRACKING_TOKEN"_s)};
        // MLflow takes the token unless both of these are there.
        if (server->credentials.password.isEmpty())
            server->credentials.user.clear();
    }
    if (const QString workspace = environment.value(u"MLFLOW_WORKSPACE"_s); !workspace.isEmpty()) {
        if (std::ranges::any_of(workspace, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }))
            return Error{ErrorCode::InvalidArgument, Words::tr("MLFLOW_WORKSPACE holds a character that no name has."), {}};
        server->headers.append(std::pair(QByteArray("X-MLFLOW-WORKSPACE"), workspace.toUtf8()));
    }
    const QString path = environment.value(u"MLFLOW_TRACKING_SERVER_CERT_PATH"_s);
    if (!path.isEmpty() && server->authorities.isEmpty() && server->base.scheme() == "https"_L1) {
        const Result<QByteArray> pem = certificates(path);
        if (!pem)
            return pem.error();
        server->authorities = *pem;
    }
    return server;
}

} // namespace Assay::MlflowServer
