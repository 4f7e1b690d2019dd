// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

#include <string>
#include <vector>

namespace Assay {

// What the runs of a table have of metrics, params and tags, as one JSON object each (copyjson.h). The columns are turned
// into rows once, so that a run costs what it has and not all the keys there are. The table outlives it.
class RunDocuments
{
public:
    explicit RunDocuments(const RunTable &table);

    struct Documents {
        std::string metrics, params, tags;
    };
    // Valid until the next call.
    const Documents &of(uint32_t row);

private:
    struct Cell {
        uint32_t column;
        uint32_t code;  // of a text
        double number;
    };

    void countCells();
    void fillCells();

    const RunTable &m_table;
    std::vector<std::string> m_keys; // by column: "key": in JSON
    std::vector<size_t> m_ends;      // by row: where its cells end
    std::vector<Cell> m_cells;       // by row, then column
    Documents m_documents;
};

} // namespace Assay
