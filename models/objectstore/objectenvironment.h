// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QProcessEnvironment>

namespace Assay {

// What a person has set up for object stores on this machine: variables and files in the home folder. Read anew whenever a place is
// opened, and never written.
struct ObjectEnvironment {
    QProcessEnvironment variables;
    QString home;

    static ObjectEnvironment ofThisProcess();

    QString value(QLatin1StringView name) const { return variables.value(QString(name)); }
    bool isYes(QLatin1StringView name) const;
    // `path` may begin with ~. NotFound where there is none; Unreadable for one that is no plain file or longer than 1 MiB.
    Result<QByteArray> file(const QString &path) const;
};

// Sections of an INI file as AWS writes them: names to values. Lines that are indented (settings below a setting) are left out.
using IniSections = QHash<QString, QHash<QString, QString>>;
IniSections iniSections(const QByteArray &text);

} // namespace Assay
