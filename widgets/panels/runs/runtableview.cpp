// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/runtableview.h"

#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runtableheader.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int SampledRows = 60;
constexpr int MinWidth = 64;
constexpr int MaxWidth = 220;
constexpr int MaxNumberWidth = 104; // numbers show fewer digits than they have, so that more columns fit
constexpr int LineWidth = 64;       // of a history beside the number
constexpr int MaxSummaryWidth = 160;
constexpr int NameWidth = 232;

} // namespace

RunTableView::RunTableView(RunTableModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_left(new RunGrid(m_delegate, this)), m_main(new RunGrid(m_delegate, this)),
      m_leftFoot(new QWidget), m_line(new QFrame), m_pinned{{ColumnGroup::Attribute, Attribute::RunName}}
{
    m_left->setObjectName(u"pinnedRuns"_s);
    m_main->setObjectName(u"runs"_s);
    m_main->setAccessibleName(tr("Runs"));
    m_left->setAccessibleName(tr("Pinned columns"));
    m_left->setModel(&m_model);
    m_main->setModel(&m_model);
    const QItemSelectionModel *unused = m_left->selectionModel();
    m_left->setSelectionModel(m_main->selectionModel());
    delete unused;
    m_left->setFocusProxy(m_main);
    // Both grids have the one delegate; only names are edited, and they stand at the left.
    disconnect(&m_delegate, &QAbstractItemDelegate::commitData, m_main, nullptr);
    disconnect(&m_delegate, &QAbstractItemDelegate::closeEditor, m_main, nullptr);
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->setProperty("role", u"vseparator"_s);
    m_leftFoot->setProperty("role", u"surface"_s);
    m_leftFoot->setAttribute(Qt::WA_StyledBackground);
    m_leftFoot->hide();

    auto *leftLayout = new QVBoxLayout;
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_left, 1);
    leftLayout->addWidget(m_leftFoot);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(leftLayout);
    layout->addWidget(m_line);
    layout->addWidget(m_main, 1);
    setFocusProxy(m_main);

    connectGrid(m_left);
    connectGrid(m_main);
    connectScrolling();
    m_main->installEventFilter(this);
    m_orderTimer.setSingleShot(true);
    connect(&m_orderTimer, &QTimer::timeout, this, &RunTableView::takeOrder);
    connect(m_main->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunTableView::selectionChanged);
    connect(m_main->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        // The main grid does not scroll to a current cell that stands among the pinned ones.
        if (current.isValid() && isPinned(current.column()))
            m_left->scrollTo(current);
    });
    connect(m_main->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_currentColumn = m_model.columns()[current.column()];
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RunTableView::layoutColumns);
    layoutColumns();
}

void RunTableView::connectGrid(RunGrid *grid)
{
    RunTableHeader *header = grid->header();
    connect(grid, &RunGrid::eyeClicked, this, &RunTableView::eyeClicked);
    connect(grid, &QTableView::pressed, this, [this] { m_isMarking = false; });
    connect(grid, &RunGrid::foldClicked, this, &RunTableView::toggleFold);
    connect(grid, &RunGrid::rowHovered, this, [this](int row) {
        setHoveredRow(row);
        emit rowHovered(row);
    });
    connect(grid, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (m_model.isGroup(index.row()))
            toggleFold(index.row());
        else
            emit activated(m_model.runAt(index.row()));
    });
    connect(grid, &QWidget::customContextMenuRequested, this, [this, grid](const QPoint &point) {
        if (const QModelIndex index = grid->indexAt(point); index.isValid())
            emit cellMenuRequested(index, grid->viewport()->mapToGlobal(point));
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &point) {
        if (const int column = header->logicalIndexAt(point); column >= 0)
            emit headerMenuRequested(m_model.columns()[column], header->viewport()->mapToGlobal(point));
    });
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) {
        emit sortClicked(m_model.columns()[column], QGuiApplication::keyboardModifiers());
    });
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) { fitColumn(m_model.columns()[column]); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_isLayingOut)
            m_orderTimer.start(0);
    });
    connect(header, &QHeaderView::sectionResized, this, [this, grid](int column, int, int width) {
        if (m_isLayingOut || grid->isColumnHidden(column) || width == 0)
            return;
        m_widths.insert(m_model.columns()[column], width);
        updateWidths();
        emit widthsChanged();
    });
}

void RunTableView::connectScrolling()
{
    connect(m_main->verticalScrollBar(), &QScrollBar::valueChanged, m_left->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_left->verticalScrollBar(), &QScrollBar::valueChanged, m_main->verticalScrollBar(), &QScrollBar::setValue);
    m_main->horizontalScrollBar()->installEventFilter(this);
}

bool RunTableView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_main->horizontalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        m_leftFoot->setFixedHeight(m_main->horizontalScrollBar()->sizeHint().height());
        m_leftFoot->setVisible(event->type() == QEvent::Show);
    }
    if (watched == m_main && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return takeKey(key->key(), key->modifiers());
    }
    return QWidget::eventFilter(watched, event);
}

// A current cell among the pinned columns is not reachable for the main grid's keys.
void RunTableView::leavePinnedColumn()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || !m_main->isColumnHidden(current.column()))
        return;
    for (int visual = 0; visual < m_model.columnCount(); ++visual) {
        const int column = m_main->header()->logicalIndex(visual);
        if (!m_main->isColumnHidden(column)) {
            m_main->selectionModel()->setCurrentIndex(m_model.index(current.row(), column), QItemSelectionModel::NoUpdate);
            return;
        }
    }
}

bool RunTableView::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    const bool isPlain = !(modifiers & (Qt::ControlModifier | Qt::AltModifier));
    if (const auto act = runTableAct(key, modifiers))
        return takeAct(*act, modifiers);
    if (m_isMarking && modifiers == Qt::NoModifier && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        step(key, modifiers);
        return true;
    }
    if (key == Qt::Key_C && modifiers == Qt::ControlModifier) {
        emit copyRequested();
        return true;
    }
    const bool folds = key == Qt::Key_Left || key == Qt::Key_Right;
    if (isPlain && folds && current.isValid() && m_model.mode() != RunTableModel::Mode::Flat) {
        const QModelIndex name = current.siblingAtColumn(0);
        const bool isOpen = name.data(RunTableModel::ExpandedRole).toBool();
        if (name.data(RunTableModel::ChildCountRole).toInt() > 0 && isOpen == (key == Qt::Key_Left)) {
            toggleFold(current.row());
            return true;
        }
    }
    leavePinnedColumn();
    return false;
}

void RunTableView::editName(const RunRef &run)
{
    const QModelIndex name = m_model.index(m_model.rowOf(run), 0);
    if (!name.isValid() || !name.flags().testFlag(Qt::ItemIsEditable))
        return;
    m_left->scrollTo(name);
    m_left->edit(name);
}

void RunTableView::toggleFold(int row)
{
    const bool isOpen = m_model.index(row, 0).data(RunTableModel::ExpandedRole).toBool();
    m_model.setRowExpanded(row, !isOpen);
}

void RunTableView::setHoveredRow(int row)
{
    const int before = m_delegate.hoveredRow();
    if (row == before)
        return;
    m_delegate.setHoveredRow(row);
    for (RunGrid *grid : {m_left, m_main})
        for (int changed : {before, row})
            if (changed >= 0)
                grid->viewport()->update(0, grid->rowViewportPosition(changed), grid->viewport()->width(), grid->rowHeight(changed));
}

bool RunTableView::isPinned(int column) const
{
    return column == 0 || m_pinned.contains(m_model.columns()[column]);
}

void RunTableView::layoutColumns()
{
    m_isLayingOut = true;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_left->setColumnHidden(column, !isPinned(column));
        m_main->setColumnHidden(column, isPinned(column));
    }
    m_isLayingOut = false;
    updateWidths();
}

int RunTableView::naturalWidth(int column) const
{
    if (column == 0)
        return NameWidth;
    QStyleOptionViewItem option;
    option.font = m_main->font();
    const int title = std::min(m_main->header()->titleWidth(column), MaxWidth - 60);
    const auto kind = RunTableModel::CellKind(m_model.headerData(column, Qt::Horizontal, RunTableModel::CellKindRole).toInt());
    int width = 0;
    const int step = std::max(1, m_model.rowCount() / SampledRows);
    for (int row = 0; row < m_model.rowCount(); row += step)
        width = std::max(width, m_delegate.sizeHint(option, m_model.index(row, column)).width());
    const bool isGrouped = m_model.mode() == RunTableModel::Mode::Grouped;
    const int most = kind != RunTableModel::CellKind::Number ? MaxWidth : isGrouped ? MaxSummaryWidth : MaxNumberWidth;
    const bool isLine = ColumnScale(m_model.index(0, column).data(RunTableModel::ScaleRole).toInt()) == ColumnScale::History;
    if (isLine && kind == RunTableModel::CellKind::Number)
        return std::max(title, MaxNumberWidth + LineWidth);
    return std::clamp(std::min(width, most), std::max(title, MinWidth), MaxWidth);
}

void RunTableView::updateWidths()
{
    m_isLayingOut = true;
    int pinnedWidth = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const ColumnKey key = m_model.columns()[column];
        int width = m_widths.value(key, m_naturalWidths.value(key, 0));
        if (width == 0) {
            width = naturalWidth(column);
            if (m_model.rowCount() > 0)
                m_naturalWidths.insert(key, width);
        }
        RunGrid *grid = isPinned(column) ? m_left : m_main;
        if (grid->columnWidth(column) != width)
            grid->setColumnWidth(column, width);
        pinnedWidth += isPinned(column) ? width : 0;
    }
    m_left->setFixedWidth(std::min(pinnedWidth, std::max(NameWidth, width() * 2 / 3)));
    m_isLayingOut = false;
}

void RunTableView::fitColumn(const ColumnKey &key)
{
    const auto column = int(m_model.columns().indexOf(key));
    if (column < 0)
        return;
    QStyleOptionViewItem option;
    option.font = m_main->font();
    int width = m_main->header()->titleWidth(column);
    const int first = firstVisibleRow();
    for (int row = first; row < std::min(m_model.rowCount(), first + SampledRows); ++row)
        width = std::max(width, m_delegate.sizeHint(option, m_model.index(row, column)).width());
    m_widths.insert(key, std::min(width, 800));
    updateWidths();
    emit widthsChanged();
}

void RunTableView::measureAgain()
{
    m_naturalWidths.clear();
    updateWidths();
}

void RunTableView::setWidths(const QHash<ColumnKey, int> &widths)
{
    m_widths = widths;
    updateWidths();
}

void RunTableView::setPinned(const QList<ColumnKey> &columns)
{
    m_pinned = {{ColumnGroup::Attribute, Attribute::RunName}};
    for (const ColumnKey &key : columns)
        if (!m_pinned.contains(key))
            m_pinned.append(key);
    layoutColumns();
}

void RunTableView::setNested(bool nested)
{
    m_delegate.setNested(nested);
    m_left->viewport()->update();
}

// A column that was dragged: the model's order becomes what is seen.
void RunTableView::takeOrder()
{
    QList<ColumnKey> columns;
    for (const RunGrid *grid : {m_left, m_main}) {
        for (int visual = 0; visual < m_model.columnCount(); ++visual) {
            const int column = grid->header()->logicalIndex(visual);
            if (!grid->isColumnHidden(column))
                columns.append(m_model.columns()[column]);
        }
    }
    m_isLayingOut = true;
    for (const RunGrid *grid : {m_left, m_main})
        for (int column = 0; column < m_model.columnCount(); ++column)
            grid->header()->moveSection(grid->header()->visualIndex(column), column);
    m_isLayingOut = false;
    emit columnsReordered(columns);
}

QModelIndex RunTableView::currentIndex() const
{
    return m_main->selectionModel()->currentIndex();
}

QList<int> RunTableView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_main->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void RunTableView::selectRuns(const QList<RunRef> &runs, const std::optional<RunRef> &current)
{
    QItemSelection selection;
    for (int row : m_model.rowsOf(runs))
        selection.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
    m_main->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int row = current ? m_model.rowOf(*current) : -1;
    const auto column = std::max<qsizetype>(0, m_model.columns().indexOf(m_currentColumn));
    if (row < 0)
        return;
    // One scrolls to a run that becomes the current one, not to the one that one has scrolled away from.
    const bool isNew = std::exchange(m_currentRun, current) != current;
    const QPoint place(m_main->horizontalScrollBar()->value(), m_main->verticalScrollBar()->value());
    m_main->selectionModel()->setCurrentIndex(m_model.index(row, int(column)), QItemSelectionModel::NoUpdate);
    if (isNew)
        return;
    m_main->horizontalScrollBar()->setValue(place.x());
    m_main->verticalScrollBar()->setValue(place.y());
}

int RunTableView::firstVisibleRow() const
{
    return std::max(0, m_main->rowAt(0));
}

int RunTableView::fullyVisibleRows() const
{
    return m_main->viewport()->height() / m_main->verticalHeader()->defaultSectionSize();
}

} // namespace Assay
