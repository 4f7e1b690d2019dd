// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/jsonwriter.h"
#include "models/table/runtable.h"

#include <array>
#include <optional>

namespace Assay {

// Writes rows of a table as MLflow's Run.to_dictionary() has them, of several stores with a "store" beside it. Costs what a run has and not all columns of the table:
// with 12,000 keys of which each run has a few that is the difference.
class RunJson
{
public:
    // `keys`: the columns that `data` is limited to; nothing: all of them. The table outlives the writer.
    RunJson(const RunTable &table, const std::optional<QList<ColumnKey>> &keys);

    void write(JsonWriter &json, uint32_t row) const;

private:
    struct Slot {
        std::string key;
        const Column *column;
    };
    // Columns of one group: those that most rows have, and for the others what each row has.
    struct Group {
        std::vector<Slot> columns;
        std::vector<uint32_t> dense;      // indexes of `columns`
        std::vector<uint32_t> sparseEnds; // by row: end of its part of `sparse`
        std::vector<uint32_t> sparse;     // indexes of `columns`, by row, ascending
    };

    void index(Group &group) const;
    void writeInfo(JsonWriter &json, uint32_t row) const;
    void writeGroup(JsonWriter &json, const Group &group, uint32_t row) const;
    void writeInputs(JsonWriter &json, uint32_t row) const;

    const RunTable &m_table;
    std::array<Group, 4> m_groups; // by ColumnGroup
};

} // namespace Assay
