// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that stall, lie, pour and come back: how long is waited, how often is asked, how much is kept.
#include "models/net/httpclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <sys/resource.h>

using namespace Assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

HttpServer serverAt(const FaultServer &server)
{
    const Result<HttpServer> found = httpServer(server.url());
    return found ? *found : HttpServer{};
}

// One attempt with a deadline that a test can wait for.
HttpLimits shortLimits()
{
    HttpLimits limits;
    limits.deadline = 700ms;
    limits.retries = 0;
    limits.firstDelay = 1ms;
    limits.longestDelay = 4ms;
    limits.failuresToBreak = 1'000'000;
    return limits;
}

Result<HttpAnswer> get(HttpClient &client)
{
    SilentJob job;
    return client.read({HttpMethod::Get, u"/x"_s}, job);
}

qint64 greatestMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

void pour(Peer &peer, const QByteArray &begin, const QByteArray &piece)
{
    if (!peer.readRequest() || !peer.send(begin))
        return;
    while (peer.send(piece)) {
    }
}

const QByteArray Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

} // namespace

class tst_HttpFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenAnswers_data()
    {
        QTest::addColumn<FaultServer::Script>("script");
        const auto row = [](const char *name, FaultServer::Script script) { QTest::newRow(name) << std::move(script); };
        const auto says = [](QByteArray bytes) { return [bytes](Peer &peer) { if (peer.readRequest()) peer.send(bytes); }; };
        row("silence", [](Peer &peer) { peer.waitUntilGone(20'000); });
        row("silence after the request", [](Peer &peer) { peer.readRequest(); peer.waitUntilGone(20'000); });
        row("drip", [](Peer &peer) {
            if (!peer.readRequest() || !peer.send(Head + "Content-Length: 1000\r\n\r\n"))
                return;
            while (peer.send("x") && !peer.waitUntilGone(40)) {
            }
        });
        row("drip in the headers", [](Peer &peer) {
            if (!peer.readRequest() || !peer.send(Head))
                return;
            while (peer.send("X: y\r\n") && !peer.waitUntilGone(40)) {
            }
        });
        row("closed at once", [](Peer &) {});
        row("closed after the request", [](Peer &peer) { peer.readRequest(); });
        row("reset", [](Peer &peer) { if (peer.readRequest()) peer.reset(); });
        row("short body", says(Head + "Content-Length: 1000\r\n\r\n{}"));
        row("chunk that lies", says(Head + "Transfer-Encoding: chunked\r\n\r\nfff\r\n{}\r\n"));
        row("chunk without a size", says(Head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"));
        row("two lengths", says(Head + "Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}"));
        row("gzip that is none", says(Head + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"));
        row("no HTTP", says("SSH-2.0-OpenSSH_9.2\r\n"));
        row("endless headers", [](Peer &peer) { pour(peer, Head, QByteArray("X-Pad: ") + QByteArray(8000, 'x') + "\r\n"); });
        row("endless header line", [](Peer &peer) { pour(peer, Head + "X-Pad: ", QByteArray(16'000, 'x')); });
        row("endless body", [](Peer &peer) { pour(peer, Head + "\r\n", QByteArray(1 << 20, ' ')); });
        row("packed bomb", [](Peer &peer) {
            const QByteArray packed = qCompress(QByteArray(400 << 20, ' '), 1).mid(4);
            if (peer.readRequest())
                peer.send(Head + "Content-Encoding: deflate\r\nContent-Length: " + QByteArray::number(packed.size()) + "\r\n\r\n" + packed);
        });
    }

    void brokenAnswers()
    {
        QFETCH(FaultServer::Script, script);
        FaultServer server(script);
        HttpLimits limits = shortLimits();
        limits.answerBytes = 16 << 20;
        HttpClient client(serverAt(server), limits);
        QElapsedTimer timer;
        timer.start();
        const Result<HttpAnswer> answer = get(client);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
        QVERIFY(!answer.error().message.isEmpty());
        QVERIFY2(timer.elapsed() <= limits.deadline.count() + 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(server.connectionCount(), 1);
    }

    // The bomb above took its memory in this process, so this one is made in place of read from it.
    void littleMemoryIsTaken()
    {
        FaultServer server([](Peer &peer) { pour(peer, Head + "\r\n", QByteArray(1 << 20, ' ')); });
        HttpClient client(serverAt(server), shortLimits());
        const qint64 before = greatestMegabytes();
        for (int i = 0; i < 5; ++i)
            QVERIFY(!get(client));
        QVERIFY2(greatestMegabytes() - before <= 128, qPrintable(QString::number(greatestMegabytes() - before)));
    }

    void slowDownloadsAreGivenUp()
    {
        FaultServer server([](Peer &peer) {
            if (!peer.readRequest() || !peer.send(Head + "Content-Length: 100000\r\n\r\n"))
                return;
            while (peer.send("x") && !peer.waitUntilGone(40)) {
            }
        });
        HttpLimits limits = shortLimits();
        limits.silence = 1s;
        HttpClient client(serverAt(server), limits);
        SilentJob job;
        const Result<HttpAnswer> answer = client.download({HttpMethod::Get, u"/x"_s}, [](QByteArrayView) { return true; }, job);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
    }

    void placesThatAreNotThere()
    {
        HttpLimits limits = shortLimits();
        limits.deadline = 5s;
        int port = 0;
        {
            FaultServer gone([](Peer &) {});
            port = gone.port();
        }
        HttpClient nobody(*httpServer(u"http://127.0.0.1:%1"_s.arg(port)), limits);
        Result<HttpAnswer> answer = get(nobody);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
        QVERIFY(answer.error().message.contains(QString::number(port)));
        HttpClient nameless(*httpServer(u"http://no-such-host.invalid"_s), limits);
        answer = get(nameless);
        QVERIFY(!answer);
        QVERIFY(answer.error().message.contains("no-such-host.invalid"_L1));
    }

    void whatIsNotTemporaryIsAnsweredAtOnce()
    {
        for (const int status : {200, 400, 401, 403, 404, 500, 501}) {
            FaultServer server(FaultServer::replies([&](Peer &peer) { peer.answer(status, "<html>Log in</html>", "text/html"); }));
            HttpLimits limits = shortLimits();
            limits.retries = 4;
            HttpClient client(serverAt(server), limits);
            const Result<HttpAnswer> answer = get(client);
            VERIFY_RESULT(answer);
            QCOMPARE(answer->status, status);
            QVERIFY(!answer->isJson());
            QCOMPARE(server.requestCount(), 1);
        }
    }

    void serversThatAskForTimeGetIt()
    {
        QElapsedTimer sinceFirst;
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            if (!sinceFirst.isValid()) {
                sinceFirst.start();
                peer.answer(429, "{}", "application/json", "Retry-After: 1\r\n");
            } else {
                peer.answer(200, QByteArray::number(sinceFirst.elapsed()));
            }
        }));
        HttpLimits limits = shortLimits();
        limits.retries = 4;
        HttpClient client(serverAt(server), limits);
        const Result<HttpAnswer> answer = get(client);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->status, 200);
        QVERIFY2(answer->body.toInt() >= 990, answer->body.constData());
    }

    void serversThatAskForTooMuchAreNotAskedAgain()
    {
        for (const QByteArray &wish : {QByteArray("1000000000"), QByteArray("Fri, 01 Jan 2100 00:00:00 GMT"), QByteArray("121")}) {
            FaultServer server(FaultServer::replies([&](Peer &peer) { peer.answer(503, "{}", "application/json", "Retry-After: " + wish + "\r\n"); }));
            HttpLimits limits = shortLimits();
            limits.retries = 4;
            HttpClient client(serverAt(server), limits);
            const Result<HttpAnswer> answer = get(client);
            VERIFY_RESULT(answer);
            QCOMPARE(answer->status, 503);
            QCOMPARE(server.requestCount(), 1);
        }
    }

    // Faults in a row, drawn at random: never more than five requests, and the answer is there when one of them brought it.
    void sequencesOfFaults()
    {
        QRandomGenerator random(7);
        enum Fault { Reset, Closed, Short, Busy, TooMany, Gateway, BadWish, FaultCount };
        for (int sequence = 0; sequence < 500; ++sequence) {
            const int faults = random.bounded(8);
            QList<int> kinds;
            for (int i = 0; i < faults; ++i)
                kinds.append(random.bounded(int(FaultCount)));
            std::atomic<int> next = 0;
            FaultServer server([&](Peer &peer) {
                while (peer.readRequest()) {
                    const int now = next++;
                    switch (now < kinds.size() ? kinds[now] : -1) {
                    case Reset: peer.reset(); return;
                    case Closed: return;
                    case Short: peer.send(Head + "Content-Length: 9\r\n\r\n{}"); return;
                    case Busy: peer.answer(503, "busy", "text/plain", "Retry-After: 0\r\n"); break;
                    case TooMany: peer.answer(429, "{}"); break;
                    case Gateway: peer.answer(504, "<html/>", "text/html"); break;
                    case BadWish: peer.answer(503, "", "text/plain", "Retry-After: -5 soon\r\n"); break;
                    default: peer.answer(200, R"({"ok": true})"); break;
                    }
                }
            });
            HttpLimits limits = shortLimits();
            limits.retries = 4;
            HttpClient client(serverAt(server), limits);
            const Result<HttpAnswer> answer = get(client);
            const bool isFine = answer && answer->status == 200;
            QCOMPARE(isFine, faults <= 4);
            QCOMPARE(server.requestCount(), std::min(faults + 1, 5));
            if (isFine)
                QCOMPARE(answer->body, R"({"ok": true})");
        }
    }

    void deadServersAreLeftAloneForAWhile()
    {
        FaultServer server([](Peer &) {});
        HttpLimits limits = shortLimits();
        limits.failuresToBreak = 10;
        limits.breakFor = 500ms;
        HttpClient client(serverAt(server), limits);
        for (int i = 0; i < 30; ++i)
            QVERIFY(!get(client));
        QCOMPARE(server.connectionCount(), 10);
        QTest::qWait(600);
        QVERIFY(!get(client));
        QCOMPARE(server.connectionCount(), 11);
    }
};

QTEST_GUILESS_MAIN(tst_HttpFaults)
#include "tst_httpfaults.moc"
