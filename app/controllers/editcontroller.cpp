// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/editcontroller.h"

#include "app/prompt.h"
#include "models/base/whendone.h"
#include "models/items/displaytext.h"
#include "models/offline/editqueue.h"
#include "models/store/openstore.h"

#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostNamed = 50; // of failures

// A future that is cancelled has no answer, and what was changed before that has to be told.
class StoppableJob final : public Job
{
public:
    StoppableJob(Job &job, const std::atomic<bool> &stops) : m_job(job), m_stops(stops) {}
    bool isCanceled() const override { return m_stops.load(std::memory_order_relaxed) || m_job.isCanceled(); }
    void setProgress(qint64 done, qint64 total, const QString &what) override { m_job.setProgress(done, total, what); }

private:
    Job &m_job;
    const std::atomic<bool> &m_stops;
};

} // namespace

EditController::EditController(RunView &view, Prompt &prompt, QWidget *window)
    : QObject(window), m_view(view), m_prompt(prompt), m_window(window)
{
    connect(&m_history, &EditHistory::editsWanted, this, [this](const QString &what, const QList<RunEdit> &edits) {
        enqueue({m_store, what, edits, true});
    });
}

void EditController::setStore(OpenStore *store)
{
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    m_history.setStore(store);
    if (store)
        connect(store, &OpenStore::infoChanged, this, &EditController::stateChanged);
    emit stateChanged();
}

bool EditController::canEdit() const
{
    return m_store && m_store->info().writable;
}

QString EditController::whyNot() const
{
    return m_store ? m_store->info().whyNotWritable : QString();
}

void EditController::stop()
{
    for (const Batch &batch : std::exchange(m_waiting, {}))
        if (batch.isUndo)
            m_history.finishEdits(batch.edits);
    if (m_stops)
        m_stops->store(true);
}

QList<TextMap> EditController::tagsOf(const QList<RunRef> &runs) const
{
    QList<TextMap> tags;
    const RunTablePtr table = m_view.table();
    for (const RunRef &run : runs)
        if (const auto row = table ? table->rowOf(run) : std::nullopt)
            tags.append(table->run(*row).tags);
    return tags;
}

QList<RunRef> EditController::those(const QList<RunRef> &runs, Lifecycle lifecycle) const
{
    QList<RunRef> found;
    const RunTablePtr table = m_view.table();
    for (const RunRef &run : runs)
        if (const auto row = table ? table->rowOf(run) : std::nullopt; row && table->info(*row).lifecycle == lifecycle)
            found.append(run);
    return found;
}

QString EditController::nameOf(const RunRef &run) const
{
    const RunTablePtr table = m_view.table();
    const auto row = table ? table->rowOf(run) : std::nullopt;
    return visibleText(row ? table->displayName(*row) : run.run.value, 80);
}

void EditController::rename(const RunRef &run, const QString &name)
{
    const QString trimmed = name.trimmed();
    const RunTablePtr table = m_view.table();
    const auto row = table ? table->rowOf(run) : std::nullopt;
    if (!row || trimmed.isEmpty())
        return;
    RunEdit edit = RunEdit::rename(run, {}, trimmed);
    edit.from = edit.valueIn(table->run(*row));
    make(tr("Rename Run", "a change that can be undone"), {edit});
}

void EditController::setNote(const RunRef &run, const QString &from, const QString &to)
{
    const auto text = [](const QString &note) { return note.isEmpty() ? std::nullopt : std::optional(note); };
    make(tr("Edit Note", "a change that can be undone"), {RunEdit::tag(run, TagKey::Note, text(from), text(to))});
}

void EditController::setTag(const QList<RunRef> &runs, const QString &key, const std::optional<QString> &value)
{
    QList<RunEdit> edits;
    const RunTablePtr table = m_view.table();
    for (const RunRef &run : runs) {
        const auto row = table ? table->rowOf(run) : std::nullopt;
        if (!row)
            continue;
        RunEdit edit = RunEdit::tag(run, key, {}, value);
        edit.from = edit.valueIn(table->run(*row));
        edits.append(edit);
    }
    make(value ? tr("Set Tag", "a change that can be undone") : tr("Remove Tag", "a change that can be undone"), edits);
}

void EditController::askToDelete(const QList<RunRef> &runs)
{
    const QList<RunRef> active = those(runs, Lifecycle::Active);
    if (active.isEmpty())
        return;
    const int count = int(active.size());
    const QString question = count == 1 ? tr("Delete “%1”?").arg(nameOf(active.first())) : tr("Delete %n runs?", nullptr, count);
    m_prompt.confirm(m_window, tr("Delete Runs"), question,
                     tr("Everybody who uses the store no longer sees what is deleted. It stays in the store until its garbage is collected; "
                        "until then you can undo this, or restore the runs with View > Show Deleted."),
                     tr("Delete %n Run(s)", nullptr, count), [this, active] { changeLifecycle(active, Lifecycle::Deleted); });
}

void EditController::restore(const QList<RunRef> &runs)
{
    changeLifecycle(those(runs, Lifecycle::Deleted), Lifecycle::Active);
}

void EditController::changeLifecycle(const QList<RunRef> &runs, Lifecycle to)
{
    QList<RunEdit> edits;
    const Lifecycle from = to == Lifecycle::Active ? Lifecycle::Deleted : Lifecycle::Active;
    for (const RunRef &run : runs)
        edits.append(RunEdit::lifecycle(run, from, to));
    make(to == Lifecycle::Deleted ? tr("Delete %n Run(s)", "a change that can be undone", int(runs.size()))
                                  : tr("Restore %n Run(s)", "a change that can be undone", int(runs.size())), edits);
}

void EditController::make(const QString &what, const QList<RunEdit> &edits)
{
    QList<RunEdit> real = edits;
    real.removeIf([](const RunEdit &edit) { return edit.from == edit.to; });
    if (real.isEmpty())
        return;
    if (!canEdit()) {
        emit failed(whyNot());
        return;
    }
    enqueue({m_store, what, real, false});
}

void EditController::enqueue(Batch batch)
{
    m_waiting.enqueue(std::move(batch));
    if (!m_isRunning)
        next();
}

void EditController::next()
{
    if (m_waiting.isEmpty() || m_isRunning)
        return;
    const Batch batch = m_waiting.dequeue();
    if (!batch.store)
        return next();
    m_isRunning = true;
    emit stateChanged();
    m_stops = std::make_shared<std::atomic<bool>>(false);
    const auto running = batch.store->store().call([edits = batch.edits, stops = m_stops](StoreBackend &backend, Job &job) -> Result<RunEditReport> {
        StoppableJob stoppable(job, *stops);
        return makeRunEdits(backend, edits, stoppable);
    });
    onProgress(running, this, [this](qint64 done, qint64 total, const QString &what) { emit progressChanged(done, total, what); });
    whenDone(running, this, [this, batch](const QFuture<Result<RunEditReport>> &done) {
        m_isRunning = false;
        emit progressChanged(0, 0, {});
        RunEditReport report;
        const bool isAnswered = done.resultCount() > 0;
        if (isAnswered && done.result()) {
            report = *done.result();
        } else {
            // The store was closed or could not be opened.
            const Error why = isAnswered ? done.result().error() : Store::canceled();
            for (const RunEdit &edit : batch.edits)
                report.edits.append({edit, why});
        }
        finish(batch, report);
        emit stateChanged();
        next();
    });
}

void EditController::finish(const Batch &batch, const RunEditReport &report)
{
    if (batch.store && report.runs)
        batch.store->takeRuns(*report.runs);
    else if (batch.store)
        batch.store->reload();
    QList<RunEdit> made, failedEdits, held;
    RunEditReport settled = report;
    settled.edits.clear();
    for (const RunEditDone &done : report.edits) {
        const bool waits = done.error && done.error->code == ErrorCode::Unreachable && EditQueue::takes(done.edit);
        (waits ? held : done.error ? failedEdits : made).append(done.edit);
        if (!waits)
            settled.edits.append(done);
    }
    if (batch.store && !held.isEmpty())
        emit unreachable(batch.store, held);
    if (batch.isUndo)
        m_history.finishEdits(failedEdits);
    else if (batch.store)
        m_history.recordEdits(batch.store, batch.what, made + held);
    if (!failedEdits.isEmpty())
        tellFailures(batch, settled);
    else if (!held.isEmpty())
        emit finished(tr("%1: waits until the store can be reached", "Rename Run: waits …").arg(batch.what));
    else
        emit finished(tr("%1: done", "Rename Run: done").arg(batch.what));
}

void EditController::tellFailures(const Batch &batch, const RunEditReport &report)
{
    QStringList lines;
    for (const RunEditDone &done : report.edits)
        if (done.error && lines.size() < MostNamed)
            lines.append(tr("%1: %2", "run: why").arg(nameOf(done.edit.run), done.error->message));
    const auto count = int(report.failedCount());
    if (report.edits.size() == 1) {
        emit failed(tr("%1: %2", "Rename Run: why not").arg(batch.what, report.edits.first().error->message));
        return;
    }
    const QString summary = tr("%1: %n run(s) could not be changed", "Set Tag: 3 runs …", count).arg(batch.what);
    emit failed(summary);
    if (count > lines.size())
        lines.append(u"…"_s);
    m_prompt.tell(m_window, batch.what, tr("Of %1 runs, %n could not be changed.", nullptr, count).arg(countText(report.edits.size())), lines.join(u'\n'));
}

} // namespace Assay
