// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverenvironment.h"

#include "models/stores/mlflow-server/words.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

constexpr qint64 MostCertificateBytes = 4 << 20;

enum class Meant { Here, Elsewhere, Unknown };

Meant meantFor(const QUrl &base, const QProcessEnvironment &environment)
{
    const QString tracking = environment.value(u"MLFLOW_TRACKING_URI"_s);
    const Result<HttpServer> named = httpServer(tracking);
    if (named)
        return isSameOrigin(named->base, base) ? Meant::Here : Meant::Elsewhere;
    const bool isFolder = !tracking.contains("://"_L1) || tracking.startsWith("file:"_L1); // says nothing about servers
    return isFolder ? Meant::Unknown : Meant::Elsewhere;
}

Credentials credentialsIn(const QProcessEnvironment &environment)
{
    Credentials found{environment.value(u"MLFLOW_TRACKING_USERNAME"_s), environment.value(u"MLFLOW_TRACKING_PASSWORD"_s),
                      environment.value(u"MLFLOW_TRACKING_TOKEN"_s)};
    // MLflow takes the token unless both of these are there.
    if (found.password.isEmpty())
        found.user.clear();
    return found;
}

Result<QByteArray> certificates(const QString &path)
{
    QFile file(path);
    // Opening a pipe would wait for somebody who writes.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > MostCertificateBytes)
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
    if (options.refusal)
        return *options.refusal;
    server->proxy = options.proxy;
    server->proxyPassword = options.proxyPassword;
    if (!options.credentials.isEmpty())
        server->credentials = options.credentials;
    if (server->base.scheme() == "https"_L1)
        server->authorities = options.authorities;
    const Meant meant = meantFor(server->base, environment);
    if (meant == Meant::Elsewhere)
        return server;
    if (server->base.scheme() == "https"_L1 && server->authorities.isEmpty() && isYes(environment.value(u"MLFLOW_TRACKING_INSECURE_TLS"_s)))
        return Error{ErrorCode::Refused,
                     Words::tr("MLFLOW_TRACKING_INSECURE_TLS asks not to look at certificates, which is always done here. "
                               "Name the server's own authority in MLFLOW_TRACKING_SERVER_CERT_PATH instead."),
                     {}};
    if (server->credentials.isEmpty() && (meant == Meant::Here || options.takesEnvironment))
        server->credentials = credentialsIn(environment);
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

bool hasCredentials(const QString &address, const QProcessEnvironment &environment)
{
    const Result<HttpServer> server = httpServer(address);
    return server && meantFor(server->base, environment) == Meant::Here && !credentialsIn(environment).isEmpty();
}

QString freeCredentials(const QString &address, const QProcessEnvironment &environment)
{
    const Result<HttpServer> server = httpServer(address);
    if (!server || meantFor(server->base, environment) != Meant::Unknown)
        return {};
    const Credentials found = credentialsIn(environment);
    if (found.isEmpty())
        return {};
    return found.user.isEmpty() ? u"MLFLOW_TRACKING_TOKEN"_s : u"MLFLOW_TRACKING_USERNAME"_s;
}

} // namespace Assay::MlflowServer
