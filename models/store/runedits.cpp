// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runedits.h"

#include <QCoreApplication>
#include <QSet>

namespace Assay {

namespace {

struct RunEditText {
    Q_DECLARE_TR_FUNCTIONS(RunEdits)
};

RunTablePtr readRuns(StoreBackend &backend, const QList<RunEdit> &edits)
{
    RunRequest request;
    QSet<RunId> ids;
    for (const RunEdit &edit : edits)
        ids.insert(edit.run.run);
    request.runs = QList<RunId>(ids.begin(), ids.end());
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
    for (const RunEdit &edit : edits) {
        RunEditDone done{edit, {}};
        if (job.isCanceled())
            done.error = Error{ErrorCode::Canceled, RunEditText::tr("Stopped before this run was changed."), {}};
        else if (const Status made = backend.editRun(edit, job); !made)
            done.error = made.error();
        report.edits.append(done);
        job.setProgress(report.edits.size(), edits.size(), RunEditText::tr("Changing runs"));
    }
    report.runs = readRuns(backend, edits);
    for (RunEditDone &done : report.edits)
        done.error = judge(done.edit, done.error, report.runs);
    return report;
}

} // namespace Assay
