// SPDX-License-Identifier: GPL-3.0-or-later
// Whole histories of metrics, of one run and of several by one request.
#include "tests/stores/mlflow-server/askedserver.h"
#include "tests/support/testing.h"

#include <QUrlQuery>

#include <cmath>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using Peer = FaultServer::Peer;

namespace {

QString textOf(const Result<Loaded<QList<MetricSeries>>> &history)
{
    if (!history)
        return errorCodeName(history.error().code);
    QString text;
    for (const MetricSeries &series : history->value)
        for (size_t i = 0; i < series.values.size(); ++i)
            text += u"%1:%2=%3;"_s.arg(series.steps[i]).arg(series.timestamps[i]).arg(series.values[i]);
    return text;
}

// Fifty runs with "loss" and "acc" of the same points, as a database's server gives them: by get-history with texts for what is no
// number, by get-history-bulk with bare words.
class BulkServer
{
public:
    std::atomic<int> bulk = 0, alone = 0; // requests
    int length = 5;
    int cut = 25'000;
    bool searchesForNothing = false; // as 2.9 does
    bool knowsRuns = false;          // when it is asked for points, as with files
    std::function<void(Peer &)> refuse;

    FaultServer &server() { return m_server; }
    static RunRef ref(int run) { return {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(run, 2, 10, QLatin1Char('0')))}; }
    static QString points(int run) { return u"0:7=%1;1:7=nan;2:8=inf;2:8=-inf;4:9=%1;"_s.arg(run + 0.5); }

private:
    QByteArray value(int run, int i, bool isBare) const
    {
        const QByteArray quote = isBare ? "" : "\"";
        switch (length == 5 ? i : 0) {
        case 1: return quote + "NaN" + quote;
        case 2: return "1.7976931348623157e+308";
        case 3: return isBare ? "-Infinity" : "-1.7976931348623157e+308";
        default: return QByteArray::number(run + 0.5);
        }
    }

    QByteArrayList pointsOf(int run, bool isBare) const
    {
        static constexpr int steps[] = {0, 1, 2, 2, 4}, times[] = {7, 7, 8, 8, 9};
        QByteArrayList all;
        for (int i = 0; i < length; ++i)
            all.append("{\"run_id\": \"run" + QByteArray::number(run).rightJustified(2, '0') + "\", \"step\": " + QByteArray::number(length == 5 ? steps[i] : i)
                       + ", \"timestamp\": " + QByteArray::number(length == 5 ? times[i] : i) + ", \"value\": " + value(run, i, isBare) + "\n}");
        return all;
    }

    void answer(Peer &peer)
    {
        const QByteArray path = peer.request().path();
        const QUrlQuery query(QUrl::fromEncoded(peer.request().target));
        QStringList runs = query.allQueryItemValues(u"run_id"_s);
        const QString key = query.queryItemValue(u"metric_key"_s);
        const bool hasIt = key == u"loss"_s || key == u"acc"_s;
        const int run = runs.value(0).mid(3).toInt();
        if (path == "/version") {
            peer.answer(200, "2.2.0", "text/plain");
        } else if (path == "/api/2.0/mlflow/runs/get") {
            const QByteArray data = runJson(R"({"key": "loss"}, {"key": "acc"})");
            peer.answer(run < 50 ? 200 : 404, run < 50 ? data : QByteArray(R"({"error_code": "RESOURCE_DOES_NOT_EXIST"})"));
        } else if (path == "/api/2.0/mlflow/runs/search" && searchesForNothing) {
            peer.answer(200, "{}");
        } else if (path == "/api/2.0/mlflow/metrics/get-history" && knowsRuns && !runs.value(0).startsWith(u"run"_s)) {
            peer.answer(404, R"({"error_code": "RESOURCE_DOES_NOT_EXIST"})");
        } else if (path == "/api/2.0/mlflow/metrics/get-history") {
            ++alone;
            peer.answer(200, "{\"metrics\": [" + (hasIt ? pointsOf(run, false).join(',') : QByteArray()) + "]}");
        } else if (path == "/ajax-api/2.0/mlflow/metrics/get-history-bulk") {
            ++bulk;
            if (refuse)
                return refuse(peer);
            runs.sort();
            QByteArrayList all;
            for (const QString &id : std::as_const(runs))
                if (hasIt && id.mid(3).toInt() < 50)
                    all += pointsOf(id.mid(3).toInt(), true).mid(0, length > 1'000 && cut == 1'000 ? cut : length);
            peer.answer(200, "{\"metrics\": [" + all.mid(0, cut == 1'000 ? 25'000 : cut).join(',') + "]}");
        } else {
            peer.answer(404, "", "text/html");
        }
    }

    FaultServer m_server{FaultServer::replies([this](Peer &peer) { answer(peer); })}; // last: it asks the others
};

} // namespace

class tst_ServerHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void histories()
    {
        std::atomic<int> pages = 0;
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            const QByteArray path = peer.request().path();
            if (path == "/version")
                peer.answer(200, "3.2.0", "text/plain");
            else if (path == "/api/2.0/mlflow/runs/get")
                peer.answer(200, runJson(R"({"key": "b/\u00e4"}, {"key": "a b"})"));
            else if (path != "/api/2.0/mlflow/metrics/get-history")
                peer.answer(404, "", "text/html");
            else if (peer.request().target.contains("metric_key=a%20b"))
                peer.answer(200, R"({"metrics": [{"key": "a b", "value": 1.5, "timestamp": 1, "step": 2}]})");
            else if (!peer.request().target.contains("page_token"))
                peer.answer(200, R"({"metrics": [{"value": "NaN", "timestamp": 1, "step": -3}], "next_page_token": "two"})");
            else
                peer.answer(200, ++pages > 1 ? R"({"next_page_token": "two"})" : R"({"metrics": [{"value": -0.0, "timestamp": 9007199254740993, "step": 4}]})");
        }));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        SilentJob job;
        auto series = (*store)->history({TheRun, {}}, job);
        VERIFY_RESULT(series);
        QCOMPARE(series->value.size(), 2);
        QCOMPARE(series->value[0].key, u"a b"_s);
        QCOMPARE(series->value[0].values, (std::vector{1.5}));
        QCOMPARE(series->value[1].key, u"b/ä"_s);
        QCOMPARE(series->value[1].steps, (std::vector<qint64>{-3, 4}));
        QCOMPARE(series->value[1].timestamps, (std::vector<qint64>{1, 9007199254740993}));
        QVERIFY(std::isnan(series->value[1].values[0]) && std::signbit(series->value[1].values[1]));
        series = (*store)->history({TheRun, {u"none"_s}}, job);
        QVERIFY(!series);
        QCOMPARE(series.error().code, ErrorCode::NotFound);
        series = (*store)->history({{ExperimentId(u"2"_s), TheRun.run}, {}}, job);
        QVERIFY(!series);
        QCOMPARE(series.error().code, ErrorCode::NotFound);
        series = (*store)->history({TheRun, {u"b/ä"_s}}, job); // the same page again
        QVERIFY(!series);
        QCOMPARE(series.error().code, ErrorCode::Damaged);
    }

    void severalHistoriesAtOnce()
    {
        BulkServer server;
        const auto store = openAt(server.server());
        VERIFY_RESULT(store);
        SilentJob job;
        const auto texts = [&](const QList<HistoryRequest> &requests) {
            QMap<qsizetype, QString> all;
            const Status read = (*store)->histories(requests, [&](qsizetype place, const auto &history) {
                all.insert(place, textOf(history));
                return true;
            }, job);
            return read ? all : QMap<qsizetype, QString>();
        };
        QList<HistoryRequest> requests;
        QMap<qsizetype, QString> expected;
        for (int run = 0; run < 50; ++run) {
            expected.insert(requests.size(), BulkServer::points(run));
            requests.append({BulkServer::ref(run), {u"loss"_s}});
        }
        QCOMPARE(texts(requests), expected);
        QCOMPARE(server.bulk.load(), 3); // twenty at once
        QCOMPARE(server.alone.load(), 0);
        // Two metrics of each, one that nobody has, and one run that is not there.
        requests = {{BulkServer::ref(1), {u"loss"_s, u"acc"_s}}, {BulkServer::ref(2), {u"acc"_s, u"loss"_s}}, {BulkServer::ref(3), {u"none"_s}},
                    {BulkServer::ref(4), {u"none"_s}}, {BulkServer::ref(99), {u"loss"_s}}, {BulkServer::ref(5), {}}};
        const QString both = BulkServer::points(1) + BulkServer::points(1), other = BulkServer::points(2) + BulkServer::points(2);
        expected = {{0, both}, {1, other}, {2, u"not-found"_s}, {3, u"not-found"_s}, {4, u"not-found"_s}, {5, BulkServer::points(5) + BulkServer::points(5)}};
        QCOMPARE(texts(requests), expected);
    }

    // An answer that may have been cut off counts for nothing.
    void historiesThatAreCut_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("cut");
        QTest::addColumn<int>("bulk"); // requests
        QTest::addColumn<int>("alone");
        QTest::newRow("whole") << 701 << 25'000 << 2 << 0;
        QTest::newRow("perhaps") << 700 << 25'000 << 2 << 2;
        QTest::newRow("at the limit that was asked for") << 1'301 << 25'000 << 3 << 20;
        QTest::newRow("at a limit of its own") << 700 << 5'000 << 2 << 2 * 13;
        QTest::newRow("of each") << 1'500 << 1'000 << 2 << 40;
    }

    void historiesThatAreCut()
    {
        QFETCH(int, points);
        QFETCH(int, cut);
        BulkServer server;
        server.length = points;
        server.cut = cut;
        const auto store = openAt(server.server());
        VERIFY_RESULT(store);
        QList<HistoryRequest> requests;
        for (int run = 0; run < 40; ++run)
            requests.append({BulkServer::ref(run), {u"loss"_s}});
        SilentJob job;
        int answers = 0;
        VERIFY_RESULT((*store)->histories(requests, [&](qsizetype, const auto &history) {
            answers += history && history->value.size() == 1 && history->value.first().size() == points;
            return true;
        }, job));
        QCOMPARE(answers, 40);
        QTEST(server.bulk.load(), "bulk");
        QTEST(server.alone.load(), "alone");
    }

    void serversThatDoNotKnowSeveralHistories_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("older") << 404 << QByteArray("<!doctype html>") << QByteArray("text/html");
        QTest::newRow("a page of its own") << 200 << QByteArray("<!doctype html>") << QByteArray("text/html");
        QTest::newRow("not allowed") << 403 << QByteArray("Permission denied") << QByteArray("text/plain");
        QTest::newRow("fewer runs") << 400 << QByteArray(R"({"error_code": "INVALID_PARAMETER_VALUE", "message": "too many"})") << QByteArray("application/json");
        QTest::newRow("no JSON") << 200 << QByteArray(R"({"metrics": [{"run_id": )") << QByteArray("application/json");
    }

    void serversThatDoNotKnowSeveralHistories()
    {
        BulkServer server;
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        server.refuse = [&](Peer &peer) { peer.answer(status, body, type); };
        const auto store = openAt(server.server());
        VERIFY_RESULT(store);
        SilentJob job;
        for (int attempt = 0; attempt < 2; ++attempt) {
            QStringList answers;
            VERIFY_RESULT((*store)->histories({{BulkServer::ref(1), {u"loss"_s}}, {BulkServer::ref(2), {u"loss"_s}}}, [&](qsizetype, const auto &history) {
                answers.append(textOf(history));
                return true;
            }, job));
            QCOMPARE(answers, (QStringList{BulkServer::points(1), BulkServer::points(2)}));
        }
        QCOMPARE(server.bulk.load(), 1);
    }

    // Those that do not say what they keep, and search for nothing whatever it is.
    void oldServers_data()
    {
        QTest::addColumn<bool>("keepsFiles");
        QTest::newRow("database") << false;
        QTest::newRow("files") << true;
    }

    void oldServers()
    {
        QFETCH(bool, keepsFiles);
        BulkServer server;
        server.searchesForNothing = true;
        server.knowsRuns = keepsFiles;
        const auto store = openAt(server.server());
        VERIFY_RESULT(store);
        SilentJob job;
        const QString expected = keepsFiles ? BulkServer::points(1).replace("inf"_L1, "1.79769e+308"_L1) : BulkServer::points(1);
        QCOMPARE(textOf((*store)->history({BulkServer::ref(1), {u"loss"_s}}, job)), expected);
        VERIFY_RESULT((*store)->histories({{BulkServer::ref(1), {u"loss"_s}}, {BulkServer::ref(2), {u"loss"_s}}}, [](qsizetype, const auto &) { return true; }, job));
        QCOMPARE(server.bulk.load(), keepsFiles ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(tst_ServerHistories)
#include "tst_serverhistories.moc"
