// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/chartscontroller.h"

#include "app/controllers/cardhistoryreader.h"
#include "app/controllers/runimagereader.h"
#include "models/base/whendone.h"
#include "models/store/joinedstore.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartspanel.h"

#include <QCoreApplication>

namespace Assay {

namespace {

// One is read while the next one waits: more would only be read although they are no longer wanted.
constexpr qsizetype MostCalls = 2;
// Of stores behind a network, in one call: as many runs as a server answers for by one request, and few enough metrics that
// something is soon there to be drawn.
constexpr qsizetype RunsAtOnce = 20, MetricsAtOnce = 8;
constexpr QLatin1StringView EditPrefix{"charts."};

// The history of edits knows the table's changes by their keys; these are kept apart from them.
QVariantMap withPrefix(const QVariantMap &map)
{
    QVariantMap prefixed;
    for (auto it = map.begin(); it != map.end(); ++it)
        prefixed.insert(EditPrefix + it.key(), it.value());
    return prefixed;
}

} // namespace

ChartsController::ChartsController(RunView &view, Memory memory, QObject *parent)
    : PageController(parent), m_memory(std::move(memory)), m_panel(new ChartsPanel), m_images(new RunImageReader(this)),
      m_cardHistories(new CardHistoryReader(view, this))
{
    connect(m_panel, &ChartsPanel::stateChanged, this, [this] {
        if (m_store)
            m_memory.save(m_store->location(), m_panel->state().toMap());
    });
    connect(m_panel, &ChartsPanel::dashboardEdited, this, [this](const QString &what, const QVariantMap &before, const QVariantMap &after) {
        emit edited(what, withPrefix(before), withPrefix(after));
    });
    connect(m_panel, &ChartsPanel::filterRequested, this, &ChartsController::filterRequested);
    connect(m_panel, &ChartsPanel::cardMenuOpening, this, &ChartsController::cardMenuOpening);
    connect(m_panel, &ChartsPanel::imageListRequested, m_images, &RunImageReader::list);
    connect(m_panel, &ChartsPanel::imagesRequested, m_images, &RunImageReader::read);
    connect(m_images, &RunImageReader::listed, m_panel, &ChartsPanel::setImageList);
    connect(m_images, &RunImageReader::imageRead, m_panel, &ChartsPanel::setImage);
    connect(m_panel, &ChartsPanel::seriesGrew, this, [this] { m_hasGrown = true; });
    m_liveTimer.setSingleShot(true);
    connect(&m_liveTimer, &QTimer::timeout, this, &ChartsController::readLive);
    m_liveTimer.start(m_livePause);
    m_panel->setView(&view);
    connect(m_panel, &ChartsPanel::seriesRequested, this, &ChartsController::request);
}

ChartsController::~ChartsController()
{
    request({});
}

QWidget *ChartsController::widget() const
{
    return m_panel;
}

void ChartsController::setStore(OpenStore *store)
{
    request({});
    m_alone.clear();
    m_store = store;
    m_images->setStore(store);
    m_cardHistories->setStore(store);
    m_panel->clear();
    if (!store)
        return;
    const QVariantMap left = m_memory.load(store->location());
    ChartsState state = ChartsState::fromMap(left);
    if (left.isEmpty() && qobject_cast<const JoinedStore *>(store))
        state.options.colorBy = Attribute::Store; // until the person chooses otherwise
    m_panel->restore(state);
}

ChartsState ChartsController::state() const
{
    return m_panel->state();
}

void ChartsController::setState(const ChartsState &state)
{
    m_panel->restore(state);
    if (m_store)
        m_memory.save(m_store->location(), state.toMap());
}

void ChartsController::setLiveInterval(std::chrono::milliseconds interval)
{
    m_liveInterval = m_livePause = interval;
    m_liveTimer.start(interval);
}

// Stores do not tell of what other programs log, so it is looked for: the histories in view of runs that go on.
void ChartsController::readLive()
{
    using namespace std::chrono_literals;
    const bool looks = m_store && m_panel->hasRunningRuns();
    if (looks && !isBusy()) {
        m_livePause = m_hasGrown ? m_liveInterval : std::min(2 * m_livePause, std::max(m_liveInterval, 60'000ms));
        m_hasGrown = false;
        m_sinceLook.start();
        m_panel->readRunningAgain();
    } else if (!looks) {
        m_livePause = m_liveInterval;
    }
    m_liveTimer.start(std::max(m_livePause, 20 * m_lookTook));
}

bool ChartsController::isEdit(const QVariantMap &changes)
{
    return !changes.isEmpty() && changes.firstKey().startsWith(EditPrefix);
}

void ChartsController::takeEdit(const QVariantMap &changes)
{
    QVariantMap map = m_panel->state().dashboard.toMap();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        map.insert(it.key().mid(EditPrefix.size()), it.value());
    m_panel->setDashboard(Dashboard::fromMap(map));
}

bool ChartsController::isBusy() const
{
    return !m_calls.isEmpty() || m_images->isBusy() || m_cardHistories->isBusy() || m_panel->isBusy();
}

void ChartsController::request(const QList<SeriesKey> &keys)
{
    m_wanted = keys;
    const QSet<SeriesKey> wanted(keys.begin(), keys.end());
    const QList<Call> calls = m_calls;
    m_calls.clear();
    for (Call call : calls) {
        const bool isWanted = std::ranges::any_of(call.requests, [&](const HistoryRequest &request) {
            return std::ranges::any_of(request.keys, [&](const QString &key) { return wanted.contains({request.run, key}); });
        });
        if (isWanted)
            m_calls.append(call);
        else
            call.future.cancel();
    }
    startCalls();
}

bool ChartsController::isRunning(const SeriesKey &key) const
{
    return std::ranges::any_of(m_calls, [&key](const Call &call) {
        return std::ranges::any_of(call.open, [&](qsizetype place) {
            return call.requests[place].run == key.run && call.requests[place].keys.contains(key.metric);
        });
    });
}

void ChartsController::startCalls()
{
    while (m_store && m_calls.size() < MostCalls) {
        const auto first = std::ranges::find_if(m_wanted, [this](const SeriesKey &key) { return !isRunning(key); });
        if (first == m_wanted.end())
            return;
        start(nextRequests(*first));
    }
}

// What is read together with one that is wanted.
QList<HistoryRequest> ChartsController::nextRequests(const SeriesKey &first) const
{
    QList<HistoryRequest> requests{{first.run, {first.metric}}};
    if (m_alone.contains(first))
        return requests;
    QHash<RunRef, qsizetype> places{{first.run, 0}};
    QSet<QString> metrics{first.metric};
    const bool areMany = m_store->isRemote();
    for (const SeriesKey &key : m_wanted) {
        if (key == first || m_alone.contains(key) || isRunning(key))
            continue;
        if (!places.contains(key.run) && areMany && requests.size() < RunsAtOnce && key.metric == first.metric) {
            places.insert(key.run, requests.size());
            requests.append({key.run, {}});
        }
        const auto place = places.constFind(key.run);
        if (place == places.constEnd() || (areMany && !metrics.contains(key.metric) && metrics.size() >= MetricsAtOnce))
            continue;
        metrics.insert(key.metric);
        requests[*place].keys.append(key.metric);
    }
    return requests;
}

// Each answer is drawn as soon as it is there.
void ChartsController::start(const QList<HistoryRequest> &requests)
{
    const int id = ++m_nextId;
    const QPointer<ChartsController> self(this);
    auto future = m_store->store().call([requests, self, id](StoreBackend &backend, Job &job) {
        return backend.histories(requests, [&](qsizetype place, Result<Histories> histories) {
            // The controller is only looked at on its own thread.
            QMetaObject::invokeMethod(qApp, [self, id, place, histories = std::move(histories)]() mutable {
                if (self)
                    self->take(id, place, std::move(histories));
            }, Qt::QueuedConnection);
            return !job.isCanceled();
        }, job);
    });
    Call call{id, requests, {}, future};
    for (qsizetype place = 0; place < requests.size(); ++place)
        call.open.insert(place);
    m_calls.append(call);
    whenDone(future, this, [this, id](const QFuture<Status> &done) {
        if (done.isValid() && done.resultCount() > 0) // cancelled before it began, it may have a result and yet not be valid
            finish(id, done.result());
    });
}

// The call has ended: what it did not answer has failed with it.
void ChartsController::finish(int id, const Status &status)
{
    const auto it = std::ranges::find(m_calls, id, &Call::id);
    if (it == m_calls.end())
        return; // was not wanted any more
    const QList<qsizetype> open = it->open.values();
    for (const qsizetype place : open)
        take(id, place, status ? Store::canceled() : status.error());
    m_calls.removeIf([id](const Call &call) { return call.id == id; });
    startCalls();
}

void ChartsController::take(int id, qsizetype place, Result<Histories> histories)
{
    const auto it = std::ranges::find(m_calls, id, &Call::id);
    if (it == m_calls.end() || !it->open.remove(place))
        return; // was not wanted any more
    const HistoryRequest request = it->requests[place];
    if (it->open.isEmpty())
        m_calls.erase(it);
    const auto keyOf = [&request](const QString &key) { return SeriesKey{request.run, key}; };
    if (!histories && histories.error().code == ErrorCode::NotFound && request.keys.size() > 1) {
        for (const QString &key : request.keys)
            m_alone.insert(keyOf(key));
        startCalls();
        return;
    }
    for (const QString &key : request.keys) {
        m_wanted.removeOne(keyOf(key));
        m_alone.remove(keyOf(key));
    }
    if (m_wanted.isEmpty() && m_sinceLook.isValid()) {
        m_lookTook = std::chrono::milliseconds(m_sinceLook.elapsed());
        m_sinceLook.invalidate();
    }
    startCalls(); // the store reads while the panel draws
    if (!histories) {
        for (const QString &key : request.keys)
            m_panel->setSeries(keyOf(key), histories.error());
        return;
    }
    QSet<QString> missing(request.keys.begin(), request.keys.end());
    for (MetricSeries &series : histories->value) {
        const QString key = series.key;
        if (missing.remove(key))
            m_panel->setSeries(keyOf(key), std::move(series));
    }
    for (const QString &key : std::as_const(missing))
        m_panel->setSeries(keyOf(key), Error{ErrorCode::NotFound, tr("There is no history of this metric."), key});
}

} // namespace Assay
