// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/runsreader.h"

#include "models/stores/mlflow-sqlite/words.h"

#include <QFileInfo>

#include <thread>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

constexpr qint64 RowsWorthAThread = 50'000;
constexpr qsizetype RunsWorthAFirstLook = 2'000;

// About how many rows a table has; 0 where that cannot be told.
qint64 rowEstimate(SqliteConnection &connection, const Schema &schema, const QByteArray &table)
{
    if (!schema.hasTable(table))
        return 0;
    auto statement = connection.prepare("SELECT max(rowid) FROM \"" + table + '"');
    return statement && statement->step() == SQLITE_ROW ? statement->integer(0) : 0;
}

RunStatus statusFromText(std::string_view name)
{
    return runStatusFromName(QLatin1StringView(name.data(), qsizetype(name.size())));
}

} // namespace

RunsReader::RunsReader(const DatabaseAccess &access, SqliteConnection &connection,
                       const Schema &schema, const RunRequest &request, Job &job)
    : m_access(access)
    , m_connection(connection)
    , m_schema(schema)
    , m_request(request)
    , m_job(job)
    , m_problems(QFileInfo(access.path()).fileName())
{
    for (const ExperimentId &id : request.experiments)
        m_wanted.insert(id.value.toUtf8());
}

Result<Loaded<RunTablePtr>> RunsReader::read(const PartialRuns &partial)
{
    const qint64 runs = rowEstimate(m_connection, m_schema, "runs");
    const qint64 params = rowEstimate(m_connection, m_schema, "params");
    m_rows.total = runs + params;
    for (const char *table :
         {"tags", m_schema.hasTable("latest_metrics") ? "latest_metrics" : "metrics"})
        m_rows.total += rowEstimate(m_connection, m_schema, table);

    if (const Status experiments = readExperimentIds(); !experiments)
        return experiments.error();
    if (const Status read = readRuns(); !read)
        return read.error();
    m_rows.done = runs;
    m_rows.areFew = qint64(m_rows.ids.size()) * 3 < runs;
    if (partial && m_builder.rowCount() >= RunsWorthAFirstLook)
        partial(m_builder.attributes());
    if (const Status cells = readCells(params >= RowsWorthAThread && !m_rows.areFew); !cells)
        return cells.error();
    return Loaded<RunTablePtr>{m_builder.finish(), m_problems.take()};
}

Status RunsReader::readExperimentIds()
{
    TableScan scan(m_connection, "experiments", "experiment_id");
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    return scan.run(m_problems, m_job, [this](const SqliteStatement &row) {
        const std::string_view id = row.bytes(1);
        m_experiments.insert(QByteArray(id.data(), qsizetype(id.size())));
    });
}

Status RunsReader::readRuns()
{
    const QByteArray columns
        = m_schema.columns("runs", {"run_uuid", "experiment_id", "name", "user_id", "artifact_uri",
                                    "status", "lifecycle_stage", "start_time", "end_time"});
    const bool all = m_request.runs.isEmpty();
    TableScan scan(m_connection, "runs", columns, all ? QByteArray() : QByteArray("run_uuid = ?2"));
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    const auto add = [this](const SqliteStatement &row) { addRun(row); };
    if (all)
        return scan.run(m_problems, m_job, add);
    for (const RunId &id : QSet<RunId>(m_request.runs.begin(), m_request.runs.end())) {
        scan.bind(2, id.value);
        if (const Status read = scan.run(m_problems, m_job, add); !read)
            return read;
    }
    return {};
}

// The columns are those of readRuns().
void RunsReader::addRun(const SqliteStatement &row)
{
    CellText id, experiment, name, user, uri;
    RunCells cells;
    cells.experimentId = experiment.read(row, 2);
    const auto experimentKey
        = QByteArray::fromRawData(cells.experimentId.data(), qsizetype(cells.experimentId.size()));
    const std::string_view stage = row.bytes(7);
    cells.lifecycle = stage == "deleted" ? Lifecycle::Deleted : Lifecycle::Active;
    const bool isInView
        = m_request.view == ViewType::All
          || (m_request.view == ViewType::Deleted) == (cells.lifecycle == Lifecycle::Deleted);
    uint32_t hint = m_rows.ids.size();
    // A row that was changed while the table was read can come twice; its id is not.
    if (!isInView || (!m_wanted.isEmpty() && !m_wanted.contains(experimentKey))
        || m_rows.ids.find(row.bytes(1), hint))
        return;
    const auto place = [&row] {
        return ProblemList::Place{u"runs"_s, shortText(row.bytes(1)), shortText(row.bytes(1))};
    };
    const auto warn = [&](QLatin1StringView code, const QString &message) {
        m_problems.add(Severity::Warning, code, place(), message);
    };
    const auto time = [&](int column) -> int64_t {
        if (row.type(column) == SQLITE_INTEGER)
            return row.integer(column);
        return readTime(row, column, place(), m_problems).value_or(TimeTraits::absent);
    };
    cells.runId = id.read(row, 1);
    cells.name = name.read(row, 3);
    cells.userId = user.read(row, 4);
    if (row.isNull(5))
        warn("artifact-uri-missing"_L1, Words::tr("The run has no artifact location."));
    cells.artifactUri = uri.read(row, 5);
    if (!row.isNull(6))
        cells.status = statusFromText(row.bytes(6));
    if (cells.status == RunStatus::Unknown)
        warn("status-unknown"_L1, Words::tr("The run's status is none that MLflow knows: %1")
                                      .arg(shortText(row.bytes(6))));
    if (!stage.empty() && stage != "active" && stage != "deleted")
        warn("lifecycle-unknown"_L1,
             Words::tr("The run's lifecycle stage is none that MLflow knows: %1")
                 .arg(shortText(stage)));
    if (!m_experiments.contains(experimentKey))
        warn("experiment-missing"_L1,
             Words::tr("The run belongs to an experiment that does not exist: %1")
                 .arg(shortText(cells.experimentId)));
    cells.startTime = time(8);
    cells.endTime = time(9);
    m_rows.isNamed.push_back(!cells.name.empty());
    m_rows.ids.add(row.bytes(1));
    m_builder.addRun(cells);
}

Status RunsReader::readCells(bool onTwoThreads)
{
    RunTableBuilder params = m_builder.forColumns();
    ProblemList paramProblems(QFileInfo(m_access.path()).fileName());
    Status paramsRead;
    std::thread second;
    if (onTwoThreads)
        second = std::thread([&] { paramsRead = readParamsApart(params, paramProblems); });

    CellsReader reader(m_connection, m_schema, m_rows, m_builder, m_problems, m_job);
    Status read = onTwoThreads ? Status() : reader.readParams();
    if (read)
        read = reader.readMetrics();
    if (read)
        read = reader.readTags();
    if (read)
        read = reader.readDatasets();
    if (second.joinable())
        second.join();
    if (!read)
        return read;
    m_problems.append(std::move(paramProblems));
    m_builder.join(std::move(params));
    return paramsRead;
}

Status RunsReader::readParamsApart(RunTableBuilder &params, ProblemList &problems)
{
    auto connection = m_access.openAnother(m_job);
    if (!connection)
        return connection.error();
    CellsReader reader(**connection, m_schema, m_rows, params, problems, m_job);
    return reader.readParams();
}

} // namespace Assay::MlflowSqlite
