// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent, to whom, and how answers are taken: credentials, redirects, several at once, downloads.
#include "models/net/httpclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QElapsedTimer>

#include <condition_variable>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

constexpr char Canary[] = "canary-7f3a";

HttpServer serverAt(const QString &address)
{
    const Result<HttpServer> server = httpServer(address);
    return server ? *server : HttpServer{};
}

HttpServer serverWithToken(const FaultServer &server)
{
    HttpServer with = serverAt(server.url());
    with.credentials.token = QString::fromLatin1(Canary);
    return with;
}

Result<HttpAnswer> get(HttpClient &client, const QString &path)
{
    SilentJob job;
    return client.read({HttpMethod::Get, path}, job);
}

QByteArray authorization(const FaultServer &server, qsizetype request = 0)
{
    return server.requests().value(request).headers.value("authorization");
}

} // namespace

class tst_HttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses()
    {
        const Result<HttpServer> server = httpServer(u" https://ann:p%40ss@host.example:8443/ml/flow/ "_s);
        VERIFY_RESULT(server);
        QCOMPARE(server->base, QUrl(u"https://host.example:8443/ml/flow"_s));
        QCOMPARE(server->credentials.user, u"ann"_s);
        QCOMPARE(server->credentials.password, u"p@ss"_s);
        for (const QString &wrong : {u"ftp://host"_s, u"host:5000"_s, u"http://"_s, u"file:///tmp"_s, u"http://host/?a=b"_s, u""_s, u"http://host/#x"_s})
            QVERIFY2(!httpServer(wrong), qPrintable(wrong));
    }

    void whatStaysOnThisComputer()
    {
        for (const char *host : {"localhost", "127.0.0.1", "127.1.2.3", "[::1]"})
            QVERIFY2(isLoopback(QUrl(u"http://%1:5000/x"_s.arg(QLatin1StringView(host)))), host);
        for (const char *host : {"127.example.org", "127.0.0.1.example.org", "localhost.example.org", "128.0.0.1", "127"})
            QVERIFY2(!isLoopback(QUrl(u"http://%1:5000/x"_s.arg(QLatin1StringView(host)))), host);
    }

    void requestsArriveAsTheyWereMeant()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(200, R"({"a": 1})", "Application/JSON; charset=utf-8"); }));
        HttpServer with = serverWithToken(server);
        with.base.setPath(u"/prefix"_s);
        with.headers = {{"X-MLFLOW-WORKSPACE", "team"}};
        HttpClient client(with);
        HttpRequest request{HttpMethod::Post, u"/api/ä b"_s, {}, R"({"q": "x"})"};
        request.query.addQueryItem(u"k"_s, u"1"_s);
        SilentJob job;
        const Result<HttpAnswer> answer = client.read(request, job);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->status, 200);
        QVERIFY(answer->isJson());
        QCOMPARE(answer->body, QByteArray(R"({"a": 1})"));
        const FaultServer::Request got = server.requests().constFirst();
        QCOMPARE(got.method, "POST");
        QCOMPARE(got.target, "/prefix/api/%C3%A4%20b?k=1");
        QCOMPARE(got.headers.value("authorization"), "Bearer canary-7f3a");
        QCOMPARE(got.headers.value("x-mlflow-workspace"), "team");
        QCOMPARE(got.headers.value("content-type"), "application/json");
        QVERIFY(got.headers.value("user-agent").startsWith("Assay/"));
        QVERIFY(!got.headers.contains("origin"));
        QVERIFY(!got.headers.contains("expect"));
    }

    void userAndPasswordComeBeforeAToken()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(200, "{}"); }));
        HttpServer with = serverWithToken(server);
        with.credentials.user = u"ann"_s;
        with.credentials.password = u"geheim"_s;
        HttpClient client(with);
        VERIFY_RESULT(get(client, u"/"_s));
        QCOMPARE(authorization(server), "Basic " + QByteArray("ann:geheim").toBase64());
    }

    // Every status that redirects, to every kind of place: credentials stay in the origin, and writes go nowhere.
    void redirects()
    {
        FaultServer elsewhere(FaultServer::replies([](Peer &peer) { peer.answer(200, R"({"from": "elsewhere"})"); }));
        FaultServer otherHost(FaultServer::replies([](Peer &peer) { peer.answer(200, "{}"); }), "127.0.0.2");
        int cases = 0;
        for (const int status : {301, 302, 303, 307, 308}) {
            for (const HttpMethod method : {HttpMethod::Get, HttpMethod::Post, HttpMethod::Patch, HttpMethod::Delete}) {
                for (const QString &to : {elsewhere.url() + u"/x"_s, otherHost.url() + u"/x"_s, u"https://127.0.0.1/x"_s, u"file:///etc/passwd"_s,
                                          u"http://169.254.169.254/latest"_s}) {
                    for (const bool isWrite : {false, true}) {
                        FaultServer server(FaultServer::replies([&](Peer &peer) { peer.answer(status, "", "text/html", "Location: " + to.toUtf8() + "\r\n"); }));
                        HttpClient client(serverWithToken(server));
                        SilentJob job;
                        const HttpRequest request{method, u"/start"_s, {}, method == HttpMethod::Get ? "" : "{}"};
                        const Result<HttpAnswer> answer = isWrite ? client.write(request, job) : client.read(request, job);
                        QVERIFY(!answer);
                        QCOMPARE(answer.error().code, ErrorCode::Refused);
                        QVERIFY(!answer.error().message.contains(QLatin1StringView(Canary)));
                        QCOMPARE(server.requestCount(), 1);
                        ++cases;
                    }
                }
            }
        }
        QCOMPARE(cases, 200);
        QCOMPARE(elsewhere.connectionCount(), 0);
        QCOMPARE(otherHost.connectionCount(), 0);
    }

    void redirectsWithinTheOriginAreFollowedByReadsOnly()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            if (peer.request().path() == "/start")
                peer.answer(302, "", "text/html", "Location: /there\r\n");
            else
                peer.answer(200, R"({"there": true})");
        }));
        HttpClient client(serverWithToken(server));
        const Result<HttpAnswer> answer = get(client, u"/start"_s);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->body, R"({"there": true})");
        QCOMPARE(authorization(server, 1), "Bearer canary-7f3a");
        SilentJob job;
        const Result<HttpAnswer> written = client.write({HttpMethod::Get, u"/start"_s}, job);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Refused);
        QCOMPARE(server.requestCount(), 3);
    }

    void circlesOfRedirectsEnd()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(307, "", "text/html", "Location: /again\r\n"); }));
        HttpClient client(serverWithToken(server));
        const Result<HttpAnswer> answer = get(client, u"/start"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Refused);
        QCOMPARE(server.requestCount(), 6);
    }

    void severalRunAtOnceAndNotMoreThanAllowed()
    {
        std::mutex mutex;
        std::condition_variable changed;
        int now = 0;
        int most = 0;
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            std::unique_lock lock(mutex);
            most = std::max(most, ++now);
            changed.notify_all();
            // Until all that may be here are here, or no more come.
            changed.wait_for(lock, std::chrono::milliseconds(300), [&] { return most >= 6; });
            --now;
            lock.unlock();
            peer.answer(200, peer.request().target);
        }));
        HttpClient client(serverAt(server.url()));
        QList<HttpRequest> requests;
        for (int i = 0; i < 40; ++i)
            requests.append({HttpMethod::Get, u"/%1"_s.arg(i)});
        QHash<qsizetype, QByteArray> answers;
        SilentJob job;
        const Status status = client.readAll(requests, [&](qsizetype place, Result<HttpAnswer> answer) {
            if (answer)
                answers.insert(place, answer->body);
            return true;
        }, job);
        VERIFY_RESULT(status);
        QCOMPARE(answers.size(), 40);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(answers.value(i), "/" + QByteArray::number(i));
        QCOMPARE(most, 6);
        QVERIFY2(server.connectionCount() < 20, qPrintable(QString::number(server.connectionCount()))); // they are used again
    }

    void aSinkCanHaveEnough()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(200, "{}"); }));
        HttpLimits limits;
        limits.atOnce = 1;
        HttpClient client(serverAt(server.url()), limits);
        int taken = 0;
        SilentJob job;
        VERIFY_RESULT(client.readAll({{HttpMethod::Get, u"/1"_s}, {HttpMethod::Get, u"/2"_s}, {HttpMethod::Get, u"/3"_s}},
                                     [&](qsizetype, const Result<HttpAnswer> &) { return ++taken < 2; }, job));
        QCOMPARE(taken, 2);
        QCOMPARE(server.requestCount(), 2);
    }

    void downloadsComeInPieces()
    {
        const QByteArray content = QByteArray("0123456789abcdef").repeated(1 << 18);
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            if (peer.request().path() == "/file")
                peer.answer(200, content, "application/octet-stream");
            else
                peer.answer(404, "no such file", "text/plain");
        }));
        HttpClient client(serverAt(server.url()));
        SilentJob job;
        QByteArray got;
        int pieces = 0;
        const auto take = [&](QByteArrayView piece) {
            got.append(piece);
            return ++pieces > 0;
        };
        Result<HttpAnswer> answer = client.download({HttpMethod::Get, u"/file"_s}, take, job);
        VERIFY_RESULT(answer);
        QVERIFY(got == content);
        QVERIFY(pieces > 10);
        QVERIFY(answer->body.isEmpty());
        got.clear();
        answer = client.download({HttpMethod::Get, u"/none"_s}, take, job);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->status, 404);
        QCOMPARE(answer->body, "no such file");
        QVERIFY(got.isEmpty());
        qsizetype first = 0;
        answer = client.download({HttpMethod::Get, u"/file"_s}, [&](QByteArrayView piece) {
            first = piece.size();
            return false;
        }, job);
        VERIFY_RESULT(answer);
        QVERIFY(first > 0 && first < content.size());
    }

    void cancelling()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.waitUntilGone(20'000); }));
        HttpClient client(serverAt(server.url()));
        SilentJob job;
        std::thread canceller([&] {
            while (server.requestCount() == 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            job.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const Result<HttpAnswer> answer = client.read({HttpMethod::Get, u"/"_s}, job);
        canceller.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Canceled);
        QVERIFY(timer.elapsed() < 10'000); // the deadline is 15 s
    }
};

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_httpclient.moc"
