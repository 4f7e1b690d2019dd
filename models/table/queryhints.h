// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"

#include <QStringList>

namespace Assay {

// A key of a query that no run of the table has: no mistake, but perhaps not what was meant.
struct UnknownKey {
    QString key;         // as it would be written
    qsizetype offset = 0; // in the query, UTF-16 units
    qsizetype length = 0;
    QStringList nearest; // keys that runs have and that are spelled like it, the likeliest first

    friend bool operator==(const UnknownKey &, const UnknownKey &) = default;
};

// Each key once. O(columns) for each that is unknown.
std::vector<UnknownKey> unknownKeys(const Query &query, const RunTable &table);

// "No run has params.lr2. Did you mean params.lr?"
QString unknownKeyText(const UnknownKey &key);

// The key that somebody may have meant who wrote "metric_s.loss" or "start_tme", which are none; empty: no idea.
QString nearestKeySpelling(QStringView written);

} // namespace Assay
