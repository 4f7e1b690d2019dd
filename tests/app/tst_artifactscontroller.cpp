// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/artifactscontroller.h"
#include "app/controllers/rootmappingguess.h"
#include "app/prompt.h"
#include "models/store/openstore.h"
#include "tests/support/testing.h"
#include "widgets/panels/artifacts/artifactspanel.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// Answers ahead of time.
class FixedPrompt final : public Prompt
{
public:
    QString path;

    void chooseFolder(QWidget *, const QString &, PathAnswer answer) override { answer(path); }
    void chooseFile(QWidget *, const QString &, const QString &, PathAnswer answer) override { answer(path); }
    void chooseSaveFile(QWidget *, const QString &, const QString &, const QString &, PathAnswer answer) override { answer(path); }
    void tell(QWidget *, const QString &, const QString &, const QString &) override {}
    void confirm(QWidget *, const QString &, const QString &, const QString &, const QString &, std::function<void()> confirmed) override { confirmed(); }
};

} // namespace

class ArtifactsControllerTest : public QObject
{
    Q_OBJECT

    QString m_mlruns;
    QString m_runFolder; // of the run that has artifacts of every kind
    std::unique_ptr<StoreRegistry> m_registry;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<RunView> m_view;
    FixedPrompt m_prompt;
    std::unique_ptr<ArtifactsController> m_controller;
    std::unique_ptr<QWidget> m_panel;

    ArtifactsPanel &panel() { return static_cast<ArtifactsPanel &>(*m_panel); }
    // What is visible of the preview once everything has been read.
    QString shownView(const QString &path)
    {
        m_controller->showArtifact(path);
        if (!QTest::qWaitFor([&] { return panel().currentPath() == path && !m_controller->isBusy(); }, 30'000))
            return u"(nothing)"_s;
        for (const auto *name : {"previewText", "previewTable", "previewImage", "previewMarkdown", "previewMessage"})
            if (const auto *view = m_panel->findChild<QWidget *>(QString::fromLatin1(name)); view && view->isVisible())
                return QString::fromLatin1(name);
        return u"(no view)"_s;
    }

private Q_SLOTS:
    void init()
    {
        m_mlruns = fixtureCopy(u"file-2.22/mlruns"_s);
        QDirIterator it(m_mlruns, {u"loss.png"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(it.hasNext());
        m_runFolder = QDir::cleanPath(it.next() + "/../../.."_L1);
        m_registry = std::make_unique<StoreRegistry>(allStoreFormats());
        SilentJob job;
        const auto candidate = m_registry->locate(m_mlruns, job);
        VERIFY_RESULT(candidate);
        m_store = std::make_unique<OpenStore>(*m_registry, *candidate, OpenOptions{});
        QTRY_VERIFY_WITH_TIMEOUT(m_store->state() == OpenStore::State::Ready, 30'000);
        m_view = std::make_unique<RunView>();
        m_controller = std::make_unique<ArtifactsController>(*m_view, m_prompt, nullptr);
        m_panel.reset(m_controller->widget());
        m_panel->resize(900, 600);
        m_panel->show();
        m_view->setTable(m_store->runs(), true);
        m_controller->setStore(m_store.get());
        m_view->setCurrentRun(RunRef{ExperimentId(QFileInfo(m_runFolder).dir().dirName()), RunId(QFileInfo(m_runFolder).fileName())});
    }
    void cleanup()
    {
        m_controller.reset();
        m_panel.reset();
        m_view.reset();
        m_store.reset();
    }

    void showsEveryKindOfFile()
    {
        QCOMPARE(shownView(u"figures/loss.png"_s), u"previewImage"_s);
        QCOMPARE(shownView(u"figures/loss.svg"_s), u"previewImage"_s);
        QCOMPARE(shownView(u"images_broken/broken.png"_s), u"previewMessage"_s);
        QCOMPARE(shownView(u"tables/small.csv"_s), u"previewTable"_s);
        QCOMPARE(shownView(u"tables/long.tsv"_s), u"previewTable"_s);
        QCOMPARE(shownView(u"text/README.md"_s), u"previewMarkdown"_s);
        QCOMPARE(shownView(u"notebooks/explore.ipynb"_s), u"previewMarkdown"_s);
        QCOMPARE(shownView(u"text/utf16.txt"_s), u"previewText"_s);
        QCOMPARE(shownView(u"text/empty.txt"_s), u"previewText"_s);
        QCOMPARE(shownView(u"html/report.html"_s), u"previewText"_s);
        QCOMPARE(shownView(u"names/with space/and%percent+plus#hash.txt"_s), u"previewText"_s);
    }

    void savesACopy()
    {
        QCOMPARE(shownView(u"figures/loss.png"_s), u"previewImage"_s);
        QTemporaryDir folder;
        m_prompt.path = folder.path() + "/copy.png"_L1;
        m_panel->findChild<QToolButton *>(u"previewSave"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_prompt.path), 10'000);
        QFile original(m_runFolder + "/artifacts/figures/loss.png"_L1), copy(m_prompt.path);
        QVERIFY(original.open(QIODevice::ReadOnly));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), original.readAll());
    }

    void aFileThatIsThereIsReplaced()
    {
        QCOMPARE(shownView(u"figures/loss.png"_s), u"previewImage"_s);
        QTemporaryDir folder;
        m_prompt.path = folder.path() + "/copy.png"_L1;
        QFile existing(m_prompt.path);
        QVERIFY(existing.open(QIODevice::WriteOnly) && existing.write("old") == 3);
        existing.close();
        m_panel->findChild<QToolButton *>(u"previewSave"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_prompt.path).size() > 3, 10'000);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"copy.png"_s});
    }

    void aCopyThatFailsLeavesWhatWasThere()
    {
        QCOMPARE(shownView(u"figures/loss.png"_s), u"previewImage"_s);
        QTemporaryDir folder;
        m_prompt.path = folder.path() + "/copy.png"_L1;
        QFile existing(m_prompt.path);
        QVERIFY(existing.open(QIODevice::WriteOnly));
        existing.write("precious");
        existing.close();
        QVERIFY(QFile::remove(m_runFolder + "/artifacts/figures/loss.png"_L1));
        QSignalSpy failed(m_controller.get(), &PageController::failed);
        m_panel->findChild<QToolButton *>(u"previewSave"_s)->click();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(existing.open(QIODevice::ReadOnly));
        QCOMPARE(existing.readAll(), QByteArray("precious"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void guessesWhatAFolderStandsFor()
    {
        QTemporaryDir here;
        QVERIFY(QDir().mkpath(here.path() + "/mlruns/1/abc/artifacts"_L1));
        const QString uri = u"/old/place/mlruns/1/abc/artifacts"_s;
        // The very folder, the store's folder, and the one above it mean the same.
        const RootMapping same{u"/old/place"_s, here.path()};
        QCOMPARE(guessRootMapping(uri, here.path() + "/mlruns/1/abc/artifacts"_L1), same);
        QCOMPARE(guessRootMapping(uri, here.path() + "/mlruns"_L1), (RootMapping{u"/old/place/mlruns"_s, here.path() + "/mlruns"_L1}));
        QCOMPARE(guessRootMapping(uri, here.path()), same);
        QCOMPARE(guessRootMapping(u"s3://bucket/mlruns/1/abc/artifacts"_s, here.path()), (RootMapping{u"s3://bucket"_s, here.path()}));
        QVERIFY(QDir().mkpath(here.path() + "/copied"_L1));
        QCOMPARE(guessRootMapping(uri, here.path() + "/copied"_L1), (RootMapping{uri, here.path() + "/copied"_L1}));
    }
};

QTEST_MAIN(ArtifactsControllerTest)
#include "tst_artifactscontroller.moc"
