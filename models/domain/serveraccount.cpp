// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/serveraccount.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

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
    return {{u"signIn"_s, signInName(signIn)}, {u"user"_s, user}, {u"keepsSecret"_s, keepsSecret}, {u"authorities"_s, QString::fromLatin1(authorities)}};
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

// Addresses hold characters that mean something in keys.
QString accountGroup(const QString &address)
{
    return "server-"_L1 + QString::fromLatin1(QCryptographicHash::hash(originText(address).toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

} // namespace Assay
