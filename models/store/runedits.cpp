// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runedits.h"

#include <QCoreApplication>
#include <QSet>

namespace Assay {

namespace {

struct RunEditText {
    Q_DECLARE_TR_FUNCTIONS(RunEdits)
};

constexpr qsizetype AtOnce = 50; // in a database they share a transaction, which must be short

Error notTried()
{
    return {ErrorCode::Canceled, RunEditText::tr("Stopped before this run was changed."), {}};
}

RunTablePtr readRuns(StoreBackend &backend, const QList<RunEdit> &edits)
{
    RunRequest request;
    QSet<RunId> ids;
    QSet<ExperimentId> experiments;
    for (const RunEdit &edit : edits) {
        ids.insert(edit.run.run);
        experiments.insert(edit.run.experiment);
    }
    request.runs = QList<RunId>(ids.begin(), ids.end());
    request.experiments = QList<ExperimentId>(experiments.begin(), experiments.end());
    SilentJob job; // what was written is looked at in any case
    auto loaded = backend.runs(request, {}, job);
    return loaded ? loaded->value : nullptr;
}

// Whether it stands there is what the store says, not what the write said.
std::optional<Error> judge(const RunEdit &edit, const std::optional<Error> &error, const RunTablePtr &runs)
{
    if (error && error->code != ErrorCode::OutcomeUnknown)
        return error;
    const auto row = runs ? runs->rowOf(edit.run) : std::nullopt;
    if (row && edit.valueIn(runs->run(*row)) == edit.to)
        return {};
    if (error)
        return error;
    return Error{ErrorCode::OutcomeUnknown, RunEditText::tr("Nobody can say whether the run was changed; look at it before trying again."), edit.run.run.value};
}

} // namespace

qsizetype RunEditReport::failedCount() const
{
    return std::count_if(edits.begin(), edits.end(), [](const RunEditDone &done) { return done.error.has_value(); });
}

RunEditReport makeRunEdits(StoreBackend &backend, const QList<RunEdit> &edits, Job &job)
{
    RunEditReport report;
    for (qsizetype begin = 0; begin < edits.size(); begin += AtOnce) {
        const QList<RunEdit> some = edits.mid(begin, AtOnce);
        const auto answers = job.isCanceled() ? QList<std::optional<Error>>(some.size(), notTried()) : backend.editRuns(some, job);
        for (qsizetype i = 0; i < some.size(); ++i)
            report.edits.append({some[i], answers[i]});
        job.setProgress(report.edits.size(), edits.size(), RunEditText::tr("Changing runs"));
    }
    report.runs = readRuns(backend, edits);
    for (RunEditDone &done : report.edits)
        done.error = judge(done.edit, done.error, report.runs);
    return report;
}

} // namespace Assay
