// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString keyName(SettingKey key)
{
    switch (key) {
    case SettingKey::Theme: return u"look/theme"_s;
    case SettingKey::WindowGeometry: return u"window/geometry"_s;
    case SettingKey::NavigatorSizes: return u"window/navigatorSizes"_s;
    case SettingKey::ProblemsSizes: return u"window/problemsSizes"_s;
    case SettingKey::ProblemsShown: return u"window/problemsShown"_s;
    case SettingKey::ChartsSizes: return u"window/chartsSizes"_s;
    case SettingKey::InspectorShown: return u"window/inspectorShown"_s;
    case SettingKey::Page: return u"window/page"_s;
    case SettingKey::OpenLocations: return u"stores/open"_s;
    case SettingKey::CurrentLocation: return u"stores/current"_s;
    case SettingKey::RecentLocations: return u"stores/recent"_s;
    case SettingKey::KnownServers: return u"servers/known"_s;
    case SettingKey::ShowDeleted: return u"runs/showDeleted"_s;
    case SettingKey::SpreadsheetSafe: return u"runs/spreadsheetSafe"_s;
    case SettingKey::RefreshSeconds: return u"stores/refreshSeconds"_s;
    }
    return {};
}

// QSettings makes files that everybody can read, and keeps the permissions of those that are there.
void keepPrivate(const QString &fileName)
{
    const QFileInfo info(fileName);
    QDir().mkpath(info.absolutePath());
    QFile file(fileName);
    if (!info.exists())
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
    else
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

Settings::Settings(const QString &fileName)
    : m_file(fileName.isEmpty() ? nullptr : std::make_unique<QSettings>(fileName, QSettings::IniFormat))
{
    if (m_file)
        keepPrivate(fileName);
}

QVariant Settings::read(const QString &key) const
{
    return m_file ? m_file->value(key) : m_memory.value(key);
}

void Settings::write(const QString &key, const QVariant &value)
{
    if (m_file)
        m_file->setValue(key, value);
    else
        m_memory.insert(key, value);
}

// What other windows of the program wrote meanwhile: a list that is made longer must not lose theirs.
void Settings::readAgain()
{
    if (m_file)
        m_file->sync();
}

QString Settings::folder(const QString &name) const
{
    return m_file ? QFileInfo(m_file->fileName()).absoluteDir().absoluteFilePath(name) : QString();
}

void Settings::remove(const QString &group)
{
    if (m_file)
        m_file->remove(group);
    else
        m_memory.removeIf([&](const auto &entry) { return entry.key().startsWith(group + u'/'); });
}

QVariant Settings::value(SettingKey key) const
{
    return read(keyName(key));
}

void Settings::setValue(SettingKey key, const QVariant &value)
{
    write(keyName(key), value);
}

void Settings::addRecent(const QString &location)
{
    readAgain();
    QStringList recent = recentLocations();
    recent.removeAll(location);
    recent.prepend(location);
    setValue(SettingKey::RecentLocations, QStringList(recent.mid(0, RecentCount)));
}

void Settings::forgetRecent(const QString &location)
{
    readAgain();
    QStringList recent = recentLocations();
    recent.removeAll(location);
    setValue(SettingKey::RecentLocations, recent);
}

bool Settings::hasAccount(const QString &address) const
{
    return !read(accountGroup(address) + u"/account"_s).toMap().isEmpty();
}

ServerAccount Settings::account(const QString &address) const
{
    return ServerAccount::fromMap(read(accountGroup(address) + u"/account"_s).toMap());
}

void Settings::addServer(const QString &address, const ServerAccount &account)
{
    readAgain();
    QStringList known = knownServers();
    known.removeAll(address);
    known.prepend(address);
    setValue(SettingKey::KnownServers, QStringList(known.mid(0, ServerCount)));
    write(accountGroup(address) + u"/origin"_s, originText(address));
    write(accountGroup(address) + u"/account"_s, account.toMap());
}

void Settings::forgetServer(const QString &address)
{
    readAgain();
    QStringList known = knownServers();
    known.removeAll(address);
    setValue(SettingKey::KnownServers, known);
    forgetRecent(address);
    const QString origin = originText(address);
    if (std::any_of(known.begin(), known.end(), [&](const QString &other) { return originText(other) == origin; }))
        return;
    remove(accountGroup(address));
}

// Paths hold characters that mean something in keys, so the group's name is a digest; the location stands in it.
QString Settings::storeGroup(const QString &location) const
{
    const QByteArray digest = QCryptographicHash::hash(location.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return "store-"_L1 + QString::fromLatin1(digest) + u'/';
}

QVariant Settings::storeValue(const QString &location, const QString &name) const
{
    return read(storeGroup(location) + name);
}

void Settings::setStoreValue(const QString &location, const QString &name, const QVariant &value)
{
    write(storeGroup(location) + u"location"_s, location);
    write(storeGroup(location) + name, value);
}

QList<RootMapping> Settings::rootMappings(const QString &location) const
{
    const QStringList pairs = storeValue(location, u"rootMappings"_s).toStringList();
    QList<RootMapping> mappings;
    for (qsizetype i = 0; i + 1 < pairs.size(); i += 2)
        mappings.append({pairs[i], pairs[i + 1]});
    return mappings;
}

void Settings::setRootMappings(const QString &location, const QList<RootMapping> &mappings)
{
    QStringList pairs;
    for (const RootMapping &mapping : mappings)
        pairs << mapping.from << mapping.to;
    setStoreValue(location, u"rootMappings"_s, pairs);
}

int refreshSeconds(const Settings &settings)
{
    bool isNumber = false;
    const int seconds = settings.value(SettingKey::RefreshSeconds).toInt(&isNumber);
    return isNumber && seconds >= 0 ? seconds : 5;
}

} // namespace Assay
