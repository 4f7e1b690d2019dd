// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rungrouping.h"
#include "models/table/columnscale.h"
#include "models/table/roworder.h"

#include <QVariantMap>

namespace Assay {

// How the pivot was left; a key without a name was not chosen.
struct PivotState {
    bool isShown = false; // instead of the table
    ColumnKey down, across, value;
    Aggregate aggregate = Aggregate::Mean;

    friend bool operator==(const PivotState &, const PivotState &) = default;
};

// How a run table was left: what the application keeps between two sessions.
struct RunTableState {
    QList<ColumnKey> columns; // in order, pinned ones first; empty: chosen from what the runs have
    QList<ColumnKey> pinned;
    QHash<ColumnKey, int> widths;
    QList<SortKey> sortKeys;
    QString filter;
    bool nested = false;
    Kin kin = Kin::None; // that the filter shows, when nested
    QList<ColumnKey> groupBy; // none: no groups
    GroupSummary summary = GroupSummary::Mean;
    QHash<ColumnKey, ColumnScale> scales;
    QHash<ColumnKey, BetterValues> better; // what the person said; others are guessed
    PivotState pivot;

    Kin shownKin() const { return nested ? kin : Kin::None; }
    BetterValues betterOf(const ColumnKey &key) const { return better.contains(key) ? better.value(key) : guessBetterValues(key); }

    QVariantMap toMap() const;
    // What cannot be read of it is left out.
    static RunTableState fromMap(const QVariantMap &map);
    friend bool operator==(const RunTableState &, const RunTableState &) = default;
};

} // namespace Assay
