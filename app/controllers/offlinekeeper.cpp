// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/offlinekeeper.h"

#include "models/base/whendone.h"
#include "models/items/displaytext.h"
#include "models/offline/keepoffline.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Assay {

OfflineKeeper::OfflineKeeper(RunView &view, QObject *parent) : QObject(parent), m_question(view, this) {}

OfflineKeeper::~OfflineKeeper() = default;

void OfflineKeeper::stop()
{
    m_running.cancel();
}

bool OfflineKeeper::canBegin(const OpenStore &store)
{
    if (m_isRunning)
        emit failed(tr("Something is being made available offline. Wait for it, or stop it."));
    else if (!store.isRemote())
        emit failed(tr("This store lies on this machine: it is available offline."));
    else if (store.state() == OpenStore::State::Offline)
        emit failed(tr("The store cannot be reached now: %1").arg(store.error().message));
    else
        return true;
    return false;
}

void OfflineKeeper::ask(OpenStore &store, QWidget *window)
{
    if (!canBegin(store))
        return;
    const CopyDialog::Texts texts{tr("Make Available Offline"),
                                  tr("Histories and files of these runs of %1 are kept on this machine, and never thrown out to make room.").arg(visibleText(store.title(), 200)),
                                  tr("Make Available Offline")};
    m_question.ask(store, texts,
                   {CopyChoice::Runs::Selected, CopyChoice::Runs::Experiments, CopyChoice::Runs::Shown, CopyChoice::Runs::All}, window,
                   [this](const CopySelection &selection) { keep(selection); });
}

void OfflineKeeper::keepModel(OpenStore &store, const QString &model)
{
    QSet<RunId> ids;
    for (const RegisteredModel &one : store.models())
        if (one.name == model)
            for (const ModelVersion &version : one.versions)
                ids.insert(RunId(version.runId));
    CopySelection selection;
    const RunTablePtr runs = store.runs();
    for (uint32_t row = 0; runs && row < uint32_t(runs->rowCount()); ++row)
        if (ids.contains(runs->ref(row).run))
            selection.runs.append(runs->ref(row));
    if (selection.runs.isEmpty())
        return void(emit failed(tr("No version of this model comes from a run of the store.")));
    selection.artifacts = CopySelection::Artifacts::Bytes;
    if (!canBegin(store))
        return;
    m_question.open(store);
    keep(selection);
}

void OfflineKeeper::keep(CopySelection selection)
{
    if (!m_question.own() || m_isRunning)
        return;
    m_isRunning = true;
    m_running = m_question.own()->call([selection](StoreBackend &backend, Job &job) { return keepOffline(backend, selection, job); });
    onProgress(m_running, this, [this](qint64 done, qint64 total, const QString &what) { emit progressChanged(done, total, what); });
    emit progressChanged(0, 0, tr("Reading runs …"));
    whenDone(m_running, this, [this](const QFuture<Result<CopyReport>> &done) {
        finish(done.resultCount() > 0 ? done.result() : Result<CopyReport>(Store::canceled()));
    });
}

void OfflineKeeper::finish(const Result<CopyReport> &done)
{
    m_isRunning = false;
    m_running = {};
    m_question.letGo();
    emit progressChanged(0, 0, {});
    if (!done)
        return void(emit failed(done.error().code == ErrorCode::Canceled ? tr("Stopped. What was read by then is kept; the next time goes on from there.") : done.error().message));
    if (const qsizetype count = done->problems.size(); count > 0)
        return void(emit failed(tr("%n file(s) or history(s) could not be kept. The first: %1", nullptr, int(count)).arg(done->problems.first().message)));
    emit finished(tr("%n run(s) available offline", nullptr, int(done->size.runs)));
}

} // namespace Assay
