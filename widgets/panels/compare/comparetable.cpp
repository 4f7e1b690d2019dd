// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparetable.h"

#include "models/items/comparemodel.h"
#include "widgets/panels/compare/comparegrid.h"
#include "widgets/panels/compare/compareheader.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int FewRuns = 4, RunWidth = 220, KeysWidth = 300;
constexpr int Key = 0, Baseline = 1; // columns

} // namespace

CompareTable::CompareTable(CompareModel &model, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_model(model), m_keys(makeGrid(u"compareKeys"_s, tr("Keys"))),
      m_baseline(makeGrid(u"compareBaselineValues"_s, tr("Values of the baseline"))),
      m_values(makeGrid(u"compareValues"_s, tr("Values of the compared runs"))), m_keysFoot(new QWidget), m_baselineFoot(new QWidget)
{
    setObjectName(u"compareTable"_s);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    m_keys->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (CompareGrid *grid : {m_baseline, m_values}) {
        const QItemSelectionModel *unused = grid->selectionModel();
        grid->setSelectionModel(m_keys->selectionModel());
        delete unused;
        grid->setSelectionBehavior(QAbstractItemView::SelectItems);
        connectHeader(grid);
    }
    for (CompareGrid *grid : {m_keys, m_baseline}) {
        grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(grid->verticalScrollBar(), &QScrollBar::valueChanged, m_values->verticalScrollBar(), &QScrollBar::setValue);
        connect(m_values->verticalScrollBar(), &QScrollBar::valueChanged, grid->verticalScrollBar(), &QScrollBar::setValue);
    }
    m_values->horizontalScrollBar()->installEventFilter(this);
    m_values->viewport()->installEventFilter(this);
    connect(m_keys, &CompareGrid::parentRequested, this, [this](int row) {
        if (const int fold = m_model.parentRow(row); fold >= 0)
            m_keys->setCurrentIndex(m_model.index(fold, Key));
    });
    connect(m_baseline->header(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (column == Baseline && m_model.columnCount() - 1 > FewRuns && width > 0)
            m_baseline->setFixedWidth(width);
    });
    addWidget(withFoot(m_keys, m_keysFoot));
    addWidget(makeRuns());
    setStretchFactor(1, 1);
    setSizes({KeysWidth, 1000});
}

CompareGrid *CompareTable::makeGrid(const QString &name, const QString &accessibleName)
{
    auto *grid = new CompareGrid;
    grid->setObjectName(name);
    grid->setAccessibleName(accessibleName);
    grid->setModel(&m_model);
    grid->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(grid, &CompareGrid::foldRequested, this, &CompareTable::foldRequested);
    connect(grid, &CompareGrid::cursorKeyPressed, this, &CompareTable::takeCursorKey);
    connect(grid, &CompareGrid::extendRequested, this, qOverload<const QModelIndex &>(&CompareTable::extendTo));
    connect(grid, &CompareGrid::draggedOutside, this, qOverload<const QPoint &>(&CompareTable::extendTo));
    connect(grid, &QTableView::pressed, this, [this](const QModelIndex &index) { m_anchor = index; });
    connect(grid, &QWidget::customContextMenuRequested, this, [this, grid](const QPoint &position) {
        if (const QModelIndex index = grid->indexAt(position); index.isValid())
            Q_EMIT cellMenuRequested(index, grid->viewport()->mapToGlobal(position));
    });
    return grid;
}

QWidget *CompareTable::withFoot(CompareGrid *grid, QWidget *foot)
{
    foot->setProperty("role", u"surface"_s);
    foot->setAttribute(Qt::WA_StyledBackground);
    foot->hide();
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(grid, 1);
    layout->addWidget(foot);
    return column;
}

QWidget *CompareTable::makeRuns()
{
    auto *runs = new QWidget;
    auto *line = new QFrame;
    line->setProperty("role", u"vseparator"_s);
    m_runs = new QHBoxLayout(runs);
    m_runs->setContentsMargins(0, 0, 0, 0);
    m_runs->setSpacing(0);
    m_runs->addWidget(withFoot(m_baseline, m_baselineFoot));
    m_runs->addWidget(line);
    m_runs->addWidget(m_values);
    return runs;
}

void CompareTable::connectHeader(CompareGrid *grid)
{
    CompareHeader *header = grid->header();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &CompareHeader::runMoved, this, &CompareTable::runMoved);
    connect(header, &CompareHeader::dragged, this, &CompareTable::showDrop);
    connect(header, &CompareHeader::droppedOutside, this, &CompareTable::drop);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &position) {
        Q_EMIT headerMenuRequested(header->logicalIndexAt(position), header->mapToGlobal(position));
    });
}

// A few runs share the width; of many the baseline has its own, and the others scroll.
void CompareTable::layOutColumns()
{
    const int runs = m_model.columnCount() - 1;
    const bool isFew = runs <= FewRuns;
    for (CompareGrid *grid : grids())
        for (int column = 0; column <= runs; ++column)
            if (const bool isHidden = gridOf(column) != grid; grid->isColumnHidden(column) != isHidden)
                grid->setColumnHidden(column, isHidden);
    if (runs < 1)
        return;
    for (CompareGrid *grid : grids())
        grid->header()->setStretchLastSection(false);
    m_keys->header()->setSectionResizeMode(Key, QHeaderView::Stretch);
    for (CompareGrid *grid : {m_baseline, m_values}) {
        grid->header()->setDefaultSectionSize(RunWidth);
        grid->header()->setSectionResizeMode(isFew ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    m_runs->setStretch(0, isFew ? 1 : 0);
    m_runs->setStretch(2, isFew ? runs - 1 : 1);
    m_baseline->setMinimumWidth(m_baseline->header()->minimumSectionSize());
    m_baseline->setMaximumWidth(QWIDGETSIZE_MAX);
    if (!isFew)
        m_baseline->setFixedWidth(m_baseline->columnWidth(Baseline));
    updateNotes();
}

CompareGrid *CompareTable::gridOf(int column) const
{
    return column == Key ? m_keys : column == Baseline ? m_baseline : m_values;
}

CompareGrid *CompareTable::gridAt(const QPoint &globalPosition) const
{
    for (CompareGrid *grid : grids())
        if (const int x = grid->mapFromGlobal(globalPosition).x(); x >= 0 && x < grid->width())
            return grid;
    return nullptr;
}

QItemSelectionModel *CompareTable::selection() const
{
    return m_keys->selectionModel();
}

QModelIndex CompareTable::currentIndex() const
{
    return selection()->currentIndex();
}

QList<int> CompareTable::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selection()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void CompareTable::scrollToCurrent()
{
    if (const QModelIndex current = currentIndex(); current.isValid())
        gridOf(current.column())->scrollTo(current);
}

CompareTable::Place CompareTable::place() const
{
    return {m_values->verticalScrollBar()->value(), m_values->horizontalScrollBar()->value()};
}

void CompareTable::scrollTo(const Place &place)
{
    m_values->verticalScrollBar()->setValue(place.top);
    m_values->horizontalScrollBar()->setValue(place.left);
}

bool CompareTable::eventFilter(QObject *watched, QEvent *event)
{
    const bool isBar = watched == m_values->horizontalScrollBar();
    if (isBar && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        for (QWidget *foot : {m_keysFoot, m_baselineFoot}) {
            foot->setFixedHeight(m_values->horizontalScrollBar()->sizeHint().height());
            foot->setVisible(event->type() == QEvent::Show);
        }
    }
    if (watched == m_values->viewport() && event->type() == QEvent::Resize)
        updateNotes();
    return QSplitter::eventFilter(watched, event);
}

void CompareTable::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    updateNotes();
}

// Sentences go on from the baseline's column into the others.
void CompareTable::updateNotes()
{
    const int left = m_values->x() - m_baseline->parentWidget()->x(), width = left + m_values->viewport()->width();
    m_baseline->setNotePlace({0, width});
    m_values->setNotePlace({-left, width});
}

} // namespace Assay
