// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/metricfile.h"
#include "tests/support/testing.h"

#include <QTemporaryFile>

#include <bit>
#include <cmath>
#include <fcntl.h>

using namespace Assay;
using namespace Qt::StringLiterals;

class TestMetricFile : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

    struct Read {
        std::vector<MetricPoint> points;
        MetricFaults faults;
        std::optional<MetricPoint> latest;
    };
    Read read(const QByteArray &bytes, LastLine lastLine = LastLine::Skip)
    {
        QTemporaryFile file;
        Read result;
        if (!file.open())
            return result;
        file.write(bytes);
        file.flush();
        MetricFileReader reader(m_job);
        LatestPoint latest;
        for (int round = 0; round < 2; ++round) { // a reader is used for many files
            result.points.clear();
            latest = {};
            const Descriptor opened = Descriptor::adopt(::open(qPrintable(file.fileName()), O_RDONLY | O_CLOEXEC));
            result.faults = reader.read(opened, lastLine, [&](const MetricPoint &point) {
                result.points.push_back(point);
                latest.add(point);
            });
        }
        result.latest = latest.point();
        return result;
    }
    static QString shown(const Read &read)
    {
        QStringList parts;
        for (const MetricPoint &point : read.points)
            parts.append(u"%1:%2=%3"_s.arg(point.step).arg(point.timestamp).arg(point.value));
        for (const auto &line : read.faults.lines)
            parts.append(u"!%1"_s.arg(line.line));
        if (read.faults.unterminatedLine)
            parts.append(u"?%1"_s.arg(read.faults.unterminatedLine));
        return parts.join(u' ');
    }

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("want");
        QTest::newRow("plain") << QByteArray("10 1.5 1\n20 2 2\n") << u"1:10=1.5 2:20=2"_s;
        QTest::newRow("two fields") << QByteArray("10 1.5\n") << u"0:10=1.5"_s;
        QTest::newRow("five fields have step 0") << QByteArray("10 1.5 4 data abc\n") << u"0:10=1.5"_s;
        QTest::newRow("four and six fields") << QByteArray("10 1.5 4 x\n1 2 3 4 5 6\n20 2 5\n") << u"5:20=2 !1 !2"_s;
        QTest::newRow("CRLF") << QByteArray("10 1 1\r\n20 2 2\r\n") << u"1:10=1 2:20=2"_s;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" "10 1 1\n") << u"1:10=1"_s;
        QTest::newRow("blank lines") << QByteArray("10 1 1\n\n20 2 2\n \n") << u"1:10=1 2:20=2 !2 !4"_s;
        QTest::newRow("tabs, two blanks") << QByteArray("10\t1\t1\n20  2 2\n30 3 3\n") << u"3:30=3 !1 !2"_s;
        QTest::newRow("blanks around") << QByteArray("  10 1 1 \n") << u"1:10=1"_s;
        QTest::newRow("words") << QByteArray("time value step\nx 1 1\n1 x 1\n1 1 x\n") << u"!1 !2 !3 !4"_s;
        QTest::newRow("not finished") << QByteArray("10 1 1\n1700000020348 251") << u"1:10=1 ?2"_s;
        QTest::newRow("only an unfinished line") << QByteArray("10 1 1") << u"?1"_s;
        QTest::newRow("limits") << QByteArray("9223372036854775807 1 -9223372036854775808\n9223372036854775808 1 1\n1 1 9223372036854775808\n")
                                << u"-9223372036854775808:9223372036854775807=1 !2 !3"_s;
        QTest::newRow("Python integers") << QByteArray("+1_0 1 +2\n1__0 1 1\n_1 1 1\n1.0 1 1\n-5 1 -1\n") << u"2:10=1 -1:-5=1 !2 !3 !4"_s;
        QTest::newRow("NUL") << QByteArray("10 1 1\n\0\0\0\0\n30 3 3\n", 19) << u"1:10=1 3:30=3 !2"_s;
        QTest::newRow("long line") << QByteArray("10 1 1\n" + QByteArray(1'000'000, '7') + "\n30 3 3\n") << u"1:10=1 3:30=3 !2"_s;
        QTest::newRow("long lines over pieces") << QByteArray(QByteArray(9000, '1') + "\n10 1 1\n" + QByteArray(300'000, '2') + "\n20 2 2\n" + QByteArray(9000, '3') + "\n")
                                                << u"1:10=1 2:20=2 !1 !3 !5"_s;
    }
    void files()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, want);
        QCOMPARE(shown(read(bytes)), want);
    }
    void lastLineOfARunThatHasEnded()
    {
        QCOMPARE(shown(read("10 1 1\n20 2 2", LastLine::TakeIfWhole)), u"1:10=1 2:20=2"_s);
        QCOMPARE(shown(read("20 2 2", LastLine::TakeIfWhole)), u"2:20=2"_s);
        // Of these nobody can say what they would have been.
        for (const char *cut : {"10 1 1\n20 0.", "10 1 1\n20", "10 1 1\n20 2 ", "10 1 1\n20 2 2 d", "10 1 1\n20 x 2"})
            QCOMPARE(shown(read(cut, LastLine::TakeIfWhole)), u"1:10=1 ?2"_s);
        QVERIFY(lastLineOf(RunStatus::Running) == LastLine::Skip && lastLineOf(RunStatus::Unknown) == LastLine::Skip);
        QVERIFY(lastLineOf(RunStatus::Killed) == LastLine::TakeIfWhole);
    }
    void emptyFile()
    {
        QVERIFY(read({}).faults.isEmpty);
        QVERIFY(!read("\n").faults.isEmpty);
        QVERIFY(!read("1 1 1\n").faults.isEmpty);
    }
    void manyFaultsAreCounted()
    {
        const Read garbage = read(QByteArray("x\n").repeated(10'000));
        QCOMPARE(garbage.faults.count, 10'000);
        QCOMPARE(garbage.faults.lines.size(), MetricFaults::MaxLines);
    }
    void manyLines()
    {
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes += QByteArray::number(1700000000000 + i) + ' ' + QByteArray::number(i * 0.1, 'g', 17) + ' ' + QByteArray::number(i) + '\n';
        const Read all = read(bytes);
        QCOMPARE(all.points.size(), size_t(200'000));
        for (int i = 0; i < 200'000; ++i)
            QVERIFY(all.points[size_t(i)].step == i && all.points[size_t(i)].value == i * 0.1 && all.points[size_t(i)].timestamp == 1700000000000 + i);
        QVERIFY(all.faults.count == 0 && all.faults.unterminatedLine == 0);
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        constexpr double Inf = std::numeric_limits<double>::infinity();
        const auto row = [](const char *text, double value) { QTest::newRow(text) << QByteArray(text) << value; };
        row("1", 1);
        row("0.1", 0.1);
        row("-0.0", -0.0);
        row("1e-07", 1e-7);
        row("1.2345678901234568e+17", 1.2345678901234568e+17);
        row("5e-324", 5e-324);
        row("+5", 5);
        row("1_000", 1000);
        row(".5", 0.5);
        row("5.", 5);
        row("inf", Inf);
        row("-inf", -Inf);
        row("+Infinity", Inf);
        row("1e400", Inf);
        row("1e-400", 0);
        row("nan", std::nan(""));
        row("NaN", std::nan(""));
        row("-nan", std::nan(""));
    }
    void values()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        const MetricLine line = parseMetricLine("1 " + text.toStdString() + " 2");
        QVERIFY(line.fault == MetricFault::None);
        if (std::isnan(value))
            QVERIFY(std::isnan(line.point.value));
        else
            QCOMPARE(std::bit_cast<quint64>(line.point.value), std::bit_cast<quint64>(value));
    }
    void noValues()
    {
        for (const char *text : {"0x10", "1,5", "nan(1)", "1__0", "e5", "--1", "1e", "infin", "1 2 3 4"})
            QVERIFY2(parseMetricLine(std::string("1 ") + text + " 2").fault != MetricFault::None, text);
    }

    void latest_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<double>("value");
        const double nan = std::nan("");
        QTest::newRow("step first") << QByteArray("5 1 2\n9 2 1\n") << 1.0;
        QTest::newRow("then time") << QByteArray("5 1 1\n9 2 1\n7 3 1\n") << 2.0;
        QTest::newRow("then value") << QByteArray("5 1 1\n5 3 1\n5 2 1\n") << 3.0;
        QTest::newRow("not a number between") << QByteArray("5 1 1\n5 nan 1\n5 2 1\n") << 2.0;
        QTest::newRow("not a number first") << QByteArray("5 nan 1\n5 1 1\n") << nan;
        QTest::newRow("not a number in a later step") << QByteArray("5 1 1\n5 nan 2\n5 9 2\n") << nan;
        QTest::newRow("five fields lose") << QByteArray("5 1 3\n6 2 9 d x\n") << 1.0;
        QTest::newRow("infinite") << QByteArray("5 1 1\n5 inf 1\n5 -inf 1\n") << std::numeric_limits<double>::infinity();
        QTest::newRow("negative steps") << QByteArray("5 1 -3\n5 2 -4\n") << 1.0;
    }
    void latest()
    {
        QFETCH(QByteArray, lines);
        QFETCH(double, value);
        const Read all = read(lines);
        QVERIFY(all.latest);
        if (std::isnan(value))
            QVERIFY(std::isnan(all.latest->value));
        else
            QCOMPARE(all.latest->value, value);
    }
    void stops()
    {
        SilentJob job;
        job.cancel();
        MetricFileReader reader(job);
        QVERIFY(reader.read(Descriptor::failed(ENOENT), LastLine::Skip, [](const MetricPoint &) {}).isCanceled);
    }
};

QTEST_GUILESS_MAIN(TestMetricFile)
#include "tst_metricfile.moc"
