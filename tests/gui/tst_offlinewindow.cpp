// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/remotecache.h"
#include "models/table/runtable.h"
#include "tests/gui/imitatedserver.h"
#include "tests/gui/program.h"
#include "widgets/panels/runs/rungrid.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 400;
constexpr int Patience = 30'000;

// The program with its cache of remote stores, looking at a server.
struct Remote : Program {
    Remote(const QTemporaryDir &folder, const QString &url)
        : Program(folder.filePath(u"assay.ini"_s), RemoteCache(folder.filePath(u"cache"_s)).opener())
    {
        window.activateWindow();
        window.open(url);
    }

    OpenStore &store() { return *workbench.current(); }
    bool isIn(OpenStore::State state) { return workbench.current() && store().state() == state && store().runs() && store().runs()->rowCount() == Runs; }
    // As when one opens it on a plane: what was kept is there. Being cut off in the midst of work takes longer to be known.
    void openWithout(ImitatedServer &server)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isIn(OpenStore::State::Ready), Patience);
        server.setPlugged(false);
        const QPointer<OpenStore> closed(&store());
        library.close(closed);
        QTRY_VERIFY(!closed); // what was read is written then
        window.open(server.url());
        QTRY_VERIFY_WITH_TIMEOUT(isIn(OpenStore::State::Offline), Patience);
    }
    void renameOffline(int run, const QString &name)
    {
        rename(run, name);
        QTRY_COMPARE_WITH_TIMEOUT(shown(run).info.name, name, Patience);
    }
    // As with Try Again.
    void plugIn(ImitatedServer &server)
    {
        server.setPlugged(true);
        store().reload();
    }
    Run shown(int run) { return store().runs()->run(*store().runs()->rowOf({ExperimentId(u"1"_s), RunId(ImitatedServer::runId(run))})); }
    QString text(const QString &name) { return find<QLabel>(name)->isVisible() ? find<QLabel>(name)->text() : QString(); }
    QToolButton *waiting() { return find<QToolButton>(u"waitingCount"_s); }
    void rename(int run, const QString &name)
    {
        const RunRef ref{ExperimentId(u"1"_s), RunId(ImitatedServer::runId(run))};
        workbench.view().setSelectedRuns({ref});
        workbench.view().setCurrentRun(ref);
        window.actions().action(u"edit.rename"_s)->trigger();
        auto *editor = find<QLineEdit>(u"runNameEditor"_s);
        QVERIFY(editor);
        editor->setText(name);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    QScrollBar *scrollBar()
    {
        for (RunGrid *grid : window.findChildren<RunGrid *>())
            if (grid->verticalScrollBar()->maximum() > 0 && grid->isVisible())
                return grid->verticalScrollBar();
        return nullptr;
    }
};

} // namespace

// A server whose plug is pulled while somebody works with it.
class TestOfflineWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void goesOnWithoutTheServerAndBack();
    void opensWithWhatWasKept();
    void asksWhenSomebodyElseChangedTheSame();
    void showsWhatStandsThereAgain();
    void keepsWaitingChangesOverARestart();
    void leavesWaitingChangesThatItCannotRead();
};

void TestOfflineWindow::goesOnWithoutTheServerAndBack()
{
    QTemporaryDir folder;
    ImitatedServer server(Runs);
    Remote program(folder, server.url());
    QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Ready), Patience);
    QTRY_VERIFY(program.scrollBar());
    program.scrollBar()->setValue(program.scrollBar()->maximum() / 2);
    const int place = program.scrollBar()->value();
    QVERIFY(place > 0);
    QVERIFY(program.text(u"offlineText"_s).isEmpty());

    server.setPlugged(false);
    program.store().reload();
    QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Offline), Patience);
    QVERIFY2(program.text(u"offlineText"_s).startsWith(u"Offline"_s), qPrintable(program.text(u"offlineText"_s)));
    QCOMPARE(program.scrollBar()->value(), place);
    program.scrollBar()->setValue(place + 10); // one goes on scrolling
    QCOMPARE(program.scrollBar()->value(), place + 10);

    program.renameOffline(3, u"renamed on a plane"_s);
    QVERIFY(program.waiting()->isVisible());
    QCOMPARE(server.writeCount(), 0);
    QCOMPARE(server.name(3), u"calm-otter-3"_s);

    program.scrollBar()->setValue(place);
    server.setPlugged(true);
    QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Ready), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.name(3), u"renamed on a plane"_s, Patience);
    QTRY_VERIFY(!program.waiting()->isVisible());
    QTRY_COMPARE(program.shown(3).info.name, u"renamed on a plane"_s);
    QVERIFY(program.text(u"offlineText"_s).isEmpty());
    QCOMPARE(server.writeCount(), 1);
    QCOMPARE(program.scrollBar()->value(), place);
}

void TestOfflineWindow::opensWithWhatWasKept()
{
    QTemporaryDir folder;
    ImitatedServer server(Runs);
    {
        Remote program(folder, server.url());
        QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Ready), Patience);
    }
    server.setPlugged(false);
    Remote program(folder, server.url());
    QTRY_VERIFY_WITH_TIMEOUT(program.workbench.current() && program.store().runs(), 2000); // before anybody could know that nobody answers
    QCOMPARE(program.store().runs()->rowCount(), Runs);
    QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Offline), Patience);
    QCOMPARE(program.shown(7).info.name, u"calm-otter-7"_s);
    server.setPlugged(true);
    QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Ready), Patience);
}

void TestOfflineWindow::asksWhenSomebodyElseChangedTheSame()
{
    QTemporaryDir folder;
    ImitatedServer server(Runs);
    Remote program(folder, server.url());
    program.openWithout(server);
    program.renameOffline(1, u"mine 1"_s);
    program.renameOffline(2, u"mine 2"_s);
    server.setName(1, u"theirs"_s);
    server.setName(2, u"theirs, too"_s);
    program.plugIn(server);
    QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Ready), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(program.waiting()->text().contains(u"decide"_s), Patience);
    QCOMPARE(server.writeCount(), 0);

    program.waiting()->click();
    QTRY_COMPARE(program.find<QPlainTextEdit>(u"waitingNow"_s)->toPlainText(), u"theirs"_s);
    QCOMPARE(program.find<QPlainTextEdit>(u"waitingMine"_s)->toPlainText(), u"mine 1"_s);
    QCOMPARE(program.find<QPlainTextEdit>(u"waitingWas"_s)->toPlainText(), u"calm-otter-1"_s);
    program.find<QPushButton>(u"waitingInsist"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(server.name(1), u"mine 1"_s, Patience);
    QTRY_COMPARE(program.find<QPlainTextEdit>(u"waitingNow"_s)->toPlainText(), u"theirs, too"_s);
    program.find<QPushButton>(u"waitingDrop"_s)->click();
    QTRY_VERIFY(!program.waiting()->isVisible());
    QCOMPARE(server.name(2), u"theirs, too"_s);
    QCOMPARE(server.writeCount(), 1);
}

void TestOfflineWindow::showsWhatStandsThereAgain()
{
    QTemporaryDir folder;
    ImitatedServer server(Runs);
    Remote program(folder, server.url());
    program.openWithout(server);
    program.renameOffline(1, u"dropped"_s);
    program.renameOffline(2, u"undone"_s);
    program.window.actions().action(u"edit.undo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(program.shown(2).info.name, u"calm-otter-2"_s, Patience);
    program.waiting()->click();
    program.find<QPushButton>(u"waitingDrop"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(program.shown(1).info.name, u"calm-otter-1"_s, Patience);
    QVERIFY(!program.waiting()->isVisible());
    QCOMPARE(program.store().state(), OpenStore::State::Offline);
}

void TestOfflineWindow::keepsWaitingChangesOverARestart()
{
    QTemporaryDir folder;
    ImitatedServer server(Runs);
    {
        Remote program(folder, server.url());
        program.openWithout(server);
        program.renameOffline(5, u"later"_s);
    }
    {
        Remote program(folder, server.url());
        QTRY_VERIFY_WITH_TIMEOUT(program.isIn(OpenStore::State::Offline), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.shown(5).info.name, u"later"_s, Patience);
    }
    server.setPlugged(true);
    Remote program(folder, server.url());
    QTRY_COMPARE_WITH_TIMEOUT(server.name(5), u"later"_s, Patience);
    QCOMPARE(server.writeCount(), 1);
}

void TestOfflineWindow::leavesWaitingChangesThatItCannotRead()
{
    QTemporaryDir folder;
    ImitatedServer server(Runs);
    const QDir waiting(folder.filePath(u"waiting"_s));
    const QByteArray damaged("{\"version\": 1, \"edits\": [{");
    for (const bool isDamaged : {false, true}) {
        Remote program(folder, server.url());
        server.setPlugged(true);
        program.openWithout(server);
        program.renameOffline(5, isDamaged ? u"later"_s : u"sooner"_s);
        QVERIFY(program.waiting()->isVisible());
        if (isDamaged)
            continue;
        QTRY_COMPARE(waiting.entryList(QDir::Files).size(), 1);
        QFile file(waiting.filePath(waiting.entryList(QDir::Files).first()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
    }
    QFile file(waiting.filePath(waiting.entryList(QDir::Files).value(0)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), damaged);
}

QTEST_MAIN(TestOfflineWindow)
#include "tst_offlinewindow.moc"
