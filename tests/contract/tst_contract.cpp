// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fixturestores.h"
#include "tests/contract/storejson.h"
#include "tests/support/testing.h"

#include <QFileInfo>

#include <map>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// What every format must keep when it is read, tried on every fixture store that it takes. The stores were written by MLflow, and
// expected/ holds what MLflow says of them. A format that takes none of them has no fixture, and fails.
class TestContract : public QObject
{
    Q_OBJECT

private:
    using Opened = FixtureStores::Opened;

    FixtureStores m_fixtures;
    std::map<QString, Opened> m_stores; // by the fixture's name
    SilentJob m_job;

    Opened &current()
    {
        QFETCH_GLOBAL(QString, store);
        return m_stores.at(store);
    }
    static QString bundleOf(const QString &name) { return "bundle of "_L1 + name; }
    bool isBundle() { return current().candidate.formatId == "assay-bundle"_L1; }
    RunTablePtr allRuns()
    {
        const auto loaded = current().backend->runs({}, {}, m_job);
        return loaded ? loaded->value : nullptr;
    }
    QJsonArray expectedRuns() { return loadJson(current().expected + "runs.json"_L1)[u"runs"_s].toArray(); }
    static RunRef refOf(const QJsonValue &run)
    {
        return {ExperimentId(run[u"info"_s][u"experiment_id"_s].toString()), RunId(run[u"info"_s][u"run_id"_s].toString())};
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("store");
        for (const QString &name : m_fixtures.names()) {
            QTest::newRow(qPrintable(name)) << name;
            QTest::addRow("bundle of %s", qPrintable(name)) << bundleOf(name);
        }
    }
    void initTestCase()
    {
        QVERIFY(!m_fixtures.registry().formats().empty());
        QStringList taken;
        for (const QString &name : m_fixtures.names()) {
            Opened opened = m_fixtures.openCopy(name, m_job);
            taken.append(opened.candidate.formatId);
            m_stores.emplace(name, std::move(opened));
            Opened bundle = m_fixtures.openBundle(name, m_job);
            taken.append(bundle.candidate.formatId);
            m_stores.emplace(bundleOf(name), std::move(bundle));
        }
        for (const auto &format : m_fixtures.registry().formats()) {
            if (format->isRemote())
                continue; // real servers have them in tests/contract/server and tests/contract/database
            QVERIFY2(taken.contains(format->id()), qPrintable(format->id() + u" takes no fixture store"_s));
        }
    }
    void init() { QVERIFY2(current().backend, "The store cannot be opened."); }

    void isFoundFromEverywhere()
    {
        const Opened &store = current();
        const QString own = QFileInfo(store.candidate.location).fileName();
        QVERIFY(own == "mlruns"_L1 || own == "mlflow.db"_L1 || isBundle());
        // A folder with a bundle in it is no store: bundles lie beside the stores that they were made of.
        for (const QString &place : isBundle() ? QStringList{store.candidate.location} : QStringList{store.folder, store.candidate.location}) {
            const auto found = m_fixtures.registry().locate(place, m_job);
            VERIFY_RESULT(found);
            QCOMPARE(found->location, store.candidate.location);
            QCOMPARE(found->formatId, store.candidate.formatId);
            QVERIFY(!found->isEmpty);
        }
        const StoreInfo info = store.backend->info();
        QCOMPARE(info.formatId, store.candidate.formatId);
        QCOMPARE(info.location, store.candidate.location);
        QCOMPARE(info.writable, !isBundle());
        QCOMPARE(info.whyNotWritable.isEmpty(), info.writable);
        for (QLatin1StringView can : {Capability::Runs, Capability::Metrics, Capability::Artifacts})
            QVERIFY(info.capabilities.contains(can));
    }

    void experiments()
    {
        const auto loaded = current().backend->experiments(m_job);
        VERIFY_RESULT(loaded);
        QJsonArray got;
        for (const Experiment &experiment : loaded->value)
            got.append(experimentJson(experiment));
        const QJsonArray want = loadJson(current().expected + "experiments.json"_L1)[u"experiments"_s].toArray();
        QVERIFY(!want.isEmpty());
        QCOMPARE(got.size(), want.size());
        QCOMPARE(firstDifference(byField(want, u"experiment_id"_s), byField(got, u"experiment_id"_s)), QString());
        QCOMPARE(loaded->problems.size(), 0);
    }

    void runs()
    {
        const auto loaded = current().backend->runs({}, {}, m_job);
        VERIFY_RESULT(loaded);
        const QJsonArray want = expectedRuns();
        QVERIFY(!want.isEmpty());
        QCOMPARE(loaded->value->rowCount(), want.size());
        for (const QJsonValue &run : want) {
            const auto row = loaded->value->rowOf(refOf(run));
            QVERIFY2(row, qPrintable(refOf(run).run.value));
            QCOMPARE(firstDifference(run, runJson(loaded->value->run(*row)), refOf(run).run.value), QString());
        }
        QCOMPARE(loaded->problems.size(), 0);
    }

    void runsThatAreAskedFor()
    {
        const RunTablePtr all = allRuns();
        QVERIFY(all);
        const RunRef one = all->ref(3);
        const auto byId = current().backend->runs({{}, {one.run, RunId(u"none"_s)}, ViewType::All}, {}, m_job);
        VERIFY_RESULT(byId);
        QCOMPARE(byId->value->rowCount(), 1);
        QCOMPARE(byId->value->run(0), all->run(3));
        const auto byExperiment = current().backend->runs({{one.experiment}, {}, ViewType::All}, {}, m_job);
        const auto active = current().backend->runs({{}, {}, ViewType::Active}, {}, m_job);
        const auto deleted = current().backend->runs({{}, {}, ViewType::Deleted}, {}, m_job);
        VERIFY_RESULT(byExperiment);
        VERIFY_RESULT(active);
        VERIFY_RESULT(deleted);
        qsizetype inExperiment = 0;
        qsizetype activeCount = 0;
        for (uint32_t row = 0; row < all->rowCount(); ++row) {
            inExperiment += all->ref(row).experiment == one.experiment ? 1 : 0;
            activeCount += all->info(row).lifecycle == Lifecycle::Active ? 1 : 0;
        }
        QCOMPARE(byExperiment->value->rowCount(), inExperiment);
        QCOMPARE(active->value->rowCount(), activeCount);
        QVERIFY(deleted->value->rowCount() > 0);
        QCOMPARE(deleted->value->rowCount(), all->rowCount() - activeCount);
        const auto none = current().backend->runs({{ExperimentId(u"none"_s)}, {}, ViewType::All}, {}, m_job);
        VERIFY_RESULT(none);
        QCOMPARE(none->value->rowCount(), 0);
    }

    void histories()
    {
        for (const QJsonValue &run : expectedRuns()) {
            const RunRef ref = refOf(run);
            const auto loaded = current().backend->history({ref, {}}, m_job);
            VERIFY_RESULT(loaded);
            const QJsonObject want = loadJson(current().expected + "metrics/"_L1 + ref.run.value + ".json"_L1)[u"metrics"_s].toObject();
            QCOMPARE(firstDifference(want, seriesJson(loaded->value), ref.run.value + ".metrics"_L1), QString());
            for (qsizetype i = 1; i < loaded->value.size(); ++i)
                QVERIFY(loaded->value[i - 1].key.toUtf8() < loaded->value[i].key.toUtf8());
            for (const MetricSeries &series : loaded->value) {
                QVERIFY(series.steps.size() == series.values.size() && series.timestamps.size() == series.values.size());
                const auto one = current().backend->history({ref, {series.key}}, m_job);
                VERIFY_RESULT(one);
                QCOMPARE(seriesJson(one->value), seriesJson({series}));
            }
        }
    }

    void whatIsNotThereIsNotFound()
    {
        StoreBackend &backend = *current().backend;
        const RunRef known = allRuns()->ref(0);
        const RunRef unknown{known.experiment, RunId(u"00000000000000000000000000000000"_s)};
        const RunRef elsewhere{ExperimentId(u"../1"_s), known.run};
        QCOMPARE(backend.history({known, {u"no such metric"_s}}, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE(backend.history({known, {u"../params"_s}}, m_job).error().code, ErrorCode::NotFound);
        for (const RunRef &ref : {unknown, elsewhere}) {
            QCOMPARE(backend.history({ref, {}}, m_job).error().code, ErrorCode::NotFound);
            QCOMPARE(backend.artifacts(ref, {}, true, m_job).error().code, ErrorCode::NotFound);
            const auto drop = [](QByteArrayView) { return true; };
            QCOMPARE(backend.readArtifact(ref, u"a"_s, drop, m_job).error().code, ErrorCode::NotFound);
        }
    }

    void artifacts()
    {
        qsizetype files = 0;
        for (const QJsonValue &run : expectedRuns()) {
            const RunRef ref = refOf(run);
            const auto listing = current().backend->artifacts(ref, {}, true, m_job);
            VERIFY_RESULT(listing);
            const QJsonObject want = loadJson(current().expected + "artifacts/"_L1 + ref.run.value + ".json"_L1);
            QCOMPARE(listing->artifactUri, want[u"artifact_uri"_s].toString());
            QCOMPARE(firstDifference(want[u"files"_s], artifactsJson(listing->entries), ref.run.value), QString());
            QStringList top;
            for (const ArtifactEntry &entry : listing->entries) {
                if (!entry.path.contains(u'/'))
                    top.append(entry.path);
                if (entry.isFolder)
                    continue;
                ++files;
                qint64 size = 0;
                VERIFY_RESULT(current().backend->readArtifact(ref, entry.path, [&](QByteArrayView piece) { size += piece.size(); return true; }, m_job));
                QCOMPARE(size, entry.size);
            }
            if (listing->entries.isEmpty())
                continue;
            const auto flat = current().backend->artifacts(ref, {}, false, m_job);
            VERIFY_RESULT(flat);
            QCOMPARE(flat->entries.size(), top.size());
            for (const QString &bad : {u".."_s, u"none"_s, u"../.."_s}) {
                const auto refused = current().backend->artifacts(ref, bad, false, m_job);
                QVERIFY(!refused && refused.error().code == ErrorCode::NotFound);
            }
        }
        QVERIFY(files > 0);
    }

    void models()
    {
        const auto loaded = current().backend->models(m_job);
        VERIFY_RESULT(loaded);
        QJsonArray models;
        QJsonArray prompts;
        QString last;
        for (const RegisteredModel &model : loaded->value) {
            QVERIFY(last < model.name);
            last = model.name;
            if (!model.isPrompt()) {
                models.append(modelJson(model));
                continue;
            }
            QJsonObject prompt = modelJson(model);
            QJsonObject tags = prompt[u"tags"_s].toObject();
            tags.remove(u"mlflow.prompt.is_prompt"_s); // MLflow's client leaves it out
            prompt.insert(u"tags"_s, tags);
            prompts.append(prompt);
        }
        const QString where = current().expected;
        QCOMPARE(firstDifference(loadJson(where + "models.json"_L1)[u"models"_s].toArray(), models, u"models"_s), QString());
        if (QFileInfo::exists(where + "prompts.json"_L1))
            QCOMPARE(firstDifference(loadJson(where + "prompts.json"_L1)[u"models"_s].toArray(), prompts, u"prompts"_s), QString());
        QCOMPARE(loaded->problems.size(), 0);
    }

    void counts()
    {
        const auto counts = current().backend->counts(m_job);
        VERIFY_RESULT(counts);
        const QJsonArray models = loadJson(current().expected + "models.json"_L1)[u"models"_s].toArray();
        qint64 versions = 0;
        for (const QJsonValue &model : models)
            versions += model[u"versions"_s].toArray().size();
        QCOMPARE(counts->experiments, loadJson(current().expected + "experiments.json"_L1)[u"experiments"_s].toArray().size());
        QCOMPARE(counts->runs, expectedRuns().size());
        QCOMPARE(counts->registeredModels, models.size());
        QCOMPARE(counts->modelVersions, versions);
    }

    void soundStoresHaveNoProblems()
    {
        const auto problems = current().backend->diagnose(m_job);
        VERIFY_RESULT(problems);
        for (const Problem &problem : *problems)
            qWarning("%s:%lld %s", qPrintable(problem.path), problem.line, qPrintable(problem.message));
        QCOMPARE(problems->size(), 0);
    }

    void stopsWhenCanceled()
    {
        SilentJob job;
        job.cancel();
        StoreBackend &backend = *current().backend;
        QCOMPARE(backend.experiments(job).error().code, ErrorCode::Canceled);
        QCOMPARE(backend.runs({}, {}, job).error().code, ErrorCode::Canceled);
        QCOMPARE(backend.models(job).error().code, ErrorCode::Canceled);
        QCOMPARE(backend.diagnose(job).error().code, ErrorCode::Canceled);
    }

    // After all of the above.
    void readingHasWrittenNothing() { QCOMPARE(treeListing(current().folder), current().before); }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
