// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/pagecontroller.h"
#include "models/items/chartsstate.h"
#include "models/items/runview.h"
#include "models/store/openstore.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

class QMenu;

namespace Assay {

class CardHistoryReader;
class ChartCard;
class ChartsPanel;
class RunImageReader;

// Reads the histories that the charts ask for, few calls at a time, and none that is no longer wanted: all metrics of one run
// in one call, of stores behind a network some metrics of several runs.
class ChartsController final : public PageController
{
    Q_OBJECT

public:
    // How a store's charts were left, by the store's location.
    struct Memory {
        std::function<QVariantMap(const QString &location)> load;
        std::function<void(const QString &location, const QVariantMap &state)> save;
    };

    ChartsController(RunView &view, Memory memory, QObject *parent);
    ~ChartsController() override;

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override;
    ChartsState state() const;
    void setState(const ChartsState &state); // as if the person had chosen it
    // How often runs that still go on are looked at; seldom while they log nothing, at most a twentieth of the time.
    void setLiveInterval(std::chrono::milliseconds interval);
    // Whether a change that is to be undone is one of edited()'s, and the way back.
    static bool isEdit(const QVariantMap &changes);
    void takeEdit(const QVariantMap &changes);

Q_SIGNALS:
    // The person changed the cards: what was done, and what belongs together before and after.
    void edited(const QString &what, const QVariantMap &before, const QVariantMap &after);
    void filterRequested(const QString &query, bool keep); // for the table
    void cardMenuOpening(QMenu *menu, Assay::ChartCard *card); // to put more into it

private:
    using Histories = Loaded<QList<MetricSeries>>;

    struct Call {
        int id = 0;
        QList<HistoryRequest> requests;
        QSet<qsizetype> open; // places of those that are not answered yet
        QFuture<Status> future;
    };

    void request(const QList<SeriesKey> &keys);
    void startCalls();
    QList<HistoryRequest> nextRequests(const SeriesKey &first) const;
    void start(const QList<HistoryRequest> &requests);
    void take(int id, qsizetype place, Result<Histories> histories);
    void finish(int id, const Status &status);
    bool isRunning(const SeriesKey &key) const;

    void readLive();

    Memory m_memory;
    ChartsPanel *m_panel;
    RunImageReader *m_images;
    CardHistoryReader *m_cardHistories;
    QPointer<OpenStore> m_store;
    QList<SeriesKey> m_wanted;  // as the panel asked last, without what was answered since
    QSet<SeriesKey> m_alone;    // to be read one by one: together with others one that is gone fails them all
    QList<Call> m_calls;
    int m_nextId = 0;
    std::chrono::milliseconds m_liveInterval{5000};
    std::chrono::milliseconds m_livePause{5000}; // until the next look
    bool m_hasGrown = false; // since the last look
    QElapsedTimer m_sinceLook;
    std::chrono::milliseconds m_lookTook{0};
    QTimer m_liveTimer;
};

} // namespace Assay
