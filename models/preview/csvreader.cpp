// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/csvreader.h"

#include "models/preview/tablebuilder.h"
#include "models/preview/textreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Reads one line of cells after the other.
class CsvScanner
{
public:
    CsvScanner(QStringView text, QChar separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    // Fills `row` with the first `most` cells of the next line, and says how many it has.
    qsizetype readRow(QStringList &row, qsizetype most, qint64 &cutCells)
    {
        for (qsizetype count = 1;; ++count) {
            const QString cell = readCell(count <= most, cutCells);
            if (count <= most)
                row.append(cell);
            if (atEnd())
                return count;
            const QChar end = m_text[m_at++];
            if (end == m_separator)
                continue;
            if (end == u'\r' && !atEnd() && m_text[m_at] == u'\n')
                ++m_at;
            return count;
        }
    }
    qsizetype openQuoteAt() const { return m_openQuote; }

private:
    bool endsCell(QChar c) const { return c == m_separator || c == u'\n' || c == u'\r'; }

    QString readCell(bool wanted, qint64 &cutCells)
    {
        QString quoted;
        const qsizetype start = m_at;
        bool isQuoted = false;
        if (m_quotes && !atEnd() && m_text[m_at] == u'"')
            isQuoted = readQuoted(quoted);
        const qsizetype rest = m_at;
        while (!atEnd() && !endsCell(m_text[m_at]))
            ++m_at;
        if (!wanted)
            return {};
        bool cut = false;
        const QString cell = isQuoted ? shownCell(quoted.append(m_text.sliced(rest, m_at - rest)), cut)
                                      : shownCell(m_text.sliced(start, m_at - start), cut);
        cutCells += cut;
        return cell;
    }
    // False when the quote is never closed; then it, and all that follow, are characters like others.
    bool readQuoted(QString &value)
    {
        const qsizetype start = m_at++;
        while (!atEnd()) {
            const QChar c = m_text[m_at++];
            if (c != u'"') {
                value += c;
            } else if (!atEnd() && m_text[m_at] == u'"') {
                value += c;
                ++m_at;
            } else {
                return true;
            }
        }
        m_openQuote = start;
        m_quotes = false;
        m_at = start;
        return false;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qsizetype m_openQuote = -1;
    bool m_quotes = true;
};

QChar separatorOf(QStringView text, bool tabs)
{
    if (tabs)
        return u'\t';
    const qsizetype end = text.indexOf(u'\n');
    const QStringView first = end < 0 ? text : text.first(end);
    return first.count(u';') > first.count(u',') ? u';' : u',';
}

bool isHeader(const QStringList &row)
{
    return std::ranges::none_of(row, [](const QString &cell) {
        bool isNumber = false;
        (void)cell.toDouble(&isNumber);
        return isNumber;
    });
}

QStringList numbered(qsizetype count)
{
    QStringList names;
    for (qsizetype i = 1; i <= count; ++i)
        names.append(QString::number(i));
    return names;
}

} // namespace

TablePreview readCsv(QStringView text, bool tabs, bool complete, QList<PreviewNote> &notes)
{
    CsvScanner scanner(text, separatorOf(text, tabs));
    TableBuilder builder;
    bool isFirst = true;
    while (!scanner.atEnd()) {
        QStringList row;
        const qsizetype width = scanner.readRow(row, builder.isFull() ? 1 : MaxPreviewColumns, builder.cutCells);
        if (!complete && scanner.atEnd() && !isFirst)
            break;
        if (width == 1 && row.first().isEmpty())
            continue;
        if (isFirst && isHeader(row)) {
            builder.setColumns(row, width);
        } else {
            if (isFirst)
                builder.setColumns(numbered(row.size()), width);
            builder.addRow(row, width);
        }
        isFirst = false;
    }
    if (!complete)
        builder.setTotalUnknown();
    if (scanner.openQuoteAt() >= 0)
        notes.append({PreviewNote::Kind::OpenQuote, 1 + text.first(scanner.openQuoteAt()).count(u'\n'), 0});
    return builder.take(notes);
}

} // namespace Assay
