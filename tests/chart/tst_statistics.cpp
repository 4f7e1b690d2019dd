// SPDX-License-Identifier: GPL-3.0-or-later
// The expected numbers were computed with numpy 2.4, scipy 1.17 and statsmodels 0.15:
//   v = [3.1, .2, 5.7, 2.2, 2.2, 9.9, 4.4, -1.5, 3.3, 25]; np.quantile(v, p), v.std(ddof=1)
//   h = .9 * min(v.std(ddof=1), (q3 - q1) / 1.34) * len(v) ** -.2; stats.norm.pdf(at, v, h).mean() at linspace(min - 3h, max + 3h, 9)
//   x = [1, 2, 2, 4, 5, 7, 8, 9, 11, 13]; y = [2.1, 1.9, 3.5, 3.7, 5.5, 6.1, 5.9, 8.8, 20, 9.5]
//   stats.pearsonr, stats.spearmanr, stats.rankdata, stats.linregress, lowess(y, x, frac=2/3, it=0 and 3)
#include "models/base/ranks.h"
#include "models/chart/pareto.h"
#include "models/chart/statistics.h"
#include "models/chart/trend.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>

#include <cmath>

using namespace Assay;

namespace {

const std::vector<double> Values{3.1, 0.2, 5.7, 2.2, 2.2, 9.9, 4.4, -1.5, 3.3, 25.0};
const std::vector<double> X{1, 2, 2, 4, 5, 7, 8, 9, 11, 13};
const std::vector<double> Y{2.1, 1.9, 3.5, 3.7, 5.5, 6.1, 5.9, 8.8, 20, 9.5};
constexpr double Huge = std::numeric_limits<double>::max();

bool isNear(double actual, double expected)
{
    const bool near = std::fabs(actual - expected) <= 1e-12 * std::max(1.0, std::fabs(expected));
    if (!near)
        qWarning("%.17g instead of %.17g", actual, expected);
    return near;
}

} // namespace

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesInterpolate()
    {
        std::vector<double> sorted = Values;
        std::sort(sorted.begin(), sorted.end());
        QVERIFY(isNear(quantile(sorted, 0.25), 2.2));
        QVERIFY(isNear(quantile(sorted, 0.5), 3.2));
        QVERIFY(isNear(quantile(sorted, 0.75), 5.375));
        QVERIFY(isNear(quantile(sorted, 0.1), 0.03));
        QCOMPARE(quantile(sorted, 0), -1.5);
        QCOMPARE(quantile(sorted, 1), 25.0);
        QCOMPARE(quantile(std::vector{7.0}, 0.3), 7.0);
        QCOMPARE(quantile(std::vector{-Huge, Huge}, 0.5), 0.0);
    }

    void boxesHaveWhiskersAndOutliers()
    {
        const auto box = boxSummary(Values);
        QVERIFY(box);
        QCOMPARE(box->count, 10);
        QVERIFY(isNear(box->mean, 5.45));
        QVERIFY(isNear(box->deviation, 7.529977128488211));
        QCOMPARE(box->lowWhisker, -1.5);
        QCOMPARE(box->highWhisker, 9.9);
        QCOMPARE(box->outliers, (std::vector{25.0}));
        QVERIFY(!boxSummary({}));
        const auto one = boxSummary(std::vector{4.0});
        QVERIFY(one && one->lowWhisker == 4 && one->highWhisker == 4 && one->median == 4 && one->outliers.empty());
        const auto wide = boxSummary(std::vector{-Huge, -Huge, 0.0, Huge, Huge});
        QVERIFY(wide && std::isfinite(wide->mean) && wide->outliers.empty());
        QCOMPARE(wide->mean, 0.0);
        QVERIFY(std::isfinite(wide->deviation));
    }

    void densityIsSilvermans()
    {
        const auto curve = kernelDensity(Values, 9);
        QVERIFY(curve);
        QVERIFY(isNear(curve->bandwidth, 1.3454929939195166));
        const double expected[] = {0.00033273751254261517, 0.04870168407213187, 0.13251853043068923, 0.02130101034593206, 0.011522691868566968,
                                   8.005038323988533e-07, 8.442524644621086e-05, 0.02899187194711041, 0.00032938472604214183};
        for (size_t i = 0; i < 9; ++i)
            QVERIFY(isNear(curve->density[i], expected[i]));
        QVERIFY(isNear(curve->places.front(), -5.53647898175855));
        QVERIFY(!kernelDensity(std::vector{1.0}));
        QVERIFY(!kernelDensity(std::vector{1.0, 1.0, 1.0}));
        QVERIFY(kernelDensity(std::vector{1.0, 1.0, 1.0, 1.0, 2.0})); // the quartiles are equal
    }

    void correlations()
    {
        QVERIFY(isNear(pearson(X, Y).value_or(0), 0.7802468958485793));
        QVERIFY(isNear(spearman(X, Y).value_or(0), 0.9544117035777013));
        QCOMPARE(meanRanks(X), (std::vector{1.0, 2.5, 2.5, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0}));
        QVERIFY(!pearson(std::vector{1.0, 2.0}, std::vector{1.0, 2.0}));
        QVERIFY(!pearson(std::vector{1.0, 1.0, 1.0}, std::vector{1.0, 2.0, 3.0}));
        QVERIFY(!spearman(std::vector{0.1, 0.1, 0.1}, std::vector{1.0, 2.0, 3.0}));
        QVERIFY(isNear(pearson(std::vector{-Huge, 0.0, Huge}, std::vector{3.0, 2.0, 1.0}).value_or(0), -1));
    }

    void lines()
    {
        const auto fit = linearFit(X, Y);
        QVERIFY(fit);
        QVERIFY(isNear(fit->slope, 1.0187165775401068));
        QVERIFY(isNear(fit->intercept, 0.38395721925133763));
        QVERIFY(isNear(fit->rSquared, 0.6087852184813435));
        QVERIFY(!linearFit(std::vector{1.0, 1.0}, std::vector{1.0, 2.0}));
        QVERIFY(!linearFit(std::vector{1.0}, std::vector{1.0}));
        const auto flat = linearFit(std::vector{1.0, 2.0, 3.0}, std::vector{5.0, 5.0, 5.0});
        QVERIFY(flat && flat->slope == 0 && flat->intercept == 5 && flat->rSquared == 1);
        const auto steep = linearFit(std::vector{0.0, 1.0, 2.0}, std::vector{-Huge, 0.0, Huge});
        QVERIFY(steep && isNear(steep->at(0.5) / Huge, -0.5));
    }

    void loessIsClevelands()
    {
        const double plain[] = {2.004258402100718, 2.7115725954829886, 4.2229863330572766, 4.9495136026558555, 6.241540654764652,
                                7.601235605829003, 10.75579483199897, 12.223841762768648, 13.885607418228538};
        const double robust[] = {2.010383254372403, 2.7157043400223086, 4.218744099134105, 4.943226623595785, 6.298151650269349,
                                 7.086472252938915, 8.399834047622443, 8.702141490499088, 9.6728320714549};
        const auto a = loess(X, Y, {2.0 / 3, 0, 400}), b = loess(X, Y);
        QVERIFY(a && b);
        QCOMPARE(a->x, (std::vector<double>{1, 2, 4, 5, 7, 8, 9, 11, 13}));
        for (size_t i = 0; i < std::size(plain); ++i) {
            QVERIFY(isNear(a->y[i], plain[i]));
            QVERIFY(isNear(b->y[i], robust[i]));
        }
        QVERIFY(!loess(std::vector{1.0, 1.0, 1.0}, std::vector{1.0, 2.0, 3.0}));
        const auto wide = loess(std::vector{-Huge, 0.0, Huge}, std::vector{-Huge, 0.0, Huge});
        QVERIFY(wide && std::ranges::all_of(wide->y, [](double y) { return std::isfinite(y); }));
    }

    // Fewer places than points: on a straight line nothing is lost by it.
    void loessOfManyPoints()
    {
        std::vector<double> x, y;
        QRandomGenerator random(3);
        for (int i = 0; i < 5000; ++i) {
            x.push_back(random.generateDouble());
            y.push_back(3 * x.back() - 1);
        }
        const auto curve = loess(x, y);
        QVERIFY(curve);
        QCOMPARE(curve->x.size(), size_t(400));
        for (size_t i = 0; i < curve->x.size(); ++i)
            QVERIFY(std::fabs(curve->y[i] - (3 * curve->x[i] - 1)) < 1e-9);
    }

    // Against the definition: every point compared with every other one.
    void frontIsWhatNothingBeats()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            std::vector<double> x, y;
            for (int i = random.bounded(30); i > 0; --i) {
                x.push_back(random.bounded(8));
                y.push_back(random.bounded(8));
            }
            const Better bx = random.bounded(2) ? Better::Lower : Better::Higher, by = random.bounded(2) ? Better::Lower : Better::Higher;
            std::vector<size_t> expected;
            for (size_t i = 0; i < x.size(); ++i) {
                const auto beats = [&](size_t j) {
                    const double dx = (x[i] - x[j]) * (bx == Better::Lower ? 1 : -1), dy = (y[i] - y[j]) * (by == Better::Lower ? 1 : -1);
                    return dx >= 0 && dy >= 0 && (dx > 0 || dy > 0);
                };
                bool isBeaten = false;
                for (size_t j = 0; j < x.size(); ++j)
                    isBeaten = isBeaten || beats(j);
                if (!isBeaten)
                    expected.push_back(i);
            }
            std::vector<size_t> front = paretoFront(x, y, bx, by);
            const bool isSorted = std::is_sorted(front.begin(), front.end(), [&](size_t a, size_t b) { return bx == Better::Lower ? x[a] < x[b] : x[a] > x[b]; });
            QVERIFY(isSorted);
            std::sort(front.begin(), front.end());
            QCOMPARE(front, expected);
        }
    }
};

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
