// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnscale.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class ColumnScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guessesByTheName();
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

QTEST_GUILESS_MAIN(ColumnScaleTest)
#include "tst_columnscale.moc"
