// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copywriter.h"

#include "models/copy/copyjson.h"
#include "models/copy/copytext.h"
#include "models/copy/rundocuments.h"
#include "models/copy/runportions.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QVariant timeValue(const OptionalTime &time)
{
    return time ? QVariant(qlonglong(*time)) : QVariant(QMetaType::fromType<qlonglong>());
}

QString textValue(const QString &text)
{
    return text.isNull() ? u""_s : text; // Qt binds null texts as NULL
}

QByteArray bytesValue(const std::string &text)
{
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

Error noSuchRun(const RunRef &run)
{
    return {ErrorCode::NotFound, CopyText::tr("There is no run %1 in experiment %2.").arg(run.run.value, run.experiment.value), {}};
}

// Which of the runs with the same reference a row is: 0 for the first.
qsizetype twinOf(const RunTable &table, uint32_t row)
{
    const RunRef ref = table.ref(row);
    if (table.rowOf(ref) == row)
        return 0;
    qsizetype before = 0;
    for (uint32_t other : table.rowsOf(ref.run))
        before += other < row && table.ref(other) == ref ? 1 : 0;
    return before;
}

} // namespace

CopyWriter::CopyWriter(std::shared_ptr<CopyDatabase> database, std::shared_ptr<CopyFileSink> files)
    : m_database(std::move(database)), m_files(std::move(files))
{
}

Status CopyWriter::setSource(const StoreInfo &info, const QueryDialect &dialect)
{
    CopyTransaction transaction(*m_database);
    QStringList names;
    if (dialect.likeMatchesNewline)
        names.append(u"like-matches-newline"_s);
    if (dialect.ilikeFoldsUnicode)
        names.append(u"ilike-folds-unicode"_s);
    if (dialect.tagNamesSortAsEmpty)
        names.append(u"tag-names-sort-as-empty"_s);
    const std::pair<QString, QString> values[] = {{u"format_id"_s, info.formatId},
                                                  {u"location"_s, info.location},
                                                  {u"version"_s, info.version},
                                                  {u"capabilities"_s, info.capabilities.join(u' ')},
                                                  {u"dialect"_s, names.join(u' ')}};
    for (const auto &[key, value] : values)
        if (const Status set = m_database->setMeta(key, value); !set)
            return set;
    return transaction.commit();
}

Status CopyWriter::putExperiments(const Loaded<QList<Experiment>> &experiments, qint64 readAt)
{
    CopyTransaction transaction(*m_database);
    if (const Status gone = m_database->execute(u"DELETE FROM experiments"_s); !gone)
        return gone;
    QSqlQuery &insert = m_database->statement(
        u"INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time, tags) "
        "VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT))"_s);
    for (const Experiment &experiment : experiments.value) {
        const Status put = m_database->run(insert, {textValue(experiment.id.value), textValue(experiment.name), textValue(experiment.artifactLocation),
                                                    lifecycleName(experiment.lifecycle), timeValue(experiment.creationTime),
                                                    timeValue(experiment.lastUpdateTime), CopyJson::texts(experiment.tags)});
        if (!put)
            return put;
    }
    if (const Status put = putProblems(u"experiments"_s, {}, experiments.problems); !put)
        return put;
    if (const Status set = m_database->setMeta(u"experiments_read"_s, QString::number(readAt)); !set)
        return set;
    return transaction.commit();
}

Status CopyWriter::putRuns(const RunRequest &request, const Loaded<RunTablePtr> &runs, qint64 readAt)
{
    CopyTransaction transaction(*m_database);
    RunPortions all(*this, request, runs, readAt);
    while (!all.isEnded())
        if (const Status put = all.next(RunPortions::All); !put)
            return put;
    return transaction.commit();
}

Status CopyWriter::upsertRuns(const RunTable &table, RunDocuments &documents, uint32_t from, uint32_t to)
{
    QSqlQuery &insert = m_database->statement(
        u"INSERT INTO runs (experiment_id, run_id, twin, run_name, named_by_tag, user_id, status, start_time, end_time, artifact_uri, "
        "lifecycle_stage, metrics, params, tags, datasets) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT)) "
        "ON CONFLICT (experiment_id, run_id, twin) DO UPDATE SET "
        "histories = CASE WHEN (status, metrics) IS (excluded.status, excluded.metrics) THEN histories ELSE 0 END, "
        "(run_name, named_by_tag, user_id, status, start_time, end_time, "
        "artifact_uri, lifecycle_stage, metrics, params, tags, datasets) = (excluded.run_name, excluded.named_by_tag, excluded.user_id, "
        "excluded.status, excluded.start_time, excluded.end_time, excluded.artifact_uri, excluded.lifecycle_stage, excluded.metrics, "
        "excluded.params, excluded.tags, excluded.datasets) "
        "WHERE (run_name, named_by_tag, user_id, status, start_time, end_time, artifact_uri, lifecycle_stage, metrics, params, tags, "
        "datasets) IS NOT (excluded.run_name, excluded.named_by_tag, excluded.user_id, excluded.status, excluded.start_time, "
        "excluded.end_time, excluded.artifact_uri, excluded.lifecycle_stage, excluded.metrics, excluded.params, excluded.tags, excluded.datasets)"_s);
    const std::vector<uint32_t> &namedByTag = table.rowsNamedByTag();
    for (uint32_t row = from; row < to; ++row) {
        const RunInfo info = table.info(row);
        const RunDocuments::Documents &all = documents.of(row);
        const Status put = m_database->run(
            insert, {textValue(info.ref.experiment.value), textValue(info.ref.run.value), qlonglong(twinOf(table, row)), textValue(info.name),
                     std::binary_search(namedByTag.begin(), namedByTag.end(), row) ? 1 : 0, textValue(info.userId), textValue(runStatusName(info.status)),
                     timeValue(info.startTime), timeValue(info.endTime), textValue(info.artifactUri), lifecycleName(info.lifecycle),
                     bytesValue(all.metrics), bytesValue(all.params), bytesValue(all.tags), CopyJson::datasets(table.datasets(row))});
        if (!put)
            return put;
    }
    return {};
}

Status CopyWriter::removeAbsent(const RunRequest &request, const RunTable &table)
{
    QList<qint64> gone;
    const auto look = [&](const QString &where, const QVariantList &values) {
        QSqlQuery &query = m_database->statement(u"SELECT row, experiment_id, run_id, twin, lifecycle_stage FROM runs"_s + where);
        if (const Status ran = m_database->run(query, values); !ran)
            return ran;
        while (query.next()) {
            const RunRef ref{ExperimentId(query.value(1).toString()), RunId(query.value(2).toString())};
            const bool isDeleted = query.value(4).toString() == lifecycleName(Lifecycle::Deleted);
            if ((!request.experiments.isEmpty() && !request.experiments.contains(ref.experiment))
                || (request.view != ViewType::All && (request.view == ViewType::Deleted) != isDeleted))
                continue;
            const qint64 twin = query.value(3).toLongLong();
            if (twin == 0 ? table.rowOf(ref).has_value() : std::ranges::count_if(table.rowsOf(ref.run), [&](uint32_t row) { return table.ref(row) == ref; }) > twin)
                continue;
            gone.append(query.value(0).toLongLong());
        }
        return m_database->ended(query);
    };
    if (request.runs.isEmpty()) {
        if (const Status looked = look({}, {}); !looked)
            return looked;
    }
    for (const RunId &run : request.runs)
        if (const Status looked = look(u" WHERE run_id = ?"_s, {run.value}); !looked)
            return looked;
    for (qint64 row : std::as_const(gone))
        if (const Status removed = removeRun(row); !removed)
            return removed;
    return {};
}

Result<QStringList> CopyWriter::filesOf(qint64 row)
{
    QSqlQuery &query = m_database->statement(u"SELECT DISTINCT file FROM artifacts WHERE run = ? AND file IS NOT NULL"_s);
    if (const Status ran = m_database->run(query, {row}); !ran)
        return ran.error();
    QStringList files;
    while (query.next())
        files.append(query.value(0).toString());
    const Status read = m_database->ended(query);
    return read ? Result<QStringList>(files) : Result<QStringList>(read.error());
}

Status CopyWriter::removeRun(qint64 row)
{
    const auto files = filesOf(row);
    if (!files)
        return files.error();
    QStringList statements{u"DELETE FROM runs WHERE row = ?"_s, u"DELETE FROM listings WHERE run = ?"_s, u"DELETE FROM artifacts WHERE run = ?"_s,
                           u"DELETE FROM problems WHERE run = ?"_s};
    if (m_database->hasHistories())
        statements.append(u"DELETE FROM histories WHERE run = ?"_s);
    for (const QString &sql : std::as_const(statements))
        if (const Status done = m_database->execute(sql, {row}); !done)
            return done;
    for (const QString &file : *files)
        dropFile(file);
    return {};
}

Result<qint64> CopyWriter::rowOf(const RunRef &run)
{
    QSqlQuery &query = m_database->statement(u"SELECT row FROM runs WHERE experiment_id = ? AND run_id = ? AND twin = 0"_s);
    if (const Status ran = m_database->run(query, {run.experiment.value, run.run.value}); !ran)
        return ran.error();
    const std::optional<qint64> row = query.next() ? std::optional(query.value(0).toLongLong()) : std::nullopt;
    if (const Status read = m_database->ended(query); !read)
        return read.error();
    return row ? Result<qint64>(*row) : Result<qint64>(noSuchRun(run));
}

Status CopyWriter::putHistories(const RunRef &run, const Loaded<QList<MetricSeries>> &histories, bool isAll, qint64 readAt)
{
    CopyTransaction transaction(*m_database);
    const auto row = rowOf(run);
    if (!row)
        return row.error();
    if (isAll) {
        if (const Status gone = m_database->run(m_database->statement(u"DELETE FROM histories WHERE run = ?"_s), {*row}); !gone)
            return gone;
        if (const Status marked = m_database->run(m_database->statement(u"UPDATE runs SET histories = 1 WHERE row = ?"_s), {*row}); !marked)
            return marked;
    }
    QSqlQuery &insert = m_database->statement(u"INSERT OR REPLACE INTO histories (run, key, points, steps, timestamps, logged_values, read_time) "
                                              "VALUES (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)"_s);
    for (const MetricSeries &series : histories.value) {
        const std::string steps = CopyJson::numbers(series.steps), times = CopyJson::numbers(series.timestamps), values = CopyJson::numbers(series.values);
        const Status put = m_database->run(insert, {*row, textValue(series.key), qlonglong(series.size()), bytesValue(steps), bytesValue(times),
                                                    bytesValue(values), readAt});
        if (!put)
            return put;
    }
    if (const Status put = putProblems(u"histories"_s, *row, histories.problems); !put)
        return put;
    return transaction.commit();
}

Status CopyWriter::putLoggedModels(const RunRef &run, const QList<LoggedModel> &models)
{
    CopyTransaction transaction(*m_database);
    const auto row = rowOf(run);
    if (!row)
        return row.error();
    QSqlQuery &update = m_database->statement(u"UPDATE runs SET logged_models = CAST(? AS TEXT) WHERE row = ?"_s);
    if (const Status put = m_database->run(update, {CopyJson::loggedModels(models), *row}); !put)
        return put;
    return transaction.commit();
}

Result<bool> CopyWriter::hasHistories(const RunRef &run)
{
    QSqlQuery &query = m_database->statement(u"SELECT histories FROM runs WHERE experiment_id = ? AND run_id = ? AND twin = 0"_s);
    if (const Status ran = m_database->run(query, {run.experiment.value, run.run.value}); !ran)
        return ran.error();
    const bool has = query.next() && query.value(0).toInt() == 1;
    if (const Status read = m_database->ended(query); !read)
        return read.error();
    return has;
}

Status CopyWriter::dropHistories(const RunRef &run)
{
    CopyTransaction transaction(*m_database);
    const auto row = rowOf(run);
    if (!row)
        return row.error();
    for (const QString &sql : {u"DELETE FROM histories WHERE run = ?"_s, u"UPDATE runs SET histories = 0 WHERE row = ?"_s,
                               u"DELETE FROM problems WHERE run = ?"_s})
        if (const Status done = m_database->execute(sql, {*row}); !done)
            return done;
    return transaction.commit();
}

Status CopyWriter::putModels(const Loaded<QList<RegisteredModel>> &models, qint64 readAt)
{
    CopyTransaction transaction(*m_database);
    for (const QString &sql : {u"DELETE FROM registered_models"_s, u"DELETE FROM model_versions"_s})
        if (const Status gone = m_database->execute(sql); !gone)
            return gone;
    QSqlQuery &insert = m_database->statement(u"INSERT INTO registered_models (name, description, creation_time, last_updated_time, tags, aliases) "
                                              "VALUES (?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))"_s);
    for (const RegisteredModel &model : models.value) {
        const Status put = m_database->run(insert, {textValue(model.name), textValue(model.description), timeValue(model.creationTime),
                                                    timeValue(model.lastUpdatedTime), CopyJson::texts(model.tags), CopyJson::texts(model.aliases)});
        if (!put)
            return put;
        const qint64 row = insert.lastInsertId().toLongLong();
        if (const Status versions = putVersions(row, model); !versions)
            return versions;
    }
    if (const Status put = putProblems(u"models"_s, {}, models.problems); !put)
        return put;
    if (const Status set = m_database->setMeta(u"models_read"_s, QString::number(readAt)); !set)
        return set;
    return transaction.commit();
}

Status CopyWriter::putVersions(qint64 model, const RegisteredModel &registered)
{
    QSqlQuery &insert = m_database->statement(
        u"INSERT INTO model_versions (model, name, version, current_stage, status, status_message, run_id, source, user_id, description, "
        "creation_time, last_updated_time, tags, aliases) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))"_s);
    for (const ModelVersion &version : registered.versions) {
        const Status put = m_database->run(
            insert, {model, textValue(registered.name), textValue(version.version), textValue(version.currentStage), textValue(version.status),
                     textValue(version.statusMessage), textValue(version.runId), textValue(version.source), textValue(version.userId),
                     textValue(version.description), timeValue(version.creationTime), timeValue(version.lastUpdatedTime),
                     CopyJson::texts(version.tags), CopyJson::texts(version.aliases)});
        if (!put)
            return put;
    }
    return {};
}

Status CopyWriter::putProblems(const QString &part, const QVariant &run, const QList<Problem> &problems)
{
    if (const Status gone = m_database->run(m_database->statement(u"DELETE FROM problems WHERE part = ? AND run IS ?"_s), {part, run}); !gone)
        return gone;
    QSqlQuery &insert = m_database->statement(u"INSERT INTO problems (part, run, severity, code, path, line, table_name, row_key, run_id, message) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const Problem &problem : problems) {
        const Status put = m_database->run(insert, {part, run, int(problem.severity), textValue(problem.code), textValue(problem.path), problem.line,
                                                    textValue(problem.table), textValue(problem.row), textValue(problem.runId), textValue(problem.message)});
        if (!put)
            return put;
    }
    return {};
}

} // namespace Assay
