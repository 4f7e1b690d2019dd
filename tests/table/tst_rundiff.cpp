// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rundiff.h"

#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

class RunDiffTest : public QObject
{
    Q_OBJECT

private:
    static const DiffRow *find(const std::vector<DiffRow> &rows, DiffSection section, const QString &key)
    {
        for (const DiffRow &row : rows)
            if (row.section == section && row.key == key)
                return &row;
        return nullptr;
    }

private Q_SLOTS:
    void comparesByWhatValuesMean()
    {
        Run a, b, c;
        a.info.ref = {ExperimentId(u"1"_s), RunId(u"a"_s)};
        b.info.ref = {ExperimentId(u"1"_s), RunId(u"b"_s)};
        c.info.ref = {ExperimentId(u"1"_s), RunId(u"c"_s)};
        a.params = {{u"lr"_s, u"0.5"_s}, {u"opt"_s, u"adam"_s}, {u"text"_s, u"0.10"_s}};
        b.params = {{u"lr"_s, u"0.25"_s}, {u"opt"_s, u"adam"_s}, {u"text"_s, u"0.1"_s}};
        c.params = {{u"lr"_s, u"auto"_s}, {u"opt"_s, u"adam"_s}, {u"text"_s, u"0.10"_s}};
        a.metrics = {{u"nan"_s, qQNaN()}, {u"loss"_s, 1.0}};
        b.metrics = {{u"nan"_s, std::nan("7")}, {u"loss"_s, 3.0}};
        c.metrics = {{u"nan"_s, qQNaN()}};
        a.datasets = {{{u"d"_s, u"x1"_s, {}, {}, {}, {}}, {{u"mlflow.data.context"_s, u"training"_s}}}};
        const auto rows = compareRuns({a, b, c}, 1);

        const DiffRow *lr = find(rows, DiffSection::Params, u"lr"_s);
        QVERIFY(lr && !lr->equal);
        QCOMPARE(lr->deltas, (std::vector<std::optional<double>>{0.25, {}, {}}));
        QVERIFY(find(rows, DiffSection::Params, u"opt"_s)->equal);
        QVERIFY2(!find(rows, DiffSection::Params, u"text"_s)->equal, "params are equal when their text is");
        QVERIFY(find(rows, DiffSection::Metrics, u"nan"_s)->equal);
        const DiffRow *loss = find(rows, DiffSection::Metrics, u"loss"_s);
        QVERIFY(!loss->equal);
        QVERIFY(std::holds_alternative<std::monostate>(loss->values[2]));
        QCOMPARE(loss->deltas, (std::vector<std::optional<double>>{-2.0, {}, {}}));
        QCOMPARE(std::get<QString>(find(rows, DiffSection::Datasets, u"d (training)"_s)->values[0]), u"x1"_s);
    }

    void deltasAreDecimal_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("delta");
        QTest::newRow("tenths") << 0.1 << 0.01 << -0.09;
        QTest::newRow("whole") << 3.0 << 10.0 << 7.0;
        QTest::newRow("small") << 1e-7 << 3e-7 << 2e-7;
        QTest::newRow("large beside small") << 1e20 << 0.5 << 0.5 - 1e20;
        QTest::newRow("all digits") << 0.1234567890123456 << 0.9876543210987654 << 0.9876543210987654 - 0.1234567890123456;
        QTest::newRow("equal") << 0.3 << 0.3 << 0.0;
    }

    void deltasAreDecimal()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QTEST(decimalDifference(from, to), "delta");
    }

    void infinityHasNoDelta()
    {
        Run a, b;
        a.metrics = {{u"m"_s, 1.0}};
        b.metrics = {{u"m"_s, qInf()}};
        const auto rows = compareRuns({a, b}, 0);
        QVERIFY(!find(rows, DiffSection::Metrics, u"m"_s)->deltas[1]);
    }

    void ordersBySectionThenKey()
    {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"a"_s)};
        run.params = {{u"b"_s, {}}, {u"￿"_s, {}}, {u"\U0001F3AF"_s, {}}, {u"B"_s, {}}};
        run.tags = {{u"a"_s, u"1"_s}};
        QStringList keys;
        for (const DiffRow &row : compareRuns({run}, 0))
            keys.append(diffSectionName(row.section) + u' ' + row.key);
        QCOMPARE(keys.mid(0, 5), (QStringList{u"params B"_s, u"params b"_s, u"params ￿"_s, u"params \U0001F3AF"_s, u"tags a"_s}));
    }
};

QTEST_APPLESS_MAIN(RunDiffTest)
#include "tst_rundiff.moc"
