// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/wrappedline.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace Assay {

namespace {

constexpr int TabCells = 4;
constexpr char16_t FirstMark = 0x300, FirstWide = 0x1100;

int cellsPerLine(const QFont &font, int width)
{
    return std::max(2, int(width / std::max(1.0, QFontMetricsF(font).horizontalAdvance(u'm'))));
}

// The second half of a pair of surrogates, and what stands above or below its letter, need no room of their own.
int cellsOf(QChar character, int column)
{
    if (character == u'\t')
        return TabCells - column % TabCells;
    if (character < QChar(FirstMark))
        return 1;
    if (character.isLowSurrogate() || character.isMark() || character.category() == QChar::Other_Format)
        return 0;
    return character < QChar(FirstWide) ? 1 : 2;
}

QTextOption textOption(const QFont &font, QTextOption::WrapMode mode)
{
    QTextOption option;
    option.setWrapMode(mode);
    option.setTabStopDistance(TabCells * QFontMetricsF(font).horizontalAdvance(u' '));
    return option;
}

} // namespace

WrappedLine::WrappedLine(const QString &text, const QFont &font, int width) : m_text(text), m_font(font), m_lineHeight(QFontMetrics(font).height())
{
    if (text.size() > LongText) {
        breakIntoCells(width);
        return;
    }
    m_layout = std::make_unique<QTextLayout>(text, font);
    m_layout->setTextOption(textOption(font, QTextOption::WrapAtWordBoundaryOrAnywhere));
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    int y = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, double(y)});
        y += m_lineHeight;
    }
    m_layout->endLayout();
}

void WrappedLine::breakIntoCells(int width)
{
    const int most = cellsPerLine(m_font, width);
    m_starts.push_back(0);
    int column = 0;
    for (int i = 0; i < m_text.size(); ++i) {
        int cells = cellsOf(m_text[i], column);
        if (column + cells > most) {
            m_starts.push_back(i);
            column = 0;
            cells = cellsOf(m_text[i], 0);
        }
        column += cells;
    }
}

std::unique_ptr<QTextLayout> WrappedLine::lineLayout(int line) const
{
    const int start = m_starts[size_t(line)], end = line + 1 < lineCount() ? m_starts[size_t(line) + 1] : int(m_text.size());
    auto layout = std::make_unique<QTextLayout>(m_text.mid(start, end - start), m_font);
    layout->setTextOption(textOption(m_font, QTextOption::NoWrap));
    layout->beginLayout();
    layout->createLine();
    layout->endLayout();
    return layout;
}

int WrappedLine::draw(QPainter &painter, const QPoint &at, const QRect &clip, const QList<QTextLayout::FormatRange> &formats) const
{
    if (m_layout) {
        m_layout->draw(&painter, at, formats, clip);
        return 0;
    }
    const int first = std::max(0, (clip.top() - at.y()) / m_lineHeight), last = std::min(lineCount() - 1, (clip.bottom() - at.y()) / m_lineHeight);
    for (int line = first; line <= last; ++line) {
        const int start = m_starts[size_t(line)], end = line + 1 < lineCount() ? m_starts[size_t(line) + 1] : int(m_text.size());
        QList<QTextLayout::FormatRange> ranges;
        for (const QTextLayout::FormatRange &range : formats) {
            const int from = std::max(range.start, start), to = std::min(range.start + range.length, end);
            if (from < to)
                ranges.append({from - start, to - from, range.format});
        }
        lineLayout(line)->draw(&painter, {double(at.x()), double(at.y() + line * m_lineHeight)}, ranges);
    }
    return std::max(0, last - first + 1);
}

int WrappedLine::offsetAt(const QPoint &position) const
{
    const int line = std::clamp(position.y() / m_lineHeight, 0, std::max(0, lineCount() - 1));
    if (!m_layout)
        return m_starts[size_t(line)] + lineLayout(line)->lineAt(0).xToCursor(position.x());
    return m_layout->lineCount() > 0 ? m_layout->lineAt(line).xToCursor(position.x()) : 0;
}

int WrappedLine::likelyLineCount(qsizetype size, const QFont &font, int width)
{
    const int most = cellsPerLine(font, width);
    return int(std::max<qsizetype>(1, (size + most - 1) / most));
}

} // namespace Assay
