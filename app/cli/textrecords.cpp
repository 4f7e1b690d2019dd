// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/records.h"

using namespace Qt::StringLiterals;

namespace Assay {

void RecordWriter::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    text(std::string_view(utf8.constData(), size_t(utf8.size())));
}

TextRecords::TextRecords(TextSink sink, TextFormat format, Formulas formulas)
    : m_writer(format, formulas, [sink = std::move(sink)](const std::string &piece) {
          sink(piece);
          return true;
      })
{
}

void TextRecords::begin(const QList<RecordColumn> &columns)
{
    QList<TextTableColumn> titles;
    for (const RecordColumn &column : columns)
        titles.append({column.title, column.kind == RecordColumn::Kind::Number});
    m_writer.begin(titles);
}

void TextRecords::text(std::string_view utf8)
{
    m_writer.text(utf8);
}

void TextRecords::integer(qint64 value)
{
    m_writer.number(std::to_string(value));
}

void TextRecords::number(double value)
{
    const std::string json = jsonNumber(value);
    m_writer.number(json.front() == '"' ? std::string_view(json).substr(1, json.size() - 2) : std::string_view(json));
}

void TextRecords::time(qint64 ms)
{
    m_writer.number(isoTimeText(ms).toStdString());
}

void TextRecords::absent()
{
    m_writer.absent();
}

void TextRecords::endRecord()
{
    m_writer.endRecord();
}

void TextRecords::finish()
{
    m_writer.finish();
}

} // namespace Assay
