// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copystore.h"
#include "models/copy/runportions.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 25;

RunRef run(int number)
{
    return {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(number))};
}

RunTablePtr runsFrom(int first)
{
    RunTableBuilder builder;
    for (int number = first; number < first + Runs; ++number) {
        Run made;
        made.info.ref = run(number);
        made.metrics.insert(u"loss"_s, number);
        builder.add(made);
    }
    return builder.finish();
}

} // namespace

// The runs of a store, put into a copy a few at a time.
class TestRunPortions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysNothingBeforeTheEnd();
    void leavesTheEarlierOnesUntilTheEnd();
    void putsOneThatIsWantedAtOnce();

private:
    qsizetype rowsKept();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<CopyDatabase> m_database;
    std::unique_ptr<CopyWriter> m_writer;
};

void TestRunPortions::init()
{
    m_writer.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto database = CopyDatabase::open(m_folder->filePath(u"store.sqlite"_s), CopyDatabase::Use::Keep);
    VERIFY_RESULT(database);
    m_database = *database;
    m_writer = std::make_unique<CopyWriter>(m_database, nullptr);
}

// -1: not known.
qsizetype TestRunPortions::rowsKept()
{
    SilentJob job;
    const auto runs = CopyStore(m_database, nullptr).runs({}, {}, job);
    return runs ? runs->value->rowCount() : -1;
}

void TestRunPortions::saysNothingBeforeTheEnd()
{
    RunPortions portions(*m_writer, {}, {runsFrom(0), {}}, 1);
    for (int portion = 0; portion < 3; ++portion) {
        QVERIFY(portions.next(10));
        QVERIFY(!portions.isEnded());
        QCOMPARE(rowsKept(), -1); // should the program end here
    }
    QVERIFY(portions.next(10));
    QVERIFY(portions.isEnded());
    QCOMPARE(rowsKept(), Runs);
}

void TestRunPortions::leavesTheEarlierOnesUntilTheEnd()
{
    QVERIFY(m_writer->putRuns({}, {runsFrom(0), {}}, 1));
    QCOMPARE(rowsKept(), Runs);
    RunPortions portions(*m_writer, {}, {runsFrom(20), {}}, 2);
    QVERIFY(portions.next(10));
    QVERIFY(rowsKept() >= Runs);
    QCOMPARE(*m_database->meta(u"runs_read"_s), std::optional(u"1"_s));
    while (!portions.isEnded())
        QVERIFY(portions.next(10));
    QCOMPARE(rowsKept(), Runs);
    QCOMPARE(*m_database->meta(u"runs_read"_s), std::optional(u"2"_s));
}

void TestRunPortions::putsOneThatIsWantedAtOnce()
{
    MetricSeries loss;
    loss.key = u"loss"_s;
    loss.steps = {0};
    loss.timestamps = {1};
    loss.values = {2};
    RunPortions portions(*m_writer, {}, {runsFrom(0), {}}, 1);
    QVERIFY(portions.next(1));
    QCOMPARE(m_writer->putHistories(run(24), {{loss}, {}}, true, 1).error().code, ErrorCode::NotFound);
    QVERIFY(portions.put(run(24)));
    QVERIFY(m_writer->putHistories(run(24), {{loss}, {}}, true, 1));
    QCOMPARE(portions.put(run(25)).error().code, ErrorCode::NotFound);
    while (!portions.isEnded())
        QVERIFY(portions.next(10));
    QCOMPARE(rowsKept(), Runs);
    QVERIFY(*m_writer->hasHistories(run(24)));
}

QTEST_GUILESS_MAIN(TestRunPortions)
#include "tst_runportions.moc"
