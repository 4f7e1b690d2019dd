// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/records.h"

#include "models/items/displaytext.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Gap = 2;
constexpr int LongestCell = 80;  // of a table that goes to no terminal
constexpr int OptionalCell = 16; // what an optional column is worth having
constexpr int ShortestCell = 8;
constexpr qsizetype ReadAtMost = 1000; // characters of a text that can matter for a cell

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f900 && c <= 0x1f9ff)
        || (c >= 0x20000 && c <= 0x3fffd);
}

int characterWidth(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    return isWide(c) ? 2 : 1;
}

// f(index after the character, its width) until it says false.
template <typename F>
void forEachCharacter(QStringView text, F &&f)
{
    qsizetype i = 0;
    while (i < text.size()) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        i += pair ? 2 : 1;
        if (!f(i, characterWidth(c)))
            return;
    }
}

QString cut(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    qsizetype end = 0;
    int used = 1; // the dots
    forEachCharacter(text, [&](qsizetype after, int wide) {
        used += wide;
        if (used > width)
            return false;
        end = after;
        return true;
    });
    return text.left(end) + u'…';
}

int total(const QList<int> &widths)
{
    int sum = widths.isEmpty() ? 0 : int(widths.size() - 1) * Gap;
    for (int width : widths)
        sum += width;
    return sum;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    forEachCharacter(text, [&](qsizetype, int wide) {
        width += wide;
        return true;
    });
    return width;
}

TableWriter::TableWriter(TextSink sink, int width) : m_sink(std::move(sink)), m_width(width) {}

void TableWriter::begin(const QList<RecordColumn> &columns)
{
    m_columns = columns;
}

void TableWriter::add(QString cell)
{
    m_current.push_back(std::move(cell));
}

void TableWriter::text(std::string_view utf8)
{
    // Enough for any cell; a megabyte of text is not converted for the sake of eighty columns.
    const bool isLong = utf8.size() > size_t(ReadAtMost) * 4;
    const QString text = QString::fromUtf8(utf8.data(), isLong ? ReadAtMost * 4 : qsizetype(utf8.size()));
    add(isLong ? visibleText(text.left(ReadAtMost), ReadAtMost) + u'…' : visibleText(text, ReadAtMost));
}

void TableWriter::integer(qint64 value)
{
    add(QString::number(value));
}

void TableWriter::number(double value)
{
    add(metricText(value));
}

void TableWriter::time(qint64 ms)
{
    add(timeText(ms));
}

void TableWriter::absent()
{
    add({});
}

void TableWriter::endRecord()
{
    m_records.push_back(std::move(m_current));
    m_current.clear();
}

QList<int> TableWriter::naturalWidths() const
{
    QList<int> widths;
    for (const RecordColumn &column : m_columns)
        widths.append(std::min(displayWidth(visibleText(column.title)), LongestCell));
    for (const auto &record : m_records)
        for (size_t i = 0; i < record.size() && qsizetype(i) < widths.size(); ++i)
            widths[qsizetype(i)] = std::max(widths[qsizetype(i)], std::min(displayWidth(record[i]), m_width > 0 ? m_width : LongestCell));
    return widths;
}

void TableWriter::fit()
{
    m_widths = naturalWidths();
    if (m_width <= 0)
        return;
    const auto worth = [this] {
        QList<int> widths;
        for (qsizetype i = 0; i < m_widths.size(); ++i)
            widths.append(m_columns[i].optional || m_columns[i].kind == RecordColumn::Kind::Text
                              ? std::min(m_widths[i], OptionalCell) : m_widths[i]);
        return total(widths);
    };
    while (!m_widths.isEmpty() && m_columns[m_widths.size() - 1].optional && worth() > m_width)
        m_widths.removeLast();
    // The first text says what a record is about: it gives way early only where it takes more than a third.
    const auto isText = [this](qsizetype i) { return m_columns[i].kind == RecordColumn::Kind::Text; };
    qsizetype first = 0;
    while (first < m_widths.size() && !isText(first))
        ++first;
    shrink([&](qsizetype i) { return i == first; }, std::max(ShortestCell, m_width / 3));
    shrink([&](qsizetype i) { return i != first && isText(i); }, ShortestCell);
    shrink(isText, ShortestCell);
    shrink([](qsizetype) { return true; }, ShortestCell);
}

// Takes from the widest of the columns, as long as it is wider than `least`, until the table fits.
void TableWriter::shrink(const std::function<bool(qsizetype)> &mayShrink, int least)
{
    while (total(m_widths) > m_width) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < m_widths.size(); ++i)
            if (mayShrink(i) && m_widths[i] > least && (widest < 0 || m_widths[i] > m_widths[widest]))
                widest = i;
        if (widest < 0)
            return;
        --m_widths[widest];
    }
}

std::string TableWriter::line(const std::vector<QString> &cells) const
{
    QString text;
    for (qsizetype i = 0; i < m_widths.size(); ++i) {
        const QString cell = cut(cells[size_t(i)], m_widths[i]);
        const QString space(m_widths[i] - displayWidth(cell), u' ');
        if (i > 0)
            text += QString(Gap, u' ');
        text += m_columns[i].kind == RecordColumn::Kind::Number ? space + cell : cell + space;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return (text + u'\n').toStdString();
}

void TableWriter::finish()
{
    fit();
    std::vector<QString> titles;
    for (const RecordColumn &column : m_columns)
        titles.push_back(visibleText(column.title));
    m_sink(line(titles));
    for (const auto &record : m_records)
        m_sink(line(record));
}

} // namespace Assay
