// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/keepoffline.h"

#include "models/offline/cachedstore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct KeepOfflineText {
    Q_DECLARE_TR_FUNCTIONS(KeepOffline)
};

Result<CachedStore *> cached(StoreBackend &store)
{
    if (auto *found = dynamic_cast<CachedStore *>(&store))
        return found;
    return Error{ErrorCode::Unsupported, KeepOfflineText::tr("Nothing is kept of this store: it lies on this machine, or the folder for it cannot be written."), {}};
}

// What another program does with the copy meanwhile is waited for.
class Patient
{
public:
    explicit Patient(CachedStore &store) : m_store(store) { m_store.setPatience(10'000); }
    ~Patient() { m_store.setPatience(CachedStore::WaitForOthersMs); }
    Q_DISABLE_COPY_MOVE(Patient)

private:
    CachedStore &m_store;
};

CopySelection aPart(CopySelection selection)
{
    selection.isWhole = false;
    return selection;
}

Result<QList<RunRef>> selectedRuns(StoreBackend &store, const CopySelection &selection, Job &job)
{
    if (!selection.runs.isEmpty())
        return selection.runs;
    const auto table = store.runs({selection.experiments, {}, selection.view}, {}, job);
    if (!table)
        return table.error();
    QList<RunRef> runs;
    for (uint32_t row = 0; row < uint32_t(table->value->rowCount()); ++row)
        runs.append(table->value->ref(row));
    return runs;
}

} // namespace

Result<CopySize> measureOffline(StoreBackend &store, const CopySelection &selection, Job &job)
{
    const auto target = cached(store);
    if (!target)
        return target.error();
    const auto remote = (*target)->remote(job);
    return remote ? StoreCopier(**remote, aPart(selection)).measure(job) : Result<CopySize>(remote.error());
}

Result<CopyReport> keepOffline(StoreBackend &store, const CopySelection &selection, Job &job)
{
    const auto target = cached(store);
    if (!target)
        return target.error();
    const auto remote = (*target)->remote(job);
    if (!remote)
        return remote.error();
    const Patient patient(**target);
    CopyWriter &writer = (*target)->writer();
    auto report = StoreCopier(**remote, aPart(selection)).copyTo(writer, job);
    if (!report)
        return report.error();
    const auto runs = selectedRuns((*target)->kept() ? *(*target)->kept() : **remote, selection, job);
    if (!runs)
        return runs.error();
    CopyTransaction transaction(writer.database());
    for (const RunRef &run : *runs) {
        if (const Status pinned = writer.setPinned(run, true); !pinned)
            return pinned.error();
        const auto whole = selection.histories ? writer.hasHistories(run) : Result<bool>(true);
        if (!whole)
            return whole.error();
        if (*whole)
            continue;
        Problem problem;
        problem.severity = Severity::Warning;
        problem.code = u"run-not-kept"_s;
        problem.runId = run.run.value;
        problem.message = KeepOfflineText::tr("The histories of this run were not kept whole.");
        report->problems.append(problem);
    }
    const Status committed = transaction.commit();
    return committed ? report : Result<CopyReport>(committed.error());
}

Status releaseOffline(StoreBackend &store, const QList<RunRef> &runs)
{
    const auto target = cached(store);
    if (!target)
        return target.error();
    const Patient patient(**target);
    CopyTransaction transaction((*target)->writer().database());
    for (const RunRef &run : runs)
        if (const Status released = (*target)->writer().setPinned(run, false); !released)
            return released;
    return transaction.commit();
}

} // namespace Assay
