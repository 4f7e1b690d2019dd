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

    void columnsDecideTheLook()
    {
        const auto svgOf = [this](const QStringList &words) {
            const QString file = m_folder.filePath(u"look.svg"_s);
            const Answer answer = assayctl(QStringList{u"chart"_s, m_store, u"loss"_s, u"--output"_s, file} + words);
            QFile written(file);
            return answer.status == 0 && written.open(QFile::ReadOnly) ? written.readAll() : answer.err;
        };
        const QByteArray plain = svgOf({});
        const QByteArray colored = svgOf({u"--color-by"_s, u"status"_s, u"--dash-by"_s, u"status"_s});
        QVERIFY2(colored.contains(" · status = FINISHED"), colored.left(500).constData());
        QVERIFY(colored != plain);
        const QByteArray marked = svgOf({u"--marker-by"_s, u"run_name"_s});
        QVERIFY(marked.count("<path") + marked.count("<circle") > plain.count("<path") + plain.count("<circle"));
    }

    void countsRunsThatLackTheKey()
    {
        const Answer answer = assayctl({u"chart"_s, m_store, u"loss"_s, u"--output"_s, m_folder.filePath(u"c.svg"_s)});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("runs are not drawn: they lack what the keys need"), answer.err.constData());
    }

    // What each type shows: the names of its axes, its marks, and the texts of its options.
    void cards_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<int>("marks");

        const auto row = [](const char *name, const QStringList &words, const QStringList &texts, const char *mark, int marks) {
            QTest::newRow(name) << words << texts << QByteArray(mark) << marks;
        };
        row("bar", {u"bar"_s, u"auc"_s}, {u"auc"_s, u"sweep-child-1"_s}, "<rect", 5);
        row("bars of groups", {u"bar"_s, u"auc"_s, u"params.lr"_s, u"--option"_s, u"summary=best"_s}, {u"best auc by lr"_s, u"0.01"_s}, "<rect", 3);
        row("bars of histories", {u"bar"_s, u"min(metrics.loss)"_s}, {u"min(loss)"_s, u"0.04833"_s, u"long-history"_s}, "<rect", 10);
        row("scatter", {u"scatter"_s, u"params.lr"_s, u"auc"_s, u"status"_s, u"--option"_s, u"trend=linear"_s, u"--option"_s, u"logX=false"_s},
            {u"lr"_s, u"auc"_s, u"R²"_s, u"FINISHED"_s}, "<circle", 4);
        row("box", {u"box"_s, u"metrics.auc"_s, u"params.lr"_s, u"--option"_s, u"kind=violin"_s}, {u"auc"_s, u"0.01"_s}, "<path", 2);
        row("histogram", {u"histogram"_s, u"duration"_s}, {u"duration"_s, u"runs"_s}, "<rect", 3);
        row("heatmap", {u"heatmap"_s, u"params.lr"_s, u"user_id"_s, u"auc"_s, u"--option"_s, u"summary=greatest"_s}, {u"greatest auc"_s, u"lr"_s, u"ann"_s}, "<rect", 3);
        row("parallel", {u"parallel"_s, u"params.lr"_s, u"auc"_s, u"--option"_s, u"inverted=auc"_s}, {u"lr"_s, u"↓ auc"_s, u"no value"_s}, "<polyline", 20);
        row("importance", {u"importance"_s, u"duration"_s}, {u"loss of R²"_s, u"lr"_s}, "<rect", 2);
        row("correlation", {u"correlation"_s, u"duration"_s, u"auc"_s, u"loss"_s, u"--option"_s, u"method=pearson"_s},
            {u"correlation (Pearson)"_s, u"duration"_s, u"auc"_s, u"1.00"_s}, "<rect", 9);
        row("first choice", {u"scatter"_s}, {u"Scatter plot"_s}, "<circle", 2);
    }
    void cards()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, texts);
        QFETCH(QByteArray, mark);
        QFETCH(int, marks);
        const QByteArray svg = drawn(QStringList{u"--card"_s} + words, u"card.svg"_s);
        for (const QString &text : texts)
            QVERIFY2(svg.contains((u">"_s + text).toUtf8()) || svg.contains((text + u"<"_s).toUtf8()), qPrintable(text + u"\n"_s + QString::fromUtf8(svg).right(3000)));
        QVERIFY2(svg.count(mark) >= marks, QByteArray::number(svg.count(mark)).constData());
        QVERIFY(!svg.contains("<image")); // drawn, at any scale
    }

    void cardsInPixelsAndOnPages()
    {
        const QStringList scatter{u"--card"_s, u"scatter"_s, u"params.lr"_s, u"auc"_s, u"--size"_s, u"500x300"_s};
        const QByteArray png = drawn(scatter + QStringList{u"--scale"_s, u"3"_s}, u"card.png"_s);
        QCOMPARE(png.mid(16, 8), QByteArray::fromHex("000005dc00000384")); // 1500 x 900
        const QByteArray pdf = drawn(scatter, u"card.pdf"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(drawn(scatter + QStringList{u"--theme"_s, u"dark"_s}, u"card.svg"_s) != drawn(scatter, u"card.svg"_s));
    }

    void theOrderOfBarsIsTheTables()
    {
        const auto placesOf = [this](const QString &order) {
            const QByteArray svg = drawn({u"--card"_s, u"bar"_s, u"auc"_s, u"--option"_s, u"order="_s + order}, u"order.svg"_s);
            return std::pair(svg.indexOf(">0.91<"), svg.indexOf(">0.5375<"));
        };
        const auto best = placesOf(u"best"_s), worst = placesOf(u"worst"_s);
        QVERIFY(best.first > 0 && best.first < best.second && worst.second < worst.first);
    }

    void saysWhatIsNotInACard()
    {
        const Answer answer = assayctl({u"chart"_s, m_store, u"params.lr"_s, u"auc"_s, u"--card"_s, u"scatter"_s, u"--output"_s, m_folder.filePath(u"d.svg"_s)});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("runs are not shown: ") && answer.err.contains("have no lr"), answer.err.constData());
    }

    // Cards of a saved view: of lines with its recipe and their own runs, of statistics; what is no chart is passed over.
    void drawsTheCardsOfAView()
    {
        const QString view = m_folder.filePath(u"cards.assay-view.json"_s);
        QVERIFY(writeFile(view, R"({"format": "assay-view", "version": 1, "name": "x", "table": {"filter": "metrics.loss < 1"},
            "charts": {"x": "relative", "colorBy": "status", "cards": [
                {"id": "#1", "type": "scatter", "title": "Speed", "keys": ["duration", "metrics.loss"], "options": {"trend": "linear"}},
                {"id": "#2", "type": "text", "options": {"text": "hello"}},
                {"id": "#3", "type": "bar", "keys": ["metrics.nowhere"]},
                {"id": "loss", "type": "line", "keys": ["metrics.loss"], "options": {"only": "run_name LIKE 'long%'"}}]}})"));
        const QString file = m_folder.filePath(u"view.svg"_s);
        const QStringList words{u"chart"_s, m_store, u"--view-file"_s, view, u"--output"_s, file};
        const Answer all = assayctl(words);
        QCOMPARE(all.status, 0);
        QVERIFY2(all.err.contains("nowhere: None of these runs has metrics.nowhere"), all.err.constData());
        const auto read = [this](const char *name) {
            QFile written(m_folder.filePath(QLatin1StringView(name)));
            return written.open(QFile::ReadOnly) ? written.readAll() : QByteArray();
        };
        QVERIFY(read("view-1.svg").contains("Speed") && read("view-1.svg").contains("R²"));
        QVERIFY(!QFile::exists(m_folder.filePath(u"view-2.svg"_s)) && !QFile::exists(file)); // nothing of the bars
        const QByteArray lines = read("view-3.svg");
        QVERIFY(lines.contains("long-history") && !lines.contains("churn-grid"));
        QVERIFY(lines.contains("status = "));
        QVERIFY(lines.contains(">4 min<")); // relative to the start

        for (const QString &card : {u"#1"_s, u"Speed"_s}) {
            QFile::remove(file);
            QCOMPARE(assayctl(words + QStringList{u"--card-id"_s, card}).status, 0);
            QCOMPARE(read("view.svg"), read("view-1.svg"));
        }
        const auto refused = [&words](const QStringList &more, const char *message) {
            const Answer answer = assayctl(words + more);
            QCOMPARE(answer.status, 2);
            QVERIFY2(answer.err.contains(message), answer.err.constData());
        };
        refused({u"--card-id"_s, u"#9"_s}, "--card-id takes #1, #3 or loss of this view");
        refused({u"loss"_s}, "With --view-file there are no keys, so not: loss");
        refused({u"--card"_s, u"bar"_s}, "--card does not go with --view-file");
        refused({u"--title"_s, u"x"_s}, "--title does not go with --view-file");
        QCOMPARE(assayctl(words + QStringList{u"--card-id"_s, u"#3"_s}).status, 3);
        QVERIFY(writeFile(view, R"({"format": "assay-view", "version": 1, "name": "x", "table": {}})"));
        refused({}, "The view has no cards that can be drawn");
    }

    void helpNamesEveryOption()
    {
        const Answer help = assayctl({u"help"_s, u"chart"_s});
        QCOMPARE(help.status, 0);
        for (const char *text : {"scatter X Y [COLOUR]", "trend=none|linear|loess", "correlation COLUMN COLUMN…", "method=spearman|pearson", "box VALUE [BY]"})
            QVERIFY2(help.out.simplified().contains(text), text);
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
        row("bad column", {u"loss"_s, u"--color-by"_s, u"params."_s, u"--output"_s, u"x.png"_s}, 2, "--color-by takes a column such as params.lr");
        row("bad kind", {u"loss"_s, u"--smoothing"_s, u"spline:2"_s, u"--output"_s, u"x.png"_s}, 2, "ema, time-ema, mean, gaussian or median");
        row("bad range", {u"loss"_s, u"--y-range"_s, u"3:1"_s, u"--output"_s, u"x.png"_s}, 2, "two numbers, the lesser first");
        row("no width", {u"loss"_s, u"--x-range"_s, u"100000000000000000:100000000000000064"_s, u"--output"_s, u"x.png"_s}, 2, "two numbers, the lesser first");
        row("bad size", {u"loss"_s, u"--size"_s, u"20x99999"_s, u"--output"_s, u"x.png"_s}, 2, "width and height");
        row("bad axis", {u"loss"_s, u"--x"_s, u"params.lr"_s, u"--output"_s, u"x.png"_s}, 2, "step, time, relative or a metric");
        row("nothing found", {u"loss"_s, u"--filter"_s, u"metrics.loss > 1e300"_s, u"--output"_s, u"x.png"_s}, 3, "There are no such runs");
        row("nothing to draw", {u"metrics.loss * params.`no such`"_s, u"--output"_s, u"x.png"_s}, 3, "There is nothing to draw");

        const auto card = [&row](const char *name, const QStringList &words, int status, const char *message) {
            row(name, QStringList{u"--output"_s, u"x.png"_s, u"--card"_s} + words, status, message);
        };
        row("a view's option", {u"loss"_s, u"--card-id"_s, u"#1"_s, u"--output"_s, u"x.png"_s}, 2, "--card-id is for a card of --view-file");
        card("unknown card", {u"bars"_s, u"auc"_s}, 2, "--card takes line, bar, scatter, parallel, box, histogram, heatmap, importance or correlation, not: bars");
        card("card of another kind", {u"images"_s}, 2, "not: images");
        card("unknown option", {u"bar"_s, u"auc"_s, u"--option"_s, u"colour=red"_s}, 2, "with --card bar the keys summary or order, not: colour");
        card("unknown value", {u"bar"_s, u"auc"_s, u"--option"_s, u"summary=median"_s}, 2, "--option summary takes mean, best or count, not: median");
        card("no switch", {u"scatter"_s, u"--option"_s, u"front=yes"_s}, 2, "--option front takes true or false, not: yes");
        card("no value", {u"scatter"_s, u"--option"_s, u"front"_s}, 2, "KEY=VALUE");
        card("no options", {u"histogram"_s, u"auc"_s, u"--option"_s, u"bins=3"_s}, 2, "--card histogram has no options, so not: bins");
        card("option of a line", {u"line"_s, u"loss"_s, u"--option"_s, u"log=true"_s}, 2, "another --card than line");
        card("line's option", {u"scatter"_s, u"--smoothing"_s, u"ema:0.5"_s}, 2, "--smoothing goes with --card line");
        card("too many columns", {u"histogram"_s, u"auc"_s, u"loss"_s}, 2, "at most, so not: loss");
        card("no column", {u"bar"_s, u"auc +"_s}, 2, "No run has a metric named auc +, and as an expression: ");
        card("no such column", {u"scatter"_s, u"params.nope"_s, u"auc"_s}, 3, "None of these runs has params.nope");
        card("no such colour", {u"parallel"_s, u"auc"_s, u"loss"_s, u"--option"_s, u"color=params.nope"_s}, 3, "None of these runs has params.nope");
        card("text for a number", {u"bar"_s, u"params.unicode"_s}, 3, "There is nothing to draw: unicode is text");
        card("no run has both", {u"scatter"_s, u"metrics.denormal"_s, u"metrics.`val/auc`"_s}, 3, "No run has both denormal and val/auc");
        card("no runs", {u"histogram"_s, u"auc"_s, u"--filter"_s, u"metrics.auc > 7"_s}, 3, "There are no such runs");
        row("nowhere to write", {u"auc"_s, u"--card"_s, u"histogram"_s, u"--output"_s, u"/proc/none.svg"_s}, 3, "/proc/none.svg");
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
    // What the file holds that the command wrote.
    QByteArray drawn(const QStringList &words, const QString &name)
    {
        QFile file(m_folder.filePath(name));
        const Answer answer = assayctl(QStringList{u"chart"_s, m_store} + words + QStringList{u"--output"_s, file.fileName()});
        return answer.status == 0 && file.open(QFile::ReadOnly) ? file.readAll() : answer.err;
    }

    const QString m_store = fixture(u"sqlite-3.17/mlflow.db"_s);
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CtlChartTest)
#include "tst_ctlchart.moc"
