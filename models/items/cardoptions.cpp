// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardoptions.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Takes = CardOption::Takes;

struct CardSyntax {
    CardType type;
    CardKeyRoles keys;
    QList<CardOption> options;
};

const QList<CardSyntax> &syntaxes()
{
    static const QStringList sides{u"auto"_s, u"lower"_s, u"higher"_s};
    static const QList<CardSyntax> all{
        {CardType::Bar,
         {{u"VALUE"_s, u"BY"_s}, 1, 2},
         {{"summary"_L1, Takes::OneOf, {u"mean"_s, u"best"_s, u"count"_s}}, {"order"_L1, Takes::OneOf, {u"best"_s, u"worst"_s, u"table"_s}}}},
        {CardType::Scatter,
         {{u"X"_s, u"Y"_s, u"COLOUR"_s}, 2, 3},
         {{"trend"_L1, Takes::OneOf, {u"none"_s, u"linear"_s, u"loess"_s}},
          {"front"_L1, Takes::Switch},
          {"betterX"_L1, Takes::OneOf, sides},
          {"betterY"_L1, Takes::OneOf, sides},
          {"logX"_L1, Takes::Switch},
          {"logY"_L1, Takes::Switch}}},
        {CardType::ParallelCoordinates,
         {{u"AXIS"_s}, 2, 24},
         {{"color"_L1, Takes::Key}, {"log"_L1, Takes::Keys}, {"linear"_L1, Takes::Keys}, {"inverted"_L1, Takes::Keys}}},
        {CardType::Box,
         {{u"VALUE"_s, u"BY"_s}, 1, 2},
         {{"kind"_L1, Takes::OneOf, {u"box"_s, u"violin"_s}}, {"dots"_L1, Takes::Switch}, {"log"_L1, Takes::Switch}}},
        {CardType::Histogram, {{u"VALUE"_s}, 1, 1}, {}},
        {CardType::HeatMap,
         {{u"X"_s, u"Y"_s, u"VALUE"_s}, 3, 3},
         {{"summary"_L1, Takes::OneOf, {u"mean"_s, u"least"_s, u"greatest"_s, u"count"_s}}}},
        {CardType::Importance, {{u"VALUE"_s}, 1, 1}, {}},
        {CardType::Correlation,
         {{u"COLUMN"_s}, 2, 40},
         {{"method"_L1, Takes::OneOf, {u"spearman"_s, u"pearson"_s}}}},
    };
    return all;
}

const CardSyntax &syntaxOf(CardType type)
{
    static const CardSyntax none{CardType::Text, {}, {}};
    for (const CardSyntax &syntax : syntaxes())
        if (syntax.type == type)
            return syntax;
    return none;
}

} // namespace

bool isStatistics(CardType type)
{
    return syntaxOf(type).keys.most > 0;
}

const CardKeyRoles &cardKeyRoles(CardType type)
{
    return syntaxOf(type).keys;
}

const QList<CardOption> &cardOptions(CardType type)
{
    return syntaxOf(type).options;
}

QStringList columnKeys(const CardSpec &card)
{
    QStringList keys = card.keys;
    for (const CardOption &option : cardOptions(card.type))
        if (option.takes == Takes::Key || option.takes == Takes::Keys)
            keys += card.options.value(option.name).toStringList();
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

std::optional<CardType> statisticsType(const QString &name)
{
    for (const CardSyntax &syntax : syntaxes())
        if (cardTypeName(syntax.type) == name)
            return syntax.type;
    return {};
}

const QList<CardType> &statisticsTypes()
{
    static const QList<CardType> types = [] {
        QList<CardType> made;
        for (const CardSyntax &syntax : syntaxes())
            made.append(syntax.type);
        return made;
    }();
    return types;
}

} // namespace Assay
