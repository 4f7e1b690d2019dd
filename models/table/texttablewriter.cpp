// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/texttablewriter.h"

namespace Assay {

namespace {

constexpr size_t FlushAt = 1 << 16;

void appendTsvField(std::string &out, std::string_view text)
{
    if (text.find_first_of("\t\r\n\"") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

// Everything that Markdown or HTML in it would read as markup is escaped; a cell has one line.
void appendMarkdownField(std::string &out, std::string_view text)
{
    for (char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') {
            out += ' ';
            continue;
        }
        if (std::string_view("\\`*_{}[]<>|#!~&").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
}

// A cell has one line, and nothing in it is a command. `isFirst`: behind a \\, which takes [ and * for its own.
void appendLatexField(std::string &out, std::string_view text, bool isFirst)
{
    if (isFirst && (text.starts_with('[') || text.starts_with('*')))
        out += "{}";
    for (char c : text) {
        if ((c >= 0 && c < 0x20) || c == 0x7f)
            out += ' ';
        else if (c == '\\')
            out += "\\textbackslash{}";
        else if (c == '~')
            out += "\\textasciitilde{}";
        else if (c == '^')
            out += "\\textasciicircum{}";
        else if (c == '"')
            out += "\\textquotedbl{}";
        else if (c == '<')
            out += "\\textless{}";
        else if (c == '>')
            out += "\\textgreater{}";
        else if (c == '|')
            out += "\\textbar{}";
        else if (std::string_view("{}$&#_%").find(c) != std::string_view::npos)
            (out += '\\') += c;
        else
            out += c;
    }
}

void appendJsonText(std::string &out, std::string_view text)
{
    constexpr char Digits[] = "0123456789abcdef";
    out += '"';
    for (char c : text) {
        if (c == '"' || c == '\\') {
            (out += '\\') += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c >= 0 && c < 0x20) {
            ((out += "\\u00") += Digits[c >> 4]) += Digits[c & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace

TextTableWriter::TextTableWriter(TextFormat format, Formulas formulas, TextTableSink sink)
    : m_format(format), m_formulas(formulas), m_sink(std::move(sink))
{
}

void TextTableWriter::begin(const QList<TextTableColumn> &columns)
{
    if (m_format == TextFormat::Latex)
        beginLatex(columns);
    else if (m_format == TextFormat::Json)
        m_buffer += "{\"columns\": ";
    m_isHeader = true;
    for (const TextTableColumn &column : columns)
        text(column.title.toStdString());
    endRecord();
    m_isHeader = false;
    if (m_format == TextFormat::Markdown) {
        for (const TextTableColumn &column : columns)
            m_buffer += column.isNumeric ? "| ---: " : "| --- ";
        m_buffer += "|\n";
    } else if (m_format == TextFormat::Latex) {
        m_buffer += "\\midrule\n";
    } else if (m_format == TextFormat::Json) {
        m_buffer += ",\n \"rows\": [";
    }
}

void TextTableWriter::beginLatex(const QList<TextTableColumn> &columns)
{
    m_buffer += "% \\usepackage[T1]{fontenc}\n% \\usepackage{booktabs}\n\\begin{tabular}{";
    for (const TextTableColumn &column : columns)
        m_buffer += column.isNumeric ? 'r' : 'l';
    m_buffer += "}\n\\toprule\n";
}

void TextTableWriter::text(std::string_view utf8)
{
    cell(utf8, Kind::Text);
}

void TextTableWriter::number(std::string_view text)
{
    cell(text, Kind::Number);
}

void TextTableWriter::absent()
{
    if (m_format == TextFormat::Json) {
        beginCell();
        m_buffer += "null";
    } else if (m_format == TextFormat::Csv) {
        beginCell();
    } else {
        cell({}, Kind::Text);
    }
}

void TextTableWriter::beginCell()
{
    const bool isFirst = m_column++ == 0;
    if (isFirst)
        beginRecord();
    switch (m_format) {
    case TextFormat::Csv: m_buffer += isFirst ? "" : ","; break;
    case TextFormat::Tsv: m_buffer += isFirst ? "" : "\t"; break;
    case TextFormat::Markdown: m_buffer += isFirst ? "| " : " | "; break;
    case TextFormat::Latex: m_buffer += isFirst ? "" : " & "; break;
    case TextFormat::Json: m_buffer += isFirst ? "" : ", "; break;
    }
}

void TextTableWriter::cell(std::string_view utf8, Kind kind)
{
    beginCell();
    const bool isPlain = kind == Kind::Number; // "-Infinity" is no formula
    switch (m_format) {
    case TextFormat::Csv:
        appendCsvField(m_buffer, utf8, isPlain ? Formulas::AsTheyAre : m_formulas);
        break;
    case TextFormat::Tsv:
        if (!isPlain && m_formulas == Formulas::Neutralised && looksLikeFormula(utf8))
            appendTsvField(m_buffer, '\'' + std::string(utf8));
        else
            appendTsvField(m_buffer, utf8);
        break;
    case TextFormat::Markdown: appendMarkdownField(m_buffer, utf8); break;
    case TextFormat::Latex: appendLatexField(m_buffer, utf8, m_column == 1); break;
    case TextFormat::Json:
        if (isPlain && utf8.find_first_not_of("+-.0123456789e") == std::string_view::npos && !utf8.empty())
            m_buffer += utf8;
        else
            appendJsonText(m_buffer, utf8);
        break;
    }
}

void TextTableWriter::beginRecord()
{
    if (m_format == TextFormat::Json && !m_isHeader)
        m_buffer += m_records > 0 ? ",\n  [" : "\n  [";
    else if (m_format == TextFormat::Json)
        m_buffer += '[';
}

void TextTableWriter::endRecord()
{
    if (m_column == 0)
        beginRecord();
    switch (m_format) {
    case TextFormat::Csv: m_buffer += "\r\n"; break;
    case TextFormat::Tsv: m_buffer += '\n'; break;
    case TextFormat::Markdown: m_buffer += " |\n"; break;
    case TextFormat::Latex: m_buffer += " \\\\\n"; break;
    case TextFormat::Json: m_buffer += ']'; break;
    }
    m_column = 0;
    if (!m_isHeader)
        ++m_records;
    if (m_buffer.size() >= FlushAt)
        flush();
}

void TextTableWriter::finish()
{
    if (m_format == TextFormat::Latex)
        m_buffer += "\\bottomrule\n\\end{tabular}\n";
    else if (m_format == TextFormat::Json)
        m_buffer += m_records > 0 ? "\n ]}\n" : "]}\n";
    flush();
}

void TextTableWriter::flush()
{
    m_isStopped = m_isStopped || !m_sink(m_buffer);
    m_buffer.clear();
}

} // namespace Assay
