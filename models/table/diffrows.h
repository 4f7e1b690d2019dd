// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/rundiff.h"

#include <QHash>

namespace Assay {

// Puts rows of one section together from what each run has: add() in any order, take() sorted by key in code point order.
class DiffRowBuilder
{
public:
    DiffRowBuilder(DiffSection section, qsizetype runCount) : m_section(section), m_runCount(size_t(runCount)) {}

    void add(qsizetype run, const QString &key, DiffValue value);
    bool contains(const QString &key) const { return m_index.contains(key); }
    qsizetype size() const { return qsizetype(m_rows.size()); }
    std::vector<DiffRow> take();

private:
    DiffSection m_section;
    size_t m_runCount;
    QHash<QString, size_t> m_index;
    std::vector<DiffRow> m_rows;
};

// What is recorded of the runs: all sections that isRecorded(), with values of their own.
std::vector<DiffRow> recordedRows(const QList<Run> &runs);
// Params, metrics or tags: the columns in which any of the rows has a value.
std::vector<DiffRow> columnRows(const RunTable &table, const std::vector<uint32_t> &rows, DiffSection section, const Job &job);
// Attributes and data sets of rows of a table.
std::vector<DiffRow> infoRows(const RunTable &table, const std::vector<uint32_t> &rows);
// Where the code came from, told by MLflow's tags: commit, branch, repository, dirty, diff, source, source_type, entry_point,
// backend, version, command. Rows that no run has are left out.
std::vector<DiffRow> codeRows(const QList<TextMap> &tags);
// The same of rows of a table.
std::vector<DiffRow> codeRows(const RunTable &table, const std::vector<uint32_t> &rows);
// The tags that codeRows() looks at.
const QList<std::pair<QLatin1StringView, QLatin1StringView>> &codeTags(); // tag, key

} // namespace Assay
