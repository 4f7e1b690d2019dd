// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/chartsfixture.h"
#include "widgets/panels/charts/lineoptions.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::ChartsFixture;

namespace {

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

class LineOptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smoothingFollowsTheSlider()
    {
        ChartsFixture page({u"loss"_s});
        QVERIFY(page.isReady());
        QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 2);
        QTest::mouseClick(page.panel.findChild<QToolButton *>(u"lineOptionsButton"_s), Qt::LeftButton);
        auto *options = page.panel.findChild<LineOptions *>();
        QVERIFY(options->isVisible());
        auto *slider = options->findChild<QSlider *>(u"smoothingSlider"_s);
        QVERIFY(!slider->isEnabled());
        choose(options->findChild<QComboBox *>(u"smoothing"_s), int(SmoothingKind::Ema));
        QCOMPARE(page.panel.recipe().smoothing, (Smoothing{SmoothingKind::Ema, 0.6}));
        QVERIFY(slider->isEnabled());
        QTRY_VERIFY(page.plot(u"loss"_s).lines().first().raw);
        // With real keys: to the end, and a page back.
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(page.panel.recipe().smoothing.amount, 0.999);
        QCOMPARE(options->findChild<QDoubleSpinBox *>(u"smoothingAmount"_s)->value(), 0.999);
        QTest::keyClick(slider, Qt::Key_PageDown);
        QVERIFY(page.panel.recipe().smoothing.amount < 0.91 && page.panel.recipe().smoothing.amount > 0.89);
        // Exactly, by hand.
        auto *amount = options->findChild<QDoubleSpinBox *>(u"smoothingAmount"_s);
        amount->setValue(0.123);
        QCOMPARE(page.panel.recipe().smoothing.amount, 0.123);
        QCOMPARE(page.panel.findChild<QToolButton *>(u"lineOptionsButton"_s)->text(), u"Step · EMA 0.123"_s);
        choose(options->findChild<QComboBox *>(u"smoothing"_s), int(SmoothingKind::None));
        QTRY_VERIFY(!page.plot(u"loss"_s).lines().first().raw);
    }

    void pointsAreWhole()
    {
        LineOptions options(nullptr);
        QSignalSpy chosen(&options, &LineOptions::recipeChosen);
        choose(options.findChild<QComboBox *>(u"smoothing"_s), int(SmoothingKind::Median));
        QCOMPARE(chosen.takeFirst().first().value<LineRecipe>().smoothing, (Smoothing{SmoothingKind::Median, 5}));
        auto *slider = options.findChild<QSlider *>();
        for (int place = slider->minimum(); place <= slider->maximum(); ++place)
            slider->setValue(place);
        QVERIFY(chosen.size() > 10);
        for (const QList<QVariant> &arguments : chosen) {
            const double amount = arguments.first().value<LineRecipe>().smoothing.amount;
            QCOMPARE(amount, std::round(amount));
        }
        QCOMPARE(chosen.last().first().value<LineRecipe>().smoothing.amount, mostOf(SmoothingKind::Median));
    }

    void anotherMetricAlongX()
    {
        ChartsFixture page({u"epoch"_s, u"loss"_s});
        QVERIFY(page.isReady());
        QTest::mouseClick(page.panel.findChild<QToolButton *>(u"lineOptionsButton"_s), Qt::LeftButton);
        page.panel.findChild<QToolButton *>(u"xAxis%1"_s.arg(int(XAxis::Metric)))->click();
        QCOMPARE(page.panel.recipe().x, XAxis::Metric);
        QCOMPARE(page.panel.recipe().xMetric, u"epoch"_s);
        QTRY_VERIFY(!page.plot(u"loss"_s).lines().isEmpty() && page.plot(u"loss"_s).xRange().hi < 10);
    }

    void whichValuesDecideY()
    {
        ChartsFixture page({u"loss"_s});
        QVERIFY(page.isReady());
        QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 2);
        auto *options = page.panel.findChild<LineOptions *>();
        const double greatest = page.plot(u"loss"_s).yRange().hi;
        choose(options->findChild<QComboBox *>(u"outliers"_s), 10.0);
        QCOMPARE(page.panel.options().outlierPercent, 10.0);
        QTRY_VERIFY(page.plot(u"loss"_s).yRange().hi < greatest);
        choose(options->findChild<QComboBox *>(u"yFrom"_s), int(YFrom::All));
        QCOMPARE(page.panel.options().yFrom, YFrom::All);
        QVERIFY(options->findChild<QComboBox *>(u"groupBand"_s)->isHidden()); // there are no groups
        ChartsState state = page.panel.state();
        state.options.outlierPercent = 2.5;
        page.panel.restore(state);
        QCOMPARE(options->findChild<QComboBox *>(u"outliers"_s)->currentData().toDouble(), 2.5);
    }

    void groupsHaveALineAndABand()
    {
        LineOptions options(nullptr);
        QSignalSpy chosen(&options, &LineOptions::optionsChosen);
        options.setGrouped(true);
        QVERIFY(!options.findChild<QComboBox *>(u"groupBand"_s)->isHidden());
        choose(options.findChild<QComboBox *>(u"groupBand"_s), int(BandSpread::Quantiles));
        choose(options.findChild<QComboBox *>(u"groupLine"_s), int(GroupLine::Median));
        QCOMPARE(chosen.last().first().value<ChartOptions>().spread, BandSpread::Quantiles);
        QCOMPARE(chosen.last().first().value<ChartOptions>().groupLine, GroupLine::Median);
        choose(options.findChild<QComboBox *>(u"groupLine"_s), int(GroupLine::Runs));
        QVERIFY(!options.findChild<QComboBox *>(u"groupBand"_s)->isEnabled());
    }

    void whatIsSetIsNotChosen()
    {
        LineOptions options(nullptr);
        QSignalSpy chosen(&options, &LineOptions::recipeChosen);
        LineRecipe recipe;
        recipe.x = XAxis::Metric;
        recipe.xMetric = u"epoch"_s;
        recipe.yScale = AxisScale::SymLog;
        recipe.smoothing = {SmoothingKind::Gaussian, 2.5};
        options.setRecipe(recipe);
        options.setMetrics({u"a"_s, u"epoch"_s});
        QVERIFY(chosen.isEmpty());
        QCOMPARE(options.findChild<QComboBox *>(u"xMetric"_s)->currentText(), u"epoch"_s);
        QCOMPARE(LineOptions::summary(recipe), u"epoch · symlog · Gaussian 2.5"_s);
    }
};

QTEST_MAIN(LineOptionsTest)
#include "tst_lineoptions.moc"
