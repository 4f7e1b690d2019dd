// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/openstore.h"

#include "models/table/runtablepatch.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Assay {

OpenStore::OpenStore(const StoreRegistry &registry, StoreCandidate candidate, OpenOptions options, QObject *parent)
    : QObject(parent), m_store(registry, std::move(candidate), std::move(options))
{
    reload();
}

QString OpenStore::title() const
{
    if (const qsizetype scheme = location().indexOf("://"_L1); scheme > 0)
        return location().mid(scheme + 3);
    // "mlruns" and "mlflow.db" say nothing: the folder around them does.
    const QFileInfo place(location());
    const QString folder = place.dir().dirName();
    return folder.isEmpty() ? place.fileName() : folder + u'/' + place.fileName();
}

void OpenStore::reload()
{
    ++m_generation;
    setState(State::Loading);
    auto opening = m_store.call([](StoreBackend &backend, Job &job) -> Result<Opened> {
        auto experiments = backend.experiments(job);
        if (!experiments)
            return experiments.error();
        return Opened{backend.info(), std::move(*experiments)};
    });
    m_opening.start(opening, [this](const Result<Opened> &opened) {
        if (!opened)
            return fail(opened.error());
        m_info = opened->info;
        m_experiments = opened->experiments.value;
        m_experimentProblems = opened->experiments.problems;
        Q_EMIT infoChanged();
        Q_EMIT experimentsChanged();
        updateProblems();
        readRuns();
        reloadModels();
    });
}

void OpenStore::readRuns()
{
    m_runsComplete = false;
    const int generation = m_generation;
    const QPointer<OpenStore> self(this);
    // Partial rows travel as events to this object; the pointer is only looked at on this thread.
    const PartialRuns partial = [self, generation, context = this](RunTablePtr rows) {
        QMetaObject::invokeMethod(context, [self, generation, rows = std::move(rows)] {
            if (!self || self->m_generation != generation || self->m_runsComplete)
                return;
            if (self->m_runs && self->m_runs->rowCount() > rows->rowCount())
                return;
            self->m_runs = rows;
            Q_EMIT self->runsChanged();
        }, Qt::QueuedConnection);
    };
    auto future = m_store.call([partial](StoreBackend &backend, Job &job) { return backend.runs({}, partial, job); });
    auto *watcher = new QFutureWatcher<Result<Loaded<RunTablePtr>>>(this);
    connect(watcher, &QFutureWatcherBase::progressTextChanged, this, [this, watcher](const QString &what) {
        Q_EMIT progressChanged(watcher->progressValue(), watcher->progressMaximum(), what);
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    m_runsRead.start(future, [this](const Result<Loaded<RunTablePtr>> &loaded) {
        Q_EMIT progressChanged(0, 0, {});
        if (!loaded)
            return fail(loaded.error());
        m_runs = loaded->value;
        m_runsComplete = true;
        m_runProblems = loaded->problems;
        Q_EMIT runsChanged();
        updateProblems();
        setState(State::Ready);
    });
}

void OpenStore::reloadModels()
{
    auto future = m_store.call([](StoreBackend &backend, Job &job) { return backend.models(job); });
    m_modelsRead.start(future, [this](const Result<Loaded<QList<RegisteredModel>>> &loaded) {
        if (!loaded)
            return; // the runs' answer tells of a store that cannot be read
        m_models = loaded->value;
        m_modelProblems = loaded->problems;
        Q_EMIT modelsChanged();
        updateProblems();
    });
}

void OpenStore::takeRuns(const RunTable &fresh)
{
    if (!m_runs)
        return;
    m_runs = patchRuns(m_runs, fresh);
    Q_EMIT runsChanged();
}

void OpenStore::stop()
{
    m_opening.cancel();
    m_runsRead.cancel();
    m_modelsRead.cancel();
    Q_EMIT progressChanged(0, 0, {});
    setState(m_runs ? State::Ready : State::Failed);
}

void OpenStore::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void OpenStore::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void OpenStore::updateProblems()
{
    QList<Problem> all = m_experimentProblems + m_runProblems + m_modelProblems;
    if (all == m_problems)
        return;
    m_problems = std::move(all);
    Q_EMIT problemsChanged();
}

} // namespace Assay
