// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serveraccount.h"
#include "models/secrets/secretstore.h"
#include "models/store/storeformat.h"

#include <QHash>
#include <QObject>

namespace Assay {

class Settings;

// What somebody typed; empty: what is kept.
struct TypedSecrets {
    QString secret; // password or token
    QString proxyPassword;
};

// Who one is at which server: accounts from the settings, their secrets from the keychain, or from memory where there is
// none, or the person wants it so. GUI thread; never waits.
class ServerAccess final : public QObject
{
    Q_OBJECT

public:
    // Both outlive this.
    ServerAccess(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);

    QStringList known() const; // addresses, newest first
    bool isKnown(const QString &address) const { return known().contains(address); }
    bool hasAccount(const QString &address) const;
    ServerAccount account(const QString &address) const;

    // What is kept under a key (secretKey): of this run, else of the keychain.
    void readSecret(const QString &key, QObject *context, SecretStore::Found found);
    // What opens a store of this address as `account` says. Where a secret of it was neither typed nor is to be found, it
    // says so (OpenOptions::refusal): nobody signs in with an empty one.
    void makeOptions(const QString &address, const ServerAccount &account, const TypedSecrets &typed, QObject *context, std::function<void(const OpenOptions &)> answer);
    // As the account that is kept.
    void readOptions(const QString &address, QObject *context, std::function<void(const OpenOptions &)> answer);
    // Whether there is a keychain: empty, or why not. Asks it once, then remembers.
    void readKeychain(QObject *context, std::function<void(const QString &whyNot)> answer);

    // In place of the account that was known; its secret goes, if it is another's. An empty secret leaves the one that is kept, but moves it to where the account keeps it. What the keychain does not take is kept in memory, and failed() says so.
    void remember(const QString &address, const ServerAccount &account, const TypedSecrets &typed);
    void forget(const QString &address);

Q_SIGNALS:
    void failed(const QString &message);

private:
    void readProxyPassword(const ServerAccount &account, const TypedSecrets &typed, OpenOptions options, QObject *context,
                           std::function<void(const OpenOptions &)> answer);
    void keep(const QString &key, const QString &secret, bool keepsSecret);
    void write(const QString &key, const QString &secret);
    void removeKept(const QString &key);
    void forgetSecret(const QString &key, bool keepsSecret);
    void forgetProxy(const ServerAccount &account);
    void moveKept(const QString &key, bool keepsSecret);

    Settings &m_settings;
    SecretStore &m_secrets;
    QHash<QString, QString> m_ofThisRun; // by key
    bool m_hasKeychain = true;           // as far as is known
};

} // namespace Assay
