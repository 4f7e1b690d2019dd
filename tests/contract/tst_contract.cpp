// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runedits.h"
#include "models/store/storeregistry.h"
#include "tests/contract/storejson.h"
#include "tests/support/testing.h"

#include <QDir>

#include <cmath>
#include <map>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// What every format must keep, tried on every fixture store that it takes. The stores were written by MLflow, and
// expected/ holds what MLflow says of them. A format that takes none of them has no fixture, and fails.
class TestContract : public QObject
{
    Q_OBJECT

private:
    struct Opened {
        QString folder;   // a copy of the fixture
        QString expected; // its answers, in the original
        StoreCandidate candidate;
        std::unique_ptr<StoreBackend> backend;
        QStringList before;
    };

    std::unique_ptr<StoreRegistry> m_registry;
    std::map<QString, Opened> m_stores; // by the fixture's name
    SilentJob m_job;

    // Those whose format this build has.
    QStringList fixtureStores() const
    {
        QStringList names;
        for (const QString &name : QDir(fixture({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString format = QFileInfo::exists(fixture(name + "/mlflow.db"_L1)) ? u"mlflow-sqlite"_s : u"mlflow-file"_s;
            if (QFileInfo::exists(fixture(name + "/expected/runs.json"_L1)) && m_registry->format(format))
                names.append(name);
        }
        return names;
    }
    Opened openCopy(const QString &name)
    {
        Opened opened;
        opened.folder = fixtureCopy(name);
        QDir(opened.folder + "/expected"_L1).removeRecursively();
        opened.expected = fixture(name + "/expected/"_L1);
        opened.before = treeListing(opened.folder);
        const auto candidate = m_registry->locate(opened.folder, m_job);
        if (candidate) {
            opened.candidate = *candidate;
            if (auto backend = m_registry->open(*candidate, {}, m_job))
                opened.backend = *std::move(backend);
        }
        return opened;
    }
    Opened &current()
    {
        QFETCH_GLOBAL(QString, store);
        return m_stores.at(store);
    }
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
        m_registry = std::make_unique<StoreRegistry>(allStoreFormats());
        QTest::addColumn<QString>("store");
        for (const QString &name : fixtureStores())
            QTest::newRow(qPrintable(name)) << name;
    }
    void initTestCase()
    {
        QVERIFY(!m_registry->formats().empty());
        QStringList taken;
        for (const QString &name : fixtureStores()) {
            Opened opened = openCopy(name);
            taken.append(opened.candidate.formatId);
            m_stores.emplace(name, std::move(opened));
        }
        for (const auto &format : m_registry->formats()) {
            if (format->takesAddress(u"http"_s))
                continue; // served by real servers in tests/contract/server
            QVERIFY2(taken.contains(format->id()), qPrintable(format->id() + u" takes no fixture store"_s));
        }
    }
    void init() { QVERIFY2(current().backend, "The store cannot be opened."); }

    void isFoundFromEverywhere()
    {
        const Opened &store = current();
        const QString own = QFileInfo(store.candidate.location).fileName();
        QVERIFY(own == "mlruns"_L1 || own == "mlflow.db"_L1);
        for (const QString &place : {store.folder, store.candidate.location}) {
            const auto found = m_registry->locate(place, m_job);
            VERIFY_RESULT(found);
            QCOMPARE(found->location, store.candidate.location);
            QCOMPARE(found->formatId, store.candidate.formatId);
            QVERIFY(!found->isEmpty);
        }
        const StoreInfo info = store.backend->info();
        QCOMPARE(info.formatId, store.candidate.formatId);
        QCOMPARE(info.location, store.candidate.location);
        QVERIFY(info.writable && info.whyNotWritable.isEmpty());
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

    void writes();
    void editsOfRuns();
    void editsOfRunsThatAreRefused();
    void writesThatAreRefused();
};

// NaN is not equal to itself.
static Run comparable(Run run)
{
    for (double &value : run.metrics)
        value = std::isnan(value) ? 123456.75 : value;
    return run;
}

// Each edit and its inverse, compared and set.
void TestContract::editsOfRuns()
{
    QFETCH_GLOBAL(QString, store);
    Opened copy = openCopy(store);
    QVERIFY(copy.backend);
    const auto active = copy.backend->runs({{}, {}, ViewType::Active}, {}, m_job);
    VERIFY_RESULT(active);
    QVERIFY(active->value->rowCount() > 1);
    const RunRef run = active->value->ref(0);
    const Run before = active->value->run(0);
    const QString note = u"# Größe\n\n- *one*\n"_s;
    const QList<RunEdit> edits{
        RunEdit::rename(run, RunEdit::rename(run, {}, {}).valueIn(before), u"it's: # \"new\""_s),
        RunEdit::tag(run, TagKey::Note, RunEdit::tag(run, TagKey::Note, {}, {}).valueIn(before), note),
        RunEdit::tag(run, u"assay/new"_s, {}, u""_s),
        RunEdit::lifecycle(run, Lifecycle::Active, Lifecycle::Deleted),
    };
    RunEditReport report = makeRunEdits(*copy.backend, edits, m_job);
    QCOMPARE(report.failedCount(), 0);
    const auto fresh = m_registry->open(copy.candidate, {}, m_job);
    VERIFY_RESULT(fresh);
    const auto read = [&] { return (*fresh)->runs({{}, {run.run}, ViewType::All}, {}, m_job)->value->run(0); };
    Run now = read();
    QCOMPARE(now.info.name, *edits[0].to);
    QCOMPARE(now.tags.value(TagKey::RunName), *edits[0].to);
    QCOMPARE(now.tags.value(TagKey::Note), note);
    QCOMPARE(now.tags.value(u"assay/new"_s, u"gone"_s), u""_s);
    QCOMPARE(now.info.lifecycle, Lifecycle::Deleted);
    QCOMPARE(comparable(report.runs->run(*report.runs->rowOf(run))), comparable(now));
    // The other runs are what they were.
    const auto all = (*fresh)->runs({}, {}, m_job)->value;
    for (uint32_t row = 1; row < uint32_t(active->value->rowCount()); ++row)
        QCOMPARE(comparable(all->run(*all->rowOf(active->value->ref(row)))), comparable(active->value->run(row)));

    QList<RunEdit> back;
    for (auto it = edits.rbegin(); it != edits.rend(); ++it)
        back.append(it->inverse());
    report = makeRunEdits(*copy.backend, back, m_job);
    QCOMPARE(report.failedCount(), 0);
    now = read();
    now.tags.remove(TagKey::RunName); // older releases kept the name in one place
    Run wanted = before;
    wanted.tags.remove(TagKey::RunName);
    QCOMPARE(comparable(now), comparable(wanted));
}

void TestContract::editsOfRunsThatAreRefused()
{
    QFETCH_GLOBAL(QString, store);
    Opened copy = openCopy(store);
    QVERIFY(copy.backend);
    StoreBackend &backend = *copy.backend;
    const auto active = backend.runs({{}, {}, ViewType::Active}, {}, m_job);
    VERIFY_RESULT(active);
    const RunRef run = active->value->ref(0);
    const Run before = active->value->run(0);
    const auto codeOf = [&](const RunEdit &edit) {
        const Status done = backend.editRun(edit, m_job);
        return done ? std::nullopt : std::optional(done.error().code);
    };
    const auto name = RunEdit::rename(run, {}, {}).valueIn(before);
    QCOMPARE(codeOf(RunEdit::rename(run, u"another"_s, u"x"_s)), ErrorCode::Conflict);
    QCOMPARE(codeOf(RunEdit::rename(run, {}, u"x"_s)), ErrorCode::Conflict);
    QCOMPARE(codeOf(RunEdit::rename(run, name, u""_s)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(RunEdit::tag(run, u"new"_s, u"there"_s, u"x"_s)), ErrorCode::Conflict);
    QCOMPARE(codeOf(RunEdit::tag(run, u"../new"_s, {}, u"x"_s)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(RunEdit::lifecycle(run, Lifecycle::Deleted, Lifecycle::Active)), ErrorCode::Conflict);
    QCOMPARE(codeOf(RunEdit::lifecycle({run.experiment, RunId(u"none"_s)}, Lifecycle::Active, Lifecycle::Deleted)), ErrorCode::NotFound);
    // Deleted twice is deleted, when nobody says what was shown.
    const RunEdit deletion = RunEdit::lifecycle(run, Lifecycle::Active, Lifecycle::Deleted);
    QCOMPARE(codeOf(deletion), std::nullopt);
    QCOMPARE(codeOf(deletion), ErrorCode::Conflict);
    QCOMPARE(codeOf(deletion.unguarded()), std::nullopt);
    QCOMPARE(codeOf(RunEdit::rename(run, name, u"x"_s)), ErrorCode::Refused);
    QCOMPARE(codeOf(RunEdit::tag(run, u"new"_s, {}, u"x"_s)), ErrorCode::Refused);
    QCOMPARE(codeOf(deletion.inverse()), std::nullopt);
    QCOMPARE(backend.runs({{}, {run.run}, ViewType::All}, {}, m_job)->value->run(0).info, before.info);
    // Of several the one that conflicts stays, and the others are made.
    const RunRef other = active->value->ref(1);
    const RunEdit mine = RunEdit::tag(run, u"assay/bulk"_s, {}, u"a"_s), theirs = RunEdit::tag(other, u"assay/bulk"_s, u"never"_s, u"b"_s);
    const RunEdit again = RunEdit::tag(run, u"assay/more"_s, {}, u"c"_s);
    const auto answers = backend.editRuns({mine, theirs, again}, m_job);
    QCOMPARE(answers.size(), 3);
    QVERIFY(!answers[0] && answers[1] && !answers[2]);
    QCOMPARE(answers[1]->code, ErrorCode::Conflict);
    const auto bulk = backend.runs({{}, {run.run, other.run}, ViewType::All}, {}, m_job)->value;
    QCOMPARE(bulk->run(*bulk->rowOf(run)).tags.value(u"assay/bulk"_s), u"a"_s);
    QCOMPARE(bulk->run(*bulk->rowOf(run)).tags.value(u"assay/more"_s), u"c"_s);
    QVERIFY(!bulk->run(*bulk->rowOf(other)).tags.contains(u"assay/bulk"_s));
    QCOMPARE(codeOf(mine.inverse()), std::nullopt);
    QCOMPARE(codeOf(again.inverse()), std::nullopt);
    // What is behind a stop is not tried, and told.
    SilentJob stopped;
    stopped.cancel();
    const RunEditReport report = makeRunEdits(backend, {deletion}, stopped);
    QCOMPARE(report.edits.first().error->code, ErrorCode::Canceled);
    QCOMPARE(comparable(report.runs->run(0)), comparable(before));
}

// Everything that can be written, read back from a store that is opened anew.
void TestContract::writes()
{
    QFETCH_GLOBAL(QString, store);
    Opened copy = openCopy(store);
    QVERIFY(copy.backend);
    StoreBackend &backend = *copy.backend;
    const RunRef run = allRuns()->ref(0);
    const QString note = u"two\nlines, größer 😀 '\"; DROP TABLE runs; --"_s;
    VERIFY_RESULT(backend.setRunTag(run, u"assay/note"_s, note, m_job));
    VERIFY_RESULT(backend.setRunTag(run, TagKey::RunName, u"renamed: 'x'"_s, m_job));
    const auto reread = [&] { return m_registry->open(copy.candidate, {}, m_job); };
    auto fresh = reread();
    VERIFY_RESULT(fresh);
    auto runs = (*fresh)->runs({{}, {run.run}, ViewType::All}, {}, m_job);
    VERIFY_RESULT(runs);
    QCOMPARE(runs->value->run(0).tags.value(u"assay/note"_s), note);
    QCOMPARE(runs->value->run(0).info.name, u"renamed: 'x'"_s);
    VERIFY_RESULT(backend.setRunTag(run, u"assay/note"_s, std::nullopt, m_job));
    runs = backend.runs({{}, {run.run}, ViewType::All}, {}, m_job);
    QVERIFY(!runs->value->run(0).tags.contains(u"assay/note"_s));
    QCOMPARE(backend.setRunTag(run, u"assay/note"_s, std::nullopt, m_job).error().code, ErrorCode::NotFound);

    const auto before = backend.models(m_job);
    VERIFY_RESULT(before);
    const auto model = std::find_if(before->value.begin(), before->value.end(), [](const RegisteredModel &each) {
        return !each.isPrompt() && each.versions.size() >= 3;
    });
    if (model == before->value.end()) {
        QCOMPARE(loadJson(current().expected + "models.json"_L1)[u"models"_s].toArray().size(), 0); // no registry in this release
        return;
    }
    const ModelVersion first = model->versions[0];
    const ModelVersion second = model->versions[1];
    // Two versions in one stage; the second one's coming archives the first.
    VERIFY_RESULT(backend.changeStage({model->name, first.version, first.currentStage, first.lastUpdatedTime, Stage::Staging, false}, m_job));
    const auto done = backend.changeStage({model->name, second.version, second.currentStage, second.lastUpdatedTime, Stage::Staging, true}, m_job);
    VERIFY_RESULT(done);
    QVERIFY(done->archived.contains(first.version));
    QVERIFY(!done->archived.contains(second.version));
    VERIFY_RESULT(backend.setModelTag(model->name, u"owner"_s, u"новый"_s, m_job));
    VERIFY_RESULT(backend.setVersionTag(model->name, second.version, u"approved by"_s, u"ann"_s, m_job));
    const bool hasAliases = !loadJson(current().expected + "made_by.json"_L1)[u"mlflow"_s].toString().startsWith("1."_L1);
    if (hasAliases)
        VERIFY_RESULT(backend.setAlias(model->name, u"assay-test"_s, second.version, m_job));
    fresh = reread();
    auto after = (*fresh)->models(m_job);
    VERIFY_RESULT(after);
    QCOMPARE(after->problems.size(), 0);
    const auto changed = std::find_if(after->value.begin(), after->value.end(), [&](const auto &each) { return each.name == model->name; });
    QCOMPARE(changed->version(first.version)->currentStage, u"Archived"_s);
    QCOMPARE(changed->version(second.version)->currentStage, u"Staging"_s);
    QVERIFY(changed->version(second.version)->lastUpdatedTime > second.lastUpdatedTime);
    QVERIFY(changed->lastUpdatedTime > model->lastUpdatedTime);
    QCOMPARE(changed->tags.value(u"owner"_s), u"новый"_s);
    QCOMPARE(changed->version(second.version)->tags.value(u"approved by"_s), u"ann"_s);
    for (const QString &number : done->archived)
        QCOMPARE(changed->version(number)->currentStage, u"Archived"_s);
    if (hasAliases) {
        QCOMPARE(changed->aliases.value(u"assay-test"_s), second.version);
        QVERIFY(changed->version(second.version)->aliases.contains(u"assay-test"_s));
        VERIFY_RESULT(backend.setAlias(model->name, u"assay-test"_s, first.version, m_job));
        VERIFY_RESULT(backend.setAlias(model->name, u"assay-test"_s, std::nullopt, m_job));
        QCOMPARE(backend.setAlias(model->name, u"assay-test"_s, std::nullopt, m_job).error().code, ErrorCode::NotFound);
    }
    VERIFY_RESULT(backend.setModelTag(model->name, u"owner"_s, std::nullopt, m_job));
    VERIFY_RESULT(backend.setVersionTag(model->name, second.version, u"approved by"_s, std::nullopt, m_job));
    // All else is as it was: the other models, and the fields of this one that nobody touched.
    after = backend.models(m_job);
    for (qsizetype i = 0; i < before->value.size(); ++i)
        if (before->value[i].name != model->name)
            QCOMPARE(after->value[i], before->value[i]);
    const ModelVersion untouched = model->versions[2];
    const auto last = std::find_if(after->value.begin(), after->value.end(), [&](const auto &each) { return each.name == model->name; });
    if (!done->archived.contains(untouched.version))
        QCOMPARE(*last->version(untouched.version), untouched);
    QCOMPARE(last->version(second.version)->source, second.source);
    QCOMPARE(last->version(second.version)->description, second.description);
    QCOMPARE(last->description, model->description);
}

void TestContract::writesThatAreRefused()
{
    QFETCH_GLOBAL(QString, store);
    Opened copy = openCopy(store);
    QVERIFY(copy.backend);
    StoreBackend &backend = *copy.backend;
    const auto before = backend.models(m_job);
    VERIFY_RESULT(before);
    const auto model = std::find_if(before->value.begin(), before->value.end(), [](const auto &each) { return each.versions.size() >= 2; });
    const RunRef run = allRuns()->ref(0);
    QCOMPARE(backend.setRunTag({run.experiment, RunId(u"none"_s)}, u"a"_s, u"b"_s, m_job).error().code, ErrorCode::NotFound);
    for (const QString &key : {u"../escape"_s, u"/abs"_s, u"a/../b"_s, QString(), u"a//b"_s, u"semi;colon"_s})
        QCOMPARE(backend.setRunTag(run, key, u"b"_s, m_job).error().code, ErrorCode::InvalidArgument);
    if (model != before->value.end()) {
        const ModelVersion version = model->versions[0];
        const OptionalTime shown = version.lastUpdatedTime;
        QCOMPARE(backend.changeStage({model->name, version.version, u"elsewhere"_s, shown, Stage::Staging, false}, m_job).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(backend.changeStage({model->name, version.version, version.currentStage, shown.value_or(0) - 1, Stage::Staging, false}, m_job)
                     .error().code, ErrorCode::Conflict);
        QCOMPARE(backend.changeStage({model->name, u"999"_s, u"None"_s, shown, Stage::Staging, false}, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE(backend.changeStage({u"no model"_s, u"1"_s, u"None"_s, shown, Stage::Staging, false}, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE(backend.changeStage({model->name, version.version, version.currentStage, shown, Stage::Archived, true}, m_job).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(backend.setAlias(model->name, u"latest"_s, version.version, m_job).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(backend.setAlias(model->name, u"v12"_s, version.version, m_job).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(backend.setAlias(model->name, u"no blank"_s, version.version, m_job).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(backend.setModelTag(u"no model"_s, u"a"_s, u"b"_s, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE(backend.setVersionTag(model->name, u"999"_s, u"a"_s, u"b"_s, m_job).error().code, ErrorCode::NotFound);
    }
    const auto after = backend.models(m_job);
    VERIFY_RESULT(after);
    QCOMPARE(after->value, before->value);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
