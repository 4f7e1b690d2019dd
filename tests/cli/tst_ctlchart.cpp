// SPDX-License-Identifier: GPL-3.0-or-later
// assayctl chart: the pictures that it writes, and what it says where it cannot.
#include "tests/cli/assayctl.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class CtlChartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void writesEachFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("magic");

        QTest::newRow("png") << u"a.png"_s << QByteArray("\x89PNG\r\n");
        QTest::newRow("svg") << u"a.SVG"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"a.pdf"_s << QByteArray("%PDF-");
    }
    void writesEachFormat()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, magic);
        QFile written(m_folder.filePath(file));
        const Answer answer = assayctl({u"chart"_s, m_store, u"loss"_s, u"--output"_s, written.fileName()});
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.out.isEmpty());
        QVERIFY(written.open(QFile::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(bytes.startsWith(magic));
        QVERIFY(bytes.size() > 2000);
    }

    void svgSaysWhatIsDrawn()
    {
        const QString file = m_folder.filePath(u"b.svg"_s);
        const Answer answer = assayctl({u"chart"_s, m_store, u"loss"_s, u"metrics.loss - min(metrics.loss)"_s, u"--title"_s, u"Two & more"_s, u"--max"_s,
                                   u"400"_s, u"--smoothing"_s, u"ema:0.5"_s, u"--y-scale"_s, u"symlog"_s, u"--x"_s, u"relative"_s, u"--output"_s, file});
        QCOMPARE(answer.status, 0);
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly));
        const QByteArray svg = written.readAll();
        QVERIFY(svg.contains("Two &amp; more"));
        QVERIFY(svg.contains("metrics.loss - min(metrics.loss)"));
        QVERIFY(svg.count("<polyline") > 2);
    }

    void countsRunsThatLackTheKey()
    {
        const Answer answer = assayctl({u"chart"_s, m_store, u"loss"_s, u"--output"_s, m_folder.filePath(u"c.svg"_s)});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("runs are not drawn: they lack what the keys need"), answer.err.constData());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");

        const auto row = [](const char *name, const QStringList &words, int status, const char *message) {
            QTest::newRow(name) << words << status << QByteArray(message);
        };
        row("no file", {u"loss"_s}, 2, "--output takes a file whose name ends with .png, .svg or .pdf");
        row("other file", {u"loss"_s, u"--output"_s, u"x.gif"_s}, 2, "not: x.gif");
        row("no key", {u"--output"_s, u"x.png"_s}, 2, "KEY");
        row("unknown metric", {u"nope"_s, u"--output"_s, u"x.png"_s}, 2, "No run has a metric named nope");
        row("bad expression", {u"metrics.loss +"_s, u"--output"_s, u"x.png"_s}, 2, "expected a key or a value");
        row("bad smoothing", {u"loss"_s, u"--smoothing"_s, u"ema:2"_s, u"--output"_s, u"x.png"_s}, 2, "from 0 to 0.999");
        row("bad kind", {u"loss"_s, u"--smoothing"_s, u"spline:2"_s, u"--output"_s, u"x.png"_s}, 2, "ema, time-ema, mean, gaussian or median");
        row("bad range", {u"loss"_s, u"--y-range"_s, u"3:1"_s, u"--output"_s, u"x.png"_s}, 2, "two numbers, the lesser first");
        row("no width", {u"loss"_s, u"--x-range"_s, u"100000000000000000:100000000000000064"_s, u"--output"_s, u"x.png"_s}, 2, "two numbers, the lesser first");
        row("bad size", {u"loss"_s, u"--size"_s, u"20x99999"_s, u"--output"_s, u"x.png"_s}, 2, "width and height");
        row("bad axis", {u"loss"_s, u"--x"_s, u"params.lr"_s, u"--output"_s, u"x.png"_s}, 2, "step, time, relative or a metric");
        row("nothing found", {u"loss"_s, u"--filter"_s, u"metrics.loss > 1e300"_s, u"--output"_s, u"x.png"_s}, 3, "There are no such runs");
        row("nothing to draw", {u"metrics.loss * params.`no such`"_s, u"--output"_s, u"x.png"_s}, 3, "There is nothing to draw");
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        const Answer answer = assayctl(QStringList{u"chart"_s, m_store} + words);
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.err.contains(message), answer.err.constData());
        QVERIFY(!QFile::exists(u"x.png"_s));
    }

private:
    const QString m_store = fixture(u"sqlite-3.17/mlflow.db"_s);
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CtlChartTest)
#include "tst_ctlchart.moc"
