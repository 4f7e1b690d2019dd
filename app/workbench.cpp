// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench.h"

#include "app/settings.h"
#include "models/domain/memberid.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype RememberedRuns = 200;

} // namespace

Workbench::Workbench(RunLibrary &library, Settings &settings, QObject *parent)
    : QObject(parent), m_library(library), m_settings(settings),
      m_showsDeleted(settings.value(SettingKey::ShowDeleted).toBool())
{
    m_navigatorTimer.setInterval(100);
    m_navigatorTimer.setSingleShot(true);
    connect(&m_navigatorTimer, &QTimer::timeout, this, &Workbench::navigatorChanged);
    connect(&library, &RunLibrary::storeOpened, this, &Workbench::adopt);
    connect(&library, &RunLibrary::storeAboutToClose, this, &Workbench::release);
    connect(&library, &RunLibrary::openFailed, this, [this](const QString &location, const Error &error) {
        m_showsNext = false;
        Q_EMIT openFailed(location, error.message);
    });
}

void Workbench::open(const QString &location)
{
    m_library.open(location);
}

void Workbench::openAndShow(const QString &location)
{
    m_awaited.clear();
    m_showsNext = true;
    m_library.open(location);
}

void Workbench::close(const QString &location)
{
    if (OpenStore *store = m_library.find(location))
        m_library.close(store);
}

void Workbench::closeShown()
{
    for (OpenStore *store : shown())
        m_library.close(store);
}

void Workbench::adopt(OpenStore *store)
{
    m_settings.addRecent(store->location());
    const bool isNew = store->property("adopted").isNull();
    if (isNew) {
        store->setProperty("adopted", true);
        m_library.setRootMappings(store->location(), m_settings.rootMappings(store->location()));
        const auto refresh = [this] { if (!m_navigatorTimer.isActive()) m_navigatorTimer.start(); };
        connect(store, &OpenStore::stateChanged, this, refresh);
        connect(store, &OpenStore::infoChanged, this, refresh);
        connect(store, &OpenStore::experimentsChanged, this, refresh);
        connect(store, &OpenStore::runsChanged, this, refresh);
        connect(store, &OpenStore::modelsChanged, this, refresh);
        connect(store, &OpenStore::problemsChanged, this, &Workbench::problemsChanged);
        watch(store);
    }
    const bool isShown = shown().contains(store);
    if (!m_current || ((!isNew || m_showsNext) && !isShown && !m_gathers))
        show(store, {});
    m_showsNext = false;
    showAwaited();
    Q_EMIT navigatorChanged();
    Q_EMIT opened(store);
}

void Workbench::watch(OpenStore *store)
{
    connect(store, &OpenStore::experimentsChanged, this, &Workbench::titleChanged);
    connect(store, &OpenStore::runsChanged, this, [this, store] {
        if (store != m_current)
            return;
        if (m_view.experiments().isEmpty())
            chooseFirstExperiment();
        restoreSelection();
    });
    connect(store, &OpenStore::progressChanged, this, [this, store](qint64 done, qint64 total, const QString &what) {
        if (store == m_current)
            Q_EMIT progressChanged(done, total, what);
    });
}

void Workbench::release(OpenStore *store)
{
    m_awaited.clear();
    if (m_joined && m_joined->members().contains(store)) {
        QList<NavigatorChoice> left = choices();
        left.removeIf([store](const NavigatorChoice &choice) { return choice.location == store->location(); });
        show(left);
    } else if (store == m_current) {
        OpenStore *next = nullptr;
        for (OpenStore *other : m_library.stores())
            if (other != store)
                next = other;
        show(next, {});
    }
    m_navigatorTimer.start();
    QMetaObject::invokeMethod(this, &Workbench::problemsChanged, Qt::QueuedConnection);
}

void Workbench::show(OpenStore *store, const QList<ExperimentId> &experiments)
{
    const bool otherStore = store != m_current;
    if (otherStore) {
        saveSelection();
        m_view.setSelectedRuns({});
        m_restoresSelection = store != nullptr;
    }
    m_current = store;
    QList<ExperimentId> wanted = experiments;
    if (store && wanted.isEmpty() && otherStore)
        for (const QString &id : m_settings.storeValue(store->location(), u"experiments"_s).toStringList())
            wanted.append(ExperimentId(id));
    if (!otherStore)
        letGoOfOthers(wanted);
    m_view.setExperiments(wanted);
    if (store && !wanted.isEmpty()) {
        QStringList ids;
        for (const ExperimentId &id : std::as_const(wanted))
            ids.append(id.value);
        m_settings.setStoreValue(store->location(), u"experiments"_s, ids);
    }
    if (otherStore) {
        Q_EMIT currentChanged();
        Q_EMIT progressChanged(0, 0, {});
        if (m_joined != store)
            delete std::exchange(m_joined, nullptr); // nobody shows it any more
        Q_EMIT problemsChanged();
    }
    if (store && wanted.isEmpty() && otherStore)
        chooseFirstExperiment();
    restoreSelection(); // whose runs are there already has nothing more to tell
    Q_EMIT titleChanged();
}

// Nothing is done to runs that nobody sees: those of other experiments are no longer chosen.
void Workbench::letGoOfOthers(const QList<ExperimentId> &experiments)
{
    if (experiments.isEmpty())
        return;
    const auto isOther = [&](const RunRef &run) { return !experiments.contains(run.experiment); };
    if (m_view.currentRun() && isOther(*m_view.currentRun()))
        m_view.setCurrentRun({});
    QList<RunRef> left = m_view.selectedRuns();
    left.removeIf(isOther);
    m_view.setSelectedRuns(left);
}

QList<OpenStore *> Workbench::shown() const
{
    return m_joined ? m_joined->members() : m_current ? QList<OpenStore *>{m_current} : QList<OpenStore *>();
}

QList<NavigatorChoice> Workbench::choices() const
{
    QList<NavigatorChoice> all;
    for (const OpenStore *store : shown())
        all.append({store->location(), {}});
    for (const ExperimentId &id : m_view.experiments()) {
        const MemberExperiment experiment = splitMember(id);
        all[std::max<qsizetype>(0, experiment.member)].experiments.append(experiment.own);
    }
    return all;
}

void Workbench::show(const QList<NavigatorChoice> &choices)
{
    m_awaited.clear();
    m_gathers = false;
    QList<OpenStore *> stores;
    for (const NavigatorChoice &choice : choices)
        if (OpenStore *store = m_library.find(choice.location))
            stores.append(store);
    if (stores.size() < 2)
        return show(stores.value(0), choices.value(0).experiments);
    JoinedStore *const before = m_joined;
    if (!before || QSet<OpenStore *>(stores.begin(), stores.end()) != QSet<OpenStore *>(before->members().begin(), before->members().end())) {
        m_joined = JoinedStore::make(stores, this);
        watch(m_joined);
        connect(m_joined, &OpenStore::problemsChanged, this, &Workbench::problemsChanged);
    }
    show(m_joined, wantedOf(choices));
    if (before != m_joined)
        delete before; // nobody shows it any more
}

// In the ids of m_joined; a store without a choice counts whole. Empty when that is not known yet: everything.
QList<ExperimentId> Workbench::wantedOf(const QList<NavigatorChoice> &choices) const
{
    QList<ExperimentId> wanted;
    const bool isAll = std::all_of(choices.begin(), choices.end(), [](const NavigatorChoice &choice) { return choice.experiments.isEmpty(); });
    for (const NavigatorChoice &choice : choices) {
        const OpenStore *store = m_library.find(choice.location);
        QList<ExperimentId> own = choice.experiments;
        if (own.isEmpty() && store)
            for (const Experiment &experiment : store->experiments())
                if (experiment.lifecycle == Lifecycle::Active)
                    own.append(experiment.id);
        if (isAll || own.isEmpty())
            return {};
        for (const ExperimentId &id : std::as_const(own))
            wanted.append(memberExperiment({m_joined->numberOf(store), id}));
    }
    return wanted;
}

void Workbench::showWhenOpen(const QStringList &locations)
{
    m_awaited = locations;
    showAwaited();
}

void Workbench::gather()
{
    m_gathers = true;
}

void Workbench::showAwaited()
{
    QList<NavigatorChoice> all;
    if (m_gathers) {
        m_awaited.clear();
        for (const OpenStore *store : m_library.stores())
            m_awaited.append(store->location());
    }
    for (const QString &location : std::as_const(m_awaited))
        if (m_library.find(location))
            all.append({location, {}});
    if (all.size() < (m_gathers ? 2 : 1) || all.size() < m_awaited.size())
        return;
    if (all.size() == 1) {
        OpenStore *const store = m_library.find(all.first().location);
        m_awaited.clear();
        if (store != m_current)
            show(store, {});
        return;
    }
    const bool gathers = m_gathers;
    show(all);
    m_gathers = gathers;
}

// At first one sees the experiment of the newest run, as it is most likely the one that somebody works on. Of several
// stores all that is in them.
void Workbench::chooseFirstExperiment()
{
    const RunTablePtr runs = m_current->runs();
    if (!runs || m_joined)
        return;
    QSet<QString> active;
    for (const Experiment &experiment : m_current->experiments())
        if (experiment.lifecycle == Lifecycle::Active)
            active.insert(experiment.id.value);
    QString newest;
    int64_t newestStart = TimeTraits::absent;
    const TextColumn &experiments = *runs->attributeText(Attribute::ExperimentId);
    std::vector<char> isActive(experiments.dictionary.size());
    for (uint32_t code = 0; code < isActive.size(); ++code)
        isActive[code] = active.contains(experiments.dictionary.text(code));
    runs->times({ColumnGroup::Attribute, Attribute::StartTime})->forEach([&](uint32_t row, int64_t start) {
        if (start > newestStart && isActive[experiments.cells.at(row)]) {
            newestStart = start;
            newest = experiments.text(row);
        }
    });
    if (!newest.isEmpty())
        show(m_current, {ExperimentId(newest)});
}

void Workbench::saveSelection()
{
    if (!m_current)
        return;
    QStringList runs;
    for (const RunRef &run : m_view.selectedRuns().mid(0, RememberedRuns))
        runs << run.experiment.value << run.run.value;
    m_settings.setStoreValue(m_current->location(), u"selectedRuns"_s, runs);
}

void Workbench::restoreSelection()
{
    if (!m_current || !m_current->runsComplete() || !std::exchange(m_restoresSelection, false) || !m_view.selectedRuns().isEmpty())
        return;
    const QStringList runs = m_settings.storeValue(m_current->location(), u"selectedRuns"_s).toStringList();
    QList<RunRef> selected;
    for (qsizetype i = 0; i + 1 < runs.size(); i += 2) {
        const RunRef run{ExperimentId(runs[i]), RunId(runs[i + 1])};
        const bool isShown = m_view.experiments().isEmpty() || m_view.experiments().contains(run.experiment);
        if (isShown && m_current->runs()->rowOf(run))
            selected.append(run);
    }
    if (selected.isEmpty())
        return;
    m_view.setSelectedRuns(selected);
    m_view.setCurrentRun(selected.first());
}

void Workbench::setShowsDeleted(bool shows)
{
    if (m_showsDeleted == shows)
        return;
    m_showsDeleted = shows;
    m_settings.setValue(SettingKey::ShowDeleted, shows);
    Q_EMIT showsDeletedChanged();
    Q_EMIT navigatorChanged();
}

QList<NavigatorExperiment> Workbench::experimentsOf(const OpenStore &store) const
{
    QHash<QString, qint64> counts;
    if (const RunTablePtr runs = store.runs()) {
        const TextColumn &experiments = *runs->attributeText(Attribute::ExperimentId);
        const TextColumn &lifecycles = *runs->attributeText(Attribute::LifecycleStage);
        std::vector<qint64> byCode(experiments.dictionary.size());
        experiments.cells.forEach([&](uint32_t row, uint32_t code) {
            byCode[code] += m_showsDeleted || lifecycles.utf8(row) == "active";
        });
        for (uint32_t code = 0; code < byCode.size(); ++code)
            counts.insert(experiments.dictionary.text(code), byCode[code]);
    }
    QList<NavigatorExperiment> entries;
    for (const Experiment &experiment : store.experiments()) {
        const bool isDeleted = experiment.lifecycle == Lifecycle::Deleted;
        if (isDeleted && !m_showsDeleted)
            continue;
        entries.append({experiment.id, experiment.name, store.runs() ? counts.value(experiment.id.value) : -1, isDeleted});
    }
    return entries;
}

QList<NavigatorStore> Workbench::navigatorStores() const
{
    QList<NavigatorStore> all;
    for (const OpenStore *store : m_library.stores()) {
        NavigatorStore entry;
        entry.location = store->location();
        entry.title = store->title();
        switch (store->state()) {
        case OpenStore::State::Loading: entry.badge = StoreBadge::Loading; break;
        case OpenStore::State::Ready: entry.badge = store->info().writable ? StoreBadge::Live : StoreBadge::ReadOnly; break;
        case OpenStore::State::Offline: entry.badge = StoreBadge::Offline; break;
        case OpenStore::State::Failed: entry.badge = StoreBadge::Failed; break;
        }
        const bool isThere = entry.badge != StoreBadge::Failed && entry.badge != StoreBadge::Offline;
        entry.badgeText = isThere ? store->info().whyNotWritable : store->error().message;
        entry.experiments = experimentsOf(*store);
        for (const RegisteredModel &model : store->models())
            if (!model.isPrompt())
                entry.models.append({model.name, model.versions.size()});
        all.append(entry);
    }
    return all;
}

QList<ProblemsModel::Entry> Workbench::problems() const
{
    QList<ProblemsModel::Entry> entries;
    for (const OpenStore *store : m_library.stores())
        for (const Problem &problem : store->problems())
            entries.append({store->title(), problem});
    if (m_joined)
        for (const Problem &problem : m_joined->problems())
            entries.append({m_joined->title(), problem});
    return entries;
}

QString Workbench::title() const
{
    if (!m_current)
        return {};
    const QList<ExperimentId> shown = m_view.experiments();
    if (shown.size() == 1)
        for (const Experiment &experiment : m_current->experiments())
            if (experiment.id == shown.first())
                return experiment.name;
    return shown.isEmpty() ? tr("All experiments") : tr("%n experiment(s)", nullptr, int(shown.size()));
}

} // namespace Assay
