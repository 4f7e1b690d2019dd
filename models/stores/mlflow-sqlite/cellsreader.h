// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stores/mlflow-sqlite/celltext.h"
#include "models/stores/mlflow-sqlite/problemlist.h"
#include "models/stores/mlflow-sqlite/rowlookup.h"
#include "models/stores/mlflow-sqlite/schema.h"
#include "models/stores/mlflow-sqlite/tablescan.h"
#include "models/table/runtablebuilder.h"

#include <atomic>

namespace Assay::MlflowSqlite {

// What the readers of one run table share.
struct RunRows {
    RowLookup ids;
    std::vector<bool> isNamed; // by row: it has a name of its own
    bool areFew
        = false; // so few of the table's runs that looking each up is faster than reading everything
    std::atomic<qint64> done = 0; // rows of all tables read so far
    qint64 total = 0;             // about
};

// Reads params, tags, metrics and data sets of the runs whose rows are there, into the columns of a builder. One thread.
class CellsReader
{
public:
    CellsReader(SqliteConnection &connection, const Schema &schema, RunRows &rows,
                RunTableBuilder &builder, ProblemList &problems, Job &job);

    Status readParams();
    Status readTags();    // names runs by tag mlflow.runName that have none
    Status readMetrics(); // the latest values
    Status readDatasets();

private:
    template <typename F>
    Status scan(const QByteArray &table, const QByteArray &columns, F &&f);
    std::string_view value(const char *table, const SqliteStatement &row);
    void malformedMetric(const char *table, const SqliteStatement &row);
    Status readLatestMetrics();
    Status readAllMetrics();

    SqliteConnection &m_connection;
    const Schema &m_schema;
    RunRows &m_rows;
    RunTableBuilder &m_builder;
    ProblemList &m_problems;
    Job &m_job;
    CellText m_key, m_value;
};

} // namespace Assay::MlflowSqlite
