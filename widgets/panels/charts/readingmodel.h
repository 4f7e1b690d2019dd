// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QAbstractTableModel>

#include <optional>

namespace Assay {

// What was read of runs at one place: a run a row, its values and where they stand. Keeps the order that was chosen when
// other values come; what is missing or NaN stands last either way.
class ReadingModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Row {
        RunRef run;
        QString name;
        int colorIndex = 0;
        QList<std::optional<double>> values; // by column; nothing: none at that place
        std::optional<double> difference;    // to the reference
        double at = 0;   // where the first value stands, to sort by
        QString atText;  // "120"; empty: nowhere

        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Table {
        QStringList columns; // of the values
        bool hasDifference = false;
        QString atTitle; // "Step"; empty: no such column
        QList<Row> rows;

        friend bool operator==(const Table &, const Table &) = default;
    };
    enum Role { RunRole = Qt::UserRole, ColorRole, NumberRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const Table &table);
    std::optional<RunRef> runAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    bool isDifference(int column) const { return m_table.hasDifference && column == int(m_table.columns.size()) + 1; }
    std::optional<double> numberAt(const Row &row, int column) const;
    void sortRows();

    Table m_table;
    int m_sortColumn = -1; // as given
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Assay
