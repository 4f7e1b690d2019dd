// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the cells and headers of a comparison.
#include "widgets/panels/compare/comparepanel.h"
#include "models/domain/memberid.h"
#include "widgets/panels/compare/comparetable.h"
#include "widgets/panels/compare/textdiffview.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// A value that is longer than this, or has several lines, is shown beside the baseline's below the table.
constexpr qsizetype LongText = 40;

} // namespace

void ComparePanel::connectTable()
{
    connect(m_table->selection(), &QItemSelectionModel::currentChanged, this, [this] {
        m_dismissed.clear();
        updateTextDiff();
    });
    connect(m_textDiff, &TextDiffView::closeRequested, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        const DiffRow *row = current.isValid() ? m_model.diffRow(current.row()) : nullptr;
        m_dismissed = row ? row->key : QString();
        m_textDiff->hide();
        m_shownTexts.reset();
    });
    connect(m_table, &CompareTable::foldRequested, this, &ComparePanel::fold);
    connect(m_table, &CompareTable::runMoved, this, &ComparePanel::moveRun);
    connect(m_table, &CompareTable::headerMenuRequested, this, &ComparePanel::showHeaderMenu);
    connect(m_table, &CompareTable::cellMenuRequested, this, &ComparePanel::showCellMenu);
    auto *copy = new QAction(tr("Copy"), this);
    copy->setObjectName(u"compareCopy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ComparePanel::copyCells);
    m_table->addAction(copy);
}

ComparePanel::CurrentCell ComparePanel::currentCell() const
{
    const QModelIndex index = m_table->currentIndex();
    const DiffRow *row = index.isValid() ? m_model.diffRow(index.row()) : nullptr;
    if (!row)
        return {};
    return {row->section, row->key, m_model.headerData(index.column(), Qt::Horizontal, CompareModel::RunRole).toString()};
}

void ComparePanel::restore(const CurrentCell &cell)
{
    const int row = cell.section ? m_model.rowOf(*cell.section, cell.key) : -1;
    if (row < 0)
        return;
    int column = 0;
    for (int i = 1; i < m_model.columnCount() && !cell.run.isEmpty(); ++i)
        if (m_model.headerData(i, Qt::Horizontal, CompareModel::RunRole).toString() == cell.run)
            column = i;
    const QString dismissed = m_dismissed;
    m_table->selection()->setCurrentIndex(m_model.index(row, column), QItemSelectionModel::ClearAndSelect);
    m_dismissed = dismissed;
}

// Of the current cell's run and the baseline; of a key, or the baseline itself, of the next run.
std::optional<ComparePanel::ShownTexts> ComparePanel::wantedTexts() const
{
    const QModelIndex index = m_table->currentIndex();
    const DiffRow *row = index.isValid() ? m_model.diffRow(index.row()) : nullptr;
    if (!row || row->key == m_dismissed)
        return {};
    const Comparison &comparison = *m_model.comparison();
    const qsizetype left = comparison.diff->baseline(), right = std::max(index.column() - 1, 1);
    const auto text = [&](qsizetype run) { return diffValueText(*row, comparison.diff->value(*row, run)); };
    ShownTexts texts{row->section, row->key, left, right, runKey(comparison.runs[left].ref), runKey(comparison.runs[right].ref), text(left), text(right)};
    const bool areFiles = row->section == DiffSection::Artifacts;
    const bool areLong = std::max(texts.from.size(), texts.to.size()) > LongText || texts.from.contains(u'\n') || texts.to.contains(u'\n');
    const bool areShown = areFiles ? !texts.from.isEmpty() && !texts.to.isEmpty() && right != left : areLong;
    return areShown ? std::optional(std::move(texts)) : std::nullopt;
}

// Texts that have not changed stay as they are, with what was unfolded and selected in them.
void ComparePanel::updateTextDiff()
{
    std::optional<ShownTexts> wanted = wantedTexts();
    m_textDiff->setVisible(wanted.has_value());
    const std::optional<ShownTexts> shown = std::exchange(m_shownTexts, wanted);
    if (!wanted)
        return;
    const auto name = [&](qsizetype run) { return m_model.headerData(int(run) + 1, Qt::Horizontal, Qt::DisplayRole).toString(); };
    const TextDiffView::Titles titles{wanted->key, name(wanted->left), name(wanted->right)};
    const auto place = [](const ShownTexts &texts) { return std::tie(texts.section, texts.key, texts.leftId, texts.rightId); };
    if (shown && place(*shown) == place(*wanted)) {
        m_textDiff->setTitles(titles);
    } else {
        m_textDiff->setDiff(titles, nullptr);
        // The table has become lower: its current cell stays in view.
        QMetaObject::invokeMethod(this, [this] { m_table->scrollToCurrent(); }, Qt::QueuedConnection);
    }
    if (shown && place(*shown) == place(*wanted) && shown->from == wanted->from && shown->to == wanted->to)
        return;
    if (wanted->section == DiffSection::Artifacts)
        Q_EMIT fileDiffRequested(wanted->key, m_model.comparison()->runs[wanted->left].ref, m_model.comparison()->runs[wanted->right].ref);
    else
        Q_EMIT textDiffRequested(wanted->from, wanted->to);
}

void ComparePanel::setTextDiffProblem(const QString &problem)
{
    m_textDiff->showProblem(problem);
}

void ComparePanel::setTextDiff(std::shared_ptr<const SideBySide> diff)
{
    m_textDiff->showDiff(std::move(diff));
}

void ComparePanel::showHeaderMenu(int section, const QPoint &globalPosition)
{
    const QString run = m_model.headerData(section, Qt::Horizontal, CompareModel::RunRole).toString();
    if (run.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("baseline"_L1), tr("Use as Baseline"), this, [this, run] { makeBaseline(run); });
    const QString id = m_model.comparison()->runs[section - 1].ref.run.value;
    menu->addAction(icon("copy"_L1), tr("Copy Run Id"), this, [id] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(globalPosition);
}

void ComparePanel::showCellMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    if (!m_model.diffRow(index.row()))
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
    menu->popup(globalPosition);
}

void ComparePanel::copyRows(TextFormat format)
{
    if (const TextTable table = m_model.textTable(m_table->selectedRows()); table.rowCount > 0)
        QGuiApplication::clipboard()->setText(textTable(table, format));
}

// Cells as they were logged, tabs between columns; of whole rows with the names of the runs above them.
void ComparePanel::copyCells()
{
    const QItemSelection selection = m_table->selection()->selection();
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
