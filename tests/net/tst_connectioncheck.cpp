// SPDX-License-Identifier: GPL-3.0-or-later
// At which step a way to a server ends, of those that a dialog shows late or not at all: what takes its time, and ports that speak otherwise.
#include "models/net/certificate.h"
#include "models/net/connectioncheck.h"
#include "tests/support/authority.h"
#include "tests/support/faultserver.h"
#include "tests/support/fulllistener.h"
#include "tests/support/testing.h"

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Peer = FaultServer::Peer;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

namespace {

HttpLimits impatient()
{
    HttpLimits limits;
    limits.connecting = 300ms;
    limits.deadline = 600ms;
    return limits;
}

QString text(const CheckStep &step)
{
    return step.text + u'|' + step.advice + u'|' + step.said;
}

} // namespace

class tst_ConnectionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_steps.clear(); }

    void connectingTakesTooLong()
    {
        const FullListener full;
        QVERIFY(!ask(full.url()));
        QCOMPARE(m_steps.last().kind, Kind::Connection);
        QVERIFY2(text(m_steps.last()).contains(u"in time"_s), qPrintable(text(m_steps.last())));
    }

    void encryptionTakesTooLong()
    {
        FaultServer silent([](Peer &peer) { peer.waitUntilGone(5000); });
        QVERIFY(!ask(u"https://127.0.0.1:%1"_s.arg(silent.port())));
        QCOMPARE(m_steps.last().kind, Kind::Encryption);
        QVERIFY2(text(m_steps.last()).contains(u"http://"_s), qPrintable(text(m_steps.last())));
    }

    void theAnswerTakesTooLong()
    {
        FaultServer silent([](Peer &peer) { peer.readRequest(); peer.waitUntilGone(5000); });
        QVERIFY(!ask(silent.url()));
        QCOMPARE(m_steps.last().kind, Kind::Answer);
        QCOMPARE(m_steps.last().state, State::Failed);
        QCOMPARE(m_steps.last().error, ErrorCode::Unreachable);
    }

    void encryptionWhereThereIsNone()
    {
        FaultServer plain(FaultServer::replies([](Peer &peer) { peer.answer(200, "{}"); }));
        QVERIFY(!ask(u"https://127.0.0.1:%1"_s.arg(plain.port())));
        QCOMPARE(m_steps.last().kind, Kind::Encryption);
        QVERIFY2(text(m_steps.last()).contains(u"http://"_s), qPrintable(text(m_steps.last())));
    }

    void noneWhereThereIsEncryption()
    {
        if (!Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        Authority authority;
        QVERIFY(authority.makeAuthority(u"ours"_s) && authority.makeCertificate(u"good"_s, u"ours"_s, u"IP:127.0.0.1"_s));
        FaultServer plain(FaultServer::replies([](Peer &peer) { peer.answer(200, "{}"); }));
        const TlsFront front(authority, u"good"_s, plain.port());
        QVERIFY(!ask(front.url().replace(u"https"_s, u"http"_s)));
        QCOMPARE(m_steps.last().kind, Kind::Answer);
        QVERIFY2(text(m_steps.last()).contains(u"https://"_s), qPrintable(text(m_steps.last())));
    }

    void theStepsOfAGoodWay()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(418, "teapot", "text/plain", "Server: kettle\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"); }));
        const auto checked = ask(server.url());
        QVERIFY(checked);
        QCOMPARE(checked->answer.status, 418);
        QCOMPARE(checked->server, "kettle");
        QVERIFY(checked->wants("basic"));
        QList<Kind> passed;
        for (const CheckStep &step : std::as_const(m_steps))
            if (step.state == State::Passed)
                passed.append(step.kind);
        QCOMPARE(passed, (QList<Kind>{Kind::Name, Kind::Connection, Kind::Encryption}));
        QCOMPARE(m_steps.last().kind, Kind::Answer);
        QCOMPARE(m_steps.last().state, State::Running); // for the caller to judge
        QCOMPARE(server.requestCount(), 1);
    }

    void aCancelledCheckSaysNothingMore()
    {
        FaultServer silent([](Peer &peer) { peer.readRequest(); peer.waitUntilGone(5000); });
        const Result<HttpServer> server = httpServer(silent.url());
        VERIFY_RESULT(server);
        SilentJob job;
        job.cancel();
        QVERIFY(!checkConnection(*server, {HttpMethod::Get, u"/"_s}, {}, [this](const CheckStep &step) { m_steps.append(step); }, job));
        for (const CheckStep &step : std::as_const(m_steps))
            QVERIFY(step.state != State::Failed);
    }

    void nobodyIsAskedForAPassPhrase()
    {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const QByteArray typed = "password\n";
        QCOMPARE(::write(ends[1], typed.constData(), size_t(typed.size())), typed.size());
        const int before = ::dup(STDIN_FILENO);
        ::dup2(ends[0], STDIN_FILENO);
        const auto read = certificatesIn("-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0123456789ABCDEF0123456789ABCDEF\n\n"
                                         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n-----END CERTIFICATE-----\n");
        int left = 0;
        ::ioctl(ends[0], FIONREAD, &left);
        ::dup2(before, STDIN_FILENO);
        for (const int end : {before, ends[0], ends[1]})
            ::close(end);
        QVERIFY(!read);
        QCOMPARE(left, int(typed.size()));
    }

    void certificates()
    {
        QVERIFY(!certificatesIn("no certificate at all"));
        QVERIFY(!certificatesIn("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
        QVERIFY(!certificatesIn({}));
        if (!Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        Authority authority;
        QVERIFY(authority.makeAuthority(u"ours"_s) && authority.makeAuthority(u"theirs"_s));
        const auto both = certificatesIn(authority.pem(u"ours"_s) + authority.pem(u"theirs"_s));
        VERIFY_RESULT(both);
        QCOMPARE(both->size(), 2);
        QCOMPARE(both->first().subject, u"O=Example, CN=ours"_s);
        QCOMPARE(both->first().issuer, both->first().subject);
        QVERIFY(both->first().isAuthority);
        QVERIFY(both->first().validUntil > both->first().validFrom);
        QVERIFY(both->first().fingerprint != both->last().fingerprint);
    }

private:
    std::optional<CheckedAnswer> ask(const QString &address)
    {
        const Result<HttpServer> server = httpServer(address);
        SilentJob job;
        return checkConnection(*server, {HttpMethod::Get, u"/"_s}, impatient(), [this](const CheckStep &step) { m_steps.append(step); }, job);
    }

    QList<CheckStep> m_steps;
};

QTEST_GUILESS_MAIN(tst_ConnectionCheck)
#include "tst_connectioncheck.moc"
