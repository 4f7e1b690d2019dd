// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts of a page show together: pointer, reference, zoom, the run that stands out, the table of values.
#include "tests/widgets/panels/chartsfixture.h"
#include "widgets/panels/charts/chartsfoot.h"
#include "widgets/panels/charts/readingtable.h"
#include "widgets/panels/charts/textcontent.h"
#include "widgets/panels/charts/valuescontent.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTextBrowser>
#include <QToolButton>
#include <QWheelEvent>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::ChartsFixture;

namespace {

const QStringList Metrics{u"acc"_s, u"loss"_s, u"train/loss"_s};

// Where a step and a value stand in a plot.
QPoint pointAt(const PlotView &plot, double x, double y)
{
    const QRect area = plot.area();
    const AxisRange xs = plot.xRange();
    const AxisRange ys = plot.yRange();
    return {area.left() + int(std::lround((x - xs.lo) / xs.size() * area.width())),
            area.bottom() + 1 - int(std::lround((y - ys.lo) / ys.size() * area.height()))};
}

void wheel(QWidget &widget, const QPoint &at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class ChartCursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePointerIsInAllCharts();
    void theReferenceGivesDifferences();
    void theTableReadsTheChart();
    void nearestOrLastIsChosen();
    void hoveredRunsStandOutEverywhere();
    void controlClickDrawsOneAlone();
    void zoomsGoTogether();
    void zoomedCardsArePaintedInTurns();
    void zoomsAreTakenBack();
    void eachByItselfWhenNotLinked();
    void theSliderDrivesTheValues();
    void textsAreWrittenInPlace();
    void disjointStepsAreReadTruly();
    void picturesInViewAreAskedFor();
};

void ChartCursorTest::thePointerIsInAllCharts()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"acc"_s);
    QTest::mouseMove(&plot, pointAt(plot, 20, 1));
    QTRY_COMPARE(plot.cursor(), std::optional(20.0));
    QCOMPARE(page.plot(u"loss"_s).cursor(), std::optional(20.0));
    QCOMPARE(page.plot(u"train/loss"_s).cursor(), std::optional(20.0));
    // The line is drawn there, in another chart.
    const PlotView &other = page.plot(u"loss"_s);
    const QImage with = page.plot(u"loss"_s).grab().toImage();
    page.plot(u"loss"_s).setCursor({});
    const QImage without = page.plot(u"loss"_s).grab().toImage();
    const int x = pointAt(other, 20, 0).x();
    int changed = 0;
    for (int y = other.area().top(); y < other.area().bottom(); ++y)
        for (int dx = -1; dx <= 1; ++dx)
            changed += with.pixel(x + dx, y) != without.pixel(x + dx, y);
    QVERIFY2(changed > other.area().height() / 2, qPrintable(QString::number(changed)));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&plot, &leave);
    QVERIFY(!page.plot(u"train/loss"_s).cursor());
}

void ChartCursorTest::theReferenceGivesDifferences()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"acc"_s);
    QTest::mouseMove(&plot, pointAt(plot, 10, 0.2));
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::AltModifier, pointAt(plot, 10, 0.2));
    QCOMPARE(page.plot(u"loss"_s).reference(), std::optional(10.0));
    QTest::mouseClick(page.panel.findChild<QToolButton *>(u"showValues"_s), Qt::LeftButton);
    QTest::mouseMove(&plot, pointAt(plot, 30, 4.8));
    auto *table = page.panel.findChild<QWidget *>(u"chartsReadings"_s)->findChild<ReadingTable *>();
    const ReadingModel &model = table->readings();
    QTRY_COMPARE(model.rowCount(), 2);
    QTRY_COMPARE(model.index(0, 1).data().toString(), u"3"_s);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Difference"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"+2"_s);
    QCOMPARE(model.index(0, 3).data().toString(), u"30"_s);
    QVERIFY(page.panel.findChild<QLabel *>(u"readingsTitle"_s)->text().contains(u"acc at 30 · differences to 10"));
    // A second click on it takes it away.
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::AltModifier, pointAt(plot, 10, 0.2));
    QVERIFY(!page.plot(u"loss"_s).reference());
    QCOMPARE(model.columnCount(), 3);
}

void ChartCursorTest::theTableReadsTheChart()
{
    ChartsFixture page(Metrics, 3);
    page.answer = [](const SeriesKey &key) -> Result<MetricSeries> {
        MetricSeries series;
        series.key = key.metric;
        const double scale = key.run == Testing::runRef(1) ? 10 : 1;
        for (int i = 0; i < 50; ++i)
            series.add(i, i, key.run == Testing::runRef(2) ? std::nan("") : scale * i);
        return series;
    };
    QVERIFY(page.isReady());
    QTest::mouseClick(page.panel.findChild<QToolButton *>(u"showValues"_s), Qt::LeftButton);
    QVERIFY(page.panel.state().showsValues);
    PlotView &plot = page.plot(u"loss"_s);
    QTest::mouseMove(&plot, pointAt(plot, 7, 200));
    auto *table = page.panel.findChild<QWidget *>(u"chartsReadings"_s)->findChild<ReadingTable *>();
    const auto column = [table](int at) {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts.append(table->model()->index(row, at).data().toString());
        return texts;
    };
    QTRY_COMPARE(column(1), (QStringList{u"7"_s, u"70"_s, u"NaN"_s}));
    QCOMPARE(column(0), (QStringList{u"name 0"_s, u"name 1"_s, u"name 2"_s}));
    const auto clickHeader = [table] {
        const QHeaderView *header = table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {header->sectionViewportPosition(1) + 20, header->height() / 2});
    };
    clickHeader();
    const QStringList once = column(1);
    clickHeader();
    const QStringList twice = column(1);
    QCOMPARE(QSet<QString>({once.first(), twice.first()}), QSet<QString>({u"7"_s, u"70"_s}));
    QCOMPARE(once.last(), u"NaN"_s); // last either way
    QCOMPARE(twice.last(), u"NaN"_s);
}

void ChartCursorTest::nearestOrLastIsChosen()
{
    ChartsFixture page({u"loss"_s}, 1);
    page.answer = [](const SeriesKey &key) -> Result<MetricSeries> {
        MetricSeries series;
        series.key = key.metric;
        series.add(0, 0, 1.0);
        series.add(100, 1, 2.0);
        return series;
    };
    QVERIFY(page.isReady());
    QTest::mouseClick(page.panel.findChild<QToolButton *>(u"showValues"_s), Qt::LeftButton);
    QTest::mouseMove(&page.plot(u"loss"_s), pointAt(page.plot(u"loss"_s), 80, 1.2));
    auto *table = page.panel.findChild<QWidget *>(u"chartsReadings"_s)->findChild<ReadingTable *>();
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"2"_s);
    auto *rule = page.panel.findChild<QComboBox *>(u"readingRule"_s);
    rule->setCurrentIndex(1);
    Q_EMIT rule->activated(1);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"1"_s);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"0"_s);
    QCOMPARE(page.panel.state().reading, ReadingRule::LastAt);
}

void ChartCursorTest::hoveredRunsStandOutEverywhere()
{
    ChartsFixture page(Metrics, 2);
    page.answer = [](const SeriesKey &key) -> Result<MetricSeries> {
        MetricSeries series;
        series.key = key.metric;
        for (int i = 0; i < 50; ++i)
            series.add(i, i, key.run == Testing::runRef(1) ? 2.0 : 1.0);
        return series;
    };
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"acc"_s);
    QTest::mouseMove(&plot, pointAt(plot, 20, 2.0));
    QTRY_COMPARE(page.view.hoveredRun(), std::optional(Testing::runRef(1)));
    const PlotView &other = page.plot(u"train/loss"_s);
    QCOMPARE(other.lines().at(other.highlighted()).name, u"name 1"_s);
    // From another panel as well.
    page.view.setHoveredRun(Testing::runRef(0));
    QCOMPARE(other.lines().at(other.highlighted()).name, u"name 0"_s);
    page.view.setHoveredRun({});
    QCOMPARE(other.highlighted(), -1);
}

void ChartCursorTest::controlClickDrawsOneAlone()
{
    ChartsFixture page(Metrics, 4);
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"acc"_s);
    const QPoint on = pointAt(plot, 20, 2.0);
    QTest::mouseMove(&plot, on);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ControlModifier, on);
    QCOMPARE(page.view.shownRuns().size(), 1);
    QVERIFY(page.view.selectedRuns().isEmpty());
    QVERIFY(page.isReady());
    QTest::mouseMove(&plot, on);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ControlModifier, on);
    QCOMPARE(page.view.shownRuns().size(), 4);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ShiftModifier, on);
    QCOMPARE(page.view.selectedRuns().size(), 1);
}

void ChartCursorTest::zoomsGoTogether()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"acc"_s);
    ChartsFixture::drag(&plot, pointAt(plot, 10, 2), plot.mapToGlobal(pointAt(plot, 20, 2)));
    QVERIFY(std::abs(plot.xRange().lo - 10) < 0.5 && std::abs(plot.xRange().hi - 20) < 0.5);
    const PlotView &other = page.plot(u"train/loss"_s);
    QCOMPARE(other.xRange(), plot.xRange());
    QVERIFY(other.yRange().lo > 0.8 && other.yRange().hi < 2.2); // fits what is seen of it
    wheel(plot, pointAt(plot, 15, 1.5), 2, Qt::ControlModifier);
    QVERIFY(plot.xRange().size() < 8);
    QCOMPARE(other.xRange(), plot.xRange());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, pointAt(plot, 15, 1.5));
    QVERIFY(other.zoom().isAll());
    plot.setZoom({AxisRange{10, 20}, {}});
    page.panel.clear(); // another store has other steps
    QVERIFY(plot.zoom().isAll() && other.zoom().isAll());
}

void ChartCursorTest::zoomedCardsArePaintedInTurns()
{
    QStringList metrics;
    for (int i = 0; i < 6; ++i)
        metrics.append(u"m%1"_s.arg(i));
    ChartsFixture page(metrics);
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"m4"_s);
    const QString all = plot.caption();
    wheel(plot, pointAt(plot, 20, 2), 2, Qt::ControlModifier);
    QVERIFY(page.grid().isPainting() && page.panel.isBusy()); // nothing is painted while the wheel turns
    QCOMPARE(plot.caption(), all);
    wheel(plot, pointAt(plot, 20, 2), 3, Qt::ControlModifier); // while all still wait: the last one counts
    QTRY_VERIFY(plot.caption() != all);
    QTRY_VERIFY(!page.grid().isPainting());
    for (const QString &metric : metrics) {
        QCOMPARE(page.plot(metric).xRange(), plot.xRange());
        QCOMPARE(page.plot(metric).caption(), plot.caption()); // tells what is in the picture
    }
}

void ChartCursorTest::zoomsAreTakenBack()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    PlotView &plot = page.plot(u"acc"_s);
    auto *back = page.panel.findChild<QToolButton *>(u"zoomBack"_s);
    QVERIFY(!back->isEnabled());
    const auto zoomTo = [&](double from, double to) {
        ChartsFixture::drag(&plot, pointAt(plot, from, 2), plot.mapToGlobal(pointAt(plot, to, 2)));
        QTest::qWait(650); // another gesture
    };
    zoomTo(10, 30);
    const AxisRange first = plot.xRange();
    zoomTo(15, 25);
    const AxisRange second = plot.xRange();
    QVERIFY(second.size() < first.size());
    wheel(plot, plot.area().center(), 1, Qt::ControlModifier);
    wheel(plot, plot.area().center(), 1, Qt::ControlModifier); // one gesture
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(plot.xRange(), second);
    QTest::keyClick(&plot, Qt::Key_Backspace);
    QCOMPARE(plot.xRange(), first);
    QCOMPARE(page.plot(u"loss"_s).xRange(), first);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(plot.zoom().isAll() && page.plot(u"loss"_s).zoom().isAll());
    QVERIFY(!back->isEnabled());
}

void ChartCursorTest::eachByItselfWhenNotLinked()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QTest::mouseClick(page.panel.findChild<QToolButton *>(u"linkZoom"_s), Qt::LeftButton);
    QVERIFY(!page.panel.state().linksZoom);
    PlotView &plot = page.plot(u"acc"_s);
    ChartsFixture::drag(&plot, pointAt(plot, 10, 2), plot.mapToGlobal(pointAt(plot, 20, 2)));
    QVERIFY(!plot.zoom().isAll());
    QVERIFY(page.plot(u"loss"_s).zoom().isAll());
}

void ChartCursorTest::theSliderDrivesTheValues()
{
    ChartsFixture page(Metrics);
    ChartsState state;
    CardSpec card;
    card.type = CardType::Values;
    card.keys = {u"metrics.acc"_s, u"metrics.`train/loss"_s + u'`'};
    state.dashboard.add(card);
    page.panel.restore(state);
    QVERIFY(page.isReady());
    auto *slider = page.panel.findChild<QSlider *>(u"stepSlider"_s);
    QVERIFY(slider->isVisible());
    QCOMPARE(slider->maximum(), 49);
    auto *table = page.card(u"#1"_s).content()->findChild<ReadingTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), metricText(4.9));
    QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(), u"train/loss"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"0"_s);
    auto *field = page.panel.findChild<QLineEdit *>(u"stepField"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"20"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(1, 2).data().toString(), u"2"_s);
    QCOMPARE(slider->value(), 20);
}

void ChartCursorTest::textsAreWrittenInPlace()
{
    ChartsFixture page(Metrics);
    ChartsState state;
    CardSpec card;
    card.type = CardType::Text;
    state.dashboard.add(card);
    page.panel.restore(state);
    QVERIFY(page.isReady());
    auto *text = page.card(u"#1"_s).content()->findChild<QTextBrowser *>(u"cardText"_s);
    auto *editor = page.card(u"#1"_s).content()->findChild<QPlainTextEdit *>(u"cardTextEditor"_s);
    QVERIFY(text->toPlainText().contains(u"Double-click"));
    QTest::mouseDClick(text->viewport(), Qt::LeftButton);
    QVERIFY(editor->isVisible());
    QTest::keyClicks(editor, u"# Plan"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page.panel.state().dashboard.card(u"#1"_s).options.value(u"text"_s).toString(), u"# Plan"_s);
    QTRY_COMPARE(text->toPlainText(), u"Plan"_s);
    QTest::mouseDClick(text->viewport(), Qt::LeftButton);
    QTest::keyClicks(editor, u" B"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(page.panel.state().dashboard.card(u"#1"_s).options.value(u"text"_s).toString(), u"# Plan"_s);
}

void ChartCursorTest::disjointStepsAreReadTruly()
{
    ChartsFixture page({u"loss"_s}, 2);
    page.answer = [](const SeriesKey &key) -> Result<MetricSeries> {
        return key.run == Testing::runRef(0) ? Testing::steps(key.metric, 10) : Testing::steps(key.metric, 10, 1000);
    };
    QVERIFY(page.isReady());
    QTest::mouseClick(page.panel.findChild<QToolButton *>(u"showValues"_s), Qt::LeftButton);
    auto *rule = page.panel.findChild<QComboBox *>(u"readingRule"_s);
    Q_EMIT rule->activated(1);
    PlotView &plot = page.plot(u"loss"_s);
    QTest::mouseMove(&plot, pointAt(plot, 500, 50));
    auto *table = page.panel.findChild<QWidget *>(u"chartsReadings"_s)->findChild<ReadingTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    // Each says where its value stands, however far that is away.
    QTRY_COMPARE(table->model()->index(0, 2).data().toString(), u"9"_s);
    QCOMPARE(table->model()->index(1, 2).data().toString(), u"1000"_s);
}

void ChartCursorTest::picturesInViewAreAskedFor()
{
    QList<RunImage> wanted; // outlives the page, which asks until its end
    ChartsFixture page({u"loss"_s}, 2);
    ChartsState state;
    CardSpec card;
    card.type = CardType::Images;
    state.dashboard.add(card);
    QSignalSpy lists(&page.panel, &ChartsPanel::imageListRequested);
    connect(&page.panel, &ChartsPanel::imagesRequested, this, [&wanted](const QList<RunImage> &images) { wanted = images; });
    page.panel.restore(state);
    QVERIFY(page.isReady());
    QTRY_COMPARE(lists.size(), 2);
    const auto imagesOf = [](int count) {
        QList<ArtifactEntry> entries;
        for (int i = 0; i < count; ++i)
            entries.append({u"images/a%step%"_s + QString::number(i) + u"%timestamp%7%x.png"_s, false, 10});
        return loggedImages(entries);
    };
    for (int run : {0, 1})
        page.panel.setImageList(Testing::runRef(run), imagesOf(40));
    auto *slider = page.panel.findChild<QSlider *>(u"stepSlider"_s);
    QTRY_COMPARE(slider->maximum(), 49); // of the metric, which has more
    // Whatever lies between is not read: only what is in view when somebody looks.
    for (int step = 0; step <= 30; ++step)
        slider->setValue(step);
    QTRY_COMPARE(wanted.size(), 2);
    QTRY_VERIFY(wanted.first().path.contains(u"step%30%"));
    ImagePreview picture{QSize(1, 1), QSize(1, 1), QByteArray(4, '\xff')};
    const QList<RunImage> asked = wanted;
    for (const RunImage &image : asked)
        page.panel.setImage(image.run, image.path, picture);
    QCOMPARE(wanted.size(), 0);
    // Runs that go on are listed again, and keep their pictures meanwhile.
    page.view.setTable(Testing::runTable(2, {u"loss"_s}, 1.0, RunStatus::Running), true);
    QVERIFY(page.isReady());
    const qsizetype before = lists.size();
    page.panel.readRunningAgain();
    QTRY_COMPARE(lists.size(), before + 2);
    page.panel.setImageList(Testing::runRef(0), imagesOf(45));
    QCOMPARE(wanted.size(), 0);
    // Another store: runs of the same names have other pictures.
    page.panel.clear();
    QVERIFY(page.isReady());
    QTRY_COMPARE(lists.size(), before + 4);
}

QTEST_MAIN(ChartCursorTest)
#include "tst_chartcursor.moc"
