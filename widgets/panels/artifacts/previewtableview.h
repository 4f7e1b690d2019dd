// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/previewtablemodel.h"

#include <QTableView>

namespace Assay {

// A table, or what an archive holds. Selected cells are copied with tabs between.
class PreviewTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit PreviewTableView(QWidget *parent = nullptr);

    void setTable(const TablePreview &table);
    void setArchive(const ArchivePreview &archive);

private:
    void fitColumns();
    void copySelected() const;

    PreviewTableModel m_model;
};

} // namespace Assay
