// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/cardspec.h"

#include <QMap>

#include <functional>

namespace Assay {

// What a person made of the charts page. Without it every metric has a card of its own; here is only what differs: added
// cards, changed ones, those taken away, and those that were moved. A value.
//
// The card of a metric has the metric's name as its id, added ones "#1", "#2" ….
struct Dashboard {
    QList<CardSpec> cards;            // added ones in their order, and changed cards of metrics
    QStringList removed;              // metrics whose card is not wanted
    QMap<QString, QStringList> order; // section to the cards that stand first in it, where any was moved

    bool isEmpty() const { return cards.isEmpty() && removed.isEmpty() && order.isEmpty(); }
    CardSpec card(const QString &id) const; // as changed, else the metric's own
    static CardSpec metricCard(const QString &metric);
    static bool isAdded(const QString &id) { return id.startsWith(u'#'); }

    void set(const CardSpec &card); // by its id
    QString add(CardSpec card);     // gives it an id, and returns that
    QString duplicate(const QString &id); // the copy's id: it stands in the section of added cards
    void remove(const QString &id); // an added card is gone, a metric's is not shown any more
    // Puts a card before another one of its section, or behind all of `shown` (the section's cards as they stand now).
    void move(const QString &section, const QStringList &shown, const QString &id, const QString &before);

    QVariantMap toMap() const; // "cards", "removed", "order"
    // What cannot be read of it is left out.
    static Dashboard fromMap(const QVariantMap &map);
    friend bool operator==(const Dashboard &, const Dashboard &) = default;
};

// Cards that stand together below one heading. A metric's is in the section of its first part: "train/loss" and
// "train/acc" are in "train".
struct ChartSection {
    static constexpr QLatin1StringView Pinned{"/pinned"}; // no metric's section has a slash
    static constexpr QLatin1StringView Added{"/added"};

    QString prefix;   // empty: metrics without a '/'
    QStringList keys; // ids of cards

    friend bool operator==(const ChartSection &, const ChartSection &) = default;
};

// Which cards are looked for, by title or any of their keys.
using CardFilter = std::function<bool(const QString &text)>;
// A text that is part of it, or an expression in RE2's syntax, in whichever case; an empty text finds all. The error is a
// sentence about the expression.
Result<CardFilter> cardFilter(const QString &text, bool isExpression);

// The page of these metrics: pinned cards first, then added ones, metrics without a prefix, the prefixes in their order,
// "system" (what the machine did) last. Within a section the metrics keep their order.
QList<ChartSection> chartSections(const QStringList &metrics, const Dashboard &dashboard = {}, const CardFilter &filter = {});
// Whether a section is folded until somebody opens it.
bool isFoldedAtFirst(const QString &prefix);

} // namespace Assay
