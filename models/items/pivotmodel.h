// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runtablestate.h"
#include "models/items/runview.h"
#include "models/table/pivot.h"

#include <QAbstractTableModel>

namespace Assay {

// The rows of a RunView as a pivot: one column's values down, another's across, an aggregate of a third in the cells.
// Computed while it is active, again whenever the rows change. GUI thread.
class PivotModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        FractionRole = Qt::UserRole, // double: where the number stands between the least and the most; invalid without one
        ExtremeRole,                 // int: 1 for the best number, by the direction of the value's column
        CountRole,                   // int: runs
        TextsRole,                   // QStringList: the number with fewer and fewer digits
    };

    // `view` outlives the model.
    explicit PivotModel(RunView &view, QObject *parent = nullptr);

    void setActive(bool active);
    void setKeys(const PivotState &keys, BetterValues better); // all three keys named, or nothing is shown
    QString problem() const { return m_problem; } // why there is nothing to show: a sentence; empty when there is
    // Finds the runs of a cell; nothing for cells without runs, and where it cannot be written.
    std::optional<QString> condition(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void update();
    size_t cellAt(const QModelIndex &index) const { return m_pivot.cell(size_t(index.row()), size_t(index.column())); }
    QString labelOf(uint32_t row, const ColumnKey &key) const;
    QString toolTip(const QModelIndex &index) const;
    QStringList texts(size_t cell) const;

    RunView &m_view;
    RunTablePtr m_table; // that the pivot is of
    PivotState m_keys;
    BetterValues m_better = BetterValues::Unknown;
    Pivot m_pivot;
    double m_least = 0, m_most = 0; // of the finite values
    QString m_problem;
    bool m_isActive = false;
};

// "mean", "count": how an aggregate is called in a sentence.
QString aggregateTitle(Aggregate aggregate);

} // namespace Assay
