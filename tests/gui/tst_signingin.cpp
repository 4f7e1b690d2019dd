// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at a server: what is asked for, what is kept and where, and what is sent to whom.
#include "tests/gui/connecting.h"

#include <QCheckBox>
#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>

#include <atomic>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using Peer = FaultServer::Peer;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

class tst_SigningIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { forgetEnvironment(); }

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
};

QTEST_MAIN(tst_SigningIn)
#include "tst_signingin.moc"
