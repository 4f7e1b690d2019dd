// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

#include <array>
#include <unordered_map>

namespace Assay {

// Fills the columns of a RunTable, run by run (file stores) or column by column in any order of rows (databases).
// One thread at a time. Texts are valid UTF-8; a key of a run is set at most once.
class RunTableBuilder
{
public:
    explicit RunTableBuilder(QueryDialect dialect = {});

    uint32_t addRun(const RunInfo &info); // the new row
    qsizetype rowCount() const { return m_rowCount; }

    // The number of a column, made when it is new; stays valid. Keep it while consecutive cells have the same key.
    uint32_t metricColumn(std::string_view key) { return columnOf(ColumnGroup::Metric, key); }
    uint32_t paramColumn(std::string_view key) { return columnOf(ColumnGroup::Param, key); }
    uint32_t tagColumn(std::string_view key) { return columnOf(ColumnGroup::Tag, key); }
    void setMetric(uint32_t column, uint32_t row, double value);
    void setText(uint32_t column, uint32_t row, std::string_view text); // params and tags

    void setRunName(uint32_t row, std::string_view name); // for a name that is only known later; the row has none yet
    void addDataset(uint32_t row, DatasetInput input);
    void add(const Run &run); // addRun() with everything that the run has

    // What is there so far, copied: O(cells).
    RunTablePtr snapshot() const;
    // Everything, moved out; the builder is empty afterwards.
    RunTablePtr finish();

private:
    static constexpr size_t AttributeCount = 9;

    uint32_t columnOf(ColumnGroup group, std::string_view key);
    void setAttribute(size_t attribute, uint32_t row, const QString &text);

    qsizetype m_rowCount = 0;
    QueryDialect m_dialect;
    struct Building {
        ColumnKey key;
        std::shared_ptr<Column> column;
    };
    std::vector<Building> m_columns; // the attributes first
    std::array<std::unordered_map<std::string, uint32_t>, 4> m_byKey;
    std::unordered_map<uint32_t, std::vector<DatasetInput>> m_datasets;
};

} // namespace Assay
