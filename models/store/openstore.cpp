// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/openstore.h"

#include "models/table/runtablepatch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int LookAgainMs = 4000; // a store that is back is noticed within 5 s

} // namespace

OpenStore::OpenStore(const StoreRegistry &registry, StoreCandidate candidate, OpenOptions options, QObject *parent)
    : QObject(parent), m_store(registry, candidate, std::move(options)),
      m_isRemote(registry.format(candidate.formatId) && registry.format(candidate.formatId)->isRemote())
{
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(LookAgainMs);
    connect(&m_lookAgain, &QTimer::timeout, this, &OpenStore::reload);
    showKept();
    reload();
}

OpenStore::OpenStore(Source, const StoreRegistry &registry, StoreCandidate candidate, QObject *parent)
    : QObject(parent), m_store(registry, std::move(candidate), {})
{
}

QString OpenStore::title() const
{
    if (const qsizetype scheme = location().indexOf("://"_L1); scheme > 0) {
        const QString place = location().mid(scheme + 3).section(u'?', 0, 0);
        return place.mid(place.lastIndexOf(u'@', std::max<qsizetype>(place.indexOf(u'/'), 0)) + 1); // without who one is there
    }
    // "mlruns" and "mlflow.db" say nothing: the folder around them does.
    const QFileInfo place(location());
    const QString folder = place.dir().dirName();
    return folder.isEmpty() ? place.fileName() : folder + u'/' + place.fileName();
}

// Nothing where nothing is kept, or not enough to show.
std::optional<OpenStore::Kept> OpenStore::readKept(StoreBackend &backend, const std::function<void(const Kept &)> &partial, Job &job)
{
    StoreBackend *const kept = backend.kept();
    if (!kept)
        return {};
    auto experiments = kept->experiments(job);
    if (!experiments)
        return {};
    StoreInfo info = backend.info(); // as it was the last time
    info.keptAt = kept->info().keptAt;
    Kept all{{info, std::move(*experiments)}, {}, {}};
    auto runs = kept->runs({}, [&](RunTablePtr rows) { partial({all.opened, {std::move(rows), {}}, {}}); }, job);
    auto models = kept->models(job);
    if (!runs)
        return {};
    all.runs = std::move(*runs);
    all.models = models ? std::move(*models) : Loaded<QList<RegisteredModel>>();
    return all;
}

void OpenStore::showKept()
{
    const QPointer<OpenStore> self(this);
    const auto partial = [self, context = this](const Kept &kept) {
        QMetaObject::invokeMethod(context, [self, kept] {
            if (self && self->m_keptRead.isRunning())
                self->takeKept(kept);
        }, Qt::QueuedConnection);
    };
    auto reading = m_store.call([partial](StoreBackend &backend, Job &job) -> Result<std::optional<Kept>> { return readKept(backend, partial, job); });
    m_keptRead.start(reading, [this](const Result<std::optional<Kept>> &kept) {
        if (kept && *kept)
            takeKept(**kept);
    });
}

void OpenStore::takeKept(const Kept &kept)
{
    if (m_readAt && !m_showsKept)
        return;
    const bool isFirst = !std::exchange(m_showsKept, true);
    m_readAt = kept.opened.info.keptAt;
    if (isFirst)
        takeOpened(kept.opened);
    m_runs = kept.runs.value;
    m_runProblems = kept.runs.problems;
    m_models = kept.models.value;
    m_modelProblems = kept.models.problems;
    Q_EMIT runsChanged();
    Q_EMIT modelsChanged();
    updateProblems();
}

void OpenStore::reopen(const OpenOptions &options)
{
    stop();
    m_store.setOptions(options);
    m_sinceExact.invalidate();
    m_offlineSince.reset();
    setState(State::Loading);
    showKept();
    reload();
}

void OpenStore::reload()
{
    ++m_generation;
    m_lookAgain.stop();
    if (m_state != State::Offline) // looking whether it is back changes nothing to be seen
        setState(State::Loading);
    readStore(Reading::Shown);
}

void OpenStore::refresh()
{
    if (m_state != State::Ready || m_opening.isRunning() || m_runsRead.isRunning())
        return;
    if (m_runsComplete && m_readAt)
        readStore(Reading::Quiet);
    else
        reload();
}

void OpenStore::readStore(Reading reading)
{
    m_readingSince = QDateTime::currentMSecsSinceEpoch();
    m_sinceReading.start();
    auto opening = m_store.call([](StoreBackend &backend, Job &job) -> Result<Opened> {
        auto experiments = backend.experiments(job);
        if (!experiments)
            return experiments.error();
        return Opened{backend.info(), std::move(*experiments)};
    });
    m_opening.start(opening, [this, reading](const Result<Opened> &opened) {
        if (!opened)
            return fail(opened.error());
        takeOpened(*opened, reading);
        readRuns(reading);
        readModels(reading);
    });
}

void OpenStore::takeOpened(const Opened &opened, Reading reading)
{
    const bool isNews = reading == Reading::Shown || m_experiments != opened.experiments.value;
    m_info = opened.info;
    m_experiments = opened.experiments.value;
    m_experimentProblems = opened.experiments.problems;
    if (isNews) {
        Q_EMIT infoChanged();
        Q_EMIT experimentsChanged();
    }
    updateProblems();
}

RunRequest OpenStore::runRequest(Reading reading) const
{
    RunRequest request;
    const bool isExact = m_sinceExact.isValid() && m_sinceExact.elapsed() < ExactEveryMs;
    // A clock that was set back tells nothing of when changes were made.
    if (reading == Reading::Quiet && isExact && m_readAt && *m_readAt <= m_readingSince) {
        request.known = m_runs;
        request.knownSince = m_readAt;
    }
    return request;
}

void OpenStore::readRuns(Reading reading)
{
    m_runsComplete = reading == Reading::Quiet;
    const RunRequest request = runRequest(reading);
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
    const RunTablePtr shown = reading == Reading::Quiet ? m_runs : nullptr;
    auto future = m_store.call([request, partial, shown](StoreBackend &backend, Job &job) {
        auto loaded = backend.runs(request, shown ? PartialRuns() : partial, job);
        // What was read whole and is as it was stays what it is, so that nothing is drawn anew.
        if (loaded && shown && loaded->value->rowCount() == shown->rowCount() && mergeRuns(shown, *loaded->value) == shown)
            loaded->value = shown;
        return loaded;
    });
    if (reading == Reading::Shown)
        onProgress(future, this, [this](qint64 done, qint64 total, const QString &what) { Q_EMIT progressChanged(done, total, what); });
    m_runsRead.start(future, [this, known = request.known](const Result<Loaded<RunTablePtr>> &loaded) {
        Q_EMIT progressChanged(0, 0, {});
        if (!loaded)
            return fail(loaded.error());
        if (known && known != m_runs)
            return refresh(); // what it rests on is not what is there any more: a run was edited meanwhile
        const bool isNews = m_runs != loaded->value;
        m_runs = loaded->value;
        m_runsComplete = true;
        m_showsKept = false;
        m_readAt = m_readingSince;
        if (!known)
            m_sinceExact = m_sinceReading;
        m_offlineSince.reset();
        m_runProblems = loaded->problems;
        if (isNews)
            Q_EMIT runsChanged();
        updateProblems();
        setState(State::Ready);
        Q_EMIT wasRead();
    });
}

void OpenStore::reloadModels()
{
    readModels(Reading::Shown);
}

void OpenStore::readModels(Reading reading)
{
    auto future = m_store.call([](StoreBackend &backend, Job &job) { return backend.models(job); });
    m_modelsRead.start(future, [this, reading](const Result<Loaded<QList<RegisteredModel>>> &loaded) {
        if (!loaded || (reading == Reading::Quiet && m_models == loaded->value))
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
    m_lookAgain.stop();
    if (m_keptRead.isRunning() && m_showsKept)
        m_readAt.reset(); // the first rows of what was kept are not what was kept
    m_keptRead.cancel();
    m_opening.cancel();
    m_runsRead.cancel();
    m_modelsRead.cancel();
    Q_EMIT progressChanged(0, 0, {});
    if (m_state == State::Offline)
        m_lookAgain.start(); // that one waits no longer for an answer does not bring it back
    else
        setState(m_runs ? State::Ready : State::Failed);
}

void OpenStore::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

// A store that cannot be reached is no fault of anybody where there is something to go on with.
void OpenStore::fail(const Error &error)
{
    m_error = error;
    // A server that fails at one question is looked after again, too.
    const bool mayComeBack = error.code == ErrorCode::Unreachable || (m_isRemote && error.code == ErrorCode::Unreadable);
    m_runsComplete = m_runsComplete || m_readAt; // what is shown is what there is, and will not become more
    if (!mayComeBack || !m_readAt)
        return setState(State::Failed);
    if (!m_offlineSince)
        m_offlineSince = QDateTime::currentMSecsSinceEpoch();
    m_lookAgain.start();
    setState(State::Offline);
}

void OpenStore::setInfo(const StoreInfo &info)
{
    m_info = info;
    Q_EMIT infoChanged();
}

void OpenStore::setExperiments(const QList<Experiment> &experiments)
{
    m_experiments = experiments;
    Q_EMIT experimentsChanged();
}

void OpenStore::setRuns(RunTablePtr runs, bool complete)
{
    m_runs = std::move(runs);
    m_runsComplete = complete;
    Q_EMIT runsChanged();
}

void OpenStore::updateProblems()
{
    setProblems(m_experimentProblems + m_runProblems + m_modelProblems);
}

void OpenStore::setProblems(QList<Problem> problems)
{
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

} // namespace Assay
