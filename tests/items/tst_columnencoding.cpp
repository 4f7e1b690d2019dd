// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnencoding.h"
#include "models/items/lineencoding.h"
#include "models/table/runtablebuilder.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

using Place = ColumnEncoding::Place;
using Of = ColumnEncoding::Place::Of;

// A run for each value of param "p" (null: none), each started later than the one before.
RunTablePtr tableOf(const QStringList &values)
{
    RunTableBuilder builder;
    for (qsizetype i = 0; i < values.size(); ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i, 4, 10, QChar(u'0')))};
        run.info.startTime = 1'700'000'000'000 + i * 1000;
        if (!values.at(i).isNull())
            run.params.insert(u"p"_s, values.at(i));
        builder.add(run);
    }
    return builder.finish();
}

RunTablePtr metricTable(const std::vector<double> &values)
{
    RunTableBuilder builder;
    for (size_t i = 0; i < values.size(); ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i, 4, 10, QChar(u'0')))};
        run.info.startTime = 1'700'000'000'000 + qint64(i) * 1000;
        run.metrics.insert(u"m"_s, values[i]);
        builder.add(run);
    }
    return builder.finish();
}

std::vector<uint32_t> firstRows(uint32_t count)
{
    std::vector<uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

ColumnEncoding encode(const RunTablePtr &table, const std::vector<uint32_t> &drawn, LineChannel channel = LineChannel::Color)
{
    const ColumnGroup group = table->column({ColumnGroup::Metric, u"m"_s}) ? ColumnGroup::Metric : ColumnGroup::Param;
    return {*table, drawn, {group, group == ColumnGroup::Metric ? u"m"_s : u"p"_s}, channel, 0};
}

ColumnEncoding encodeAll(const QStringList &values, LineChannel channel = LineChannel::Color)
{
    const RunTablePtr table = tableOf(values);
    return encode(table, firstRows(uint32_t(values.size())), channel);
}

QStringList names(const ColumnEncoding &encoding)
{
    QStringList all;
    for (const ColumnEncoding::Entry &entry : encoding.entries())
        all.append(u"%1 (%2)"_s.arg(entry.name).arg(entry.runs));
    return all;
}

Place slot(int number) { return {Of::Slot, number}; }

} // namespace

class ColumnEncodingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesHaveSlotsByTheirFirstRun()
    {
        const ColumnEncoding encoding = encodeAll({u"sgd"_s, u"adam"_s, QString(), u"sgd"_s, u"it's"_s});
        QCOMPARE(encoding.kind(), ColumnEncoding::Kind::Values);
        QCOMPARE(encoding.placeOf(0), slot(0));
        QCOMPARE(encoding.placeOf(1), slot(1));
        QCOMPARE(encoding.placeOf(2), Place());
        QCOMPARE(encoding.placeOf(3), slot(0));
        QCOMPARE(encoding.placeOf(4), slot(2));
        QCOMPARE(names(encoding), (QStringList{u"adam (1)"_s, u"it's (1)"_s, u"sgd (2)"_s, u"no value (1)"_s}));
        QCOMPARE(ColumnEncoding::colorOf(encoding.placeOf(2)), LineColor::None);
        QCOMPARE(ColumnEncoding::dashOf({}), LineDash::Dot);
        QCOMPARE(ColumnEncoding::markerOf({}), LineMarker::None);
    }
    void sameNumbersAreOneValue()
    {
        const ColumnEncoding encoding = encodeAll({u"0.1"_s, u"1e-1"_s, u"0.01"_s});
        QCOMPARE(encoding.placeOf(0), encoding.placeOf(1));
        QCOMPARE(names(encoding), (QStringList{u"0.01 (1)"_s, u"0.1 (2)"_s}));
        const ColumnEncoding one = encodeAll({u"7"_s, u"7"_s}, LineChannel::Marker);
        QCOMPARE(one.entries().size(), 1);
        QCOMPARE(ColumnEncoding::markerOf(one.placeOf(1)), LineMarker::Circle);
    }
    // An eye or a filter leaves the others as they are; so does a run that is started later, whatever its value.
    void whatARunHasStays()
    {
        const QStringList values{u"c"_s, u"a"_s, u"e"_s, u"d"_s, u"b"_s};
        const RunTablePtr table = tableOf(values);
        const ColumnEncoding all = encode(table, firstRows(5));
        for (uint32_t hidden = 0; hidden < 5; ++hidden) {
            std::vector<uint32_t> rows = firstRows(5);
            rows.erase(rows.begin() + hidden);
            const ColumnEncoding fewer = encode(table, rows);
            for (const uint32_t row : rows)
                QCOMPARE(fewer.placeOf(row), all.placeOf(row));
            QCOMPARE(encode(table, {hidden}).placeOf(hidden), all.placeOf(hidden));
        }
        for (const LineChannel channel : {LineChannel::Color, LineChannel::Dash, LineChannel::Marker}) {
            QStringList more = values;
            ColumnEncoding before = encodeAll(more, channel);
            for (int added = 0; added < 20; ++added) {
                more.append(u"%1"_s.arg(QChar(u'z' - added)));
                const ColumnEncoding after = encodeAll(more, channel);
                for (uint32_t row = 0; row + 1 < uint32_t(more.size()); ++row)
                    QCOMPARE(after.placeOf(row), before.placeOf(row));
                before = after;
            }
        }
    }
    // Of many values those that are drawn have slots of their own while there are enough.
    void drawnValuesComeBeforeOthers()
    {
        QStringList values;
        for (int i = 0; i < 40; ++i)
            values.append(u"v%1"_s.arg(i, 2, 10, QChar(u'0')));
        const RunTablePtr table = tableOf(values);
        const std::vector<uint32_t> drawn{0, 8, 16, 24, 32, 1, 9, 17}; // all would like slots 0 and 1
        const ColumnEncoding encoding = encode(table, drawn);
        std::set<int> taken;
        for (const uint32_t row : drawn) {
            QCOMPARE(encoding.placeOf(row).of, Of::Slot);
            taken.insert(encoding.placeOf(row).slot);
        }
        QCOMPARE(taken.size(), drawn.size());
        QCOMPARE(encoding.placeOf(0), slot(0));
        QCOMPARE(encoding.placeOf(1), slot(1));
    }
    void tooManyValuesShareALook()
    {
        QStringList values;
        for (int i = 0; i < 12; ++i)
            values.append(u"v%1"_s.arg(i, 2, 10, QChar(u'0')));
        const ColumnEncoding colors = encodeAll(values + values);
        QCOMPARE(colors.placeOf(7), slot(7));
        QCOMPARE(colors.placeOf(8), Place{Of::Other});
        QCOMPARE(ColumnEncoding::colorOf(colors.placeOf(23)), LineColor::Other);
        QCOMPARE(names(colors).last(), u"4 other values (8)"_s);
        const ColumnEncoding dashes = encodeAll(values, LineChannel::Dash);
        QCOMPARE(dashes.entries().size(), 5);
        QCOMPARE(names(dashes).last(), u"8 other values (8)"_s);
        values.resize(9);
        QCOMPARE(names(encodeAll(values)).last(), u"v08 (1)"_s);
    }
    void manyNumbersAreAScale()
    {
        std::vector<double> values;
        for (int i = 0; i <= 10; ++i)
            values.push_back(i);
        values.insert(values.end(), {std::nan(""), HUGE_VAL, -HUGE_VAL});
        const RunTablePtr table = metricTable(values);
        const ColumnEncoding encoding = encode(table, firstRows(14));
        QCOMPARE(encoding.kind(), ColumnEncoding::Kind::Scale);
        QVERIFY(!encoding.isLog());
        QCOMPARE(encoding.placeOf(0).share, 0.0);
        QCOMPARE(encoding.placeOf(5).share, 0.5);
        QCOMPARE(encoding.placeOf(10).share, 1.0);
        for (const uint32_t row : {11u, 12u, 13u})
            QCOMPARE(encoding.placeOf(row), Place{Of::Other});
        QCOMPARE(names(encoding), (QStringList{u"0 (0)"_s, u"10 (0)"_s, u"NaN or infinite (3)"_s}));
        QCOMPARE(encoding.scaledRuns(), 11);
        // What is drawn of it changes nothing.
        QCOMPARE(encode(table, {5}).placeOf(5).share, 0.5);
    }
    void scaleOverDecadesIsLogarithmic()
    {
        QStringList values;
        for (int i = 0; i <= 10; ++i)
            values.append(QString::number(std::pow(10.0, -i)));
        const ColumnEncoding encoding = encodeAll(values);
        QVERIFY(encoding.isLog());
        QVERIFY(std::abs(encoding.placeOf(5).share - 0.5) < 1e-9);
        const ColumnEncoding huge = encode(metricTable({-1e308, -2, -1, 0, 1, 2, 3, 4, 5, 1e308}), firstRows(10));
        QVERIFY(std::abs(huge.placeOf(3).share - 0.5) < 1e-9);
        QCOMPARE(huge.placeOf(9).share, 1.0);
    }
    void manyNumbersAreRangesOfDashes()
    {
        QStringList values;
        for (int i = 0; i < 40; ++i)
            values.append(QString::number(i));
        values.append(QString());
        const ColumnEncoding encoding = encodeAll(values, LineChannel::Dash);
        QCOMPARE(encoding.kind(), ColumnEncoding::Kind::Ranges);
        QCOMPARE(names(encoding), (QStringList{u"0 – 9 (10)"_s, u"10 – 19 (10)"_s, u"20 – 29 (10)"_s, u"30 – 39 (10)"_s, u"no value (1)"_s}));
        values.resize(5);
        QCOMPARE(names(encodeAll(values, LineChannel::Dash)), (QStringList{u"0 (1)"_s, u"1 (1)"_s, u"2 (1)"_s, u"3 – 4 (2)"_s}));
        QCOMPARE(ColumnEncoding::dashOf(encoding.placeOf(0)), LineDash::Solid);
        QCOMPARE(encoding.placeOf(39), slot(3));
    }
    void whatIsNotThereHasNoValue()
    {
        const RunTablePtr table = tableOf({u"a"_s, u"b"_s});
        const ColumnEncoding missing(*table, firstRows(2), {ColumnGroup::Tag, u"none"_s}, LineChannel::Color, 0);
        QCOMPARE(names(missing), QStringList{u"no value (2)"_s});
        const ColumnEncoding nobody(*table, {}, {ColumnGroup::Param, u"p"_s}, LineChannel::Color, 0);
        QVERIFY(nobody.entries().isEmpty());
        const ColumnEncoding odd = encode(metricTable({std::nan(""), 1}), firstRows(2));
        QCOMPARE(names(odd), (QStringList{u"1 (1)"_s, u"NaN or infinite (1)"_s}));
    }
    // Runs of other experiments have no say.
    void experimentsAreApart()
    {
        RunTableBuilder builder;
        for (int i = 0; i < 30; ++i) {
            Run run;
            run.info.ref = {ExperimentId(QString::number(i % 2)), RunId(u"run%1"_s.arg(i))};
            run.info.startTime = 1'700'000'000'000 + i;
            run.params.insert(u"p"_s, i % 2 ? QString::number(i % 3) : QString::number(i));
            builder.add(run);
        }
        const RunTablePtr table = builder.finish();
        const ColumnEncoding few(*table, {1, 3, 5}, {ColumnGroup::Param, u"p"_s}, LineChannel::Color, 0);
        QCOMPARE(few.kind(), ColumnEncoding::Kind::Values);
        const ColumnEncoding many(*table, {0}, {ColumnGroup::Param, u"p"_s}, LineChannel::Color, 0);
        QCOMPARE(many.kind(), ColumnEncoding::Kind::Scale);
    }
    // What was found before is what would be found anew: for other drawn runs, and when they are of other experiments.
    void knownRunsAreUsedAgain()
    {
        RunTableBuilder builder;
        for (int i = 0; i < 60; ++i) {
            Run run;
            run.info.ref = {ExperimentId(QString::number(i % 2)), RunId(u"run%1"_s.arg(i))};
            run.info.startTime = 1'700'000'000'000 - i;
            run.params.insert(u"text"_s, u"v%1"_s.arg(i % (i % 2 ? 5 : 25)));
            run.params.insert(u"few"_s, QString::number(i % 3));
            run.params.insert(u"many"_s, QString::number(i));
            builder.add(run);
        }
        const RunTablePtr table = builder.finish();
        const std::vector<std::vector<uint32_t>> steps{{0, 2}, {0, 2, 4, 40}, {2}, {1, 2}, {59, 1, 2, 6}, {1, 3}, {}, {0}};
        for (const QString &name : {u"text"_s, u"few"_s, u"many"_s, u"none"_s}) {
            for (const LineChannel channel : {LineChannel::Color, LineChannel::Dash, LineChannel::Marker}) {
                const ColumnKey key{ColumnGroup::Param, name};
                ColumnEncoding before(*table, {}, key, channel, 0);
                for (const std::vector<uint32_t> &drawn : steps) {
                    const ColumnEncoding anew(*table, drawn, key, channel, 0), after(*table, drawn, key, channel, 0, &before);
                    QCOMPARE(after.kind(), anew.kind());
                    QCOMPARE(after.entries(), anew.entries());
                    QCOMPARE(after.scaledRuns(), anew.scaledRuns());
                    for (const uint32_t row : drawn)
                        QCOMPARE(after.placeOf(row), anew.placeOf(row));
                    before = after;
                }
            }
        }
    }

    void viewHasTheColors()
    {
        RunView view;
        view.setTable(tableOf({u"x"_s, u"y"_s, u"x"_s, QString()}), true);
        const auto ref = [&view](uint32_t row) { return view.table()->ref(row); };
        const int own = view.colorIndex(ref(2));
        LineEncoding encoding;
        encoding.setView(&view);
        QVERIFY(encoding.parts().empty());
        QCOMPARE(encoding.lookOf({ref(0)}), LineLook());
        QSignalSpy changed(&encoding, &LineEncoding::changed), shown(&view, &RunView::shownChanged);
        ChartOptions options;
        options.colorBy = u"params.p"_s;
        options.markerBy = u"params.p"_s;
        encoding.setOptions(options);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(view.colorIndex(ref(2)), view.colorIndex(ref(0)));
        QCOMPARE(view.colorIndex(ref(3)), LineColor::None);
        QCOMPARE(encoding.lookOf({ref(1)}).marker, LineMarker::Square);
        QVERIFY(!encoding.lookOf({ref(1)}).dash);
        // Runs that stand for one line: what they have in common.
        QCOMPARE(*encoding.lookOf({ref(0), ref(2)}).color, 0);
        QCOMPARE(*encoding.lookOf({ref(0), ref(1)}).color, LineColor::None);
        QVERIFY(encoding.isMixed(encoding.parts().front(), {ref(0), ref(1)}));
        QCOMPARE(encoding.valuesOf({ref(0), ref(2)}), u"p = x"_s);
        QCOMPARE(encoding.valuesOf({ref(3)}), u"p = –"_s);
        QVERIFY(encoding.valuesOf({ref(0), ref(1)}).isEmpty());
        view.setTable(tableOf({u"y"_s, u"x"_s}), true);
        QCOMPARE(encoding.lookOf({ref(1)}).marker, LineMarker::Square);
        encoding.setOptions({});
        QVERIFY(encoding.parts().empty());
        view.setTable(tableOf({u"x"_s, u"y"_s, u"x"_s, QString()}), true);
        QCOMPARE(view.colorIndex(ref(2)), own);
        QCOMPARE(view.marks().colors.value(ref(2)), own);
    }
};

QTEST_MAIN(ColumnEncodingTest)
#include "tst_columnencoding.moc"
