// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/carddrawing.h"

#include "app/cli/chartoptions.h"
#include "app/cli/linedrawing.h"
#include "app/cli/text.h"
#include "models/items/cardoptions.h"
#include "models/table/query.h"

#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList typeNames()
{
    QStringList names{cardTypeName(CardType::Line)};
    for (const CardType type : statisticsTypes())
        names.append(cardTypeName(type));
    return names;
}

QStringList optionNames(CardType type)
{
    QStringList names;
    for (const CardOption &option : cardOptions(type))
        names.append(option.name);
    return names;
}

// What an option takes, for people: "none, linear or loess".
QString wantedText(const CardOption &option)
{
    switch (option.takes) {
    case CardOption::Takes::OneOf: return alternatives(option.values);
    case CardOption::Takes::Switch: return alternatives({u"true"_s, u"false"_s});
    case CardOption::Takes::Key: return CliText::tr("a column, or nothing");
    case CardOption::Takes::Keys: return CliText::tr("a column; may be given several times");
    }
    return {};
}

Status readOption(CardSpec &card, const QString &written)
{
    const qsizetype equals = written.indexOf(u'=');
    if (equals <= 0)
        return badOptionValue(u"--option"_s, CliText::tr("KEY=VALUE, such as trend=linear"), written);
    const QString name = written.left(equals), value = written.mid(equals + 1);
    const QList<CardOption> &options = cardOptions(card.type);
    const auto option = std::ranges::find_if(options, [&](const CardOption &one) { return name == one.name; });
    const QString type = cardTypeName(card.type);
    if (options.isEmpty())
        return Error{ErrorCode::InvalidArgument, CliText::tr("--card %1 has no options, so not: %2").arg(type, name), {}};
    if (option == options.end())
        return badOptionValue(u"--option"_s, CliText::tr("with --card %1 the keys %2").arg(type, alternatives(optionNames(card.type))), name);
    const bool isSwitch = option->takes == CardOption::Takes::Switch;
    if ((option->takes == CardOption::Takes::OneOf && !option->values.contains(value)) || (isSwitch && value != "true"_L1 && value != "false"_L1))
        return badOptionValue(u"--option "_s + name, wantedText(*option), value);
    if (option->takes == CardOption::Takes::Keys)
        card.options.insert(name, card.options.value(name).toStringList() + QStringList{value});
    else
        card.options.insert(name, isSwitch ? QVariant(value == "true"_L1) : QVariant(value));
    return {};
}

Status checkKeyCount(const CardSpec &card)
{
    const CardKeyRoles &roles = cardKeyRoles(card.type);
    if (card.keys.size() <= roles.most)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 CliText::tr("--card %1 takes %n columns at most, so not: %2", nullptr, int(roles.most)).arg(cardTypeName(card.type), card.keys.at(roles.most)), {}};
}

bool hasColumn(const QList<Run> &runs, const ColumnKey &key)
{
    switch (key.group) {
    case ColumnGroup::Attribute: return true;
    case ColumnGroup::Metric: return std::ranges::any_of(runs, [&](const Run &run) { return run.metrics.contains(key.name); });
    case ColumnGroup::Param: return std::ranges::any_of(runs, [&](const Run &run) { return run.params.contains(key.name); });
    case ColumnGroup::Tag: return std::ranges::any_of(runs, [&](const Run &run) { return run.tags.contains(key.name); });
    }
    return false;
}

Result<QString> resolvedKey(const QString &written, const QList<Run> &runs)
{
    if (hasColumn(runs, {ColumnGroup::Metric, written}))
        return columnKeyText({ColumnGroup::Metric, written});
    const auto column = columnOfKey(written);
    if (!column) {
        const auto expression = parseQueryExpression(written);
        return expression ? Result<QString>(expression->text) : noSuchMetric(written, expression.error());
    }
    if (!hasColumn(runs, *column))
        return Error{ErrorCode::NotFound, CliText::tr("None of these runs has %1").arg(columnKeyText(*column)), {}};
    return columnKeyText(*column);
}

// Everything that stands for a column, each given to `change`.
Status changeKeys(CardSpec &card, const std::function<Result<QString>(const QString &)> &change)
{
    const auto changeAll = [&](QStringList &keys) -> Status {
        for (QString &key : keys) {
            auto changed = change(key);
            if (!changed)
                return changed.error();
            key = *changed;
        }
        return {};
    };
    if (const Status changed = changeAll(card.keys); !changed)
        return changed;
    for (const CardOption &option : cardOptions(card.type)) {
        const bool isKey = option.takes == CardOption::Takes::Key;
        QStringList keys = card.options.value(option.name).toStringList();
        if ((!isKey && option.takes != CardOption::Takes::Keys) || keys.isEmpty() || keys == QStringList{QString()})
            continue;
        if (const Status changed = changeAll(keys); !changed)
            return changed;
        card.options.insert(option.name, isKey ? QVariant(keys.first()) : QVariant(keys));
    }
    return {};
}

template <typename Map>
void keepOnly(Map &map, const QSet<QString> &names)
{
    map.removeIf([&](const std::pair<const QString &, typename Map::mapped_type &> &entry) { return !names.contains(entry.first); });
}

} // namespace

QList<OptionSpec> cardDrawingOptions()
{
    return {
        {"card"_L1, 0, CliText::tr("TYPE"), false, CliText::tr("what is drawn: %1; line unless it is given").arg(alternatives(typeNames()))},
        {"option"_L1, 0, CliText::tr("KEY=VALUE"), true, CliText::tr("an option of that type; may be given several times")},
    };
}

QString cardDrawingHelp()
{
    QStringList lines;
    for (const CardType type : statisticsTypes()) {
        const CardKeyRoles &roles = cardKeyRoles(type);
        QStringList words{cardTypeName(type)};
        const qsizetype shown = std::max(roles.least, roles.names.size());
        for (qsizetype i = 0; i < shown; ++i) {
            const QString name = roles.names.value(std::min(i, roles.names.size() - 1));
            words.append(i < roles.least ? name : u"[%1]"_s.arg(name));
        }
        QString line = words.join(u' ') + (roles.most > shown ? u"…"_s : QString());
        QStringList options;
        for (const CardOption &option : cardOptions(type))
            options.append(option.name + u'=' + (option.takes == CardOption::Takes::OneOf ? option.values.join(u'|')
                                                 : option.takes == CardOption::Takes::Switch ? u"true|false"_s : CliText::tr("KEY")));
        if (!options.isEmpty())
            line += u" — "_s + options.join(u", "_s);
        lines.append(line);
    }
    return lines.join(u"\n\n"_s);
}

Result<std::optional<CardSpec>> cardOf(const Arguments &arguments)
{
    const QString written = arguments.value("card"_L1);
    const QStringList options = arguments.values("option"_L1);
    if (!arguments.has("card"_L1) || written == cardTypeName(CardType::Line)) {
        if (!options.isEmpty())
            return Error{ErrorCode::InvalidArgument, CliText::tr("--option goes with another --card than line, so not: %1").arg(options.first()), {}};
        return std::optional<CardSpec>();
    }
    const auto type = statisticsType(written);
    if (!type)
        return badOptionValue(u"--card"_s, alternatives(typeNames()), written);
    for (const OptionSpec &option : chartLineOptions())
        if (arguments.has(option.name))
            return Error{ErrorCode::InvalidArgument, CliText::tr("%1 goes with --card line, not with --card %2").arg(option.longForm(), written), {}};
    CardSpec card;
    card.id = u"#1"_s;
    card.type = *type;
    card.title = arguments.value("title"_L1);
    card.keys = arguments.from(1);
    for (const QString &option : options)
        if (const Status read = readOption(card, option); !read)
            return read.error();
    if (const Status counted = checkKeyCount(card); !counted)
        return counted.error();
    return std::optional(card);
}

Result<CardSpec> resolvedCard(CardSpec card, const QList<Run> &runs)
{
    const Status resolved = changeKeys(card, [&](const QString &key) { return resolvedKey(key, runs); });
    return resolved ? Result<CardSpec>(card) : resolved.error();
}

QList<Run> runsForCard(const CardSpec &card, const QList<Run> &runs)
{
    bool looksAtAll = card.keys.size() < cardKeyRoles(card.type).least || card.type == CardType::Importance;
    QSet<QString> metrics, params, tags;
    for (const QString &key : columnKeys(card)) {
        const auto found = columnOfKey(key);
        looksAtAll = looksAtAll || !found; // an expression
        const ColumnKey column = found.value_or(ColumnKey());
        (column.group == ColumnGroup::Metric ? metrics : column.group == ColumnGroup::Param ? params : tags).insert(column.name);
    }
    QList<Run> kept = runs;
    for (Run &run : kept) {
        run.datasets.clear();
        if (looksAtAll)
            continue;
        keepOnly(run.metrics, metrics);
        keepOnly(run.params, params);
        keepOnly(run.tags, tags);
    }
    return kept;
}

} // namespace Assay
