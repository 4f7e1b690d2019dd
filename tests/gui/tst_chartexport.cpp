// SPDX-License-Identifier: GPL-3.0-or-later
// Charts that leave the window, through the card's own menu.
#include "app/controllers/chartexporter.h"
#include "tests/gui/program.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
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
