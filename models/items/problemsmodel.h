// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QAbstractTableModel>

namespace Assay {

// What could not be read as written, of all open stores.
class ProblemsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, PlaceColumn, RunColumn, StoreColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole, TextRole }; // int of Severity; the row as one line of text for copying

    struct Entry {
        QString store; // its title
        Problem problem;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(QList<Entry> entries);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Entry> m_entries;
};

// "1/ab/metrics/loss, line 7" or "params, row 12".
QString problemPlace(const Problem &problem);

} // namespace Assay
