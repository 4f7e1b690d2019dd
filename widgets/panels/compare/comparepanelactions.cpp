// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the cells and headers of a comparison.
#include "widgets/panels/compare/comparegrid.h"
#include "widgets/panels/compare/compareheader.h"
#include "widgets/panels/compare/comparepanel.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Assay {

void ComparePanel::connectViews()
{
    connect(m_keys->verticalScrollBar(), &QScrollBar::valueChanged, m_values->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_values->verticalScrollBar(), &QScrollBar::valueChanged, m_keys->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_values->header(), &CompareHeader::runMoved, this, &ComparePanel::moveRun);
    connect(m_values->header(), &QHeaderView::customContextMenuRequested, this, &ComparePanel::showHeaderMenu);
    auto *copy = new QAction(tr("Copy"), this);
    copy->setObjectName(u"compareCopy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ComparePanel::copyCells);
    m_keys->addAction(copy);
    m_values->addAction(copy);
}

void ComparePanel::showHeaderMenu(const QPoint &position)
{
    const int section = m_values->header()->logicalIndexAt(position);
    const QString run = m_model.headerData(section, Qt::Horizontal, CompareModel::RunRole).toString();
    if (run.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("baseline"_L1), tr("Use as Baseline"), this, [this, run] { makeBaseline(run); });
    menu->addAction(icon("copy"_L1), tr("Copy Run Id"), this, [run] { QGuiApplication::clipboard()->setText(run); });
    menu->popup(m_values->header()->mapToGlobal(position));
}

void ComparePanel::showCellMenu(CompareGrid *view, const QPoint &position)
{
    const QModelIndex index = view->indexAt(position);
    if (!index.isValid() || !m_model.diffRow(index.row()))
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"compareCellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("copy"_L1), tr("Copy"), this, &ComparePanel::copyCells);
    QMenu *rows = menu->addMenu(tr("Copy rows as"));
    const std::pair<TextFormat, QString> formats[] = {{TextFormat::Tsv, tr("Table for spreadsheets (TSV)")}, {TextFormat::Csv, tr("CSV")},
                                                      {TextFormat::Markdown, tr("Markdown")}, {TextFormat::Latex, tr("LaTeX")}, {TextFormat::Json, tr("JSON")}};
    for (const auto &[format, title] : formats)
        rows->addAction(title, this, [this, format = format] { copyRows(format); });
    menu->popup(view->viewport()->mapToGlobal(position));
}

QList<int> ComparePanel::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_keys->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void ComparePanel::copyRows(TextFormat format)
{
    if (const TextTable table = m_model.textTable(selectedRows()); table.rowCount > 0)
        QGuiApplication::clipboard()->setText(textTable(table, format));
}

// Cells as they were logged, tabs between columns; of whole rows with the names of the runs above them.
void ComparePanel::copyCells()
{
    const QItemSelection selection = m_keys->selectionModel()->selection();
    const bool areRows = std::any_of(selection.begin(), selection.end(), [](const QItemSelectionRange &range) { return range.left() == 0; });
    if (areRows)
        return copyRows(TextFormat::Tsv);
    QModelIndexList selected = selection.indexes();
    std::sort(selected.begin(), selected.end());
    QString text;
    for (qsizetype i = 0; i < selected.size(); ++i) {
        if (i > 0)
            text += selected[i].row() == selected[i - 1].row() ? u'\t' : u'\n';
        text += selected[i].data(CompareModel::FullTextRole).toString();
    }
    if (!selected.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace Assay
