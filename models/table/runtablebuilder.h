// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

#include <array>
#include <unordered_map>

namespace Assay {

// A run's attributes as valid UTF-8, for readers that have no QString at hand. Empty texts are absent ones.
struct RunCells {
    std::string_view runId;
    std::string_view experimentId;
    std::string_view name;
    std::string_view userId;
    std::string_view artifactUri;
    RunStatus status = RunStatus::Running;
    Lifecycle lifecycle = Lifecycle::Active;
    int64_t startTime = TimeTraits::absent;
    int64_t endTime = TimeTraits::absent;
};

// Fills the columns of a RunTable, run by run (file stores) or column by column in any order of rows (databases).
// One thread at a time. Texts are valid UTF-8; of two values for one key of a run the later one counts.
class RunTableBuilder
{
public:
    explicit RunTableBuilder(QueryDialect dialect = {});

    uint32_t addRun(const RunInfo &info); // the new row; of several stores when it has one
    uint32_t addRun(const RunCells &cells);
    // In two steps: the rows with their ids and lifecycle stages, then the other attributes of those that have any.
    uint32_t addRow(const RunCells &cells);
    void setAttributes(uint32_t row, const RunCells &cells);
    qsizetype rowCount() const { return m_rowCount; }

    // The number of a column, made when it is new; stays valid. Keep it while consecutive cells have the same key.
    uint32_t metricColumn(std::string_view key) { return columnOf(ColumnGroup::Metric, key); }
    uint32_t paramColumn(std::string_view key) { return columnOf(ColumnGroup::Param, key); }
    uint32_t tagColumn(std::string_view key) { return columnOf(ColumnGroup::Tag, key); }
    void setMetric(uint32_t column, uint32_t row, double value);
    void setText(uint32_t column, uint32_t row, std::string_view text); // params and tags

    void setRunName(uint32_t row, std::string_view name); // for a name that only the tag has; the row has none yet
    void addDataset(uint32_t row, DatasetInput input);
    void add(const Run &run); // addRun() with everything that the run has

    // A builder for columns of the same rows that another thread fills; no runs are added to it. join() moves its
    // columns, which have other keys than those that are here.
    RunTableBuilder forColumns() const;
    void join(RunTableBuilder &&part);

    // What is there so far, copied: O(cells).
    RunTablePtr snapshot() const;
    // The attributes alone, not copied: for a first look when all runs have been added.
    RunTablePtr attributes();
    // Everything, moved out; the builder is empty afterwards.
    RunTablePtr finish();

private:
    static constexpr size_t AttributeCount = 9;

    void setStore(uint32_t row, const QString &store, qsizetype member);
    uint32_t columnOf(ColumnGroup group, std::string_view key);
    void finishColumn(Column &column) const;

    qsizetype m_rowCount = 0;
    QueryDialect m_dialect;
    std::vector<uint32_t> m_namedByTag;
    std::vector<qsizetype> m_members; // of several stores: their numbers, by the codes of the column `store`
    struct Building {
        ColumnKey key;
        std::shared_ptr<Column> column;
    };
    std::vector<Building> m_columns; // the attributes first
    std::array<std::unordered_map<std::string, uint32_t>, 4> m_byKey;
    std::unordered_map<uint32_t, std::vector<DatasetInput>> m_datasets;
    bool m_attributesShared = false; // with the table that attributes() gave out: they do not change any more
    bool m_nameShared = false;
};

} // namespace Assay
