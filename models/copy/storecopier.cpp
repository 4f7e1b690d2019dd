// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/storecopier.h"

#include "models/copy/copytext.h"
#include "models/store/store.h"
#include "models/table/runtablebuilder.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// More runs than these are picked from all of their experiments, which costs less than asking for each.
constexpr qsizetype MaxRunsByName = 500;

// The rows of a table that `isWanted(row)` takes, column by column.
template <typename F>
RunTablePtr filtered(const RunTable &table, const F &isWanted)
{
    RunTableBuilder builder(table.dialect());
    const std::vector<uint32_t> &namedByTag = table.rowsNamedByTag();
    std::vector<std::optional<uint32_t>> places(size_t(table.rowCount()));
    for (uint32_t row = 0; row < uint32_t(table.rowCount()); ++row) {
        if (!isWanted(row))
            continue;
        RunInfo info = table.info(row);
        const bool isNamedByTag = std::binary_search(namedByTag.begin(), namedByTag.end(), row);
        const QString name = isNamedByTag ? std::exchange(info.name, QString()) : QString();
        const uint32_t place = builder.addRun(info);
        if (isNamedByTag)
            builder.setRunName(place, name.toStdString());
        for (const DatasetInput &input : table.datasets(row))
            builder.addDataset(place, input);
        places[row] = place;
    }
    for (const RunTable::NamedColumn &column : table.columns()) {
        const std::string key = column.key.name.toStdString();
        if (column.key.group == ColumnGroup::Metric) {
            std::get<NumberColumn>(*column.column).forEach([&](uint32_t row, double value) {
                if (places[row])
                    builder.setMetric(builder.metricColumn(key), *places[row], value);
            });
        } else if (column.key.group != ColumnGroup::Attribute) {
            const auto &texts = std::get<TextColumn>(*column.column);
            texts.cells.forEach([&](uint32_t row, uint32_t code) {
                if (places[row])
                    builder.setText(column.key.group == ColumnGroup::Param ? builder.paramColumn(key) : builder.tagColumn(key), *places[row],
                                    texts.dictionary.at(code));
            });
        }
    }
    return builder.finish();
}

qint64 metricCells(const RunTable &table)
{
    qint64 cells = 0;
    for (const RunTable::NamedColumn &column : table.columns())
        if (column.key.group == ColumnGroup::Metric)
            cells += std::get<NumberColumn>(*column.column).valueCount();
    return cells;
}

// Failures that concern one file or run, while the next may well be there.
bool isOfOneThing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Damaged:
    case ErrorCode::Unreadable:
    case ErrorCode::Unsupported:
    case ErrorCode::AccessDenied:
    case ErrorCode::Refused:
        return true;
    default:
        return false;
    }
}

} // namespace

Status StoreCopier::readRuns(Job &job)
{
    RunRequest request{m_selection.experiments, {}, m_selection.view};
    const QSet<RunRef> wanted(m_selection.runs.begin(), m_selection.runs.end());
    for (const RunRef &run : wanted) {
        if (wanted.size() <= MaxRunsByName)
            request.runs.append(run.run);
        else if (!request.experiments.contains(run.experiment))
            request.experiments.append(run.experiment);
    }
    auto runs = m_source.runs(request, {}, job);
    if (!runs)
        return runs.error();
    m_runs = std::move(*runs);
    if (!wanted.isEmpty() && m_runs.value->rowCount() != wanted.size())
        m_runs.value = filtered(*m_runs.value, [&](uint32_t row) { return wanted.contains(m_runs.value->ref(row)); });
    return {};
}

bool StoreCopier::takesBytes(const ArtifactEntry &entry) const
{
    return m_selection.artifacts == CopySelection::Artifacts::Bytes && !entry.isFolder && !entry.isLink && entry.size <= m_selection.largestArtifact;
}

Result<CopySize> StoreCopier::measure(Job &job)
{
    if (const Status read = readRuns(job); !read)
        return read.error();
    CopySize size;
    size.runs = m_runs.value->rowCount();
    size.histories = m_selection.histories ? metricCells(*m_runs.value) : 0;
    QSet<ExperimentId> experiments;
    for (uint32_t row = 0; row < uint32_t(size.runs); ++row) {
        const RunRef run = m_runs.value->ref(row);
        experiments.insert(run.experiment);
        if (m_selection.artifacts != CopySelection::Artifacts::Bytes)
            continue;
        job.setProgress(row, size.runs, CopyText::tr("Looking at artifacts …"));
        const auto count = [&](const Result<ArtifactListing> &listing) {
            for (const ArtifactEntry &entry : listing ? listing->entries : QList<ArtifactEntry>()) {
                size.files += takesBytes(entry) ? 1 : 0;
                size.artifactBytes += takesBytes(entry) ? entry.size : 0;
            }
        };
        count(m_source.artifacts(run, {}, true, job));
        const auto models = m_source.loggedModels(run, job);
        for (const LoggedModel &model : models ? *models : QList<LoggedModel>())
            count(m_source.modelArtifacts(run, model, job));
        if (job.isCanceled())
            return Store::canceled();
    }
    size.experiments = experiments.size();
    return size;
}

Result<CopyReport> StoreCopier::copyTo(CopyWriter &target, Job &job)
{
    m_report = {};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    job.setProgress(0, 0, CopyText::tr("Reading runs …"));
    if (const Status read = readRuns(job); !read)
        return read.error();
    // A copy that is built is worth nothing before its end; others keep what they have.
    std::optional<CopyTransaction> whole;
    if (target.database().use() == CopyDatabase::Use::Build)
        whole.emplace(target.database());
    if (const Status put = putBasics(target, now, job); !put)
        return put.error();
    const qint64 total = m_runs.value->rowCount();
    for (uint32_t row = 0; row < uint32_t(total); ++row) {
        if (row % 16 == 0)
            job.setProgress(row, total, CopyText::tr("Copying runs …"));
        if (job.isCanceled())
            return Store::canceled();
        if (const Status copied = copyRun(target, row, job); !copied)
            return copied.error();
    }
    if (whole)
        if (const Status committed = whole->commit(); !committed)
            return committed.error();
    job.setProgress(total, total, {});
    m_report.size.runs = total;
    return m_report;
}

Status StoreCopier::putBasics(CopyWriter &target, qint64 now, Job &job)
{
    if (const Status put = target.setSource(m_source.info(), m_runs.value->dialect()); !put)
        return put;
    const bool isPart = m_selection.isWhole && !m_selection.isEverything();
    QSet<ExperimentId> experimentsOfRuns;
    QSet<QString> runIds;
    for (uint32_t row = 0; row < uint32_t(m_runs.value->rowCount()); ++row) {
        const RunRef run = m_runs.value->ref(row);
        experimentsOfRuns.insert(run.experiment);
        runIds.insert(run.run.value);
    }
    auto experiments = m_source.experiments(job);
    if (!experiments)
        return experiments.error();
    if (isPart)
        experiments->value.removeIf([&](const Experiment &each) { return !experimentsOfRuns.contains(each.id) && !m_selection.experiments.contains(each.id); });
    m_report.size.experiments = experiments->value.size();
    if (const Status put = target.putExperiments(*experiments, now); !put)
        return put;
    RunRequest request;
    if (!m_selection.isWhole) {
        request = {m_selection.experiments, {}, m_selection.view};
        for (const RunRef &run : std::as_const(m_selection.runs))
            request.runs.append(run.run);
    }
    if (const Status put = target.putRuns(request, m_runs, now); !put)
        return put;
    auto models = m_source.models(job);
    if (!models)
        return models.error().code == ErrorCode::Unsupported ? Status() : Status(models.error());
    if (isPart)
        models->value.removeIf([&](const RegisteredModel &model) {
            return std::ranges::none_of(model.versions, [&](const ModelVersion &version) { return runIds.contains(version.runId); });
        });
    return target.putModels(*models, now);
}

Status StoreCopier::copyRun(CopyWriter &target, uint32_t row, Job &job)
{
    const RunInfo info = m_runs.value->info(row);
    if (m_runs.value->rowOf(info.ref) != row)
        return {}; // the store reads one of the two
    if (m_selection.histories)
        if (const Status copied = copyHistories(target, info.ref, hasEnded(info.status), job); !copied)
            return copied;
    return m_selection.artifacts == CopySelection::Artifacts::None ? Status() : copyArtifacts(target, info.ref, job);
}

Status StoreCopier::copyHistories(CopyWriter &target, const RunRef &run, bool hasEnded, Job &job)
{
    if (hasEnded) {
        const auto has = target.hasHistories(run);
        if (!has)
            return has.error();
        if (*has)
            return {};
    }
    const auto histories = m_source.history({run, {}}, job);
    if (!histories) {
        if (!isOfOneThing(histories.error()))
            return histories.error();
        note(run, {}, histories.error());
        return {};
    }
    m_report.size.histories += histories->value.size();
    return target.putHistories(run, *histories, true, QDateTime::currentMSecsSinceEpoch());
}

Status StoreCopier::copyArtifacts(CopyWriter &target, const RunRef &run, Job &job)
{
    if (const Status copied = copyFiles(target, {run, {}}, nullptr, job); !copied)
        return copied;
    const auto models = m_source.loggedModels(run, job);
    if (!models) {
        if (!isOfOneThing(models.error()))
            return models.error();
        note(run, {}, models.error());
        return {};
    }
    if (const Status put = target.putLoggedModels(run, *models); !put)
        return put;
    for (const LoggedModel &model : *models)
        if (const Status copied = copyFiles(target, {run, model.id}, &model, job); !copied)
            return copied;
    return {};
}

Status StoreCopier::copyFiles(CopyWriter &target, const CopiedFiles &whose, const LoggedModel *model, Job &job)
{
    const auto listing = model ? m_source.modelArtifacts(whose.run, *model, job) : m_source.artifacts(whose.run, {}, true, job);
    if (!listing) {
        if (!isOfOneThing(listing.error()))
            return listing.error();
        note(whose.run, {}, listing.error());
        return {};
    }
    if (const Status put = target.putListing(whose, {}, true, *listing, QDateTime::currentMSecsSinceEpoch()); !put)
        return put;
    for (const ArtifactEntry &entry : listing->entries)
        if (takesBytes(entry))
            if (const Status copied = copyFile(target, whose, model, entry, job); !copied)
                return copied;
    return {};
}

Status StoreCopier::copyFile(CopyWriter &target, const CopiedFiles &whose, const LoggedModel *model, const ArtifactEntry &entry, Job &job)
{
    if (job.isCanceled())
        return Store::canceled();
    const auto has = target.hasArtifact(whose, entry.path);
    if (!has)
        return has.error();
    if (*has)
        return {};
    std::optional<Error> unreadable;
    qint64 bytes = 0;
    const Status put = target.putArtifact(whose, entry.path, [&](const ByteSink &sink) {
        const ByteSink counting = [&](QByteArrayView piece) { bytes += piece.size(); return sink(piece); };
        const Status read = model ? m_source.readModelArtifact(whose.run, *model, entry.path, counting, job)
                                  : m_source.readArtifact(whose.run, entry.path, counting, job);
        if (!read)
            unreadable = read.error();
        return read;
    });
    if (put) {
        ++m_report.size.files;
        m_report.size.artifactBytes += bytes;
        return {};
    }
    if (!unreadable || !isOfOneThing(*unreadable))
        return put;
    note(whose.run, entry.path, *unreadable);
    return {};
}

void StoreCopier::note(const RunRef &run, const QString &path, const Error &error)
{
    Problem problem;
    problem.severity = Severity::Warning;
    problem.code = u"not-copied"_s;
    problem.path = path;
    problem.runId = run.run.value;
    problem.message = error.message;
    m_report.problems.append(problem);
}

} // namespace Assay
