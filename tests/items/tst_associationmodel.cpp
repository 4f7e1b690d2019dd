// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/associationmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class AssociationModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowStrongAndOfHowMany()
    {
        AssociationModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Association association;
        association.params = {{u"lr"_s, true, 8, 2, 5, -0.5, 0.25, 0.13, {4, 0.1, 0.01, 1, u"0.1"_s, 2}, {4, 0.5, 0.5, 0.5, u"0.5"_s, 4}},
                              {u"opt"_s, false, 10, 0, 2, 0, 0.5, 0.4, {5, {}, {}, {}, u"adam"_s, 4}, {}}};
        model.setAssociation(association, u"A"_s, u"B"_s);
        const auto texts = [&](int row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
            return cells;
        };
        QCOMPARE(texts(0), (QStringList{u"lr"_s, u"0.13"_s, u"ρ −0.50"_s, u"8 of 10"_s, u"0.1 (0.01 – 1)"_s, u"0.5"_s}));
        QCOMPARE(texts(1), (QStringList{u"opt"_s, u"0.40"_s, u"η² 0.50"_s, u"10"_s, u"adam (4 of 5)"_s, u"–"_s}));
        QVERIFY(model.index(0, AssociationModel::Strength).data(Qt::ToolTipRole).toString().contains(u"not cause"_s));
        QVERIFY(model.index(0, AssociationModel::Runs).data(Qt::ToolTipRole).toString().contains(u"2 run"_s));
        QCOMPARE(model.headerData(AssociationModel::First, Qt::Horizontal, Qt::DisplayRole).toString(), u"A"_s);
    }
};

QTEST_APPLESS_MAIN(AssociationModelTest)
#include "tst_associationmodel.moc"
