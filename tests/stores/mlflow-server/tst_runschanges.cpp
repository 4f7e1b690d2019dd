// SPDX-License-Identifier: GPL-3.0-or-later
// What changed on a server since it was read, and how little is asked for it.
#include "models/stores/mlflow-server/runschanges.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <map>
#include <mutex>

using namespace Assay;
using namespace Assay::MlflowServer;
using namespace Qt::StringLiterals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

constexpr qint64 Now = 1'800'000'000'000;

struct InventedRun {
    qint64 start = 0;
    std::optional<qint64> end;
    QString status = u"RUNNING"_s;
    int metric = 0;
};

// Runs of one experiment, found by conjunctions of comparisons, newest first, in pages.
class InventedRuns
{
public:
    std::map<QString, InventedRun> runs;
    bool knowsEnds = true;
    bool mayRead = true; // runs one by one
    QStringList filters; // of the requests for runs

    QByteArray answer(Peer &peer)
    {
        const std::scoped_lock lock(m_mutex);
        const QJsonObject request = QJsonDocument::fromJson(peer.request().body).object();
        const QString filter = request.value("filter"_L1).toString();
        filters.append(filter);
        std::vector<std::pair<QString, InventedRun>> found;
        for (const auto &run : runs)
            if (matches(run.second, filter))
                found.push_back(run);
        std::ranges::stable_sort(found, std::greater<>(), [](const auto &run) { return run.second.start; });
        const qint64 offset = QJsonDocument::fromJson(QByteArray::fromBase64(request.value("page_token"_L1).toString().toLatin1())).object().value("offset"_L1).toInteger();
        const qint64 size = request.value("max_results"_L1).toInteger();
        QJsonArray page;
        for (qint64 i = offset; i < std::min<qint64>(offset + size, qint64(found.size())); ++i)
            page.append(json(found[size_t(i)].first, found[size_t(i)].second));
        QJsonObject body{{u"runs"_s, page}};
        if (offset + size < qint64(found.size()))
            body.insert("next_page_token"_L1, QString::fromLatin1(("{\"offset\": " + QByteArray::number(offset + size) + "}").toBase64()));
        return QJsonDocument(body).toJson(QJsonDocument::Compact);
    }

    QByteArray one(const QByteArray &id)
    {
        const std::scoped_lock lock(m_mutex);
        const auto run = runs.find(QString::fromLatin1(id));
        return run == runs.end() ? QByteArray() : QJsonDocument(QJsonObject{{u"run"_s, json(run->first, run->second)}}).toJson();
    }

private:
    std::mutex m_mutex; // for several requests at once

    static bool matches(const InventedRun &run, const QString &filter)
    {
        for (const QString &clause : filter.split(u" AND "_s, Qt::SkipEmptyParts)) {
            const QString key = clause.section(u' ', 0, 0), value = clause.section(u' ', 2);
            if (key == "attributes.status"_L1 ? u'\'' + run.status + u'\'' == value
                                              : !compare(key == "attributes.start_time"_L1 ? run.start : run.end, clause.section(u' ', 1, 1), value.toLongLong()))
                return false;
        }
        return true;
    }
    static bool compare(std::optional<qint64> time, const QString &how, qint64 with) { return time && (how == ">"_L1 ? *time > with : *time <= with); }
    static QJsonObject json(const QString &id, const InventedRun &run)
    {
        QJsonObject info{{u"run_id"_s, id}, {u"experiment_id"_s, u"1"_s}, {u"status"_s, run.status}, {u"start_time"_s, run.start}};
        if (run.end)
            info.insert("end_time"_L1, *run.end);
        const QJsonObject metric{{u"key"_s, u"m"_s}, {u"value"_s, run.metric}};
        return {{u"info"_s, info}, {u"data"_s, QJsonObject{{u"metrics"_s, QJsonArray{metric}}}}};
    }
};

void answerOne(Peer &peer, const QByteArray &run)
{
    peer.answer(run.isEmpty() ? 404 : 200, run.isEmpty() ? R"({"error_code": "RESOURCE_DOES_NOT_EXIST"})" : run);
}

FaultServer::Script serving(InventedRuns &invented)
{
    return FaultServer::replies([&](Peer &peer) {
        const QByteArray path = peer.request().path();
        if (path == "/version")
            peer.answer(200, "2.9.0", "text/plain");
        else if (path.endsWith("/experiments/search"))
            peer.answer(200, R"({"experiments": [{"experiment_id": "1"}]})");
        else if (path.endsWith("/runs/search") && peer.request().body.contains("end_time") && !invented.knowsEnds)
            peer.answer(400, R"({"error_code": "INVALID_PARAMETER_VALUE", "message": "Invalid attribute key 'end_time'"})");
        else if (path.endsWith("/runs/search") && peer.request().body.contains("\"max_results\":0"))
            peer.answer(400, R"({"error_code": "INVALID_PARAMETER_VALUE", "message": "Invalid value for max_results"})");
        else if (path.endsWith("/runs/search"))
            peer.answer(200, invented.answer(peer));
        else if (path.endsWith("/runs/get") && !invented.mayRead)
            peer.answer(403, "Permission denied", "text/plain");
        else if (path.endsWith("/runs/get"))
            answerOne(peer, invented.one(peer.request().target.mid(peer.request().target.indexOf("run_id=") + 7)));
        else
            peer.answer(404, "", "text/html");
    });
}

void compare(const RunTable &table, const InventedRuns &invented)
{
    QCOMPARE(table.rowCount(), qsizetype(invented.runs.size()));
    for (const auto &[id, run] : invented.runs) {
        const auto row = table.rowOf({ExperimentId(u"1"_s), RunId(id)});
        QVERIFY2(row, qPrintable(id));
        QCOMPARE(table.info(*row).endTime, OptionalTime(run.end));
        QCOMPARE(table.info(*row).status, runStatusFromName(run.status));
        QCOMPARE(table.run(*row).metrics.value(u"m"_s), double(run.metric));
    }
}

void addOldRuns(InventedRuns &invented, int count)
{
    for (int i = 0; i < count; ++i)
        invented.runs[u"old%1"_s.arg(i)] = {Now - 1'000'000'000 - i, Now - 900'000'000 - i, u"FINISHED"_s, i};
}

} // namespace

class tst_RunsChanges : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

private Q_SLOTS:
    // Runs begin, go on and end; after each refresh all is as on the server, and 3 requests have been made for it in place of 6.
    void followsTheServer()
    {
        InventedRuns invented;
        addOldRuns(invented, 5200);
        FaultServer server(serving(invented));
        const auto store = ServerStore::open(*httpServer(server.url()), m_job);
        VERIFY_RESULT(store);
        const auto first = (*store)->runs({}, {}, m_job);
        VERIFY_RESULT(first);
        RunTablePtr table = first->value;
        compare(*table, invented);
        QRandomGenerator random(3);
        QStringList going;
        for (int round = 0; round < 30; ++round) {
            const qint64 since = Now + round * 5000;
            for (int i = random.bounded(4); i > 0; --i) {
                const QString id = u"new%1-%2"_s.arg(round).arg(i);
                invented.runs[id] = {since + random.bounded(5000), {}, random.bounded(9) ? u"RUNNING"_s : u"SCHEDULED"_s, 0};
                going.append(id);
            }
            for (const QString &id : going)
                ++invented.runs[id].metric;
            if (random.bounded(2) && !going.isEmpty()) {
                InventedRun &run = invented.runs[going.takeAt(random.bounded(int(going.size())))];
                run.end = since - random.bounded(300'000); // by a clock that is behind
                run.status = random.bounded(2) ? u"FINISHED"_s : u"KILLED"_s;
            }
            invented.filters.clear();
            const auto next = (*store)->runs({{}, {}, ViewType::All, table, since}, {}, m_job);
            VERIFY_RESULT(next);
            QCOMPARE(invented.filters.size(), 3);
            table = next->value;
            compare(*table, invented);
        }
        QVERIFY(invented.runs.size() > 5220);
        // Nothing has happened: the same table.
        const auto same = (*store)->runs({{}, {}, ViewType::All, table, Now + 150'000}, {}, m_job);
        VERIFY_RESULT(same);
        QCOMPARE(same->value, table);
    }

    // Runs that were known to go on end an hour ago by their own clock; one of them is gone for good.
    void endsByClocksThatAreFarBehind()
    {
        InventedRuns invented;
        addOldRuns(invented, 30);
        for (int i = 0; i < 5; ++i)
            invented.runs[u"going%1"_s.arg(i)] = {Now - 7'200'000, {}, u"RUNNING"_s, 1};
        FaultServer server(serving(invented));
        const auto store = ServerStore::open(*httpServer(server.url()), m_job);
        VERIFY_RESULT(store);
        const auto first = (*store)->runs({}, {}, m_job);
        VERIFY_RESULT(first);
        invented.runs[u"going1"_s] = {Now - 7'200'000, Now - 3'600'000, u"FINISHED"_s, 7};
        invented.runs[u"going3"_s] = {Now - 7'200'000, {}, u"FAILED"_s, 8}; // without an end
        const auto next = (*store)->runs({{}, {}, ViewType::All, first->value, Now}, {}, m_job);
        VERIFY_RESULT(next);
        compare(*next->value, invented);
        const auto gone = invented.runs.extract(u"going4"_s);
        const auto without = (*store)->runs({{}, {}, ViewType::All, next->value, Now}, {}, m_job);
        VERIFY_RESULT(without);
        QCOMPARE(without->value, next->value); // as it was, until an exact reading
        invented.mayRead = false;
        const auto hidden = (*store)->runs({{}, {}, ViewType::All, next->value, Now}, {}, m_job);
        VERIFY_RESULT(hidden); // the others are still told of
        QCOMPARE(hidden->value, next->value);
    }

    // A run ends while the questions are answered, in whatever order they are.
    void endsBetweenAnswers()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            const bool isOfEnds = peer.request().body.contains("end_time");
            const QByteArray status = isOfEnds ? "FINISHED\", \"end_time\": 6" : "RUNNING\"";
            peer.answer(200, "{\"runs\": [{\"info\": {\"run_id\": \"a\", \"experiment_id\": \"1\", \"start_time\": 5, \"status\": \"" + status + "}}]}");
        }));
        RestApi api(*httpServer(server.url()));
        RunsPageReader reader(false);
        const auto changed = RunsChanges::read(api, false, {u"1"_s}, reader.finish(), Now, m_job);
        VERIFY_RESULT(changed);
        QCOMPARE((*changed)->rowCount(), 1);
        QCOMPARE((*changed)->info(0).status, RunStatus::Finished);
        QCOMPARE((*changed)->info(0).endTime, OptionalTime(6));
    }

    void manyChanges()
    {
        InventedRuns invented;
        addOldRuns(invented, 10);
        FaultServer server(serving(invented));
        RestApi api(*httpServer(server.url()));
        RunsPageReader reader(false);
        const RunTablePtr none = reader.finish();
        for (int i = 0; i < 2500; ++i)
            invented.runs[u"new%1"_s.arg(i)] = {Now + i, {}, u"RUNNING"_s, i};
        const auto changed = RunsChanges::read(api, false, {u"1"_s}, none, Now, m_job);
        VERIFY_RESULT(changed);
        QCOMPARE((*changed)->rowCount(), 2500);
    }

    // What the header says that it cannot see, and an exact reading does.
    void deletionsAreForExactReadings()
    {
        InventedRuns invented;
        addOldRuns(invented, 20);
        FaultServer server(serving(invented));
        const auto store = ServerStore::open(*httpServer(server.url()), m_job);
        VERIFY_RESULT(store);
        const RunTablePtr table = (*store)->runs({}, {}, m_job)->value;
        invented.runs.erase(u"old7"_s);
        QCOMPARE((*store)->runs({{}, {}, ViewType::All, table, Now}, {}, m_job)->value, table);
        compare(*(*store)->runs({}, {}, m_job)->value, invented);
    }

    // Asked once, then read whole.
    void serversThatCannotBeAskedSo()
    {
        InventedRuns invented;
        invented.knowsEnds = false;
        addOldRuns(invented, 20);
        FaultServer server(serving(invented));
        const auto store = ServerStore::open(*httpServer(server.url()), m_job);
        VERIFY_RESULT(store);
        const RunTablePtr table = (*store)->runs({}, {}, m_job)->value;
        invented.runs.erase(u"old7"_s);
        for (int i = 0; i < 2; ++i) {
            invented.filters.clear();
            const auto read = (*store)->runs({{}, {}, ViewType::All, table, Now}, {}, m_job);
            VERIFY_RESULT(read);
            compare(*read->value, invented);
            QVERIFY(i == 0 || invented.filters == QStringList{QString()});
        }
    }

    void counts_data()
    {
        QTest::addColumn<int>("runs");
        for (const int count : {0, 1, 2, 3, 15, 16, 17, 18, 255, 257, 1000, 5201})
            QTest::addRow("%d", count) << count;
    }
    void counts()
    {
        QFETCH(int, runs);
        InventedRuns invented;
        addOldRuns(invented, runs);
        FaultServer server(serving(invented));
        const auto store = ServerStore::open(*httpServer(server.url()), m_job);
        VERIFY_RESULT(store);
        const auto counted = (*store)->counts(m_job);
        VERIFY_RESULT(counted);
        QCOMPARE(counted->runs, runs);
        QVERIFY(invented.filters.size() <= 24);
    }
};

QTEST_GUILESS_MAIN(tst_RunsChanges)
#include "tst_runschanges.moc"
