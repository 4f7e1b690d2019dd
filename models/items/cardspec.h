// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/columnkey.h"

#include <QSize>
#include <QStringList>
#include <QVariantMap>

#include <optional>

namespace Assay {

enum class CardType { Line, Bar, Scatter, ParallelCoordinates, Box, Histogram, HeatMap, Importance, Correlation, Values, Images, Text };
inline constexpr int CardTypeCount = 12;

// One card of the charts page: what it draws, of which columns, and how large. A value; what a program does not know of it
// (a newer one's type or keys) stays in it and is written again.
struct CardSpec {
    static constexpr QSize MostSpan{4, 3};

    QString id; // unique on a page
    CardType type = CardType::Line;
    QString unknownType; // as it was written, when it is none of `type`
    QString title;       // empty: made of the keys
    QStringList keys;    // columns as in queries: "metrics.loss", "params.lr"; what each is for depends on the type
    QVariantMap options; // the type's own
    QSize span{1, 1};    // in cells of the grid
    bool isPinned = false;
    QVariantMap rest;    // keys that are not known here

    bool isKnown() const { return unknownType.isEmpty(); }

    QVariantMap toMap() const;
    // Nothing of what makes no sense: a card without an id or without a type is none.
    static std::optional<CardSpec> fromMap(const QVariantMap &map);
    friend bool operator==(const CardSpec &, const CardSpec &) = default;
};

QString cardTypeName(CardType type);  // as in files: "line", "parallel"
QString cardTypeTitle(CardType type); // for people: "Parallel coordinates"
// The title that was given, else one made of the keys.
QString cardTitle(const CardSpec &spec);

// The column that a key of a card stands for; nothing when it is no name of one (an expression).
std::optional<ColumnKey> columnOfKey(const QString &key);

} // namespace Assay
