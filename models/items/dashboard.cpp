// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dashboard.h"

#include "models/table/querypattern.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView SystemPrefix{"system"};
constexpr qsizetype MostCards = 10'000; // of what is read from a file
constexpr qsizetype MostLength = 10'000;

struct DashboardText {
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

QString prefixOf(const QString &metric)
{
    const qsizetype slash = metric.indexOf(u'/');
    return slash > 0 ? metric.left(slash) : QString();
}

// Those of `first` that are there, then the others as they are.
void moveToFront(QStringList &ids, const QStringList &first)
{
    if (first.isEmpty())
        return;
    const QSet<QString> there(ids.begin(), ids.end());
    QStringList ordered;
    QSet<QString> taken;
    for (const QString &id : first) {
        if (there.contains(id) && !taken.contains(id)) {
            ordered.append(id);
            taken.insert(id);
        }
    }
    for (const QString &id : std::as_const(ids))
        if (!taken.contains(id))
            ordered.append(id);
    ids = ordered;
}

bool fits(const CardSpec &card, const CardFilter &filter)
{
    if (!filter || filter(cardTitle(card)))
        return true;
    return std::ranges::any_of(card.keys, [&filter](const QString &key) {
        const auto column = columnOfKey(key);
        return filter(column ? column->name : key);
    });
}

QStringList textsOf(const QVariant &value)
{
    QStringList texts;
    for (const QString &text : value.toStringList().mid(0, MostCards))
        if (!text.isEmpty() && text.size() <= MostLength)
            texts.append(text);
    return texts;
}

} // namespace

CardSpec Dashboard::metricCard(const QString &metric)
{
    CardSpec card;
    card.id = metric;
    card.keys = {columnKeyText({ColumnGroup::Metric, metric})};
    return card;
}

CardSpec Dashboard::card(const QString &id) const
{
    const auto found = std::ranges::find(cards, id, &CardSpec::id);
    return found == cards.end() ? metricCard(id) : *found;
}

void Dashboard::set(const CardSpec &card)
{
    const auto found = std::ranges::find(cards, card.id, &CardSpec::id);
    const bool isAsMade = !isAdded(card.id) && card == metricCard(card.id);
    if (found == cards.end() && !isAsMade)
        cards.append(card);
    else if (found != cards.end() && isAsMade)
        cards.erase(found);
    else if (found != cards.end())
        *found = card;
}

QString Dashboard::add(CardSpec card)
{
    QSet<QString> taken;
    for (const CardSpec &each : std::as_const(cards))
        taken.insert(each.id);
    qint64 number = 1;
    do
        card.id = u'#' + QString::number(number++);
    while (taken.contains(card.id));
    cards.append(card);
    return card.id;
}

QString Dashboard::duplicate(const QString &id)
{
    CardSpec copy = card(id);
    copy.title = DashboardText::tr("%1 (copy)").arg(cardTitle(copy));
    return add(copy);
}

void Dashboard::remove(const QString &id)
{
    cards.removeIf([&id](const CardSpec &card) { return card.id == id; });
    if (!isAdded(id) && !removed.contains(id))
        removed.append(id);
}

void Dashboard::move(const QString &section, const QStringList &shown, const QString &id, const QString &before)
{
    QStringList all = shown;
    const qsizetype from = all.indexOf(id);
    all.removeOne(id);
    const qsizetype at = before.isEmpty() ? -1 : all.indexOf(before);
    const qsizetype to = at < 0 ? all.size() : at;
    all.insert(to, id);
    // No more is kept than what was moved: cards of new metrics come after it in their own order.
    const qsizetype known = order.value(section).size();
    order.insert(section, all.mid(0, std::max({known, from + 1, to + 1})));
}

QVariantMap Dashboard::toMap() const
{
    QVariantList cardMaps;
    for (const CardSpec &card : cards)
        cardMaps.append(card.toMap());
    QVariantMap orderMap;
    for (auto it = order.begin(); it != order.end(); ++it)
        orderMap.insert(it.key(), it.value());
    return {{u"cards"_s, cardMaps}, {u"removed"_s, removed}, {u"order"_s, orderMap}};
}

Dashboard Dashboard::fromMap(const QVariantMap &map)
{
    Dashboard dashboard;
    QSet<QString> ids;
    for (const QVariant &value : map.value(u"cards"_s).toList().mid(0, MostCards)) {
        const auto card = CardSpec::fromMap(value.toMap());
        if (card && !ids.contains(card->id)) {
            ids.insert(card->id);
            dashboard.cards.append(*card);
        }
    }
    dashboard.removed = textsOf(map.value(u"removed"_s));
    const QVariantMap order = map.value(u"order"_s).toMap();
    for (auto it = order.begin(); it != order.end(); ++it)
        if (const QStringList texts = textsOf(it.value()); !texts.isEmpty())
            dashboard.order.insert(it.key(), texts);
    return dashboard;
}

Result<CardFilter> cardFilter(const QString &text, bool isExpression)
{
    if (text.isEmpty())
        return CardFilter();
    if (!isExpression)
        return CardFilter([text](const QString &name) { return name.contains(text, Qt::CaseInsensitive); });
    const auto pattern = QueryAst::Pattern::compile("(?i)" + text.toStdString());
    if (!pattern)
        return Error{pattern.error().code, DashboardText::tr("This is no regular expression: %1").arg(pattern.error().message), {}};
    return CardFilter([found = *pattern](const QString &name) { return found->isFoundIn(name.toStdString()); });
}

QList<ChartSection> chartSections(const QStringList &metrics, const Dashboard &dashboard, const CardFilter &filter)
{
    QHash<QString, const CardSpec *> changed;
    QStringList pinned, added;
    const QSet<QString> there(metrics.begin(), metrics.end());
    for (const CardSpec &card : dashboard.cards) {
        changed.insert(card.id, &card);
        if ((!Dashboard::isAdded(card.id) && !there.contains(card.id)) || !fits(card, filter))
            continue;
        if (card.isPinned)
            pinned.append(card.id);
        else if (Dashboard::isAdded(card.id))
            added.append(card.id);
    }
    const QSet<QString> removed(dashboard.removed.begin(), dashboard.removed.end());
    std::map<std::pair<bool, QString>, QStringList> byPrefix; // with "system" after all others
    for (const QString &metric : metrics) {
        if (removed.contains(metric) || (Dashboard::isAdded(metric) && changed.contains(metric)))
            continue;
        const CardSpec *card = changed.value(metric);
        if (card ? card->isPinned || !fits(*card, filter) : filter && !filter(metric))
            continue;
        const QString prefix = prefixOf(metric);
        byPrefix[{prefix == SystemPrefix, prefix}].append(metric);
    }
    QList<ChartSection> sections;
    const auto append = [&](const QString &prefix, QStringList ids) {
        if (ids.isEmpty())
            return;
        moveToFront(ids, dashboard.order.value(prefix));
        sections.append({prefix, std::move(ids)});
    };
    append(ChartSection::Pinned, pinned);
    append(ChartSection::Added, added);
    for (auto &[order, inside] : byPrefix)
        append(order.second, std::move(inside));
    return sections;
}

bool isFoldedAtFirst(const QString &prefix)
{
    return prefix == SystemPrefix;
}

} // namespace Assay
