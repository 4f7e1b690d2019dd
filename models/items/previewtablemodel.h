// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <QAbstractTableModel>

#include <vector>

namespace Assay {

// A table, or what an archive holds, as it is shown of an artifact. Read-only.
class PreviewTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const TablePreview &table);
    void setArchive(const ArchivePreview &archive);
    // Whether all values of the column are numbers (or missing).
    bool isNumeric(int column) const { return m_numeric[size_t(column)]; }
    // The longest of the first cells of a column: for its width.
    QString sampleText(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TablePreview m_table;
    std::vector<bool> m_numeric;
};

} // namespace Assay
