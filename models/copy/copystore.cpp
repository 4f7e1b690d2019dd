// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copystore.h"

#include "models/copy/copytext.h"
#include "models/store/store.h"

#include <QFileInfo>
#include <QScopeGuard>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype FirstRows = 2000; // after so many runs the first are shown, then after twice as many

OptionalTime timeOf(const QVariant &value)
{
    return value.isNull() ? OptionalTime() : OptionalTime(value.toLongLong());
}

Lifecycle lifecycleOf(const QVariant &value)
{
    return value.toString() == lifecycleName(Lifecycle::Deleted) ? Lifecycle::Deleted : Lifecycle::Active;
}

Error notKept()
{
    return {ErrorCode::NotKept, CopyText::tr("This was not kept."), {}};
}

Error noSuchRun(const RunRef &run)
{
    return {ErrorCode::NotFound, CopyText::tr("There is no run %1 in experiment %2.").arg(run.run.value, run.experiment.value), {}};
}

// " WHERE a AND b" with what it compares with.
struct Condition {
    QString sql;
    QVariantList values;

    void add(const QString &term, const QVariantList &with = {})
    {
        sql += (sql.isEmpty() ? " WHERE "_L1 : " AND "_L1) + term;
        values += with;
    }
};

Condition conditionOf(const RunRequest &request)
{
    Condition condition;
    if (request.view != ViewType::All)
        condition.add(u"lifecycle_stage = ?"_s, {lifecycleName(request.view == ViewType::Deleted ? Lifecycle::Deleted : Lifecycle::Active)});
    const auto among = [&](const QString &column, const QVariantList &values) {
        if (!values.isEmpty())
            condition.add(column + " IN (SELECT value FROM json_each(CAST(? AS TEXT)))"_L1, {CopyJson::texts(QVariant(values).toStringList())});
    };
    QVariantList experiments, runs;
    for (const ExperimentId &experiment : request.experiments)
        experiments.append(experiment.value);
    for (const RunId &run : request.runs)
        runs.append(run.value);
    among(u"experiment_id"_s, experiments);
    among(u"run_id"_s, runs);
    return condition;
}

} // namespace

CopyStore::CopyStore(std::shared_ptr<CopyDatabase> database, std::shared_ptr<CopyFileSource> files, StoreInfo info)
    : m_database(std::move(database)), m_files(std::move(files)), m_info(std::move(info))
{
}

StoreInfo CopyStore::source() const
{
    const auto text = [this](const QString &key) { return m_database->meta(key).valueOr(std::nullopt).value_or(QString()); };
    StoreInfo info;
    info.formatId = text(u"format_id"_s);
    info.location = text(u"location"_s);
    info.version = text(u"version"_s);
    info.capabilities = text(u"capabilities"_s).split(u' ', Qt::SkipEmptyParts);
    if (const QString read = text(u"runs_read"_s); !read.isEmpty())
        info.keptAt = read.toLongLong();
    return info;
}

StoreInfo CopyStore::info() const
{
    StoreInfo info = source();
    if (!m_info.formatId.isEmpty())
        info.formatId = m_info.formatId;
    if (!m_info.location.isEmpty())
        info.location = m_info.location;
    info.capabilities.removeAll(Capability::Write);
    info.whyNotWritable = readOnly().message;
    return info;
}

Error CopyStore::readOnly() const
{
    const QString why = m_info.whyNotWritable.isEmpty() ? CopyText::tr("This is a copy of a store. Changes are made in the store itself.")
                                                        : m_info.whyNotWritable;
    return {ErrorCode::ReadOnly, why, {}};
}

Error CopyStore::damaged(const QString &detail) const
{
    return {ErrorCode::Damaged, CopyText::tr("%1 is not a copy of a store, or damaged.").arg(QFileInfo(m_database->file()).fileName()), detail};
}

Status CopyStore::wasRead(const QString &what) const
{
    const auto read = m_database->meta(what + "_read"_L1);
    if (!read)
        return read.error();
    return *read ? Status() : Status(notKept());
}

Status CopyStore::readAll(const QString &what, QSqlQuery &query)
{
    const Status read = wasRead(what);
    return read ? m_database->run(query) : read;
}

QueryDialect CopyStore::dialect() const
{
    const QString names = m_database->meta(u"dialect"_s).valueOr(std::nullopt).value_or(QString());
    return {names.contains("like-matches-newline"_L1), names.contains("ilike-folds-unicode"_L1), names.contains("tag-names-sort-as-empty"_L1)};
}

Result<QList<Problem>> CopyStore::problems(const QString &part, const QVariant &run)
{
    QSqlQuery &query = m_database->statement(
        u"SELECT severity, code, path, line, table_name, row_key, run_id, message FROM problems WHERE part = ? AND run IS ? ORDER BY rowid"_s);
    if (const Status ran = m_database->run(query, {part, run}); !ran)
        return ran.error();
    QList<Problem> all;
    while (query.next())
        all.append({Severity(std::clamp(query.value(0).toInt(), 0, int(Severity::Error))), query.value(1).toString(), query.value(2).toString(),
                    query.value(3).toLongLong(), query.value(4).toString(), query.value(5).toString(), query.value(6).toString(), query.value(7).toString()});
    const Status read = m_database->ended(query);
    return read ? Result<QList<Problem>>(all) : Result<QList<Problem>>(read.error());
}

Result<StoreCounts> CopyStore::counts(Job &job)
{
    StoreCounts counts;
    for (const auto &[table, count] : {std::pair(u"experiments"_s, &counts.experiments), std::pair(u"runs"_s, &counts.runs)}) {
        if (const Status read = wasRead(table); !read)
            return read.error();
        QSqlQuery &query = m_database->statement("SELECT count(*) FROM "_L1 + table);
        if (const Status ran = m_database->run(query); !ran)
            return ran.error();
        *count = query.next() ? query.value(0).toLongLong() : 0;
        if (const Status ended = m_database->ended(query); !ended)
            return ended.error();
    }
    const auto registered = models(job);
    if (!registered)
        return registered.error();
    counts.add(registered->value);
    return counts;
}

Result<Loaded<QList<Experiment>>> CopyStore::experiments(Job &job)
{
    QSqlQuery &query = m_database->statement(u"SELECT experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time, "
                                             "CAST(tags AS BLOB) FROM experiments ORDER BY row"_s);
    const auto ending = qScopeGuard([&query] { query.finish(); });
    if (const Status begun = readAll(u"experiments"_s, query); !begun)
        return begun.error();
    Loaded<QList<Experiment>> loaded;
    while (query.next()) {
        if (job.isCanceled())
            return Store::canceled();
        auto tags = m_json.texts(query.value(6).toByteArray());
        if (!tags)
            return damaged(u"experiments.tags"_s);
        loaded.value.append({ExperimentId(query.value(0).toString()), query.value(1).toString(), query.value(2).toString(), lifecycleOf(query.value(3)),
                             timeOf(query.value(4)), timeOf(query.value(5)), std::move(*tags)});
    }
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    auto problem = problems(u"experiments"_s, {});
    if (!problem)
        return problem.error();
    loaded.problems = std::move(*problem);
    return job.isCanceled() ? Result<Loaded<QList<Experiment>>>(Store::canceled()) : loaded;
}

Result<Loaded<RunTablePtr>> CopyStore::runs(const RunRequest &request, const PartialRuns &partial, Job &job)
{
    if (const Status read = wasRead(u"runs"_s); !read)
        return read.error();
    const Condition condition = conditionOf(request);
    QSqlQuery &query = m_database->statement(
        u"SELECT CAST(run_id AS BLOB), CAST(experiment_id AS BLOB), CAST(run_name AS BLOB), named_by_tag, CAST(user_id AS BLOB), status, start_time, "
        "end_time, CAST(artifact_uri AS BLOB), lifecycle_stage, CAST(metrics AS BLOB), CAST(params AS BLOB), CAST(tags AS BLOB), "
        "CAST(datasets AS BLOB) FROM runs"_s + condition.sql + " ORDER BY row"_L1);
    const auto ending = qScopeGuard([&query] { query.finish(); });
    if (const Status ran = m_database->run(query, condition.values); !ran)
        return ran.error();
    RunTableBuilder builder(dialect());
    qsizetype next = FirstRows;
    while (query.next()) {
        if (job.isCanceled())
            return Store::canceled();
        const QByteArray id = query.value(0).toByteArray(), experiment = query.value(1).toByteArray(), name = query.value(2).toByteArray(),
                         user = query.value(4).toByteArray(), uri = query.value(8).toByteArray();
        const auto view = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), size_t(bytes.size())); };
        const bool isNamedByTag = query.value(3).toInt() != 0 && !name.isEmpty();
        RunCells cells;
        cells.runId = view(id);
        cells.experimentId = view(experiment);
        cells.name = isNamedByTag ? std::string_view() : view(name);
        cells.userId = view(user);
        cells.artifactUri = view(uri);
        cells.status = runStatusFromName(query.value(5).toString());
        cells.startTime = timeOf(query.value(6)).value_or(TimeTraits::absent);
        cells.endTime = timeOf(query.value(7)).value_or(TimeTraits::absent);
        cells.lifecycle = lifecycleOf(query.value(9));
        if (!id.isValidUtf8() || !experiment.isValidUtf8() || !name.isValidUtf8() || !user.isValidUtf8() || !uri.isValidUtf8())
            return damaged(u"runs"_s);
        const uint32_t row = builder.addRun(cells);
        if (isNamedByTag)
            builder.setRunName(row, view(name));
        const QByteArray inputs = query.value(13).toByteArray();
        const bool isSound = m_json.addMetrics(query.value(10).toByteArray(), builder, row)
            && m_json.addTexts(query.value(11).toByteArray(), ColumnGroup::Param, builder, row)
            && m_json.addTexts(query.value(12).toByteArray(), ColumnGroup::Tag, builder, row);
        auto datasets = inputs == "[]" ? std::vector<DatasetInput>() : m_json.datasets(inputs);
        if (!isSound || !datasets)
            return damaged("runs: "_L1 + QString::fromUtf8(id));
        for (DatasetInput &input : *datasets)
            builder.addDataset(row, std::move(input));
        if (partial && builder.rowCount() == next) {
            partial(builder.snapshot());
            next *= 4;
        }
    }
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    auto problem = problems(u"runs"_s, {});
    if (!problem)
        return problem.error();
    return job.isCanceled() ? Result<Loaded<RunTablePtr>>(Store::canceled()) : Loaded<RunTablePtr>{builder.finish(), std::move(*problem)};
}

Result<CopyStore::Place> CopyStore::place(const RunRef &run)
{
    QSqlQuery &query = m_database->statement(u"SELECT row, histories, CAST(metrics AS BLOB), CAST(logged_models AS BLOB) FROM runs "
                                             "WHERE experiment_id = ? AND run_id = ? AND twin = 0"_s);
    if (const Status ran = m_database->run(query, {run.experiment.value, run.run.value}); !ran)
        return ran.error();
    std::optional<Place> place;
    if (query.next())
        place = Place{query.value(0).toLongLong(), query.value(1).toInt() == 1, query.value(2).toByteArray(),
                      query.value(3).isNull() ? std::nullopt : std::optional(query.value(3).toByteArray())};
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    if (place)
        return *place;
    const Status read = wasRead(u"runs"_s);
    return read ? noSuchRun(run) : read.error();
}

Status CopyStore::ensureHistories(Job &job)
{
    if (m_database->hasHistories())
        return {};
    const auto file = m_files ? m_files->historyFile(job) : Result<QString>(QString());
    if (!file)
        return file.error();
    return file->isEmpty() ? Status(notKept()) : m_database->attachHistories(*file);
}

Result<Loaded<QList<MetricSeries>>> CopyStore::history(const HistoryRequest &request, Job &job)
{
    if (job.isCanceled())
        return Store::canceled();
    const auto run = place(request.run);
    if (!run)
        return run.error();
    if (const Status attached = ensureHistories(job); !attached)
        return attached.error();
    const auto latest = m_json.keys(run->metrics);
    if (!latest)
        return damaged(u"runs.metrics"_s);
    Condition condition;
    condition.add(u"run = ?"_s, {run->row});
    if (!request.keys.isEmpty())
        condition.add(u"key IN (SELECT value FROM json_each(CAST(? AS TEXT)))"_s, {CopyJson::texts(request.keys)});
    QSqlQuery &query = m_database->statement(u"SELECT key, points, CAST(steps AS BLOB), CAST(timestamps AS BLOB), CAST(logged_values AS BLOB) "
                                             "FROM histories"_s + condition.sql + " ORDER BY key"_L1);
    const auto ending = qScopeGuard([&query] { query.finish(); });
    if (const Status ran = m_database->run(query, condition.values); !ran)
        return ran.error();
    Loaded<QList<MetricSeries>> loaded;
    QSet<QString> there;
    while (query.next()) {
        const qint64 count = query.value(1).toLongLong();
        auto steps = m_json.integers(query.value(2).toByteArray(), count), times = m_json.integers(query.value(3).toByteArray(), count);
        auto values = m_json.doubles(query.value(4).toByteArray(), count);
        if (!steps || !times || !values || job.isCanceled())
            return job.isCanceled() ? Store::canceled() : damaged("histories: "_L1 + request.run.run.value);
        there.insert(query.value(0).toString());
        loaded.value.append({query.value(0).toString(), std::move(*steps), std::move(*times), std::move(*values)});
    }
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    // With the histories of all metrics kept, what is not among them is not there.
    for (const QString &key : request.keys.isEmpty() ? *latest : request.keys) {
        if (there.contains(key))
            continue;
        if (!run->hasHistories && latest->contains(key))
            return notKept();
        if (!request.keys.isEmpty())
            return Error{ErrorCode::NotFound, CopyText::tr("The run has no metric %1.").arg(key), {}};
    }
    auto problem = problems(u"histories"_s, run->row);
    if (!problem)
        return problem.error();
    loaded.problems = std::move(*problem);
    return loaded;
}

Result<Loaded<QList<RegisteredModel>>> CopyStore::models(Job &job)
{
    QSqlQuery &query = m_database->statement(u"SELECT row, name, description, creation_time, last_updated_time, CAST(tags AS BLOB), "
                                             "CAST(aliases AS BLOB) FROM registered_models ORDER BY row"_s);
    const auto ending = qScopeGuard([&query] { query.finish(); });
    if (const Status begun = readAll(u"models"_s, query); !begun)
        return begun.error();
    Loaded<QList<RegisteredModel>> loaded;
    QHash<qint64, qsizetype> byRow;
    while (query.next()) {
        auto tags = m_json.texts(query.value(5).toByteArray()), aliases = m_json.texts(query.value(6).toByteArray());
        if (!tags || !aliases)
            return damaged(u"registered_models"_s);
        byRow.insert(query.value(0).toLongLong(), loaded.value.size());
        loaded.value.append({query.value(1).toString(), query.value(2).toString(), timeOf(query.value(3)), timeOf(query.value(4)), std::move(*tags),
                             std::move(*aliases), {}});
    }
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    if (const Status versions = readVersions(loaded.value, byRow, job); !versions)
        return versions.error();
    auto problem = problems(u"models"_s, {});
    if (!problem)
        return problem.error();
    loaded.problems = std::move(*problem);
    return job.isCanceled() ? Result<Loaded<QList<RegisteredModel>>>(Store::canceled()) : loaded;
}

Status CopyStore::readVersions(QList<RegisteredModel> &models, const QHash<qint64, qsizetype> &byRow, Job &job)
{
    QSqlQuery &query = m_database->statement(
        u"SELECT model, version, current_stage, status, status_message, run_id, source, user_id, description, creation_time, last_updated_time, "
        "CAST(tags AS BLOB), CAST(aliases AS BLOB) FROM model_versions ORDER BY row"_s);
    const auto ending = qScopeGuard([&query] { query.finish(); });
    if (const Status ran = m_database->run(query); !ran)
        return ran;
    while (query.next() && !job.isCanceled()) {
        const auto model = byRow.constFind(query.value(0).toLongLong());
        auto tags = m_json.texts(query.value(11).toByteArray());
        auto aliases = m_json.textList(query.value(12).toByteArray());
        if (model == byRow.cend() || !tags || !aliases)
            return damaged(u"model_versions"_s);
        models[*model].versions.append({query.value(1).toString(), query.value(2).toString(), query.value(3).toString(), query.value(4).toString(),
                                        query.value(5).toString(), query.value(6).toString(), query.value(7).toString(), query.value(8).toString(),
                                        timeOf(query.value(9)), timeOf(query.value(10)), std::move(*tags), std::move(*aliases)});
    }
    return m_database->ended(query);
}

Result<QList<LoggedModel>> CopyStore::loggedModels(const RunRef &run, Job &)
{
    const auto found = place(run);
    if (!found)
        return found.error();
    if (!found->loggedModels)
        return notKept();
    auto models = m_json.loggedModels(*found->loggedModels);
    return models ? Result<QList<LoggedModel>>(std::move(*models)) : Result<QList<LoggedModel>>(damaged(u"runs.logged_models"_s));
}

Result<StageChangeDone> CopyStore::changeStage(const StageChange &, Job &) { return readOnly(); }
Status CopyStore::setAlias(const QString &, const QString &, const std::optional<QString> &, Job &) { return readOnly(); }
Status CopyStore::editRun(const RunEdit &, Job &) { return readOnly(); }
Status CopyStore::setModelTag(const QString &, const QString &, const std::optional<QString> &, Job &) { return readOnly(); }
Status CopyStore::setVersionTag(const QString &, const QString &, const QString &, const std::optional<QString> &, Job &) { return readOnly(); }

} // namespace Assay
