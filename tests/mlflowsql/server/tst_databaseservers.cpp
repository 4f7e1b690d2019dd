// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of a database and changed in it, while others do the same and connections are lost.
#include "tests/mlflowsql/server/commitproxy.h"
#include "tests/mlflowsql/server/databasetest.h"

#include <QDateTime>
#include <QScopeGuard>

#include <bit>
#include <cmath>
#include <latch>
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

class DatabaseServersTest : public DatabaseTest
{
    Q_OBJECT

private:
    static StageChange changeOf(const RegisteredModel &model, const ModelVersion &version, Stage stage)
    {
        return {model.name, version.version, version.currentStage, version.lastUpdatedTime, stage, false};
    }
    static Stage otherStage(const QString &stage)
    {
        return stage == stageName(Stage::Archived) ? Stage::None : Stage::Archived;
    }

private Q_SLOTS:
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
