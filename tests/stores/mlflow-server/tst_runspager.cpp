// SPDX-License-Identifier: GPL-3.0-or-later
// All runs of a server page by page, while others make and remove runs.
#include "models/stores/mlflow-server/runspager.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>

#include <mutex>
#include <set>

using namespace Assay;
using namespace Assay::MlflowServer;
using namespace Qt::StringLiterals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

constexpr qint64 NoStart = -1;

// Runs as MLflow keeps and pages them: newest first, those without a start last, ties by id; a token is an offset.
class InventedServer
{
public:
    bool isForeign = false; // its tokens are its own
    using Run = std::pair<qint64, QByteArray>; // minus the start, so that they lie in the order of pages

    void add(const QByteArray &id, qint64 start) { m_runs.emplace(start == NoStart ? 1 : -start, id); }
    void remove(const Run &run) { m_runs.erase(run); }
    std::set<Run> &runs() { return m_runs; }

    QByteArray answer(const QJsonObject &request)
    {
        const QByteArray filter = request.value("filter"_L1).toString().toLatin1();
        const qint64 most = filter.isEmpty() ? std::numeric_limits<qint64>::max() : filter.mid(filter.lastIndexOf(' ') + 1).toLongLong();
        const QByteArray written = request.value("page_token"_L1).toString().toLatin1(), token = QByteArray::fromBase64(written);
        const qint64 offset = written.isEmpty() ? 0 : isForeign ? written.mid(1).toLongLong() : QJsonDocument::fromJson(token).object().value("offset"_L1).toInteger();
        const qint64 size = request.value("max_results"_L1).toInteger();
        auto at = filter.isEmpty() ? m_runs.begin() : m_runs.lower_bound({-most, QByteArray()});
        const auto isIn = [&] { return at != m_runs.end() && (filter.isEmpty() || at->first <= 0); };
        for (qint64 i = 0; i < offset && isIn(); ++i)
            ++at;
        QByteArray body = "{\"runs\": [";
        qint64 count = 0;
        for (; count < size && isIn(); ++count, ++at) {
            body += (count ? ", " : "") + ("{\"info\": {\"run_id\": \"" + at->second + "\", \"experiment_id\": \"1\", \"status\": \"FINISHED\"");
            if (at->first <= 0)
                body += ", \"start_time\": " + QByteArray::number(-at->first);
            body += "}}";
        }
        body += "]";
        if (count == size && isIn())
            body += ", \"next_page_token\": \"" + (isForeign ? "~" + QByteArray::number(offset + count) : ("{\"offset\": " + QByteArray::number(offset + count) + "}").toBase64()) + "\"";
        return body + "}";
    }

private:
    std::set<Run> m_runs;
};

struct Reading {
    QSet<QByteArray> ids;
    qsizetype rows = 0;
};

Result<Reading> readFrom(const FaultServer &server)
{
    RestApi api(*httpServer(server.url()));
    RunsPageReader reader(false);
    SilentJob job;
    if (const Status status = RunsPager(api, reader, {u"1"_s}, ViewType::All).readAll({}, job); !status)
        return status.error();
    const RunTablePtr table = reader.finish();
    Reading reading{{}, table->rowCount()};
    for (uint32_t row = 0; row < uint32_t(table->rowCount()); ++row)
        reading.ids.insert(table->ref(row).run.value.toLatin1());
    return reading;
}

FaultServer::Script serving(std::function<QByteArray(const QJsonObject &)> answer)
{
    // Of several requests at once one is answered after the other.
    return FaultServer::replies([answer = std::move(answer), mutex = std::make_shared<std::mutex>()](Peer &peer) {
        const std::unique_lock lock(*mutex);
        const QByteArray body = answer(QJsonDocument::fromJson(peer.request().body).object());
        peer.answer(200, body);
    });
}

} // namespace

class tst_RunsPager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietServers_data()
    {
        QTest::addColumn<int>("runs");
        QTest::addColumn<int>("startsEvery"); // how many runs share a start time
        QTest::addColumn<int>("withoutStart");
        QTest::newRow("none") << 0 << 1 << 0;
        QTest::newRow("one") << 1 << 1 << 0;
        QTest::newRow("a page") << 1000 << 1 << 0;
        QTest::newRow("a page and one") << 1001 << 1 << 0;
        QTest::newRow("several") << 5432 << 1 << 0;
        QTest::newRow("ties") << 5432 << 7 << 0;
        QTest::newRow("pages of one time") << 9000 << 4000 << 0;
        QTest::newRow("all of one time") << 6500 << 6500 << 0;
        QTest::newRow("some without a start") << 3500 << 2 << 130;
        QTest::newRow("many without a start") << 1500 << 1 << 3200;
        QTest::newRow("none with a start") << 0 << 1 << 2500;
    }

    void quietServers()
    {
        QFETCH(int, runs);
        QFETCH(int, startsEvery);
        QFETCH(int, withoutStart);
        InventedServer invented;
        for (int i = 0; i < runs; ++i)
            invented.add("r" + QByteArray::number(i), 1'700'000'000'000 + i / startsEvery);
        for (int i = 0; i < withoutStart; ++i)
            invented.add("n" + QByteArray::number(i), NoStart);
        FaultServer server(serving([&](const QJsonObject &request) { return invented.answer(request); }));
        for (const bool isForeign : {false, true}) {
            invented.isForeign = isForeign;
            const Result<Reading> reading = readFrom(server);
            VERIFY_RESULT(reading);
            QCOMPARE(reading->ids.size(), runs + withoutStart);
            QCOMPARE(reading->rows, runs + withoutStart);
        }
    }

    // 10,000 runs, 1,000 of them made or removed while they are read: none twice, and none lost that was there all the time.
    void movingServers()
    {
        for (quint32 seed = 0; seed < 100; ++seed) {
            QRandomGenerator random(seed);
            InventedServer invented;
            for (int i = 0; i < 10'000; ++i)
                invented.add("r" + QByteArray::number(i), 1'700'000'000'000 + random.bounded(30'000));
            QSet<QByteArray> always;
            for (const auto &run : invented.runs())
                always.insert(run.second);
            int made = 0;
            FaultServer server(serving([&](const QJsonObject &request) {
                const QByteArray body = invented.answer(request);
                for (int i = 0; i < 90; ++i) {
                    if (random.bounded(2)) {
                        invented.add("new" + QByteArray::number(made++), 1'700'000'000'000 + random.bounded(40'000));
                    } else {
                        auto at = invented.runs().lower_bound({-(1'700'000'000'000 + random.bounded(30'000)), QByteArray()});
                        if (at != invented.runs().end()) {
                            always.remove(at->second);
                            invented.runs().erase(at);
                        }
                    }
                }
                return body;
            }));
            const Result<Reading> reading = readFrom(server);
            VERIFY_RESULT(reading);
            QCOMPARE(reading->rows, reading->ids.size());
            QVERIFY2((always - reading->ids).isEmpty(), qPrintable(u"seed %1: %2 lost"_s.arg(seed).arg((always - reading->ids).size())));
            QVERIFY(made > 300);
        }
    }

    void serversThatRepeatThemselves()
    {
        InventedServer invented;
        for (int i = 0; i < 1000; ++i)
            invented.add("r" + QByteArray::number(i), 5);
        const QByteArray page = invented.answer({{u"max_results"_s, 1000}}).chopped(1);
        for (const QByteArray &token : {QByteArray("same"), QByteArray("eyJvZmZzZXQiOiAxfQ=="), QByteArray()}) {
            int count = 0;
            FaultServer server(serving([&](const QJsonObject &) {
                return page + ", \"next_page_token\": \"" + (token.isEmpty() ? QByteArray::number(++count) : token) + "\"}";
            }));
            const Result<Reading> reading = readFrom(server);
            QVERIFY(!reading);
            QCOMPARE(reading.error().code, ErrorCode::Damaged);
            QVERIFY(server.requestCount() < 10);
        }
    }

    void countsThatNeverEnd()
    {
        int asked = 0;
        SilentJob job;
        FaultServer server(serving([&](const QJsonObject &) {
            if (++asked > 100)
                job.cancel();
            return QByteArray(R"({"runs": [{"info": {"run_id": "a"}}], "next_page_token": "eyJvZmZzZXQiOiAxfQ=="})");
        }));
        RestApi api(*httpServer(server.url()));
        const auto count = RunsPager::count(api, {u"1"_s}, job);
        VERIFY_RESULT(count);
        QVERIFY(!*count);
        QVERIFY(server.requestCount() < 20);
    }

    void rubbish()
    {
        for (const QByteArray &body : {QByteArray("{\"runs\": 7}"), QByteArray("{\"runs\": [{\"info\": {}}]}"), QByteArray("[1, 2]"), QByteArray("{\"runs\": ["),
                                       QByteArray(""), QByteArray("\xff\xfe"), QByteArray("{\"runs\": [{\"info\": {\"run_id\": \"\xff\"}}]}"),
                                       QByteArray("{\"runs\": [{\"info\": {\"run_id\": \"a\", \"start_time\": 1e400}}]}"),
                                       QByteArray("{\"runs\": [{\"info\": {\"run_id\": \"a\"}, \"data\": {\"metrics\": [{\"key\": \"m\", \"value\": \"much\"}]}}]}"),
                                       QByteArray(200'000, '[')}) {
            FaultServer server(serving([&](const QJsonObject &) { return body; }));
            const Result<Reading> reading = readFrom(server);
            QVERIFY2(!reading, body.left(80).constData());
            QCOMPARE(reading.error().code, ErrorCode::Damaged);
        }
    }

    void valuesAreTakenAsTheyAre()
    {
        const QByteArray body = R"({"runs": [{"outputs": {"x": [1]}, "data": {"tags": [{"key": "mlflow.runName", "value": "n\u00e4me"}], "metrics": [
            {"key": "nan", "value": "NaN"}, {"key": "inf", "value": "-Infinity"}, {"key": "huge", "value": 1.7976931348623157e308}, {"key": "one", "value": 1}],
            "params": [{"key": "p", "value": ""}, {"key": "q"}]}, "info": {"run_uuid": "a", "run_id": "a", "experiment_id": "1", "status": "NEWER",
            "start_time": "12", "end_time": null, "lifecycle_stage": "deleted", "later": [{}]}}]})";
        FaultServer server(serving([&](const QJsonObject &) { return body; }));
        RestApi api(*httpServer(server.url()));
        RunsPageReader reader(false);
        SilentJob job;
        VERIFY_RESULT(RunsPager(api, reader, {u"1"_s}, ViewType::All).readAll({}, job));
        const Run run = reader.finish()->run(0);
        QCOMPARE(run.info.name, u"näme"_s);
        QCOMPARE(run.info.status, RunStatus::Unknown);
        QCOMPARE(run.info.lifecycle, Lifecycle::Deleted);
        QCOMPARE(run.info.startTime, OptionalTime(12));
        QVERIFY(!run.info.endTime);
        QVERIFY(std::isnan(run.metrics.value(u"nan"_s)));
        QCOMPARE(run.metrics.value(u"inf"_s), -std::numeric_limits<double>::infinity());
        QCOMPARE(run.metrics.value(u"huge"_s), std::numeric_limits<double>::infinity()); // as databases keep it
        QCOMPARE(run.metrics.value(u"one"_s), 1.0);
        QCOMPARE(run.params, (TextMap{{u"p"_s, u""_s}, {u"q"_s, u""_s}}));
    }
};

QTEST_GUILESS_MAIN(tst_RunsPager)
#include "tst_runspager.moc"
