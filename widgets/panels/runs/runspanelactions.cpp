// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do in the runs panel: sort, choose columns, draw, copy, filter.
#include "models/items/displaytext.h"
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/runspanel.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// More cannot be compared or drawn, and would only cost time.
constexpr qsizetype SelectionLimit = 10'000;

} // namespace

void RunsPanel::connectTable()
{
    connect(m_table, &RunTableView::sortClicked, this, &RunsPanel::sortBy);
    connect(m_table, &RunTableView::headerMenuRequested, this, &RunsPanel::showHeaderMenu);
    connect(m_table, &RunTableView::cellMenuRequested, this, &RunsPanel::showCellMenu);
    connect(m_table, &RunTableView::eyeClicked, this, &RunsPanel::toggleEye);
    connect(m_table, &RunTableView::eyeToggled, this, &RunsPanel::toggleEyes);
    connect(m_table, &RunTableView::copyRequested, this, [this] { copyRows(TextFormat::Tsv); });
    connect(m_table, &RunTableView::columnsRequested, m_columnsButton, &QToolButton::click);
    connect(m_table, &RunTableView::facetRequested, this, &RunsPanel::showFacet);
    connect(m_table, &RunTableView::groupsRequested, m_groupButton, &QToolButton::click);
    connect(m_table, &RunTableView::activated, this, &RunsPanel::runActivated);
    connect(m_table, &RunTableView::filterFocusRequested, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_table, &RunTableView::selectionChanged, this, [this] {
        if (!m_isGivingSelection)
            m_selectionTimer.start(0);
    });
    connect(m_table, &RunTableView::columnsReordered, this, [this](const QList<ColumnKey> &columns) {
        RunTableState state = m_state;
        state.columns = columns;
        change(state);
    });
    connect(m_table, &RunTableView::widthsChanged, this, [this] {
        m_state.widths = m_table->widths();
        emit stateChanged(m_state);
    });
}

// The table's selection becomes the view's, as runs.
void RunsPanel::takeSelection()
{
    m_isGivingSelection = true;
    m_view.setSelectedRuns(selectedRuns());
    const QModelIndex current = m_table->currentIndex();
    const bool isRun = current.isValid() && !m_model.isGroup(current.row());
    m_view.setCurrentRun(isRun ? std::optional(m_model.runAt(current.row())) : std::nullopt);
    m_isGivingSelection = false;
}

// The view's selection becomes the table's again after rows came and went.
void RunsPanel::giveSelection()
{
    m_isGivingSelection = true;
    m_table->selectRuns(m_view.selectedRuns(), m_view.currentRun());
    m_isGivingSelection = false;
}

QList<RunRef> RunsPanel::selectedRuns() const
{
    return runsOf(m_table->selectedRows());
}

QList<RunRef> RunsPanel::runsOf(const QList<int> &rows) const
{
    QList<RunRef> runs;
    for (uint32_t row : m_model.tableRows(rows.mid(0, SelectionLimit))) {
        runs.append(m_view.table()->ref(row));
        if (runs.size() == SelectionLimit)
            break;
    }
    return runs;
}

QList<RunRef> RunsPanel::allSelectedRuns() const
{
    QList<RunRef> runs;
    for (uint32_t row : m_model.tableRows(m_table->selectedRows()))
        runs.append(m_view.table()->ref(row));
    return runs;
}

// A click sorts up, then down, then not at all; with Shift the key is added to those that are there.
void RunsPanel::sortBy(const ColumnKey &key, Qt::KeyboardModifiers modifiers)
{
    const auto query = parseQueryKey(columnKeyText(key));
    if (!query)
        return;
    RunTableState state = m_state;
    const auto same = [&](const SortKey &one) { return !one.expression.root && one.key == *query; };
    const auto found = std::find_if(state.sortKeys.begin(), state.sortKeys.end(), same);
    std::optional<SortKey> next = SortKey{*query, SortDirection::Ascending, false, {}};
    if (found != state.sortKeys.end()) {
        next = *found;
        next->direction = SortDirection::Descending;
        if (found->direction == SortDirection::Descending)
            next.reset();
    }
    if (!(modifiers & Qt::ShiftModifier)) {
        state.sortKeys = next ? QList{*next} : QList<SortKey>();
    } else if (found == state.sortKeys.end()) {
        state.sortKeys.append(*next);
    } else if (next) {
        *found = *next;
    } else {
        state.sortKeys.erase(found);
    }
    change(state);
}

void RunsPanel::setSort(const ColumnKey &key, SortDirection direction)
{
    if (const auto query = parseQueryKey(columnKeyText(key))) {
        RunTableState state = m_state;
        state.sortKeys = {SortKey{*query, direction, false, {}}};
        change(state);
    }
}

void RunsPanel::showColumns(const QList<ColumnKey> &keys, bool shown)
{
    RunTableState state = m_state;
    state.columns = columns();
    const QSet<ColumnKey> before(state.columns.begin(), state.columns.end()), changed(keys.begin(), keys.end());
    if (shown) {
        for (const ColumnKey &key : keys)
            if (!before.contains(key))
                state.columns.append(key);
    } else {
        const auto isChanged = [&](const ColumnKey &key) { return changed.contains(key); };
        state.columns.removeIf(isChanged);
        state.pinned.removeIf(isChanged);
    }
    change(state);
}

void RunsPanel::pinColumn(const ColumnKey &key, bool pinned)
{
    RunTableState state = m_state;
    state.pinned.removeAll(key);
    if (pinned)
        state.pinned.append(key);
    change(state);
}

// By all points of a metric instead of the last one.
void RunsPanel::addHistorySorts(QMenu &menu, const ColumnKey &key)
{
    QMenu *histories = menu.addMenu(tr("Sort by history"));
    const std::pair<QString, QString> functions[] = {
        {u"min"_s, tr("Least value")}, {u"max"_s, tr("Greatest value")}, {u"first"_s, tr("First value")}, {u"mean"_s, tr("Mean")},
        {u"std"_s, tr("Standard deviation")}, {u"argmin"_s, tr("Step of the least value")}, {u"argmax"_s, tr("Step of the greatest value")}};
    for (const auto &[function, title] : functions) {
        const bool startsHigh = function.endsWith("max"_L1);
        const QString written = u"%1(%2):%3"_s.arg(function, columnKeyText(key), startsHigh ? u"desc"_s : u"asc"_s);
        histories->addAction(title, this, [this, written] {
            const auto sort = parseSortKey(written);
            if (!sort)
                return;
            RunTableState state = m_state;
            state.sortKeys = {*sort};
            change(state);
        });
    }
}

void RunsPanel::showHeaderMenu(const ColumnKey &key, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Sort ascending"), this, [this, key] { setSort(key, SortDirection::Ascending); });
    menu->addAction(tr("Sort descending"), this, [this, key] { setSort(key, SortDirection::Descending); });
    if (key.group == ColumnGroup::Metric)
        addHistorySorts(*menu, key);
    menu->addAction(tr("Values…"), this, [this, key] { showFacet(key); });
    if (m_model.hasNumbers(key))
        addScaleActions(*menu, key);
    menu->addSeparator();
    menu->addAction(tr("Fit width"), this, [this, key] { m_table->fitColumn(key); });
    if (key != ColumnKey{ColumnGroup::Attribute, Attribute::RunName}) {
        const bool isPinned = m_table->pinned().contains(key);
        menu->addAction(isPinned ? tr("Unpin column") : tr("Pin column at the left"), this, [this, key, isPinned] { pinColumn(key, !isPinned); });
        menu->addAction(tr("Hide column"), this, [this, key] { showColumns({key}, false); });
    }
    const bool isGroupKey = m_state.groupBy.contains(key);
    if (m_model.canGroupBy(key))
        menu->addAction(icon("group"_L1), isGroupKey ? tr("Stop grouping by this") : tr("Group by this"), this, [this, key, isGroupKey] { setGroupedBy(key, !isGroupKey); });
    menu->addSeparator();
    menu->addAction(tr("Copy name"), this, [key] { QGuiApplication::clipboard()->setText(columnKeyText(key)); });
    menu->addAction(icon("columns"_L1), tr("Choose columns…"), this, [this] { m_chooser->openBelow(m_columnsButton); });
    menu->popup(position);
}

void RunsPanel::showCellMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"runMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopyActions(*menu, index);
    menu->addSeparator();
    addEyeActions(*menu);
    menu->addSeparator();
    addFilterActions(*menu, index);
    emit menuOpening(menu);
    if (m_model.mode() != RunTableModel::Mode::Flat) {
        menu->addSeparator();
        menu->addAction(tr("Unfold all"), this, [this] { m_model.setAllExpanded(true); });
        menu->addAction(tr("Fold all"), this, [this] { m_model.setAllExpanded(false); });
    }
    menu->popup(position);
}

void RunsPanel::addCopyActions(QMenu &menu, const QModelIndex &index)
{
    const bool isGroup = m_model.isGroup(index.row());
    const auto text = isGroup ? std::optional(index.data().toString()) : m_model.rawText(m_model.tableRow(index.row()), m_model.columns()[index.column()]);
    QAction *cell = menu.addAction(icon("copy"_L1), tr("Copy cell"), this, [text] { QGuiApplication::clipboard()->setText(*text); });
    cell->setEnabled(text.has_value());
    if (!isGroup)
        menu.addAction(tr("Copy run ID"), this, [id = m_model.runAt(index.row()).run.value] { QGuiApplication::clipboard()->setText(id); });
    QMenu *rows = menu.addMenu(tr("Copy rows as"));
    const std::pair<TextFormat, QString> formats[] = {{TextFormat::Tsv, tr("Table for spreadsheets (TSV)")}, {TextFormat::Csv, tr("CSV")},
                                                      {TextFormat::Markdown, tr("Markdown")}, {TextFormat::Latex, tr("LaTeX")}, {TextFormat::Json, tr("JSON")}};
    for (const auto &[format, title] : formats)
        rows->addAction(title, this, [this, format = format] { copyRows(format); });
    rows->addSeparator();
    QAction *safe = rows->addAction(tr("CSV and TSV without formulas"), this, [this](bool isSafe) {
        m_formulas = isSafe ? Formulas::Neutralised : Formulas::AsTheyAre;
        emit formulasChanged(m_formulas);
    });
    safe->setObjectName(u"spreadsheetSafe"_s);
    safe->setToolTip(tr("Puts an apostrophe before texts that a spreadsheet would take for a formula, in exported files too"));
    safe->setCheckable(true);
    safe->setChecked(m_formulas == Formulas::Neutralised);
    rows->setToolTipsVisible(true);
    menu.addAction(icon("save"_L1), m_model.mode() == RunTableModel::Mode::Grouped ? tr("Export groups…") : tr("Export shown runs…"), this, &RunsPanel::exportRequested);
}

void RunsPanel::addEyeActions(QMenu &menu)
{
    menu.addAction(icon("eye"_L1), tr("Show in charts"), this, [this] { m_view.setShown(selectedRuns(), true); });
    menu.addAction(icon("eye-off"_L1), tr("Hide from charts"), this, [this] { m_view.setShown(selectedRuns(), false); });
    menu.addAction(tr("Show only these in charts"), this, [this] { m_view.setShownOnly(selectedRuns()); });
}

void RunsPanel::addFilterActions(QMenu &menu, const QModelIndex &index)
{
    for (CellFilter filter : {CellFilter::Only, CellFilter::Exclude}) {
        const auto condition = m_model.condition(index, filter);
        const QString text = filter == CellFilter::Only ? tr("Only runs with this value") : tr("Without runs with this value");
        QAction *action = menu.addAction(filter == CellFilter::Only ? icon("filter"_L1) : QIcon(), text, this, [this, condition] {
            m_filter->setText(joinFilters(m_filter->text(), *condition));
        });
        action->setEnabled(condition.has_value());
    }
}

void RunsPanel::toggleEye(int row, Qt::KeyboardModifiers modifiers)
{
    const QList<RunRef> runs = runsOf({row});
    const bool isShown = m_model.index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    if (modifiers & (Qt::AltModifier | Qt::ControlModifier))
        m_view.setShownOnly(runs);
    else
        m_view.setShown(runs, !isShown);
}

// All of the selected runs become what the current one is not.
void RunsPanel::toggleEyes()
{
    const QModelIndex current = m_table->currentIndex();
    const QList<RunRef> runs = selectedRuns();
    if (current.isValid() && !runs.isEmpty())
        m_view.setShown(runs, current.siblingAtColumn(0).data(Qt::CheckStateRole).toInt() != Qt::Checked);
}

TextTable RunsPanel::textTable(Rows rows) const
{
    const bool isGrouped = m_model.mode() == RunTableModel::Mode::Grouped;
    if (rows == Rows::Shown)
        return isGrouped ? m_model.groupTextTable() : m_model.textTable(m_view.rows());
    const QList<int> selected = m_table->selectedRows();
    QList<int> groups;
    std::copy_if(selected.begin(), selected.end(), std::back_inserter(groups), [this](int row) { return m_model.isGroup(row); });
    return groups.isEmpty() ? m_model.textTable(m_model.tableRows(selected)) : m_model.groupTextTable(groups);
}

void RunsPanel::copyRows(TextFormat format)
{
    const TextTable table = textTable(Rows::Selected);
    if (table.rowCount > 0)
        QGuiApplication::clipboard()->setText(Assay::textTable(table, format, m_formulas));
}

} // namespace Assay
