// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartdrawing.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ChartDrawing someDrawing()
{
    auto series = std::make_shared<MetricSeries>();
    series->key = u"val/loss"_s;
    for (const double value : {1.0, std::nan(""), -HUGE_VAL, 1.7976931348623157e308, 5e-324})
        series->add((qint64(1) << 60) + series->size(), -series->size(), value);
    ChartDrawing drawing;
    drawing.format = ChartDrawing::Format::Pdf;
    drawing.title = u"a “title” 😀"_s;
    drawing.size = {500, 300};
    drawing.scale = 1.5;
    drawing.isDark = true;
    drawing.recipe.x = XAxis::Metric;
    drawing.recipe.xMetric = u"epoch"_s;
    drawing.recipe.smoothing = {SmoothingKind::Gaussian, 3};
    drawing.recipe.yScale = AxisScale::SymLog;
    drawing.x = AxisRange{-1e300, 5};
    drawing.lines = {{u"run"_s, 7, 1e12, series, nullptr}, {u""_s, 0, 0, std::make_shared<MetricSeries>(), series, LineDash::LongDash, LineMarker::Plus}};
    drawing.lines.last().colorIndex = LineColor::Other;
    return drawing;
}

ChartDrawing someCard()
{
    ChartDrawing drawing;
    drawing.card.emplace();
    drawing.card->id = u"#1"_s;
    drawing.card->type = CardType::ParallelCoordinates;
    drawing.card->keys = {u"params.lr"_s, u"metrics.`val/loss`"_s};
    drawing.card->options = {{u"log"_s, QVariantList{u"params.lr"_s}}};
    for (int i = 0; i < 3; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i))};
        run.info.name = u"größe"_s;
        run.info.status = RunStatus::Failed;
        run.info.lifecycle = Lifecycle::Deleted;
        run.info.startTime = -5;
        run.metrics = {{u"val/loss"_s, 1e300}, {u"x"_s, HUGE_VAL}};
        run.params = {{u"lr"_s, QString::number(i)}};
        run.tags = {{u""_s, u"t"_s}};
        drawing.runs.append(run);
    }
    return drawing;
}

} // namespace

class ChartDrawingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole()
    {
        const ChartDrawing drawing = someDrawing();
        const auto read = ChartDrawing::fromBytes(drawing.toBytes());
        QVERIFY(read);
        QVERIFY(*read == drawing);
        ChartDrawing other = *read;
        other.y = AxisRange{0, 1};
        QVERIFY(other != drawing);
    }

    void aCardComesBackWhole()
    {
        const ChartDrawing drawing = someCard();
        const auto read = ChartDrawing::fromBytes(drawing.toBytes());
        QVERIFY(read);
        QVERIFY(*read == drawing);
        ChartDrawing lines = drawing;
        lines.card->type = CardType::Images; // nothing that this draws
        QVERIFY(!ChartDrawing::fromBytes(lines.toBytes()));
    }

    void theAnswerComesBackWhole()
    {
        const QByteArray whole = DrawnChart{"\x89PNG", u"nothing"_s, u"2 of 3"_s}.toBytes();
        const auto read = DrawnChart::fromBytes(whole);
        QVERIFY(read);
        QCOMPARE(read->picture, QByteArray("\x89PNG"));
        QCOMPARE(read->notice, u"nothing"_s);
        QCOMPARE(read->note, u"2 of 3"_s);
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!DrawnChart::fromBytes(whole.left(length)));
    }

    // A drawing that was cut or changed is refused or another drawing, never a crash.
    void takesNoRubbish()
    {
        for (const QByteArray &whole : {someDrawing().toBytes(), someCard().toBytes()}) {
            for (qsizetype length = 0; length < whole.size(); ++length)
                QVERIFY(!ChartDrawing::fromBytes(whole.left(length)));
            std::mt19937 random(1);
            for (int i = 0; i < 5000; ++i) {
                QByteArray bytes = whole;
                bytes[qsizetype(random() % size_t(bytes.size()))] = char(random());
                const auto read = ChartDrawing::fromBytes(bytes);
                if (!read)
                    continue;
                QVERIFY(read->size.width() >= ChartDrawing::LeastSide && read->size.width() <= ChartDrawing::MostSide);
                for (const ChartDrawing::Line &line : read->lines)
                    QVERIFY(line.series && line.series->steps.size() == line.series->values.size());
                QVERIFY(!read->card || read->card->isKnown());
            }
        }
    }

    void formatIsTheEndings()
    {
        QCOMPARE(chartFormatOf(u"a.b.PNG"_s), ChartDrawing::Format::Png);
        QCOMPARE(chartFormatOf(u"x.svg"_s), ChartDrawing::Format::Svg);
        QCOMPARE(chartFormatOf(u"x.pdf"_s), ChartDrawing::Format::Pdf);
        QVERIFY(!chartFormatOf(u"x.jpeg"_s));
        QVERIFY(!chartFormatOf({}));
        QVERIFY2(!chartFormatOf(u"png"_s), "a name without an ending");
    }
};

QTEST_GUILESS_MAIN(ChartDrawingTest)
#include "tst_chartdrawing.moc"
