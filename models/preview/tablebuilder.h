// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

namespace Assay {

inline constexpr qsizetype MaxPreviewRows = 10'000;
inline constexpr qsizetype MaxPreviewColumns = 500;
inline constexpr qint64 MaxPreviewCells = 500'000;

// Collects the rows of a table that is larger than one wants to see, and counts what it leaves out.
class TableBuilder
{
public:
    qint64 cutCells = 0;

    // `width`: how many there are, where only the first are passed.
    void setColumns(QStringList columns, qsizetype width);
    void addRow(const QStringList &row, qsizetype width);
    bool isFull() const { return m_table.rows.size() >= MaxPreviewRows || m_cells >= MaxPreviewCells; } // the rest is counted
    void setTotalUnknown() { m_totalKnown = false; }

    // The table, every row as long as its header, and notes on what is not as in the file.
    TablePreview take(QList<PreviewNote> &notes);

private:
    TablePreview m_table;
    qint64 m_total = 0;
    qint64 m_cells = 0;
    qint64 m_ragged = 0;
    qsizetype m_headerWidth = 0;
    qsizetype m_width = 0;
    bool m_totalKnown = true;
};

} // namespace Assay
