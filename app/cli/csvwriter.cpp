// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/records.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr size_t FlushAt = 1 << 16;

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
    appendCsvField(m_buffer, utf8, m_formulas);
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
    m_buffer += isoTimeText(ms).toStdString();
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
