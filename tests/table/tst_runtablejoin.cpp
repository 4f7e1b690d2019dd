// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/memberid.h"
#include "models/table/roworder.h"
#include "models/table/rundiff.h"
#include "models/table/rungroups.h"
#include "models/table/runnesting.h"
#include "models/table/runtablejoin.h"
#include "models/table/runtablepatch.h"
#include "tests/table/randomruns.h"

#include <QTest>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

Run run(const QString &experiment, const QString &id, const QString &parent = {})
{
    Run run;
    run.info.ref = {ExperimentId(experiment), RunId(id)};
    if (!parent.isEmpty())
        run.tags.insert(TagKey::ParentRunId, parent);
    return run;
}

QStringList found(const RunTablePtr &table, const QString &query, const QList<ExperimentId> &experiments = {})
{
    RowOrderRequest request;
    request.table = table;
    request.query = *parseQuery(query);
    request.experiments = experiments;
    SilentJob job;
    const auto order = computeRowOrder(request, job);
    QStringList names;
    for (uint32_t row : order->rows)
        names.append(table->info(row).store + u'/' + table->info(row).ref.run.value);
    names.sort();
    return names;
}

} // namespace

class RunTableJoinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsSayTheMember()
    {
        const ExperimentId joined = memberExperiment({3, ExperimentId(u"17"_s)});
        QVERIFY(joined != ExperimentId(u"17"_s));
        QCOMPARE(splitMember(joined), (MemberExperiment{3, ExperimentId(u"17"_s)}));
        QCOMPARE(splitMember(ExperimentId(u"2:17"_s)), (MemberExperiment{-1, ExperimentId(u"2:17"_s)}));
        QCOMPARE(memberExperiment({-1, ExperimentId(u"17"_s)}), ExperimentId(u"17"_s));
    }

    // Every run of every part whole, in every cell.
    void everyRunIsThere()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QList<JoinPart> parts;
            QList<Run> expected;
            for (int part = 0; part < random.bounded(4); ++part) {
                QList<Run> runs;
                for (int i = 0; i < random.bounded(40); ++i)
                    runs.append(randomRun(i, random));
                parts.append({u"store %1"_s.arg(part), random.bounded(5) ? tableOf(runs) : nullptr});
                for (Run one : parts.constLast().table ? runs : QList<Run>()) {
                    one.info.ref.experiment = memberExperiment({part, one.info.ref.experiment});
                    one.info.store = u"store %1"_s.arg(part);
                    expected.append(one);
                }
            }
            const RunTablePtr joined = joinRuns(parts);
            QVERIFY(joined->isJoined());
            QCOMPARE(joined->rowCount(), expected.size());
            for (uint32_t row = 0; row < uint32_t(joined->rowCount()); ++row) {
                QCOMPARE(joined->run(row), expected[row]);
                QCOMPARE(joined->rowOf(expected[row].info.ref), row);
            }
            for (size_t i = 10; i + 1 < joined->columns().size(); ++i) {
                const ColumnKey &a = joined->columns()[i].key, &b = joined->columns()[i + 1].key;
                QVERIFY(a.group < b.group || (a.group == b.group && a.name.toUtf8() < b.name.toUtf8()));
            }
        }
    }

    void oneIdInTwoStoresIsTwoRuns()
    {
        const RunTablePtr one = tableOf({run(u"1"_s, u"a"_s), run(u"2"_s, u"b"_s)});
        const RunTablePtr joined = joinRuns({{u"here"_s, one}, {u"there"_s, one}});
        QCOMPARE(joined->rowsOf(RunId(u"a"_s)), (QList<uint32_t>{0, 2}));
        QCOMPARE(joined->rowOf({memberExperiment({1, ExperimentId(u"1"_s)}), RunId(u"a"_s)}), 2u);
        QVERIFY(!joined->rowOf({ExperimentId(u"1"_s), RunId(u"a"_s)}));
    }

    void aPartThatIsNotThereKeepsItsNumber()
    {
        const RunTablePtr joined = joinRuns({{u"gone"_s}, {u"there"_s, tableOf({run(u"1"_s, u"a"_s)})}});
        QCOMPARE(joined->ref(0).experiment, memberExperiment({1, ExperimentId(u"1"_s)}));
        QCOMPARE(joinRuns({{u"gone"_s}})->rowCount(), 0);
    }

    void queriesKnowTheStore()
    {
        const RunTablePtr joined = joinRuns({{u"here"_s, tableOf({run(u"1"_s, u"a"_s), run(u"2"_s, u"b"_s)})},
                                             {u"there"_s, tableOf({run(u"1"_s, u"c"_s)})}});
        QCOMPARE(found(joined, u"store = 'here'"_s), (QStringList{u"here/a"_s, u"here/b"_s}));
        QCOMPARE(found(joined, u"attributes.store != 'here'"_s), QStringList{u"there/c"_s});
        QCOMPARE(found(joined, u"store IN ('there', 'nowhere')"_s), QStringList{u"there/c"_s});
        // An experiment's id means the same as in one store.
        QCOMPARE(found(joined, u"experiment_id = '1'"_s), (QStringList{u"here/a"_s, u"there/c"_s}));
        QCOMPARE(found(joined, {}, {memberExperiment({0, ExperimentId(u"1"_s)})}), QStringList{u"here/a"_s});
        QCOMPARE(found(joined, {}, {memberExperiment({0, ExperimentId(u"2"_s)}), memberExperiment({1, ExperimentId(u"1"_s)})}),
                 (QStringList{u"here/b"_s, u"there/c"_s}));
        // Of one store there is no such column: unknown for every run.
        QCOMPARE(found(tableOf({run(u"1"_s, u"a"_s)}), u"store = 'here'"_s), QStringList());
    }

    void experimentsOfTwoStoresAreTwoGroups()
    {
        const RunTablePtr joined = joinRuns({{u"here"_s, tableOf({run(u"1"_s, u"a"_s), run(u"2"_s, u"b"_s)})},
                                             {u"there"_s, tableOf({run(u"1"_s, u"c"_s), run(u"1"_s, u"d"_s)})}});
        const std::vector<uint32_t> rows{0, 1, 2, 3};
        SilentJob job;
        const auto byExperiment = groupRuns(*joined, rows, {{ColumnGroup::Attribute, Attribute::ExperimentId}}, job);
        QCOMPARE(byExperiment->count(), 3u);
        const auto byStore = groupRuns(*joined, rows, {{ColumnGroup::Attribute, Attribute::Store}}, job);
        QCOMPARE(byStore->count(), 2u);
        QCOMPARE(byStore->rowsOf(1).size(), 2u);
    }

    void parentsStandInTheirOwnStore()
    {
        const RunTablePtr joined = joinRuns({{u"here"_s, tableOf({run(u"1"_s, u"p"_s)})},
                                             {u"there"_s, tableOf({run(u"1"_s, u"p"_s), run(u"1"_s, u"c"_s, u"p"_s)})},
                                             {u"alone"_s, tableOf({run(u"1"_s, u"c"_s, u"p"_s)})}});
        const RunNesting nesting(*joined);
        QCOMPARE(nesting.parent(2), 1u);
        QCOMPARE(nesting.parent(3), RunNesting::NoRow);
    }

    void comparisonsNameTheStore()
    {
        const RunTablePtr one = tableOf({run(u"1"_s, u"a"_s)});
        const RunTablePtr joined = joinRuns({{u"here"_s, one}, {u"there"_s, one}});
        const RunDiff diff = RunDiff::ofRuns({joined->run(0), joined->run(1)}, 0, {});
        QStringList different;
        for (const DiffRow &row : diff.rows())
            if (!row.equal)
                different.append(row.key);
        QCOMPARE(different, QStringList{u"store"_s});
    }

    void runsAreReadAgain()
    {
        const RunTablePtr one = tableOf({run(u"1"_s, u"a"_s), run(u"1"_s, u"b"_s)});
        const RunTablePtr joined = joinRuns({{u"here"_s, one}, {u"there"_s, one}});
        Run changed = run(u"1"_s, u"a"_s);
        changed.tags.insert(u"team"_s, u"x"_s);
        const RunTablePtr patched = patchRuns(joined, *joinRuns({{u"here"_s}, {u"there"_s, tableOf({changed})}}));
        QVERIFY(patched->isJoined());
        QCOMPARE(found(patched, u"tags.team = 'x'"_s), QStringList{u"there/a"_s});
        QCOMPARE(patched->rowCount(), 4);
    }

    // As a picture or a comparison puts some of them in a table of its own, in any order.
    void someRunsAreBuiltAnew()
    {
        const RunTablePtr one = tableOf({run(u"1"_s, u"a"_s), run(u"2"_s, u"b"_s)});
        const RunTablePtr joined = joinRuns({{u"here"_s, one}, {u"there"_s, one}});
        const RunTablePtr some = tableOf({joined->run(3), joined->run(0)});
        QVERIFY(some->isJoined());
        QCOMPARE(some->run(0), joined->run(3));
        QCOMPARE(some->run(1), joined->run(0));
        QCOMPARE(some->experiments(), (QList<ExperimentId>{joined->ref(3).experiment, joined->ref(0).experiment}));
        QCOMPARE(found(some, u"experiment_id = '2'"_s), QStringList{u"there/b"_s});
    }

    void onlyOfTheFirstIsShared()
    {
        Run first = run(u"1"_s, u"a"_s);
        first.metrics.insert(u"loss"_s, 1);
        const RunTablePtr here = tableOf({first});
        const RunTablePtr joined = joinRuns({{u"here"_s, here}, {u"there"_s, tableOf({run(u"1"_s, u"b"_s)})}});
        const ColumnKey loss{ColumnGroup::Metric, u"loss"_s};
        QCOMPARE(joined->column(loss), here->column(loss));
    }
};

QTEST_GUILESS_MAIN(RunTableJoinTest)
#include "tst_runtablejoin.moc"
