// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench.h"

#include "app/settings.h"

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
        Q_EMIT openFailed(location, error.message);
    });
}

void Workbench::open(const QString &location)
{
    m_library.open(location);
}

void Workbench::close(const QString &location)
{
    if (OpenStore *store = m_library.find(location))
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
        connect(store, &OpenStore::experimentsChanged, this, &Workbench::titleChanged);
        connect(store, &OpenStore::runsChanged, this, [this, store] {
            if (store != m_current)
                return;
            if (m_view.experiments().isEmpty())
                chooseFirstExperiment();
            if (store->runsComplete())
                restoreSelection();
        });
        connect(store, &OpenStore::progressChanged, this, [this, store](qint64 done, qint64 total, const QString &what) {
            if (store == m_current)
                Q_EMIT progressChanged(done, total, what);
        });
    }
    if (!m_current || !isNew)
        show(store, {});
    Q_EMIT navigatorChanged();
    Q_EMIT opened(store);
}

void Workbench::release(OpenStore *store)
{
    if (store == m_current) {
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
    }
    m_current = store;
    QList<ExperimentId> wanted = experiments;
    if (store && wanted.isEmpty() && otherStore)
        for (const QString &id : m_settings.storeValue(store->location(), u"experiments"_s).toStringList())
            wanted.append(ExperimentId(id));
    m_view.setExperiments(wanted);
    if (store && !wanted.isEmpty()) {
        QStringList ids;
        for (const ExperimentId &id : std::as_const(wanted))
            ids.append(id.value);
        m_settings.setStoreValue(store->location(), u"experiments"_s, ids);
    }
    if (otherStore) {
        if (store)
            m_settings.setValue(SettingKey::CurrentLocation, store->location());
        Q_EMIT currentChanged();
        Q_EMIT progressChanged(0, 0, {});
    }
    if (store && wanted.isEmpty() && otherStore)
        chooseFirstExperiment();
    Q_EMIT titleChanged();
}

// At first one sees the experiment of the newest run, as it is most likely the one that somebody works on.
void Workbench::chooseFirstExperiment()
{
    const RunTablePtr runs = m_current->runs();
    if (!runs)
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
    if (!m_view.selectedRuns().isEmpty())
        return;
    const QStringList runs = m_settings.storeValue(m_current->location(), u"selectedRuns"_s).toStringList();
    QList<RunRef> selected;
    for (qsizetype i = 0; i + 1 < runs.size(); i += 2) {
        const RunRef run{ExperimentId(runs[i]), RunId(runs[i + 1])};
        if (m_current->runs()->rowOf(run))
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
