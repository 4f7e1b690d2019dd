// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/latest.h"
#include "models/items/runview.h"
#include "models/table/association.h"
#include "models/table/rungroups.h"

namespace Assay {

class ComparePanel;

// Answers what goes with a metric, in the background: of the runs that are compared, or of all that the table shows when
// the two groups are the selection and the others, or groups of the table.
class ExplainController final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    ExplainController(RunView &view, ComparePanel &panel, QObject *parent);

    bool isBusy() const { return m_association.isRunning() || m_grouping.isRunning(); }
    void setRuns(const QList<RunRef> &compared) { m_runs = compared; }

private:
    // The groups of a table, for its chooser.
    struct TableGroups {
        RunTablePtr table;
        RunGroups groups;
        QStringList titles;
    };
    using TableGroupsPtr = std::shared_ptr<const TableGroups>;

    void groupAgain();
    void explain();
    void takeGroups(const TableGroupsPtr &groups);

    RunView &m_view;
    ComparePanel &m_panel;
    QList<RunRef> m_runs;
    TableGroupsPtr m_groups;
    Latest<TableGroupsPtr> m_grouping{this};
    Latest<Association> m_association{this};
};

} // namespace Assay
