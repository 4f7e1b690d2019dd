// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/smoothing.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Assay;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Inf = std::numeric_limits<double>::infinity();
constexpr double Most = std::numeric_limits<double>::max();

const std::vector<double> Xs{0, 1, 2, 5, 6, 10, 11, 12};
const std::vector<double> Ys{4, 1, NaN, 3, -2, Inf, 8, 0.5};

constexpr SmoothingKind Kinds[] = {SmoothingKind::Ema, SmoothingKind::TimeEma, SmoothingKind::Mean, SmoothingKind::Gaussian,
                                   SmoothingKind::Median};

double amountOf(SmoothingKind kind) { return kind == SmoothingKind::Ema || kind == SmoothingKind::TimeEma ? 0.9 : 3; }

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b || std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

} // namespace

class SmoothingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("amount");
        QTest::addColumn<QList<double>>("expected");
        // smoothing_golden.py
        QTest::newRow("Ema 0.6") << int(SmoothingKind::Ema) << 0.6
            << QList<double>{4.0, 2.1249999999999996, NaN, 2.571428571428571, 0.4705882352941176, Inf, 3.7362942401110337, 2.3784237379162194};
        QTest::newRow("TimeEma 0.99") << int(SmoothingKind::TimeEma) << 0.99
            << QList<double>{4.0, 2.1904376600124, NaN, 2.808182150045686, 0.2260997539844272, Inf, 6.549203052898257, 3.2048869371970645};
        QTest::newRow("Mean 2") << int(SmoothingKind::Mean) << 2.0
            << QList<double>{2.5, 2.6666666666666665, NaN, 0.6666666666666666, 3.0, Inf, 2.1666666666666665, 4.25};
        QTest::newRow("Gaussian 1.5") << int(SmoothingKind::Gaussian) << 1.5
            << QList<double>{2.621150441488457, 2.210306584559336, NaN, 1.3730887602058905, 1.5962718293272278, Inf, 3.3976363085824723, 3.4209480421888427};
        QTest::newRow("Median 2") << int(SmoothingKind::Median) << 2.0 << QList<double>{2.5, 3.0, NaN, 1.0, 3.0, Inf, 0.5, 4.25};
    }
    void golden()
    {
        QFETCH(int, kind);
        QFETCH(double, amount);
        QFETCH(QList<double>, expected);
        const std::vector<double> shown = smoothed({SmoothingKind(kind), amount}, Xs, Ys);
        QCOMPARE(shown.size(), Ys.size());
        for (size_t i = 0; i < shown.size(); ++i)
            QVERIFY2(isSame(shown[i], expected.at(qsizetype(i))), qPrintable(QString::number(shown[i], 'g', 17)));
    }
    void longSeriesAreAsShortOnes()
    {
        // Where the bias has gone and where blocks meet, the rule is still the rule.
        std::vector<double> xs, ys;
        for (int i = 0; i < 3000; ++i) {
            xs.push_back(i);
            ys.push_back(i % 97 == 5 ? NaN : std::sin(i * 0.37) * i);
        }
        const std::vector<double> ema = smoothed({SmoothingKind::Ema, 0.9}, xs, ys);
        const std::vector<double> mean = smoothed({SmoothingKind::Mean, 20}, xs, ys);
        double last = 0;
        int count = 0;
        for (size_t i = 0; i < ys.size(); ++i) {
            if (std::isnan(ys[i])) {
                QVERIFY(std::isnan(ema[i]) && std::isnan(mean[i]));
                continue;
            }
            last = last * 0.9 + (1 - 0.9) * ys[i];
            ++count;
            QVERIFY(std::abs(ema[i] - last / (1 - std::pow(0.9, count))) <= 1e-9 * (1 + std::abs(last)));
            double sum = 0;
            int all = 0;
            for (size_t k = i - std::min<size_t>(i, 20); k < std::min<size_t>(ys.size(), i + 21); ++k) {
                sum += std::isnan(ys[k]) ? 0 : ys[k];
                all += !std::isnan(ys[k]);
            }
            QVERIFY(std::abs(mean[i] - sum / all) <= 1e-9 * (1 + std::abs(sum)));
        }
    }
    void constantsStayWhatTheyAre()
    {
        std::vector<double> xs, ys;
        for (int i = 0; i < 1000; ++i) {
            xs.push_back(i);
            ys.push_back(i == 30 ? Inf : 0.1);
        }
        for (const SmoothingKind kind : Kinds)
            QCOMPARE(smoothed({kind, amountOf(kind)}, xs, ys), ys);
    }
    void noSumOverflows()
    {
        std::vector<double> xs, ys;
        for (int i = 0; i < 600; ++i) {
            xs.push_back(i);
            ys.push_back(i % 7 == 3 ? Most / 2 : Most);
        }
        for (const SmoothingKind kind : Kinds) {
            for (const double y : smoothed({kind, amountOf(kind)}, xs, ys))
                QVERIFY(y >= Most / 2 * (1 - 1e-12) && y <= Most);
        }
    }
    void nothingToSmooth()
    {
        const std::vector<double> odd{NaN, Inf, NaN};
        for (const SmoothingKind kind : Kinds) {
            QVERIFY(smoothed({kind, amountOf(kind)}, {}, {}).empty());
            QCOMPARE(smoothed({kind, amountOf(kind)}, std::vector<double>{3}, std::vector<double>{7}), std::vector<double>{7});
            QVERIFY(std::isinf(smoothed({kind, amountOf(kind)}, std::vector<double>{1, 2, 3}, odd)[1]));
            // All points at one place of x.
            for (const double y : smoothed({kind, amountOf(kind)}, std::vector<double>{2, 2, 2}, std::vector<double>{1, 2, 3}))
                QVERIFY(y >= 1 && y <= 3);
        }
        QVERIFY((Smoothing{SmoothingKind::Mean, 0}.isNone()));
    }
};

QTEST_APPLESS_MAIN(SmoothingTest)
#include "tst_smoothing.moc"
