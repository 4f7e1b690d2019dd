// SPDX-License-Identifier: GPL-3.0-or-later
// How the runs panel puts runs into groups.
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/runspanel.h"

#include <QComboBox>
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
    connect(&m_groupChooser->model(), &ColumnListModel::toggled, this, &RunsPanel::setGroupedBy);
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

} // namespace Assay
