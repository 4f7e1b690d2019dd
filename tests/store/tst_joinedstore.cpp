// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/memberid.h"
#include "models/store/joinedbackend.h"
#include "models/store/joinedstore.h"
#include "models/store/runedits.h"
#include "models/store/runlibrary.h"
#include "models/store/storetitles.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int Wait = 30'000; // ms

const QString Model = u"ad6d8285804d47bcabceef96103cc826"_s; // a run of sqlite-2.22 with metrics and artifacts

// Calls `work` on the store's thread and waits for its answer.
template <typename F>
auto answerOf(OpenStore &store, F work)
{
    auto future = store.store().call(std::move(work));
    future.waitForFinished();
    return future.result();
}

QString textOf(const Result<Loaded<QList<MetricSeries>>> &history)
{
    QString text = history ? QString() : errorCodeName(history.error().code);
    for (const MetricSeries &series : history ? history->value : QList<MetricSeries>())
        text += u"%1: %2 points to step %3\n"_s.arg(series.key).arg(series.size()).arg(series.steps.back());
    return text;
}

qsizetype countOf(const RunTable &table, const QString &store)
{
    qsizetype count = 0;
    for (uint32_t row = 0; row < uint32_t(table.rowCount()); ++row)
        count += table.info(row).store == store;
    return count;
}

} // namespace

class JoinedStoreTest : public QObject
{
    Q_OBJECT

private:
    OpenStore *open(const QString &location)
    {
        QSignalSpy opened(m_library.get(), &RunLibrary::storeOpened);
        m_library->open(location);
        return opened.wait(Wait) ? opened.first().first().value<OpenStore *>() : nullptr;
    }
    std::optional<RunRef> runIn(const JoinedStore &joined, const OpenStore *member, const QString &id) const
    {
        for (uint32_t row : joined.runs()->rowsOf(RunId(id)))
            if (splitMember(joined.runs()->ref(row).experiment).member == joined.numberOf(member))
                return joined.runs()->ref(row);
        return {};
    }
    static bool isWhole(const JoinedStore &joined) { return joined.runs() && joined.runsComplete() && joined.state() != OpenStore::State::Loading; }

    std::unique_ptr<RunLibrary> m_library;

private Q_SLOTS:
    void init() { m_library = std::make_unique<RunLibrary>(std::make_unique<StoreRegistry>(allStoreFormats())); }
    void cleanup() { m_library.reset(); }

    void namesAreShortAndDifferent()
    {
        QCOMPARE(storeTitles({u"/home/a/churn/mlruns"_s, u"/home/a/vision/mlflow.db"_s}), (QStringList{u"churn"_s, u"vision"_s}));
        QCOMPARE(storeTitles({u"/home/a/churn/mlruns"_s, u"/home/b/churn/mlruns"_s}), (QStringList{u"a/churn"_s, u"b/churn"_s}));
        QCOMPARE(storeTitles({u"https://mlflow.example/team"_s, u"/data/team"_s}), (QStringList{u"mlflow.example/team"_s, u"data/team"_s}));
        QCOMPARE(storeTitles({u"/a"_s, u"/a"_s}), (QStringList{u"/a"_s, u"/a (2)"_s}));
        QCOMPARE(storeTitles({u"/x/a"_s, u"/a"_s}), (QStringList{u"x/a"_s, u"/a"_s}));
    }

    void placeTellsTheMembers()
    {
        const QStringList locations{u"/data/a+b"_s, u"https://x.example/?q=1"_s};
        QCOMPARE(JoinedStore::locationsIn(JoinedStore::locationOf(locations)), locations);
        QCOMPARE(JoinedStore::locationOf({u"b"_s, u"a"_s}), JoinedStore::locationOf({u"a"_s, u"b"_s}));
        QCOMPARE(JoinedStore::locationsIn(u"/data/a"_s), QStringList());
    }

    // Two copies of one store: every id stands twice.
    void showsBothStores()
    {
        OpenStore *a = open(Testing::fixtureCopy(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixtureCopy(u"sqlite-2.22"_s));
        OpenStore *c = open(Testing::fixture(u"file-2.22/mlruns"_s));
        QVERIFY(a && b && c);
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({c, a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        QCOMPARE(joined->state(), OpenStore::State::Ready);
        QCOMPARE(joined->runs()->rowCount(), 39 * 3);
        QCOMPARE(joined->runs()->rowsOf(RunId(Model)).size(), 2);
        QCOMPARE(joined->experiments().size(), a->experiments().size() * 2 + c->experiments().size());
        QVERIFY(joined->models().isEmpty());
        QVERIFY(!a->models().isEmpty() || a->state() == OpenStore::State::Ready);
        QSet<QString> names;
        for (uint32_t row = 0; row < uint32_t(joined->runs()->rowCount()); ++row)
            names.insert(joined->runs()->info(row).store);
        QCOMPARE(names.size(), 3);
        QSet<QString> ids;
        for (const Experiment &experiment : joined->experiments())
            ids.insert(experiment.id.value + lifecycleName(experiment.lifecycle));
        QCOMPARE(ids.size(), joined->experiments().size());
        QCOMPARE(joined->locationOfRun(*runIn(*joined, b, Model)), b->location());
    }

    void historiesAndArtifactsAreTheMembersOwn()
    {
        OpenStore *a = open(Testing::fixture(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixture(u"sqlite-3.17"_s));
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        int compared = 0;
        QList<HistoryRequest> all;
        QStringList each;
        for (OpenStore *member : {a, b}) {
            for (uint32_t row = 0; row < uint32_t(member->runs()->rowCount()); row += 3) {
                const RunRef own = member->runs()->ref(row);
                const auto ref = runIn(*joined, member, own.run.value);
                QVERIFY(ref);
                const auto history = [](const RunRef &run) {
                    return [run](StoreBackend &backend, Job &job) { return backend.history({run, {}}, job); };
                };
                const auto expected = answerOf(*member, history(own)), got = answerOf(*joined, history(*ref));
                VERIFY_RESULT(got);
                QCOMPARE(got->value.size(), expected->value.size());
                for (qsizetype i = 0; i < got->value.size(); ++i)
                    QCOMPARE(got->value[i].steps, expected->value[i].steps);
                all.append({*ref, {}});
                each.append(textOf(expected));
                const auto artifacts = [](const RunRef &run) {
                    return [run](StoreBackend &backend, Job &job) { return backend.artifacts(run, {}, true, job); };
                };
                const auto listed = answerOf(*joined, artifacts(*ref));
                VERIFY_RESULT(listed);
                QCOMPARE(*listed, *answerOf(*member, artifacts(own)));
                compared += int(got->value.size() + listed->entries.size());
            }
        }
        QVERIFY(compared > 20);
        const RunRef nowhere{memberExperiment({7, ExperimentId(u"1"_s)}), RunId(Model)};
        const auto refused = answerOf(*joined, [nowhere](StoreBackend &backend, Job &job) { return backend.history({nowhere, {}}, job); });
        QCOMPARE(refused.error().code, ErrorCode::NotFound);

        all.insert(1, {nowhere, {}});
        each.insert(1, textOf(refused));
        std::swap(all[3], all.last()); // the members' runs mixed
        std::swap(each[3], each.last());
        const auto together = answerOf(*joined, [all](StoreBackend &backend, Job &job) -> Result<QStringList> {
            QStringList texts(all.size());
            const Status read = backend.histories(all, [&](qsizetype place, const auto &history) {
                texts[place] = textOf(history);
                return true;
            }, job);
            return read ? Result<QStringList>(texts) : Result<QStringList>(read.error());
        });
        VERIFY_RESULT(together);
        QCOMPARE(*together, each);
    }

    void artifactsAreReadPieceByPiece()
    {
        OpenStore *a = open(Testing::fixture(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixture(u"file-2.22/mlruns"_s));
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        const RunRef run = *runIn(*joined, a, Model);
        const auto read = answerOf(*joined, [run](StoreBackend &backend, Job &job) -> Result<QByteArray> {
            const auto listing = backend.artifacts(run, {}, true, job);
            if (!listing)
                return listing.error();
            for (const ArtifactEntry &entry : listing->entries) {
                if (entry.isFolder || entry.size == 0)
                    continue;
                QByteArray bytes;
                const Status status = backend.readArtifact(run, entry.path, [&](QByteArrayView piece) { bytes += piece; return true; }, job);
                return status && bytes.size() == entry.size ? Result<QByteArray>(bytes) : Result<QByteArray>(Error{ErrorCode::Damaged, entry.path, {}});
            }
            return QByteArray();
        });
        VERIFY_RESULT(read);
        QVERIFY(!read->isEmpty());
    }

    void editsGoToTheirStore()
    {
        OpenStore *a = open(Testing::fixtureCopy(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixtureCopy(u"sqlite-2.22"_s));
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        QVERIFY(joined->info().writable);
        const RunRef inA = *runIn(*joined, a, Model), inB = *runIn(*joined, b, Model);
        const QList<RunEdit> edits{RunEdit::tag(inB, u"team"_s, {}, u"theirs"_s), RunEdit::tag(inA, u"team"_s, {}, u"ours"_s),
                                   RunEdit::rename({memberExperiment({5, ExperimentId(u"1"_s)}), RunId(Model)}, {}, u"x"_s)};
        const auto report = answerOf(*joined, [edits](StoreBackend &backend, Job &job) -> Result<RunEditReport> { return makeRunEdits(backend, edits, job); });
        VERIFY_RESULT(report);
        QCOMPARE(report->failedCount(), 1);
        QCOMPARE(report->edits[2].error->code, ErrorCode::NotFound);
        QVERIFY(report->runs);
        const auto teamOf = [](const OpenStore &store, const RunRef &run) { return store.runs()->run(*store.runs()->rowOf(run)).tags.value(u"team"_s); };
        joined->takeRuns(*report->runs);
        QCOMPARE(teamOf(*joined, inA), u"ours"_s);
        QCOMPARE(teamOf(*joined, inB), u"theirs"_s);
        // The stores by themselves know of it, too, and so does what is put together from them anew.
        QCOMPARE(teamOf(*a, {splitMember(inA.experiment).own, inA.run}), u"ours"_s);
        QCOMPARE(teamOf(*b, {splitMember(inB.experiment).own, inB.run}), u"theirs"_s);
        QSignalSpy changed(joined.get(), &OpenStore::runsChanged);
        QVERIFY(changed.wait(Wait));
        QCOMPARE(teamOf(*joined, inB), u"theirs"_s);
    }

    void registeredModelsAreNotPromotedHere()
    {
        OpenStore *a = open(Testing::fixtureCopy(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixtureCopy(u"sqlite-3.17"_s));
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        QTRY_VERIFY_WITH_TIMEOUT(!a->models().isEmpty(), Wait);
        const QString name = a->models().constFirst().name;
        const auto refused = answerOf(*joined, [name](StoreBackend &backend, Job &job) {
            return backend.changeStage({name, u"1"_s, u"None"_s, {}, Stage::Production, true}, job);
        });
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(!joined->info().capabilities.contains(Capability::Registry));
    }

    // One that cannot be read any more: its error is told, the other's runs stay.
    void oneThatFailsHidesNothing()
    {
        const QString place = Testing::fixtureCopy(u"sqlite-2.22/mlflow.db"_s);
        OpenStore *a = open(Testing::fixtureCopy(u"sqlite-3.17"_s));
        QFile database(place);
        QVERIFY(database.open(QIODevice::ReadWrite));
        OpenStore *b = open(place);
        QVERIFY(a && b);
        QTRY_COMPARE_WITH_TIMEOUT(b->state(), OpenStore::State::Ready, Wait);
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        QCOMPARE(joined->runs()->rowCount(), 79);
        QVERIFY(joined->problems().isEmpty());
        QVERIFY(database.resize(0));
        QVERIFY(database.write("not a database any more, and not even short") > 0);
        database.close();
        joined->reload();
        QTRY_COMPARE_WITH_TIMEOUT(b->state(), OpenStore::State::Failed, Wait);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        QCOMPARE(joined->state(), OpenStore::State::Ready);
        QCOMPARE(joined->problems().size(), 1);
        QCOMPARE(joined->problems().constFirst().code, u"store-unreadable"_s);
        QVERIFY(countOf(*joined->runs(), storeTitles({a->location(), b->location()})[0]) == 40);
        const auto history = answerOf(*joined, [run = *runIn(*joined, a, a->runs()->ref(0).run.value)](StoreBackend &backend, Job &job) {
            return backend.history({run, {}}, job);
        });
        VERIFY_RESULT(history);
        // An edit of both: that of the sound one is made, and nobody doubts it.
        uint32_t active = 0;
        while (a->runs()->info(active).lifecycle == Lifecycle::Deleted)
            ++active;
        const RunRef sound = *runIn(*joined, a, a->runs()->ref(active).run.value), lost = *runIn(*joined, b, Model);
        const QList<RunEdit> edits{RunEdit::tag(sound, u"reviewed"_s, {}, u"x"_s), RunEdit::tag(lost, u"reviewed"_s, {}, u"x"_s)};
        const auto report = answerOf(*joined, [edits](StoreBackend &backend, Job &job) -> Result<RunEditReport> { return makeRunEdits(backend, edits, job); });
        VERIFY_RESULT(report);
        QVERIFY2(!report->edits[0].error, qPrintable(report->edits[0].error.value_or(Error()).message));
        QVERIFY(report->edits[1].error);
        QCOMPARE(joined->ownEdits(b, edits), (QList<RunEdit>{RunEdit::tag({splitMember(lost.experiment).own, lost.run}, u"reviewed"_s, {}, u"x"_s)}));
    }

    // Read by one member while the other has long been there: what is known shows, and nothing is read twice.
    void oneIsReadAgain()
    {
        OpenStore *a = open(Testing::fixtureCopy(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixtureCopy(u"sqlite-3.17"_s));
        const std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined), Wait);
        const RunTablePtr before = joined->runs(), ofA = a->runs();
        const RunRef own = b->runs()->ref(0);
        const auto edited = answerOf(*b, [own](StoreBackend &backend, Job &job) { return backend.setRunTag(own, u"seen"_s, u"yes"_s, job); });
        VERIFY_RESULT(edited);
        b->reload();
        const auto isSeen = [&] {
            const auto row = joined->runs()->rowOf(*runIn(*joined, b, own.run.value));
            return joined->runs()->run(*row).tags.value(u"seen"_s) == u"yes"_s;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*joined) && isSeen(), Wait);
        QCOMPARE(a->runs(), ofA);
    }

    // While a member reads, the joined store can go, and so can a member after it.
    void closesAtAnyTime()
    {
        for (int round = 0; round < 8; ++round) {
            OpenStore *a = open(Testing::fixture(u"sqlite-2.22"_s));
            OpenStore *b = open(Testing::fixture(u"file-2.22/mlruns"_s));
            std::unique_ptr<JoinedStore> joined(JoinedStore::make({a, b}, nullptr));
            for (int call = 0; call < 5; ++call)
                (void)joined->store().call([](StoreBackend &backend, Job &job) { return backend.runs({}, {}, job); });
            if (round % 2)
                QTest::qWait(1);
            joined.reset();
            init(); // the stores end
        }
    }

    void aLibraryOfBackendsIsReadAtOnce()
    {
        OpenStore *a = open(Testing::fixture(u"sqlite-2.22"_s));
        OpenStore *b = open(Testing::fixture(u"sqlite-3.17"_s));
        JoinedBackend backend({{u"a"_s, &a->store()}, {u"b"_s, &b->store()}});
        SilentJob job;
        const auto all = backend.runs({}, {}, job);
        VERIFY_RESULT(all);
        QCOMPARE(countOf(*all->value, u"a"_s), 39);
        QCOMPARE(countOf(*all->value, u"b"_s), 40);
        RunRequest some;
        some.experiments = {memberExperiment({1, ExperimentId(u"1"_s)})};
        const auto ofB = backend.runs(some, {}, job);
        VERIFY_RESULT(ofB);
        QCOMPARE(countOf(*ofB->value, u"a"_s), 0);
        QVERIFY(countOf(*ofB->value, u"b"_s) > 0);
        QCOMPARE(backend.counts(job)->runs, 79);
        job.cancel();
        QCOMPARE(backend.runs({}, {}, job).error().code, ErrorCode::Canceled);
    }
};

QTEST_GUILESS_MAIN(JoinedStoreTest)
#include "tst_joinedstore.moc"
