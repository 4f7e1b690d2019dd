// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/text.h"
#include "models/items/manualpages.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype LineLength = 80;

// `text` in lines that begin at `indent`; the first one follows `head`, which may end before that.
QString paragraph(const QString &head, const QString &text, qsizetype indent)
{
    const QString margin(indent, u' ');
    QString result;
    QString line = head.leftJustified(indent);
    if (head.size() >= indent && indent > 0 && !head.isEmpty()) {
        result = head + u'\n';
        line = margin;
    }
    bool isEmpty = true;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!isEmpty && line.size() + 1 + word.size() > LineLength) {
            result += line + u'\n';
            line = margin;
            isEmpty = true;
        }
        line += (isEmpty ? QString() : u" "_s) + word;
        isEmpty = false;
    }
    return result + line + u'\n';
}

QString written(const ArgumentSpec &argument)
{
    switch (argument.count) {
    case ArgumentSpec::Count::One: return argument.name;
    case ArgumentSpec::Count::Optional: return u'[' + argument.name + u']';
    case ArgumentSpec::Count::Any: return u'[' + argument.name + u"…]"_s;
    case ArgumentSpec::Count::AtLeastOne: return argument.name + u'…';
    }
    return argument.name;
}

QString written(const OptionSpec &option)
{
    const QString shortForm = option.shortName ? option.shortForm() + ", "_L1 : QString();
    return shortForm + option.longForm() + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

QString optionList(const QList<OptionSpec> &options)
{
    QString text;
    for (const OptionSpec &option : options)
        text += paragraph("  "_L1 + written(option), option.help, 26);
    return text;
}

} // namespace

QList<OptionSpec> commonOptions()
{
    return {
        {"format"_L1, 0, CliText::tr("FORMAT"), false,
         CliText::tr("table (the default), json, csv, tsv, markdown, latex, html or ndjson (one JSON object a line)")},
        {"output"_L1, 'o', CliText::tr("FILE"), false, CliText::tr("write the answer to FILE, whole or not at all")},
        {"quiet"_L1, 'q', {}, false, CliText::tr("no warnings and no progress on standard error")},
        {"timeout"_L1, 0, CliText::tr("SECONDS"), false, CliText::tr("give up after that time (exit status 3)")},
        {"help"_L1, 'h', {}, false, CliText::tr("print the manual page of the command")},
    };
}

QString overviewText(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text = CliText::tr("Usage: %1").arg(u"assayctl COMMAND LOCATION [ARGUMENTS] [OPTIONS]\n\n"_s);
    text += paragraph({}, CliText::tr("Reads stores of machine-learning runs, compares runs and moves model versions through stages. "
                                      "LOCATION is a folder, a database file, a bundle, or the address of a server."), 0);
    text += u'\n' + CliText::tr("Commands:") + u'\n';
    for (const auto &command : commands)
        text += paragraph("  "_L1 + command->spec().name, command->spec().summary, 16);
    text += paragraph(u"  help"_s, CliText::tr("print the manual page of a command"), 16);
    for (const ManualPage &page : manualPages())
        text += paragraph("  help "_L1 + page.name, page.summary, 16);
    text += u'\n' + CliText::tr("Options of every command:") + u'\n' + optionList(commonOptions());
    text += optionList({{"version"_L1, 0, {}, false, CliText::tr("print the version")}});
    text += u'\n' + CliText::tr("Exit status:") + u'\n';
    const QStringList statuses = {
        CliText::tr("done"),
        CliText::tr("the answer is no: runs differ under --exit-code, doctor found problems"),
        CliText::tr("bad usage: unknown option, malformed query, several stores at LOCATION"),
        CliText::tr("the store could not be read, or does not hold what was named"),
        CliText::tr("refused: somebody else's change, a rule, a store that must not be written"),
        CliText::tr("a write whose outcome is unknown; the message says how to find out"),
    };
    for (qsizetype i = 0; i < statuses.size(); ++i)
        text += paragraph("  "_L1 + QString::number(i), statuses[i], 5);
    return text;
}

QString manualText(const Command &command)
{
    const CommandSpec spec = command.spec();
    QString usage = "assayctl "_L1 + spec.name;
    for (const ArgumentSpec &argument : spec.arguments)
        usage += u' ' + written(argument);
    usage += " [OPTIONS]"_L1;
    QString text = CliText::tr("Usage: %1").arg(usage) + "\n\n"_L1 + paragraph({}, spec.summary, 0);
    for (const QString &part : spec.details.split(u"\n\n"_s, Qt::SkipEmptyParts))
        text += u'\n' + paragraph({}, QString(part).replace(u'\n', u' '), 0);
    if (!spec.options.isEmpty())
        text += u'\n' + CliText::tr("Options:") + u'\n' + optionList(spec.options);
    return text + u'\n' + CliText::tr("Options of every command:") + u'\n' + optionList(commonOptions());
}

std::optional<QString> guideText(const QString &name)
{
    const auto page = manualPage(name);
    QFile file(page ? page->resource() : QString());
    if (page && file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.readAll());
    return {};
}

} // namespace Assay
