// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty passwords and tokens go through everything that can happen to them; none is found again where it does not belong.
#include "tests/gui/connecting.h"
#include "tests/support/proxyserver.h"

#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using Peer = FaultServer::Peer;

namespace {

QByteArray logged; // by all of the program

void log(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message.toUtf8() + '\n';
}

QString canary(int number)
{
    return u"canary-%1-7d3e9a"_s.arg(number, 2, 10, QChar(u'0'));
}

// Servers that do what they can to make a secret known.
void repeat(Peer &peer)
{
    const QByteArray sent = peer.request().headers.value("authorization");
    peer.answer(500, R"({"error_code": "INTERNAL_ERROR", "message": "you sent )" + sent + R"("})");
}

void sendOn(Peer &peer)
{
    peer.answer(302, "", "text/html", "Location: http://127.0.0.2:1/login?token=" + peer.request().headers.value("authorization").simplified().replace(' ', '+') + "\r\n");
}

void refuse(Peer &peer)
{
    peer.answer(401, "no: " + peer.request().headers.value("authorization"), "text/html");
}

void breakOff(Peer &peer)
{
    peer.reset();
}

} // namespace

class tst_Secrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        for (const auto &[name, folder] : {std::pair("XDG_CONFIG_HOME", "config"), std::pair("XDG_DATA_HOME", "data"), std::pair("XDG_CACHE_HOME", "cache"),
                                           std::pair("XDG_STATE_HOME", "state")})
            qputenv(name, m_home.filePath(QString::fromLatin1(folder)).toUtf8());
        forgetEnvironment();
        m_settings = m_home.filePath(u"config/assay/assay.ini"_s);
        qInstallMessageHandler(log);
    }

    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void canaries_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("signIn");
        QTest::addColumn<FaultServer::Script>("script");
        QTest::addColumn<int>("trouble"); // of the keychain; -1: none
        const FaultServer::Script scripts[] = {FaultServer::replies(answerAsMlflow), FaultServer::replies(repeat), FaultServer::replies(sendOn),
                                               FaultServer::replies(refuse), FaultServer::Script(breakOff)};
        const char *const names[] = {"opened", "repeated in an error", "sent on", "refused", "broken off"};
        int number = 0;
        for (size_t i = 0; i < std::size(scripts); ++i) {
            for (const SignIn signIn : {SignIn::Password, SignIn::Token}) {
                for (const int trouble : {-1, int(ErrorCode::Unsupported)}) {
                    QTest::addRow("%s %s %s", names[i], signIn == SignIn::Token ? "token" : "password", trouble < 0 ? "kept" : "not kept")
                        << number++ << int(signIn) << scripts[i] << trouble;
                }
            }
        }
        QCOMPARE(number, 20);
    }

    void canaries()
    {
        QFETCH(int, number);
        QFETCH(int, signIn);
        QFETCH(FaultServer::Script, script);
        QFETCH(int, trouble);
        FaultServer server(script);
        QStringList shown;
        {
            Connecting program(m_settings);
            if (trouble >= 0)
                program.secrets.trouble = ErrorCode(trouble);
            program.type(server.url());
            QTRY_VERIFY(!program.part<QLabel>(u"connectionAddressNote"_s)->text().isEmpty());
            program.signIn(SignIn(signIn), u"ann"_s, canary(number));
            program.press(u"connectionTest"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!program.isChecking(), 30'000);
            program.press(u"connectionCopy"_s);
            shown << program.said() << QGuiApplication::clipboard()->text();
            program.press(u"connectionOpen"_s); // all the same, where the test failed
            QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(server.url()), 30'000);
            OpenStore *const store = program.workbench.store(server.url());
            if (number < 16) // the last four are asked again and again, for some time
                QTRY_VERIFY_WITH_TIMEOUT(store->state() != OpenStore::State::Loading, 30'000);
            shown << store->error().message << store->error().detail;
            for (const QLabel *label : program.window.findChildren<QLabel *>())
                shown << label->text() << label->toolTip();
            QCOMPARE(program.secrets.held.size(), trouble < 0 ? 1 : 0);
            program.window.close();
        }
        m_used.append(canary(number));
        const QString pair = QString::fromLatin1(("ann:"_L1 + canary(number)).toUtf8().toBase64());
        for (const QString &text : std::as_const(shown))
            QVERIFY2(!text.contains(u"7d3e9a"_s) && !text.contains(pair), qPrintable(text));
        QVERIFY(number != 0 || !server.requests().isEmpty());
    }

    // A proxy that says in its refusal what it was sent.
    void aProxysPassword()
    {
        ProxyServer proxy("eve", "right");
        QStringList shown;
        {
            Connecting program(m_settings);
            const QString address = u"http://tracking.example"_s;
            program.type(address);
            program.chooseProxy(proxy.url(), u"eve"_s, canary(21));
            program.test(address);
            QCOMPARE(program.last().kind, CheckStep::Kind::Proxy);
            program.press(u"connectionCopy"_s);
            shown << program.said() << QGuiApplication::clipboard()->text();
            program.press(u"connectionOpen"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(address), 30'000);
            OpenStore *const store = program.workbench.store(address);
            QTRY_COMPARE(store->state(), OpenStore::State::Failed);
            shown << store->error().message << store->error().detail;
            QTRY_COMPARE(program.secrets.held.size(), 1);
        }
        m_used.append(canary(21));
        const QString pair = QString::fromLatin1(("eve:"_L1 + canary(21)).toUtf8().toBase64());
        for (const QString &text : std::as_const(shown))
            QVERIFY2(!text.contains(u"7d3e9a"_s) && !text.contains(pair), qPrintable(text));
        QVERIFY(!proxy.requests().isEmpty());
    }

    // What the environment holds, in a program of its own that is killed on the way.
    void aProgramThatDies()
    {
        FaultServer server([](Peer &peer) { peer.readRequest(); peer.waitUntilGone(20'000); });
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MLFLOW_TRACKING_URI"_s, server.url()); // so that it is sent there
        environment.insert(u"MLFLOW_TRACKING_TOKEN"_s, canary(20));
        environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(ASSAY_PROGRAM), {server.url()});
        QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() > 0, 60'000);
        QFile arguments(u"/proc/%1/cmdline"_s.arg(process.processId()));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QVERIFY(!arguments.readAll().contains("7d3e9a"));
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!process.readAll().contains("7d3e9a"));
        m_used.append(canary(20));
    }

    void nothingIsLeft()
    {
        QVERIFY(m_used.size() > 20);
        QVERIFY(!logged.contains("7d3e9a"));
        QFile own(u"/proc/self/cmdline"_s);
        QVERIFY(own.open(QIODevice::ReadOnly));
        QVERIFY(!own.readAll().contains("7d3e9a"));
        QList<QByteArray> forms{"7d3e9a"};
        for (const QString &secret : std::as_const(m_used)) {
            for (const QLatin1StringView user : {"ann:"_L1, "eve:"_L1})
                forms << (user + secret).toUtf8().toBase64();
            forms << secret.toUtf8().toBase64().chopped(4);
        }
        int files = 0;
        QDirIterator all(m_home.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &form : std::as_const(forms))
                QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
        QVERIFY(QFile::exists(m_settings));
    }

private:
    QTemporaryDir m_home;
    QString m_settings;
    QStringList m_used;
};

QTEST_MAIN(tst_Secrets)
#include "tst_secrets.moc"
