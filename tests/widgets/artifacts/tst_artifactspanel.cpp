// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/artifactspanel.h"
#include "widgets/panels/artifacts/codehighlighter.h"
#include "widgets/panels/artifacts/imageview.h"
#include "widgets/text/markdownview.h"
#include "widgets/panels/artifacts/previewpane.h"
#include "widgets/panels/artifacts/textview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QTreeView>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const RunRef A{ExperimentId(u"1"_s), RunId(u"aaaa"_s)};
const RunRef B{ExperimentId(u"1"_s), RunId(u"bbbb"_s)};

ArtifactListing root()
{
    return {u"file:///old/artifacts"_s, u"/here/artifacts"_s, true, {},
            {{u"notes.txt"_s, false, 5, false}, {u"figures"_s, true, 0, false}, {u"l"_s, false, 0, true}}};
}

ArtifactListing figures()
{
    return {u"file:///old/artifacts"_s, u"/here/artifacts"_s, true, {}, {{u"figures/a.png"_s, false, 100, false}}};
}

Preview preview(Preview::Content content, PreviewKind kind = PreviewKind::Text)
{
    return {{kind, {}}, 5, {}, std::move(content)};
}

template <typename T>
T *child(QWidget &widget, const QString &name)
{
    T *found = widget.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

} // namespace

class ArtifactsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A tree that gets the focus makes its first row current by itself.
    void theFocusChoosesNothing()
    {
        ArtifactsPanel panel;
        panel.show();
        QSignalSpy previews(&panel, &ArtifactsPanel::previewRequested);
        panel.setRun(ArtifactRun{A, u"svc"_s, 0, 0, 2});
        panel.showArtifact(u"figures/a.png"_s);
        panel.setListing(A, {}, root());
        QFocusEvent focus(QEvent::FocusIn, Qt::ActiveWindowFocusReason);
        QCoreApplication::sendEvent(child<QTreeView>(panel, u"artifactsTree"_s), &focus);
        QCOMPARE(previews.count(), 0);
        panel.setListing(A, u"figures"_s, figures());
        QCOMPARE(panel.currentPath(), u"figures/a.png"_s);
        QCOMPARE(previews.count(), 1);
    }

    void everyWayToChooseAsksOnce()
    {
        ArtifactsPanel panel;
        panel.resize(900, 500);
        panel.show();
        QSignalSpy previews(&panel, &ArtifactsPanel::previewRequested);
        panel.setRun(ArtifactRun{A, u"svc"_s, 0, 0, 2});
        panel.setListing(A, {}, root());
        auto *tree = child<QTreeView>(panel, u"artifactsTree"_s);
        const auto click = [tree](int row) {
            QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(tree->model()->index(row, 0)).center());
        };
        click(2);
        QCOMPARE(previews.count(), 1);
        QCOMPARE(previews[0][1].toString(), u"notes.txt"_s);
        QCOMPARE(panel.currentPath(), u"notes.txt"_s);
        click(2);
        QCOMPARE(previews.count(), 1);
        QTest::keyClick(tree, Qt::Key_Up);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(previews.count(), 2);
        click(0);
        QCOMPARE(previews.count(), 2);
        QCOMPARE(child<QLabel>(panel, u"previewMessage"_s)->text(), u"A folder. Choose a file in it."_s);
    }

    void asksAndShows()
    {
        ArtifactsPanel panel;
        panel.resize(900, 500);
        panel.show();
        QSignalSpy listings(&panel, &ArtifactsPanel::listingRequested);
        QSignalSpy previews(&panel, &ArtifactsPanel::previewRequested);
        QVERIFY(child<QLabel>(panel, u"artifactsMessage"_s)->isVisible());
        QVERIFY(!panel.isBusy());

        panel.setRun(ArtifactRun{A, u"svc"_s, 0, 0, 2});
        QCOMPARE(listings.count(), 1);
        QVERIFY(panel.isBusy());
        panel.setListing(A, {}, root());
        QVERIFY(!panel.isBusy());
        auto *tree = child<QTreeView>(panel, u"artifactsTree"_s);
        QVERIFY(tree->isVisible());
        tree->setCurrentIndex(tree->model()->index(2, 0));
        QCOMPARE(previews.count(), 1);
        QCOMPARE(previews[0][1].toString(), u"notes.txt"_s);
        QCOMPARE(previews[0][2].toLongLong(), 5);
        QVERIFY(panel.isBusy());

        // The answer about another run or another file is not shown.
        panel.setPreview(B, u"notes.txt"_s, preview(TextPreview{u"wrong"_s, {}, false}));
        panel.setPreview(A, u"other.txt"_s, preview(TextPreview{u"wrong"_s, {}, false}));
        QVERIFY(panel.isBusy());
        panel.setPreview(A, u"notes.txt"_s, preview(TextPreview{u"right\n"_s, {}, false}));
        QVERIFY(!panel.isBusy());
        auto *text = child<TextView>(panel, u"previewText"_s);
        QVERIFY(text->isVisible());
        QCOMPARE(text->toPlainText(), u"right"_s);
    }

    void keepsTheFileWhenTheRunChanges()
    {
        ArtifactsPanel panel;
        QSignalSpy listings(&panel, &ArtifactsPanel::listingRequested);
        QSignalSpy previews(&panel, &ArtifactsPanel::previewRequested);
        panel.showArtifact(u"figures/a.png"_s);
        panel.setRun(ArtifactRun{A, u"a"_s, 0, 0, 2});
        panel.setListing(A, {}, root());
        QCOMPARE(listings.count(), 2);
        QCOMPARE(listings[1][1].toString(), u"figures"_s);
        panel.setListing(A, u"figures"_s, figures());
        QCOMPARE(previews.count(), 1);
        QCOMPARE(panel.currentPath(), u"figures/a.png"_s);

        panel.setRun(ArtifactRun{B, u"b"_s, 1, 1, 2});
        QCOMPARE(panel.currentPath(), QString());
        panel.setListing(B, {}, root());
        panel.setListing(B, u"figures"_s, figures());
        QCOMPARE(previews.count(), 2);
        QCOMPARE(previews[1][0].value<RunRef>(), B);
        QCOMPARE(panel.currentPath(), u"figures/a.png"_s);

        // The same run with another name or place is no reason to read anything again.
        panel.setRun(ArtifactRun{B, u"renamed"_s, 1, 0, 2});
        QCOMPARE(panel.currentPath(), u"figures/a.png"_s);
        QCOMPARE(listings.count(), 4);
    }

    void saysWhyThereIsNothing()
    {
        ArtifactsPanel panel;
        panel.show();
        QSignalSpy mapping(&panel, &ArtifactsPanel::rootMappingRequested);
        auto *message = child<QLabel>(panel, u"artifactsMessage"_s);
        auto *map = child<QPushButton>(panel, u"artifactsMap"_s);
        panel.setRun(ArtifactRun{A, u"a"_s});
        panel.setListing(A, {}, ArtifactListing{u"s3://bucket/x"_s, {}, false, u"Not here: recorded as s3://bucket/x."_s, {}});
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(), u"Not here: recorded as s3://bucket/x."_s);
        QVERIFY(map->isVisible());
        map->click();
        QCOMPARE(mapping[0][0].toString(), u"s3://bucket/x"_s);

        panel.setRun(ArtifactRun{B, u"b"_s});
        panel.setListing(B, {}, ArtifactListing{u"file:///x"_s, u"/x"_s, true, {}, {}});
        QVERIFY(message->isVisible());
        QVERIFY(!map->isVisible());
        panel.setRun(ArtifactRun{A, u"a"_s});
        panel.setListing(A, {}, Error{ErrorCode::Unreadable, u"No <b>permission</b>."_s, {}});
        QCOMPARE(message->text(), u"No <b>permission</b>."_s);
        QCOMPARE(message->textFormat(), Qt::PlainText);
    }

    void copiesThePathAndAsksForTheRest()
    {
        ArtifactsPanel panel;
        QSignalSpy saved(&panel, &ArtifactsPanel::saveRequested);
        QSignalSpy opened(&panel, &ArtifactsPanel::openFolderRequested);
        panel.showArtifact(u"figures/a.png"_s);
        panel.setRun(ArtifactRun{A, u"a"_s});
        panel.setListing(A, {}, root());
        QVERIFY(!child<QToolButton>(panel, u"previewSave"_s)->isEnabled());
        panel.setListing(A, u"figures"_s, figures());
        child<QToolButton>(panel, u"previewSave"_s)->click();
        child<QToolButton>(panel, u"previewOpenFolder"_s)->click();
        child<QToolButton>(panel, u"previewCopyPath"_s)->click();
        QCOMPARE(saved[0][1].toString(), u"figures/a.png"_s);
        QCOMPARE(opened[0][0].toString(), u"/here/artifacts/figures"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/here/artifacts/figures/a.png"_s);
    }

    void showsEveryKind_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<int>("content");
        QTest::newRow("text") << u"previewText"_s << 1;
        QTest::newRow("table") << u"previewTable"_s << 2;
        QTest::newRow("image") << u"previewImage"_s << 3;
        QTest::newRow("archive") << u"previewTable"_s << 4;
        QTest::newRow("hex") << u"previewText"_s << 5;
        QTest::newRow("failure") << u"previewMessage"_s << 0;
    }
    void showsEveryKind()
    {
        QFETCH(QString, view);
        QFETCH(int, content);
        const Preview::Content contents[] = {PreviewFailure{PreviewFailure::Reason::Damaged, 0, u"why"_s}, TextPreview{u"x"_s, u"python"_s, false},
                                             TablePreview{{u"a"_s}, {{u"1"_s}}}, ImagePreview{{1, 1}, {1, 1}, QByteArray("\xff\0\0\xff", 4)},
                                             ArchivePreview{{{u"a"_s, {}, 1, false}}}, HexPreview{"\1\2\3"}};
        PreviewPane pane;
        pane.resize(600, 400);
        pane.show();
        Preview value = preview(contents[content]);
        value.notes = {{PreviewNote::Kind::RunsCode, 0, 0}};
        pane.setPreview(u"dir/file"_s, value);
        QVERIFY(child<QWidget>(pane, view)->isVisible());
        QVERIFY(child<QLabel>(pane, u"previewNotes"_s)->isVisible());
        QVERIFY(!pane.grab().toImage().isNull());
        pane.clear(u"nothing"_s);
        QVERIFY(!child<QLabel>(pane, u"previewNotes"_s)->isVisible());
    }

    void markdownLoadsNothing()
    {
        QTemporaryDir folder;
        QImage marker(30, 30, QImage::Format_RGB32);
        marker.fill(QColor(1, 254, 3));
        const QString path = folder.path() + "/marker.png"_L1;
        QVERIFY(marker.save(path));
        MarkdownView view;
        view.resize(300, 300);
        view.setMarkdownText(u"# Title\n\n![a](file://%1)\n\n![b](%1)\n\n<img src=\"%1\"><table><tr><td>x</td></tr></table>\n"_s.arg(path));
        view.show();
        const QImage grabbed = view.grab().toImage();
        for (int y = 0; y < grabbed.height(); ++y)
            for (int x = 0; x < grabbed.width(); ++x)
                QVERIFY(grabbed.pixel(x, y) != qRgb(1, 254, 3));
        QVERIFY(view.toPlainText().contains(u"<img src"));
        QVERIFY(MarkdownView::canShow(u"# a\n- b\n  - c\n"_s));
        QVERIFY(!MarkdownView::canShow(QString(300'000, u'x')));
        QVERIFY(!MarkdownView::canShow(QString(2000, u'>') + u" deep"_s));
        QVERIFY(!MarkdownView::canShow(QString(200, u'|')));
        QVERIFY(!MarkdownView::canShow(u"| a |\n|---|\n| 1 |\n\n"_s.repeated(500)));
    }

    void linksAreTold()
    {
        PreviewPane pane;
        pane.show();
        QSignalSpy opened(&pane, &PreviewPane::linkOpenRequested);
        pane.setPreview(u"a.md"_s, Preview{{PreviewKind::Markdown, u"markdown"_s}, 5, {}, TextPreview{u"[a](https://example.org)"_s, u"markdown"_s, true}});
        auto *markdown = child<MarkdownView>(pane, u"previewMarkdown"_s);
        QVERIFY(markdown->isVisible());
        Q_EMIT markdown->linkActivated(QUrl(u"file:///etc/passwd"_s));
        QVERIFY(child<QWidget>(pane, u"previewLink"_s)->isVisible());
        QVERIFY(!child<QToolButton>(pane, u"previewLinkOpen"_s)->isVisible());
        Q_EMIT markdown->linkActivated(QUrl(u"https://example.org"_s));
        QCOMPARE(opened.count(), 0);
        child<QToolButton>(pane, u"previewLinkOpen"_s)->click();
        QCOMPARE(opened.count(), 1);

        child<QToolButton>(pane, u"previewSource"_s)->click();
        QVERIFY(child<TextView>(pane, u"previewText"_s)->isVisible());
    }

    void picturesFitAndZoom()
    {
        ImageView view;
        view.resize(400, 300);
        view.show();
        view.setPreview({{800, 600}, {800, 600}, QByteArray(800 * 600 * 4, '\x7f')}, false);
        QVERIFY(view.isFitted());
        QVERIFY(view.zoom() < 0.5);
        view.setFitted(false);
        QCOMPARE(view.zoom(), 1.0);
        view.setPreview({{8, 8}, {8, 8}, QByteArray(8 * 8 * 4, '\x7f')}, false);
        view.setFitted(true);
        QCOMPARE(view.zoom(), 8.0);
        view.setPreview({{400, 400}, {200, 200}, QByteArray(400 * 400 * 4, '\x7f')}, true);
        view.setFitted(false);
        QCOMPARE(view.zoom(), 1.0);
        QVERIFY(!view.grab().toImage().isNull());
    }

    void coloursCode()
    {
        QTextDocument document;
        CodeHighlighter highlighter(&document);
        QPalette palette;
        highlighter.setPalette(palette);
        highlighter.setLanguage(u"python"_s);
        document.setPlainText(u"def f(x): # why\n    s = '''a\nif b''' + 'c' # d"_s);
        highlighter.rehighlight();
        const auto marked = [&](int line) {
            QStringList parts;
            const QTextBlock block = document.findBlockByNumber(line);
            for (const QTextLayout::FormatRange &range : block.layout()->formats())
                parts.append(block.text().mid(range.start, range.length));
            return parts;
        };
        QCOMPARE(marked(0), QStringList({u"def"_s, u"# why"_s}));
        QCOMPARE(marked(1), QStringList({u"'''a"_s}));
        QCOMPARE(marked(2), QStringList({u"if b'''"_s, u"'c'"_s, u"# d"_s}));
    }
};

QTEST_MAIN(ArtifactsPanelTest)
#include "tst_artifactspanel.moc"
