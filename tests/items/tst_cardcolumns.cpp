// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardcolumns.h"
#include "models/items/cardhistories.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <cmath>
#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunTablePtr table(const QList<Run> &runs)
{
    RunTableBuilder builder;
    int i = 0;
    for (Run run : runs) {
        run.info.ref = {ExperimentId(u"1"_s), RunId(QString::number(++i))};
        builder.add(run);
    }
    return builder.finish();
}

RunTablePtr params(const QStringList &texts)
{
    QList<Run> runs;
    for (const QString &text : texts) {
        runs.emplace_back();
        if (!text.isNull())
            runs.last().params.insert(u"p"_s, text);
    }
    return table(runs);
}

std::vector<uint32_t> rowsOf(const RunTablePtr &runs)
{
    std::vector<uint32_t> rows(size_t(runs->rowCount()));
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

ChartColumn columnOf(const RunTablePtr &runs, const QString &key)
{
    return cardColumn(*runs, rowsOf(runs), key, 5000);
}

constexpr double Inf = std::numeric_limits<double>::infinity();

} // namespace

class CardColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAmongParams()
    {
        const ChartColumn column = columnOf(params({u"0.1"_s, u"1e-3"_s, QString(), u"nan"_s, u"-inf"_s}), u"params.p"_s);
        QCOMPARE(column.kind, ChartColumn::Kind::Number);
        QCOMPARE(column.values[1], 1e-3);
        QCOMPARE(column.states, (std::vector{CellState::Value, CellState::Value, CellState::Absent, CellState::NaN, CellState::MinusInfinite}));
        QVERIFY(!column.isWhole);
        QVERIFY(columnOf(params({u"3"_s, u"5"_s}), u"params.p"_s).isWhole);
    }

    // Numbers first, by size; then texts.
    void textsAmongNumbers()
    {
        const ChartColumn column = columnOf(params({u"none"_s, u"10"_s, u"9"_s, u"auto"_s, u"10"_s}), u"params.p"_s);
        QCOMPARE(column.kind, ChartColumn::Kind::Text);
        QCOMPARE(column.texts, (QStringList{u"9"_s, u"10"_s, u"auto"_s, u"none"_s}));
        QCOMPARE(column.values, (std::vector<double>{3, 1, 0, 2, 1}));
    }

    // With too many different ones for an axis of texts the numbers are drawn, and the rest is counted.
    void manyNumbersAndSomeTexts()
    {
        QStringList texts{u"none"_s};
        for (int i = 0; i < 100; ++i)
            texts.append(QString::number(i));
        const ChartColumn column = columnOf(params(texts), u"params.p"_s);
        QCOMPARE(column.kind, ChartColumn::Kind::Number);
        QCOMPARE(column.count(CellState::NotNumber), 1);
        QCOMPARE(column.count(CellState::Value), 100);
    }

    // Rows that are not shown have no say.
    void onlyTheseRows()
    {
        const RunTablePtr runs = params({u"1"_s, u"2"_s, u"none"_s});
        QCOMPARE(cardColumn(*runs, {1, 0}, u"params.p"_s, 0).kind, ChartColumn::Kind::Number);
        QCOMPARE(cardColumn(*runs, {1, 0}, u"params.p"_s, 0).values, (std::vector<double>{2, 1}));
        QCOMPARE(cardColumn(*runs, {2, 0}, u"params.p"_s, 0).texts, (QStringList{u"1"_s, u"none"_s}));
    }

    void attributes()
    {
        QList<Run> runs(2);
        runs[0].info.startTime = 1000;
        runs[0].info.endTime = 3500;
        runs[0].info.status = RunStatus::Finished;
        runs[1].info.status = RunStatus::Failed;
        const RunTablePtr made = table(runs);
        const ChartColumn duration = columnOf(made, u"duration"_s);
        QCOMPARE(duration.kind, ChartColumn::Kind::Duration);
        QCOMPARE(duration.values[0], 2.5);
        QVERIFY(!duration.has(1));
        QCOMPARE(cardValueText(duration, 2.5), u"2.5 s"_s);
        QCOMPARE(columnOf(made, u"start_time"_s).kind, ChartColumn::Kind::Time);
        QCOMPARE(columnOf(made, u"status"_s).texts, (QStringList{u"FAILED"_s, u"FINISHED"_s}));
        QCOMPARE(columnOf(made, u"params.gone"_s).count(CellState::Absent), 2);
        QCOMPARE(columnOf(made, u"what is this?"_s).count(CellState::Absent), 2);
    }

    void saysWhatIsMissing()
    {
        QList<Run> runs(4);
        runs[0].metrics = {{u"a"_s, 1.0}, {u"b"_s, 1.0}};
        runs[1].metrics = {{u"a"_s, std::nan("")}, {u"b"_s, 1.0}};
        runs[2].metrics = {{u"b"_s, 1.0}};
        runs[3].metrics = {{u"a"_s, 1.0}, {u"b"_s, Inf}};
        const RunTablePtr made = table(runs);
        const ChartColumn a = columnOf(made, u"metrics.a"_s), b = columnOf(made, u"metrics.b"_s);
        QCOMPARE(missingText({&a, &b}), u"3 of 4 runs are not shown: 1 have no a, 1 have NaN as a, 1 have an infinite b"_s);
        const ChartColumn whole = cardColumn(*made, {0}, u"metrics.a"_s, 0);
        QCOMPARE(missingText({&whole}), QString());
    }

    void binsFitTheColumn()
    {
        QStringList rates;
        for (int i = 0; i < 200; ++i)
            rates.append(QString::number(std::pow(10.0, -5 + 4.0 * i / 199)));
        const ChartColumn column = columnOf(params(rates), u"params.p"_s);
        const QList<ValueBin> bins = cardBins(column, 10, QTimeZone::utc());
        QVERIFY(bins.size() > 4 && bins.size() <= 24);
        QCOMPARE(bins.first().from, 1e-5);
        const auto counts = countBins(bins, column);
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), qsizetype(0)), 200);
        QCOMPARE(cardBinText(column, bins.first()), u"1e-05 – 2e-05"_s);
        QCOMPARE(cardBins(columnOf(params({u"1"_s, u"5"_s}), u"params.p"_s), 10, QTimeZone::utc()), (QList<ValueBin>{{1, 1}, {5, 5}}));
        QVERIFY(cardBins(columnOf(params({QString()}), u"params.p"_s), 10, QTimeZone::utc()).isEmpty());
    }

    void firstChoices()
    {
        QList<Run> runs;
        for (int i = 0; i < 40; ++i) {
            Run run;
            run.metrics = {{u"val_loss"_s, i * 0.1}, {u"system/cpu"_s, i * 1.0}, {u"same"_s, 1.0}, {u"x"_s, i * 2.0}};
            run.params = {{u"lr"_s, QString::number(i)}, {u"name"_s, u"run %1"_s.arg(i)}, {u"model"_s, i % 2 ? u"a"_s : u"b"_s}, {u"const"_s, u"1"_s}};
            runs.append(run);
        }
        const RunTablePtr made = table(runs);
        SilentJob job;
        const CardKeys keys = cardKeys(*made, rowsOf(made), job);
        QCOMPARE(keys.metrics, (QStringList{u"metrics.val_loss"_s, u"metrics.x"_s, u"metrics.`system/cpu`"_s}));
        QCOMPARE(keys.params, (QStringList{u"params.lr"_s, u"params.model"_s, u"params.name"_s}));
        QCOMPARE(keys.numbers, (QStringList{u"params.lr"_s}));
        QCOMPARE(keys.groups, (QStringList{u"params.model"_s}));
        QVERIFY(keys.all.contains(u"duration"_s) && keys.all.contains(u"metrics.same"_s) && keys.all.contains(u"status"_s));
        QCOMPARE(betterValues(u"metrics.val_loss"_s), std::optional(Better::Lower));
        QCOMPARE(betterValues(u"metrics.accuracy"_s), std::optional(Better::Higher));
        QVERIFY(!betterValues(u"metrics.x"_s) && !betterValues(u"?"_s));
    }

    void expressions()
    {
        QList<Run> runs;
        for (int i = 0; i < 3; ++i) {
            Run run;
            run.info.status = RunStatus::Finished;
            if (i < 2)
                run.metrics = {{u"loss"_s, 4.0 + i}};
            run.params = {{u"n"_s, u"2"_s}};
            runs.append(run);
        }
        const RunTablePtr made = table(runs);
        const std::vector<uint32_t> rows = rowsOf(made);
        const ChartColumn ratio = columnOf(made, u"metrics.loss / params.n"_s);
        QCOMPARE(ratio.values[1], 2.5);
        QCOMPARE(ratio.states[2], CellState::Absent);
        QCOMPARE(columnOf(made, u"lower(params.n)"_s).count(CellState::Absent), 3); // a text

        const QString least = u"min(metrics.loss)"_s;
        QCOMPARE(columnOf(made, least).count(CellState::Absent), 3);
        const HistoryNeeds needs = cardHistoryNeeds(*made, rows, {least, u"metrics.loss"_s, u"params.n"_s}, HistoryValues::none());
        QCOMPARE(needs, (HistoryNeeds{{u"loss"_s, {}, {0, 1}}}));
        QCOMPARE(cardHistoryNeeds(*made, {1, 2}, {least}, HistoryValues::none()), (HistoryNeeds{{u"loss"_s, {}, {1}}}));
        QVERIFY(cardHistoryNeeds(*made, rows, {u"metrics.loss - 1"_s, u"not a key ("_s}, HistoryValues::none()).isEmpty());
        HistoryValues read(made);
        for (const uint32_t row : {0u, 1u}) {
            MetricSeries series;
            series.key = u"loss"_s;
            series.add(0, 1, 9);
            series.add(1, 2, 1.0 + row);
            series.add(2, 3, 4.0 + row);
            read.add(row, series, {});
        }
        QVERIFY(cardHistoryNeeds(*made, rows, {least}, read).isEmpty());
        const ChartColumn column = cardColumn(*made, rows, least, 5000, read);
        QCOMPARE(column.values[0], 1.0);
        QCOMPARE(column.values[1], 2.0);
        QVERIFY(!column.has(2) && column.isWhole);
        QCOMPARE(cardColumn(*made, rows, u"metrics.loss - min(metrics.loss)"_s, 5000, read).values[1], 3.0);
    }

    void keysOfHistories()
    {
        const auto least = cardHistory(u"min(metrics.`val/loss`)"_s);
        QVERIFY(least);
        QCOMPARE(least->metric, u"metrics.`val/loss`"_s);
        QCOMPARE(cardHistoryKey(least->function, least->metric), u"min(metrics.`val/loss`)"_s);
        QCOMPARE(cardHistory(u"max(metrics.acc)"_s)->function, HistoryFunction::Max);
        for (const QString &other : {u"metrics.loss"_s, u"argmin(metrics.loss)"_s, u"min(metrics.loss) + 1"_s, u"min(parent.metrics.loss)"_s, u"min("_s, QString()})
            QVERIFY2(!cardHistory(other), qPrintable(other));
        QCOMPARE(betterValues(u"min(metrics.`val/loss`)"_s), std::optional(Better::Lower));
        QCOMPARE(columnTitle(u"min(metrics.`val/loss`)"_s), u"min(val/loss)"_s);
        QCOMPARE(columnTitle(u"(min(metrics.a))"_s), u"(min(metrics.a))"_s);
        QCOMPARE(columnTitle(u"metrics.loss @ 3"_s), u"metrics.loss @ 3"_s);
        QCOMPARE(columnTitle(u"min(metrics.a) + 1"_s), u"min(metrics.a) + 1"_s);
    }
};

QTEST_GUILESS_MAIN(CardColumnsTest)
#include "tst_cardcolumns.moc"
