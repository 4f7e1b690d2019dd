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

QString readSecret(SecretStore &secrets, const QString &key)
{
    QString found;
    QEventLoop loop;
    QTimer::singleShot(MostPatience, &loop, &QEventLoop::quit);
    secrets.read(key, &loop, [&](const Result<QString> &secret) {
        found = secret ? *secret : QString();
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
    if (!QFileInfo::exists(settingsFile))
        return options;
    const QSettings settings(settingsFile, QSettings::IniFormat);
    const ServerAccount account = ServerAccount::fromMap(settings.value(accountGroup(location) + u"/account"_s).toMap());
    options.authorities = account.authorities;
    if (account.hasSecret() && !format.hasCredentials(location))
        options.credentials = account.credentials(readSecret(secrets, secretKey(location, account)));
    return options;
}

} // namespace Assay
