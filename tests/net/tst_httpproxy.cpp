// SPDX-License-Identifier: GPL-3.0-or-later
// The way through proxies: which one is taken, what it is told, and what is said where it lets nobody through.
#include "models/net/connectioncheck.h"
#include "tests/support/authority.h"
#include "tests/support/proxyserver.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Peer = FaultServer::Peer;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

namespace {

const HttpRequest Question{HttpMethod::Get, u"/question"_s};
const HttpRequest Change{HttpMethod::Post, u"/change"_s, {}, "{}"};
const char *const Variables[] = {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"};

HttpLimits patient()
{
    HttpLimits limits;
    limits.firstDelay = 1ms;
    return limits;
}

void answerYes(Peer &peer)
{
    peer.answer(200, R"({"yes": 1})");
}

} // namespace

class tst_HttpProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (Authority::isPossible())
            QVERIFY(m_authority.makeAuthority(u"ours"_s) && m_authority.makeCertificate(u"far"_s, u"ours"_s, u"DNS:tracking.example"_s));
    }

    void init()
    {
        for (const char *name : Variables)
            qunsetenv(name);
        m_steps.clear();
    }
    void cleanup() { init(); }

    void plain()
    {
        FaultServer far(FaultServer::replies(answerYes));
        ProxyServer proxy("ann", "geheim");
        HttpClient client(server("http", far.port(), own(proxy), u"geheim"_s), patient());
        VERIFY_RESULT(client.read(Question, m_job));
        QCOMPARE(proxy.requests().size(), 1);
        QCOMPARE(proxy.requests().constFirst().target, "http://tracking.example:" + QByteArray::number(far.port()) + "/question");
        VERIFY_RESULT(client.write(Change, m_job));
        QCOMPARE(proxy.requests().size(), 2); // a change is sent once
        QCOMPARE(far.requestCount(), 2);
        for (const auto &request : far.requests())
            QVERIFY(!request.headers.contains("proxy-authorization"));
    }

    void aTunnel()
    {
        if (!Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        FaultServer far(FaultServer::replies(answerYes));
        const TlsFront front(m_authority, u"far"_s, far.port());
        ProxyServer proxy("ann", "geheim");
        HttpServer there = server("https", QUrl(front.url()).port(), own(proxy), u"geheim"_s);
        there.credentials.token = u"canary"_s;
        there.authorities = m_authority.pem(u"ours"_s);
        HttpClient client(there, patient());
        VERIFY_RESULT(client.write(Change, m_job));
        QCOMPARE(far.requestCount(), 1);
        QCOMPARE(far.requests().constFirst().headers.value("authorization"), "Bearer canary");
        QVERIFY(!far.requests().constFirst().headers.contains("proxy-authorization"));
        for (const auto &request : proxy.requests()) {
            QCOMPARE(request.method, "CONNECT");
            QVERIFY(!request.headers.contains("authorization")); // that is the server's alone
        }
        QVERIFY(proxy.requests().constLast().headers.contains("proxy-authorization"));
    }

    void whoIsNotLetThrough_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QString>("user");
        for (const char *scheme : {"http", "https"})
            for (const QString &user : {QString(), u"ann"_s})
                QTest::addRow("%s %s", scheme, user.isEmpty() ? "without a user" : "wrong password") << QByteArray(scheme) << user;
    }

    void whoIsNotLetThrough()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(QString, user);
        FaultServer far(FaultServer::replies(answerYes));
        ProxyServer proxy("ann", "geheim");
        const HttpServer there = server(scheme, far.port(), {ProxyUse::Own, proxy.url(), user}, u"canary"_s);
        HttpClient client(there, patient());
        for (const Result<HttpAnswer> &answer : {client.read(Question, m_job), client.write(Change, m_job), client.download(Question, [](QByteArrayView) { return true; }, m_job)}) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, ErrorCode::AccessDenied); // of a change, too: it did not arrive
            QVERIFY2(answer.error().message.contains(u"proxy"_s), qPrintable(answer.error().message));
            QVERIFY(!(answer.error().message + answer.error().detail).contains(u"canary"_s));
        }
        QVERIFY2(proxy.requests().size() <= 6, qPrintable(QString::number(proxy.requests().size()))); // asking again does not help
        QCOMPARE(far.requestCount(), 0);

        QVERIFY(!check(there));
        QCOMPARE(m_steps.last().kind, Kind::Proxy);
        QCOMPARE(m_steps.last().state, State::Failed);
        QCOMPARE(m_steps.last().error, ErrorCode::AccessDenied);
        QVERIFY2(m_steps.last().text.contains(user.isEmpty() ? u"wants a sign-in"_s : u"does not accept"_s), qPrintable(m_steps.last().text));
        QVERIFY2(m_steps.last().advice.contains(user.isEmpty() ? u"Give a user"_s : u"slip"_s), qPrintable(m_steps.last().advice));
        QVERIFY(m_steps.last().facts.contains(std::pair(u"Wants"_s, u"Basic realm=\"gate\""_s)));
        QCOMPARE(passed(), (QList<Kind>{Kind::Name, Kind::Connection}));
        QVERIFY(m_steps.last().said.isEmpty());
    }

    void theStepsOfAGoodWay_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("plain") << QByteArray("http");
        QTest::newRow("tunnel") << QByteArray("https");
    }

    void theStepsOfAGoodWay()
    {
        QFETCH(QByteArray, scheme);
        if (scheme == "https" && !Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        FaultServer far(FaultServer::replies(answerYes));
        std::optional<TlsFront> front;
        if (scheme == "https")
            front.emplace(m_authority, u"far"_s, far.port());
        ProxyServer proxy("ann", "geheim");
        HttpServer there = server(scheme, front ? QUrl(front->url()).port() : far.port(), own(proxy), u"geheim"_s);
        there.authorities = m_authority.pem(u"ours"_s);
        const auto answer = check(there);
        QVERIFY(answer);
        QCOMPARE(answer->answer.status, 200);
        QCOMPARE(passed(), scheme == "https" ? (QList<Kind>{Kind::Name, Kind::Connection, Kind::Proxy, Kind::Encryption})
                                             : (QList<Kind>{Kind::Name, Kind::Connection, Kind::Proxy})); // not encrypted is doubtful
        QCOMPARE(m_steps.last().kind, Kind::Answer);
    }

    void aProxyThatForbids()
    {
        FaultServer far(FaultServer::replies(answerYes));
        ProxyServer proxy;
        proxy.refuseWith(403);
        const HttpServer there = server("https", far.port(), own(proxy, {}), {});
        QVERIFY(!check(there));
        QCOMPARE(m_steps.last().kind, Kind::Proxy);
        QCOMPARE(m_steps.last().error, ErrorCode::Unreachable);
        QVERIFY2(m_steps.last().text.contains(u"403"_s), qPrintable(m_steps.last().text));
        HttpLimits limits = patient();
        limits.retries = 0;
        const auto written = HttpClient(there, limits).write(Change, m_job);
        QVERIFY(!written && written.error().code == ErrorCode::Unreachable);
    }

    // As one looks that listens where the server would.
    void aProxyThatDoesNotShow()
    {
        FaultServer hidden(FaultServer::replies([](Peer &peer) { peer.answer(407, "no", "text/html", "Proxy-Authenticate: Basic realm=\"gate\"\r\n"); }));
        HttpServer there;
        there.base = QUrl(hidden.url());
        QVERIFY(!check(there));
        QCOMPARE(m_steps.last().kind, Kind::Answer);
        QCOMPARE(m_steps.last().state, State::Failed);
        QVERIFY2(m_steps.last().text.contains(u"proxy"_s) && m_steps.last().advice.contains(u"own proxy"_s), qPrintable(m_steps.last().text + m_steps.last().advice));
        QCOMPARE(m_steps.last().error, ErrorCode::Refused);
    }

    void aProxyThatIsNotThere()
    {
        QVERIFY(!check(server("http", 80, {ProxyUse::Own, u"http://127.0.0.1:1"_s, {}}, {})));
        QCOMPARE(m_steps.last().kind, Kind::Connection);
        QVERIFY2(m_steps.last().text.contains(u"proxy"_s) && m_steps.last().advice.contains(u"127.0.0.1:1"_s), qPrintable(m_steps.last().text));
    }

    void whichOneIsTaken()
    {
        FaultServer far(FaultServer::replies(answerYes));
        ProxyServer systems, chosen;
        qputenv("http_proxy", systems.url().toUtf8());
        const auto ask = [&](const ServerProxy &proxy, const QString &host) {
            HttpServer there = server("http", far.port(), proxy, {});
            there.base.setHost(host);
            HttpLimits limits = patient();
            limits.retries = 0;
            return HttpClient(there, limits).read(Question, m_job).hasValue();
        };
        QVERIFY(ask({}, u"tracking.example"_s));
        QCOMPARE(systems.requests().size(), 1);
        QVERIFY(ask(own(chosen, {}), u"tracking.example"_s));
        QCOMPARE(chosen.requests().size(), 1);
        QCOMPARE(systems.requests().size(), 1);
        QVERIFY(!ask({ProxyUse::None, {}, {}}, u"tracking.invalid"_s)); // nobody knows this name but the proxies
        // What is on this computer is spoken to directly, whatever is chosen.
        for (const ServerProxy &proxy : {ServerProxy(), own(chosen, {}), ServerProxy{ProxyUse::None, {}, {}}})
            QVERIFY(ask(proxy, u"127.0.0.1"_s));
        QCOMPARE(systems.requests().size(), 1);
        QCOMPARE(chosen.requests().size(), 1);
        qputenv("no_proxy", "tracking.example");
        QVERIFY(ask(own(chosen, {}), u"tracking.example"_s)); // it was chosen for this very server
        QCOMPARE(chosen.requests().size(), 2);
    }

    void addresses()
    {
        QCOMPARE(proxyAddress(u" proxy:3128 "_s), u"http://proxy:3128"_s);
        QCOMPARE(proxyAddress(u"https://proxy/"_s), u"https://proxy"_s);
        QCOMPARE(proxyAddress(u"socks5h://127.0.0.1:1080"_s), u"socks5h://127.0.0.1:1080"_s);
        for (const QString &bad : {QString(), u"http://"_s, u"ftp://proxy"_s, u"http://ann:geheim@proxy:1"_s, u"proxy:1/path"_s, u"proxy:1?x"_s, u"file:///etc/passwd"_s, u"a b"_s})
            QVERIFY2(proxyAddress(bad).isEmpty(), qPrintable(bad));
    }

private:
    static HttpServer server(const QByteArray &scheme, int port, const ServerProxy &proxy, const QString &password)
    {
        HttpServer there;
        there.base = QUrl(u"%1://tracking.example:%2"_s.arg(QString::fromLatin1(scheme)).arg(port));
        there.proxy = proxy;
        there.proxyPassword = password;
        return there;
    }
    static ServerProxy own(const ProxyServer &proxy, const QString &user = QStringLiteral("ann")) { return {ProxyUse::Own, proxy.url(), user}; }

    std::optional<CheckedAnswer> check(const HttpServer &there)
    {
        HttpLimits limits;
        limits.deadline = 5s;
        return checkConnection(there, Question, limits, [this](const CheckStep &step) { m_steps.append(step); }, m_job);
    }

    QList<Kind> passed() const
    {
        QList<Kind> kinds;
        for (const CheckStep &step : m_steps)
            if (step.state == State::Passed)
                kinds.append(step.kind);
        return kinds;
    }

    Authority m_authority;
    QList<CheckStep> m_steps;
    SilentJob m_job;
};

QTEST_GUILESS_MAIN(tst_HttpProxy)
#include "tst_httpproxy.moc"
