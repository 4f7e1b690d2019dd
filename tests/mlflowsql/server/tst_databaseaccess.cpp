// SPDX-License-Identifier: GPL-3.0-or-later
// Getting into a database: who may, over which connection, and what is said of each step that fails.
#include "tests/mlflowsql/server/databasetest.h"
#include "tests/support/authority.h"

#include <QScopeGuard>
#include <QStandardPaths>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class DatabaseAccessTest : public DatabaseTest
{
    Q_OBJECT

private:
    // The steps as they ended.
    QList<CheckStep> check(const QString &address, const OpenOptions &options)
    {
        QList<CheckStep> steps;
        m_registry.formatOfAddress(address)->check(address, options, [&steps](const CheckStep &step) {
            const auto same = std::ranges::find(steps, step.kind, &CheckStep::kind);
            if (same == steps.end())
                steps.append(step);
            else
                *same = step;
        }, m_job);
        return steps;
    }

private Q_SLOTS:
    void passwords();
    void environmentPasswords_data();
    void environmentPasswords();
    void checks();
    void checksTables();
    void sharedSessions();
    void certificates();
    void whatIsNotAStore();
    void unknownRevision();
};

void DatabaseAccessTest::passwords()
{
    const QString own = loopback(server().port());
    const QString secret = u"geheim-4711"_s;
    const QString withSecret = QString(own).replace("assay@"_L1, "assay:%1@"_L1.arg(secret));
    const auto wrong = open(withSecret);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::AccessDenied);
    QVERIFY(!(wrong.error().message + wrong.error().detail).contains(secret));
    const auto none = open(own + "?connect_timeout=5"_L1);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::AccessDenied);
    VERIFY_RESULT(open(own, account()));
    // As it was typed, for this run; what is remembered does not hold it.
    const auto candidate = m_registry.locate(QString(own).replace("assay@"_L1, "assay:%1@"_L1.arg(server().password())), m_job);
    VERIFY_RESULT(candidate);
    QCOMPARE(candidate->location, own);
    const auto store = m_registry.open(*candidate, {}, m_job);
    VERIFY_RESULT(store);
    QCOMPARE((*store)->info().location, own);
    QVERIFY((*store)->info().writable);
    const auto nobody = open(loopback(1), account());
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::Unreachable);
    QVERIFY(nobody.error().message.contains(u"127.0.0.1:1"_s));
}

void DatabaseAccessTest::environmentPasswords_data()
{
    QTest::addColumn<QByteArray>("host"); // PGHOST, MYSQL_HOST
    QTest::addColumn<bool>("isMeant");
    QTest::newRow("none, on this machine") << QByteArray() << true;
    QTest::newRow("the same") << QByteArray("127.0.0.1") << true;
    QTest::newRow("one of several") << QByteArray("elsewhere.invalid,127.0.0.1") << true;
    QTest::newRow("another") << QByteArray("elsewhere.invalid") << false;
}

// The password of the environment goes to whom it is meant for, and to whom somebody says.
void DatabaseAccessTest::environmentPasswords()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isMeant);
    const bool isMySql = server().kind() == "mysql"_L1;
    const char *const password = isMySql ? "MYSQL_PWD" : "PGPASSWORD";
    const char *const variable = isMySql ? "MYSQL_HOST" : "PGHOST";
    const auto cleaning = qScopeGuard([=] {
        qunsetenv(password);
        qunsetenv(variable);
    });
    qputenv(password, server().password().toUtf8());
    if (!host.isEmpty())
        qputenv(variable, host);
    const QString own = loopback(server().port()) + "?connect_timeout=6"_L1; // no password was typed for this one
    const StoreFormat &format = *m_registry.formatOfAddress(own);
    QCOMPARE(format.hasCredentials(own), isMeant);
    QCOMPARE(format.freeCredentials(own), isMeant ? QString() : QString::fromLatin1(password));
    const auto opened = open(own);
    QCOMPARE(opened.hasValue(), isMeant);
    if (!isMeant) {
        QCOMPARE(opened.error().code, ErrorCode::AccessDenied);
        QVERIFY(check(own, {}).last().advice.contains(QLatin1StringView(password)));
    }
    OpenOptions chosen;
    chosen.takesEnvironment = true;
    VERIFY_RESULT(open(own, chosen));
}

// Each step on the way to a store, and what keeps one from it.
void DatabaseAccessTest::checks()
{
    using Kind = CheckStep::Kind;
    const bool isMySql = server().kind() == "mysql"_L1;
    const QString own = loopback(server().port());
    const auto lastOf = [&](const QString &address, const OpenOptions &options) { return check(address, options).last(); };
    const QList<CheckStep> all = check(own, account());
    QList<Kind> kinds;
    for (const CheckStep &step : all) {
        kinds.append(step.kind);
        QCOMPARE(step.state, CheckStep::State::Passed);
    }
    QCOMPARE(kinds, (QList<Kind>{Kind::Name, Kind::Connection, Kind::Encryption, Kind::Answer, Kind::Store}));
    QVERIFY(all[3].text.contains("assay"_L1));
    QVERIFY(all[3].facts.first().second.contains(isMySql ? "MariaDB"_L1 : "PostgreSQL 1"_L1));
    const auto failed = [&](const QString &address, const OpenOptions &options, Kind kind, ErrorCode code, QLatin1StringView words) {
        const CheckStep step = lastOf(address, options);
        const bool isSo = step.state == CheckStep::State::Failed && step.kind == kind && step.error == code && step.text.contains(words);
        if (!isSo)
            qWarning("%s: %d %s | %s", qPrintable(address), int(step.kind), qPrintable(step.text), qPrintable(step.said));
        return isSo;
    };
    QVERIFY(failed(u"%1://host"_s.arg(server().kind()), {}, Kind::Name, ErrorCode::InvalidArgument, "database"_L1));
    QVERIFY(failed(QString(own).replace("127.0.0.1"_L1, "nobody.invalid"_L1), account(), Kind::Name, ErrorCode::Unreachable, "nobody.invalid"_L1));
    QVERIFY(failed(loopback(1), account(), Kind::Connection, ErrorCode::Unreachable, "port 1"_L1));
    OpenOptions wrong = account();
    wrong.credentials.password = u"geheim-4711"_s;
    QVERIFY(failed(own, wrong, Kind::Answer, ErrorCode::AccessDenied, "user and password"_L1));
    QVERIFY(!lastOf(own, wrong).said.contains("geheim"_L1));
    QVERIFY(failed(own + "?connect_timeout=7"_L1, {}, Kind::Answer, ErrorCode::AccessDenied, "asks for a password"_L1));
    const auto missing = lastOf(QString(own).replace("/mlflow"_L1, "/nothing"_L1), account());
    QCOMPARE(missing.kind, Kind::Answer);
    QVERIFY(missing.error == ErrorCode::NotFound || (isMySql && missing.error == ErrorCode::AccessDenied));
    QVERIFY(missing.text.contains("nothing"_L1));
    if (isMySql)
        return;
    QVERIFY(failed(own + "?sslmode=require"_L1, account(), Kind::Encryption, ErrorCode::Untrusted, "offers no encryption"_L1));
    QVERIFY(failed(QString(server().address()).replace("assay@"_L1, "nobody@"_L1), {}, Kind::Answer, ErrorCode::AccessDenied, "no such user"_L1));
}

void DatabaseAccessTest::checksTables()
{
    const bool isMySql = server().kind() == "mysql"_L1;
    const QString own = loopback(server().port());
    const CheckStep empty = check(QString(own).replace("/mlflow"_L1, isMySql ? "/information_schema"_L1 : "/postgres"_L1), account()).last();
    QCOMPARE(empty.kind, CheckStep::Kind::Store);
    QCOMPARE(empty.error, ErrorCode::NotAStore);
    QVERIFY(empty.text.contains("no tables"_L1));
    if (!isMySql) {
        QVERIFY(server().execute(u"CREATE SCHEMA another"_s) && server().execute(u"CREATE TABLE another.\"table\" (a int)"_s));
        QVERIFY(server().execute(u"ALTER ROLE assay SET search_path = another"_s));
        const CheckStep theirs = check(own, account()).last();
        QVERIFY(server().execute(u"ALTER ROLE assay RESET search_path"_s) && server().execute(u"DROP SCHEMA another CASCADE"_s));
        QCOMPARE(theirs.error, ErrorCode::NotAStore);
        QVERIFY(theirs.text.contains("another program"_L1));
    }
    QStringList revision;
    QVERIFY(server().execute(u"SELECT version_num FROM alembic_version"_s, &revision));
    const auto setRevision = [&](const QString &to) { return server().execute(u"UPDATE alembic_version SET version_num = '%1'"_s.arg(to)); };
    QVERIFY(setRevision(u"ffffffffffff"_s));
    const CheckStep newer = check(own, account()).last();
    QVERIFY(setRevision(u"cfd24bdc0731"_s));
    const CheckStep older = check(own, account()).last();
    QVERIFY(setRevision(revision.first()));
    QCOMPARE(newer.kind, CheckStep::Kind::Store);
    QCOMPARE(newer.state, CheckStep::State::Doubtful);
    QVERIFY(newer.text.contains("ffffffffffff"_L1));
    QCOMPARE(older.state, CheckStep::State::Passed);
    QVERIFY(older.facts.last().second.toInt() > 40);
    // Of another account, which may read some of the tables.
    const QString host = isMySql ? u"@'127.0.0.1'"_s : QString();
    QVERIFY(server().execute(isMySql ? u"CREATE USER reader%1 IDENTIFIED BY 'reader'"_s.arg(host) : u"CREATE USER reader PASSWORD 'reader'"_s));
    for (const char *table : {"experiments", "runs", "params", "tags"})
        QVERIFY(server().execute(u"GRANT SELECT ON %1 TO reader%2"_s.arg(QLatin1StringView(table), host)));
    OpenOptions reader;
    reader.credentials = {u"reader"_s, u"reader"_s, {}};
    const CheckStep closed = check(own, reader).last();
    if (!isMySql)
        server().execute(u"DROP OWNED BY reader"_s);
    QVERIFY(server().execute(u"DROP USER reader"_s + host));
    QCOMPARE(closed.kind, CheckStep::Kind::Store);
    QCOMPARE(closed.error, isMySql ? ErrorCode::NotAStore : ErrorCode::AccessDenied); // MariaDB does not show it at all
    QVERIFY(closed.text.contains("metrics"_L1) && !closed.text.contains("params"_L1));
}

// Through pgbouncer all programs share one session: nothing that we set may stay in it for others.
void DatabaseAccessTest::sharedSessions()
{
    if (server().kind() != "postgresql"_L1)
        QSKIP("skipped: MySQL's sessions are nobody else's");
    if (server().poolPort() == 0)
        QSKIP("skipped: pgbouncer is not installed");
    const QString psql = QStandardPaths::findExecutable(u"psql"_s);
    const auto left = [&](const QString &condition) {
        QProcess client;
        client.setProcessEnvironment([&] {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PGPASSWORD"_s, server().password());
            return environment;
        }());
        client.start(psql, {u"-XAtc"_s, u"SELECT name, setting FROM pg_settings WHERE "_s + condition, loopback(server().poolPort())});
        client.waitForFinished(20'000);
        return QString::fromUtf8(client.readAllStandardOutput() + client.readAllStandardError());
    };
    QVERIFY(left(u"name = 'port'"_s).startsWith("port|"_L1));
    const auto direct = store();
    auto shared = open(loopback(server().poolPort()), account());
    VERIFY_RESULT(shared);
    const auto runs = (*shared)->runs({}, {}, m_job), same = direct->runs({}, {}, m_job);
    VERIFY_RESULT(runs);
    QCOMPARE(runs->value->rowCount(), same->value->rowCount());
    const RunRef run = runs->value->ref(0);
    VERIFY_RESULT((*shared)->history({run, {}}, m_job));
    VERIFY_RESULT((*shared)->setModelTag(Model, u"shared"_s, u"'\\'"_s, m_job));
    QCOMPARE(model(*direct).tags.value(u"shared"_s), u"'\\'"_s);
    // What pgbouncer keeps apart for each of its clients is not among it.
    QCOMPARE(left(u"source = 'session' AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings')"_s), QString());
    for (const QString &still : {u"transaction_read_only"_s, u"default_transaction_read_only"_s})
        QCOMPARE(left(u"name = '%1'"_s.arg(still)).trimmed(), still + "|off"_L1);
}

// A server is who it says only by a certificate of an authority that is trusted, for its own name.
void DatabaseAccessTest::certificates()
{
    OpenOptions options = account();
    if (!Authority::isPossible())
        QSKIP("skipped: openssl is not here");
    Authority authority;
    for (const QString &name : {u"ours"_s, u"other"_s})
        QVERIFY(authority.makeAuthority(name));
    QVERIFY(authority.makeCertificate(u"server"_s, u"ours"_s, u"IP:127.0.0.1,IP:127.0.0.2"_s));
    QVERIFY(authority.makeCertificate(u"elsewhere"_s, u"ours"_s, u"DNS:elsewhere.example"_s));
    const QString address = loopback(server().port());
    // By its other address: newer connectors of MariaDB do not look at names on 127.0.0.1.
    const QString elsewhere = server().kind() == "mysql"_L1 ? QString(address).replace("127.0.0.1"_L1, "127.0.0.2"_L1) : address;
    QVERIFY(server().useCertificate(authority, u"server"_s));
    // Without a proof, but not without encryption.
    const QList<CheckStep> required = check(address + (server().kind() == "mysql"_L1 ? "?ssl-mode=REQUIRED"_L1 : "?sslmode=require"_L1), account());
    QVERIFY2(required.last().state == CheckStep::State::Passed, qPrintable(required.last().text + required.last().said));
    QVERIFY(std::ranges::any_of(required, [](const CheckStep &step) { return step.kind == CheckStep::Kind::Encryption && !step.facts.isEmpty(); }));
    options.authorities = authority.pem(u"ours"_s);
    VERIFY_RESULT(open(address, options));
    options.authorities = authority.pem(u"other"_s);
    const auto untrusted = open(address, options);
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().code, ErrorCode::Untrusted);
    const CheckStep step = check(address, options).last();
    QCOMPARE(step.kind, CheckStep::Kind::Encryption);
    QVERIFY(step.text.contains("not trusted"_L1));
    const auto weaker = open(address + "?sslmode=disable"_L1, options); // an authority is for a connection that it proves
    QVERIFY(!weaker);
    QCOMPARE(weaker.error().code, ErrorCode::Untrusted);
    const QString mode = server().kind() == "mysql"_L1 ? u"?ssl-mode=VERIFY_IDENTITY"_s : u"?sslmode=verify-full"_s;
    for (const QString &asked : {mode, mode + "&sslrootcert="_L1 + authority.path(u"other"_s)}) {
        const auto unknown = open(elsewhere + asked, account());
        QVERIFY(!unknown); // the machine's authorities, or the address's
        QCOMPARE(unknown.error().code, ErrorCode::Untrusted);
    }
    const QString proven = address + mode + "&sslrootcert="_L1 + authority.path(u"ours"_s);
    VERIFY_RESULT(open(proven, account()));
    const CheckStep last = check(proven, account()).last();
    QVERIFY2(last.state == CheckStep::State::Passed, qPrintable(last.text));
    QVERIFY(server().useCertificate(authority, u"elsewhere"_s));
    options.authorities = authority.pem(u"ours"_s);
    const auto misnamed = open(elsewhere, options);
    QVERIFY(!misnamed);
    QCOMPARE(misnamed.error().code, ErrorCode::Untrusted);
    QVERIFY(check(elsewhere, options).last().text.contains("another name"_L1));
}

void DatabaseAccessTest::whatIsNotAStore()
{
    const auto missing = open(QString(loopback(server().port())).replace("/mlflow"_L1, "/nothing"_L1), account());
    QVERIFY(!missing);
    // MariaDB tells only those who have a right to a database that it is not there.
    QVERIFY(missing.error().code == ErrorCode::NotFound || missing.error().code == ErrorCode::AccessDenied);
    const QString other = server().kind() == "mysql"_L1 ? u"information_schema"_s : u"postgres"_s;
    const auto empty = open(QString(loopback(server().port())).replace("/mlflow"_L1, u'/' + other), account());
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::NotAStore);
}

void DatabaseAccessTest::unknownRevision()
{
    QStringList revision;
    QVERIFY(server().execute(u"SELECT version_num FROM alembic_version"_s, &revision));
    QVERIFY(server().execute(u"UPDATE alembic_version SET version_num = 'ffffffffffff'"_s));
    const auto restore = qScopeGuard([&] { server().execute(u"UPDATE alembic_version SET version_num = '%1'"_s.arg(revision.first())); });
    const auto backend = store();
    QVERIFY(!backend->info().writable);
    QCOMPARE(backend->info().notWritableCode, ErrorCode::UnknownSchema);
    QVERIFY(!model(*backend).versions.isEmpty());
    const Status written = backend->setModelTag(Model, u"a"_s, u"b"_s, m_job);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::UnknownSchema);
}

QTEST_GUILESS_MAIN(DatabaseAccessTest)
#include "tst_databaseaccess.moc"
