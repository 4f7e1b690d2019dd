// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/previewtableview.h"

#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int CellPadding = 6;
constexpr int MinWidth = 56;
constexpr int MaxWidth = 360;

// Cells with air at both sides, as the headers have it.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        QStyleOptionViewItem padded = option;
        padded.rect.adjust(CellPadding, 0, -CellPadding, 0);
        QStyledItemDelegate::paint(painter, padded, index);
    }
};

} // namespace

PreviewTableView::PreviewTableView(QWidget *parent) : QTableView(parent)
{
    setObjectName(u"previewTable"_s);
    setAccessibleName(tr("Content of the file"));
    setModel(&m_model);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(ContiguousSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(26);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setFont(tabularFont(font()));
    auto *copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &PreviewTableView::copySelected);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PreviewTableView::setTable(const TablePreview &table)
{
    m_model.setTable(table);
    verticalHeader()->show();
    fitColumns();
}

void PreviewTableView::setArchive(const ArchivePreview &archive)
{
    m_model.setArchive(archive);
    verticalHeader()->hide();
    fitColumns();
}

void PreviewTableView::fitColumns()
{
    const QFontMetrics metrics(font());
    const auto widthOf = [&metrics](const QString &text) { return metrics.horizontalAdvance(text.left(80)); };
    const int columns = m_model.columnCount();
    for (int column = 0; column < columns; ++column) {
        const QString header = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = std::max(widthOf(header), widthOf(m_model.sampleText(column))) + 4 * CellPadding;
        setColumnWidth(column, std::clamp(width, MinWidth, MaxWidth));
    }
    horizontalHeader()->setStretchLastSection(columns > 0 && !m_model.isNumeric(columns - 1));
    scrollToTop();
}

void PreviewTableView::copySelected() const
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    std::ranges::sort(cells, {}, [](const QModelIndex &cell) { return std::pair(cell.row(), cell.column()); });
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells[i].row() == cells[i - 1].row() ? u'\t' : u'\n';
        text += cells[i].data().toString();
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Assay
