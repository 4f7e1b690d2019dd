// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/runscontroller.h"

#include "app/controllers/exportfile.h"
#include "app/controllers/sparklinereader.h"
#include "models/base/promisedjob.h"
#include "models/store/historyloader.h"
#include "models/store/joinedstore.h"
#include "widgets/panels/runs/runspanel.h"

#include <QDateTime>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int NowInterval = 30'000; // ms; ages are rough
constexpr qsizetype HistoriesAtOnce = 4'000; // then the table shows what is known so far

} // namespace

RunsController::RunsController(RunView &view, Memory memory, QObject *parent)
    : PageController(parent), m_view(view), m_memory(std::move(memory)), m_panel(new RunsPanel(view)), m_sparklines(new SparklineReader(this))
{
    connect(m_panel, &RunsPanel::stateChanged, this, &RunsController::takeState);
    connect(m_panel, &RunsPanel::exportRequested, this, &RunsController::exportRequested);
    connect(m_panel, &RunsPanel::menuOpening, this, &RunsController::menuOpening);
    connect(&m_panel->model(), &RunTableModel::renameRequested, this, &RunsController::renameRequested);
    connect(m_panel, &RunsPanel::formulasChanged, this, &RunsController::formulasChanged);
    connect(m_panel, &RunsPanel::runActivated, this, &RunsController::runActivated);
    connect(m_panel, &RunsPanel::facetRequested, this, &RunsController::computeFacet);
    connect(m_panel, &RunsPanel::queryHistoryChanged, this, [this](const QStringList &queries) {
        if (m_store && m_memory.saveQueries)
            m_memory.saveQueries(m_store->location(), queries);
    });
    connect(m_panel, &RunsPanel::historiesWanted, m_sparklines, &SparklineReader::request);
    connect(m_sparklines, &SparklineReader::read, &m_panel->model(), &RunTableModel::setHistory);
    connect(m_panel, &RunsPanel::connectRequested, this, &RunsController::connectRequested);
    connect(m_panel, &RunsPanel::retryRequested, this, [this] {
        if (m_store)
            m_store->reload();
    });
    connect(&view, &RunView::experimentsChanged, this, [this] {
        m_statsAreOld = true;
        updateTitle();
        update();
    });
    connect(&m_nowTimer, &QTimer::timeout, this, [this] { m_panel->setNow(QDateTime::currentMSecsSinceEpoch()); });
    m_nowTimer.start(NowInterval);
    m_panel->setNow(QDateTime::currentMSecsSinceEpoch());
}

RunsController::~RunsController() = default;

QWidget *RunsController::widget() const
{
    return m_panel;
}

bool RunsController::isBusy() const
{
    return m_latest.isRunning() || m_historyRead.isRunning() || (m_store && m_store->state() != OpenStore::State::Failed && !m_store->runsComplete());
}

void RunsController::setStore(OpenStore *store)
{
    if (m_store)
        m_store->disconnect(this);
    m_latest.cancel();
    m_historyRead.cancel();
    m_histories.reset();
    m_latestFacet.cancel();
    m_latestExplanation.cancel();
    m_store = store;
    m_sparklines->setStore(store);
    m_view.clear();
    m_statsAreOld = true;
    const RunTableState state = store ? RunTableState::fromMap(m_memory.load(store->location())) : RunTableState();
    m_panel->restore(state);
    m_panel->setQueryHistory(store && m_memory.loadQueries ? m_memory.loadQueries(store->location()) : QStringList());
    m_state = state;
    m_filter = {};
    m_filterText.clear();
    m_panel->setFilterMistake({});
    takeFilter(state.filter);
    if (store) {
        connect(store, &OpenStore::runsChanged, this, &RunsController::update);
        connect(store, &OpenStore::stateChanged, this, &RunsController::updateSituation);
        connect(store, &OpenStore::experimentsChanged, this, [this] {
            updateTitle();
            update();
        });
    }
    updateTitle();
    update();
}

void RunsController::setShowsDeleted(bool shows)
{
    if (shows == m_showsDeleted)
        return;
    m_showsDeleted = shows;
    m_statsAreOld = true;
    update();
}

void RunsController::setNamesEditable(bool editable)
{
    m_panel->model().setNamesEditable(editable);
}

void RunsController::editName()
{
    if (const auto run = m_view.currentRun())
        m_panel->table()->editName(*run);
}

QList<RunRef> RunsController::selectedRuns() const
{
    return m_view.table() ? m_panel->allSelectedRuns() : QList<RunRef>();
}

RunTableState RunsController::state() const
{
    return m_panel->state();
}

void RunsController::changeView(const QVariantMap &changes)
{
    QVariantMap map = m_panel->state().toMap();
    map.insert(changes);
    const RunTableState state = RunTableState::fromMap(map);
    m_panel->restore(state);
    useState(state);
}

void RunsController::filterBy(const QString &query, bool keep)
{
    changeView({{u"filter"_s, joinFilters(m_panel->state().filter, keep ? query : u"NOT (%1)"_s.arg(query))}});
}

void RunsController::takeState(const RunTableState &state)
{
    const RunTableState before = m_state;
    useState(state);
    if (m_store && state != before)
        emit viewChanged(before.toMap(), state.toMap());
}

void RunsController::useState(const RunTableState &state)
{
    const RunTableState before = std::exchange(m_state, state);
    if (m_store)
        m_memory.save(m_store->location(), state.toMap());
    const bool isSame = state.sortKeys == before.sortKeys && state.shownKin() == before.shownKin();
    if (takeFilter(state.filter) || !isSame)
        update();
}

bool RunsController::takeFilter(const QString &text)
{
    if (text == m_filterText)
        return false;
    m_filterText = text;
    const QuickFilter before = std::exchange(m_filter, followQuickFilter(m_filter, text));
    m_panel->setFilterMistake(m_filter.mistake);
    return m_filter.search != before.search || m_filter.query.root() != before.query.root();
}

void RunsController::updateTitle()
{
    QHash<QString, QString> names;
    for (const Experiment &experiment : m_store ? m_store->experiments() : QList<Experiment>())
        names.insert(experiment.id.value, experiment.name);
    const QList<ExperimentId> wanted = m_view.experiments();
    m_panel->setExperimentNames(names);
    const QString title = !m_store ? QString()
        : wanted.isEmpty() ? tr("All experiments")
        : wanted.size() == 1 ? names.value(wanted.first().value, wanted.first().value)
                             : tr("%n experiments", nullptr, int(wanted.size()));
    const bool areSeveral = qobject_cast<const JoinedStore *>(m_store);
    m_panel->setTitle(areSeveral ? u"%1 · %2"_s.arg(title, m_store->title()) : title);
}

RowOrderRequest RunsController::request() const
{
    RowOrderRequest request;
    request.table = m_store ? m_store->runs() : nullptr;
    request.histories = m_histories;
    request.query = m_filter.query;
    request.search = m_filter.search;
    request.experiments = m_view.experiments();
    request.view = m_showsDeleted ? ViewType::All : ViewType::Active;
    request.keys = m_state.sortKeys;
    request.kin = m_state.shownKin();
    request.logged = LoggedOrder::NumbersWhereAllAre;
    request.clock = {QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone()};
    if (m_store && request.experiments.isEmpty() && !m_showsDeleted)
        for (const Experiment &experiment : m_store->experiments())
            if (experiment.lifecycle == Lifecycle::Active)
                request.experiments.append(experiment.id);
    return request;
}

Result<RunsController::Computed> RunsController::compute(const RowOrderRequest &asked, const QString &filter, bool withStats, Job &job)
{
    RowOrderRequest request = asked;
    if (request.histories && request.histories->table() != request.table)
        request.histories = std::make_shared<const HistoryValues>(request.histories->movedTo(request.table));
    Computed computed;
    computed.histories = request.histories;
    auto order = computeRowOrder(request, job);
    if (!order)
        return order.error();
    computed.order = std::move(*order);
    computed.candidates = computed.order.candidates;
    if (const Status explained = explain(computed, request, filter, job); !explained)
        return explained.error();
    if (withStats) {
        RowOrderRequest all = request;
        all.query = {};
        all.search.clear();
        all.keys.clear();
        const auto candidates = computeRowOrder(all, job);
        if (!candidates)
            return candidates.error();
        computed.stats = computeColumnStats(*request.table, candidates->rows, job);
    }
    return computed;
}

void RunsController::update()
{
    updateSituation();
    const RowOrderRequest wanted = request();
    if (!wanted.table)
        return;
    const bool complete = m_store->runsComplete();
    const bool isNew = wanted.table != m_view.table();
    m_statsAreOld = m_statsAreOld || (isNew && (complete || !m_view.table()));
    using Answer = Result<Computed>;
    const QString filter = m_filter.mistake ? QString() : m_filterText;
    auto future = QtConcurrent::run([wanted, filter, withStats = m_statsAreOld](QPromise<Answer> &promise) {
        PromisedJob<Answer> job(promise);
        promise.addResult(compute(wanted, filter, withStats, job));
    });
    m_latest.start(future, [this, table = wanted.table, complete](const Answer &computed) { finish(computed, table, complete); });
}

void RunsController::finish(const Result<Computed> &computed, const RunTablePtr &table, bool complete)
{
    if (!computed)
        return; // cancelled: a newer one is on its way
    if (computed->stats) {
        m_panel->setColumnStats(*computed->stats, computed->candidates);
        m_statsAreOld = false;
    }
    m_panel->setNow(QDateTime::currentMSecsSinceEpoch());
    m_panel->setCounts(computed->order.found, computed->candidates);
    if (!m_historyRead.isRunning())
        m_histories = computed->histories;
    m_latestExplanation.cancel();
    m_panel->setExplanation(computed->explanation);
    m_panel->setFilterHint(computed->hint);
    if (table == m_view.table() && complete == m_view.isComplete())
        m_view.setRows(computed->order.rows);
    else
        m_view.setTable(table, complete, computed->order.rows);
    if (computed->stats)
        m_panel->measureColumns();
    if (!m_historyRead.isRunning()) // else this goes on when that is done
        readHistories(computed->order.unread);
    if (!computed->order.rows.empty() && computed->order.unread.isEmpty())
        explainAnswer();
    updateSituation();
}

// A part at a time, so that what is known shows, and what is asked anew in between is heard.
void RunsController::readHistories(const HistoryNeeds &needs)
{
    qsizetype left = 0;
    for (const HistoryNeed &need : needs)
        left += qsizetype(need.rows.size());
    m_panel->setHistoriesToRead(left);
    if (left == 0)
        return;
    auto future = m_store->store().call([needs, values = m_histories ? *m_histories : HistoryValues(m_view.table())](StoreBackend &backend, Job &job) {
        return loadHistories(backend, values, needs, HistoriesAtOnce, job);
    });
    m_historyRead.start(future, [this](const Result<Loaded<HistoryValues>> &loaded) {
        if (!loaded)
            return m_panel->setHistoriesToRead(0); // the store is closing, or cannot be read: it says so itself
        m_histories = std::make_shared<const HistoryValues>(loaded->value);
        update();
    });
}

void RunsController::updateSituation()
{
    if (!m_store)
        m_panel->setSituation(RunsPanel::Situation::NoStore);
    else if (m_store->state() == OpenStore::State::Failed && !m_store->runs())
        showFailure();
    else if (!m_view.table())
        m_panel->setSituation(RunsPanel::Situation::Loading);
    else
        m_panel->setSituation(m_store->runsComplete() ? RunsPanel::Situation::Ready : RunsPanel::Situation::Partial);
}

void RunsController::showFailure()
{
    const Error &error = m_store->error();
    const bool isRemote = m_store->isRemote();
    const RunsPanel::Situation situation = !isRemote ? RunsPanel::Situation::Failed
        : error.code == ErrorCode::AccessDenied      ? RunsPanel::Situation::SignedOut
                                                     : RunsPanel::Situation::Unreached;
    m_panel->setSituation(situation, error.message);
}

void RunsController::setFormulas(Formulas formulas)
{
    m_panel->setFormulas(formulas);
}

void RunsController::exportShown(const QString &path)
{
    const TextTable table = m_panel->textTable(RunsPanel::Rows::Shown);
    whenDone(QtConcurrent::run([path, table, formulas = m_panel->formulas()] { return writeExport(path, table, formulas); }), this, [this, path](const QFuture<QString> &done) {
        const QString error = done.result();
        if (error.isEmpty())
            emit exported(path);
        else
            emit failed(tr("“%1” could not be written: %2").arg(path, error));
    });
}

} // namespace Assay
