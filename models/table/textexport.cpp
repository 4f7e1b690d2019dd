// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textexport.h"

#include "models/table/column.h"

#include <QDateTime>

#include <cmath>

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

void appendRecord(std::string &out, TextFormat format, qsizetype columns, const std::function<std::optional<QString>(qsizetype)> &cell)
{
    for (qsizetype column = 0; column < columns; ++column) {
        const auto text = cell(column);
        switch (format) {
        case TextFormat::Csv:
            if (column > 0)
                out += ',';
            if (text)
                appendCsvField(out, text->toStdString());
            break;
        case TextFormat::Tsv:
            if (column > 0)
                out += '\t';
            appendTsvField(out, text.value_or(QString()).toStdString());
            break;
        case TextFormat::Markdown:
            out += column == 0 ? "| " : " | ";
            appendMarkdownField(out, text.value_or(QString()).toStdString());
            break;
        }
    }
    out += format == TextFormat::Csv ? "\r\n" : format == TextFormat::Tsv ? "\n" : " |\n";
}

} // namespace

bool looksLikeFormula(std::string_view text)
{
    if (text.empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos)
        return false;
    const bool isPlain = text.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
    const auto number = isPlain ? parseNumber(text) : std::nullopt;
    return !number || !std::isfinite(*number);
}

void appendCsvField(std::string &out, std::string_view utf8, Formulas formulas)
{
    const std::string_view prefix = formulas == Formulas::Neutralised && looksLikeFormula(utf8) ? "'" : "";
    const bool needsQuotes = utf8.empty() || utf8.find_first_of(",\"\r\n") != std::string_view::npos
        || utf8.front() == ' ' || utf8.back() == ' ';
    if (!needsQuotes) {
        out += prefix;
        out += utf8;
        return;
    }
    out += '"';
    out += prefix;
    for (char c : utf8) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

bool writeTextTable(const TextTable &table, TextFormat format, const TextTableSink &sink)
{
    const qsizetype columns = table.headers.size();
    std::string out;
    appendRecord(out, format, columns, [&](qsizetype column) { return std::optional(table.headers[column]); });
    if (format == TextFormat::Markdown) {
        for (qsizetype column = 0; column < columns; ++column)
            out += "| --- ";
        out += "|\n";
    }
    for (qsizetype row = 0; row < table.rowCount; ++row) {
        appendRecord(out, format, columns, [&](qsizetype column) { return table.cell(row, column); });
        if (out.size() >= FlushAt) {
            if (!sink(out))
                return false;
            out.clear();
        }
    }
    return sink(out);
}

QString isoTimeText(qint64 ms)
{
    const QString iso = QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
    return iso.isEmpty() ? QString::number(ms) : iso;
}

QString textTable(const TextTable &table, TextFormat format)
{
    std::string all;
    writeTextTable(table, format, [&](const std::string &piece) {
        all += piece;
        return true;
    });
    return QString::fromStdString(all);
}

} // namespace Assay
