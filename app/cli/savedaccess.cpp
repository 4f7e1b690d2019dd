// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/savedaccess.h"

#include "models/domain/serveraccount.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// A keychain that asks somebody for its own password would be waited for without end.
constexpr std::chrono::seconds MostPatience{5};

Result<QString> readSecret(SecretStore &secrets, const QString &key)
{
    Result<QString> found = Error{ErrorCode::AccessDenied, {}, {}};
    QEventLoop loop;
    QTimer::singleShot(MostPatience, &loop, &QEventLoop::quit);
    secrets.read(key, &loop, [&](const Result<QString> &secret) {
        found = secret;
        loop.quit();
    });
    loop.exec();
    return found;
}

} // namespace

QString savedSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/assay/assay.ini"_L1;
}

OpenOptions savedOptions(const StoreFormat &format, const QString &location, OpenOptions options, const QString &settingsFile, SecretStore &secrets)
{
    // Whoever names a server on the command line means it for what his environment holds.
    options.takesEnvironment = true;
    if (!QFileInfo::exists(settingsFile))
        return options;
    const QSettings settings(settingsFile, QSettings::IniFormat);
    const ServerAccount account = ServerAccount::fromMap(settings.value(accountGroup(location) + u"/account"_s).toMap());
    options.authorities = account.authorities;
    const bool isInEnvironment = format.hasCredentials(location) || !format.freeCredentials(location).isEmpty();
    if (account.hasSecret() && !isInEnvironment) {
        const Result<QString> secret = readSecret(secrets, secretKey(location, account));
        options.credentials = account.credentials(secret ? *secret : QString());
        if (!secret)
            options.refusal = missingSecret(location, account, secret.error().message);
    }
    options.proxy = account.proxy;
    if (account.proxy.hasSecret() && !options.refusal) {
        const Result<QString> password = readSecret(secrets, secretKey(account.proxy));
        options.proxyPassword = password ? *password : QString();
        if (!password)
            options.refusal = missingSecret(account.proxy, password.error().message);
    }
    return options;
}

} // namespace Assay
