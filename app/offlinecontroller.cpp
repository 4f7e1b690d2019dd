// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offlinecontroller.h"

#include "app/workbench.h"
#include "models/base/whendone.h"
#include "models/table/runtablebuilder.h"
#include "widgets/dialogs/waitingeditsdialog.h"
#include "widgets/panels/offline/offlinenote.h"

#include <QDateTime>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

void apply(const RunEdit &edit, Run &run)
{
    if (edit.field == RunEdit::Field::Name)
        run.info.name = edit.to.value_or(QString());
    else if (edit.field == RunEdit::Field::Tag && edit.to)
        run.tags.insert(edit.key, *edit.to);
    else if (edit.field == RunEdit::Field::Tag)
        run.tags.remove(edit.key);
}

} // namespace

OfflineController::OfflineController(Workbench &workbench, const QString &folder, QWidget *window)
    : QObject(window), m_workbench(workbench), m_folder(folder), m_window(window), m_note(new OfflineNote)
{
    m_files.setMaxThreadCount(1);
    connect(m_note, &OfflineNote::waitingRequested, this, &OfflineController::showWaiting);
    connect(m_note, &OfflineNote::retryRequested, this, [this] {
        for (OpenStore *store : m_workbench.shown())
            if (store->state() == OpenStore::State::Offline || store->state() == OpenStore::State::Failed)
                store->reload();
    });
    connect(m_note, &OfflineNote::connectRequested, this, &OfflineController::connectRequested);
    connect(&workbench, &Workbench::currentChanged, this, &OfflineController::update);
    connect(&workbench.library(), &RunLibrary::storeOpened, this, &OfflineController::adopt);
    connect(&workbench.library(), &RunLibrary::storeClosed, this, [this](const QString &location) {
        m_held.remove(location);
        update();
    });
    for (OpenStore *store : workbench.library().stores())
        adopt(store);
}

OfflineController::~OfflineController()
{
    m_files.waitForDone();
}

void OfflineController::adopt(OpenStore *store)
{
    const QString location = store->location();
    if (m_held.contains(location))
        return;
    m_held.insert(location, {{}, m_folder.isEmpty(), !m_folder.isEmpty(), false});
    connect(store, &OpenStore::stateChanged, this, [this, store] { takeState(store); });
    connect(store, &OpenStore::runsChanged, this, [this, store] {
        showHeld(store);
        update();
    });
    if (m_folder.isEmpty())
        return;
    auto reading = QtConcurrent::run(&m_files, [folder = m_folder, location] { return EditQueueFile(folder, location).load(); });
    whenDone(reading, this, [this, store = QPointer<OpenStore>(store)](const QFuture<Result<EditQueue>> &done) {
        if (isOpen(store))
            takeFile(store, done.result());
    });
}

void OfflineController::takeFile(OpenStore *store, const Result<EditQueue> &queue)
{
    Held &held = m_held[store->location()];
    held.isRead = true;
    held.isSaved = queue.hasValue();
    if (!queue) {
        emit told(queue.error().message + u' ' + queue.error().detail);
    } else {
        const EditQueue sinceThen = std::exchange(held.queue, *queue);
        for (const WaitingEdit &waiting : sinceThen.edits())
            held.queue.add(waiting);
        if (!sinceThen.edits().isEmpty())
            save(store->location());
    }
    takeState(store);
}

// A store that is closed is there for a while yet.
bool OfflineController::isOpen(const OpenStore *store) const
{
    return store && m_workbench.store(store->location()) == store && m_held.contains(store->location());
}

void OfflineController::takeState(OpenStore *store)
{
    if (store->state() == OpenStore::State::Ready)
        makeEdits(store);
    else
        showHeld(store);
    update();
}

void OfflineController::hold(OpenStore *store, const QList<RunEdit> &edits)
{
    if (const auto *joined = qobject_cast<const JoinedStore *>(store)) {
        for (OpenStore *member : joined->members())
            if (const QList<RunEdit> own = joined->ownEdits(member, edits); !own.isEmpty())
                hold(member, own);
        return;
    }
    QList<WaitingEdit> all;
    const RunTablePtr runs = store->runs();
    for (const RunEdit &edit : edits) {
        const auto row = runs ? runs->rowOf(edit.run) : std::nullopt;
        WaitingEdit waiting;
        waiting.edit = edit;
        waiting.runName = row ? runs->displayName(*row) : edit.run.run.value;
        waiting.madeAt = QDateTime::currentMSecsSinceEpoch();
        all.append(waiting);
    }
    if (!isOpen(store))
        return keepForClosed(store->location(), all);
    for (const WaitingEdit &waiting : std::as_const(all))
        m_held[store->location()].queue.add(waiting);
    save(store->location());
    show(store, edits); // also what takes back one that was held, and leaves nothing to be tried
    update();
}

// Until it is opened the next time.
void OfflineController::keepForClosed(const QString &location, const QList<WaitingEdit> &edits)
{
    if (m_folder.isEmpty())
        return;
    auto writing = QtConcurrent::run(&m_files, [folder = m_folder, location, edits]() -> Status {
        const EditQueueFile file(folder, location);
        auto queue = file.load();
        if (!queue)
            return queue.error();
        for (const WaitingEdit &waiting : edits)
            queue->add(waiting);
        return file.save(*queue);
    });
    whenDone(writing, this, [this](const QFuture<Status> &done) {
        if (const Status saved = done.result(); !saved)
            emit told(saved.error().message);
    });
}

void OfflineController::showHeld(OpenStore *store)
{
    show(store, m_held.value(store->location()).queue.toTry());
}

// While the store is away its runs stand as they will when the changes have been made.
void OfflineController::show(OpenStore *store, const QList<RunEdit> &edits)
{
    const RunTablePtr runs = store->runs();
    if (m_showsHeld || store->state() != OpenStore::State::Offline || edits.isEmpty() || !runs)
        return;
    QHash<RunRef, Run> changed;
    for (const RunEdit &edit : edits) {
        const auto row = runs->rowOf(edit.run);
        if (!row)
            continue;
        if (!changed.contains(edit.run))
            changed.insert(edit.run, runs->run(*row));
        apply(edit, changed[edit.run]);
    }
    RunTableBuilder builder(runs->dialect());
    for (auto run = changed.cbegin(); run != changed.cend(); ++run)
        if (!(*run == runs->run(*runs->rowOf(run.key()))))
            builder.add(*run);
    if (builder.rowCount() == 0)
        return;
    m_showsHeld = true;
    store->takeRuns(*builder.finish());
    m_showsHeld = false;
}

void OfflineController::makeEdits(OpenStore *store)
{
    if (!isOpen(store))
        return;
    Held &held = m_held[store->location()];
    if (!held.isRead || held.isBeingMade || held.queue.toTry().isEmpty())
        return;
    held.isBeingMade = true;
    auto making = store->store().call([edits = held.queue.begin()](StoreBackend &backend, Job &job) -> Result<RunEditReport> { return makeRunEdits(backend, edits, job); });
    whenDone(making, this, [this, store = QPointer<OpenStore>(store)](const QFuture<Result<RunEditReport>> &done) {
        if (!isOpen(store))
            return; // what was made nevertheless is found out when it is opened again
        m_held[store->location()].isBeingMade = false;
        finish(store, done.resultCount() > 0 ? done.result().valueOr({}) : RunEditReport());
    });
}

void OfflineController::finish(OpenStore *store, const RunEditReport &report)
{
    EditQueue &queue = m_held[store->location()].queue;
    queue.settle(report);
    save(store->location());
    if (report.runs)
        store->takeRuns(*report.runs);
    const auto made = int(report.edits.size() - report.failedCount());
    if (made > 0)
        emit told(tr("%n waiting change(s) made", nullptr, made));
    const auto undecided = std::count_if(queue.edits().begin(), queue.edits().end(), [](const WaitingEdit &waiting) { return waiting.state != WaitingEdit::State::Waiting; });
    if (undecided > 0)
        emit told(tr("%n waiting change(s) could not be made: look at them", nullptr, int(undecided)));
    update();
}

void OfflineController::decide(const QString &location, qsizetype place, bool insists)
{
    OpenStore *const store = m_workbench.store(location);
    if (!isOpen(store) || place >= m_held[location].queue.edits().size())
        return;
    EditQueue &queue = m_held[location].queue;
    const WaitingEdit decided = queue.edits()[place];
    if (insists)
        queue.insist(place);
    else
        queue.drop(place);
    save(location);
    if (store->state() == OpenStore::State::Ready)
        makeEdits(store);
    else if (insists)
        showHeld(store);
    else if (decided.state == WaitingEdit::State::Waiting)
        show(store, {decided.edit.inverse()}); // it stood in the runs that are shown
    update();
}

void OfflineController::save(const QString &location)
{
    const Held &held = m_held[location];
    if (!held.isRead || !held.isSaved)
        return;
    auto writing = QtConcurrent::run(&m_files, [folder = m_folder, location, queue = held.queue] { return EditQueueFile(folder, location).save(queue); });
    whenDone(writing, this, [this](const QFuture<Status> &done) {
        if (const Status saved = done.result(); !saved)
            emit told(saved.error().message);
    });
}

void OfflineController::showWaiting()
{
    if (!m_dialog) {
        m_dialog = new WaitingEditsDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &WaitingEditsDialog::insistRequested, this, [this](const QString &location, qsizetype place) { decide(location, place, true); });
        connect(m_dialog, &WaitingEditsDialog::dropRequested, this, [this](const QString &location, qsizetype place) { decide(location, place, false); });
        connect(m_dialog, &WaitingEditsDialog::tryRequested, this, [this] {
            for (OpenStore *store : m_workbench.library().stores()) {
                if (store->state() == OpenStore::State::Ready)
                    makeEdits(store);
                else if (!m_held.value(store->location()).queue.edits().isEmpty())
                    store->reload();
            }
        });
    }
    update();
    m_dialog->show();
    m_dialog->raise();
}

qsizetype OfflineController::waitingCount() const
{
    qsizetype count = 0;
    for (const Held &held : m_held)
        count += held.queue.edits().size();
    return count;
}

void OfflineController::update()
{
    OfflineState state;
    // Of several stores the note says what holds for the oldest.
    for (const OpenStore *store : m_workbench.shown()) {
        const bool hasFailed = store->state() == OpenStore::State::Failed && store->isRemote();
        if ((!store->showsNewest() || hasFailed) && store->readAt())
            state.readAt = std::min(state.readAt.value_or(*store->readAt()), *store->readAt());
        if (hasFailed && state.failed.isEmpty()) {
            state.failed = store->location();
            state.isRefused = store->error().code == ErrorCode::AccessDenied;
            state.why = store->error().message;
        }
        if (store->state() != OpenStore::State::Offline)
            continue;
        state.offlineSince = std::min(state.offlineSince.value_or(*store->offlineSince()), *store->offlineSince());
        state.why = store->error().message;
    }
    QList<WaitingEditsModel::Entry> entries;
    for (const OpenStore *store : m_workbench.library().stores()) {
        const EditQueue queue = m_held.value(store->location()).queue;
        for (qsizetype place = 0; place < queue.edits().size(); ++place) {
            const WaitingEdit &waiting = queue.edits()[place];
            entries.append({store->location(), store->title(), place, waiting});
            state.undecided += waiting.state != WaitingEdit::State::Waiting ? 1 : 0;
        }
    }
    state.waiting = entries.size();
    m_note->setState(state);
    if (m_dialog)
        m_dialog->setEntries(entries);
}

} // namespace Assay
