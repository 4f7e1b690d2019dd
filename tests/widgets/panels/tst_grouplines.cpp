// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/grouplines.h"

#include "models/table/runtablebuilder.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QList<Assay::SeriesKey>)

namespace {

SilentJob job;

RunRef ref(int number) { return {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(number))}; }

// Five runs: lr is 0.1, 0.2, 0.1, 0.2 and missing.
RunTablePtr table()
{
    RunTableBuilder builder;
    for (int i = 0; i < 5; ++i) {
        Run run;
        run.info.ref = ref(i);
        run.info.name = u"name %1"_s.arg(i);
        run.info.status = RunStatus::Finished;
        run.info.startTime = 1'700'000'000'000 + i * 50'000;
        run.metrics.insert(u"loss"_s, 1.0);
        if (i < 4)
            run.params.insert(u"lr"_s, i % 2 ? u"0.2"_s : u"0.1"_s);
        builder.add(run);
    }
    return builder.finish();
}

// Run i is at i + step, logged every second from its start on.
MetricSeries series(int run, int count)
{
    MetricSeries made;
    made.key = u"loss"_s;
    for (int i = 0; i < count; ++i)
        made.add(i, 1'700'000'000'000 + run * 50'000 + i * 1000, run + i);
    return made;
}

} // namespace

class GroupLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qRegisterMetaType<QList<Assay::SeriesKey>>();
        m_view = std::make_unique<RunView>();
        m_panel = std::make_unique<ChartsPanel>();
        m_panel->setView(m_view.get());
        m_panel->resize(900, 600);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_view.reset();
    }
    void groupsOfTheTableAreDrawnAsOneLine()
    {
        answer(40);
        QCOMPARE(lines().size(), 5);
        m_view->setGroupKeys({{ColumnGroup::Param, u"lr"_s}});
        QTRY_COMPARE(lines().size(), 3);
        QTRY_VERIFY(!m_panel->isBusy());
        // The first group on top: drawn last.
        QCOMPARE(lines().last().name, u"lr = 0.1 · 2 runs"_s);
        QCOMPARE(lines().at(1).name, u"lr = 0.2 · 2 runs"_s);
        QCOMPARE(lines().first().name, u"lr = – · 1 run"_s);
        const PlotLine line = lines().last();
        QVERIFY(line.isGroup && line.low && line.high);
        QCOMPARE(line.pyramid->size(), 40u);
        QCOMPARE(line.pyramid->y(7), 8.0); // of 0 + 7 and 2 + 7
        QVERIFY(std::abs(line.high->y(7) - 8.0 - std::sqrt(2.0)) < 1e-12);
        // Without bands, as extremes, or not at all.
        m_panel->setOptions({GroupLine::Median, BandSpread::None});
        QTRY_VERIFY(!lines().last().low);
        m_panel->setOptions({GroupLine::Mean, BandSpread::MinMax});
        QTRY_VERIFY(lines().last().low && lines().last().low->y(7) == 7.0);
        m_panel->setOptions({GroupLine::Runs, BandSpread::MinMax});
        QTRY_COMPARE(lines().size(), 5);
        m_panel->setOptions({});
        m_view->setGroupKeys({});
        QTRY_COMPARE(lines().size(), 5);
        QVERIFY(!lines().first().isGroup);
    }
    void longOnesAreComputedInWorkers()
    {
        answer(30'000);
        m_view->setGroupKeys({{ColumnGroup::Param, u"lr"_s}});
        QTRY_COMPARE(lines().size(), 3);
        QTRY_VERIFY(!m_panel->isBusy());
        QCOMPARE(lines().last().pyramid->y(29'999), 30'000.0);
    }
    void relativeTimeBringsRunsTogether()
    {
        m_panel->setRecipe({.x = XAxis::RelativeTime});
        answer(40);
        m_view->setGroupKeys({{ColumnGroup::Param, u"lr"_s}});
        QTRY_COMPARE(lines().size(), 3);
        const PlotLine line = lines().last();
        QCOMPARE(line.pyramid->size(), 40u);
        QCOMPARE(line.pyramid->x(3), 3000.0);
        QCOMPARE(line.pyramid->y(3), 4.0);
    }
    void bandIsFilledBetweenItsLines()
    {
        const std::vector<BandMember> members{{pyramid(2)}, {pyramid(6)}};
        const BandPyramids band = bandPyramids(groupBand(members, GroupLine::Mean, BandSpread::MinMax, job), AxisScale::Linear);
        PlotLine line;
        line.pyramid = band.line;
        line.low = band.low;
        line.high = band.high;
        line.isGroup = true;
        PlotPicture picture;
        picture.setLines({line});
        QCOMPARE(picture.yRange({0, 10}), (AxisRange{2, 6}));
        const PlotScale scale{{0, 10}, {0, 8}, AxisScale::Linear, {100, 80}, 1.0};
        picture.render(scale, {{Qt::red, 2.0, Qt::SolidLine}});
        QImage image(scale.pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        picture.paint(painter, {0, 0}, -1);
        painter.end();
        const int faint = qAlpha(image.pixel(50, 30)); // 5
        QVERIFY(faint > 20 && faint < 90);
        QCOMPARE(qAlpha(image.pixel(50, 50)), faint); // 3
        QVERIFY(qAlpha(image.pixel(50, 40)) > 240); // the line itself
        QCOMPARE(qAlpha(image.pixel(50, 10)), 0);
        QCOMPARE(qAlpha(image.pixel(50, 70)), 0);
    }

private:
    static SeriesPyramidPtr pyramid(double value)
    {
        MetricSeries made;
        for (int i = 0; i <= 10; ++i)
            made.add(i, 0, value);
        return std::make_shared<const SeriesPyramid>(packed(std::move(made)), LineRecipe{});
    }
    void answer(int count)
    {
        m_view->setTable(table(), true);
        QSignalSpy asked(m_panel.get(), &ChartsPanel::seriesRequested);
        QTRY_VERIFY(!asked.isEmpty());
        for (int i = 0; i < 5; ++i)
            m_panel->setSeries({ref(i), u"loss"_s}, series(i, count));
        QTRY_VERIFY(!m_panel->isBusy());
    }
    QList<PlotLine> lines() const { return m_panel->findChild<ChartGrid *>()->card(u"loss"_s)->plot().lines(); }

    std::unique_ptr<RunView> m_view;
    std::unique_ptr<ChartsPanel> m_panel;
};

QTEST_MAIN(GroupLinesTest)
#include "tst_grouplines.moc"
