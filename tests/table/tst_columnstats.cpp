// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnstats.h"
#include "models/table/runtablebuilder.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class ColumnStatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        RunTableBuilder builder;
        for (int i = 0; i < 10; ++i) {
            Run run;
            run.info.ref = {ExperimentId(u"1"_s), RunId(u"r%1"_s.arg(i))};
            run.info.startTime = 1000 + i;
            run.metrics = {{u"loss"_s, i == 9 ? std::numeric_limits<double>::quiet_NaN() : 0.5 * i}, {u"constant"_s, 1}};
            run.metrics.insert(u"system/cpu"_s, i);
            if (i < 3)
                run.metrics.insert(u"acc"_s, i);
            run.params = {{u"lr"_s, i % 2 ? u"0.1"_s : u"1e-3"_s}, {u"mixed"_s, i ? u"3"_s : u"x"_s}, {u"seed"_s, u"1"_s}};
            builder.add(run);
        }
        m_table = builder.finish();
    }

    void countsOverTheShownRows()
    {
        const ColumnStats loss = stats({0, 1, 2, 9}, {ColumnGroup::Metric, u"loss"_s});
        QCOMPARE(loss, (ColumnStats{{ColumnGroup::Metric, u"loss"_s}, 4, 4, true, 0.0, 1.0}));
        const ColumnStats acc = stats({2, 3, 4}, {ColumnGroup::Metric, u"acc"_s});
        QCOMPARE(acc, (ColumnStats{{ColumnGroup::Metric, u"acc"_s}, 1, 1, true, 2.0, 2.0}));
        const ColumnStats lr = stats({0, 1, 2}, {ColumnGroup::Param, u"lr"_s});
        QCOMPARE(lr, (ColumnStats{{ColumnGroup::Param, u"lr"_s}, 3, 2, true, 0.001, 0.1}));
        QVERIFY(!stats({0, 1}, {ColumnGroup::Param, u"mixed"_s}).allNumbers);
        QVERIFY(stats({1, 2}, {ColumnGroup::Param, u"mixed"_s}).allNumbers);
        const ColumnStats none = stats({}, {ColumnGroup::Param, u"lr"_s});
        QCOMPARE(none.count, 0);
        QVERIFY(!none.allNumbers);
        QCOMPARE(stats({3, 7}, {ColumnGroup::Attribute, Attribute::StartTime}).maximum, std::optional(1007.0));
    }

    void choosesWhatTellsRunsApart()
    {
        SilentJob job;
        std::vector<uint32_t> rows(10);
        std::iota(rows.begin(), rows.end(), 0u);
        QStringList chosen;
        for (const ColumnKey &key : chooseColumns(computeColumnStats(*m_table, rows, job)))
            chosen.append(columnKeyText(key));
        QCOMPARE(chosen, (QStringList{u"run_name"_s, u"age"_s, u"duration"_s, u"status"_s, u"metrics.loss"_s, u"metrics.acc"_s,
                                      u"params.lr"_s, u"params.mixed"_s}));
    }

private:
    ColumnStats stats(const std::vector<uint32_t> &rows, const ColumnKey &key) const
    {
        SilentJob job;
        for (const ColumnStats &one : computeColumnStats(*m_table, rows, job))
            if (one.key == key)
                return one;
        return {};
    }

    RunTablePtr m_table;
};

QTEST_GUILESS_MAIN(ColumnStatsTest)
#include "tst_columnstats.moc"
