// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace Assay {

struct OptionSpec {
    QLatin1StringView name;         // without the dashes
    char shortName = 0;             // 'e' for -e
    QString value;                  // what stands for its value in the help; empty for a switch
    bool repeatable = false;
    QString help;

    QString shortForm() const; // "-e", empty where there is none
    QString longForm() const;  // "--experiment"
    bool is(const QString &word) const { return word == longForm() || (shortName && word == shortForm()); }
};

struct ArgumentSpec {
    QString name; // "LOCATION"
    enum class Count { One, Optional, Any, AtLeastOne } count = Count::One;
};

// The words after the command's name, read by what the command takes. Every failure is InvalidArgument and names the
// word: an unknown option, one without its value or given twice, a missing or superfluous argument.
class Arguments
{
public:
    static Result<Arguments> parse(const QStringList &words, const QList<ArgumentSpec> &arguments,
                                   const QList<OptionSpec> &options);

    // By place; empty where it was left out.
    QString at(qsizetype index) const { return m_arguments.value(index); }
    QStringList from(qsizetype index) const { return m_arguments.mid(index); }
    qsizetype count() const { return m_arguments.size(); }

    bool has(QLatin1StringView option) const { return m_options.contains(option); }
    QString value(QLatin1StringView option) const { return m_options.value(option).value(0); }
    QStringList values(QLatin1StringView option) const { return m_options.value(option); }

    // A whole number of at least `least`, nothing where the option was not given.
    Result<std::optional<qint64>> integer(QLatin1StringView option, qint64 least) const;

private:
    QStringList m_arguments;
    QHash<QString, QStringList> m_options; // a switch has one empty value
};

// "a, b or c" for messages that say what may be written.
QString alternatives(const QStringList &words);

} // namespace Assay
