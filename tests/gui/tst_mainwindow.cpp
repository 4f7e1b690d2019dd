// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/registry/auditjournal.h"
#include "tests/gui/program.h"
#include "tests/support/testing.h"
#include "widgets/panels/models/promotiondialog.h"
#include "widgets/panels/models/stageboard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(AuditJournal::defaultPath());
    }

    void startsWithWhatOneCanOpen()
    {
        Program program;
        QCOMPARE(program.window.page(), Page::Start);
        QVERIFY(program.find<QWidget>(u"startFolder"_s)->isVisible());
        QVERIFY(program.find<QWidget>(u"startSample"_s)->isVisible());
        QVERIFY(!program.find<QWidget>(u"navigator"_s)->isVisible());
    }

    void colorsAndEyesOutliveTheWindow()
    {
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"settings.ini"_s);
        QList<RunRef> drawn;
        QList<int> colors;
        {
            ProgramWithStore program(settings);
            RunView &view = program.workbench.view();
            const QList<RunRef> runs = firstRuns(view, 8);
            view.setShownOnly({runs[5], runs[2]});
            view.setShown({runs[7]}, true);
            drawn = view.shownRuns();
            for (const RunRef &run : std::as_const(drawn))
                colors.append(view.colorIndex(run));
            QVERIFY(colors != (QList<int>{0, 1, 2})); // else anybody's would be the same
        }
        ProgramWithStore again(settings);
        RunView &view = again.workbench.view();
        QCOMPARE(view.shownRuns(), drawn);
        for (int i = 0; i < drawn.size(); ++i)
            QCOMPARE(view.colorIndex(drawn[i]), colors[i]);
    }

    void opensAStoreByItsAction_data()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("files") << u"file-3.17"_s;
        QTest::newRow("database") << u"sqlite-3.17/mlflow.db"_s;
        QTest::newRow("old database") << u"sqlite-old/mlflow.db"_s;
    }
    void opensAStoreByItsAction()
    {
        QFETCH(QString, store);
        Program program;
        program.prompt.folder = Testing::fixture(store);
        program.window.actions().action(u"file.openFolder"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        QCOMPARE(program.window.page(), Page::Runs);
        QVERIFY(!program.workbench.view().rows().empty());
        auto *navigator = program.find<QTreeView>(u"navigatorTree"_s);
        QTRY_VERIFY(navigator->model()->rowCount(navigator->model()->index(0, 0, navigator->model()->index(0, 0))) >= 3);
        for (Page page : {Page::Charts, Page::Compare, Page::Artifacts, Page::Models}) {
            program.window.actions().action("page."_L1 + pageName(page))->trigger();
            QCOMPARE(program.window.page(), page);
            QTRY_VERIFY_WITH_TIMEOUT(!program.window.isBusy(), 30'000);
        }
        program.window.actions().action(u"file.close"_s)->trigger();
        QCOMPARE(program.window.page(), Page::Start);
    }

    void whatIsOpenedIsShown()
    {
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"settings.ini"_s);
        const QString first = Testing::fixture(u"sqlite-3.17/mlflow.db"_s);
        const QString second = Testing::fixture(u"file-3.17/mlruns"_s);
        {
            Program program(settings);
            const auto isShown = [&](const QString &store) { return program.workbench.current() && program.workbench.current()->location() == store; };
            for (const QString &store : {first, second, first}) {
                program.prompt.folder = store;
                program.window.actions().action(u"file.openFolder"_s)->trigger();
                QTRY_VERIFY_WITH_TIMEOUT(isShown(store), 30'000);
                QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
            }
            program.workbench.open(u"/there is nothing here"_s);
            QTRY_VERIFY(!program.find<QLabel>(u"message"_s)->text().isEmpty());
            QVERIFY(isShown(first));
            program.window.close();
        }
        Program again(settings);
        again.window.restoreSession();
        QTRY_COMPARE_WITH_TIMEOUT(again.workbench.library().stores().size(), 2, 30'000);
        QCOMPARE(again.workbench.current()->location(), first);
        again.workbench.open(second); // stands there already: whoever opens it wants to see it
        QTRY_COMPARE(again.workbench.current()->location(), second);
    }

    void saysInOneSentenceWhatCannotBeOpened_data()
    {
        QTest::addColumn<QString>("location");
        QTest::newRow("missing") << u"/there is nothing here"_s;
        QTest::newRow("no store") << Testing::fixture(u"make"_s);
        QTest::newRow("not a database") << Testing::fixture(u"damaged/sqlite/not-sqlite.db"_s);
        QTest::newRow("not MLflow's") << Testing::fixture(u"damaged/sqlite/not-mlflow.db"_s);
    }
    void saysInOneSentenceWhatCannotBeOpened()
    {
        QFETCH(QString, location);
        Program program;
        program.window.open(location);
        auto *error = program.find<QLabel>(u"startError"_s);
        QTRY_VERIFY(error->isVisible());
        QVERIFY(!error->text().isEmpty());
        QCOMPARE(program.window.page(), Page::Start);
    }

    void listsWhatCouldNotBeRead()
    {
        Program program;
        program.window.open(Testing::fixtureCopy(u"damaged"_s) + u"/mlruns"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        QTRY_VERIFY(program.find<QWidget>(u"problemCount"_s)->isVisible());
        QVERIFY(!program.find<QWidget>(u"problems"_s)->isVisible());
        program.window.actions().action(u"view.problems"_s)->trigger();
        QVERIFY(program.find<QWidget>(u"problems"_s)->isVisible());
        QVERIFY(program.find<QTreeView>(u"problemList"_s)->model()->rowCount() > 30);
    }

    void comparesTheSelectedRuns()
    {
        Program program;
        program.window.open(Testing::fixture(u"sqlite-3.17"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        program.workbench.view().setSelectedRuns(firstRuns(program.workbench.view(), 3));
        program.window.showPage(Page::Compare);
        auto *values = program.find<QTableView>(u"compareValues"_s);
        QTRY_COMPARE(values->model()->columnCount(), 4);
        QVERIFY(values->model()->rowCount() > 0);
    }

    void movesAVersionAndRecordsIt()
    {
        const QString store = Testing::fixtureCopy(u"sqlite-3.17"_s);
        Program program;
        program.window.open(store);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        program.window.showPage(Page::Models);
        program.window.showModel(u"churn-classifier"_s);
        auto *staging = program.find<StageColumn>(u"stageStaging"_s);
        auto *archived = program.find<StageColumn>(u"stageArchived"_s);
        QTRY_VERIFY(staging->model()->rowCount() > 0);
        const QString version = staging->model()->index(0, 0).data(VersionsModel::VersionRole).toString();
        Q_EMIT archived->versionDropped(version, Stage::Archived);
        auto *dialog = program.window.findChild<PromotionDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>(u"promotionReason"_s)->setPlainText(u"superseded"_s);
        dialog->findChild<QPushButton *>(u"promotionConfirm"_s)->click();
        auto *notice = program.find<QLabel>(u"modelsNoticeText"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(notice->text().startsWith(u"Applied:"_s), qPrintable(notice->text()), 20'000);
        const auto isArchived = [&] {
            for (int row = 0; row < archived->model()->rowCount(); ++row)
                if (archived->model()->index(row, 0).data(VersionsModel::VersionRole).toString() == version)
                    return true;
            return false;
        };
        QTRY_VERIFY(isArchived());
        const auto entries = AuditJournal(AuditJournal::defaultPath()).entries();
        VERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->last().details["result"_L1].toString(), u"applied"_s);
    }

    void comesBackAsItWasLeft()
    {
        QTemporaryDir folder;
        const QString settings = folder.filePath(u"assay.ini"_s);
        QList<ExperimentId> experiments;
        QList<RunRef> selected;
        {
            Program program(settings);
            program.window.open(Testing::fixture(u"sqlite-2.22"_s));
            QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
            program.workbench.show(program.workbench.current(), {ExperimentId(u"2"_s)});
            QTRY_VERIFY(program.isReady());
            selected = firstRuns(program.workbench.view(), 2);
            program.workbench.view().setSelectedRuns(selected);
            experiments = program.workbench.view().experiments();
            program.window.showPage(Page::Compare);
            program.window.resize(1300, 800);
            program.window.close();
        }
        Program program(settings);
        program.window.restoreSession();
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        QCOMPARE(program.window.page(), Page::Compare);
        // A screen may be too small for the size that was kept; the size at the start it is not.
        QVERIFY(program.window.size() != QSize(1440, 900));
        QCOMPARE(program.workbench.view().experiments(), experiments);
        QTRY_COMPARE(program.workbench.view().selectedRuns(), selected);
    }

    // As by a double-click, while the stores of every day are remembered or open in another window.
    void aWindowForOneStoreLeavesTheOthersRemembered()
    {
        QTemporaryDir folder;
        const QString settings = folder.filePath(u"assay.ini"_s);
        const QString own = Testing::fixture(u"sqlite-2.22"_s), guest = Testing::fixture(u"sqlite-3.17"_s);
        const auto openAndClose = [&settings](const QString &location) {
            Program program(settings);
            program.window.restoreLayout();
            program.window.open(location);
            QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
            program.window.resize(1111, 700);
            program.window.close();
        };
        openAndClose(own); // nothing was remembered yet
        openAndClose(guest);
        Program program(settings);
        QVERIFY(program.settings.recentLocations().first().startsWith(guest));
        program.window.restoreSession();
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        QCOMPARE(program.workbench.library().stores().size(), 1);
        QVERIFY(program.workbench.current()->location().startsWith(own));
        QVERIFY(program.window.size() != QSize(1440, 900));
    }

    // At once, and not with the next look at the store, when something else may have been done.
    void whoComesBackFindsWhatWasSelected()
    {
        Program program;
        program.window.open(Testing::fixture(u"sqlite-3.17/mlflow.db"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        OpenStore *const first = program.workbench.current();
        RunView &view = program.workbench.view();
        const QList<RunRef> selected = firstRuns(view, 2);
        view.setSelectedRuns(selected);
        program.window.open(Testing::fixture(u"sqlite-2.22/mlflow.db"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.workbench.current() != first && program.isReady(), 30'000);
        QVERIFY(view.selectedRuns().isEmpty());
        program.workbench.show(first, {});
        QTRY_VERIFY(program.isReady());
        QCOMPARE(view.selectedRuns(), selected);
        view.setSelectedRuns({});
        first->reload();
        QTRY_VERIFY(program.isReady());
        QVERIFY(view.selectedRuns().isEmpty());
    }

    void whatIsNotShownIsNotChosen()
    {
        Program program;
        program.window.open(Testing::fixture(u"sqlite-2.22"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        RunView &view = program.workbench.view();
        OpenStore *store = program.workbench.current();
        program.workbench.show(store, {ExperimentId(u"2"_s)});
        QTRY_VERIFY(program.isReady());
        const QList<RunRef> runs = firstRuns(view, 2);
        view.setSelectedRuns(runs);
        view.setCurrentRun(runs.first());
        program.workbench.show(store, {ExperimentId(u"2"_s), ExperimentId(u"1"_s)});
        QCOMPARE(view.selectedRuns(), runs);
        program.workbench.show(store, {ExperimentId(u"1"_s)});
        QVERIFY(view.selectedRuns().isEmpty());
        QVERIFY(view.currentRun() != runs.first());
        // What was selected at some time before does not come back with the next look at the store.
        store->reload();
        QTRY_VERIFY(program.isReady());
        QVERIFY(view.selectedRuns().isEmpty());
    }

    void picturesEveryPage_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"runs", "charts", "compare", "artifacts", "models"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void picturesEveryPage()
    {
        QFETCH(QString, page);
        QTemporaryDir folder;
        const QString picture = folder.filePath(u"page.png"_s);
        QProcess program;
        program.start(QStringLiteral(ASSAY_PROGRAM), {u"--screenshot"_s, picture, u"--page"_s, page, u"--theme"_s, u"dark"_s, u"--size"_s,
                                                      u"1280x720"_s, Testing::fixture(u"file-3.17"_s)});
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        const QImage image(picture);
        QCOMPARE(image.size(), QSize(1280, 720));
        // A page that shows something has more than a handful of colours.
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 240; x < image.width(); x += 3)
                colors.insert(image.pixel(x, y));
        QVERIFY2(colors.size() > 20, qPrintable(QString::number(colors.size())));
    }

    void refusesAPictureOfNothing()
    {
        QProcess program;
        program.start(QStringLiteral(ASSAY_PROGRAM), {u"--screenshot"_s, u"/nowhere/at/all.png"_s, u"/there is nothing here"_s});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 3);
        QVERIFY(program.readAllStandardError().contains("There is nothing at this place"));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
