// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtablepatch.h"
#include "tests/table/randomruns.h"

#include <QTest>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class RunTablePatchTest : public QObject
{
    Q_OBJECT

    static void compare(const RunTable &made, const RunTable &whole)
    {
        QCOMPARE(made.rowCount(), whole.rowCount());
        QCOMPARE(made.columns().size(), whole.columns().size());
        for (size_t i = 0; i < whole.columns().size(); ++i) {
            QCOMPARE(made.columns()[i].key, whole.columns()[i].key);
            const Column &a = *made.columns()[i].column, &b = *whole.columns()[i].column;
            if (const auto *texts = std::get_if<TextColumn>(&a)) {
                QCOMPARE(texts->cells.valueCount(), std::get<TextColumn>(b).cells.valueCount());
                QCOMPARE(texts->dictionary.size(), std::get<TextColumn>(b).dictionary.size());
            } else if (const auto *numbers = std::get_if<NumberColumn>(&a)) {
                QCOMPARE(numbers->valueCount(), std::get<NumberColumn>(b).valueCount());
            }
        }
        for (uint32_t row = 0; row < uint32_t(whole.rowCount()); ++row) {
            QCOMPARE(made.run(row), whole.run(row));
            QCOMPARE(made.rowOf(whole.ref(row)), row);
        }
        QCOMPARE(made.defaultOrder(), whole.defaultOrder());
    }

private Q_SLOTS:
    // The same as a table that was read anew whole, in every cell and column.
    void isAsIfReadAnew()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QList<Run> runs;
            for (int i = 0; i < 1 + random.bounded(40); ++i)
                runs.append(randomRun(i, random));
            const RunTablePtr before = tableOf(runs);
            QList<Run> changed;
            for (Run &run : runs) {
                if (random.bounded(4) != 0)
                    continue;
                run = randomRun(run.info.ref.run.value.mid(3).toInt(), random);
                changed.prepend(run);
            }
            changed.append(randomRun(1000, random)); // a new one
            const RunTablePtr fresh = tableOf(changed);
            compare(*patchRuns(before, *fresh), *tableOf(runs));
            runs.append(changed.constLast());
            const RunTablePtr merged = mergeRuns(before, *fresh);
            compare(*merged, *tableOf(runs));
            QCOMPARE(mergeRuns(merged, *fresh), merged);
        }
    }
    void sharesWhatStays()
    {
        QRandomGenerator random(1);
        QList<Run> runs;
        for (int i = 0; i < 10; ++i)
            runs.append(randomRun(i, random));
        const RunTablePtr before = tableOf(runs);
        runs[3].info.name = u"another"_s;
        const RunTablePtr patched = patchRuns(before, *tableOf({runs[3]}));
        for (const RunTable::NamedColumn &named : before->columns())
            QCOMPARE(patched->column(named.key) == named.column.get(), named.key != (ColumnKey{ColumnGroup::Attribute, Attribute::RunName}));
        QCOMPARE(patchRuns(before, *tableOf({})), before);
    }
    void namesOfTagsAreKnown()
    {
        RunTableBuilder builder;
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId(u"a"_s)};
        builder.add(run);
        builder.setRunName(0, "by tag");
        const RunTablePtr before = builder.finish();
        QCOMPARE(before->rowsNamedByTag().size(), size_t(1));
        run.info.name = u"recorded"_s;
        QVERIFY(patchRuns(before, *tableOf({run}))->rowsNamedByTag().empty());
    }
};

QTEST_GUILESS_MAIN(RunTablePatchTest)
#include "tst_runtablepatch.moc"
