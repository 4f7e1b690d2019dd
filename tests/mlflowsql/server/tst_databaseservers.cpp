// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeregistry.h"
#include "tests/mlflowsql/server/commitproxy.h"
#include "tests/mlflowsql/server/databaseserver.h"
#include "tests/support/authority.h"
#include "tests/support/testing.h"

#include <QDateTime>
#include <QScopeGuard>
#include <QStandardPaths>

#include <bit>
#include <cmath>
#include <latch>
#include <map>
#include <thread>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// Does something when it is told of progress, which is behind every table that was read.
class ActingJob final : public Job
{
public:
    explicit ActingJob(std::function<void()> act) : m_act(std::move(act)) {}
    bool isCanceled() const override { return isStopped; }
    void setProgress(qint64, qint64, const QString &) override
    {
        if (m_act)
            std::exchange(m_act, {})();
    }
    std::atomic<bool> isStopped = false;

private:
    std::function<void()> m_act;
};

} // namespace

// Real servers of all kinds, with the rows of a fixture.
class DatabaseServersTest : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;
    StoreRegistry m_registry{allStoreFormats()};
    std::map<QString, std::unique_ptr<DatabaseServer>> m_servers;
    QMap<QString, QString> m_whyNot;

    static constexpr QLatin1StringView Model{"churn-classifier"};

    DatabaseServer &server()
    {
        QFETCH_GLOBAL(QString, kind);
        return *m_servers.at(kind);
    }
    Result<std::unique_ptr<StoreBackend>> open(const QString &address, const OpenOptions &options = {})
    {
        const auto candidate = m_registry.locate(address, m_job);
        if (!candidate)
            return candidate.error();
        return m_registry.open(*candidate, options, m_job);
    }
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
    std::unique_ptr<StoreBackend> store() { return std::move(open(server().address(), account())).value(); }
    // Through the network, or something that stands in it.
    QString loopback(quint16 port) const
    {
        QFETCH_GLOBAL(QString, kind);
        return u"%1://assay@127.0.0.1:%2/mlflow"_s.arg(kind).arg(port);
    }
    OpenOptions account()
    {
        OpenOptions options;
        options.credentials = {u"assay"_s, server().password(), {}};
        return options;
    }
    RegisteredModel model(StoreBackend &backend, const QString &name = Model)
    {
        const auto models = backend.models(m_job);
        if (models)
            for (const RegisteredModel &one : models->value)
                if (one.name == name)
                    return one;
        return {};
    }
    static StageChange changeOf(const RegisteredModel &model, const ModelVersion &version, Stage stage)
    {
        return {model.name, version.version, version.currentStage, version.lastUpdatedTime, stage, false};
    }
    static Stage otherStage(const QString &stage)
    {
        return stage == stageName(Stage::Archived) ? Stage::None : Stage::Archived;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("postgresql") << u"postgresql"_s;
        QTest::newRow("mysql") << u"mysql"_s;
    }
    void initTestCase()
    {
        for (const QString &kind : {u"postgresql"_s, u"mysql"_s})
            m_servers[kind] = std::make_unique<DatabaseServer>(kind, fixture(u"sqlite-3.17/mlflow.db"_s));
        for (const auto &[kind, server] : m_servers)
            m_whyNot[kind] = server->waitUntilThere();
    }
    void cleanupTestCase() { m_servers.clear(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        if (const QString why = m_whyNot.value(kind); why.startsWith("skipped: "_L1))
            QSKIP(qPrintable(why));
        else
            QVERIFY2(why.isEmpty(), qPrintable(why));
    }

    void passwords();
    void environmentPasswords_data();
    void environmentPasswords();
    void checks();
    void checksTables();
    void sharedSessions();
    void certificates();
    void whatIsNotAStore();
    void unknownRevision();
    void lostWhileReading();
    void stoppedWhileReading();
    void changesAlone();
    void valuesAsTheyStand();
    void namesAsTheyStand();
    void oneWinner();
    void lostWhileCommitting();
    void lostAndOverwritten_data();
    void lostAndOverwritten();
    void lostWithSeveralEdits();
    void waitsForOthers();
    void editsBesideALockedRun();
};

void DatabaseServersTest::passwords()
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

void DatabaseServersTest::environmentPasswords_data()
{
    QTest::addColumn<QByteArray>("host"); // PGHOST, MYSQL_HOST
    QTest::addColumn<bool>("isMeant");
    QTest::newRow("none, on this machine") << QByteArray() << true;
    QTest::newRow("the same") << QByteArray("127.0.0.1") << true;
    QTest::newRow("one of several") << QByteArray("elsewhere.invalid,127.0.0.1") << true;
    QTest::newRow("another") << QByteArray("elsewhere.invalid") << false;
}

// The password of the environment goes to whom it is meant for, and to whom somebody says.
void DatabaseServersTest::environmentPasswords()
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
void DatabaseServersTest::checks()
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

void DatabaseServersTest::checksTables()
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
void DatabaseServersTest::sharedSessions()
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
void DatabaseServersTest::certificates()
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

void DatabaseServersTest::whatIsNotAStore()
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

void DatabaseServersTest::unknownRevision()
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

void DatabaseServersTest::lostWhileReading()
{
    const auto backend = std::move(open(loopback(server().port()), account())).value(); // MariaDB shows an account its sessions of one host
    const auto whole = backend->runs({}, {}, m_job);
    VERIFY_RESULT(whole);
    ActingJob ending([this] { server().endSessions(); });
    const auto lost = backend->runs({}, {}, ending);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Unreachable);
    // The next one connects again; so it does when the session went away between two questions.
    const auto again = backend->runs({}, {}, m_job);
    VERIFY_RESULT(again);
    QCOMPARE(again->value->rowCount(), whole->value->rowCount());
    server().endSessions();
    const auto later = backend->runs({}, {}, m_job);
    VERIFY_RESULT(later);
    QCOMPARE(later->value->rowCount(), whole->value->rowCount());
}

void DatabaseServersTest::stoppedWhileReading()
{
    ActingJob stopped({});
    stopped.isStopped = true;
    const auto none = m_registry.open(*m_registry.locate(server().address(), m_job), account(), stopped);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Canceled);
}

// What has changed since, on top of what is known: new runs, finished ones, deleted ones; and runs that are gone.
void DatabaseServersTest::changesAlone()
{
    const auto backend = store();
    const auto whole = backend->runs({}, {}, m_job);
    VERIFY_RESULT(whole);
    RunRequest request;
    request.known = whole->value;
    request.knownSince = QDateTime::currentMSecsSinceEpoch();
    const auto same = backend->runs(request, {}, m_job);
    VERIFY_RESULT(same);
    QCOMPARE(same->value, whole->value);
    const QString now = QString::number(*request.knownSince);
    QVERIFY(server().execute(u"INSERT INTO runs (run_uuid, name, status, start_time, lifecycle_stage, artifact_uri, experiment_id)"
                             " VALUES ('fresh', 'new', 'RUNNING', %1, 'active', '', 0)"_s.arg(now)));
    const RunRef deleted = [&] {
        for (uint32_t row = 0;; ++row)
            if (whole->value->info(row).lifecycle == Lifecycle::Active)
                return whole->value->ref(row);
    }();
    VERIFY_RESULT(backend->editRun(RunEdit::lifecycle(deleted, Lifecycle::Active, Lifecycle::Deleted), m_job));
    const auto changed = backend->runs(request, {}, m_job);
    VERIFY_RESULT(changed);
    QCOMPARE(changed->value->rowCount(), whole->value->rowCount() + 1);
    QCOMPARE(changed->value->run(*changed->value->rowOf(deleted)).info.lifecycle, Lifecycle::Deleted);
    QCOMPARE(changed->value->run(*changed->value->rowOf({ExperimentId(u"0"_s), RunId(u"fresh"_s)})).info.name, u"new"_s);
    VERIFY_RESULT(backend->editRun(RunEdit::lifecycle(deleted, Lifecycle::Deleted, Lifecycle::Active), m_job));
    QVERIFY(server().execute(u"DELETE FROM runs WHERE run_uuid = 'fresh'"_s));
    request.known = changed->value;
    const auto without = backend->runs(request, {}, m_job);
    VERIFY_RESULT(without);
    QCOMPARE(without->value->rowCount(), whole->value->rowCount());
}

// Numbers to the last bit, and texts with everything that means something in SQL.
void DatabaseServersTest::valuesAsTheyStand()
{
    const auto backend = store();
    const auto runs = backend->runs({{}, {}, ViewType::Active}, {}, m_job);
    VERIFY_RESULT(runs);
    const RunRef run = runs->value->ref(0);
    const std::pair<const char *, double> numbers[] = {{"4.9406564584124654e-324", 4.9406564584124654e-324}, {"0.1", 0.1}, {"-0.30000000000000004", -0.30000000000000004},
                                                       {"1.7976931348623157e308", std::numeric_limits<double>::infinity()},
                                                       {"-1.7976931348623157e308", -std::numeric_limits<double>::infinity()}, {"123456789012345678", 123456789012345678.0}};
    int step = 0;
    for (const auto &[text, value] : numbers)
        QVERIFY(server().execute(u"INSERT INTO metrics (%1, value, timestamp, run_uuid, step, is_nan) VALUES ('exact', %2, %3, '%4', %3, %5)"_s
                                     .arg(server().kind() == "mysql"_L1 ? u"`key`"_s : u"key"_s, QLatin1StringView(text))
                                     .arg(++step).arg(run.run.value, server().kind() == "mysql"_L1 ? u"0"_s : u"false"_s)));
    const auto history = backend->history({run, {u"exact"_s}}, m_job);
    VERIFY_RESULT(history);
    const MetricSeries &series = history->value.at(0);
    QCOMPARE(series.values.size(), std::size(numbers));
    for (size_t i = 0; i < std::size(numbers); ++i)
        QCOMPARE(std::bit_cast<quint64>(series.values[i]), std::bit_cast<quint64>(numbers[i].second));
    for (const QString &value : {u"it's ?1 \\' \"x\"; -- /* %s"_s, u"\\"_s, u"a\nb\tc\r"_s, u"Größe 測試 🙂"_s, u""_s, u"''''"_s}) {
        VERIFY_RESULT(backend->editRun(RunEdit::tag(run, u"odd"_s, {}, value).unguarded(), m_job));
        const auto now = backend->runs({{}, {run.run}, ViewType::All}, {}, m_job);
        VERIFY_RESULT(now);
        QCOMPARE(now->value->run(0).tags.value(u"odd"_s), value);
    }
}

// MySQL takes "A" for "a" and "a " for "a"; MLflow's users do not.
void DatabaseServersTest::namesAsTheyStand()
{
    const auto backend = store();
    for (const QString &name : {Model.toString().toUpper(), Model + u' '}) {
        const Status tagged = backend->setModelTag(name, u"k"_s, u"v"_s, m_job);
        QVERIFY(!tagged);
        QCOMPARE(tagged.error().code, ErrorCode::NotFound);
    }
    VERIFY_RESULT(backend->setModelTag(Model, u"case"_s, u"small"_s, m_job));
    const Status second = backend->setModelTag(Model, u"Case"_s, u"large"_s, m_job);
    QCOMPARE(model(*backend).tags.value(u"case"_s), u"small"_s);
    if (server().kind() == "mysql"_L1) {
        QVERIFY(!second); // its primary key does not tell the two apart
        QCOMPARE(second.error().code, ErrorCode::Conflict);
    } else {
        VERIFY_RESULT(second);
        QCOMPARE(model(*backend).tags.value(u"Case"_s), u"large"_s);
    }
    const Status other = backend->setModelTag(Model, u"CASE"_s, {}, m_job);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::NotFound);
}

// Two move the same version, each from what both were shown.
void DatabaseServersTest::oneWinner()
{
    const int Races = qEnvironmentVariableIntValue("ASSAY_RACES") > 0 ? qEnvironmentVariableIntValue("ASSAY_RACES") : 40;
    const auto reader = store();
    int winners = 0, conflicts = 0;
    for (int race = 0; race < Races; ++race) {
        const RegisteredModel shown = model(*reader);
        QVERIFY(!shown.versions.isEmpty());
        const ModelVersion &version = shown.versions.first();
        const Stage targets[] = {version.currentStage == "Staging"_L1 ? Stage::Production : Stage::Staging, otherStage(version.currentStage)};
        std::optional<Result<StageChangeDone>> answers[2];
        std::latch ready(2);
        std::vector<std::jthread> promoters;
        const OpenOptions options = account();
        const QString address = server().address();
        for (int i = 0; i < 2; ++i)
            promoters.emplace_back([&, i] {
                SilentJob job;
                auto own = m_registry.open(*m_registry.locate(address, job), options, job);
                ready.arrive_and_wait();
                answers[i] = own ? (*own)->changeStage(changeOf(shown, version, targets[i]), job) : Result<StageChangeDone>(own.error());
            });
        promoters.clear();
        for (const auto &answer : answers) {
            winners += *answer ? 1 : 0;
            conflicts += !*answer && answer->error().code == ErrorCode::Conflict ? 1 : 0;
        }
        const QString now = model(*reader).versions.first().currentStage;
        QCOMPARE(now, stageName(targets[*answers[0] ? 0 : 1]));
    }
    QCOMPARE(winners, Races);
    QCOMPARE(conflicts, Races);
}

// The wire is cut before the server has the commit, and before its answer comes.
void DatabaseServersTest::lostWhileCommitting()
{
    CommitProxy proxy(server().port());
    const auto direct = store();
    auto through = open(loopback(proxy.port()) + "?sslmode=disable"_L1, account()); // it has to see a COMMIT
    VERIFY_RESULT(through);
    for (int round = 0; round < 10; ++round) {
        const bool isBefore = round % 2 == 0;
        const RegisteredModel shown = model(*direct);
        const ModelVersion &version = shown.versions.first();
        proxy.cut(isBefore ? CommitProxy::Cut::Before : CommitProxy::Cut::After);
        const auto done = (*through)->changeStage(changeOf(shown, version, otherStage(version.currentStage)), m_job);
        const QString now = model(*direct).versions.first().currentStage;
        if (isBefore) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Unreachable);
            QCOMPARE(now, version.currentStage);
        } else {
            VERIFY_RESULT(done);
            QCOMPARE(now, stageName(otherStage(version.currentStage)));
        }
    }
    const RegisteredModel shown = model(*direct);
    proxy.cut(CommitProxy::Cut::AfterAndAll);
    const auto unknown = (*through)->changeStage(changeOf(shown, shown.versions.first(), otherStage(shown.versions.first().currentStage)), m_job);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::OutcomeUnknown);
}

void DatabaseServersTest::lostAndOverwritten_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"stage", "alias", "tag", "run"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

// Before anybody looks what came of a commit, somebody else writes the same row: what stands there does not say then whether it was
// made. PostgreSQL knows it nevertheless.
void DatabaseServersTest::lostAndOverwritten()
{
    QFETCH(QString, what);
    CommitProxy proxy(server().port());
    const auto direct = store();
    auto through = open(loopback(proxy.port()) + "?sslmode=disable"_L1, account());
    VERIFY_RESULT(through);
    const auto runs = direct->runs({{}, {}, ViewType::Active}, {}, m_job);
    VERIFY_RESULT(runs);
    const RunRef run = runs->value->ref(3);
    const QString number = model(*direct).versions.first().version, key = server().kind() == "mysql"_L1 ? u"`key`"_s : u"key"_s;
    VERIFY_RESULT(direct->setAlias(Model, u"contested"_s, number, m_job));
    VERIFY_RESULT(direct->setModelTag(Model, u"contested"_s, u"before"_s, m_job));
    VERIFY_RESULT(direct->editRun(RunEdit::tag(run, u"contested"_s, {}, u"before"_s).unguarded(), m_job));
    const QMap<QString, QString> theirs{
        {u"stage"_s, u"UPDATE model_versions SET current_stage = 'None', last_updated_time = last_updated_time + 5 WHERE name = '%1' AND version = %2"_s.arg(Model, number)},
        {u"alias"_s, u"UPDATE registered_model_aliases SET version = 99 WHERE alias = 'contested'"_s},
        {u"tag"_s, u"UPDATE registered_model_tags SET value = '%1' WHERE %2 = 'contested'"_s},
        {u"run"_s, u"UPDATE tags SET value = '%1' WHERE %2 = 'contested'"_s},
    };
    const auto change = [&]() -> Status {
        if (what == "stage"_L1) {
            const RegisteredModel shown = model(*direct);
            const auto done = (*through)->changeStage(changeOf(shown, shown.versions.first(), Stage::Production), m_job);
            return done ? Status() : Status(done.error());
        }
        if (what == "alias"_L1)
            return (*through)->setAlias(Model, u"contested"_s, {}, m_job);
        return what == "tag"_L1 ? (*through)->setModelTag(Model, u"contested"_s, u"ours"_s, m_job)
                                : (*through)->editRun(RunEdit::tag(run, u"contested"_s, {}, u"ours"_s).unguarded(), m_job);
    };
    for (const CommitProxy::Cut cut : {CommitProxy::Cut::Before, CommitProxy::Cut::After}) {
        if (what == "alias"_L1) { // its row is gone by our change
            VERIFY_RESULT(direct->setAlias(Model, u"contested"_s, number, m_job));
            if (cut == CommitProxy::Cut::After)
                continue;
        }
        QString sql = theirs.value(what);
        if (sql.contains("value = "_L1))
            sql = sql.arg(cut == CommitProxy::Cut::Before ? u"theirs"_s : u"theirs, too"_s, key);
        bool isOverwritten = false;
        proxy.cut(cut, [&] { isOverwritten = server().executeElsewhere(sql); });
        const Status changed = change();
        QVERIFY(isOverwritten);
        const bool isKnown = server().kind() == "postgresql"_L1;
        QCOMPARE(changed.hasValue(), isKnown && cut == CommitProxy::Cut::After);
        if (!changed)
            QCOMPARE(changed.error().code, isKnown ? ErrorCode::Unreachable : ErrorCode::OutcomeUnknown);
    }
}

// Of several edits in one commit some change nothing, and some the same thing twice.
void DatabaseServersTest::lostWithSeveralEdits()
{
    CommitProxy proxy(server().port());
    const auto direct = store();
    auto through = open(loopback(proxy.port()) + "?sslmode=disable"_L1, account());
    VERIFY_RESULT(through);
    const RunRef run = direct->runs({{}, {}, ViewType::Active}, {}, m_job)->value->ref(4);
    VERIFY_RESULT(direct->editRun(RunEdit::tag(run, u"same"_s, {}, u"1"_s).unguarded(), m_job));
    const QList<RunEdit> edits{RunEdit::tag(run, u"same"_s, {}, u"1"_s).unguarded(), RunEdit::tag(run, u"twice"_s, {}, u"1"_s).unguarded(),
                               RunEdit::tag(run, u"twice"_s, {}, u"2"_s).unguarded()};
    for (const CommitProxy::Cut cut : {CommitProxy::Cut::Before, CommitProxy::Cut::After}) {
        proxy.cut(cut);
        for (const std::optional<Error> &answer : (*through)->editRuns(edits, m_job)) {
            QCOMPARE(answer.has_value(), cut == CommitProxy::Cut::Before);
            if (answer)
                QCOMPARE(answer->code, ErrorCode::Unreachable);
        }
    }
    QCOMPARE(direct->runs({{}, {run.run}, ViewType::All}, {}, m_job)->value->run(0).tags.value(u"twice"_s), u"2"_s);
}

// Somebody else has the row and keeps it: the answer comes after the time that a lock is waited for.
void DatabaseServersTest::waitsForOthers()
{
    const auto backend = store();
    QVERIFY(server().execute(u"BEGIN"_s));
    QVERIFY(server().execute(u"UPDATE registered_models SET description = description WHERE name = '%1'"_s.arg(Model)));
    const auto freed = qScopeGuard([this] { server().execute(u"ROLLBACK"_s); });
    const Status tagged = backend->setModelTag(Model, u"late"_s, u"v"_s, m_job);
    QVERIFY(!tagged);
    QCOMPARE(tagged.error().code, ErrorCode::Unreadable);
    QVERIFY(!model(*backend).tags.contains(u"late"_s));
}

// One run of several cannot be read: what is answered of the others is what stands there.
void DatabaseServersTest::editsBesideALockedRun()
{
    const auto backend = store();
    const auto runs = backend->runs({{}, {}, ViewType::Active}, {}, m_job);
    VERIFY_RESULT(runs);
    const RunRef one = runs->value->ref(0), locked = runs->value->ref(1), another = runs->value->ref(2);
    QVERIFY(server().execute(u"BEGIN"_s));
    QVERIFY(server().execute(u"SELECT run_uuid FROM runs WHERE run_uuid = '%1' FOR UPDATE"_s.arg(locked.run.value)));
    QList<std::optional<Error>> answers;
    {
        const auto freed = qScopeGuard([this] { server().execute(u"ROLLBACK"_s); });
        answers = backend->editRuns({RunEdit::tag(one, u"beside"_s, {}, u"1"_s), RunEdit::tag(locked, u"beside"_s, {}, u"2"_s),
                                     RunEdit::tag(another, u"beside"_s, {}, u"3"_s)}, m_job);
    }
    QCOMPARE(answers.size(), 3);
    QVERIFY(answers[1]);
    QCOMPARE(answers[1]->code, ErrorCode::Unreadable);
    for (const auto &[run, place] : {std::pair(one, 0), std::pair(another, 2)}) {
        QStringList values;
        QVERIFY(server().execute(u"SELECT value FROM tags WHERE run_uuid = '%1' AND value IN ('1', '3') AND %2 = 'beside'"_s
                                     .arg(run.run.value, server().kind() == "mysql"_L1 ? u"`key`"_s : u"key"_s), &values));
        QCOMPARE(!values.isEmpty(), !answers[place].has_value());
    }
}

QTEST_GUILESS_MAIN(DatabaseServersTest)
#include "tst_databaseservers.moc"
