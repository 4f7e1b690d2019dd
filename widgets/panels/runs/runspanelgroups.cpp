// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, pivot and scales of the runs panel.
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/pivotview.h"
#include "widgets/panels/runs/runspanel.h"

#include <QActionGroup>
#include <QComboBox>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

void RunsPanel::makeGroupChooser()
{
    m_groupChooser->model().setPurpose(ColumnListModel::Purpose::Groups);
    m_summary->setObjectName(u"groupSummary"_s);
    m_summary->setAccessibleName(tr("What groups show"));
    m_summary->setToolTip(tr("What groups show"));
    m_summary->addItems({tr("Mean ± deviation"), tr("Median"), tr("Minimum"), tr("Maximum")}); // as GroupSummary
    m_groupChooser->addAtFoot(m_summary);
    connect(m_groupButton, &QToolButton::clicked, this, [this] { m_groupChooser->openBelow(m_groupButton); });
    connect(&m_groupChooser->model(), &ColumnListModel::toggled, this, [this](const QList<ColumnKey> &keys, bool isWanted) {
        for (const ColumnKey &key : keys)
            setGroupedBy(key, isWanted);
    });
    connect(m_groupChooser, &ColumnChooser::resetRequested, this, [this] {
        RunTableState state = m_state;
        state.groupBy.clear();
        change(state);
    });
    connect(m_summary, &QComboBox::currentIndexChanged, this, [this](int index) {
        RunTableState state = m_state;
        state.summary = GroupSummary(index);
        change(state);
    });
}

void RunsPanel::setGroupedBy(const ColumnKey &key, bool grouped)
{
    RunTableState state = m_state;
    state.groupBy.removeAll(key);
    if (grouped)
        state.groupBy.append(key);
    state.nested = state.nested && state.groupBy.isEmpty();
    state.pivot.isShown = false;
    change(state);
}

void RunsPanel::updateMode()
{
    using Mode = RunTableModel::Mode;
    const bool isGrouped = !m_state.groupBy.isEmpty();
    const Mode before = m_model.mode();
    m_model.setMode(isGrouped ? Mode::Grouped : m_state.nested && m_model.hasNesting() ? Mode::Nested : Mode::Flat);
    m_table->setNested(m_model.mode() != Mode::Flat);
    if (before != m_model.mode() && (isGrouped || before == Mode::Grouped))
        m_table->measureAgain(); // sums are wider than numbers
}

void RunsPanel::makePivot()
{
    m_stack->addWidget(m_pivot);
    connect(m_pivotButton, &QToolButton::toggled, this, &RunsPanel::setPivotShown);
    connect(m_pivot, &PivotView::changed, this, [this](const PivotState &pivot) {
        RunTableState state = m_state;
        state.pivot = pivot;
        change(state);
    });
    connect(m_pivot, &PivotView::cellChosen, this, [this](const QString &condition) {
        RunTableState state = m_state;
        state.filter = joinFilters(state.filter, condition);
        state.pivot.isShown = false;
        change(state);
        m_table->setFocus();
    });
}

void RunsPanel::setPivotShown(bool shown)
{
    RunTableState state = m_state;
    state.pivot.isShown = shown;
    change(state);
}

// How the column's numbers are shown, and which of them are good.
void RunsPanel::addScaleActions(QMenu &menu, const ColumnKey &key)
{
    const BetterValues better = m_state.betterOf(key);
    QAction *bestFirst = menu.addAction(tr("Sort best first"), this, [this, key] { sortBestFirst(key); });
    bestFirst->setEnabled(better != BetterValues::Unknown);
    menu.addSeparator();
    const auto addChoice = [this](QMenu *below, const QString &text, bool isChecked, auto set) {
        QAction *action = below->addAction(text, this, [this, set] {
            RunTableState state = m_state;
            set(state);
            change(state);
        });
        action->setCheckable(true);
        action->setChecked(isChecked);
        action->setActionGroup(below->findChild<QActionGroup *>());
    };
    QMenu *scales = menu.addMenu(tr("Scale"));
    new QActionGroup(scales);
    const std::pair<ColumnScale, QString> shown[] = {{ColumnScale::Off, tr("Off")}, {ColumnScale::Heat, tr("Heat")},
                                                     {ColumnScale::Bar, tr("Bar")}, {ColumnScale::History, tr("History as a line")}};
    for (const auto &[scale, text] : shown) {
        if (scale == ColumnScale::History && key.group != ColumnGroup::Metric)
            continue;
        addChoice(scales, text, m_state.scales.value(key) == scale, [key, scale = scale](RunTableState &state) {
            state.scales.insert(key, scale);
            if (scale == ColumnScale::Off)
                state.scales.remove(key);
        });
    }
    QMenu *directions = menu.addMenu(tr("Better values"));
    new QActionGroup(directions);
    for (const auto &[side, text] : {std::pair(BetterValues::Higher, tr("Higher is better")), std::pair(BetterValues::Lower, tr("Lower is better")),
                                     std::pair(BetterValues::Unknown, tr("Neither"))})
        addChoice(directions, text, better == side, [key, side = side](RunTableState &state) { state.better.insert(key, side); });
}

void RunsPanel::sortBestFirst(const ColumnKey &key)
{
    setSort(key, m_state.betterOf(key) == BetterValues::Higher ? SortDirection::Descending : SortDirection::Ascending);
}

} // namespace Assay
