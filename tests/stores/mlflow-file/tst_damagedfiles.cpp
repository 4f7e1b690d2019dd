// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeformat.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace Assay {
std::unique_ptr<StoreFormat> makeMlflowFile();
}

// Every row of the damaged store's expected.md, and what cannot lie in a repository.
class TestDamagedFiles : public QObject
{
    Q_OBJECT

private:
    QString m_store;
    QJsonObject m_expected;
    std::unique_ptr<StoreBackend> m_backend;
    SilentJob m_job;
    Loaded<RunTablePtr> m_runs;
    QList<Problem> m_problems; // of diagnose()

    static RunRef ref(int number, const QString &experiment = u"1"_s)
    {
        return {ExperimentId(experiment), RunId(u"%1"_s.arg(number, 2, 10, QChar(u'0')) + u"da"_s.repeated(15))};
    }
    std::optional<Run> run(int number) const
    {
        const auto row = m_runs.value->rowOf(ref(number));
        return row ? std::optional(m_runs.value->run(*row)) : std::nullopt;
    }
    // "step:time=value" of a run's metric.
    QString history(int number, const QString &key = u"loss"_s)
    {
        const auto loaded = m_backend->history({ref(number), {key}}, m_job);
        if (!loaded)
            return loaded.error().message;
        QStringList points;
        const MetricSeries &series = loaded->value.first();
        for (size_t i = 0; i < series.values.size(); ++i)
            points.append(u"%1:%2=%3"_s.arg(series.steps[i]).arg(series.timestamps[i]).arg(series.values[i]));
        return points.join(u' ');
    }
    qsizetype pointCount(int number, const QString &key = u"loss"_s)
    {
        const QString points = history(number, key);
        return points.isEmpty() ? 0 : points.count(u' ') + 1;
    }
    QList<Problem> problemsBelow(const QString &path) const
    {
        QList<Problem> found;
        std::copy_if(m_problems.begin(), m_problems.end(), std::back_inserter(found), [&](const Problem &problem) {
            return problem.path == path || problem.path.startsWith(path + u'/');
        });
        return found;
    }
    bool hasProblem(const QString &path, int line) const
    {
        return std::any_of(m_problems.begin(), m_problems.end(), [&](const Problem &problem) {
            return problem.path == path && (line == 0 || problem.line == line);
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = fixtureCopy(u"damaged"_s);
        m_store = folder + "/mlruns"_L1;
        QFile file(fixture(u"damaged/expected.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_expected = QJsonDocument::fromJson(file.readAll()).object();
        const auto format = makeMlflowFile();
        QCOMPARE(format->probe(m_store, m_job).candidates.size(), 1);
        auto opened = format->open(m_store, {}, m_job);
        VERIFY_RESULT(opened);
        m_backend = *std::move(opened);
        auto runs = m_backend->runs({}, {}, m_job);
        VERIFY_RESULT(runs);
        m_runs = *std::move(runs);
        auto problems = m_backend->diagnose(m_job);
        VERIFY_RESULT(problems);
        m_problems = *std::move(problems);
    }

    void rows_data()
    {
        QTest::addColumn<QJsonObject>("row");
        for (const QJsonValue &row : m_expected[u"runs"_s].toArray())
            QTest::newRow(qPrintable(row[u"case"_s].toString())) << row.toObject();
    }
    void rows()
    {
        QFETCH(QJsonObject, row);
        const RunId id(row[u"run_id"_s].toString());
        const bool isThere = !m_runs.value->rowsOf(id).isEmpty();
        if (row[u"run_loads"_s].isBool())
            QCOMPARE(isThere, row[u"run_loads"_s].toBool());
        const QString path = row[u"problem_path"_s].toString();
        if (!path.isEmpty()) {
            QVERIFY2(hasProblem(path, row[u"problem_line"_s].toInt()), qPrintable(path));
            return;
        }
        // A row without a file says that nothing is wrong, or that no more than a hint is due.
        const QString name = row[u"case"_s].toString();
        if (name != "metric-tabs"_L1)
            for (const Problem &problem : problemsBelow(u"1/"_s + id.value))
                QVERIFY2(problem.severity == Severity::Hint, qPrintable(problem.path + u": "_s + problem.message));
    }
    void others_data()
    {
        QTest::addColumn<QJsonObject>("row");
        for (const QJsonValue &row : m_expected[u"others"_s].toArray())
            QTest::newRow(qPrintable(row[u"path"_s].toString())) << row.toObject();
    }
    void others()
    {
        QFETCH(QJsonObject, row);
        const QString path = row[u"path"_s].toString();
        const int line = row[u"problem_line"_s].toInt();
        // The problem may name the folder that is left out.
        const bool isNamed = std::any_of(m_problems.begin(), m_problems.end(), [&](const Problem &problem) {
            return (problem.path == path || path.startsWith(problem.path + u'/')) && (line == 0 || problem.line == line);
        });
        QCOMPARE(isNamed, row[u"problem"_s].toBool());
    }

    void problemsAreFewAndShort()
    {
        QVERIFY(m_problems.size() < 150);
        for (const Problem &problem : m_problems) {
            QVERIFY2(problem.message.size() < 400 && problem.path.size() < 300 && !problem.path.startsWith(u'/'), qPrintable(problem.path));
            QVERIFY(!problem.code.isEmpty() && !problem.message.isEmpty());
        }
        QVERIFY(problemsBelow(ref(33).experiment.value + u'/' + ref(33).run.value).size() <= 7); // 4,000 random bytes
        // runs() tells the same of runs, apart from hints that only a diagnosis gives.
        for (const Problem &problem : m_runs.problems)
            QVERIFY2(m_problems.contains(problem), qPrintable(problem.path));
    }

    void theSoundRun()
    {
        const auto sound = run(1);
        QVERIFY(sound);
        QCOMPARE(sound->params.size(), 2);
        QCOMPARE(sound->metrics.size(), 2);
        QCOMPARE(pointCount(1), 5);
        QCOMPARE(pointCount(1, u"acc"_s), 2);
        QCOMPARE(sound->info.status, RunStatus::Finished);
        const auto listing = m_backend->artifacts(ref(1), {}, true, m_job);
        VERIFY_RESULT(listing);
        QCOMPARE(listing->entries.size(), 1);
    }
    // What is sound around the damage loads as in run 01.
    void theRestLoadsAsInTheSoundRun()
    {
        const auto sound = run(1);
        const QList<int> otherMetrics{29, 31, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 58, 30, 32};
        for (int number = 6; number <= 57; ++number) {
            const auto damaged = run(number);
            if (!damaged)
                continue;
            if (number != 50) // whose params are the damage
                QCOMPARE(damaged->params.value(u"model"_s), sound->params.value(u"model"_s));
            QCOMPARE(damaged->metrics.value(u"acc"_s), sound->metrics.value(u"acc"_s));
            QCOMPARE(damaged->tags.value(u"mlflow.user"_s), sound->tags.value(u"mlflow.user"_s));
            if (!otherMetrics.contains(number))
                QCOMPARE(damaged->metrics.value(u"loss"_s), sound->metrics.value(u"loss"_s));
        }
    }

    void metaFields()
    {
        const auto half = run(2);
        QVERIFY(half);
        QVERIFY(half->info.status == RunStatus::Unknown && half->params.size() == 2 && !half->info.name.isEmpty());
        const auto wrong = run(6)->info;
        QVERIFY(wrong.status == RunStatus::Unknown && !wrong.startTime && !wrong.endTime && wrong.userId == "ann"_L1);
        QCOMPARE(problemsBelow(u"1/"_s + ref(6).run.value).size(), 5);
        QCOMPARE(run(9)->info.startTime, OptionalTime(1700000000000));
        QCOMPARE(run(10)->info.name, run(10)->tags.value(u"mlflow.runName"_s));
        QVERIFY(run(13)->info.status == RunStatus::Unknown);
        QVERIFY(run(14)->info.lifecycle == Lifecycle::Active);
        QVERIFY(run(15)->info.status == RunStatus::Running && run(15)->info.lifecycle == Lifecycle::Active);
        QVERIFY(run(16)->info.startTime == -1 && run(16)->info.endTime == -62135596800001);
        QVERIFY(run(17)->info.startTime == 0 && run(17)->info.endTime == std::numeric_limits<qint64>::max());
        QVERIFY(run(18)->info.startTime && !run(18)->info.endTime);
        QVERIFY(run(22)->info.name.startsWith("../../etc/passwd"_L1) && run(22)->info.name.contains(QChar(0x1b)));
        QVERIFY(run(24)->info.name != "second"_L1);
        QVERIFY(run(25)->info.status == RunStatus::Failed);
        QCOMPARE(run(26)->info.name, run(26)->tags.value(u"mlflow.runName"_s));
        QCOMPARE(run(28)->info.name, u"first line\nsecond line"_s);
        const auto missing = run(58);
        QVERIFY(missing->params.isEmpty() && missing->tags.isEmpty() && missing->metrics.isEmpty());
    }

    void metrics()
    {
        for (int four : {29, 31, 36, 40, 43, 46})
            QCOMPARE(pointCount(four), 4);
        for (int five : {30, 32, 35, 37, 38, 39})
            QCOMPARE(pointCount(five), 5);
        QVERIFY(history(30).contains(u"0:1700000001000="_s));
        QCOMPARE(pointCount(33), 0);
        QVERIFY(!run(33)->metrics.contains(u"loss"_s) && run(33)->metrics.contains(u"acc"_s));
        QVERIFY(!run(34)->metrics.contains(u"loss"_s));
        QCOMPARE(pointCount(34), 0);
        QVERIFY(history(40).contains(u"9223372036854775807:"_s) && history(40).contains(u"-9223372036854775808:"_s));
        QVERIFY(history(41).contains(u":-5="_s) && history(41).contains(u":9223372036854775807="_s));
        QCOMPARE(pointCount(41), 3);
        QCOMPARE(pointCount(42), 11);
        QVERIFY(history(42).contains(u"=1000"_s));
        QVERIFY(!run(44)->metrics.contains(u"loss"_s) && !run(44)->metrics.contains(u"loss/keep"_s));
        QVERIFY(pointCount(45) >= 3);
    }

    void texts()
    {
        QCOMPARE(run(47)->params.value(u"lr"_s), u"gr\ufffd\ufffder"_s);
        QCOMPARE(run(48)->params.value(u"lr"_s).size(), 1024 * 1024);
        QVERIFY(run(49)->params.value(u"lr"_s).contains(QChar(0)));
        const QStringList lines = run(50)->params.values();
        QVERIFY(lines.contains(u"0.1\n"_s) && lines.contains(u"\n"_s));
        QVERIFY(run(51)->params.contains(u"lr"_s) && run(51)->params.contains(u"model"_s));
        QCOMPARE(problemsBelow(u"1/"_s + ref(51).run.value + "/params"_L1).size(), 5 - run(51)->params.size());
        QVERIFY(run(52)->tags.value(u"team"_s).contains(QChar::ReplacementCharacter));
        QVERIFY(run(53)->tags.value(u"mlflow.note.content"_s).contains(u"<table"_s));
    }

    void linksStayUnread()
    {
        QVERIFY(!run(62)->params.contains(u"lr"_s));
        QVERIFY(run(62)->params.contains(u"model"_s));
        QVERIFY(!m_runs.value->rowOf(ref(60)) && !m_runs.value->rowOf(ref(61)));
        QCOMPARE(m_backend->history({ref(60), {}}, m_job).error().code, ErrorCode::NotFound);
        const auto listing = m_backend->artifacts(ref(63), {}, true, m_job);
        VERIFY_RESULT(listing);
        QStringList names;
        for (const ArtifactEntry &entry : listing->entries)
            names.append(entry.path + (entry.isLink ? u"@"_s : QString()));
        QCOMPARE(names, QStringList({u"gone@"_s, u"loop@"_s, u"notes.txt"_s, u"out@"_s, u"secret@"_s}));
        const auto drop = [](QByteArrayView) { return true; };
        for (const char *path : {"out/secret.txt", "secret", "gone", "loop/notes.txt", "../../../../outside/secret.txt"})
            QCOMPARE(m_backend->readArtifact(ref(63), QString::fromLatin1(path), drop, m_job).error().code, ErrorCode::NotFound);
    }

    void artifactPlaces()
    {
        const auto climbing = m_backend->artifacts(ref(19), {}, true, m_job);
        VERIFY_RESULT(climbing);
        QVERIFY(climbing->reachable && climbing->root.startsWith(m_store) && !climbing->note.isEmpty());
        const auto remote = m_backend->artifacts(ref(20), {}, true, m_job);
        VERIFY_RESULT(remote);
        QVERIFY(!remote->reachable && remote->note.contains(u"s3://bucket"_s));
        const auto none = m_backend->artifacts(ref(21), {}, true, m_job);
        VERIFY_RESULT(none);
        QVERIFY(none->reachable && none->entries.size() == 1);
        const auto trashed = m_backend->artifacts(ref(65, u"5"_s), {}, true, m_job);
        VERIFY_RESULT(trashed);
        QVERIFY(trashed->root.contains(u"/.trash/5/"_s) && trashed->entries.size() == 1);
    }

    void experimentsAndTrash()
    {
        const auto loaded = m_backend->experiments(m_job);
        VERIFY_RESULT(loaded);
        QMap<QString, Experiment> byId;
        for (const Experiment &experiment : loaded->value)
            byId.insert(experiment.id.value, experiment);
        QCOMPARE(byId.keys(), QStringList({u"0"_s, u"1"_s, u"2"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}));
        QVERIFY(byId[u"5"_s].lifecycle == Lifecycle::Deleted);
        QVERIFY(!byId[u"6"_s].creationTime && !byId[u"6"_s].lastUpdateTime && !byId[u"6"_s].name.isEmpty());
        QCOMPARE(byId[u"7"_s].name, u"damage"_s);
        QCOMPARE(m_runs.value->rowsOf(ref(64).run).size(), 2);
        QVERIFY(m_runs.value->rowOf(ref(65, u"5"_s)));
    }

    void registry()
    {
        const auto loaded = m_backend->models(m_job);
        VERIFY_RESULT(loaded);
        QMap<QString, RegisteredModel> byName;
        for (const RegisteredModel &model : loaded->value)
            byName.insert(model.name, model);
        QCOMPARE(byName[u"sound"_s].versions.size(), 1);
        QCOMPARE(byName[u"sound"_s].versions[0].currentStage, u"Production"_s);
        QCOMPARE(byName[u"half"_s].versions.size(), 1);
        const RegisteredModel odd = byName[u"odd"_s];
        QCOMPARE(odd.versions.size(), 2);
        QCOMPARE(odd.version(u"2"_s)->currentStage, u"Testing"_s);
        QVERIFY(odd.version(u"3"_s));
        QCOMPARE(odd.aliases, TextMap({{u"champion"_s, u"99"_s}}));
        QVERIFY(!byName.contains(u"versions only"_s));
    }

    // Below: what no repository can hold.

    void pipesAndSocketsDoNotStopUs()
    {
        const QString path = m_store + u"/1/"_s + ref(1).run.value;
        const QString copy = m_store + "/1/pipes"_L1;
        QVERIFY(QDir().mkpath(copy + "/metrics"_L1) && QDir().mkpath(copy + "/params"_L1) && QDir().mkpath(copy + "/artifacts"_L1));
        QVERIFY(QFile::copy(path + "/meta.yaml"_L1, copy + "/meta.yaml"_L1));
        for (const char *name : {"/metrics/loss", "/params/lr", "/artifacts/pipe", "/tags"})
            QCOMPARE(::mkfifo(qPrintable(copy + QLatin1StringView(name)), 0600), 0);
        const QString other = m_store + "/1/metapipe"_L1;
        QVERIFY(QDir().mkpath(other));
        QCOMPARE(::mkfifo(qPrintable(other + "/meta.yaml"_L1), 0600), 0);
        const auto loaded = m_backend->runs({{}, {RunId(u"pipes"_s), RunId(u"metapipe"_s)}, ViewType::All}, {}, m_job);
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->rowCount(), 1);
        QVERIFY(loaded->value->run(0).metrics.isEmpty() && loaded->value->run(0).params.isEmpty());
        QStringList paths;
        for (const Problem &problem : loaded->problems)
            paths.append(problem.path.section(u'/', 1));
        for (const char *name : {"pipes/metrics/loss", "pipes/params/lr", "pipes/tags", "metapipe/meta.yaml"})
            QVERIFY2(paths.contains(QLatin1StringView(name)), name);
        const auto history = m_backend->history({{ExperimentId(u"1"_s), RunId(u"pipes"_s)}, {u"loss"_s}}, m_job);
        QVERIFY(!history);
        QDir(copy).removeRecursively();
        QDir(other).removeRecursively();
    }

    void filesThatMayNotBeRead()
    {
        if (::geteuid() == 0)
            QSKIP("The superuser may read everything.");
        const QString copy = m_store + "/1/locked"_L1;
        QVERIFY(QDir().mkpath(copy + "/params"_L1) && QDir().mkpath(copy + "/metrics"_L1));
        QVERIFY(QFile::copy(m_store + u"/1/"_s + ref(1).run.value + "/meta.yaml"_L1, copy + "/meta.yaml"_L1));
        QFile param(copy + "/params/lr"_L1);
        QVERIFY(param.open(QIODevice::WriteOnly) && param.setPermissions({}));
        QCOMPARE(::chmod(qPrintable(copy + "/metrics"_L1), 0), 0);
        const auto loaded = m_backend->runs({{}, {RunId(u"locked"_s)}, ViewType::All}, {}, m_job);
        QCOMPARE(::chmod(qPrintable(copy + "/metrics"_L1), 0700), 0);
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->rowCount(), 1);
        QCOMPARE(loaded->problems.size(), 3); // the two, and run_id in meta.yaml
        QDir(copy).removeRecursively();
    }

    void namesThatAreNotUtf8()
    {
        const QByteArray folder = m_store.toUtf8() + "/1/od\xff";
        QCOMPARE(::mkdir(folder.constData(), 0700), 0);
        QCOMPARE(::mkdir((folder + "/metrics").constData(), 0700), 0);
        const auto write = [](const QByteArray &path, const QByteArray &bytes) {
            const int fd = ::open(path.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
            return fd >= 0 && ::write(fd, bytes.constData(), size_t(bytes.size())) == bytes.size() && ::close(fd) == 0;
        };
        QVERIFY(write(folder + "/meta.yaml", "run_id: x\nstatus: 3\n"));
        QVERIFY(write(folder + "/metrics/gr\xf6\xdf", "1 0.5 3\n"));
        QVERIFY(write(folder + "/metrics/gr\xf6\xdc", "1 0.6 3\n"));
        const RunRef odd{ExperimentId(u"1"_s), RunId(u"od\ufffd"_s)};
        const auto loaded = m_backend->runs({{}, {odd.run}, ViewType::All}, {}, m_job);
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->rowCount(), 1);
        QCOMPARE(loaded->value->ref(0), odd);
        QCOMPARE(loaded->value->run(0).metrics.keys(), QStringList{u"gr\ufffd\ufffd"_s});
        const auto history = m_backend->history({odd, {u"gr\ufffd\ufffd"_s}}, m_job);
        VERIFY_RESULT(history);
        QCOMPARE(history->value.first().size(), 1);
        for (const char *name : {"/metrics/gr\xf6\xdf", "/metrics/gr\xf6\xdc", "/meta.yaml"})
            QCOMPARE(::unlink((folder + name).constData()), 0);
        QCOMPARE(::rmdir((folder + "/metrics").constData()), 0);
        QCOMPARE(::rmdir(folder.constData()), 0);
    }

    void manyRunsAndStopping()
    {
        const QString experiment = m_store + "/77"_L1;
        QVERIFY(QDir().mkpath(experiment));
        QFile meta(experiment + "/meta.yaml"_L1);
        QVERIFY(meta.open(QIODevice::WriteOnly) && meta.write("experiment_id: '77'\nname: many\n") > 0);
        constexpr int Count = 1500;
        for (int i = 0; i < Count; ++i) {
            const QString folder = experiment + u"/r%1"_s.arg(i, 5, 10, QChar(u'0'));
            QVERIFY(QDir().mkdir(folder));
            QFile file(folder + "/meta.yaml"_L1);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("run_id: " + QFileInfo(folder).fileName().toLatin1() + "\nstatus: 3\n") > 0);
        }
        std::vector<RunTablePtr> partial;
        RunRequest request{{ExperimentId(u"77"_s)}, {}, ViewType::All};
        const auto all = m_backend->runs(request, [&](RunTablePtr table) { partial.push_back(std::move(table)); }, m_job);
        VERIFY_RESULT(all);
        QCOMPARE(all->value->rowCount(), Count);
        for (uint32_t row = 0; row < Count; ++row)
            QCOMPARE(all->value->ref(row).run.value, u"r%1"_s.arg(row, 5, 10, QChar(u'0')));
        for (const RunTablePtr &table : partial) {
            QVERIFY(table->rowCount() > 0 && table->rowCount() <= Count);
            QCOMPARE(table->ref(uint32_t(table->rowCount() - 1)), all->value->ref(uint32_t(table->rowCount() - 1)));
        }
        // Stopped in the middle, by the job's own progress.
        struct StoppingJob final : Job {
            mutable std::atomic<int> polls = 0;
            bool isCanceled() const override { return ++polls > 200; }
            void setProgress(qint64, qint64, const QString &) override {}
        } stopping;
        QCOMPARE(m_backend->runs(request, {}, stopping).error().code, ErrorCode::Canceled);
        QDir(experiment).removeRecursively();
    }

    void aStoreThatIsGone()
    {
        const QString folder = fixtureCopy(u"file-1.30/mlruns"_s);
        auto backend = makeMlflowFile()->open(folder, {}, m_job);
        VERIFY_RESULT(backend);
        QVERIFY(QDir(folder).removeRecursively());
        QCOMPARE((*backend)->runs({}, {}, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE((*backend)->experiments(m_job).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDamagedFiles)
#include "tst_damagedfiles.moc"
