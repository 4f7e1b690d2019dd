// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/waitingedit.h"

#include <QAbstractTableModel>

namespace Assay {

// The edits that wait for their stores.
class WaitingEditsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RunColumn, ChangeColumn, WasColumn, MineColumn, StateColumn, StoreColumn, ColumnCount };
    enum Role {
        NeedsDecisionRole = Qt::UserRole, // bool
        WasRole,                          // the texts whole, for people; what is not there is empty
        MineRole,
        NowRole,
    };

    struct Entry {
        QString location; // of the store
        QString store;    // its title
        WaitingEdit waiting;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(QList<Entry> entries);
    const QList<Entry> &entries() const { return m_entries; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Entry> m_entries;
};

} // namespace Assay
