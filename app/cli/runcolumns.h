// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/records.h"
#include "app/cli/runselection.h"

namespace Assay {

// --columns KEY,…: keys as in a query; a comma within backticks or quotes belongs to the key. Nothing when not given.
Result<std::optional<QList<ColumnKey>>> runColumnsOf(const Arguments &arguments);

// Every column of the table.
QList<ColumnKey> allColumns(const RunTable &table);
// For a terminal: names, states and times, then metrics and params that the rows have.
struct TableColumns {
    QList<ColumnKey> keys;
    qsizetype firstOptional = 0; // from here on what does not fit may be left out
};
TableColumns columnsForPeople(const SelectedRuns &runs);

// The runs as records of those columns; columns from `firstOptional` on may be left out by a table.
void writeRunRecords(RecordWriter &records, const SelectedRuns &runs, const QList<ColumnKey> &keys, qsizetype firstOptional);

} // namespace Assay
