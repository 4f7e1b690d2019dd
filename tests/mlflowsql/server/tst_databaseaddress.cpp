// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/databaseaddress.h"
#include "models/mlflowsql/server/servercheck.h"
#include "models/mlflowsql/server/serverconnection.h"
#include "models/stores/mlflow-postgresql/postgresqldialect.h"
#include "tests/support/fulllistener.h"
#include "tests/support/testing.h"

#include <QSqlError>
#include <QUrl>

#include <csignal>
#include <thread>

using namespace Assay;
using namespace Assay::MlflowSql;
using namespace Qt::StringLiterals;

class DatabaseAddressTest : public QObject
{
    Q_OBJECT

private:
    static Result<DatabaseAddress> parse(const QString &text)
    {
        return DatabaseAddress::parse(text, {u"postgresql"_s, u"postgres"_s});
    }

private Q_SLOTS:
    void locations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("location");
        QTest::newRow("plain") << u"postgresql://host/db"_s << u"postgresql://host/db"_s;
        QTest::newRow("everything") << u"postgres://ann@Host:5433/my%20db?sslmode=verify-full"_s
                                    << u"postgresql://ann@Host:5433/my%20db?sslmode=verify-full"_s;
        QTest::newRow("SQLAlchemy") << u"postgresql+psycopg2://ann@host/db"_s << u"postgresql://ann@host/db"_s;
        QTest::newRow("password") << u"postgresql://ann:geheim@host/db"_s << u"postgresql://ann@host/db"_s;
        QTest::newRow("password with signs") << u"postgresql://ann:a:b%40c@host/db"_s << u"postgresql://ann@host/db"_s;
        QTest::newRow("password with an at") << u"postgresql://ann:a@b@host/db"_s << u"postgresql://ann@host/db"_s;
        QTest::newRow("password behind") << u"postgresql://host/db?user=ann&password=geheim"_s << u"postgresql://ann@host/db"_s;
        QTest::newRow("password of MySQL's drivers") << u"postgresql://ann@host/db?passwd=geheim"_s << u"postgresql://ann@host/db"_s;
        QTest::newRow("socket") << u"postgresql://ann@/db?host=/run/pg&port=5433"_s << u"postgresql://ann@:5433/db?host=/run/pg"_s;
        QTest::newRow("escaped host") << u"postgresql://%2Frun%2Fpg/db"_s << u"postgresql://%2Frun%2Fpg/db"_s;
        QTest::newRow("six") << u"postgresql://[::1]:5433/db"_s << u"postgresql://[::1]:5433/db"_s;
        QTest::newRow("user with signs") << u"postgresql://a%3Ab%40c@host/db"_s << u"postgresql://a%3Ab%40c@host/db"_s;
    }
    void locations()
    {
        QFETCH(QString, text);
        QFETCH(QString, location);
        const auto address = parse(text);
        VERIFY_RESULT(address);
        QCOMPARE(address->location(), location);
        const auto again = parse(address->location());
        VERIFY_RESULT(again);
        QCOMPARE(again->location(), location);
        QVERIFY(again->password.isEmpty());
    }

    void passwordsStayForThisRun()
    {
        const auto address = parse(u"postgresql://ann:a:b%40c@host/db"_s);
        VERIFY_RESULT(address);
        QCOMPARE(address->user, u"ann"_s);
        QCOMPARE(address->password, u"a:b@c"_s);
        TypedPasswords::keep(address->location(), address->password);
        QCOMPARE(TypedPasswords::of(u"postgresql://ann@host/db"_s), u"a:b@c"_s);
        QCOMPARE(TypedPasswords::of(u"postgresql://bob@host/db"_s), QString());
    }

    void sockets()
    {
        QCOMPARE(parse(u"postgresql://%2Frun%2Fpg/db"_s)->socket(), u"/run/pg"_s);
        QCOMPARE(parse(u"postgresql://x@localhost/db?host=/run/pg"_s)->socket(), u"/run/pg"_s);
        QCOMPARE(parse(u"postgresql://x@localhost/db?unix_socket=/run/my.sock"_s)->socket(), u"/run/my.sock"_s);
        QVERIFY(parse(u"postgresql://x@host/db"_s)->socket().isEmpty());
        QVERIFY(!parse(u"postgresql://x@host/db"_s)->isOnThisMachine());
        QVERIFY(parse(u"postgresql://x@127.0.0.1/db"_s)->isOnThisMachine());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"postgresql:host", "mysql://host/db", "postgresql://host", "postgresql://host/", "postgresql://host:0/db", "postgresql://host:x/db",
                                 "postgresql://host:99999/db", "postgresql://a,b/db", "postgresql://a%2Cb/db", "postgresql://a%3Bb=c/db", "postgresql://h/db?host=a%3D1,b", "postgresql://%2Frun%3BX=1/db",
                                 "postgresql://h/db?unix_socket=elsewhere", "postgresql://h/db?unix_socket=/run,elsewhere", "postgresql://h/db?host=/run,elsewhere",
                                 "postgresql://%2Frun%2Celsewhere/db", "postgresql://h/db?host=elsewhere", "postgresql://[::1/db", "postgresql://host/db?sslmode=a%3Bhost=b",
                                 "postgresql://host/db?sslmode=a%0Ab", "postgresql://host/db?port=geheim", "postgresql://host/db?sslpassword=geheim",
                                 "postgresql://ann:5/geheim@host/db"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refused()
    {
        QFETCH(QString, text);
        const auto address = parse(text);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!address.error().message.contains(u"geheim"_s));
    }

    // Nobody takes the connection.
    void unreachable()
    {
        Testing::FullListener full;
        SilentJob job;
        QList<CheckStep> steps;
        QVERIFY(!checkReach(u"127.0.0.1"_s, QUrl(full.url()).port(), [&](const CheckStep &step) { steps.append(step); }, job, std::chrono::milliseconds(150)));
        QCOMPARE(steps.last().kind, CheckStep::Kind::Connection);
        QCOMPARE(steps.last().state, CheckStep::State::Failed);
        QVERIFY(steps.last().text.contains("in time"_L1));
    }

    // A signal that comes meanwhile is no connection.
    void interrupted()
    {
        struct sigaction quiet{}, before{};
        quiet.sa_handler = [](int) {};
        QCOMPARE(sigaction(SIGUSR1, &quiet, &before), 0);
        Testing::FullListener full;
        SilentJob job;
        bool isReached = true;
        std::atomic<bool> isWaiting = false;
        std::thread checking([&] {
            const CheckSink tell = [&](const CheckStep &step) { isWaiting = isWaiting || step.kind == CheckStep::Kind::Connection; };
            isReached = checkReach(u"127.0.0.1"_s, QUrl(full.url()).port(), tell, job, std::chrono::milliseconds(300));
        });
        while (!isWaiting)
            std::this_thread::yield();
        for (int i = 0; i < 20; ++i) {
            pthread_kill(checking.native_handle(), SIGUSR1);
            QTest::qSleep(5);
        }
        checking.join();
        sigaction(SIGUSR1, &before, nullptr);
        QVERIFY(!isReached);
    }

    // libpq tries it once more without encryption, and gives the words of both.
    void wrongPasswordOfAServerThatWantsEncryption()
    {
        const MlflowPostgreSql::PostgreSqlDialect dialect;
        const auto troubleOf = [&](const QString &text) { return dialect.troubleOf(QSqlError({}, text, QSqlError::ConnectionError), true); };
        const QString first = u"connection to server at \"10.0.0.1\", port 5432 failed: FATAL:  password authentication failed for user \"ann\"\n"_s;
        const QString then = u"connection to server at \"10.0.0.1\", port 5432 failed: FATAL:  no pg_hba.conf entry for host \"10.0.0.2\", user \"ann\", database \"mlflow\", no encryption"_s;
        QCOMPARE(troubleOf(first + then), Trouble::WrongPassword);
        QCOMPARE(troubleOf(u"connection to server at \"10.0.0.1\", port 5432 failed: fe_sendauth: no password supplied\n"_s + then), Trouble::NoPassword);
        QCOMPARE(troubleOf(then), Trouble::NotFromHere);
    }

    // A certificate that holds is a proof for its own name alone.
    void proofs()
    {
        const MlflowPostgreSql::PostgreSqlDialect dialect;
        const auto verifies = [&](const QString &options, const QString &authorities) { return dialect.verifies(*parse(u"postgresql://host/db"_s + options), authorities); };
        QVERIFY(verifies(u"?sslmode=verify-full"_s, {}) && verifies({}, u"given"_s) && verifies(u"?sslmode=disable"_s, u"given"_s));
        QVERIFY(!verifies({}, {}) && !verifies(u"?sslmode=verify-ca"_s, {}) && !verifies(u"?sslmode=verify-ca"_s, u"given"_s));
    }

    // What is asked for stays a value, whatever it looks like.
    void literals()
    {
        const auto sql = ServerConnection::written("a = ?1 AND b = ?12 AND c = ?2",
                                                   {u"it's ?2 \\' --"_s, qint64(-5), {}, {}, {}, {}, {}, {}, {}, {}, {}, u"\"x\";"_s});
        VERIFY_RESULT(sql);
        QCOMPARE(*sql, QByteArray("a = 'it''s ?2 \\'' --' AND b = '\"x\";' AND c = -5"));
        QCOMPARE(*ServerConnection::written("SELECT 1", {}), QByteArray("SELECT 1"));
        QCOMPARE(*ServerConnection::written("a = ?1", {Value()}), QByteArray("a = NULL"));
        QVERIFY(!ServerConnection::written("a = ?1", {QString(u"a\0b"_s)}));
    }
};

QTEST_GUILESS_MAIN(DatabaseAddressTest)
#include "tst_databaseaddress.moc"
