// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/records.h"

#include "models/table/column.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr size_t FlushAt = 1 << 16;

// A spreadsheet reads a plain number with a sign as that number; anything else that begins like this as a formula.
bool looksLikeFormula(std::string_view text)
{
    if (text.empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos)
        return false;
    const bool isPlain = text.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
    const auto number = isPlain ? parseNumber(text) : std::nullopt;
    return !number || !std::isfinite(*number);
}

bool needsQuotes(std::string_view text)
{
    return text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos || text.front() == ' ' || text.back() == ' ';
}

} // namespace

void RecordWriter::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    text(std::string_view(utf8.constData(), size_t(utf8.size())));
}

CsvWriter::CsvWriter(TextSink sink, Formulas formulas) : m_sink(std::move(sink)), m_formulas(formulas) {}

void CsvWriter::begin(const QList<RecordColumn> &columns)
{
    for (const RecordColumn &column : columns)
        text(column.title);
    endRecord();
}

void CsvWriter::separate()
{
    if (!m_first)
        m_buffer += ',';
    m_first = false;
}

void CsvWriter::text(std::string_view utf8)
{
    separate();
    const bool prefix = m_formulas == Formulas::Neutralised && looksLikeFormula(utf8);
    if (!needsQuotes(utf8)) {
        if (prefix)
            m_buffer += '\'';
        m_buffer += utf8;
        return;
    }
    m_buffer += '"';
    if (prefix)
        m_buffer += '\'';
    for (char c : utf8) {
        if (c == '"')
            m_buffer += '"';
        m_buffer += c;
    }
    m_buffer += '"';
}

void CsvWriter::integer(qint64 value)
{
    separate();
    m_buffer += std::to_string(value);
}

void CsvWriter::number(double value)
{
    separate();
    const std::string json = jsonNumber(value);
    m_buffer += json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}

void CsvWriter::time(qint64 ms)
{
    separate();
    const QString iso = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
    m_buffer += iso.isEmpty() ? std::to_string(ms) : iso.toStdString(); // a year that ISO 8601 has no four digits for
}

void CsvWriter::absent()
{
    separate();
}

void CsvWriter::endRecord()
{
    m_buffer += "\r\n";
    m_first = true;
    if (m_buffer.size() >= FlushAt)
        finish();
}

void CsvWriter::finish()
{
    m_sink(m_buffer);
    m_buffer.clear();
}

} // namespace Assay
