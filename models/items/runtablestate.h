// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/roworder.h"

#include <QVariantMap>

namespace Assay {

// How a run table was left: what the application keeps between two sessions.
struct RunTableState {
    QList<ColumnKey> columns; // in order, pinned ones first; empty: chosen from what the runs have
    QList<ColumnKey> pinned;
    QHash<ColumnKey, int> widths;
    QList<SortKey> sortKeys;
    QString filter;
    bool nested = false;

    QVariantMap toMap() const;
    // What cannot be read of it is left out.
    static RunTableState fromMap(const QVariantMap &map);
    friend bool operator==(const RunTableState &, const RunTableState &) = default;
};

} // namespace Assay
