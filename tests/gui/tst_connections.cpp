// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a server through its dialog: what is said of every step that fails, and what is opened when none does.
#include "tests/gui/connecting.h"
#include "tests/support/authority.h"
#include "tests/support/fulllistener.h"
#include "tests/support/proxyserver.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>

#include <sys/stat.h>

#include <atomic>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using Peer = FaultServer::Peer;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

namespace {

constexpr char Challenge[] = "WWW-Authenticate: Basic realm=\"mlflow\"\r\n";

void answerAnn(Peer &peer)
{
    if (peer.request().headers.value("authorization") == "Basic " + QByteArray("ann:geheim").toBase64())
        answerAsMlflow(peer);
    else
        peer.answer(401, "You are not authenticated.", "text/html", Challenge);
}

} // namespace

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

    void signsInAndStaysSignedIn()
    {
        FaultServer server(FaultServer::replies(answerAnn));
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        QHash<QString, QString> held;
        {
            Connecting program(file);
            program.test(server.url());
            QCOMPARE(program.last().error, ErrorCode::AccessDenied);
            QCOMPARE(program.dialog->form().account.signIn, SignIn::Password); // what the server asks for
            program.signIn(SignIn::Password, u"ann"_s, u"wrong"_s);
            program.test(server.url());
            QVERIFY(program.said().contains(u"does not accept this user and password"_s));
            program.signIn(SignIn::Password, u"ann"_s, u"geheim"_s);
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY(program.workbench.store(server.url()));
            QTRY_COMPARE(program.workbench.store(server.url())->state(), OpenStore::State::Ready);
            QTRY_COMPARE(program.secrets.held.size(), 1);
            QVERIFY(program.secrets.held.cbegin().key().endsWith(u"ann"_s));
            held = program.secrets.held;
        }
        Program again(file);
        again.secrets.held = held;
        again.window.open(server.url());
        QTRY_VERIFY(again.workbench.store(server.url()));
        QTRY_COMPARE(again.workbench.store(server.url())->state(), OpenStore::State::Ready);
    }

    // What was read stays, and says that it is not read anew, and why.
    void whoIsNotLetInAnyMoreIsTold()
    {
        std::atomic<bool> refuses = false;
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            if (refuses)
                answerAnn(peer);
            else
                answerAsMlflow(peer);
        }));
        Program program;
        program.window.open(server.url());
        QTRY_VERIFY(program.workbench.store(server.url()));
        OpenStore *store = program.workbench.store(server.url());
        QTRY_COMPARE(store->state(), OpenStore::State::Ready);
        auto *connects = program.find<QToolButton>(u"offlineConnect"_s);
        QVERIFY(!connects->isVisible());
        refuses = true;
        store->reload();
        QTRY_COMPARE(store->state(), OpenStore::State::Failed);
        QVERIFY(store->runsComplete());
        QVERIFY(connects->isVisible());
        QVERIFY(program.find<QLabel>(u"offlineText"_s)->text().contains(u"does not let you in"_s));
        connects->click();
        auto *dialog = program.window.findChild<ConnectionDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->address(), server.url());
        refuses = false;
        program.find<QToolButton>(u"offlineRetry"_s)->click();
        QTRY_COMPARE(store->state(), OpenStore::State::Ready);
        QVERIFY(!connects->isVisible());
    }

    void withoutAKeychainASecretLivesAsLongAsTheProgram_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::newRow("absent") << int(ErrorCode::Unsupported);
        QTest::newRow("locked") << int(ErrorCode::AccessDenied);
        QTest::newRow("out of order") << int(ErrorCode::Unreadable);
    }

    void withoutAKeychainASecretLivesAsLongAsTheProgram()
    {
        QFETCH(int, trouble);
        FaultServer server(FaultServer::replies(answerAnn));
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        {
            Program program(file);
            program.secrets.trouble = ErrorCode(trouble);
            program.window.open(server.url());
            QTRY_VERIFY(program.workbench.store(server.url()));
            const auto state = [&] {
                const OpenStore *const store = program.workbench.store(server.url());
                return store ? store->state() : OpenStore::State::Loading;
            };
            QTRY_COMPARE(state(), OpenStore::State::Failed);
            // The page says "Sign in", and its button leads to the dialog, filled in and tested.
            auto *button = program.find<QPushButton>(u"runsMessageAction"_s);
            QTRY_COMPARE(button->text(), u"Sign In…"_s);
            button->click();
            auto *dialog = program.window.findChild<ConnectionDialog *>();
            QVERIFY(dialog);
            QCOMPARE(dialog->address(), server.url());
            auto *note = dialog->findChild<QLabel *>(u"connectionKeepsNote"_s);
            QTRY_VERIFY(note->isVisible());
            QVERIFY(note->text().contains(u"until Assay is closed"_s));
            QTRY_COMPARE(dialog->form().account.signIn, SignIn::Password);
            dialog->findChild<QLineEdit *>(u"connectionUser"_s)->setText(u"ann"_s);
            dialog->findChild<QLineEdit *>(u"connectionSecret"_s)->setText(u"geheim"_s);
            dialog->findChild<QPushButton *>(u"connectionOpen"_s)->click();
            QTRY_COMPARE(state(), OpenStore::State::Ready); // opened anew, as it is another account
            program.workbench.close(server.url());
            program.window.open(server.url());
            QTRY_VERIFY(program.workbench.store(server.url()));
            QTRY_COMPARE(program.workbench.store(server.url())->state(), OpenStore::State::Ready);
        }
        Program again(file);
        again.window.open(server.url());
        QTRY_VERIFY(again.workbench.store(server.url()));
        QTRY_COMPARE(again.workbench.store(server.url())->state(), OpenStore::State::Failed);
        QCOMPARE(again.workbench.store(server.url())->error().code, ErrorCode::AccessDenied);
    }

    void aServerCanBeForgotten()
    {
        FaultServer server(FaultServer::replies(answerAnn));
        Connecting program;
        program.type(server.url());
        QTRY_VERIFY(!program.part<QPushButton>(u"connectionForget"_s)->isVisible());
        program.signIn(SignIn::Password, u"ann"_s, u"geheim"_s);
        program.press(u"connectionOpen"_s);
        QTRY_COMPARE(program.secrets.held.size(), 1);
        program.show();
        program.type(server.url());
        QTRY_VERIFY(program.part<QPushButton>(u"connectionForget"_s)->isVisible());
        QCOMPARE(program.dialog->form().account.user, u"ann"_s);
        QVERIFY(program.dialog->form().secret.isEmpty()); // it is not shown, only used
        program.test(server.url());
        QCOMPARE(program.last().kind, Kind::Store);
        program.press(u"connectionForget"_s);
        QTRY_VERIFY(program.secrets.held.isEmpty());
        QVERIFY(program.settings.knownServers().isEmpty());
        QVERIFY(!program.settings.hasAccount(server.url()));
        QVERIFY(program.dialog->form().account.user.isEmpty());
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

    // What is kept moves to where it shall be kept, though nobody types it again.
    void aKeptSecretLeavesTheKeychain()
    {
        FaultServer server(FaultServer::replies(answerAnn));
        const auto open = [&](Connecting &program) {
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(server.url()), 30'000);
            QTRY_COMPARE(program.workbench.store(server.url())->state(), OpenStore::State::Ready);
        };
        Connecting program;
        program.type(server.url());
        program.signIn(SignIn::Password, u"ann"_s, u"geheim"_s);
        open(program);
        QTRY_COMPARE(program.secrets.held.size(), 1);
        for (const int size : {0, 1}) {
            program.show();
            program.type(server.url());
            QTRY_COMPARE(program.dialog->form().account.user, u"ann"_s);
            QVERIFY(program.dialog->form().secret.isEmpty());
            program.part<QCheckBox>(u"connectionKeeps"_s)->setChecked(size == 1);
            open(program);
            QTRY_COMPARE(program.secrets.held.size(), size);
        }
    }

    void anotherAccountTakesTheSecretWithIt()
    {
        FaultServer server(FaultServer::replies(answerAsMlflow));
        Connecting program;
        const auto open = [&](SignIn how, const QString &user) {
            program.show();
            program.type(server.url());
            QTRY_VERIFY(!program.part<QLabel>(u"connectionAddressNote"_s)->text().isEmpty());
            program.signIn(how, user, u"geheim"_s);
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.settings.account(server.url()).signIn == how && program.settings.account(server.url()).user == user, 30'000);
        };
        for (const QString &user : {u"ann"_s, u"bob"_s}) {
            open(SignIn::Password, user);
            QTRY_COMPARE(program.secrets.held.size(), 1);
            QTRY_VERIFY(program.secrets.held.cbegin().key().endsWith(user));
        }
        open(SignIn::None, {});
        QTRY_VERIFY(program.secrets.held.isEmpty());
    }

    void theEnvironmentSignsIn()
    {
        FaultServer server(FaultServer::replies(answerAnn));
        qputenv("MLFLOW_TRACKING_USERNAME", "ann");
        qputenv("MLFLOW_TRACKING_PASSWORD", "geheim");
        qputenv("MLFLOW_TRACKING_URI", server.url().toUtf8());
        Connecting program;
        program.test(server.url());
        QCOMPARE(program.dialog->form().account.signIn, SignIn::Environment);
        QCOMPARE(program.last().kind, Kind::Store);
        QCOMPARE(program.last().state, State::Passed);
        forgetEnvironment();
    }

    // An address may come from somebody else: what the environment holds goes there when a person says so, and not before.
    void theEnvironmentOfNoServerIsAskedFor()
    {
        FaultServer server(FaultServer::replies(answerAnn));
        qputenv("MLFLOW_TRACKING_USERNAME", "ann");
        qputenv("MLFLOW_TRACKING_PASSWORD", "geheim");
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"assay.ini"_s);
        const auto sent = [&] { return std::ranges::count_if(server.requests(), [](const auto &request) { return request.headers.contains("authorization"); }); };
        {
            Connecting program(settings);
            program.test(server.url());
            QCOMPARE(program.dialog->form().account.signIn, SignIn::None);
            QCOMPARE(program.last().error, ErrorCode::AccessDenied);
            QVERIFY2(program.last().advice.contains(u"MLFLOW_TRACKING_USERNAME"_s), qPrintable(program.last().advice));
            QCOMPARE(sent(), 0);
            auto *choice = program.part<QComboBox>(u"connectionSignIn"_s);
            QVERIFY(choice->itemText(choice->findData(int(SignIn::Environment))).contains(u"MLFLOW_TRACKING_USERNAME"_s));
            program.signIn(SignIn::Environment, {}, {});
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(server.url()), 30'000);
            QTRY_COMPARE(program.workbench.store(server.url())->state(), OpenStore::State::Ready);
            QVERIFY(sent() > 0);
        }
        // That was said for this server, once for all.
        Program again(settings);
        again.window.open(server.url());
        QTRY_VERIFY_WITH_TIMEOUT(again.workbench.store(server.url()), 30'000);
        QTRY_COMPARE(again.workbench.store(server.url())->state(), OpenStore::State::Ready);
        QFile kept(settings);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("geheim"));
        forgetEnvironment();
    }

    // No empty password is tried in place of one that the keychain does not give.
    void aMissingSecretSendsNothing()
    {
        FaultServer server(FaultServer::replies(answerAnn));
        Connecting program;
        program.settings.addServer(server.url(), {SignIn::Password, u"ann"_s, true, {}, {}});
        for (const std::optional<ErrorCode> trouble : {std::optional<ErrorCode>(), std::optional(ErrorCode::AccessDenied)}) {
            program.secrets.trouble = trouble;
            program.show();
            program.test(server.url());
            QCOMPARE(program.last().state, State::Failed);
            QCOMPARE(program.last().error, ErrorCode::AccessDenied);
            QVERIFY2(program.last().text.contains(u"missing"_s), qPrintable(program.last().text));
        }
        program.window.open(server.url());
        QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(server.url()), 30'000);
        OpenStore *const store = program.workbench.store(server.url());
        QTRY_COMPARE(store->state(), OpenStore::State::Failed);
        QCOMPARE(store->error().code, ErrorCode::AccessDenied);
        QVERIFY2(store->error().message.contains(u"ann"_s), qPrintable(store->error().message));
        QCOMPARE(server.requestCount(), 0);
        program.part<QLineEdit>(u"connectionSecret"_s)->setText(u"geheim"_s);
        program.press(u"connectionTest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!program.isChecking(), 30'000);
        QCOMPARE(program.last().state, State::Passed);
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
