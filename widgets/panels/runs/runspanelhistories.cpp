// SPDX-License-Identifier: GPL-3.0-or-later
// The little lines of metrics' histories: which ones are seen and not yet there.
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runspanel.h"

#include <QScrollBar>

namespace Assay {

namespace {
constexpr int ScrollPause = 60; // ms
} // namespace

void RunsPanel::connectHistories()
{
    m_historyTimer.setSingleShot(true);
    m_historyTimer.setInterval(ScrollPause);
    connect(&m_historyTimer, &QTimer::timeout, this, &RunsPanel::askForHistories);
    // To the timer itself: while the panel is taken apart the table still moves.
    constexpr auto start = qOverload<>(&QTimer::start);
    connect(m_table->mainGrid()->verticalScrollBar(), &QScrollBar::valueChanged, &m_historyTimer, start);
    connect(m_table->mainGrid()->verticalScrollBar(), &QScrollBar::rangeChanged, &m_historyTimer, start);
    connect(&m_model, &QAbstractItemModel::modelReset, &m_historyTimer, start);
    connect(&m_model, &QAbstractItemModel::rowsInserted, &m_historyTimer, start);
    connect(&m_model, &QAbstractItemModel::layoutChanged, &m_historyTimer, start);
    connect(&m_model, &RunTableModel::scalesChanged, &m_historyTimer, start);
    connect(&m_model, &RunTableModel::scalesChanged, m_table, &RunTableView::measureAgain); // a line needs room
}

void RunsPanel::askForHistories()
{
    const int first = m_table->firstVisibleRow();
    const QList<SeriesKey> missing = m_model.missingHistories(first, first + m_table->fullyVisibleRows() + 1);
    if (!missing.isEmpty())
        emit historiesWanted(missing);
}

} // namespace Assay
