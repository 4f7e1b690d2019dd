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
        m_held.erase(location);
        update();
    });
    for (OpenStore *store : workbench.library().stores())
        adopt(store);
}

OfflineController::~OfflineController()
{
    m_held.clear();
    m_files.waitForDone();
}

std::optional<EditQueueFile> OfflineController::fileOf(OpenStore *store) const
{
    return m_folder.isEmpty() || !store->isRemote() ? std::nullopt : std::optional(EditQueueFile(m_folder, store->store().candidate(), store->store().account()));
}

const EditQueue &OfflineController::queueOf(const OpenStore *store) const
{
    static const EditQueue nothing;
    const auto held = m_held.find(store->location());
    return held != m_held.end() ? held->second.edits->queue() : nothing;
}

void OfflineController::adopt(OpenStore *store)
{
    const QString location = store->location();
    if (m_held.contains(location))
        return;
    Held &held = m_held[location];
    held.edits = std::make_unique<HeldEdits>(fileOf(store), m_files, nullptr);
    connect(held.edits.get(), &HeldEdits::synced, this, [this, store] { takeSynced(store); });
    connect(held.edits.get(), &HeldEdits::failed, this, &OfflineController::told);
    connect(store, &OpenStore::stateChanged, this, [this, store] { takeState(store); });
    connect(store, &OpenStore::runsChanged, this, [this, store] {
        showHeld(store);
        update();
    });
    takeState(store);
    held.edits->sync();
}

void OfflineController::takeSynced(OpenStore *store)
{
    if (!isOpen(store))
        return;
    if (std::exchange(m_held[store->location()].isWanted, false) && store->state() == OpenStore::State::Ready)
        makeHeld(store);
    showHeld(store);
    update();
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
        return keepForClosed(store, all);
    m_held[store->location()].edits->change([&](EditQueue &queue) {
        for (const WaitingEdit &waiting : std::as_const(all))
            queue.add(waiting);
    });
    show(store, edits); // also what takes back one that was held, and leaves nothing to be tried
    update();
}

// Until it is opened the next time.
void OfflineController::keepForClosed(OpenStore *store, const QList<WaitingEdit> &edits)
{
    const auto file = fileOf(store);
    if (!file)
        return;
    EditQueue queue;
    for (const WaitingEdit &waiting : edits)
        queue.add(waiting);
    whenDone(QtConcurrent::run(&m_files, [file, queue] { return file->sync({}, queue); }), this, [this](const QFuture<Result<EditQueue>> &done) {
        if (const Result<EditQueue> kept = done.result(); !kept)
            emit told(kept.error().message);
    });
}

void OfflineController::showHeld(OpenStore *store)
{
    show(store, queueOf(store).toTry());
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

// After a look at what other programs made of them already.
void OfflineController::makeEdits(OpenStore *store)
{
    if (!isOpen(store))
        return;
    Held &held = m_held[store->location()];
    held.isWanted = true;
    held.edits->sync();
}

void OfflineController::makeHeld(OpenStore *store)
{
    Held &held = m_held[store->location()];
    if (held.isBeingMade || queueOf(store).toTry().isEmpty())
        return;
    held.isBeingMade = true;
    auto making = store->store().call([edits = held.edits->begin()](StoreBackend &backend, Job &job) -> Result<RunEditReport> { return makeRunEdits(backend, edits, job); });
    whenDone(making, this, [this, store = QPointer<OpenStore>(store)](const QFuture<Result<RunEditReport>> &done) {
        if (!isOpen(store))
            return; // what was made nevertheless is found out when it is opened again
        m_held[store->location()].isBeingMade = false;
        finish(store, done.resultCount() > 0 ? done.result().valueOr({}) : RunEditReport());
    });
}

void OfflineController::finish(OpenStore *store, const RunEditReport &report)
{
    m_held[store->location()].edits->change([&](EditQueue &queue) { queue.settle(report); });
    if (report.runs)
        store->takeRuns(*report.runs);
    const auto made = int(report.edits.size() - report.failedCount());
    if (made > 0)
        emit told(tr("%n waiting change(s) made", nullptr, made));
    const QList<WaitingEdit> &left = queueOf(store).edits();
    const auto undecided = std::count_if(left.begin(), left.end(), [](const WaitingEdit &waiting) { return waiting.state != WaitingEdit::State::Waiting; });
    if (undecided > 0)
        emit told(tr("%n waiting change(s) could not be made: look at them", nullptr, int(undecided)));
    update();
}

// Other programs add to the queue and take from it: what was shown is looked for there, wherever it stands by now.
void OfflineController::decide(const QString &location, const WaitingEdit &decided, bool insists)
{
    OpenStore *const store = m_workbench.store(location);
    const qsizetype place = isOpen(store) ? queueOf(store).edits().indexOf(decided) : -1;
    if (place < 0)
        return update();
    m_held[location].edits->change([&](EditQueue &queue) { insists ? queue.insist(place) : queue.drop(place); });
    if (store->state() == OpenStore::State::Ready)
        makeEdits(store);
    else if (insists)
        showHeld(store);
    else if (decided.state == WaitingEdit::State::Waiting)
        show(store, {decided.edit.inverse()}); // it stood in the runs that are shown
    update();
}

void OfflineController::showWaiting()
{
    if (!m_dialog) {
        m_dialog = new WaitingEditsDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &WaitingEditsDialog::insistRequested, this, [this](const QString &location, const WaitingEdit &shown) { decide(location, shown, true); });
        connect(m_dialog, &WaitingEditsDialog::dropRequested, this, [this](const QString &location, const WaitingEdit &shown) { decide(location, shown, false); });
        connect(m_dialog, &WaitingEditsDialog::tryRequested, this, [this] {
            for (OpenStore *store : m_workbench.library().stores()) {
                if (store->state() == OpenStore::State::Ready)
                    makeEdits(store);
                else if (!queueOf(store).edits().isEmpty())
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
    for (const auto &[location, held] : m_held)
        count += held.edits->queue().edits().size();
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
        const QList<WaitingEdit> waitingEdits = queueOf(store).edits();
        for (const WaitingEdit &waiting : waitingEdits) {
            entries.append({store->location(), store->title(), waiting});
            state.undecided += waiting.state != WaitingEdit::State::Waiting ? 1 : 0;
        }
    }
    state.waiting = entries.size();
    m_note->setState(state);
    if (m_dialog)
        m_dialog->setEntries(entries);
}

} // namespace Assay
