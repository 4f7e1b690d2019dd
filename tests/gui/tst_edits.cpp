// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runtablemodel.h"
#include "models/items/viewfile.h"
#include "tests/gui/program.h"
#include "tests/support/testing.h"
#include "widgets/panels/runs/rungrid.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// The program with a copy of a store, and somebody else's look at that store.
struct Edited : Program {
    QString location;

    explicit Edited(const QString &store, const QString &settingsFile = {}) : Program(settingsFile)
    {
        location = fixtureCopy(store);
        window.open(location);
        if (!QTest::qWaitFor([this] { return isReady() && !workbench.view().rows().empty(); }, 30'000))
            qFatal("the store did not open");
    }

    RunView &view() { return workbench.view(); }
    Run shown(const RunRef &run) { return view().table()->run(*view().table()->rowOf(run)); }
    Run stored(const RunRef &run)
    {
        SilentJob job;
        const StoreRegistry registry(allStoreFormats());
        const auto backend = registry.open(*registry.locate(location, job), {}, job);
        return (*backend)->runs({{}, {run.run}, ViewType::All}, {}, job)->value->run(0);
    }
    void write(const RunEdit &edit) // by somebody else
    {
        SilentJob job;
        const StoreRegistry registry(allStoreFormats());
        const Status done = (*registry.open(*registry.locate(location, job), {}, job))->editRun(edit.unguarded(), job);
        QVERIFY(done);
    }
    void choose(const QList<RunRef> &runs)
    {
        view().setSelectedRuns(runs);
        view().setCurrentRun(runs.first());
        find<QWidget>(u"runsPanel"_s)->setFocus();
    }
    QAction *action(const QString &id) { return window.actions().action(id); }
    // Types at what has the focus, as a person would.
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers); }
    QString message() { return find<QLabel>(u"message"_s)->text(); }
};

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private:
    static void addStores()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("files") << u"file-2.22/mlruns"_s;
        QTest::newRow("database") << u"sqlite-2.22/mlflow.db"_s;
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void renamesInPlace_data() { addStores(); }
    void renamesInPlace()
    {
        QFETCH(QString, store);
        Edited program(store);
        const RunRef run = firstRuns(program.view(), 2).last();
        const QString before = program.shown(run).info.name;
        program.choose({run});
        QVERIFY(!program.action(u"edit.undo"_s)->isEnabled());
        program.action(u"edit.rename"_s)->trigger();
        auto *editor = program.find<QLineEdit>(u"runNameEditor"_s);
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), before);
        editor->selectAll();
        QTest::keyClicks(editor, u"a new name: #1"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(program.shown(run).info.name, u"a new name: #1"_s, 30'000);
        QCOMPARE(program.stored(run).info.name, u"a new name: #1"_s);
        QCOMPARE(program.stored(run).tags.value(TagKey::RunName), u"a new name: #1"_s);

        QTRY_VERIFY(program.action(u"edit.undo"_s)->isEnabled());
        program.action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.shown(run).info.name, before, 30'000);
        QTRY_VERIFY(program.action(u"edit.redo"_s)->isEnabled());
        program.action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.shown(run).info.name, u"a new name: #1"_s, 30'000);
        // Esc leaves it as it is.
        program.action(u"edit.rename"_s)->trigger();
        editor = program.find<QLineEdit>(u"runNameEditor"_s);
        QTest::keyClicks(editor, u"never"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(program.stored(run).info.name, u"a new name: #1"_s);
    }

    // What somebody else wrote meanwhile is not undone.
    void conflictsAreTold()
    {
        Edited program(u"sqlite-2.22/mlflow.db"_s);
        const RunRef run = firstRuns(program.view(), 1).first();
        const QString before = program.shown(run).info.name;
        program.choose({run});
        program.action(u"edit.rename"_s)->trigger();
        auto *editor = program.find<QLineEdit>(u"runNameEditor"_s);
        editor->setText(u"mine"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(program.action(u"edit.undo"_s)->isEnabled(), 30'000);
        program.write(RunEdit::rename(run, {}, u"theirs"_s));
        program.action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.shown(run).info.name, u"theirs"_s, 30'000);
        QCOMPARE(program.stored(run).info.name, u"theirs"_s);
        QVERIFY(program.message().contains(run.run.value));
        QTRY_VERIFY(!program.action(u"edit.undo"_s)->isEnabled());
        QVERIFY(!program.action(u"edit.redo"_s)->isEnabled());
        QVERIFY(before != u"theirs"_s);
    }

    void deletesAndRestores_data() { addStores(); }
    void deletesAndRestores()
    {
        QFETCH(QString, store);
        Edited program(store);
        const QList<RunRef> runs = firstRuns(program.view(), 2);
        const size_t count = program.view().rows().size();
        program.choose(runs);
        program.prompt.says = false;
        program.type(Qt::Key_Delete);
        QCOMPARE(program.prompt.asked.size(), 1);
        QVERIFY2(program.prompt.asked.first().contains(u'2'), qPrintable(program.prompt.asked.first()));
        QCOMPARE(program.view().rows().size(), count);
        program.prompt.says = true;
        program.type(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), count - 2, 30'000);
        QCOMPARE(program.stored(runs[0]).info.lifecycle, Lifecycle::Deleted);

        QTRY_VERIFY(program.action(u"edit.undo"_s)->isEnabled());
        program.action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), count, 30'000);
        QTRY_VERIFY(program.action(u"edit.redo"_s)->isEnabled());
        program.action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), count - 2, 30'000);

        program.action(u"view.deleted"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.view().positionOf(runs[0]).has_value(), 30'000);
        program.choose(runs);
        QTRY_VERIFY(program.action(u"edit.restore"_s)->isEnabled());
        QVERIFY(!program.action(u"edit.delete"_s)->isEnabled());
        QVERIFY(!program.action(u"edit.rename"_s)->isEnabled());
        program.action(u"edit.restore"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.stored(runs[1]).info.lifecycle, Lifecycle::Active, 30'000);
    }

    void tagsSeveralRuns_data() { addStores(); }
    void tagsSeveralRuns()
    {
        QFETCH(QString, store);
        Edited program(store);
        const QList<RunRef> runs = firstRuns(program.view(), 3);
        program.choose(runs);
        const auto dialog = [&](const QString &key) {
            program.action(u"edit.tag"_s)->trigger();
            program.find<QComboBox>(u"tagKey"_s)->setEditText(key);
        };
        dialog(u"reviewed"_s);
        QVERIFY(!program.find<QPushButton>(u"tagRemove"_s)->isEnabled());
        program.find<QPlainTextEdit>(u"tagValue"_s)->insertPlainText(u"yes: größer"_s);
        QTest::mouseClick(program.find<QPushButton>(u"tagSet"_s), Qt::LeftButton);
        for (const RunRef &run : runs)
            QTRY_COMPARE_WITH_TIMEOUT(program.shown(run).tags.value(u"reviewed"_s), u"yes: größer"_s, 30'000);
        QCOMPARE(program.stored(runs[2]).tags.value(u"reviewed"_s), u"yes: größer"_s);

        // Somebody deletes one of them: that one is named, the others change.
        program.write(RunEdit::lifecycle(runs[1], Lifecycle::Active, Lifecycle::Deleted));
        QTRY_VERIFY(!program.find<QWidget>(u"tagsDialog"_s));
        dialog(u"reviewed"_s);
        QVERIFY(program.find<QLabel>(u"tagNow"_s)->text().contains(u"größer"_s));
        QTest::mouseClick(program.find<QPushButton>(u"tagRemove"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!program.shown(runs[2]).tags.contains(u"reviewed"_s), 30'000);
        QVERIFY(!program.stored(runs[0]).tags.contains(u"reviewed"_s));
        QVERIFY(program.stored(runs[1]).tags.contains(u"reviewed"_s));
        QTRY_COMPARE(program.prompt.told.size(), 1);
        QCOMPARE(program.prompt.told.first().count(u'\n'), 0);
    }

    void writesNotes_data() { addStores(); }
    void writesNotes()
    {
        QFETCH(QString, store);
        Edited program(store);
        const RunRef run = firstRuns(program.view(), 1).first();
        program.action(u"view.inspector"_s)->setChecked(true);
        program.window.showPage(Page::Charts);
        program.window.showPage(Page::Runs);
        program.choose({run});
        auto *edit = program.find<QToolButton>(u"noteEdit"_s);
        QTRY_VERIFY(!edit->visibleRegion().isEmpty());
        QTest::mouseClick(edit, Qt::LeftButton);
        auto *text = program.find<QPlainTextEdit>(u"noteText"_s);
        QVERIFY(text->isVisible());
        QCOMPARE(program.window.focusWidget(), text);
        text->setPlainText({});
        QTest::keyClicks(text, u"# Larger"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, u"It *works*."_s);
        QTest::mouseClick(program.find<QToolButton>(u"notePreview"_s), Qt::LeftButton);
        QCOMPARE(program.find<QTextEdit>(u"noteView"_s)->toPlainText(), u"Larger\nIt works."_s);
        QTest::mouseClick(program.find<QToolButton>(u"noteWrite"_s), Qt::LeftButton);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(program.stored(run).tags.value(TagKey::Note), u"# Larger\n\nIt *works*."_s, 30'000);
        QTRY_COMPARE(program.find<QTextEdit>(u"noteView"_s)->toPlainText(), u"Larger\nIt works."_s);
        QTRY_COMPARE(program.shown(run).tags.value(TagKey::Note), u"# Larger\n\nIt *works*."_s);
        // What is being written waits for its run.
        QTest::mouseClick(edit, Qt::LeftButton);
        QTest::keyClicks(text, u" A draft"_s);
        program.choose({firstRuns(program.view(), 2).last()});
        QVERIFY(!text->isVisible());
        program.choose({run});
        QVERIFY(text->isVisible());
        QVERIFY(text->toPlainText().endsWith(u"*works*. A draft"_s));
        QTest::keyClick(text, Qt::Key_Escape);
        QCOMPARE(program.stored(run).tags.value(TagKey::Note), u"# Larger\n\nIt *works*."_s);
        // Cancelled: as it was.
        QTest::mouseClick(edit, Qt::LeftButton);
        QTest::keyClicks(text, u"never"_s);
        QTest::keyClick(text, Qt::Key_Escape);
        QCOMPARE(program.find<QTextEdit>(u"noteView"_s)->toPlainText(), u"Larger\nIt works."_s);
    }

    void editsTagsInTheInspector()
    {
        Edited program(u"file-2.22/mlruns"_s);
        const RunRef run = firstRuns(program.view(), 1).first();
        program.action(u"view.inspector"_s)->setChecked(true);
        program.window.showPage(Page::Charts);
        program.window.showPage(Page::Runs);
        program.choose({run});
        auto *add = program.find<QToolButton>(u"addTag"_s);
        QTRY_VERIFY(!add->visibleRegion().isEmpty());
        QTest::mouseClick(add, Qt::LeftButton);
        program.find<QComboBox>(u"tagKey"_s)->setEditText(u"from/the inspector"_s);
        QTest::mouseClick(program.find<QPushButton>(u"tagSet"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(program.stored(run).tags.contains(u"from/the inspector"_s), 30'000);
        auto *tree = program.find<QTreeView>(u"inspectorTree"_s);
        QModelIndex tag;
        QTRY_VERIFY([&] {
            const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"from/the inspector"_s, 1, Qt::MatchRecursive);
            tag = found.value(0);
            return tag.isValid();
        }());
        tree->scrollTo(tag);
        emit tree->customContextMenuRequested(tree->visualRect(tag).center());
        auto *menu = program.find<QMenu>(u"inspectorMenu"_s);
        QVERIFY(menu);
        menu->actions().last()->trigger();
        menu->close();
        QTRY_VERIFY_WITH_TIMEOUT(!program.stored(run).tags.contains(u"from/the inspector"_s), 30'000);
    }

    // A store that may not be written offers nothing of it.
    void aReadOnlyStoreIsLeftAlone()
    {
        Edited program(u"damaged/sqlite/unknown-revision.db"_s);
        program.choose(firstRuns(program.view(), 1));
        QTRY_VERIFY(program.view().currentRun());
        for (const QString &id : {u"edit.rename"_s, u"edit.tag"_s, u"edit.delete"_s, u"edit.restore"_s})
            QVERIFY(!program.action(id)->isEnabled());
        program.type(Qt::Key_Delete);
        QCOMPARE(program.prompt.asked.size(), 0);
        QVERIFY(program.find<QWidget>(u"noteEdit"_s)->isHidden());
    }

    void undoesWhatTheTableShows()
    {
        Edited program(u"file-2.22/mlruns"_s);
        const size_t count = program.view().rows().size();
        auto *filter = program.find<QLineEdit>(u"runsFilter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"attributes.run_id = 'nobody'"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), size_t(0), 30'000);
        QTRY_VERIFY(program.action(u"edit.undo"_s)->isEnabled());
        program.action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), count, 30'000);
        QCOMPARE(filter->text(), QString());
        QVERIFY(!program.action(u"edit.undo"_s)->isEnabled());
        program.window.showPage(Page::Models);
        program.action(u"edit.redo"_s)->trigger();
        QCOMPARE(program.window.page(), Page::Runs); // where it is seen
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), size_t(0), 30'000);
        QCOMPARE(filter->text(), u"attributes.run_id = 'nobody'"_s);
    }

    void savesViewsAndSwitches()
    {
        const QTemporaryDir folder;
        Edited program(u"file-2.22/mlruns"_s, folder.filePath(u"assay.conf"_s));
        auto *filter = program.find<QLineEdit>(u"runsFilter"_s);
        const auto save = [&](const QString &name) {
            program.action(u"view.save"_s)->trigger();
            QTest::keyClicks(program.find<QLineEdit>(u"viewName"_s), name);
            QTest::mouseClick(program.find<QPushButton>(u"viewSave"_s), Qt::LeftButton);
            QTRY_VERIFY(!program.find<QWidget>(u"saveViewDialog"_s));
        };
        filter->setText(u"nothing of this name"_s);
        save(u"B: empty"_s);
        filter->clear();
        save(u"A: all"_s);
        const QString file = folder.filePath(u"views/b-empty.assay-view.json"_s);
        QVERIFY(QFile::exists(file));
        QVERIFY(QFile::exists(folder.filePath(u"views/a-all.assay-view.json"_s)));
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        QTest::keyClick(&program.window, Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(filter->text(), u"nothing of this name"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.view().rows().size(), size_t(0), 30'000);
        QTest::keyClick(&program.window, Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(filter->text(), QString());
        program.action(u"edit.undo"_s)->trigger(); // switching is a change of the view
        QCOMPARE(filter->text(), u"nothing of this name"_s);

        // Written elsewhere, by something newer: what is known applies, the rest is named.
        QFile imported(folder.filePath(u"other.json"_s));
        QVERIFY(imported.open(QIODevice::WriteOnly));
        imported.write(R"({"format": "assay-view", "version": 9, "name": "C", "table": {"filter": "metrics.loss > 1", "sparkle": 1}})");
        imported.close();
        program.prompt.file = imported.fileName();
        program.action(u"view.import"_s)->trigger();
        QCOMPARE(filter->text(), u"metrics.loss > 1"_s);
        QVERIFY2(program.message().contains(u"sparkle"_s) && program.message().contains(u'9'), qPrintable(program.message()));
        QVERIFY(QFile::exists(folder.filePath(u"views/c.assay-view.json"_s)));

        program.action(u"view.manage"_s)->trigger();
        auto *list = program.find<QListWidget>(u"viewsList"_s);
        QCOMPARE(list->count(), 3);
        list->item(1)->setText(u"D: empty"_s);
        list->setCurrentRow(0);
        QTest::mouseClick(program.find<QPushButton>(u"viewsRemove"_s), Qt::LeftButton);
        QTest::mouseClick(program.find<QPushButton>(u"viewsApply"_s), Qt::LeftButton);
        QVERIFY(!QFile::exists(folder.filePath(u"views/a-all.assay-view.json"_s)));
        QFile renamed(file);
        QVERIFY(renamed.open(QIODevice::ReadOnly));
        QCOMPARE(readViewFile(renamed.readAll())->view.name, u"D: empty"_s);

        program.prompt.saveFile = folder.filePath(u"out.assay-view.json"_s);
        program.action(u"view.export"_s)->trigger();
        QFile exported(program.prompt.saveFile);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QCOMPARE(readViewFile(exported.readAll())->view.table.filter, u"metrics.loss > 1"_s);
    }

    void exportsByTheNameOfTheFile()
    {
        const QTemporaryDir folder;
        Edited program(u"file-2.22/mlruns"_s);
        for (const auto &[name, begin] : {std::pair(u"a.tex"_s, QByteArray("% ")), {u"a.json"_s, "{\"columns\""}, {u"a.md"_s, "| "}, {u"a.csv"_s, "run_name,"}}) {
            program.prompt.saveFile = folder.filePath(name);
            program.action(u"file.export"_s)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(program.prompt.saveFile), 30'000);
            QFile file(program.prompt.saveFile);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(text.startsWith(begin), text.left(40).constData());
        }
    }
};

QTEST_MAIN(EditsTest)
#include "tst_edits.moc"
