// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace Assay {

// A line of text in a fixed font, wrapped to a width. A short one wraps at words. A long one wraps at any character, by
// counting cells, so that only those of its lines that are drawn are laid out.
class WrappedLine
{
public:
    static constexpr qsizetype LongText = 1'000; // UTF-16 units

    WrappedLine(const QString &text, const QFont &font, int width);

    int lineCount() const { return m_layout ? m_layout->lineCount() : int(m_starts.size()); }
    // Returns how many lines had to be laid out for it.
    int draw(QPainter &painter, const QPoint &at, const QRect &clip, const QList<QTextLayout::FormatRange> &formats) const;
    int offsetAt(const QPoint &position) const; // in the text

    // What lineCount() will be, about, for so many UTF-16 units. Exact for what fits into one line and for long ASCII.
    static int likelyLineCount(qsizetype size, const QFont &font, int width);

private:
    std::unique_ptr<QTextLayout> lineLayout(int line) const;
    void breakIntoCells(int width);

    QString m_text;
    QFont m_font;
    int m_lineHeight;
    std::unique_ptr<QTextLayout> m_layout; // of a short text
    std::vector<int> m_starts;             // of a long one: where its lines begin
};

} // namespace Assay
