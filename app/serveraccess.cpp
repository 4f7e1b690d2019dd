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

void ServerAccess::readSecret(const QString &key, QObject *context, SecretStore::Found found)
{
    if (const auto kept = m_ofThisRun.constFind(key); kept != m_ofThisRun.constEnd())
        QMetaObject::invokeMethod(context, [found = std::move(found), secret = *kept] { found(secret); }, Qt::QueuedConnection);
    else
        m_secrets.read(key, context, std::move(found));
}

void ServerAccess::makeOptions(const QString &address, const ServerAccount &account, const TypedSecrets &typed, QObject *context,
                               std::function<void(const OpenOptions &)> answer)
{
    OpenOptions options;
    options.authorities = account.authorities;
    options.takesEnvironment = account.signIn == SignIn::Environment;
    options.proxy = account.proxy;
    options.credentials = account.credentials(typed.secret);
    if (!account.hasSecret() || !typed.secret.isEmpty())
        return readProxyPassword(account, typed, options, context, std::move(answer));
    readSecret(secretKey(address, account), context, [=, this, answer = std::move(answer)](const Result<QString> &secret) mutable {
        if (secret && !secret->isEmpty())
            options.credentials = account.credentials(*secret);
        else
            options.refusal = missingSecret(address, account, secret ? QString() : secret.error().message);
        readProxyPassword(account, typed, options, context, std::move(answer));
    });
}

void ServerAccess::readProxyPassword(const ServerAccount &account, const TypedSecrets &typed, OpenOptions options, QObject *context,
                                     std::function<void(const OpenOptions &)> answer)
{
    options.proxyPassword = typed.proxyPassword;
    if (options.refusal || !account.proxy.hasSecret() || !typed.proxyPassword.isEmpty())
        return answer(options);
    readSecret(secretKey(account.proxy), context, [options, answer = std::move(answer)](const Result<QString> &password) mutable {
        if (password && !password->isEmpty())
            options.proxyPassword = *password;
        else
            options.refusal = missingSecret(options.proxy, password ? QString() : password.error().message);
        answer(options);
    });
}

void ServerAccess::readOptions(const QString &address, QObject *context, std::function<void(const OpenOptions &)> answer)
{
    makeOptions(address, m_settings.account(address), {}, context, std::move(answer));
}

void ServerAccess::readKeychain(QObject *context, std::function<void(const QString &whyNot)> answer)
{
    m_secrets.read(Nobody, context, [this, answer = std::move(answer)](const Result<QString> &secret) {
        m_hasKeychain = secret || secret.error().code == ErrorCode::NotFound;
        answer(m_hasKeychain ? QString() : secret.error().message);
    });
}

void ServerAccess::remember(const QString &address, const ServerAccount &account, const TypedSecrets &typed)
{
    // The settings know one account of a server: nobody would find another one's secret again to forget it.
    const ServerAccount before = m_settings.account(address);
    if (before.hasSecret() && !(account.hasSecret() && secretKey(address, before) == secretKey(address, account)))
        forgetSecret(secretKey(address, before), before.keepsSecret);
    m_settings.addServer(address, account);
    forgetProxy(before);
    if (account.hasSecret())
        keep(secretKey(address, account), typed.secret, account.keepsSecret);
    if (account.proxy.hasSecret())
        keep(secretKey(account.proxy), typed.proxyPassword, account.keepsSecret);
}

void ServerAccess::keep(const QString &key, const QString &secret, bool keepsSecret)
{
    if (secret.isEmpty())
        return moveKept(key, keepsSecret);
    // Until the keychain has it, too: the store is opened now.
    m_ofThisRun.insert(key, secret);
    if (keepsSecret)
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
    if (m_settings.hasAccount(address)) // another address of the server
        return;
    if (account.hasSecret())
        forgetSecret(secretKey(address, account), account.keepsSecret);
    forgetProxy(account);
}

// Unless it leads to another server as well.
void ServerAccess::forgetProxy(const ServerAccount &account)
{
    if (!account.proxy.hasSecret())
        return;
    const QString key = secretKey(account.proxy);
    const QStringList addresses = known();
    const bool isUsed = std::any_of(addresses.begin(), addresses.end(), [&](const QString &address) {
        const ServerProxy proxy = m_settings.account(address).proxy;
        return proxy.hasSecret() && secretKey(proxy) == key;
    });
    if (!isUsed)
        forgetSecret(key, account.keepsSecret);
}

void ServerAccess::forgetSecret(const QString &key, bool keepsSecret)
{
    m_ofThisRun.remove(key);
    if (keepsSecret)
        removeKept(key);
    else
        m_secrets.remove(key, this, [](const Status &) {});
}

} // namespace Assay
