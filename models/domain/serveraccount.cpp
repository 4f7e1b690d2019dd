// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/serveraccount.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct AccountText {
    Q_DECLARE_TR_FUNCTIONS(AccountText)
};

QString signInName(SignIn signIn)
{
    switch (signIn) {
    case SignIn::None: return u"none"_s;
    case SignIn::Password: return u"password"_s;
    case SignIn::Token: return u"token"_s;
    case SignIn::Environment: return u"environment"_s;
    }
    return {};
}

QString proxyUseName(ProxyUse use)
{
    switch (use) {
    case ProxyUse::System: return u"system"_s;
    case ProxyUse::None: return u"none"_s;
    case ProxyUse::Own: return u"own"_s;
    }
    return {};
}

ServerProxy proxyFrom(const QVariantMap &map)
{
    ServerProxy proxy;
    for (const ProxyUse use : {ProxyUse::None, ProxyUse::Own})
        if (map.value(u"proxy"_s).toString() == proxyUseName(use))
            proxy.use = use;
    if (proxy.use != ProxyUse::Own)
        return proxy;
    proxy.address = proxyAddress(map.value(u"proxyAddress"_s).toString());
    proxy.user = map.value(u"proxyUser"_s).toString();
    return proxy;
}

} // namespace

Credentials ServerAccount::credentials(const QString &secret) const
{
    switch (signIn) {
    case SignIn::Password: return {user, secret, {}};
    case SignIn::Token: return {{}, {}, secret};
    case SignIn::None:
    case SignIn::Environment: break;
    }
    return {};
}

QVariantMap ServerAccount::toMap() const
{
    QVariantMap map{{u"signIn"_s, signInName(signIn)}, {u"user"_s, user}, {u"keepsSecret"_s, keepsSecret}, {u"authorities"_s, QString::fromLatin1(authorities)},
                    {u"proxy"_s, proxyUseName(proxy.use)}};
    if (proxy.use == ProxyUse::Own) {
        map.insert(u"proxyAddress"_s, proxy.address);
        map.insert(u"proxyUser"_s, proxy.user);
    }
    return map;
}

ServerAccount ServerAccount::fromMap(const QVariantMap &map)
{
    ServerAccount account;
    for (const SignIn signIn : {SignIn::Password, SignIn::Token, SignIn::Environment})
        if (map.value(u"signIn"_s).toString() == signInName(signIn))
            account.signIn = signIn;
    account.user = map.value(u"user"_s).toString();
    account.keepsSecret = map.value(u"keepsSecret"_s, true).toBool();
    account.authorities = map.value(u"authorities"_s).toString().toLatin1();
    account.proxy = proxyFrom(map);
    return account;
}

QString originText(const QString &address)
{
    QUrl url(address.trimmed());
    if ((url.scheme() == "https"_L1 && url.port() == 443) || (url.scheme() == "http"_L1 && url.port() == 80))
        url.setPort(-1);
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

QString secretKey(const QString &address, const ServerAccount &account)
{
    return originText(address) + (account.signIn == SignIn::Password ? u"/user/"_s + account.user : u"/token"_s);
}

QString secretKey(const ServerProxy &proxy)
{
    return "proxy/"_L1 + proxy.address + u"/user/"_s + proxy.user;
}

QString proxyAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isKnown = scheme == "http"_L1 || scheme == "https"_L1 || scheme == "socks5"_L1 || scheme == "socks5h"_L1;
    const bool isPlain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() && (url.path().isEmpty() || url.path() == "/"_L1);
    if (!url.isValid() || !isKnown || !isPlain || url.host().isEmpty())
        return {};
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveUserInfo).toString();
}

Error missingSecret(const QString &address, const ServerAccount &account, const QString &why)
{
    const QString text = account.signIn == SignIn::Token ? AccountText::tr("The token for %1 is missing, so nothing was sent.").arg(originText(address))
                                                         : AccountText::tr("The password of %1 for %2 is missing, so nothing was sent.").arg(account.user, originText(address));
    return {ErrorCode::AccessDenied, (text + u' ' + why).trimmed(), {}};
}

Error missingSecret(const ServerProxy &proxy, const QString &why)
{
    return {ErrorCode::AccessDenied, (AccountText::tr("The password of %1 for the proxy %2 is missing, so nothing was sent.").arg(proxy.user, proxy.address) + u' ' + why).trimmed(), {}};
}

// Addresses hold characters that mean something in keys.
QString accountGroup(const QString &address)
{
    return "server-"_L1 + QString::fromLatin1(QCryptographicHash::hash(originText(address).toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

} // namespace Assay
