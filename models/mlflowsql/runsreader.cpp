// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/runsreader.h"

#include "models/mlflowsql/words.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

constexpr qint64 RowsWorthAThread = 50'000;
constexpr qsizetype RunsWorthAFirstLook = 2'000;

// For a look into a set; nothing is copied.
QByteArray rawBytes(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

RunStatus statusFromText(std::string_view name)
{
    return runStatusFromName(QLatin1StringView(name.data(), qsizetype(name.size())));
}

} // namespace

RunsReader::RunsReader(Database &database, const RunRequest &request, Job &job)
    : m_database(database)
    , m_request(request)
    , m_job(job)
    , m_problems(database.name())
{
    for (const ExperimentId &id : request.experiments)
        m_wanted.insert(id.value.toUtf8());
    for (const RunId &id : request.runs)
        m_wantedRuns.insert(id.value.toUtf8());
}

Result<Loaded<RunTablePtr>> RunsReader::read(const PartialRuns &partial)
{
    const qint64 runs = m_database.estimate("runs");
    const qint64 params = m_database.estimate("params");
    m_rows.total = runs + params;
    for (const char *table : {"tags", m_database.schema().hasTable("latest_metrics") ? "latest_metrics" : "metrics"})
        m_rows.total += m_database.estimate(table);

    if (const Status experiments = readExperimentIds(); !experiments)
        return experiments.error();
    if (const Status read = readIds(); !read)
        return read.error();
    m_rows.done = runs;
    m_rows.areFew = qint64(m_rows.ids.size()) * 3 < runs;

    RunTableBuilder paramColumns = m_builder.forColumns();
    ProblemList paramProblems(m_database.name());
    Status paramsRead;
    std::thread second;
    const bool onTwoThreads = params >= RowsWorthAThread && !m_rows.areFew;
    if (onTwoThreads)
        second = std::thread([&] { paramsRead = readParamsApart(paramColumns, paramProblems); });
    const Status restRead = readRest(!onTwoThreads, partial);
    if (onTwoThreads)
        second.join();
    for (const Status &read : {restRead, paramsRead})
        if (!read)
            return read.error();
    m_problems.append(std::move(paramProblems));
    m_builder.join(std::move(paramColumns));
    return Loaded<RunTablePtr>{m_builder.finish(), m_problems.take()};
}

Status RunsReader::readExperimentIds()
{
    return m_database.scan({"experiments", {"experiment_id"}}, m_problems, m_job, [this](const Row &row) {
        const std::string_view id = row.bytes(1);
        m_experiments.insert(QByteArray(id.data(), qsizetype(id.size())));
    });
}

Status RunsReader::scanRuns(const QList<QByteArray> &columns, ProblemList &problems, const RowSink &sink)
{
    TableQuery query{"runs", columns};
    if (!m_wantedRuns.isEmpty()) {
        query.amongColumn = "run_uuid";
        query.among = m_wantedRuns.values();
    }
    return m_database.scan(query, problems, m_job, sink);
}

// What of the table cannot be read is said by readAttributes().
Status RunsReader::readIds()
{
    ProblemList saidLater{QString()};
    return scanRuns({"run_uuid", "experiment_id", "lifecycle_stage"}, saidLater,
                    [this](const Row &row) { addRow(row); });
}

void RunsReader::addRow(const Row &row)
{
    CellText id, experiment;
    RunCells cells;
    cells.experimentId = experiment.read(row, 2);
    cells.lifecycle = row.bytes(3) == "deleted" ? Lifecycle::Deleted : Lifecycle::Active;
    const bool isInView
        = m_request.view == ViewType::All
          || (m_request.view == ViewType::Deleted) == (cells.lifecycle == Lifecycle::Deleted);
    uint32_t hint = m_rows.ids.size();
    // A row that was changed while the table was read can come twice; its id is not.
    if (!isInView || (!m_wanted.isEmpty() && !m_wanted.contains(rawBytes(cells.experimentId)))
        || (!m_wantedRuns.isEmpty() && !m_wantedRuns.contains(rawBytes(row.bytes(1))))
        || m_rows.ids.find(row.bytes(1), hint))
        return;
    cells.runId = id.read(row, 1);
    m_rows.ids.add(row.bytes(1));
    m_builder.addRow(cells);
}

Status RunsReader::readAttributes()
{
    m_rows.isNamed.assign(m_rows.ids.size(), false);
    uint32_t hint = 0;
    return scanRuns({"run_uuid", "experiment_id", "name", "user_id", "artifact_uri", "status",
                     "lifecycle_stage", "start_time", "end_time"},
                    m_problems, [&](const Row &row) {
                        if (const auto place = m_rows.ids.find(row.bytes(1), hint))
                            setAttributes(*place, row);
                    });
}

// The columns are those of readAttributes().
void RunsReader::setAttributes(uint32_t runRow, const Row &row)
{
    CellText name, user, uri;
    RunCells cells;
    const auto place = [&row] {
        return ProblemList::Place{u"runs"_s, shortText(row.bytes(1)), shortText(row.bytes(1))};
    };
    const auto warn = [&](QLatin1StringView code, const QString &message) {
        m_problems.add(Severity::Warning, code, place(), message);
    };
    const auto time = [&](int column) -> int64_t {
        if (row.kind(column) == Cell::Kind::Integer)
            return row.integer(column);
        return readTime(row, column, place(), m_problems).value_or(TimeTraits::absent);
    };
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
    const std::string_view stage = row.bytes(7);
    if (!stage.empty() && stage != "active" && stage != "deleted")
        warn("lifecycle-unknown"_L1,
             Words::tr("The run's lifecycle stage is none that MLflow knows: %1")
                 .arg(shortText(stage)));
    if (const std::string_view experiment = row.bytes(2); !m_experiments.contains(rawBytes(experiment)))
        warn("experiment-missing"_L1,
             Words::tr("The run belongs to an experiment that does not exist: %1")
                 .arg(shortText(experiment)));
    cells.startTime = time(8);
    cells.endTime = time(9);
    m_rows.isNamed[runRow] = !cells.name.empty();
    m_builder.setAttributes(runRow, cells);
}

Status RunsReader::readRest(bool withParams, const PartialRuns &partial)
{
    if (const Status read = readAttributes(); !read)
        return read;
    if (partial && m_builder.rowCount() >= RunsWorthAFirstLook)
        partial(m_builder.attributes());
    CellsReader reader(m_database, m_rows, m_builder, m_problems, m_job);
    Status read = withParams ? reader.readParams() : Status();
    if (read)
        read = reader.readMetrics();
    if (read)
        read = reader.readTags();
    if (read)
        read = reader.readDatasets();
    return read;
}

Status RunsReader::readParamsApart(RunTableBuilder &params, ProblemList &problems)
{
    const auto database = m_database.another(m_job);
    if (!database)
        return database.error();
    CellsReader reader(**database, m_rows, params, problems, m_job);
    return reader.readParams();
}

} // namespace Assay::MlflowSql
