// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/rundocuments.h"

#include "models/copy/copyjson.h"

namespace Assay {

namespace {

template <typename F>
void forEachCell(const RunTable &table, const F &f)
{
    for (uint32_t i = 0; i < uint32_t(table.columns().size()); ++i) {
        const RunTable::NamedColumn &column = table.columns()[i];
        if (column.key.group == ColumnGroup::Metric)
            std::get<NumberColumn>(*column.column).forEach([&](uint32_t row, double value) { f(i, row, 0u, value); });
        else if (column.key.group != ColumnGroup::Attribute)
            std::get<TextColumn>(*column.column).cells.forEach([&](uint32_t row, uint32_t code) { f(i, row, code, 0.0); });
    }
}

} // namespace

RunDocuments::RunDocuments(const RunTable &table) : m_table(table)
{
    for (const RunTable::NamedColumn &column : table.columns()) {
        const QByteArray name = column.key.name.toUtf8();
        std::string &key = m_keys.emplace_back();
        CopyJson::appendText(key, std::string_view(name.constData(), size_t(name.size())));
        key += ':';
    }
    countCells();
    fillCells();
}

void RunDocuments::countCells()
{
    m_ends.assign(size_t(m_table.rowCount()) + 1, 0);
    forEachCell(m_table, [this](uint32_t, uint32_t row, uint32_t, double) { ++m_ends[row + 1]; });
    for (size_t row = 1; row < m_ends.size(); ++row)
        m_ends[row] += m_ends[row - 1];
    m_cells.resize(m_ends.back());
}

// m_ends holds where each row begins, and where it ends when its cells are in.
void RunDocuments::fillCells()
{
    forEachCell(m_table, [this](uint32_t column, uint32_t row, uint32_t code, double number) { m_cells[m_ends[row]++] = {column, code, number}; });
}

const RunDocuments::Documents &RunDocuments::of(uint32_t row)
{
    for (std::string *each : {&m_documents.metrics, &m_documents.params, &m_documents.tags})
        each->assign(1, '{');
    for (size_t i = row == 0 ? 0 : m_ends[row - 1]; i < m_ends[row]; ++i) {
        const Cell &cell = m_cells[i];
        const RunTable::NamedColumn &column = m_table.columns()[cell.column];
        std::string &json = column.key.group == ColumnGroup::Metric ? m_documents.metrics
            : column.key.group == ColumnGroup::Param                ? m_documents.params
                                                                    : m_documents.tags;
        if (json.size() > 1)
            json += ',';
        json += m_keys[cell.column];
        if (column.key.group == ColumnGroup::Metric)
            CopyJson::appendNumber(json, cell.number);
        else
            CopyJson::appendText(json, std::get<TextColumn>(*column.column).dictionary.at(cell.code));
    }
    for (std::string *each : {&m_documents.metrics, &m_documents.params, &m_documents.tags})
        *each += '}';
    return m_documents;
}

} // namespace Assay
