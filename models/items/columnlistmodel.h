// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/columnstats.h"

#include <QAbstractListModel>

namespace Assay {

// Every column that a run table can have, by group and by what its name has before the first '/' under headings, with a
// tick for those that the table has. A heading's tick is that of all that stand below it. GUI thread.
class ColumnListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HeadingRole = Qt::UserRole, // bool
        CountTextRole,              // QString: how many of the runs have a value, or how many different ones there are
        KeyRole,                    // ColumnKey
    };

    using QAbstractListModel::QAbstractListModel;

    // Listed for groups: stored columns alone, with the number of different values.
    enum class Purpose { Columns, Groups };
    void setPurpose(Purpose purpose) { m_purpose = purpose; } // before setColumns()
    void setColumns(const std::vector<ColumnStats> &stats, qsizetype runs);
    void setShown(const QList<ColumnKey> &columns);
    void setSearch(const QString &text); // in the keys, any case
    enum class Narrowing { None, Differing, WithValues };
    void setNarrowing(Narrowing narrowing); // to columns whose values are not all the same; or that have any

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // CheckStateRole
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void toggled(const QList<Assay::ColumnKey> &keys, bool shown);

private:
    struct Entry {
        ColumnKey key;
        qsizetype count = -1; // -1: derived, every run may have it
        bool isHeading = false;
        qsizetype distinct = 0;
        QString prefix = {}; // of a heading within the group
    };

    void rebuild();
    void addGroup(ColumnGroup group);
    bool isListed(const Entry &entry) const;
    QList<ColumnKey> keysBelow(size_t heading) const;
    QVariant checkState(size_t row) const;

    std::vector<Entry> m_all; // by group
    std::vector<Entry> m_rows;
    qsizetype m_runs = 0;
    Purpose m_purpose = Purpose::Columns;
    QSet<ColumnKey> m_shown;
    QString m_search;
    Narrowing m_narrowing = Narrowing::None;
};

} // namespace Assay
