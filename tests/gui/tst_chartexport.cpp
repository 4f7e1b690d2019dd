// SPDX-License-Identifier: GPL-3.0-or-later
// Charts that leave the window, through the card's own menu.
#include "app/apptheme.h"
#include "app/controllers/chartexporter.h"
#include "tests/gui/program.h"
#include "widgets/panels/charts/cards/statcard.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

struct ChartsProgram : ProgramWithStore {
    ChartsProgram()
    {
        window.showPage(Page::Charts);
        QTRY_VERIFY_WITH_TIMEOUT(grid().card(u"loss"_s) && !grid().card(u"loss"_s)->lines().isEmpty() && !window.isBusy(), 30'000);
    }

    ChartGrid &grid() { return *window.findChild<ChartGrid *>(); }

    // Opens the card's menu and chooses from it.
    void choose(const QString &text)
    {
        Q_EMIT grid().card(u"loss"_s)->menuRequested({});
        auto *menu = window.findChild<QMenu *>(u"cardActions"_s);
        for (QAction *action : menu->actions())
            if (action->text() == text)
                action->trigger();
        menu->close();
    }
    QByteArray exported(const QString &path)
    {
        prompt.saveFile = path;
        choose(u"Export…"_s);
        QFile file(path);
        if (!QTest::qWaitFor([&file] { return file.exists(); }, 20'000) || !file.open(QFile::ReadOnly))
            return {};
        return file.readAll();
    }
};

} // namespace

class ChartExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void filesOfEveryKind()
    {
        const QTemporaryDir folder;
        ChartsProgram program;
        QVERIFY(program.exported(folder.filePath(u"a.png"_s)).startsWith("\x89PNG"));
        const QByteArray svg = program.exported(folder.filePath(u"a.svg"_s));
        QVERIFY(svg.contains("<polyline"));
        QVERIFY(svg.contains("loss"));
        QVERIFY(program.exported(folder.filePath(u"a.pdf"_s)).startsWith("%PDF"));
        const QByteArray csv = program.exported(folder.filePath(u"a.csv"_s));
        qsizetype points = 0;
        for (const PlotLine &line : program.grid().card(u"loss"_s)->lines())
            points += line.pyramid->series().size();
        QCOMPARE(csv.count("\r\n"), points + 1);
        QVERIFY(program.exported(folder.filePath(u"a.json"_s)).contains("\"step\""));
    }

    void nameWithoutAnEndingIsAPicture()
    {
        const QTemporaryDir folder;
        ChartsProgram program;
        program.prompt.saveFile = folder.filePath(u"my.chart"_s);
        program.choose(u"Export…"_s);
        QTRY_VERIFY(QFile::exists(folder.filePath(u"my.chart.png"_s)));
    }

    void imageInTheClipboard()
    {
        ChartsProgram program;
        QGuiApplication::clipboard()->clear();
        program.choose(u"Copy as image"_s);
        const QImage image = QGuiApplication::clipboard()->image();
        QVERIFY(image.width() >= 1280);
        QCOMPARE(image.devicePixelRatio(), 2.0);
    }

    // assayctl draws what the window does, to the byte.
    void cardsAreTheSameFromTheCommandLine_data()
    {
        QTest::addColumn<CardType>("type");
        QTest::addColumn<QStringList>("keys");

        QTest::newRow("scatter") << CardType::Scatter << QStringList{u"params.lr"_s, u"metrics.auc"_s, u"status"_s};
        QTest::newRow("parallel") << CardType::ParallelCoordinates << QStringList{u"params.lr"_s, u"metrics.auc"_s};
        QTest::newRow("box") << CardType::Box << QStringList{u"metrics.auc"_s, u"params.lr"_s};
        QTest::newRow("histories") << CardType::Box << QStringList{u"min(metrics.loss)"_s, u"status"_s};
        QTest::newRow("correlation") << CardType::Correlation << QStringList{u"duration"_s, u"metrics.loss"_s, u"metrics.auc"_s};
    }
    void cardsAreTheSameFromTheCommandLine()
    {
        QFETCH(CardType, type);
        QFETCH(QStringList, keys);
        const QTemporaryDir folder;
        ProgramWithStore program;
        applyPalette(u"light"_s); // and the window's font
        RunView &view = program.workbench.view();
        view.setShownOnly({});
        view.setRows(view.table()->defaultOrder());
        CardSpec spec;
        spec.id = u"#1"_s;
        spec.type = type;
        spec.keys = keys;
        ChartCard card;
        card.resize(960, 540);
        card.setSpec(spec);
        card.setView(&view);
        card.show();
        auto &plot = static_cast<StatCard *>(card.content())->plot();
        QTRY_VERIFY(!card.content()->isBusy() && !plot.note().startsWith(u"Reading"_s) && !static_cast<StatCard *>(card.content())->shownKeys().isEmpty());

        ChartExporter exporter(program.prompt, nullptr);
        QMenu menu;
        exporter.addActions(menu, card);
        program.prompt.saveFile = folder.filePath(u"window.svg"_s);
        for (QAction *action : menu.actions())
            if (action->text() == u"Export…"_s)
                action->trigger();
        QTRY_VERIFY(QFile::exists(program.prompt.saveFile));

        const QStringList words = QStringList{u"chart"_s, fixture(u"sqlite-3.17/mlflow.db"_s), u"--card"_s, cardTypeName(type), u"--view"_s, u"all"_s, u"--output"_s, folder.filePath(u"line.svg"_s)} + keys;
        QCOMPARE(QProcess::execute(QStringLiteral(ASSAYCTL), words), 0);
        QFile window(program.prompt.saveFile), line(folder.filePath(u"line.svg"_s));
        QVERIFY(window.open(QFile::ReadOnly) && line.open(QFile::ReadOnly));
        const QByteArray exported = window.readAll();
        QVERIFY(exported.contains("<circle") || exported.contains("<rect"));
        QCOMPARE(line.readAll(), exported);
    }

    void whatCannotBeWrittenIsSaid()
    {
        ChartsProgram program;
        program.prompt.saveFile = u"/proc/no/such/place.svg"_s;
        QSignalSpy failed(program.window.findChild<ChartExporter *>(), &ChartExporter::failed);
        program.choose(u"Export…"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().startsWith(u"“/proc/no/such/place.svg” could not be written: "_s));
    }
};

QTEST_MAIN(ChartExportTest)
#include "tst_chartexport.moc"
