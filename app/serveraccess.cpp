// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serveraccess.h"

#include "app/settings.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Nobody's: only to see what the keychain says.
const QLatin1StringView Nobody("probe");

} // namespace

ServerAccess::ServerAccess(Settings &settings, SecretStore &secrets, QObject *parent) : QObject(parent), m_settings(settings), m_secrets(secrets) {}

QStringList ServerAccess::known() const
{
    return m_settings.knownServers();
}

bool ServerAccess::hasAccount(const QString &address) const
{
    return m_settings.hasAccount(address);
}

ServerAccount ServerAccess::account(const QString &address) const
{
    return m_settings.account(address);
}

void ServerAccess::readSecret(const QString &address, const ServerAccount &account, QObject *context, SecretStore::Found found)
{
    const QString key = secretKey(address, account);
    if (const auto kept = m_ofThisRun.constFind(key); kept != m_ofThisRun.constEnd())
        QMetaObject::invokeMethod(context, [found = std::move(found), secret = *kept] { found(secret); }, Qt::QueuedConnection);
    else
        m_secrets.read(key, context, std::move(found));
}

void ServerAccess::readOptions(const QString &address, QObject *context, std::function<void(const OpenOptions &)> answer)
{
    const ServerAccount account = m_settings.account(address);
    OpenOptions options;
    options.authorities = account.authorities;
    if (!account.hasSecret())
        return answer(options);
    readSecret(address, account, context, [options, account, answer = std::move(answer)](const Result<QString> &secret) mutable {
        options.credentials = account.credentials(secret ? *secret : QString());
        answer(options);
    });
}

void ServerAccess::readKeychain(QObject *context, std::function<void(const QString &whyNot)> answer)
{
    m_secrets.read(Nobody, context, [this, answer = std::move(answer)](const Result<QString> &secret) {
        m_hasKeychain = secret || secret.error().code == ErrorCode::NotFound;
        answer(m_hasKeychain ? QString() : secret.error().message);
    });
}

void ServerAccess::remember(const QString &address, const ServerAccount &account, const QString &secret)
{
    // The settings know one account of a server: nobody would find another one's secret again to forget it.
    const ServerAccount before = m_settings.account(address);
    if (before.hasSecret() && !(account.hasSecret() && secretKey(address, before) == secretKey(address, account)))
        forgetSecret(address, before);
    m_settings.addServer(address, account);
    if (!account.hasSecret())
        return;
    const QString key = secretKey(address, account);
    if (secret.isEmpty())
        return moveKept(key, account.keepsSecret);
    // Until the keychain has it, too: the store is opened now.
    m_ofThisRun.insert(key, secret);
    if (account.keepsSecret)
        write(key, secret);
    else
        m_secrets.remove(key, this, [](const Status &) {});
}

void ServerAccess::write(const QString &key, const QString &secret)
{
    m_secrets.write(key, secret, this, [this, key, secret](const Status &status) {
        if (!status)
            Q_EMIT failed(tr("%1 The password or token is kept until Assay is closed.").arg(status.error().message));
        else if (m_ofThisRun.value(key) == secret) // not one that was typed meanwhile
            m_ofThisRun.remove(key);
    });
}

void ServerAccess::removeKept(const QString &key)
{
    m_secrets.remove(key, this, [this](const Status &status) {
        if (!status)
            Q_EMIT failed(tr("%1 It may still hold the password or token.").arg(status.error().message));
    });
}

void ServerAccess::moveKept(const QString &key, bool keepsSecret)
{
    // Nobody chose to keep nothing in a keychain that stays locked.
    if (!m_hasKeychain)
        return;
    const auto held = m_ofThisRun.constFind(key);
    if (keepsSecret && held != m_ofThisRun.constEnd())
        write(key, *held);
    if (keepsSecret || held != m_ofThisRun.constEnd())
        return;
    m_secrets.read(key, this, [this, key](const Result<QString> &secret) {
        if (!secret)
            return;
        if (!m_ofThisRun.contains(key))
            m_ofThisRun.insert(key, *secret);
        removeKept(key);
    });
}

void ServerAccess::forget(const QString &address)
{
    const ServerAccount account = m_settings.account(address);
    m_settings.forgetServer(address);
    if (account.hasSecret() && !m_settings.hasAccount(address))
        forgetSecret(address, account);
}

void ServerAccess::forgetSecret(const QString &address, const ServerAccount &account)
{
    const QString key = secretKey(address, account);
    m_ofThisRun.remove(key);
    if (account.keepsSecret)
        removeKept(key);
    else
        m_secrets.remove(key, this, [](const Status &) {});
}

} // namespace Assay
