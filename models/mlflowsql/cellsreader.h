// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/celltext.h"
#include "models/mlflowsql/database.h"
#include "models/mlflowsql/problemlist.h"
#include "models/mlflowsql/rowlookup.h"
#include "models/table/runtablebuilder.h"

#include <atomic>

namespace Assay::MlflowSql {

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
    CellsReader(Database &database, RunRows &rows, RunTableBuilder &builder, ProblemList &problems, Job &job);

    Status readParams();
    Status readTags();    // names runs by tag mlflow.runName that have none
    Status readMetrics(); // the latest values
    Status readDatasets();

private:
    template <typename F>
    Status scan(const char *table, const QList<QByteArray> &columns, F &&f);
    std::string_view value(const char *table, const Row &row);
    void malformedMetric(const char *table, const Row &row);
    Status readLatestMetrics();
    Status readAllMetrics();

    Database &m_database;
    RunRows &m_rows;
    RunTableBuilder &m_builder;
    ProblemList &m_problems;
    Job &m_job;
    CellText m_key, m_value;
};

} // namespace Assay::MlflowSql
