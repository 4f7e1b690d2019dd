// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtablebuilder.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

Run makeRun(const QString &experiment, const QString &id)
{
    Run run;
    run.info.ref = {ExperimentId(experiment), RunId(id)};
    run.info.name = u"name of "_s + id;
    run.info.status = RunStatus::Finished;
    run.info.startTime = 1000;
    return run;
}

} // namespace

class RunTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsColumnsFilledApart()
    {
        RunTableBuilder builder;
        for (int i = 0; i < 40; ++i)
            builder.addRun(RunCells{std::to_string(i), "0", i % 2 ? "odd" : "", {}, {}, RunStatus::Failed, Lifecycle::Active, i, {}});
        const RunTablePtr attributes = builder.attributes();
        RunTableBuilder part = builder.forColumns();
        for (uint32_t row : {30u, 3u, 30u})
            part.setText(part.paramColumn("rare"), row, "value " + std::to_string(part.rowCount() + row));
        part.setText(part.paramColumn("rare"), 3, "later");
        for (uint32_t row = 0; row < 40; ++row)
            builder.setMetric(builder.metricColumn("loss"), row, row);
        builder.setRunName(2, "late name");
        builder.join(std::move(part));
        const RunTablePtr table = builder.finish();

        QCOMPARE(attributes->rowCount(), 40);
        QVERIFY(!attributes->attributeText(Attribute::RunName)->has(2)); // what was given out does not change
        QCOMPARE(attributes->info(3).name, u"odd"_s);
        QCOMPARE(table->info(2).name, u"late name"_s);
        QCOMPARE(table->info(3).name, u"odd"_s);
        QCOMPARE(table->info(3).startTime, 3);
        const TextColumn *rare = table->text({ColumnGroup::Param, u"rare"_s});
        QVERIFY(rare);
        QCOMPARE(rare->cells.valueCount(), 2);
        QCOMPARE(rare->text(3), u"later"_s);
        QCOMPARE(rare->text(30), u"value 70"_s);
        QCOMPARE(table->numbers({ColumnGroup::Metric, u"loss"_s})->at(39), 39.0);
    }

    void givesBackWhatWasAdded()
    {
        QList<Run> runs;
        for (int i = 0; i < 100; ++i) {
            Run run = makeRun(QString::number(i % 3), QStringLiteral("run%1").arg(99 - i, 3, 10, QChar(u'0')));
            run.params.insert(u"lr"_s, QString::number(i % 7));
            if (i % 10 == 0)
                run.metrics.insert(u"rare"_s, i / 2.0);
            run.metrics.insert(u"loss"_s, i == 5 ? qQNaN() : i * 0.25);
            run.tags.insert(u"größe"_s, QString(u'\0') + u"nul"_s);
            if (i % 20 == 0)
                run.datasets.append({Dataset{u"data"_s, u"d1"_s, {}, {}, {}, {}}, {}});
            if (i == 7)
                run.info.endTime = 2000;
            if (i == 8)
                run.info.lifecycle = Lifecycle::Deleted;
            runs.append(run);
        }
        RunTableBuilder builder;
        for (const Run &run : std::as_const(runs))
            builder.add(run);
        const RunTablePtr partial = builder.snapshot();
        const RunTablePtr table = builder.finish();
        for (const RunTablePtr &t : {partial, table}) {
            QCOMPARE(t->rowCount(), runs.size());
            for (qsizetype row = 0; row < runs.size(); ++row) {
                Run read = t->run(uint32_t(row));
                if (row == 5) {
                    QVERIFY(qIsNaN(read.metrics.take(u"loss"_s)));
                    Run expected = runs[row];
                    expected.metrics.remove(u"loss"_s);
                    QCOMPARE(read, expected);
                } else {
                    QCOMPARE(read, runs[row]);
                }
                QCOMPARE(t->rowOf(runs[row].info.ref), std::optional<uint32_t>(uint32_t(row)));
            }
        }
        QCOMPARE(builder.rowCount(), 0);
    }

    void tellsTwinsApart()
    {
        RunTableBuilder builder;
        builder.add(makeRun(u"1"_s, u"twin"_s));
        builder.add(makeRun(u"2"_s, u"twin"_s));
        const RunTablePtr table = builder.finish();
        QCOMPARE(table->rowsOf(RunId(u"twin"_s)), (QList<uint32_t>{0, 1}));
        QCOMPARE(table->rowOf({ExperimentId(u"2"_s), RunId(u"twin"_s)}), std::optional<uint32_t>(1));
        QVERIFY(!table->rowOf({ExperimentId(u"3"_s), RunId(u"twin"_s)}));
    }

    void writesKeysAsTheQueryLanguageReadsThem()
    {
        QCOMPARE(columnKeyText({ColumnGroup::Metric, u"val.loss_1"_s}), u"metrics.val.loss_1"_s);
        QCOMPARE(columnKeyText({ColumnGroup::Param, u"a b"_s}), u"params.`a b`"_s);
        QCOMPARE(columnKeyText({ColumnGroup::Tag, u"a`b"_s}), u"tags.\"a`b\""_s);
        QCOMPARE(columnKeyText({ColumnGroup::Attribute, Attribute::StartTime}), u"start_time"_s);
    }
};

QTEST_APPLESS_MAIN(RunTableTest)
#include "tst_runtable.moc"
