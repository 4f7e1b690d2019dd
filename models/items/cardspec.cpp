// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardspec.h"

#include "models/items/cardcolumns.h"
#include "models/table/querykey.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(CardSpec)
};

constexpr std::array<QLatin1StringView, CardTypeCount> TypeNames{
    "line"_L1, "bar"_L1, "scatter"_L1, "parallel"_L1, "box"_L1, "histogram"_L1,
    "heatmap"_L1, "importance"_L1, "correlation"_L1, "values"_L1, "images"_L1, "text"_L1};
constexpr std::array KnownKeys{"id"_L1, "type"_L1, "title"_L1, "keys"_L1, "options"_L1, "span"_L1, "pinned"_L1};
constexpr qsizetype MostText = 10'000; // of a key or a title
constexpr qsizetype MostKeys = 1000;

QSize spanOf(const QVariant &value)
{
    const QVariantList sides = value.toList();
    if (sides.size() != 2)
        return {1, 1};
    return {std::clamp(sides[0].toInt(), 1, CardSpec::MostSpan.width()), std::clamp(sides[1].toInt(), 1, CardSpec::MostSpan.height())};
}

} // namespace

QVariantMap CardSpec::toMap() const
{
    QVariantMap map = rest;
    map.insert(u"id"_s, id);
    map.insert(u"type"_s, isKnown() ? cardTypeName(type) : unknownType);
    if (!title.isEmpty())
        map.insert(u"title"_s, title);
    if (!keys.isEmpty())
        map.insert(u"keys"_s, keys);
    if (!options.isEmpty())
        map.insert(u"options"_s, options);
    if (span != QSize(1, 1))
        map.insert(u"span"_s, QVariantList{span.width(), span.height()});
    if (isPinned)
        map.insert(u"pinned"_s, true);
    return map;
}

std::optional<CardSpec> CardSpec::fromMap(const QVariantMap &map)
{
    CardSpec spec;
    spec.id = map.value(u"id"_s).toString().left(MostText);
    const QString typeName = map.value(u"type"_s).toString().left(100);
    if (spec.id.isEmpty() || typeName.isEmpty())
        return {};
    const auto known = std::ranges::find(TypeNames, typeName);
    if (known == TypeNames.end())
        spec.unknownType = typeName;
    else
        spec.type = CardType(known - TypeNames.begin());
    spec.title = map.value(u"title"_s).toString().left(MostText);
    const QStringList keys = map.value(u"keys"_s).toStringList().mid(0, MostKeys);
    for (const QString &key : keys)
        if (!key.isEmpty() && key.size() <= MostText)
            spec.keys.append(key);
    spec.options = map.value(u"options"_s).toMap();
    spec.span = spanOf(map.value(u"span"_s));
    spec.isPinned = map.value(u"pinned"_s).toBool();
    for (auto it = map.begin(); it != map.end(); ++it)
        if (std::ranges::find(KnownKeys, it.key()) == KnownKeys.end())
            spec.rest.insert(it.key(), it.value());
    return spec;
}

QString cardTypeName(CardType type)
{
    return TypeNames[size_t(type)];
}

QString cardTypeTitle(CardType type)
{
    switch (type) {
    case CardType::Line: return CardText::tr("Line chart");
    case CardType::Bar: return CardText::tr("Bars");
    case CardType::Scatter: return CardText::tr("Scatter plot");
    case CardType::ParallelCoordinates: return CardText::tr("Parallel coordinates");
    case CardType::Box: return CardText::tr("Box plot");
    case CardType::Histogram: return CardText::tr("Histogram");
    case CardType::HeatMap: return CardText::tr("Heat map");
    case CardType::Importance: return CardText::tr("Parameter importance");
    case CardType::Correlation: return CardText::tr("Correlation");
    case CardType::Values: return CardText::tr("Values at a step");
    case CardType::Images: return CardText::tr("Images");
    case CardType::Text: return CardText::tr("Text");
    }
    return {};
}

QString cardTitle(const CardSpec &spec)
{
    if (!spec.title.isEmpty())
        return spec.title;
    QStringList names;
    for (const QString &key : spec.keys) {
        names.append(columnTitle(key));
        if (names.size() == 4)
            break;
    }
    if (spec.keys.size() > names.size())
        names.append(CardText::tr("%n more", nullptr, int(spec.keys.size() - names.size())));
    if (names.isEmpty())
        return spec.isKnown() ? cardTypeTitle(spec.type) : spec.unknownType;
    return names.join(u", "_s);
}

std::optional<ColumnKey> columnOfKey(const QString &key)
{
    const auto parsed = parseQueryKey(key);
    return parsed && !parsed->isDataset() && parsed->kind != QueryKey::Kind::Depth && parsed->parents == 0 ? std::optional(parsed->column) : std::nullopt;
}

} // namespace Assay
