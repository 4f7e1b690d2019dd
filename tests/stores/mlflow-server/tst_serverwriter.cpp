// SPDX-License-Identifier: GPL-3.0-or-later
// Changes on servers whose connections end at the worst moment, and that others change at the same time.
#include "models/registry/promotion.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "tests/stores/mlflow-server/inventedregistry.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::MlflowServer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::FaultServer;
using Testing::InventedRegistry;
using Peer = FaultServer::Peer;

namespace {

enum Phase { BeforeRequest, AfterHead, AfterRequest, AfterDoing, AfterStatus, AfterHeaders, WithinBody, PhaseCount };

ServerStore::Timing hasty(std::chrono::milliseconds settling)
{
    HttpLimits limits;
    limits.deadline = 5s;
    limits.firstDelay = 1ms;
    limits.failuresToBreak = 1'000'000;
    return {limits, settling};
}

// A server in front of a registry, which can be told to drop the next write in some phase of it.
class Front
{
public:
    Front() : m_server([this](Peer &peer) { serve(peer); }) {}

    InventedRegistry registry;
    std::atomic<int> due = PhaseCount;   // the phase in which the next connection or write is dropped
    std::atomic<bool> byReset = false;
    std::atomic<int> writes = 0;
    std::function<bool(Peer &)> instead; // answers a write in place of the registry; true: it did
    std::function<void()> pause = [] {};

    Result<std::unique_ptr<StoreBackend>> open(std::chrono::milliseconds settling, const QString &who = u"somebody"_s) const
    {
        HttpServer with = *httpServer(m_server.url());
        with.credentials.token = who;
        SilentJob job;
        return ServerStore::open(with, hasty(settling), job);
    }

private:
    bool isDue(Phase phase)
    {
        int wanted = phase;
        return due.compare_exchange_strong(wanted, PhaseCount);
    }
    void drop(Peer &peer) const
    {
        if (byReset)
            peer.reset();
    }
    void serve(Peer &peer)
    {
        if (isDue(BeforeRequest))
            return drop(peer);
        while (peer.readHead()) {
            const bool isWrite = InventedRegistry::isWrite(peer.request());
            if (isWrite) {
                ++writes;
                if (isDue(AfterHead))
                    return drop(peer);
            }
            if (!peer.readBody() || (isWrite && isDue(AfterRequest)))
                return drop(peer);
            if (isWrite && instead && instead(peer))
                continue;
            pause();
            if (!answer(peer, isWrite))
                return drop(peer);
        }
    }
    bool answer(Peer &peer, bool isWrite)
    {
        if (peer.request().path() == "/version")
            return peer.answer(200, "2.22.0", "text/plain");
        if (peer.request().method == "GET" && (peer.request().path().endsWith("/transition-stage") || peer.request().path().endsWith("/alias")))
            return peer.answer(405, "", "text/html");
        const auto body = registry.answer(peer.request());
        if (!body)
            return peer.answer(404, "", "text/html");
        if (isWrite) {
            if (isDue(AfterDoing))
                return false;
            const QByteArray whole = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body->size()) + "\r\n\r\n" + *body;
            for (const auto &[phase, bytes] : {std::pair(AfterStatus, qsizetype(17)), std::pair(AfterHeaders, whole.size() - body->size()), std::pair(WithinBody, whole.size() - 5)})
                if (isDue(phase))
                    return peer.send(whole.left(bytes)) && false;
        }
        pause();
        return peer.answer(200, *body);
    }

    FaultServer m_server;
};

const QString Model = u"churn"_s;

} // namespace

class tst_ServerWriter : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

private Q_SLOTS:
    void promotionsOverDroppedConnections();
    void aliasesOverDroppedConnections();
    void whatComesLateIsSeen();
    void slowServersLeaveItUnknown();
    void stoppingLeavesItUnknown();
    void answers_data();
    void answers();
    void racesAreTold();
};

// One write each, and what is said of it is what stands there.
void tst_ServerWriter::promotionsOverDroppedConnections()
{
    Front front;
    front.registry.setVersions(Model, {{u"1"_s, {u"None"_s, 5}}, {u"2"_s, {u"Production"_s, 6}}});
    const auto store = front.open(1ms);
    VERIFY_RESULT(store);
    int applied = 0, notApplied = 0;
    for (int phase = BeforeRequest; phase <= PhaseCount; ++phase) {
        QTemporaryDir folder;
        const AuditJournal journal(folder.filePath(u"journal"_s));
        for (int i = 0; i < 20; ++i) {
            const auto before = front.registry.versions(Model).value(u"1"_s);
            const Stage to = before.stage == "Production"_L1 ? Stage::Staging : Stage::Production;
            front.writes = 0;
            front.byReset = i % 2 == 1;
            front.due = phase;
            const auto done = promote(**store, journal, {{Model, u"1"_s, before.stage, before.time, to, i % 3 == 0}, u"a test"_s}, m_job);
            VERIFY_RESULT(done);
            front.due = PhaseCount;
            QVERIFY(front.writes <= 1);
            const bool stands = front.registry.versions(Model).value(u"1"_s).stage == stageName(to);
            QVERIFY2(done->outcome == (stands ? Outcome::Applied : Outcome::NotApplied),
                     qPrintable(u"phase %1: %2, %3"_s.arg(phase).arg(outcomeName(done->outcome), done->error ? done->error->message + done->error->detail : QString())));
            QCOMPARE(stands, phase == BeforeRequest ? stands : phase >= AfterDoing);
            (stands ? applied : notApplied) += 1;
        }
    }
    QVERIFY(applied >= 100 && notApplied >= 40);
}

void tst_ServerWriter::aliasesOverDroppedConnections()
{
    Front front;
    front.registry.setVersions(Model, {{u"1"_s, {}}, {u"2"_s, {}}});
    const auto store = front.open(1ms);
    VERIFY_RESULT(store);
    for (int phase = AfterHead; phase <= PhaseCount; ++phase) {
        const QString alias = u"best-%1"_s.arg(phase);
        front.writes = 0;
        front.due = phase;
        const Status done = (*store)->setAlias(Model, alias, u"2"_s, m_job);
        QCOMPARE(front.writes, 1);
        QCOMPARE(done.hasValue(), front.registry.aliases(Model).contains(alias));
        if (!done)
            QCOMPARE(done.error().code, ErrorCode::Unreachable);
    }
}

// A change that is made after its connection broke, as by a server behind a proxy.
void tst_ServerWriter::whatComesLateIsSeen()
{
    Front front;
    front.registry.setVersions(Model, {{u"1"_s, {u"None"_s, 5}}});
    std::thread late;
    front.instead = [&](Peer &peer) {
        late = std::thread([&front, request = peer.request()] {
            std::this_thread::sleep_for(60ms);
            front.registry.answer(request);
        });
        peer.reset();
        return true;
    };
    const auto store = front.open(1000ms); // long enough for the thread on a busy machine
    VERIFY_RESULT(store);
    const auto done = (*store)->changeStage({Model, u"1"_s, u"None"_s, 5, Stage::Staging, false}, m_job);
    late.join();
    VERIFY_RESULT(done);
    QCOMPARE(front.writes, 1);
}

void tst_ServerWriter::slowServersLeaveItUnknown()
{
    Front front;
    front.registry.setVersions(Model, {{u"1"_s, {u"None"_s, 5}}});
    front.instead = [](Peer &peer) {
        peer.waitUntilGone(5000);
        return true;
    };
    HttpServer with = *httpServer((*front.open(1ms))->info().location);
    ServerStore::Timing timing = hasty(1ms);
    timing.limits.deadline = 1500ms;
    const auto store = ServerStore::open(with, timing, m_job);
    VERIFY_RESULT(store);
    const auto done = (*store)->changeStage({Model, u"1"_s, u"None"_s, 5, Stage::Staging, false}, m_job);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(front.writes, 1);
}

// Stopped while the server was at it, which does it all the same after everybody has looked.
void tst_ServerWriter::stoppingLeavesItUnknown()
{
    Front front;
    front.registry.setVersions(Model, {{u"1"_s, {u"None"_s, 5}}});
    SilentJob job;
    front.instead = [&](Peer &peer) {
        job.cancel();
        peer.waitUntilGone(5000);
        return true;
    };
    const auto store = front.open(1ms);
    VERIFY_RESULT(store);
    const auto done = (*store)->changeStage({Model, u"1"_s, u"None"_s, 5, Stage::Staging, false}, job);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(front.writes, 1);
}

void tst_ServerWriter::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const QByteArray json("application/json"), html("text/html"), text("text/plain");
    QTest::newRow("denied by MLflow") << 403 << QByteArray(R"({"error_code": "PERMISSION_DENIED", "message": "no"})") << json << u"access-denied"_s << u"no"_s;
    QTest::newRow("denied in words") << 403 << QByteArray("Permission denied") << text << u"access-denied"_s << u"allow"_s;
    QTest::newRow("foreign origin") << 403 << QByteArray("Cross-origin request blocked") << text << u"access-denied"_s << u"CORS_ALLOWED_ORIGINS"_s;
    QTest::newRow("not there") << 404 << QByteArray(R"({"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "gone"})") << json << u"not-found"_s << u"gone"_s;
    QTest::newRow("there already") << 400 << QByteArray(R"({"error_code": "RESOURCE_ALREADY_EXISTS", "message": "twice"})") << json << u"conflict"_s << u"twice"_s;
    QTest::newRow("invalid") << 400 << QByteArray(R"({"error_code": "INVALID_PARAMETER_VALUE", "message": "bad"})") << json << u"invalid-argument"_s << u"bad"_s;
    QTest::newRow("no such endpoint") << 404 << QByteArray("<title>404 Not Found") << html << u"unsupported"_s << u"too old"_s;
    QTest::newRow("a proxy gives up") << 504 << QByteArray("<h1>Gateway Time-out") << html << u"outcome-unknown"_s << u"not known"_s;
    QTest::newRow("fails inside") << 500 << QByteArray(R"({"error_code": "INTERNAL_ERROR", "message": "oops"})") << json << u"unreachable"_s << u"did not make"_s;
    QTest::newRow("busy") << 503 << QByteArray("") << text << u"unreachable"_s << u"did not make"_s;
    QTest::newRow("a login page") << 200 << QByteArray("<html>Welcome") << html << u"unreachable"_s << u"did not make"_s;
    QTest::newRow("elsewhere") << 302 << QByteArray() << html << u"refused"_s << u"another place"_s;
}

// What a server says in place of doing it. It is asked once.
void tst_ServerWriter::answers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(QString, code);
    QFETCH(QString, words);
    Front front;
    front.registry.setVersions(Model, {{u"1"_s, {u"None"_s, 5}}});
    front.instead = [&](Peer &peer) { return peer.answer(status, body, type, status == 302 ? "Location: /login\r\n" : "Retry-After: 0\r\n"); };
    const auto store = front.open(1ms);
    VERIFY_RESULT(store);
    const auto done = (*store)->changeStage({Model, u"1"_s, u"None"_s, 5, Stage::Staging, false}, m_job);
    QVERIFY(!done);
    QCOMPARE(errorCodeName(done.error().code), code);
    QVERIFY2(done.error().message.contains(words), qPrintable(done.error().message));
    QCOMPARE(front.writes, 1);
}

namespace {

struct Side {
    std::unique_ptr<StoreBackend> store;
    QByteArray who;
    StageChange change;
    std::optional<StageChangeDone> done;
};

// Whether each of two compared before the other wrote, and both wrote. Two that want the same of the same version in the same
// millisecond are one.
bool areOverlapping(const QList<InventedRegistry::Act> &acts, const Side &a, const Side &b)
{
    const auto place = [&](const QByteArray &who, bool isWrite) {
        for (qsizetype i = 0; i < acts.size(); ++i)
            if (acts[i].who == who && acts[i].isWrite == isWrite)
                return i;
        return qsizetype(-1);
    };
    const qsizetype wroteA = place(a.who, true), wroteB = place(b.who, true);
    if (wroteA < 0 || wroteB < 0)
        return false;
    const bool isOne = acts[wroteA].time == acts[wroteB].time && a.change.version == b.change.version && a.change.toStage == b.change.toStage;
    return !isOne && place(a.who, false) < wroteB && place(b.who, false) < wroteA;
}

StageChange randomChange(const QString &model, const InventedRegistry::Versions &versions, QRandomGenerator &random)
{
    const QString number = QString::number(1 + random.bounded(3));
    const Stage to = AllStages[random.bounded(4)];
    const bool canArchive = to == Stage::Staging || to == Stage::Production;
    return {model, number, versions[number].stage, versions[number].time, to, canArchive && random.bounded(2) == 1};
}

} // namespace

// 1,000 times two at once: of every overlap at least one of them is told. A change that comes after another one is a conflict, or
// concerns another version.
void tst_ServerWriter::racesAreTold()
{
    constexpr int Pairs = 8, RacesOfEach = 125;
    Front front;
    front.pause = [] { std::this_thread::sleep_for(std::chrono::microseconds(QRandomGenerator::global()->bounded(1500))); };
    std::atomic<int> overlaps = 0, untold = 0, conflicts = 0, alone = 0, falsely = 0, failures = 0;
    std::vector<std::thread> pairs;
    for (int pair = 0; pair < Pairs; ++pair) {
        pairs.emplace_back([&, pair] {
            const QString model = u"model-%1"_s.arg(pair);
            QRandomGenerator random(quint32(pair + 1));
            std::array<Side, 2> sides;
            for (int i = 0; i < 2; ++i) {
                sides[size_t(i)].who = "side-" + QByteArray::number(2 * pair + i);
                sides[size_t(i)].store = *front.open(30ms, QString::fromLatin1(sides[size_t(i)].who));
            }
            for (int race = 0; race < RacesOfEach; ++race) {
                InventedRegistry::Versions versions;
                for (const QString &number : {u"1"_s, u"2"_s, u"3"_s})
                    versions.insert(number, {stageName(AllStages[random.bounded(4)]), 1000 + random.bounded(5)});
                front.registry.setVersions(model, versions);
                std::vector<std::thread> racing;
                for (Side &side : sides) {
                    side.change = randomChange(model, versions, random);
                    racing.emplace_back([&side, &conflicts, &failures, wait = random.bounded(8)] {
                        SilentJob job;
                        std::this_thread::sleep_for(std::chrono::milliseconds(wait));
                        const auto done = side.store->changeStage(side.change, job);
                        side.done = done ? std::optional(*done) : std::nullopt;
                        if (!done)
                            ++(done.error().code == ErrorCode::Conflict ? conflicts : failures);
                    });
                }
                for (std::thread &thread : racing)
                    thread.join();
                const auto acts = front.registry.takeActs(model);
                const auto &[a, b] = sides;
                const bool isTold = (a.done && !a.done->overlap.isEmpty()) || (b.done && !b.done->overlap.isEmpty());
                const auto writes = std::ranges::count_if(acts, &InventedRegistry::Act::isWrite);
                falsely += writes != int(a.done.has_value()) + int(b.done.has_value()) ? 1 : 0;
                alone += writes == 1 ? 1 : 0;
                if (areOverlapping(acts, a, b)) {
                    ++overlaps;
                    untold += isTold ? 0 : 1;
                }
            }
        });
    }
    for (std::thread &thread : pairs)
        thread.join();
    qInfo("%d overlaps, %d of them untold; %d conflicts", overlaps.load(), untold.load(), conflicts.load());
    QCOMPARE(untold, 0);
    QCOMPARE(falsely, 0); // as many writes as were said to be done
    QCOMPARE(failures, 0);
    QCOMPARE(conflicts, alone);
    QVERIFY(overlaps > 100 && conflicts > 50);
}

QTEST_GUILESS_MAIN(tst_ServerWriter)
#include "tst_serverwriter.moc"
