// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/serveraccount.h"
#include "models/store/storebackend.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <memory>

namespace Assay {

enum class SettingKey {
    Theme,            // "light", "dark", "system"
    WindowGeometry,
    NavigatorSizes,   // splitter state
    ProblemsSizes,
    ProblemsShown,
    ChartsSizes,
    InspectorShown,
    Page,
    OpenLocations,
    CurrentLocation,
    RecentLocations,
    KnownServers,     // addresses, newest first
    ShowDeleted,
    SpreadsheetSafe,  // exported and copied texts are never formulas
    RefreshSeconds,   // between looks for changes; 0: only when asked
};

// What the window remembers, and no secret. Its file is for its owner alone. Without a file name nothing is kept beyond the process (screenshots, tests).
class Settings
{
public:
    static constexpr qsizetype RecentCount = 12;
    static constexpr qsizetype ServerCount = 50;

    explicit Settings(const QString &fileName);

    // Of files that lie beside the settings; empty: nothing is kept.
    QString folder(const QString &name) const;
    QString fileName() const { return m_file ? m_file->fileName() : QString(); } // empty: only in memory
    QVariant value(SettingKey key) const;
    void setValue(SettingKey key, const QVariant &value);

    QStringList recentLocations() const { return value(SettingKey::RecentLocations).toStringList(); }
    void addRecent(const QString &location);
    void forgetRecent(const QString &location);

    QStringList knownServers() const { return value(SettingKey::KnownServers).toStringList(); }
    bool hasAccount(const QString &address) const; // of the address' origin
    ServerAccount account(const QString &address) const;
    void addServer(const QString &address, const ServerAccount &account);
    void forgetServer(const QString &address); // the account, too, unless another known server is of its origin

    // Of one store, by its location.
    QVariant storeValue(const QString &location, const QString &name) const;
    void setStoreValue(const QString &location, const QString &name, const QVariant &value);
    QList<RootMapping> rootMappings(const QString &location) const;
    void setRootMappings(const QString &location, const QList<RootMapping> &mappings);

private:
    QString storeGroup(const QString &location) const;

    std::unique_ptr<QSettings> m_file;     // null: only in memory
    mutable QHash<QString, QVariant> m_memory;
    QVariant read(const QString &key) const;
    void write(const QString &key, const QVariant &value);
    void remove(const QString &group);
    void readAgain();
};

// Between looks for changes; 0: only when asked.
int refreshSeconds(const Settings &settings);

} // namespace Assay
