// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/tablebuilder.h"

namespace Assay {

void TableBuilder::setColumns(QStringList columns, qsizetype width)
{
    m_table.columns = std::move(columns);
    m_headerWidth = width;
    m_width = std::max(m_width, width);
}

void TableBuilder::addRow(const QStringList &row, qsizetype width)
{
    ++m_total;
    m_width = std::max(m_width, width);
    m_ragged += width != m_headerWidth;
    if (isFull())
        return;
    m_table.rows.append(row.first(std::min(row.size(), MaxPreviewColumns)));
    m_cells += row.size();
}

TablePreview TableBuilder::take(QList<PreviewNote> &notes)
{
    qsizetype shown = std::min(m_table.columns.size(), MaxPreviewColumns);
    for (const QStringList &row : std::as_const(m_table.rows))
        shown = std::max(shown, row.size());
    m_table.columns.resize(shown);
    for (QStringList &row : m_table.rows)
        row.resize(shown);
    if (m_total > m_table.rows.size() || !m_totalKnown)
        notes.append({PreviewNote::Kind::RowsCut, m_table.rows.size(), m_totalKnown ? m_total : 0});
    if (shown < m_width)
        notes.append({PreviewNote::Kind::ColumnsCut, shown, m_width});
    if (m_ragged > 0)
        notes.append({PreviewNote::Kind::RaggedRows, m_ragged, 0});
    if (cutCells > 0)
        notes.append({PreviewNote::Kind::LongCells, cutCells, 0});
    return std::move(m_table);
}

} // namespace Assay
