// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"
#include "models/table/column.h"
#include "models/table/columnkey.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Assay {

// Where stores of MLflow disagree about the same query, the store says how it answers (see the fixture stores' README).
struct QueryDialect {
    bool likeMatchesNewline = true;   // databases: '%' matches a newline; file stores: not
    bool ilikeFoldsUnicode = true;    // file stores; SQLite folds ASCII only
    bool tagNamesSortAsEmpty = false; // databases: ordering by run_name does not know a name that only the tag has

    friend bool operator==(const QueryDialect &, const QueryDialect &) = default;
};

// All runs of a store (or those that were asked for) in columns: an immutable snapshot that table, charts, compare and
// command line share through shared_ptr<const>. Rows are in the order in which the store gave them.
// Thread-safe, as nothing changes.
class RunTable
{
public:
    struct NamedColumn {
        ColumnKey key;
        std::shared_ptr<const Column> column;
    };

    qsizetype rowCount() const { return m_rowCount; }
    // All stored columns: attributes first, then metrics, params and tags, each by key in byte order.
    const std::vector<NamedColumn> &columns() const { return m_columns; }
    // Null where the table has no such column; derived attributes (duration, age) have none.
    const Column *column(const ColumnKey &key) const;
    const TextColumn *text(const ColumnKey &key) const;
    const NumberColumn *numbers(const ColumnKey &key) const;
    const TimeColumn *times(const ColumnKey &key) const;
    const TextColumn *attributeText(QLatin1StringView name) const { return text({ColumnGroup::Attribute, name}); }

    // Of a table of several stores the ref says which one, too (models/domain/memberid.h); the column experiment_id does not.
    bool isJoined() const { return m_stores != nullptr; }
    RunRef ref(uint32_t row) const;
    QList<ExperimentId> experiments() const; // that runs are of, as refs have them
    std::optional<uint32_t> rowOf(const RunRef &ref) const;
    QList<uint32_t> rowsOf(const RunId &run) const; // one id can stand under several experiments
    RunInfo info(uint32_t row) const;
    Run run(uint32_t row) const; // everything of one row; O(columns)
    // Rows whose name was not recorded in the run's info but taken from tag mlflow.runName, sorted.
    const std::vector<uint32_t> &rowsNamedByTag() const { return m_namedByTag; }
    QString displayName(uint32_t row) const; // the run's name, else its id
    const std::vector<DatasetInput> &datasets(uint32_t row) const; // by name, then digest
    // All rows, start_time newest first (those without one last), then run id, then as the store gave them: how runs
    // stand when nothing else was asked for, and what decides between equal ones. Computed at the first call.
    const std::vector<uint32_t> &defaultOrder() const;
    // Every data set input with its row, by row.
    const std::vector<std::pair<uint32_t, std::vector<DatasetInput>>> &allDatasets() const { return m_datasets; }

    const QueryDialect &dialect() const { return m_dialect; }
    qsizetype memoryBytes() const;

private:
    friend class RunTableBuilder;
    friend class RunTablePatch;
    friend class RunTableJoin;

    const NamedColumn *named(const ColumnKey &key) const;
    void index();
    void indexColumns();

    qsizetype m_rowCount = 0;
    std::vector<NamedColumn> m_columns;
    QHash<ColumnKey, qsizetype> m_byKey;
    const TextColumn *m_stores = nullptr; // the column of that name
    std::vector<qsizetype> m_members;     // the stores' numbers, by the codes of that column
    std::vector<std::pair<uint32_t, std::vector<DatasetInput>>> m_datasets; // sorted by row; rows without any are left out
    std::vector<uint32_t> m_rowsById; // rows ordered by run id, then row
    std::vector<uint32_t> m_namedByTag;
    QueryDialect m_dialect;
    mutable std::once_flag m_orderOnce;
    mutable std::vector<uint32_t> m_defaultOrder;
};

using RunTablePtr = std::shared_ptr<const RunTable>;

} // namespace Assay
