// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/markdownview.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxMarkdown = 100'000; // characters
constexpr qsizetype MaxTables = 100;       // each costs the more the more there are
constexpr qsizetype MaxColumns = 60;       // of a table
constexpr int MaxLinedCells = 2'000;       // each has a format of its own
constexpr qsizetype MaxNesting = 24;       // of quotes and lists

// A line below each row and nothing else: the columns are seen by their alignment.
void styleTable(QTextTable &table, const QColor &line)
{
    QTextTableFormat format = table.format();
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(4);
    format.setTopMargin(6);
    format.setBottomMargin(6);
    table.setFormat(format);
    if (table.rows() * table.columns() > MaxLinedCells)
        return;
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            QTextTableCellFormat look = cell.format().toTableCellFormat();
            look.setTopPadding(4);
            look.setBottomPadding(4);
            look.setLeftPadding(column == 0 ? 4 : 12);
            look.setRightPadding(4);
            look.setBottomBorder(1);
            look.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            look.setBottomBorderBrush(line);
            cell.setFormat(look);
        }
    }
}

} // namespace

MarkdownView::MarkdownView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"previewMarkdown"_s);
    setAccessibleName(tr("Content of the file"));
    setProperty("frameless", true);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::linkActivated);
}

bool MarkdownView::canShow(const QString &markdown)
{
    if (markdown.size() > MaxMarkdown)
        return false;
    qsizetype tables = 0;
    for (const QStringView line : QStringView(markdown).split(u'\n')) {
        qsizetype indent = 0, quotes = 0;
        for (const QChar c : line) {
            if (c == u'>')
                ++quotes;
            else if (c == u' ' || c == u'-' || c == u'*' || c == u'+')
                ++indent;
            else
                break;
        }
        tables += line.contains("|-"_L1) || line.contains("-|"_L1) || line.contains("| -"_L1) || line.contains("|:"_L1);
        if (tables > MaxTables || line.count(u'|') > MaxColumns || quotes > MaxNesting || indent > 4 * MaxNesting)
            return false;
    }
    return true;
}

void MarkdownView::setMarkdownText(const QString &markdown)
{
    // Finished before it is shown: changed in view, every block would be laid out anew for each change.
    auto *fresh = new QTextDocument(this); // a child of this, so that it asks loadResource()
    fresh->setDefaultFont(font());
    fresh->setDocumentMargin(12);
    fresh->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    updateLook(*fresh);
    const QPointer<QTextDocument> old = document(); // the first one is deleted by Qt
    setDocument(fresh);
    delete old;
    verticalScrollBar()->setValue(0);
}

// Qt's Markdown comes without any air, and with headings for posters.
void MarkdownView::updateLook(QTextDocument &document) const
{
    const QColor codeBackground = Theme::of(palette()).color(ColorRole::Hover);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const bool isCode = format.hasProperty(QTextFormat::BlockCodeFence);
        const bool wasCode = isCode && block.previous().isValid() && block.previous().blockFormat().hasProperty(QTextFormat::BlockCodeFence);
        const int level = format.headingLevel();
        if (cursor.currentTable())
            continue; // a cell has its padding
        format.setTopMargin(level > 0 ? 14 : isCode && !wasCode ? 6 : isCode || block.textList() ? 0 : 6);
        format.setBottomMargin(isCode ? 0 : block.textList() ? 1 : 6);
        format.setLineHeight(isCode ? 100 : 125, QTextBlockFormat::ProportionalHeight);
        if (isCode)
            format.setBackground(codeBackground);
        cursor.setBlockFormat(format);
        if (level > 0) {
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat heading;
            heading.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 2 : level == 2 ? 1 : 0); // 1.5, 1.2, 1
            cursor.mergeCharFormat(heading);
        }
    }
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        styleTable(*table, Theme::of(palette()).color(ColorRole::Border));
    }
    cursor.endEditBlock();
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook(*document());
}

QVariant MarkdownView::loadResource(int type, const QUrl &)
{
    // Without any answer Qt would look for the file itself.
    if (type == QTextDocument::ImageResource)
        return icon("image"_L1, ColorRole::Muted).pixmap(16, 16);
    return QByteArray();
}

} // namespace Assay
