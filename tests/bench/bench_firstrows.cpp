// SPDX-License-Identifier: GPL-3.0-or-later
// server-first-rows: from the moment in which a tracking server has sent the last byte of the first page of runs to the painted
// table with these, 1440 × 900, while the next page is still to come. The server is a scripted one in this process; its page
// has 1,000 runs of 20 params, 10 metrics and 6 tags, written as MLflow writes it. Each repeat has a program and a
// connection of its own, and a cache folder in which nothing is kept yet. server-first-rows-arrival: of that, until the
// window's thread has the rows.
#include "app/apptheme.h"
#include "models/items/runview.h"
#include "models/offline/remotecache.h"
#include "tests/bench/measure.h"
#include "tests/gui/program.h"
#include "tests/support/faultserver.h"
#include "widgets/panels/runs/rungrid.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Bench;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr QLatin1StringView Painted{"server-first-rows"}, Arrived{"server-first-rows-arrival"};
constexpr int Runs = 1'000, Params = 20, Metrics = 10, Tags = 6, Repeats = 15;
constexpr qint64 Newest = 1'750'000'000'000;

QJsonObject pair(const QString &key, const QString &value)
{
    return {{u"key"_s, key}, {u"value"_s, value}};
}

QJsonObject makeRun(int number, QRandomGenerator &random)
{
    QJsonArray params, metrics, tags;
    for (int i = 0; i < Params; ++i)
        params.append(pair(u"param_%1"_s.arg(i), i % 3 == 0 ? u"adam"_s : QString::number(random.bounded(1000) / 1000.0)));
    for (int i = 0; i < Metrics; ++i)
        metrics.append(QJsonObject{{u"key"_s, u"metric_%1"_s.arg(i)}, {u"value"_s, random.generateDouble()}, {u"timestamp"_s, Newest - number}, {u"step"_s, 100}});
    for (int i = 0; i < Tags - 1; ++i)
        tags.append(pair(u"tag_%1"_s.arg(i), QString::number(random.bounded(8))));
    const QString name = u"languid-swan-%1"_s.arg(number);
    tags.append(pair(u"mlflow.runName"_s, name));
    const QJsonObject info{{u"run_id"_s, u"%1"_s.arg(number, 32, 16, QLatin1Char('0'))}, {u"run_name"_s, name}, {u"experiment_id"_s, u"1"_s},
                           {u"status"_s, u"FINISHED"_s}, {u"start_time"_s, Newest - number * 1000}, {u"end_time"_s, Newest - number * 1000 + 500},
                           {u"lifecycle_stage"_s, u"active"_s}, {u"artifact_uri"_s, u"mlflow-artifacts:/1/%1/artifacts"_s.arg(number)}, {u"user_id"_s, u"ann"_s}};
    return {{u"info"_s, info}, {u"data"_s, QJsonObject{{u"metrics"_s, metrics}, {u"params"_s, params}, {u"tags"_s, tags}}}};
}

QByteArray makePage()
{
    QRandomGenerator random(1);
    QJsonArray runs;
    for (int i = 0; i < Runs; ++i)
        runs.append(makeRun(i, random));
    const QString next = QString::fromLatin1(QByteArray(R"({"offset": 1000})").toBase64());
    return QJsonDocument(QJsonObject{{u"runs"_s, runs}, {u"next_page_token"_s, next}}).toJson().replace("    ", "  ");
}

// Answers the first page, says when, and holds all others back until nobody waits for them.
class Server
{
public:
    explicit Server(QByteArray page) : m_page(std::move(page)), m_server(FaultServer::replies([this](FaultServer::Peer &peer) { answer(peer); })) {}

    QString url() const { return m_server.url(); }
    Clock::time_point sent() const { return m_sent; }

private:
    void answer(FaultServer::Peer &peer)
    {
        const QByteArray path = peer.request().path();
        if (path == "/version") {
            peer.answer(200, "3.1.0", "text/plain");
        } else if (path.endsWith("/experiments/search")) {
            peer.answer(200, R"({"experiments": [{"experiment_id": "1", "name": "digits", "artifact_location": "mlflow-artifacts:/1", "lifecycle_stage": "active"}]})");
        } else if (!path.endsWith("/runs/search")) {
            peer.answer(200, "{}");
        } else if (peer.request().body.contains("\"filter\"")) {
            peer.waitUntilGone(60'000);
        } else {
            peer.answer(200, m_page);
            m_sent = Clock::now();
        }
    }

    QByteArray m_page;
    std::atomic<Clock::time_point> m_sent;
    FaultServer m_server; // last: it asks the others
};

// Sees the window's table being painted with rows, and ends the event loop when all of that is on the screen.
class RowsPainted final : public QObject
{
public:
    explicit RowsPainted(RunView &view) : m_view(view) { qApp->installEventFilter(this); }
    Clock::time_point at() const { return m_at; }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_view.rows().size() == Runs && qobject_cast<RunGrid *>(object->parent())) {
            qApp->removeEventFilter(this);
            QMetaObject::invokeMethod(this, [this] {
                m_at = Clock::now();
                qApp->quit();
            }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    RunView &m_view;
    Clock::time_point m_at;
};

struct FirstRows {
    double painted = 0, arrived = 0; // seconds after the last byte
};

FirstRows openOnce(const QByteArray &page)
{
    const QTemporaryDir folder;
    Server server(page);
    Program program(folder.filePath(u"assay.ini"_s), RemoteCache(folder.filePath(u"cache"_s)).opener());
    RowsPainted painted(program.workbench.view());
    Clock::time_point arrived;
    QObject::connect(&program.workbench, &Workbench::currentChanged, [&] {
        if (OpenStore *store = program.workbench.current())
            QObject::connect(store, &OpenStore::runsChanged, &painted, [&, store] {
                if (store->runs() && arrived == Clock::time_point())
                    arrived = Clock::now();
            });
    });
    program.window.open(server.url());
    QApplication::exec();
    return {std::chrono::duration<double>(painted.at() - server.sent()).count(), std::chrono::duration<double>(arrived - server.sent()).count()};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const Works works(argc, argv);
    if (!works.wants(Painted) && !works.wants(Arrived))
        return 0;
    applyTheme(u"light"_s);
    const QByteArray page = makePage();
    std::vector<double> painted, arrived;
    openOnce(page); // is not counted
    for (int i = 0; i < Repeats; ++i) {
        const FirstRows rows = openOnce(page);
        painted.push_back(rows.painted);
        arrived.push_back(rows.arrived);
    }
    const QString note = u"a page of %1 kB, worst %2 ms"_s.arg(page.size() / 1000).arg(1000 * *std::ranges::max_element(painted), 0, 'g', 3);
    if (works.wants(Painted))
        report(Painted, timesOf(painted), note);
    if (works.wants(Arrived))
        report(Arrived, timesOf(arrived));
    return 0;
}
