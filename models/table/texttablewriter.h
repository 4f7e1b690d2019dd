// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/textexport.h"

namespace Assay {

// Writes a table of texts in one of the formats, cell after cell: begin(), then for each record one call a column and
// endRecord(); finish() at the end. Never holds more than a piece of it.
class TextTableWriter
{
public:
    TextTableWriter(TextFormat format, Formulas formulas, TextTableSink sink);

    void begin(const QList<TextTableColumn> &columns);
    void text(std::string_view utf8);   // something that was logged or named
    void number(std::string_view text); // as numberText() writes it
    void absent();
    void endRecord();
    void finish();
    bool isStopped() const { return m_isStopped; } // the sink wants no more

private:
    enum class Kind { Text, Number };

    void cell(std::string_view utf8, Kind kind);
    void beginCell();
    void beginLatex(const QList<TextTableColumn> &columns);
    void beginRecord();
    void flush();

    TextFormat m_format;
    Formulas m_formulas;
    TextTableSink m_sink;
    std::string m_buffer;
    qsizetype m_column = 0;  // of the cell that comes next
    qsizetype m_records = 0; // ended ones, without the headers
    bool m_isHeader = false;
    bool m_isStopped = false;
};

} // namespace Assay
