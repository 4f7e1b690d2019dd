// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/encodinglegend.h"

#include "tests/widgets/panels/chartsfixture.h"
#include "widgets/panels/charts/cards/keychooser.h"
#include "widgets/panels/charts/lineoptions.h"
#include "widgets/theme/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::ChartsFixture;
using Testing::runRef;

namespace {

// Runs 0 … 3: optimizer adam, sgd, adam, sgd; of lr each has its own.
RunTablePtr tableWithRates(int runs)
{
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = runRef(i);
        run.info.name = u"name %1"_s.arg(i);
        run.info.status = RunStatus::Finished;
        run.info.startTime = 1'700'000'000'000 + i;
        run.params.insert(u"optimizer"_s, i % 2 ? u"sgd"_s : u"adam"_s);
        run.params.insert(u"lr"_s, QString::number(1 + i));
        run.metrics.insert(u"loss"_s, 1.0);
        run.metrics.insert(u"accuracy"_s, 1.0);
        builder.add(run);
    }
    return builder.finish();
}

const PlotLine &lineOfRun(ChartCard &card, int run)
{
    return card.plot().lines().at(card.runs().indexOf(runRef(run)));
}

// Chooses as a person does: the button, a few letters, Return.
void chooseColumn(LineOptions &options, const QString &button, const QString &letters)
{
    QTest::mouseClick(options.findChild<KeyButton *>(button), Qt::LeftButton);
    auto *chooser = options.findChild<KeyChooser *>();
    QVERIFY(chooser);
    auto *search = chooser->findChild<QLineEdit *>(u"keySearch"_s);
    QTest::keyClicks(search, letters);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(!options.findChild<KeyChooser *>());
}

} // namespace

class EncodingLegendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenColumnDecidesTheLines()
    {
        ChartsFixture page({u"loss"_s}, 3);
        QVERIFY(page.isReady());
        QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 3);
        auto *legend = page.panel.findChild<EncodingLegend *>();
        QVERIFY(legend->isHidden());
        ChartCard &card = *page.panel.findChild<ChartGrid *>()->card(u"loss"_s);
        const int own = lineOfRun(card, 2).colorIndex;
        QVERIFY(own != lineOfRun(card, 0).colorIndex);

        QTest::mouseClick(page.panel.findChild<QToolButton *>(u"lineOptionsButton"_s), Qt::LeftButton);
        auto *options = page.panel.findChild<LineOptions *>();
        chooseColumn(*options, u"colorBy"_s, u"optim"_s);
        QCOMPARE(page.panel.options().colorBy, u"params.optimizer"_s);
        chooseColumn(*options, u"dashBy"_s, u"optim"_s);
        chooseColumn(*options, u"markerBy"_s, u"optim"_s);
        options->close();
        QTRY_COMPARE(lineOfRun(card, 1).marker, LineMarker::Square);
        QCOMPARE(lineOfRun(card, 0).colorIndex, lineOfRun(card, 2).colorIndex);
        QVERIFY(lineOfRun(card, 1).colorIndex != lineOfRun(card, 2).colorIndex);
        QCOMPARE(lineOfRun(card, 0).dash, LineDash::Solid);
        QCOMPARE(lineOfRun(card, 1).dash, LineDash::Dash);
        QCOMPARE(lineOfRun(card, 2).marker, LineMarker::Circle);
        QCOMPARE(lineOfRun(card, 2).values, u"optimizer = adam"_s);
        // What is said of them, and what the table of runs shows.
        QVERIFY(legend->isVisible());
        QCOMPARE(legend->texts(), (QStringList{u"Colour: optimizer · adam (2), sgd (1)"_s, u"Dash: optimizer · adam (2), sgd (1)"_s,
                                               u"Marker: optimizer · adam (2), sgd (1)"_s}));
        QCOMPARE(page.view.colorIndex(runRef(2)), lineOfRun(card, 2).colorIndex);
        // As drawn.
        const QImage image = card.plot().grab().toImage();
        const QColor color = Theme::of(card.plot().palette()).series(lineOfRun(card, 0).colorIndex);
        bool isSeen = false;
        for (int y = 0; y < image.height() && !isSeen; ++y)
            for (int x = 0; x < image.width() && !isSeen; ++x)
                isSeen = image.pixelColor(x, y).rgb() == color.rgb();
        QVERIFY(isSeen);

        page.view.setShown({runRef(1)}, false);
        QTRY_COMPARE(legend->texts().first(), u"Colour: optimizer · adam (2)"_s);
        QTest::mouseClick(legend->findChild<QToolButton *>(u"legendRemove0"_s), Qt::LeftButton);
        QVERIFY(page.panel.options().colorBy.isEmpty());
        QTRY_COMPARE(lineOfRun(card, 2).colorIndex, own);
        QCOMPARE(legend->texts().size(), 2);
        page.panel.setOptions({});
        QTRY_VERIFY(legend->isHidden());
        QTRY_COMPARE(lineOfRun(card, 2).marker, LineMarker::None);
        QVERIFY(!lineOfRun(card, 2).dash);
    }

    void numbersAreAScale()
    {
        ChartsFixture page({u"loss"_s});
        QVERIFY(page.isReady());
        page.view.setTable(tableWithRates(10), true);
        ChartOptions options;
        options.colorBy = u"params.lr"_s;
        page.panel.setOptions(options);
        auto *legend = page.panel.findChild<EncodingLegend *>();
        QTRY_COMPARE(legend->texts(), QStringList{u"Colour: lr · 1 – 10 (10)"_s});
        QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 10);
        ChartCard &card = *page.panel.findChild<ChartGrid *>()->card(u"loss"_s);
        QTRY_COMPARE(lineOfRun(card, 0).colorIndex, LineColor::onRamp(0));
        QCOMPARE(lineOfRun(card, 9).colorIndex, LineColor::onRamp(1));
        legend->resize(800, legend->height());
        const QImage image = legend->grab().toImage();
        const QColor least = Theme::of(legend->palette()).ramp(0);
        bool isSeen = false;
        for (int x = 0; x < image.width() && !isSeen; ++x)
            isSeen = image.pixelColor(x, image.height() / 2).rgb() == least.rgb();
        QVERIFY(isSeen);
    }

    // In a card of several metrics the dash goes on telling them apart.
    void severalMetricsKeepTheirDashes()
    {
        ChartsFixture page({u"loss"_s, u"accuracy"_s});
        QVERIFY(page.isReady());
        ChartsState state = page.panel.state();
        state.options.colorBy = u"params.optimizer"_s;
        state.options.dashBy = u"params.optimizer"_s;
        CardSpec card;
        card.id = u"#1"_s;
        card.keys = {u"metrics.loss"_s, u"metrics.accuracy"_s};
        state.dashboard.cards.append(card);
        page.panel.restore(state);
        QCOMPARE(page.panel.state().options, state.options);
        const auto both = [&page] { return page.panel.findChild<ChartGrid *>()->card(u"#1"_s); };
        QTRY_VERIFY(both() && both()->lines().size() == 4);
        for (const PlotLine &line : both()->lines())
            QCOMPARE(*line.dash, line.name.endsWith("loss"_L1) ? LineDash::Solid : LineDash::Dash);
        QCOMPARE(both()->lines().at(0).colorIndex, both()->lines().at(1).colorIndex);
        auto *legend = page.panel.findChild<EncodingLegend *>();
        QTRY_VERIFY2(legend->texts().last().endsWith(u"In cards of several metrics the dash tells the metric."_s), qPrintable(legend->texts().last()));
    }

    void groupsHaveWhatTheirRunsShare()
    {
        ChartsFixture page({u"loss"_s}, 4);
        QVERIFY(page.isReady());
        page.view.setTable(tableWithRates(4), true);
        ChartOptions options;
        options.colorBy = u"params.optimizer"_s;
        options.markerBy = u"params.lr"_s;
        page.panel.setOptions(options);
        page.view.setGroupKeys({{ColumnGroup::Param, u"optimizer"_s}});
        QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 2);
        const auto line = [&page](int i) { return page.plot(u"loss"_s).lines().at(i); };
        QTRY_COMPARE(line(0).marker, LineMarker::None);
        QCOMPARE(line(1).colorIndex, 0);
        QCOMPARE(line(0).colorIndex, 1);
        auto *legend = page.panel.findChild<EncodingLegend *>();
        QTRY_VERIFY2(legend->texts().last().endsWith(u"several values in a group (0)"_s), qPrintable(legend->texts().last()));
        page.view.setGroupKeys({{ColumnGroup::Attribute, Attribute::Status}});
        QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 1);
        QTRY_COMPARE(line(0).colorIndex, LineColor::None);
    }
};

QTEST_MAIN(EncodingLegendTest)
#include "tst_encodinglegend.moc"
