// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnscale.h"
#include "models/table/historyshape.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

class ColumnScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guessesByTheName();
    void drawsHistories();
};

void ColumnScaleTest::guessesByTheName()
{
    const auto guess = [](const QString &name) { return guessBetterValues({ColumnGroup::Metric, name}); };
    for (const QString &name : {u"loss"_s, u"val/loss"_s, u"trainLoss"_s, u"test_RMSE"_s, u"fit_time"_s, u"eval.error_rate"_s, u"accuracy_loss"_s})
        QCOMPARE(guess(name), BetterValues::Lower);
    for (const QString &name : {u"acc"_s, u"val/acc"_s, u"top5Accuracy"_s, u"roc_auc"_s, u"f1_score"_s, u"r2"_s})
        QCOMPARE(guess(name), BetterValues::Higher);
    for (const QString &name : {u"epoch"_s, u"lossy"_s, u"x"_s, u""_s, u"account"_s})
        QCOMPARE(guess(name), BetterValues::Unknown);
    QCOMPARE(guessBetterValues({ColumnGroup::Param, u"loss"_s}), BetterValues::Unknown);
}

void ColumnScaleTest::drawsHistories()
{
    const double nan = std::nan(""), inf = std::numeric_limits<double>::infinity();
    QCOMPARE(historyShape(std::vector<double>{3, 1, 2}), (QList<float>{1, 0, 0.5}));
    QCOMPARE(historyShape(std::vector<double>{2, 2}), (QList<float>{0.5, 0.5}));
    QCOMPARE(historyShape(std::vector<double>{}), QList<float>());
    const QList<float> gap = historyShape(std::vector<double>{1, nan, inf, 3, 3, nan}, 3); // 1 | inf, 3 → 3 | 3
    QCOMPARE(gap, (QList<float>{0, 1, 1}));
    QVERIFY(std::isnan(historyShape(std::vector<double>{1, nan, 2})[1]));
    std::vector<double> many(100'000);
    std::iota(many.begin(), many.end(), 0.0);
    const QList<float> line = historyShape(many);
    QCOMPARE(line.size(), 48);
    QVERIFY(std::is_sorted(line.begin(), line.end()) && line.first() == 0 && line.last() == 1);
}

QTEST_GUILESS_MAIN(ColumnScaleTest)
#include "tst_columnscale.moc"
