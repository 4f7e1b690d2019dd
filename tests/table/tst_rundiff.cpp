// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/diffrows.h"
#include "tests/table/randomruns.h"

#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class RunDiffTest : public QObject
{
    Q_OBJECT

private:
    using Deltas = std::vector<std::optional<double>>;

    static const DiffRow *find(const RunDiff &diff, DiffSection section, const QString &key)
    {
        for (const DiffRow &row : diff.rows())
            if (row.section == section && row.key == key)
                return &row;
        return nullptr;
    }
    static Deltas deltas(const RunDiff &diff, const DiffRow &row)
    {
        Deltas all;
        for (qsizetype run = 0; run < diff.runCount(); ++run)
            all.push_back(diff.delta(row, run));
        return all;
    }
    static Run makeRun(const QString &id)
    {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(id)};
        run.info.name = u"run "_s + id;
        run.info.status = RunStatus::Finished;
        return run;
    }
    static QStringList printed(const RunDiff &diff)
    {
        QStringList lines;
        for (const DiffRow &row : diff.rows()) {
            QString line = diffSectionName(row.section) + u' ' + row.key + (row.equal ? u" ="_s : u" !"_s);
            for (qsizetype run = 0; run < diff.runCount(); ++run) {
                const DiffValue value = diff.value(row, run);
                const auto *text = std::get_if<QString>(&value);
                const auto number = diffNumber(value);
                line += u' ' + (text ? *text : number ? numberText(*number) : u"-"_s) + (diff.equalsBaseline(row, run) ? u""_s : u"*"_s);
            }
            lines.append(line);
        }
        return lines;
    }

private Q_SLOTS:
    void comparesByWhatValuesMean()
    {
        Run a = makeRun(u"a"_s), b = makeRun(u"b"_s), c = makeRun(u"c"_s);
        a.params = {{u"lr"_s, u"0.5"_s}, {u"opt"_s, u"adam"_s}, {u"text"_s, u"0.10"_s}};
        b.params = {{u"lr"_s, u"0.25"_s}, {u"opt"_s, u"adam"_s}, {u"text"_s, u"0.1"_s}};
        c.params = {{u"lr"_s, u"auto"_s}, {u"opt"_s, u"adam"_s}, {u"text"_s, u"0.10"_s}};
        a.metrics = {{u"nan"_s, qQNaN()}, {u"loss"_s, 1.0}};
        b.metrics = {{u"nan"_s, std::nan("7")}, {u"loss"_s, 3.0}};
        c.metrics = {{u"nan"_s, qQNaN()}};
        a.datasets = {{{u"d"_s, u"x1"_s, {}, {}, {}, {}}, {{u"mlflow.data.context"_s, u"training"_s}}}};
        const RunDiff diff = RunDiff::ofRuns({a, b, c}, 1);

        const DiffRow *lr = find(diff, DiffSection::Params, u"lr"_s);
        QVERIFY(lr && !lr->equal);
        QCOMPARE(deltas(diff, *lr), (Deltas{0.25, {}, {}}));
        QVERIFY(find(diff, DiffSection::Params, u"opt"_s)->equal);
        QVERIFY2(!find(diff, DiffSection::Params, u"text"_s)->equal, "params are equal when their text is");
        QVERIFY(find(diff, DiffSection::Metrics, u"nan"_s)->equal);
        const DiffRow *loss = find(diff, DiffSection::Metrics, u"loss"_s);
        QVERIFY(!loss->equal);
        QVERIFY(std::holds_alternative<std::monostate>(diff.value(*loss, 2)));
        QCOMPARE(deltas(diff, *loss), (Deltas{-2.0, {}, {}}));
        QCOMPARE(std::get<QString>(diff.value(*find(diff, DiffSection::Datasets, u"d (training)"_s), 0)), u"x1"_s);
    }

    void saysTheSameOfRunsAndOfATable()
    {
        QList<Run> runs;
        for (int i = 0; i < 40; ++i) {
            Run run = makeRun(u"r%1"_s.arg(i));
            run.params = {{u"same"_s, u"x"_s}, {u"lr"_s, QString::number(i % 3)}, {u"a.b"_s, u"%1"_s.arg(i)}};
            run.metrics = {{u"loss"_s, i / 7.0}, {u"nan"_s, qQNaN()}};
            run.tags = {{u"team"_s, u"t"_s}};
            if (i == 17)
                run.params.insert(u"only here"_s, u"é"_s);
            if (i % 2 == 0)
                run.metrics.insert(u"sometimes"_s, 1);
            run.info.startTime = 1'700'000'000'000 + i;
            runs.append(run);
        }
        const RunTablePtr table = tableOf(runs);
        std::vector<uint32_t> rows(40);
        std::iota(rows.begin(), rows.end(), 0u);
        for (const QString &tolerance : {u""_s, u"0.5"_s, u"10%"_s}) {
            const RunDiff ofTable = RunDiff::ofTable(table, rows, 3, *parseTolerance(tolerance), SilentJob());
            QCOMPARE(printed(ofTable), printed(RunDiff::ofRuns(runs, 3, *parseTolerance(tolerance))));
        }
        SilentJob canceled;
        canceled.cancel();
        QVERIFY(RunDiff::ofTable(table, rows, 0, {}, canceled).rows().empty());
    }

    void toleranceIsAbsoluteOrRelative()
    {
        Run a = makeRun(u"a"_s), b = makeRun(u"b"_s);
        a.metrics = {{u"near"_s, 100}, {u"far"_s, 100}, {u"inf"_s, qInf()}, {u"tenth"_s, 0.1}};
        b.metrics = {{u"near"_s, 101}, {u"far"_s, 150}, {u"inf"_s, 1}, {u"tenth"_s, 0.3}};
        a.params = {{u"p"_s, u"1e-3"_s}, {u"word"_s, u"one"_s}};
        b.params = {{u"p"_s, u"0.001"_s}, {u"word"_s, u"two"_s}};
        a.tags = {{u"t"_s, u"1"_s}};
        b.tags = {{u"t"_s, u"1.0"_s}};
        const auto equal = [&](const QString &tolerance, DiffSection section, const QString &key) {
            return find(RunDiff::ofRuns({a, b}, 0, *parseTolerance(tolerance)), section, key)->equal;
        };
        QVERIFY(!equal({}, DiffSection::Metrics, u"near"_s));
        QVERIFY(equal(u"1"_s, DiffSection::Metrics, u"near"_s));
        QVERIFY(equal(u"1%"_s, DiffSection::Metrics, u"near"_s));
        QVERIFY(!equal(u"0.9 %"_s, DiffSection::Metrics, u"near"_s));
        QVERIFY(!equal(u"20%"_s, DiffSection::Metrics, u"far"_s));
        QVERIFY(!equal(u"1e300"_s, DiffSection::Metrics, u"inf"_s));
        QVERIFY2(equal(u"0.2"_s, DiffSection::Metrics, u"tenth"_s), "0.3 and 0.1 are 0.2 apart as they are written");
        QVERIFY(!equal({}, DiffSection::Params, u"p"_s));
        QVERIFY(equal(u"1e-9"_s, DiffSection::Params, u"p"_s));
        QVERIFY(!equal(u"9"_s, DiffSection::Params, u"word"_s));
        QVERIFY(!equal(u"9"_s, DiffSection::Tags, u"t"_s));
    }

    void readsTolerances_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("readBack"); // "?" for none
        QTest::newRow("empty") << u" "_s << u""_s;
        QTest::newRow("zero") << u"0"_s << u""_s;
        QTest::newRow("absolute") << u"0.010"_s << u"0.01"_s;
        QTest::newRow("relative") << u"0.1 %"_s << u"0.1%"_s;
        QTest::newRow("negative") << u"-1"_s << u"?"_s;
        QTest::newRow("word") << u"much"_s << u"?"_s;
        QTest::newRow("nan") << u"nan"_s << u"?"_s;
        QTest::newRow("infinite") << u"inf%"_s << u"?"_s;
        QTest::newRow("percent alone") << u"%"_s << u"?"_s;
    }

    void readsTolerances()
    {
        QFETCH(QString, text);
        const auto tolerance = parseTolerance(text);
        QTEST(tolerance ? toleranceText(*tolerance) : u"?"_s, "readBack");
    }

    void marksLeastGreatestAndBest()
    {
        Run a = makeRun(u"a"_s), b = makeRun(u"b"_s), c = makeRun(u"c"_s);
        a.metrics = {{u"val/loss"_s, 3}, {u"accuracy"_s, 0.5}, {u"x"_s, 1}, {u"nan"_s, qQNaN()}};
        b.metrics = {{u"val/loss"_s, 1}, {u"accuracy"_s, 0.7}, {u"x"_s, 2}, {u"nan"_s, 1}};
        c.metrics = {{u"val/loss"_s, qInf()}};
        a.params = {{u"lr"_s, u"0.1"_s}, {u"mixed"_s, u"1"_s}};
        b.params = {{u"lr"_s, u"0.01"_s}, {u"mixed"_s, u"auto"_s}};
        const RunDiff diff = RunDiff::ofRuns({a, b, c}, 0);
        const auto marks = [&](DiffSection section, const QString &key) { return diff.marks(*find(diff, section, key)); };
        QCOMPARE(marks(DiffSection::Metrics, u"val/loss"_s).best, std::optional(1.0));
        QCOMPARE(marks(DiffSection::Metrics, u"val/loss"_s).greatest, std::optional(qInf()));
        QCOMPARE(marks(DiffSection::Metrics, u"accuracy"_s).best, std::optional(0.7));
        QVERIFY(!marks(DiffSection::Metrics, u"x"_s).best && marks(DiffSection::Metrics, u"x"_s).least == 1.0);
        QVERIFY2(!marks(DiffSection::Metrics, u"nan"_s).least, "one number alone is not the least");
        QCOMPARE(marks(DiffSection::Params, u"lr"_s).least, std::optional(0.01));
        QVERIFY2(!marks(DiffSection::Params, u"mixed"_s).least, "a text among them: no order");
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
        const RunDiff diff = RunDiff::ofRuns({a, b}, 0);
        QVERIFY(!diff.delta(*find(diff, DiffSection::Metrics, u"m"_s), 1));
    }

    void ordersBySectionThenKey()
    {
        Run run = makeRun(u"a"_s);
        run.params = {{u"b"_s, {}}, {u"￿"_s, {}}, {u"\U0001F3AF"_s, {}}, {u"B"_s, {}}};
        run.tags = {{u"a"_s, u"1"_s}};
        const RunDiff diff = RunDiff::ofRuns({run}, 0);
        QStringList keys;
        for (const DiffRow &row : diff.rows())
            keys.append(diffSectionName(row.section) + u' ' + row.key);
        QCOMPARE(keys.mid(0, 5), (QStringList{u"params B"_s, u"params b"_s, u"params ￿"_s, u"params \U0001F3AF"_s, u"tags a"_s}));
    }

    void tellsWhereTheCodeCameFrom()
    {
        const std::vector<DiffRow> rows = codeRows({{{u"mlflow.source.git.commit"_s, u"abc"_s}, {u"mlflow.git.commit"_s, u"old"_s}, {u"cmd"_s, u"train.py -x"_s}},
                                                    {{u"mlflow.git.commit"_s, u"def"_s}, {u"mlflow.project.entryPoint"_s, u"main"_s}, {u"other"_s, u"1"_s}}});
        QStringList keys;
        for (const DiffRow &row : rows)
            keys.append(row.key);
        QCOMPARE(keys, (QStringList{u"command"_s, u"commit"_s, u"entry_point"_s}));
        QCOMPARE(std::get<QString>(rows[1].own[0]), u"abc"_s);
        QCOMPARE(std::get<QString>(rows[1].own[1]), u"def"_s);
    }
};

QTEST_APPLESS_MAIN(RunDiffTest)
#include "tst_rundiff.moc"
