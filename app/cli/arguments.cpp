// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error usageError(const QString &message)
{
    return {ErrorCode::InvalidArgument, message, {}};
}

// An option as it was written: "--max=3" is {"--max", "3"}, "-efoo" is {"-e", "foo"}.
struct WrittenOption {
    QString name;
    std::optional<QString> value;
};

WrittenOption written(const QString &word)
{
    if (word.startsWith("--"_L1)) {
        const qsizetype equals = word.indexOf(u'=');
        return equals < 0 ? WrittenOption{word, {}} : WrittenOption{word.left(equals), word.mid(equals + 1)};
    }
    return word.size() == 2 ? WrittenOption{word, {}} : WrittenOption{word.left(2), word.mid(2)};
}

const OptionSpec *findOption(const QList<OptionSpec> &options, const QString &name)
{
    for (const OptionSpec &option : options)
        if (option.is(name))
            return &option;
    return nullptr;
}

Status checkCounts(const QStringList &given, const QList<ArgumentSpec> &arguments)
{
    qsizetype least = 0;
    bool unlimited = false;
    for (const ArgumentSpec &argument : arguments) {
        const bool required = argument.count == ArgumentSpec::Count::One || argument.count == ArgumentSpec::Count::AtLeastOne;
        if (required && given.size() <= least)
            return usageError(CliText::tr("%1 is missing").arg(argument.name));
        least += required ? 1 : 0;
        unlimited = unlimited || argument.count == ArgumentSpec::Count::Any || argument.count == ArgumentSpec::Count::AtLeastOne;
    }
    if (!unlimited && given.size() > arguments.size())
        return usageError(CliText::tr("There is one argument too many: %1").arg(given.at(arguments.size())));
    return {};
}

} // namespace

QString OptionSpec::shortForm() const
{
    return shortName ? QString(u'-') + QLatin1Char(shortName) : QString();
}

QString OptionSpec::longForm() const
{
    return "--"_L1 + name;
}

Result<Arguments> Arguments::parse(const QStringList &words, const QList<ArgumentSpec> &arguments,
                                   const QList<OptionSpec> &options)
{
    Arguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word == "--"_L1) {
            parsed.m_arguments += words.mid(i + 1);
            break;
        }
        if (!word.startsWith(u'-') || word == "-"_L1) {
            parsed.m_arguments.append(word);
            continue;
        }
        const WrittenOption option = written(word);
        const OptionSpec *known = findOption(options, option.name);
        if (!known)
            return usageError(CliText::tr("Unknown option: %1").arg(option.name));
        QStringList &values = parsed.m_options[known->name];
        if (!values.isEmpty() && !known->repeatable)
            return usageError(CliText::tr("The option is given twice: %1").arg(option.name));
        if (known->value.isEmpty() && option.value)
            return usageError(CliText::tr("The option takes no value: %1").arg(option.name));
        if (!known->value.isEmpty() && !option.value && i + 1 == words.size())
            return usageError(CliText::tr("The option needs a value: %1 %2").arg(option.name, known->value));
        values.append(known->value.isEmpty() ? QString() : option.value ? *option.value : words[++i]);
    }
    if (const Status counts = checkCounts(parsed.m_arguments, arguments); !counts)
        return counts.error();
    return parsed;
}

Result<std::optional<qint64>> Arguments::integer(QLatin1StringView option, qint64 least) const
{
    if (!has(option))
        return std::optional<qint64>();
    bool ok = false;
    const qint64 number = value(option).toLongLong(&ok);
    if (!ok || number < least)
        return usageError(CliText::tr("--%1 takes a whole number from %2 on, not: %3")
                              .arg(QString(option), QString::number(least), value(option)));
    return std::optional(number);
}

QString alternatives(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    //: "a, b or c": %1 is "a, b", %2 is "c"
    return CliText::tr("%1 or %2").arg(words.mid(0, words.size() - 1).join(u", "_s), words.last());
}

} // namespace Assay
