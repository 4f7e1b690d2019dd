// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/copyquestion.h"
#include "tests/gui/program.h"

#include "widgets/dialogs/copydialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// Export Bundle…, as a person does it, and the bundle opened beside its store.
class BundleWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndOpened()
    {
        const QTemporaryDir folder;
        ProgramWithStore program;
        program.prompt.saveFile = folder.filePath(u"kept"_s); // the name's end is added
        program.workbench.view().setSelectedRuns(firstRuns(program.workbench.view(), 2));
        program.window.actions().action(u"file.exportBundle"_s)->trigger();
        auto *dialog = program.find<CopyDialog>(u"copyDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->choice().runs, CopyChoice::Runs::Selected);
        const auto *contents = dialog->findChild<QLabel *>(u"copyContents"_s);
        QTRY_VERIFY_WITH_TIMEOUT(contents->text().startsWith("2 "_L1), 30'000);
        dialog->findChild<QRadioButton *>(u"copyRuns%1"_s.arg(int(CopyChoice::Runs::All)))->click();
        const QString all = QString::number(program.workbench.current()->runs()->rowCount());
        QTRY_VERIFY_WITH_TIMEOUT(contents->text().startsWith(all), 30'000);
        const QString without = contents->text();
        dialog->findChild<QComboBox *>(u"copyFiles"_s)->setCurrentIndex(4);
        QTRY_VERIFY_WITH_TIMEOUT(contents->text().startsWith(without + u" · "_s), 30'000); // the files and their size beforehand
        dialog->findChild<QPushButton *>(u"copyConfirm"_s)->click();
        const QString path = folder.filePath(u"kept.assay"_s);
        const auto *message = program.find<QLabel>(u"message"_s);
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains("kept.assay"_L1), 60'000);
        QVERIFY(QFileInfo(path).size() > 0);

        const qsizetype runs = program.workbench.current()->runs()->rowCount();
        program.window.open(path);
        QTRY_VERIFY_WITH_TIMEOUT(program.workbench.store(path) && program.workbench.store(path)->state() == OpenStore::State::Ready, 30'000);
        program.workbench.show(program.workbench.store(path), {});
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        QCOMPARE(program.workbench.current()->location(), path);
        QCOMPARE(program.workbench.current()->runs()->rowCount(), runs);
        QVERIFY(!program.workbench.current()->info().writable);
        for (const QString &id : {u"edit.rename"_s, u"edit.tag"_s, u"edit.delete"_s, u"edit.restore"_s}) {
            const QAction *action = program.window.actions().action(id);
            QVERIFY(!action->isEnabled());
            QVERIFY2(action->toolTip().contains("A bundle is a copy."_L1) && action->statusTip().contains("A bundle is a copy."_L1), qPrintable(id));
        }
        QCOMPARE(program.window.actions().action(u"file.offline"_s)->toolTip(), u"This store lies on this machine already."_s);
        QVERIFY(program.window.actions().action(u"file.exportBundle"_s)->statusTip().isEmpty());
        QVERIFY(program.settings.recentLocations().contains(path));
    }

    // Runs that are chosen may be gone when the answer comes: that is not everything.
    void writesWhatWasChosen()
    {
        const QTemporaryDir folder;
        ProgramWithStore program;
        program.prompt.saveFile = folder.filePath(u"two.assay"_s);
        program.workbench.view().setSelectedRuns(firstRuns(program.workbench.view(), 2));
        program.window.actions().action(u"file.exportBundle"_s)->trigger();
        program.workbench.view().setSelectedRuns({});
        program.find<CopyDialog>(u"copyDialog"_s)->findChild<QPushButton *>(u"copyConfirm"_s)->click();
        const auto *message = program.find<QLabel>(u"message"_s);
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains("two.assay"_L1), 60'000);
        program.window.open(program.prompt.saveFile);
        const auto opened = [&] { return program.workbench.store(program.prompt.saveFile); };
        QTRY_VERIFY_WITH_TIMEOUT(opened() && opened()->state() == OpenStore::State::Ready, 30'000);
        QCOMPARE(opened()->runs()->rowCount(), 2);
    }

    // Files as they come by a double-click: what is wrong with them is said, and the window goes on.
    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isStore"); // one that is broken stays in the list, to be tried again
        QTest::newRow("empty") << u"a.assay"_s << QByteArray() << u"The bundle is empty."_s << true;
        QTest::newRow("text") << u"a.assay"_s << QByteArray("hello") << u"a.assay is not a bundle."_s << false;
        QTest::newRow("cut") << u"a.assay"_s << QByteArray("PK\3\4\24\0\0\0", 8) << u"The bundle is cut off or damaged."_s << true;
        QTest::newRow("zip") << u"a.zip"_s << QByteArray("PK\3\4\24\0\0\0", 8) << u"a.zip is not a SQLite file."_s << false;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QFETCH(bool, isStore);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        Program program;
        program.window.open(file.fileName());
        const auto saysSo = [&] {
            const QList<QLabel *> labels = program.window.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text().startsWith(words); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(saysSo(), 30'000);
        QCOMPARE(program.workbench.library().stores().size(), isStore ? 1 : 0);
        QCOMPARE(program.window.page(), isStore ? Page::Runs : Page::Start);
        // Another file is opened all the same.
        program.window.open(fixture(u"sqlite-3.17"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
        QVERIFY(!saysSo());
    }

    // The store is not kept open for what nobody wants any more.
    void closesItsOwnStoreWhenItIsNotToBe()
    {
        ProgramWithStore program;
        const auto isOpen = [&] {
            return std::ranges::any_of(program.window.findChildren<CopyQuestion *>(), [](const CopyQuestion *question) { return question->own(); });
        };
        for (const bool isFileAsked : {false, true}) { // the prompt names none
            program.window.actions().action(u"file.exportBundle"_s)->trigger();
            QVERIFY(isOpen());
            auto *dialog = program.find<CopyDialog>(u"copyDialog"_s);
            if (isFileAsked)
                dialog->findChild<QPushButton *>(u"copyConfirm"_s)->click();
            else
                dialog->reject();
            QTRY_VERIFY(!program.find<CopyDialog>(u"copyDialog"_s));
            QVERIFY(!isOpen());
        }
        program.window.actions().action(u"file.exportBundle"_s)->trigger();
        program.library.close(program.workbench.current());
        QTRY_VERIFY(!isOpen());
    }

    void leavesNothingWhenItIsNotToBe()
    {
        const QTemporaryDir folder;
        ProgramWithStore program;
        const auto confirm = [&] {
            program.window.actions().action(u"file.exportBundle"_s)->trigger();
            auto *dialog = program.find<CopyDialog>(u"copyDialog"_s);
            dialog->findChild<QPushButton *>(u"copyConfirm"_s)->click();
            QTRY_VERIFY(!program.find<CopyDialog>(u"copyDialog"_s));
        };
        program.prompt.saveFile.clear(); // thought better of
        confirm();
        program.prompt.saveFile = folder.filePath(u"no/such/folder/a.assay"_s);
        confirm();
        const auto *message = program.find<QLabel>(u"message"_s);
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains("a.assay"_L1), 30'000);
        QVERIFY(QDir(folder.path()).isEmpty());
        // The dialog asks about the file that was named, and not about the one that this becomes.
        QFile there(folder.filePath(u"kept.assay"_s));
        QVERIFY(there.open(QIODevice::ReadWrite));
        there.write("another");
        there.flush();
        program.prompt.saveFile = folder.filePath(u"kept"_s);
        confirm();
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains("kept.assay"_L1), 30'000);
        QFile still(there.fileName());
        QVERIFY(still.open(QIODevice::ReadOnly));
        QCOMPARE(still.readAll(), QByteArray("another"));
    }
};

QTEST_MAIN(BundleWindowTest)
#include "tst_bundlewindow.moc"
