// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/mlflowsql/cellsreader.h"

#include <QSet>

namespace Assay::MlflowSql {

// Reads the run table: the runs, then params, tags and metrics table by table in the order in which they lie there, straight
// into columns; sorting and joining in SQL is many times slower. Params, the most of it, are read by a second connection
// on a second thread when there are many: as soon as the ids of the runs are known, for which they are read apart.
class RunsReader
{
public:
    RunsReader(Database &database, const RunRequest &request, Job &job);

    Result<Loaded<RunTablePtr>> read(const PartialRuns &partial);

private:
    Status readExperimentIds();
    // The rows of the runs table that may be wanted; column 1 of `columns` is the run's id.
    Status scanRuns(const QList<QByteArray> &columns, ProblemList &problems, const RowSink &sink);
    Status readIds();
    void addRow(const Row &row);
    Status readAttributes();
    void setAttributes(uint32_t runRow, const Row &row);
    Status readRest(bool withParams, const PartialRuns &partial);
    Status readParamsApart(RunTableBuilder &params, ProblemList &problems);

    Database &m_database;
    const RunRequest &m_request;
    Job &m_job;
    RunTableBuilder m_builder{QueryDialect{
        .likeMatchesNewline = true, .ilikeFoldsUnicode = false, .tagNamesSortAsEmpty = true}};
    ProblemList m_problems;
    RunRows m_rows;
    QSet<QByteArray> m_experiments; // all that there are
    QSet<QByteArray> m_wanted;      // of the request; empty for all
    QSet<QByteArray> m_wantedRuns;  // the same
};

} // namespace Assay::MlflowSql
