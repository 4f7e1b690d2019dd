// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpserver.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct HttpServerText {
    Q_DECLARE_TR_FUNCTIONS(HttpServerText)
};

} // namespace

QString withoutSecrets(QString text, const Credentials &credentials)
{
    const QByteArray pair = (credentials.user + u':' + credentials.password).toUtf8();
    for (const QString &secret : {credentials.password, credentials.token, QString::fromLatin1(pair.toBase64())})
        if (!secret.isEmpty() && secret != "Og=="_L1) // of none at all
            text.replace(secret, u"…"_s);
    return text;
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isLoopback(const QUrl &url)
{
    // A name may begin with 127. as well.
    static const QRegularExpression ofFour(u"^127(\\.[0-9]{1,3}){3}$"_s);
    const QString host = url.host();
    return host == "localhost"_L1 || host == "::1"_L1 || ofFour.match(host).hasMatch();
}

QString hostText(const QUrl &url)
{
    return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
}

Result<HttpServer> httpServer(const QString &address)
{
    QUrl url(address.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1) || url.host().isEmpty())
        return Error{ErrorCode::InvalidArgument, HttpServerText::tr("The address of a server is written https://host/path."), {}};
    if (url.hasQuery() || url.hasFragment())
        return Error{ErrorCode::InvalidArgument, HttpServerText::tr("The address of a server ends with its path; ? and # mean nothing there."), {}};
    HttpServer server;
    server.credentials.user = url.userName(QUrl::FullyDecoded);
    server.credentials.password = url.password(QUrl::FullyDecoded);
    url.setUserInfo({});
    url = url.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
    if (url.path() == "/"_L1)
        url.setPath({});
    server.base = url;
    return server;
}

} // namespace Assay
