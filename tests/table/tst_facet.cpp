// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/facet.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <map>
#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const ColumnKey Loss{ColumnGroup::Metric, u"loss"_s};
const ColumnKey Model{ColumnGroup::Param, u"model"_s};
const ColumnKey StartTime{ColumnGroup::Attribute, Attribute::StartTime};
const ColumnKey DurationKey{ColumnGroup::Attribute, Attribute::Duration};

std::vector<uint32_t> allRows(const RunTablePtr &table)
{
    std::vector<uint32_t> rows(size_t(table->rowCount()));
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

Facet facetOf(const RunTablePtr &table, const std::vector<uint32_t> &rows, const ColumnKey &key, const QString &search = {}, qsizetype limit = 200)
{
    SilentJob job;
    return computeFacet({table, rows, key, search, limit, {2'000'000, QTimeZone::utc()}}, job).value();
}

Run runNumber(int i)
{
    Run run;
    run.info.ref = {ExperimentId(u"0"_s), RunId(QString::number(i))};
    run.info.status = RunStatus::Finished;
    return run;
}

RunTablePtr tableOfMetric(const std::vector<std::optional<double>> &values)
{
    RunTableBuilder builder;
    for (size_t i = 0; i < values.size(); ++i) {
        Run run = runNumber(int(i));
        if (values[i])
            run.metrics.insert(u"loss"_s, *values[i]);
        builder.add(run);
    }
    return builder.finish();
}

RunTablePtr tableOfParam(const QList<QString> &values)
{
    RunTableBuilder builder;
    for (qsizetype i = 0; i < values.size(); ++i) {
        Run run = runNumber(int(i));
        if (!values[i].isNull())
            run.params.insert(u"model"_s, values[i]);
        builder.add(run);
    }
    return builder.finish();
}

// Why these are no edges for what lies between least and most; empty: they are.
QString complaint(const std::vector<double> &edges, double least, double most)
{
    if (edges.size() < 2 || edges.size() > Facet::MaxBins + 1)
        return u"%1 edges"_s.arg(edges.size());
    if (edges.front() > least || edges.back() < most)
        return u"%1 to %2 does not cover"_s.arg(edges.front()).arg(edges.back());
    for (size_t i = 1; i < edges.size(); ++i)
        if (!(edges[i - 1] < edges[i]) && !(edges.size() == 2 && least == most))
            return u"edge %1 does not ascend"_s.arg(i);
    return {};
}

} // namespace

class FacetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTexts();
    void searchesTexts();
    void keepsTheMostFrequentOnly();
    void countsWhatIsNoNumberApart();
    void choosesReadableEdges_data();
    void choosesReadableEdges();
    void coversWhateverRange();
    void beginsDaysAndMonthsWhereTheyBegin();
    void showsNumericParamsAsHistogram();
    void knowsDurations();
    void spreadsDecades();
    void countsAsAPlainLoopDoes();
    void staysUsableWithAMillionTexts();
};

void FacetTest::countsTexts()
{
    const RunTablePtr table = tableOfParam({u"b"_s, u"a"_s, u"c"_s, u"b"_s, {}, u"a"_s, u""_s});
    const Facet facet = facetOf(table, allRows(table), Model);
    QCOMPARE(facet.kind, Facet::Kind::Values);
    QCOMPARE(facet.rows, 7);
    QCOMPARE(facet.absent, 1);
    QCOMPARE(facet.distinct, 4);
    QVERIFY((facet.values == std::vector<FacetValue>{{u"a"_s, 2}, {u"b"_s, 2}, {u""_s, 1}, {u"c"_s, 1}}));
    QVERIFY((facetOf(table, {0, 4}, Model).values == std::vector<FacetValue>{{u"b"_s, 1}}));
    QCOMPARE(facetOf(table, allRows(table), {ColumnGroup::Tag, u"none"_s}).absent, 7);
}

void FacetTest::searchesTexts()
{
    const RunTablePtr table = tableOfParam({u"Größe"_s, u"GRÖßE"_s, u"tree"_s, u"XTree"_s, u"tree"_s});
    const Facet ascii = facetOf(table, allRows(table), Model, u"TREE"_s);
    QCOMPARE(ascii.distinct, 4);
    QCOMPARE(ascii.found, 2);
    QVERIFY((ascii.values == std::vector<FacetValue>{{u"tree"_s, 2}, {u"XTree"_s, 1}}));
    QCOMPARE(facetOf(table, allRows(table), Model, u"röß"_s).found, 2);
}

void FacetTest::keepsTheMostFrequentOnly()
{
    const RunTablePtr table = tableOfParam({u"a"_s, u"b"_s, u"c"_s, u"c"_s, u"d"_s});
    const Facet facet = facetOf(table, allRows(table), Model, {}, 2);
    QVERIFY((facet.values == std::vector<FacetValue>{{u"c"_s, 2}, {u"a"_s, 1}}));
    QCOMPARE(facet.found, 4);
    QVERIFY(facetOf(table, allRows(table), Model, {}, 0).values.empty());
}

void FacetTest::countsWhatIsNoNumberApart()
{
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const RunTablePtr table = tableOfMetric({0.0, 1.0, 2.0, nan, {}, inf, -inf, -inf, 2.0});
    const Facet facet = facetOf(table, allRows(table), Loss);
    QCOMPARE(facet.kind, Facet::Kind::Numbers);
    QVERIFY(facet.isWhole);
    QCOMPARE(facet.nan, 1);
    QCOMPARE(facet.absent, 1);
    QCOMPARE(facet.plusInfinite, 1);
    QCOMPARE(facet.minusInfinite, 2);
    QVERIFY((facet.bins == std::vector<FacetBin>{{0, 1, 1}, {1, 2, 1}, {2, 3, 2}}));
    const RunTablePtr nothing = tableOfMetric({nan, {}});
    QVERIFY(facetOf(nothing, allRows(nothing), Loss).bins.empty());
    QVERIFY(facetOf(table, {}, Loss).bins.empty());
}

void FacetTest::choosesReadableEdges_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("last");
    QTest::newRow("fractions") << 0.013 << 0.98 << false << u"0"_s << u"0.05"_s << u"1"_s;
    QTest::newRow("tenths, exactly") << 0.1 << 0.3 << false << u"0.1"_s << u"0.11"_s << u"0.3"_s;
    QTest::newRow("around zero") << -1.0 << 1.0 << false << u"-1"_s << u"-0.9"_s << u"1"_s;
    QTest::newRow("whole") << 1.0 << 10.0 << true << u"1"_s << u"2"_s << u"11"_s;
    QTest::newRow("many whole") << 0.0 << 100.0 << true << u"0"_s << u"5"_s << u"105"_s;
    QTest::newRow("tiny") << 1e-20 << 3e-20 << false << u"1e-20"_s << u"1.1e-20"_s << u"3e-20"_s;
    QTest::newRow("one") << 0.25 << 0.25 << false << u"0.25"_s << u"0.25"_s << u"0.25"_s;
}

void FacetTest::choosesReadableEdges()
{
    QFETCH(double, least);
    QFETCH(double, most);
    QFETCH(bool, isWhole);
    const std::vector<double> edges = numberEdges(least, most, isWhole);
    QCOMPARE(complaint(edges, least, most), QString());
    QTEST(numberText(edges[0]), "first");
    QTEST(numberText(edges[1]), "second");
    QTEST(numberText(edges.back()), "last");
}

void FacetTest::coversWhateverRange()
{
    QRandomGenerator random(7);
    const auto number = [&] {
        const double scale = std::pow(10.0, random.bounded(600) - 300);
        return (random.generateDouble() - 0.5) * scale;
    };
    for (int i = 0; i < 20'000; ++i) {
        double a = number(), b = i % 3 == 0 ? a + number() : i % 3 == 1 ? std::nextafter(a, 1e308) : number();
        if (a > b)
            std::swap(a, b);
        QCOMPARE(complaint(numberEdges(a, b, false), a, b), QString());
        QCOMPARE(complaint(numberEdges(std::floor(a), std::ceil(b), true), std::floor(a), std::ceil(b)), QString());
        QCOMPARE(complaint(spanEdges(a, b), a, b), QString());
        if (a >= 0)
            QCOMPARE(complaint(wideSpanEdges(a, b), a, b), QString());
        QCOMPARE(complaint(timeEdges(std::floor(a), std::ceil(b), QTimeZone("Europe/Berlin")), std::floor(a), std::ceil(b)), QString());
        if (std::fabs(a) > 0 && std::fabs(a) <= std::fabs(b))
            QCOMPARE(complaint(decadeEdges(std::fabs(a), std::fabs(b)), std::fabs(a), std::fabs(b)), QString());
    }
    QCOMPARE(wideSpanEdges(9, 38 * 86'400.0), (std::vector<double>{5, 15, 60, 300, 900, 3600, 10'800, 43'200, 86'400, 259'200, 604'800, 2'592'000, 7'776'000}));
    const double most = std::numeric_limits<double>::max();
    QCOMPARE(complaint(numberEdges(-most, most, false), -most, most), QString());
    QCOMPARE(complaint(decadeEdges(5e-324, most), 5e-324, most), QString());
}

void FacetTest::beginsDaysAndMonthsWhereTheyBegin()
{
    const QTimeZone zone("Europe/Berlin");
    const auto ms = [&](QDate date, QTime time = QTime(0, 0)) { return double(QDateTime(date, time, zone).toMSecsSinceEpoch()); };
    const auto days = timeEdges(ms({2026, 3, 2}, {8, 0}), ms({2026, 3, 10}, {9, 0}), zone);
    QCOMPARE(days.front(), ms({2026, 3, 2}, {0, 0}));
    QCOMPARE(days[2] - days[1], 12 * 3'600'000.0);
    const auto months = timeEdges(ms({2025, 1, 15}), ms({2026, 3, 10}), zone);
    QCOMPARE(months.front(), ms({2025, 1, 1}));
    QCOMPARE(months[1], ms({2025, 2, 1}));
    QCOMPARE(months.back(), ms({2026, 4, 1}));
    QCOMPARE(timeEdges(ms({1970, 5, 1}), ms({2026, 3, 10}), zone)[1], ms({1975, 1, 1}));
}

void FacetTest::showsNumericParamsAsHistogram()
{
    QList<QString> few, many;
    for (int i = 0; i < 100; ++i) {
        few.append(QString::number(i % 4));
        many.append(QString::number(i));
    }
    const RunTablePtr fewTable = tableOfParam(few), manyTable = tableOfParam(many + QList<QString>{{}});
    QCOMPARE(facetOf(fewTable, allRows(fewTable), Model).kind, Facet::Kind::Values);
    const Facet facet = facetOf(manyTable, allRows(manyTable), Model);
    QCOMPARE(facet.kind, Facet::Kind::Numbers);
    QCOMPARE(facet.absent, 1);
    QCOMPARE(facet.distinct, 100);
    QVERIFY(facet.bins.front() == (FacetBin{0, 5, 5}));
    many[3] = u"x"_s; // one text, and it is a list of values
    const RunTablePtr mixed = tableOfParam(many);
    QCOMPARE(facetOf(mixed, allRows(mixed), Model).kind, Facet::Kind::Values);
}

void FacetTest::knowsDurations()
{
    RunTableBuilder builder;
    for (int i = 0; i < 10; ++i) {
        Run run = runNumber(i);
        run.info.startTime = 1'000'000;
        if (i == 9)
            run.info.status = RunStatus::Running; // until now: 1000 s
        else
            run.info.endTime = 1'000'000 + i * 60'000;
        builder.add(run);
    }
    const RunTablePtr table = builder.finish();
    const Facet facet = facetOf(table, allRows(table), DurationKey);
    QCOMPARE(facet.kind, Facet::Kind::Spans);
    QVERIFY(facet.bins.front() == (FacetBin{0, 60, 1}));
    QVERIFY(facet.bins.back() == (FacetBin{960, 1020, 1}));
    const Facet times = facetOf(table, allRows(table), StartTime);
    QCOMPARE(times.kind, Facet::Kind::Times);
    QVERIFY(times.bins == (std::vector<FacetBin>{{1'000'000, 1'000'001, 10}}));
}

void FacetTest::spreadsDecades()
{
    std::vector<std::optional<double>> rates;
    for (int i = 0; i < 60; ++i)
        rates.push_back(std::pow(10.0, -5 + i / 12.0));
    const RunTablePtr table = tableOfMetric(rates);
    const Facet facet = facetOf(table, allRows(table), Loss);
    QCOMPARE(facet.bins.front().from, 1e-5);
    QCOMPARE(facet.bins[1].from, 2e-5);
    QCOMPARE(facet.bins[2].from, 5e-5);
    QVERIFY(facet.bins.front().count < 10);
}

void FacetTest::countsAsAPlainLoopDoes()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 600; ++round) {
        const int rows = 1 + random.bounded(80), variety = 1 + random.bounded(40);
        QList<QString> texts;
        std::vector<std::optional<double>> numbers;
        std::vector<uint32_t> wanted;
        for (int i = 0; i < rows; ++i) {
            const bool absent = random.bounded(round % 5 + 1) > 0;
            texts.append(absent ? QString() : "v"_L1 + QString::number(random.bounded(variety)));
            const double number = random.bounded(3) == 0 ? random.bounded(variety) : random.generateDouble() * variety - 5;
            numbers.push_back(absent ? std::nullopt : std::optional(number));
            if (random.bounded(4) > 0)
                wanted.push_back(uint32_t(i));
        }
        const RunTablePtr textTable = tableOfParam(texts), numberTable = tableOfMetric(numbers);
        std::map<QString, qsizetype> plain;
        for (uint32_t row : wanted)
            if (!texts[row].isNull())
                ++plain[texts[row]];
        std::vector<FacetValue> expected;
        for (const auto &[text, count] : plain)
            expected.push_back({text, count});
        std::stable_sort(expected.begin(), expected.end(), [](const FacetValue &a, const FacetValue &b) { return a.count > b.count; });
        expected.resize(std::min<size_t>(expected.size(), 10));
        const Facet facet = facetOf(textTable, wanted, Model, {}, 10);
        QVERIFY(facet.values == expected);
        QCOMPARE(facet.distinct, qsizetype(plain.size()));

        const Facet histogram = facetOf(numberTable, wanted, Loss);
        qsizetype all = histogram.absent;
        for (size_t bin = 0; bin < histogram.bins.size(); ++bin) {
            const FacetBin &one = histogram.bins[bin];
            const bool isClosed = bin + 1 == histogram.bins.size() && !histogram.isWhole;
            const auto count = std::count_if(wanted.begin(), wanted.end(), [&](uint32_t row) {
                return numbers[row] && *numbers[row] >= one.from && (*numbers[row] < one.to || (isClosed && *numbers[row] == one.to));
            });
            QCOMPARE(one.count, qsizetype(count));
            all += one.count;
        }
        QCOMPARE(all, qsizetype(wanted.size()));
    }
}

void FacetTest::staysUsableWithAMillionTexts()
{
    RunTableBuilder builder;
    const uint32_t column = builder.paramColumn("model");
    for (int i = 0; i < 1'000'000; ++i) {
        RunCells cells;
        const std::string id = std::to_string(i);
        cells.runId = id;
        cells.experimentId = "0";
        builder.setText(column, builder.addRun(cells), "text " + id);
    }
    const RunTablePtr table = builder.finish();
    const Facet facet = facetOf(table, allRows(table), Model, {}, 50);
    QCOMPARE(facet.distinct, 1'000'000);
    QCOMPARE(facet.values.size(), size_t(50));
    QCOMPARE(facet.values.front().text, u"text 0"_s);
    QCOMPARE(facetOf(table, allRows(table), Model, u"99999"_s, 50).found, 19);
}

QTEST_GUILESS_MAIN(FacetTest)
#include "tst_facet.moc"
