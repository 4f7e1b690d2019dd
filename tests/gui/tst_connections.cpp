// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a server through its dialog: what is said of every step that fails, and what is opened when none does.
#include "tests/gui/connecting.h"
#include "tests/support/authority.h"
#include "tests/support/fulllistener.h"
#include "tests/support/proxyserver.h"

#include <QClipboard>
#include <QLabel>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using Peer = FaultServer::Peer;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

class tst_Connections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        forgetEnvironment();
        if (!Authority::isPossible())
            return;
        const QString here = u"IP:127.0.0.1,DNS:localhost"_s;
        QVERIFY(m_authority.makeAuthority(u"ours"_s));
        QVERIFY(m_authority.makeAuthority(u"theirs"_s));
        QVERIFY(m_authority.makeCertificate(u"good"_s, u"ours"_s, here));
        QVERIFY(m_authority.makeCertificate(u"self"_s, {}, here));
        QVERIFY(m_authority.makeCertificate(u"elsewhere"_s, u"ours"_s, u"DNS:other.example"_s));
        QVERIFY(m_authority.makeCertificate(u"expired"_s, u"ours"_s, here, true));
    }

    void opensAServer()
    {
        FaultServer server(FaultServer::replies(answerAsMlflow));
        Connecting program;
        program.type(server.url());
        program.press(u"connectionOpen"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(server.url()), 30'000);
        QTRY_VERIFY(!program.window.findChild<ConnectionDialog *>());
        QTRY_COMPARE(program.workbench.store(server.url())->state(), OpenStore::State::Ready);
        QCOMPARE(program.settings.knownServers(), QStringList(server.url()));
    }

    void completesAnAddress()
    {
        FaultServer server(FaultServer::replies(answerAsMlflow));
        Connecting program;
        auto *open = program.part<QPushButton>(u"connectionOpen"_s);
        program.type(u"not an address"_s);
        QTRY_VERIFY(!open->isEnabled());
        QVERIFY(!program.part<QPushButton>(u"connectionTest"_s)->isEnabled());
        program.type(server.url().mid(QStringView(u"http://").size()));
        QTRY_VERIFY2(program.part<QLabel>(u"connectionAddressNote"_s)->text().endsWith(server.url()), qPrintable(program.part<QLabel>(u"connectionAddressNote"_s)->text()));
        program.press(u"connectionOpen"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(server.url()), 30'000);
    }

    void tellsWhatAServerIs()
    {
        FaultServer server(FaultServer::replies(answerAsMlflow));
        Connecting program;
        program.test(server.url());
        QCOMPARE(program.steps().size(), 5);
        for (const CheckStep &step : program.steps())
            QCOMPARE(step.state, State::Passed);
        QVERIFY(program.last().facts.contains(std::pair(u"Version"_s, u"2.22.0"_s)));
        QVERIFY(program.settings.knownServers().isEmpty()); // a test remembers nothing
    }

    void saysWhereTheWayEnds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words"); // that stand in what is said
        QTest::addColumn<FaultServer::Script>("script");
        const auto refuse = [](Peer &peer) { peer.readHead(); peer.reset(); };
        QTest::newRow("says nothing") << int(Kind::Answer) << u"broke off"_s << FaultServer::Script(refuse);
        QTest::newRow("no HTTP") << int(Kind::Answer) << u"does not speak HTTP"_s << FaultServer::Script([](Peer &peer) { peer.send("220 mail ready\r\n"); peer.waitUntilGone(2000); });
        QTest::newRow("401") << int(Kind::Answer) << u"asks for a user and a password"_s << always(401, "no", "text/html", Challenge);
        QTest::newRow("401, token") << int(Kind::Answer) << u"asks for a token"_s << always(401, "no", "text/html", "WWW-Authenticate: Bearer realm=\"x\"\r\n");
        QTest::newRow("403") << int(Kind::Answer) << u"let everybody in"_s << always(403, "no", "text/plain");
        QTest::newRow("other name") << int(Kind::Answer) << u"MLFLOW_SERVER_ALLOWED_HOSTS"_s << always(403, "Invalid Host header - possible DNS rebinding attack detected", "text/plain");
        QTest::newRow("login page") << int(Kind::Answer) << u"sent to another place"_s << always(302, "", "text/html", "Location: https://login.example/start?secret=1\r\n");
        QTest::newRow("captive portal") << int(Kind::Answer) << u"a web page"_s << always(200, "<html><title>Hotel &amp; Wifi</title>", "text/html");
        QTest::newRow("other service") << int(Kind::Answer) << u"not MLflow"_s << always(200, R"({"a": 1})", "application/json");
        QTest::newRow("nothing of the kind") << int(Kind::Answer) << u"not MLflow"_s << always(404, "404 page not found", "text/plain", "Server: nginx/1.22\r\n");
        QTest::newRow("proxy alone") << int(Kind::Answer) << u"the MLflow server behind it does not"_s << always(502, "Bad Gateway", "text/html");
        QTest::newRow("no POST") << int(Kind::Answer) << u"not MLflow"_s << always(501, "<html><title>Error response</title>", "text/html", "Server: SimpleHTTP/0.6\r\n");
        QTest::newRow("fault") << int(Kind::Answer) << u"fault of its own"_s << always(500, "Internal Server Error", "text/html");
    }

    void saysWhereTheWayEnds()
    {
        QFETCH(int, kind);
        QFETCH(QString, words);
        QFETCH(FaultServer::Script, script);
        FaultServer server(script);
        Connecting program;
        program.test(server.url());
        QCOMPARE(program.last().state, State::Failed);
        QCOMPARE(int(program.last().kind), kind);
        QVERIFY2(program.said().contains(words), qPrintable(program.said()));
        QVERIFY2(!program.said().contains(u"secret"_s), qPrintable(program.said()));
        QCOMPARE(program.part<QPushButton>(u"connectionOpen"_s)->text(), u"Open Anyway"_s);
    }

    void saysWhoAnswered()
    {
        FaultServer server(always(404, "first line\nsecond", "text/plain", "Server: nginx/1.22\r\n"));
        Connecting program;
        program.test(server.url());
        const auto facts = program.last().facts;
        QVERIFY(facts.contains(std::pair(u"Status"_s, u"404"_s)));
        QVERIFY(facts.contains(std::pair(u"Server"_s, u"nginx/1.22"_s)));
        QVERIFY(facts.contains(std::pair(u"Kind of answer"_s, u"text/plain"_s)));
        QCOMPARE(program.last().said, u"first line"_s);
    }

    void namesAndPorts()
    {
        Connecting program;
        program.test(u"http://nothing.invalid:5000"_s);
        QCOMPARE(program.last().kind, Kind::Name);
        QCOMPARE(program.last().state, State::Failed);
        int port = 0;
        {
            FaultServer gone(FaultServer::replies(answerAsMlflow));
            port = gone.port();
        }
        program.test(u"http://127.0.0.1:%1"_s.arg(port));
        QCOMPARE(program.last().kind, Kind::Connection);
        QVERIFY2(program.said().contains(u"refused"_s), qPrintable(program.said()));
        program.test(u"host:port"_s);
        QCOMPARE(program.last().error, ErrorCode::InvalidArgument);
        program.test(u"http://ann:secret@127.0.0.1:%1"_s.arg(port));
        QCOMPARE(program.last().error, ErrorCode::InvalidArgument);
        QVERIFY(!program.said().contains(u"secret"_s));
        for (const QString &address : {u"http://ann:secret@127.0.0.1"_s, u"http://ann:se/secret#@x@host"_s, u"ann:secret@host:5000"_s}) {
            program.test(address);
            program.press(u"connectionCopy"_s);
            const QString copied = QGuiApplication::clipboard()->text();
            QVERIFY2(copied.contains(u"@"_s) && !copied.contains(u"secret"_s), qPrintable(copied));
        }
    }

    void aCheckCanBeStopped()
    {
        FullListener full;
        Connecting program;
        program.type(full.url());
        program.press(u"connectionTest"_s);
        QTRY_COMPARE(program.last().kind, Kind::Connection);
        QVERIFY(program.isChecking());
        program.press(u"connectionTest"_s); // it says Stop
        QVERIFY(!program.isChecking());
    }

    void certificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("authority"); // chosen; empty: the system's
        QTest::addColumn<QString>("words");     // empty: it opens
        QTest::newRow("own authority") << u"good"_s << u"ours"_s << QString();
        QTest::newRow("unknown authority") << u"good"_s << QString() << u"not known to this computer"_s;
        QTest::newRow("self-signed") << u"self"_s << QString() << u"signed its certificate itself"_s;
        QTest::newRow("another authority") << u"good"_s << u"theirs"_s << u"not signed by the authority that you chose"_s;
        QTest::newRow("expired") << u"expired"_s << u"ours"_s << u"expired on"_s;
        QTest::newRow("another host's") << u"elsewhere"_s << u"ours"_s << u"but for other.example"_s;
    }

    void certificates()
    {
        if (!Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        QFETCH(QString, certificate);
        QFETCH(QString, authority);
        QFETCH(QString, words);
        FaultServer server(FaultServer::replies(answerAsMlflow));
        const TlsFront front(m_authority, certificate, server.port());
        Connecting program;
        program.type(front.url());
        if (!authority.isEmpty()) {
            program.prompt.file = m_authority.path(authority);
            program.press(u"connectionAuthorityChoose"_s);
            QVERIFY(program.part<QLabel>(u"connectionAuthority"_s)->text().contains(authority));
        }
        program.test(front.url());
        if (words.isEmpty()) {
            QCOMPARE(program.last().kind, Kind::Store);
            QCOMPARE(program.last().state, State::Passed);
            return;
        }
        const CheckStep failed = program.last();
        QCOMPARE(failed.kind, Kind::Encryption);
        QCOMPARE(failed.error, ErrorCode::Untrusted);
        QVERIFY2(failed.text.contains(words), qPrintable(failed.text));
        QVERIFY(!failed.certificates.isEmpty());
        QVERIFY(failed.certificates.first().subject.contains(certificate));
        QCOMPARE(failed.certificates.first().fingerprint.size(), 32);
        QCOMPARE(failed.authorities.size(), authority == u"theirs"_s ? 1 : 0); // both fingerprints are shown
        QCOMPARE(server.requestCount(), 0);
    }

    void anAuthorityIsKeptForItsServer()
    {
        if (!Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        FaultServer server(FaultServer::replies(answerAsMlflow));
        const TlsFront front(m_authority, u"good"_s, server.port());
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        {
            Connecting program(file);
            program.type(front.url());
            program.prompt.file = m_authority.path(u"ours"_s);
            program.press(u"connectionAuthorityChoose"_s);
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY(program.workbench.store(front.url()));
            QTRY_COMPARE(program.workbench.store(front.url())->state(), OpenStore::State::Ready);
        }
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        Program again(file);
        again.window.open(front.url());
        QTRY_VERIFY(again.workbench.store(front.url()));
        QTRY_COMPARE(again.workbench.store(front.url())->state(), OpenStore::State::Ready);
    }

    void whatIsNoCertificateIsNotTaken()
    {
        Connecting program;
        program.prompt.file = fixture(u"README.md"_s);
        program.press(u"connectionAuthorityChoose"_s);
        QVERIFY(program.part<QLabel>(u"connectionAuthority"_s)->text().contains(u"no certificate"_s));
        QVERIFY(program.dialog->form().account.authorities.isEmpty());
        const QTemporaryDir folder;
        program.prompt.file = folder.filePath(u"pipe.pem"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(program.prompt.file).constData(), 0600), 0);
        program.press(u"connectionAuthorityChoose"_s); // nobody will ever write
        QVERIFY(program.part<QLabel>(u"connectionAuthority"_s)->text().contains(u"cannot be read"_s));
    }

    // Else a slip would put the system's authorities in place of the one that was chosen.
    void aMistakeLeavesTheAuthorityThatWasChosen()
    {
        if (!Authority::isPossible())
            QSKIP("There is no openssl or python3 here to make and show certificates with.");
        Connecting program;
        program.prompt.file = m_authority.path(u"ours"_s);
        program.press(u"connectionAuthorityChoose"_s);
        const QByteArray chosen = program.dialog->form().account.authorities;
        QVERIFY(!chosen.isEmpty());
        program.prompt.file = fixture(u"README.md"_s);
        program.press(u"connectionAuthorityChoose"_s);
        const QString text = program.part<QLabel>(u"connectionAuthority"_s)->text();
        QVERIFY2(text.contains(u"no certificate"_s) && text.contains(u"ours"_s), qPrintable(text));
        QCOMPARE(program.dialog->form().account.authorities, chosen);
        QVERIFY(program.part<QPushButton>(u"connectionAuthorityClear"_s)->isVisible());
    }

    void throughAProxy()
    {
        FaultServer server(FaultServer::replies(answerAsMlflow));
        ProxyServer proxy("eve", "durch");
        const QString address = u"http://tracking.example:%1"_s.arg(server.port());
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"assay.ini"_s);
        QString key;
        {
            Connecting program(settings);
            program.type(address);
            program.chooseProxy(proxy.url(), {}, {});
            program.test(address);
            QCOMPARE(program.last().kind, Kind::Proxy);
            QCOMPARE(program.last().error, ErrorCode::AccessDenied);
            QVERIFY(program.part<QLineEdit>(u"proxyUser"_s)->hasFocus() || !program.dialog->isActiveWindow());
            program.chooseProxy({}, u"eve"_s, u"durch"_s);
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(address), 30'000);
            QTRY_COMPARE(program.workbench.store(address)->state(), OpenStore::State::Ready);
            key = secretKey(program.settings.account(address).proxy);
            QTRY_COMPARE(program.secrets.held.value(key), u"durch"_s);
            program.show();
            program.type(address);
            QTRY_COMPARE(program.dialog->form().account.proxy.user, u"eve"_s);
            QTRY_COMPARE(program.part<QLineEdit>(u"proxyPassword"_s)->placeholderText(), u"As it is kept"_s);
            program.press(u"connectionForget"_s);
            QTRY_VERIFY(program.secrets.held.isEmpty());
        }
        QFile kept(settings);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("durch"));
    }

    void aProxyThatIsNone()
    {
        Connecting program;
        program.type(u"http://tracking.example"_s);
        program.chooseProxy({}, {}, {});
        program.test(u"http://tracking.example"_s); // not around the proxy that somebody wants
        QCOMPARE(program.last().kind, Kind::Proxy);
        QCOMPARE(program.last().error, ErrorCode::InvalidArgument);
        program.type(u"postgresql://host/db"_s);
        QTRY_VERIFY(!program.part<QComboBox>(u"proxyUse"_s)->isVisible());
    }

private:
    Authority m_authority;
};

QTEST_MAIN(tst_Connections)
#include "tst_connections.moc"
