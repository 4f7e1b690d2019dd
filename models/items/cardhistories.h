// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/historyvalues.h"

#include <QStringList>

#include <optional>

namespace Assay {

// What cards ask of whole histories: a key may be an expression such as "min(metrics.loss)".

// What has to be read before the columns of these keys are whole for these rows. O(rows of the table); any thread.
HistoryNeeds cardHistoryNeeds(const RunTable &table, const std::vector<uint32_t> &rows, const QStringList &keys, const HistoryValues &histories);

// A key that is one of the values a metric had.
struct CardHistory {
    HistoryFunction function = HistoryFunction::Min;
    QString metric; // as a key: "metrics.loss"
};
// Nothing for a column, and for expressions whose values are none of the metric's own (a step, a slope, a sum).
std::optional<CardHistory> cardHistory(const QString &key);
// "min(metrics.loss)".
QString cardHistoryKey(HistoryFunction function, const QString &metric);

} // namespace Assay
