// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/credentials.h"

#include <QByteArray>
#include <QUrl>
#include <QVariantMap>

namespace Assay {

enum class SignIn { None, Password, Token, Environment };

// How one signs in at a server, but for the secret itself: this is what settings hold.
struct ServerAccount {
    SignIn signIn = SignIn::None;
    QString user;           // with a password
    bool keepsSecret = true; // in the keychain, where there is one
    QByteArray authorities; // PEM, trusted in place of the system's; empty: the system's

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
// The settings' group of an origin's account.
QString accountGroup(const QString &address);

} // namespace Assay
