// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/credentials.h"
#include "models/base/error.h"

#include <QByteArray>
#include <QUrl>
#include <QVariantMap>

namespace Assay {

enum class SignIn { None, Password, Token, Environment };

enum class ProxyUse { System, None, Own };

// The way to a server, but for the proxy's password.
struct ServerProxy {
    ProxyUse use = ProxyUse::System; // what the environment says: https_proxy, no_proxy
    QString address = {};            // of an own one: "http://proxy:3128"
    QString user = {};               // of an own one; empty: it lets everybody through

    bool hasSecret() const { return use == ProxyUse::Own && !user.isEmpty(); }
    friend bool operator==(const ServerProxy &, const ServerProxy &) = default;
};

// How one signs in at a server, but for the secrets themselves: this is what settings hold. SignIn::Environment is also the word of
// a person that what the environment holds may go to this server.
struct ServerAccount {
    SignIn signIn = SignIn::None;
    QString user;           // with a password
    bool keepsSecret = true; // in the keychain, where there is one
    QByteArray authorities; // PEM, trusted in place of the system's; empty: the system's
    ServerProxy proxy = {};

    bool hasSecret() const { return signIn == SignIn::Password || signIn == SignIn::Token; }
    Credentials credentials(const QString &secret) const;

    QVariantMap toMap() const;
    static ServerAccount fromMap(const QVariantMap &map);
    friend bool operator==(const ServerAccount &, const ServerAccount &) = default;
};

// "https://host:8443": scheme, host and port of an address, without a port where it is not written. Accounts are each origin's own.
QString originText(const QString &address);
// What an account's secret is kept under.
QString secretKey(const QString &address, const ServerAccount &account);
// What a proxy's password is kept under: it is the same for every server behind it.
QString secretKey(const ServerProxy &proxy);
// Out of what somebody typed ("proxy:3128"): http, https, socks5 or socks5h, a host and perhaps a port. Empty for anything else, and for one
// that holds a user or a password.
QString proxyAddress(const QString &typed);
// AccessDenied: a secret that is kept somewhere was not found there. `why`: by the keychain, may be empty.
Error missingSecret(const QString &address, const ServerAccount &account, const QString &why);
Error missingSecret(const ServerProxy &proxy, const QString &why);
// The settings' group of an origin's account.
QString accountGroup(const QString &address);

} // namespace Assay
