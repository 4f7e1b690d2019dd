// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runedits.h"
#include "tests/contract/fixturestores.h"
#include "tests/contract/storejson.h"
#include "tests/support/testing.h"

#include <QDateTime>

#include <cmath>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// NaN is not equal to itself.
Run comparable(Run run)
{
    for (double &value : run.metrics)
        value = std::isnan(value) ? 123456.75 : value;
    return run;
}

RunRef firstRun(StoreBackend &backend)
{
    SilentJob job;
    const auto loaded = backend.runs({}, {}, job);
    return loaded ? loaded->value->ref(0) : RunRef();
}

// All of it, to the last bit.
QString textOf(const Result<Loaded<QList<MetricSeries>>> &history)
{
    if (!history)
        return errorCodeName(history.error().code);
    QString text;
    for (const MetricSeries &series : history->value) {
        text += series.key + u'\n';
        for (size_t i = 0; i < series.values.size(); ++i)
            text += u"%1 %2 %3\n"_s.arg(series.steps[i]).arg(series.timestamps[i]).arg(std::isnan(series.values[i]) ? u"nan"_s : QString::number(series.values[i], 'g', 17));
    }
    return text;
}

} // namespace

// What every format must keep when it is written, tried on every fixture store that it takes.
class TestContractWrites : public QObject
{
    Q_OBJECT

private:
    FixtureStores m_fixtures;
    SilentJob m_job;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("store");
        for (const QString &name : m_fixtures.names())
            QTest::newRow(qPrintable(name)) << name;
    }

    void severalHistories();
    void changesOnTopOfWhatIsKnown();
    // The last one leaves its marks.
    void editsOfRuns();
    void editsOfRunsThatAreRefused();
    void writesThatAreRefused();
    void writes();
};

// Each of several histories is what it is alone: values, order, and what is not there.
void TestContractWrites::severalHistories()
{
    QFETCH_GLOBAL(QString, store);
    FixtureStores::Opened copy = m_fixtures.openCopy(store, m_job);
    QVERIFY(copy.backend);
    const auto runs = copy.backend->runs({}, {}, m_job);
    VERIFY_RESULT(runs);
    QList<HistoryRequest> requests;
    QString common; // a metric that some runs do not have
    for (uint32_t row = 0; row < uint32_t(runs->value->rowCount()); ++row) {
        const Run run = runs->value->run(row);
        requests.append({run.info.ref, run.metrics.keys()});
        common = run.metrics.isEmpty() ? common : run.metrics.firstKey();
    }
    for (uint32_t row = 0; row < uint32_t(runs->value->rowCount()); ++row)
        requests.append({runs->value->ref(row), {common}});
    requests.append({runs->value->ref(0), {u"no such metric"_s}});
    requests.append({{ExperimentId(u"1"_s), RunId(u"00000000000000000000000000000000"_s)}, {u"loss"_s}});
    QHash<qsizetype, QString> together;
    VERIFY_RESULT(copy.backend->histories(requests, [&](qsizetype place, const auto &history) {
        const bool isNew = !together.contains(place);
        together.insert(place, textOf(history));
        return isNew;
    }, m_job));
    QCOMPARE(together.size(), requests.size());
    for (qsizetype i = 0; i < requests.size(); ++i)
        QCOMPARE(together.value(i), textOf(copy.backend->history(requests[i], m_job)));
}

// With what is known, and since when, an answer is as whole as without.
void TestContractWrites::changesOnTopOfWhatIsKnown()
{
    QFETCH_GLOBAL(QString, store);
    FixtureStores::Opened copy = m_fixtures.openCopy(store, m_job);
    QVERIFY(copy.backend);
    const auto known = copy.backend->runs({}, {}, m_job);
    VERIFY_RESULT(known);
    const RunRef run = known->value->ref(0);
    VERIFY_RESULT(copy.backend->setRunTag(run, u"assay/seen"_s, u"x"_s, m_job));
    const auto always = copy.backend->runs({{}, {}, ViewType::All, known->value, 0}, {}, m_job);
    const auto lately = copy.backend->runs({{}, {}, ViewType::All, known->value, QDateTime::currentMSecsSinceEpoch()}, {}, m_job);
    const auto whole = copy.backend->runs({}, {}, m_job);
    VERIFY_RESULT(always);
    VERIFY_RESULT(lately);
    VERIFY_RESULT(whole);
    QCOMPARE(lately->value->rowCount(), whole->value->rowCount());
    QCOMPARE(always->value->rowCount(), whole->value->rowCount());
    for (uint32_t row = 0; row < uint32_t(whole->value->rowCount()); ++row) {
        const RunRef ref = whole->value->ref(row);
        QVERIFY(lately->value->rowOf(ref));
        // Runs that say nothing of their start are met by whole readings alone.
        if (whole->value->info(row).startTime)
            QCOMPARE(comparable(always->value->run(*always->value->rowOf(ref))), comparable(whole->value->run(row)));
    }
    VERIFY_RESULT(copy.backend->setRunTag(run, u"assay/seen"_s, std::nullopt, m_job));
}

// Each edit and its inverse, compared and set.
void TestContractWrites::editsOfRuns()
{
    QFETCH_GLOBAL(QString, store);
    FixtureStores::Opened copy = m_fixtures.openCopy(store, m_job);
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
    const auto fresh = m_fixtures.registry().open(copy.candidate, {}, m_job);
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

void TestContractWrites::editsOfRunsThatAreRefused()
{
    QFETCH_GLOBAL(QString, store);
    FixtureStores::Opened copy = m_fixtures.openCopy(store, m_job);
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
void TestContractWrites::writes()
{
    QFETCH_GLOBAL(QString, store);
    FixtureStores::Opened copy = m_fixtures.openCopy(store, m_job);
    QVERIFY(copy.backend);
    StoreBackend &backend = *copy.backend;
    const RunRef run = firstRun(backend);
    const QString note = u"two\nlines, größer 😀 '\"; DROP TABLE runs; --"_s;
    VERIFY_RESULT(backend.setRunTag(run, u"assay/note"_s, note, m_job));
    VERIFY_RESULT(backend.setRunTag(run, TagKey::RunName, u"renamed: 'x'"_s, m_job));
    const auto reread = [&] { return m_fixtures.registry().open(copy.candidate, {}, m_job); };
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
        QCOMPARE(loadJson(copy.expected + "models.json"_L1)[u"models"_s].toArray().size(), 0); // no registry in this release
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
    const bool hasAliases = !loadJson(copy.expected + "made_by.json"_L1)[u"mlflow"_s].toString().startsWith("1."_L1);
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

void TestContractWrites::writesThatAreRefused()
{
    QFETCH_GLOBAL(QString, store);
    FixtureStores::Opened copy = m_fixtures.openCopy(store, m_job);
    QVERIFY(copy.backend);
    StoreBackend &backend = *copy.backend;
    const auto before = backend.models(m_job);
    VERIFY_RESULT(before);
    const auto model = std::find_if(before->value.begin(), before->value.end(), [](const auto &each) { return each.versions.size() >= 2; });
    const RunRef run = firstRun(backend);
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

QTEST_GUILESS_MAIN(TestContractWrites)
#include "tst_contractwrites.moc"
