// SPDX-License-Identifier: GPL-3.0-or-later
// Writes over connections that end at the worst moment: one request at most, and never a "done" that nobody said.
#include "models/net/httpclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

enum Phase { BeforeRequest, AfterHead, AfterRequest, AfterStatus, AfterHeaders, WithinBody, PhaseCount };

constexpr int DropsOfEach = 100; // with an end, and as many with a reset

// Answers reads; drops a write in the phase that is due.
void serve(Peer &peer, std::atomic<int> &phase, std::atomic<bool> &byReset)
{
    if (phase == BeforeRequest) {
        if (byReset)
            peer.reset();
        return;
    }
    while (peer.readHead()) {
        if (peer.request().method == "GET") {
            peer.answer(200, "{}");
            continue;
        }
        if (byReset)
            peer.reset();
        if (phase == AfterHead || !peer.readBody() || phase == AfterRequest)
            return;
        peer.send(phase == AfterStatus    ? "HTTP/1.1 200 OK\r\n"
                  : phase == AfterHeaders ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n"
                                          : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"versio");
        return;
    }
}

HttpLimits patientLimits()
{
    HttpLimits limits;
    limits.deadline = 5s;
    limits.firstDelay = 1ms;
    limits.failuresToBreak = 1'000'000;
    return limits;
}

} // namespace

class tst_HttpWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsInEveryPhase()
    {
        std::atomic<int> phase = PhaseCount;
        std::atomic<bool> byReset = false;
        FaultServer server([&](Peer &peer) { serve(peer, phase, byReset); });
        HttpClient client(*httpServer(server.url()), patientLimits());
        SilentJob job;
        int drops = 0;
        for (int due = BeforeRequest; due < PhaseCount; ++due) {
            for (int i = 0; i < 2 * DropsOfEach; ++i) {
                phase = PhaseCount; // a connection that was used before stands ready
                byReset = false;
                VERIFY_RESULT(client.read({HttpMethod::Get, u"/warm"_s}, job));
                phase = due;
                byReset = i % 2 == 1;
                const int before = server.requestCount();
                const Result<HttpAnswer> answer = client.write({HttpMethod::Post, u"/promote"_s, {}, QByteArray(2000, 'x')}, job);
                QVERIFY2(!answer, qPrintable(u"phase %1"_s.arg(due)));
                // A connection that ends at once may never have come to be.
                const bool mayBeKnown = due == BeforeRequest && answer.error().code == ErrorCode::Unreachable;
                QVERIFY2(mayBeKnown || answer.error().code == ErrorCode::OutcomeUnknown, qPrintable(u"phase %1: %2"_s.arg(due).arg(answer.error().detail)));
                QVERIFY(server.requestCount() - before <= 1);
                ++drops;
            }
        }
        QCOMPARE(drops, 1200);
    }

    void nothingIsUnknownWhereNothingWasSent()
    {
        int port = 0;
        {
            FaultServer gone([](Peer &) {});
            port = gone.port();
        }
        HttpClient client(*httpServer(u"http://127.0.0.1:%1"_s.arg(port)), patientLimits());
        SilentJob job;
        const Result<HttpAnswer> answer = client.write({HttpMethod::Post, u"/promote"_s, {}, "{}"}, job);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
    }

    void answersAreGivenAsTheyAre()
    {
        for (const int status : {200, 400, 401, 403, 409, 429, 500, 503}) {
            FaultServer server(FaultServer::replies([&](Peer &peer) { peer.answer(status, R"({"error_code": "X"})", "application/json", "Retry-After: 0\r\n"); }));
            HttpClient client(*httpServer(server.url()), patientLimits());
            SilentJob job;
            const Result<HttpAnswer> answer = client.write({HttpMethod::Patch, u"/x"_s, {}, R"({"a": 1})"}, job);
            VERIFY_RESULT(answer);
            QCOMPARE(answer->status, status);
            QCOMPARE(server.requestCount(), 1);
            QCOMPARE(server.requests().constFirst().body, R"({"a": 1})");
        }
    }

    void cancellingAfterSendingLeavesItUnknown()
    {
        FaultServer server([](Peer &peer) { peer.readRequest(); peer.waitUntilGone(20'000); });
        HttpClient client(*httpServer(server.url()), patientLimits());
        SilentJob job;
        std::thread canceller([&] {
            while (server.requestCount() == 0)
                std::this_thread::sleep_for(5ms);
            job.cancel();
        });
        const Result<HttpAnswer> answer = client.write({HttpMethod::Post, u"/x"_s, {}, "{}"}, job);
        canceller.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::OutcomeUnknown);
    }
};

QTEST_GUILESS_MAIN(tst_HttpWrites)
#include "tst_httpwrites.moc"
