// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-sqlite/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

TextMap textMap(const QJsonObject &object)
{
    TextMap map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it->toString());
    return map;
}

// As the expected answers write it: databases hand out the largest double for infinity.
double expectedNumber(const QJsonValue &value)
{
    if (value.toString() == "NaN"_L1)
        return qQNaN();
    const double number = value.toDouble();
    return std::abs(number) == std::numeric_limits<double>::max() ? std::copysign(qInf(), number)
                                                                  : number;
}

} // namespace

class MlflowSqliteReadTest : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

private Q_SLOTS:
    void readsWhatMlflowWrote_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"sqlite-old", "sqlite-2.22", "sqlite-3.17"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readsWhatMlflowWrote()
    {
        QFETCH(QString, name);
        const QString folder = fixture(name);
        const auto store = openStore(folder + "/mlflow.db"_L1);
        QVERIFY(store);
        const auto loaded = store->runs({}, {}, m_job);
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->problems, QList<Problem>());
        const RunTablePtr table = loaded->value;
        const QJsonArray expected
            = readJson(folder + "/expected/runs.json"_L1)["runs"_L1].toArray();
        QCOMPARE(table->rowCount(), expected.size());
        for (const QJsonValue &one : expected) {
            const QJsonObject info = one["info"_L1].toObject(), data = one["data"_L1].toObject();
            const auto row = table->rowOf({ExperimentId(info["experiment_id"_L1].toString()),
                                           RunId(info["run_id"_L1].toString())});
            QVERIFY(row);
            const Run run = table->run(*row);
            QCOMPARE(run.info.name, info["run_name"_L1].toString());
            QCOMPARE(runStatusName(run.info.status), info["status"_L1].toString());
            QCOMPARE(run.info.startTime, OptionalTime(info["start_time"_L1].toInteger()));
            QCOMPARE(run.info.artifactUri, info["artifact_uri"_L1].toString());
            QCOMPARE(lifecycleName(run.info.lifecycle), info["lifecycle_stage"_L1].toString());
            QCOMPARE(run.params, textMap(data["params"_L1].toObject()));
            QCOMPARE(run.tags, textMap(data["tags"_L1].toObject()));
            const QJsonObject metrics = data["metrics"_L1].toObject();
            QCOMPARE(run.metrics.keys(), metrics.keys());
            for (auto it = metrics.begin(); it != metrics.end(); ++it)
                QVERIFY2(same(run.metrics[it.key()], expectedNumber(*it)), qPrintable(it.key()));
            const QJsonArray datasets = one["inputs"_L1]["datasets"_L1].toArray();
            QCOMPARE(run.datasets.size(), datasets.size());
            for (qsizetype i = 0; i < datasets.size(); ++i) {
                QCOMPARE(run.datasets[i].dataset.digest, datasets[i]["digest"_L1].toString());
                QCOMPARE(run.datasets[i].dataset.schema, datasets[i]["schema"_L1].toString());
                QCOMPARE(run.datasets[i].tags, textMap(datasets[i]["tags"_L1].toObject()));
            }
            const QJsonObject history
                = readJson(folder + "/expected/metrics/"_L1 + run.info.ref.run.value
                           + ".json"_L1)["metrics"_L1]
                      .toObject();
            const auto series = store->history({run.info.ref, {}}, m_job);
            VERIFY_RESULT(series);
            QCOMPARE(series->value.size(), history.size());
            for (const MetricSeries &metric : series->value) {
                const QJsonArray points = history[metric.key].toArray();
                QCOMPARE(metric.size(), points.size());
                for (size_t i = 0; i < metric.values.size(); ++i) {
                    QCOMPARE(metric.steps[i], points[qsizetype(i)]["step"_L1].toInteger());
                    QCOMPARE(metric.timestamps[i],
                             points[qsizetype(i)]["timestamp"_L1].toInteger());
                    QVERIFY(
                        same(metric.values[i], expectedNumber(points[qsizetype(i)]["value"_L1])));
                }
                const auto alone = store->history({run.info.ref, {metric.key}}, m_job);
                VERIFY_RESULT(alone);
                QCOMPARE(alone->value.first().steps, metric.steps);
                QCOMPARE(alone->value.first().timestamps, metric.timestamps);
            }
        }
        QVERIFY(table->dialect().likeMatchesNewline && !table->dialect().ilikeFoldsUnicode);
        const auto problems = store->diagnose(m_job);
        VERIFY_RESULT(problems);
        QCOMPARE(*problems, QList<Problem>());
        QVERIFY(store->info().writable);
    }

    void asksForWhatIsNotThere()
    {
        const auto store = openStore(fixture(u"sqlite-3.17/mlflow.db"_s));
        QVERIFY(store);
        const RunTablePtr table = allRuns(*store);
        QCOMPARE(store->history({table->ref(0), {u"no such metric"_s}}, m_job).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(
            store->history({{ExperimentId(u"0"_s), RunId(u"nobody"_s)}, {}}, m_job).error().code,
            ErrorCode::NotFound);
        QCOMPARE(store->artifacts({ExperimentId(u"0"_s), RunId(u"nobody"_s)}, {}, false, m_job)
                     .error()
                     .code,
                 ErrorCode::NotFound);
        SilentJob stopped;
        stopped.cancel();
        QCOMPARE(store->runs({}, {}, stopped).error().code, ErrorCode::Canceled);
    }

    void findsArtifactsBesideTheDatabase()
    {
        const auto store = openStore(fixture(u"sqlite-3.17/mlflow.db"_s));
        QVERIFY(store);
        const RunTablePtr table = allRuns(*store);
        const QDir expected(fixture(u"sqlite-3.17/expected/artifacts"_s));
        int found = 0;
        for (const QString &name : expected.entryList(QDir::Files)) {
            const QList<uint32_t> rows = table->rowsOf(RunId(name.chopped(5)));
            QCOMPARE(rows.size(), 1);
            const auto listing = store->artifacts(table->ref(rows.first()), {}, true, m_job);
            VERIFY_RESULT(listing);
            QStringList wanted, paths;
            for (const QJsonValue &file : readJson(expected.filePath(name))["files"_L1].toArray())
                wanted.append(file["path"_L1].toString());
            for (const ArtifactEntry &entry : listing->entries)
                paths.append(entry.path);
            QCOMPARE(paths, wanted);
            found += int(paths.size());
        }
        QVERIFY(found > 20);
    }

    void probesFolders()
    {
        QTemporaryDir folder;
        const auto format = makeMlflowSqlite();
        const auto put = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        put(u"README.md"_s, QByteArray(4096, 'x'));
        StoreProbe found = format->probe(folder.path(), m_job);
        QVERIFY(found.candidates.isEmpty() && found.whyNot.isEmpty());
        QVERIFY(!format->probe(folder.filePath(u"README.md"_s), m_job).whyNot.isEmpty());

        QFile::copy(fixture(u"damaged/sqlite/not-mlflow.db"_s), folder.filePath(u"optuna.db"_s));
        found = format->probe(folder.path(), m_job);
        QVERIFY(found.candidates.isEmpty()
                && found.whyNot.contains("optuna.db is not an MLflow store"_L1));

        put(u"empty.sqlite"_s, {});
        QFile::copy(fixture(u"sqlite-3.17/mlflow.db"_s), folder.filePath(u"tracking"_s));
        QFile::copy(fixture(u"sqlite-old/mlflow.db"_s), folder.filePath(u"b#ä %41?.sqlite3"_s));
        found = format->probe(folder.path(), m_job);
        QStringList names;
        for (const StoreCandidate &candidate : std::as_const(found.candidates))
            names.append(QFileInfo(candidate.location).fileName()
                         + (candidate.isEmpty ? u" (empty)"_s : QString()));
        names.sort();
        QCOMPARE(names,
                 (QStringList{u"b#ä %41?.sqlite3"_s, u"empty.sqlite (empty)"_s, u"tracking"_s}));
        QVERIFY(openStore(folder.filePath(u"b#ä %41?.sqlite3"_s)));
        QCOMPARE(QFileInfo(folder.filePath(u"empty.sqlite"_s)).size(), 0);
        const auto empty = format->open(folder.filePath(u"empty.sqlite"_s), {}, m_job);
        QCOMPARE(empty.error().code, ErrorCode::NotAStore);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 5);
    }

    void createsNothing()
    {
        QTemporaryDir folder;
        const auto store = makeMlflowSqlite()->open(folder.filePath(u"missing.db"_s), {}, m_job);
        QCOMPARE(store.error().code, ErrorCode::NotFound);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void readsTheFirstSchemas()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        {
            Database old(path);
            old.run("CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name "
                    "VARCHAR(256) NOT NULL, artifact_location VARCHAR(256), lifecycle_stage "
                    "VARCHAR(32))");
            old.run(
                "CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250), "
                "source_type VARCHAR(20), user_id VARCHAR(256), status VARCHAR(20),"
                " start_time BIGINT, end_time BIGINT, lifecycle_stage VARCHAR(20), artifact_uri "
                "VARCHAR(200), experiment_id INTEGER)");
            old.run("CREATE TABLE params (key VARCHAR(250) NOT NULL, value VARCHAR(250) NOT NULL, "
                    "run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid))");
            old.run("CREATE TABLE tags (key VARCHAR(250) NOT NULL, value VARCHAR(250), run_uuid "
                    "VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid))");
            old.run("CREATE TABLE metrics (key VARCHAR(250) NOT NULL, value FLOAT NOT NULL, "
                    "timestamp BIGINT NOT NULL, run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, "
                    "timestamp, run_uuid))");
            old.run("INSERT INTO experiments VALUES (0, 'Default', 'mlruns/0', 'active')");
            old.run("INSERT INTO runs VALUES ('r1', '', 'LOCAL', 'ann', 'FINISHED', 1, 2, "
                    "'active', 'mlruns/0/r1/artifacts', 0)");
            old.run("INSERT INTO tags VALUES ('mlflow.runName', 'first', 'r1')");
            old.run("INSERT INTO metrics VALUES ('loss', 0.25, 20, 'r1'), ('loss', 0.5, 10, 'r1'), "
                    "('loss', 1.7976931348623157e308, 5, 'r1')");
        }
        auto store = openStore(path);
        QVERIFY(store);
        QCOMPARE(store->info().version, QString());
        QCOMPARE(store->info().notWritableCode, ErrorCode::UnknownSchema);
        QVERIFY(!store->info().capabilities.contains(QString(Capability::Registry)));
        const RunTablePtr table = allRuns(*store);
        const Run run = table->run(0);
        QCOMPARE(run.info.name, u"first"_s);
        QCOMPARE(run.metrics.value(u"loss"_s), 0.25);
        const auto history = store->history({run.info.ref, {u"loss"_s}}, m_job);
        VERIFY_RESULT(history);
        QCOMPARE(history->value.first().timestamps, (std::vector<qint64>{5, 10, 20}));
        QVERIFY(qIsInf(history->value.first().values.front()));
        QVERIFY(store->models(m_job)->value.isEmpty());
        QCOMPARE(store->counts(m_job)->runs, 1);
        {
            // 1.1: steps, NaN; the open store sees what is added to the schema.
            Database newer(path);
            newer.run("DROP TABLE metrics; CREATE TABLE metrics (key VARCHAR(250) NOT NULL, value "
                      "FLOAT NOT NULL, timestamp BIGINT NOT NULL, run_uuid VARCHAR(32) NOT NULL,"
                      " step BIGINT DEFAULT 0 NOT NULL, is_nan BOOLEAN DEFAULT 0 NOT NULL, PRIMARY "
                      "KEY (key, timestamp, step, run_uuid, value, is_nan))");
            newer.run("INSERT INTO metrics VALUES ('loss', 0, 1, 'r1', 7, 1), ('loss', -1, 1, "
                      "'r1', 7, 0)");
            newer.run("CREATE TABLE alembic_version (version_num VARCHAR(32)); INSERT INTO "
                      "alembic_version VALUES ('181f10493468')");
        }
        QVERIFY(qIsNaN(allRuns(*store)->run(0).metrics.value(
            u"loss"_s))); // NaN counts as 0, which is after -1
        VERIFY_RESULT(store->experiments(m_job));
        QCOMPARE(store->info().version, u"181f10493468"_s);
        QVERIFY(store->info().writable);
    }

    void readsManyRunsOnTwoThreads()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        Database database(path);
        database.run(Tables);
        addRuns(database, 0, 6000, 10);
        const auto store = openStore(path);
        QVERIFY(store);
        RunTablePtr first;
        const auto loaded = store->runs(
            {}, [&](const RunTablePtr &partial) { first = partial; }, m_job);
        VERIFY_RESULT(loaded);
        const RunTablePtr table = loaded->value;
        QVERIFY(first);
        QCOMPARE(first->rowCount(), 6000);
        QCOMPARE(first->info(17).name, u"name 17"_s);
        QCOMPARE(table->rowCount(), 6000);
        for (const uint32_t row : {0u, 17u, 5999u}) {
            QCOMPARE(table->run(row).params.value(u"p9"_s), QString::number(row * 9));
            QCOMPARE(table->run(row).params.size(), 10);
            QCOMPARE(table->run(row).metrics.value(u"loss"_s), row + 0.5);
        }
        // Few runs are looked up one by one, and are the same.
        RunRequest few;
        few.runs = {RunId(u"run00017"_s), RunId(u"run05999"_s), RunId(u"nobody"_s),
                    RunId(u"run00017"_s)};
        const RunTablePtr some = allRuns(*store, few);
        QCOMPARE(some->rowCount(), 2);
        for (uint32_t row = 0; row < 2; ++row)
            QCOMPARE(some->run(row), table->run(*table->rowOf(some->ref(row))));
        RunRequest view;
        view.view = ViewType::Deleted;
        QCOMPARE(allRuns(*store, view)->rowCount(), 600);
        view.experiments = {ExperimentId(u"7"_s)};
        QCOMPARE(allRuns(*store, view)->rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(MlflowSqliteReadTest)
#include "tst_mlflowsqliteread.moc"
