// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/textdiffcanvas.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Padding = 8;
constexpr size_t Context = 3;       // lines that stay beside a change
constexpr qsizetype MaxLine = 10'000; // of a longer line, the beginning is shown: it is no text to read

QColor tint(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

TextDiffCanvas::TextDiffCanvas(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"textDiffCanvas"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setFont(fixedFont(font()));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
}

void TextDiffCanvas::setDiff(std::shared_ptr<const SideBySide> diff, Scroll scroll)
{
    const bool keeps = scroll == Scroll::Keep && m_diff && diff;
    if (keeps && m_diff->leftLines == diff->leftLines && m_diff->rightLines == diff->rightLines)
        return;
    const Top at = keeps ? sameTop(*diff) : Top();
    m_diff = std::move(diff);
    m_isOpen.assign(m_diff ? m_diff->pairs.size() : 0, false);
    m_change = -1;
    m_anchor = m_caret = {};
    makeRows(at);
}

void TextDiffCanvas::setFolding(bool folds)
{
    const Top at = top();
    m_folds = folds;
    m_isOpen.assign(m_isOpen.size(), false);
    makeRows(at);
}

void TextDiffCanvas::makeRows(const Top &top)
{
    m_rows.clear();
    const size_t count = m_diff ? m_diff->pairs.size() : 0;
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && !m_diff->pairs[end].differs)
            ++end;
        if (end == i) {
            m_rows.push_back({i++});
            continue;
        }
        const size_t head = i == 0 ? 0 : Context, tail = end == count ? 0 : Context;
        const bool isFolded = m_folds && !m_isOpen[i] && end - i > head + tail + 3;
        for (size_t pair = i; pair < end; ++pair) {
            if (isFolded && pair == i + head) {
                m_rows.push_back({pair, end - tail - pair, true});
                pair = end - tail;
                if (pair == end)
                    break;
            }
            m_rows.push_back({pair});
        }
        i = end;
    }
    layOut(top);
}

QString TextDiffCanvas::line(Side side, size_t pair) const
{
    const LinePair &lines = m_diff->pairs[pair];
    const qsizetype number = side == Side::Left ? lines.left : lines.right;
    const QString text = number < 0 ? QString() : side == Side::Left ? m_diff->leftLines[number] : m_diff->rightLines[number];
    return text.size() <= MaxLine ? text : tr("%1… (%2 characters)").arg(text.first(MaxLine), countText(text.size()));
}

qsizetype TextDiffCanvas::lineSize(Side side, size_t pair) const
{
    const LinePair &lines = m_diff->pairs[pair];
    const qsizetype number = side == Side::Left ? lines.left : lines.right;
    return number < 0 ? 0 : std::min((side == Side::Left ? m_diff->leftLines : m_diff->rightLines)[number].size(), MaxLine);
}

int TextDiffCanvas::textWidth() const
{
    return std::max(40, viewport()->width() / 2 - m_gutter - Padding);
}

const WrappedLine &TextDiffCanvas::wrapped(Side side, size_t pair) const
{
    const size_t key = 2 * pair + (side == Side::Left ? 0 : 1);
    if (const WrappedLine *known = m_wrapped.object(key))
        return *known;
    auto *line = new WrappedLine(this->line(side, pair), font(), textWidth());
    if (lineSize(side, pair) <= WrappedLine::LongText)
        m_laidOut += line->lineCount();
    m_wrapped.insert(key, line);
    return *line;
}

// Heights are guessed, and found for what is in view.
void TextDiffCanvas::layOut(const Top &top)
{
    m_wrapped.clear();
    const qsizetype lines = m_diff ? std::max(m_diff->leftLines.size(), m_diff->rightLines.size()) : 0;
    m_gutter = fontMetrics().horizontalAdvance(u"0"_s) * (int(std::log10(double(std::max<qsizetype>(lines, 1)))) + 1) + 3 * Padding;
    const int width = textWidth(), height = fontMetrics().height();
    const int surelyOneLine = width / std::max(1, 2 * fontMetrics().horizontalAdvance(u'm'));
    m_height = Padding / 2;
    for (Row &row : m_rows) {
        const qsizetype size = row.isFold ? 0 : std::max(lineSize(Side::Left, row.pair), lineSize(Side::Right, row.pair));
        row.isMeasured = row.isFold || size <= surelyOneLine;
        row.height = row.isFold ? height + Padding : height * (row.isMeasured ? 1 : WrappedLine::likelyLineCount(size, font(), width)) + 2;
        row.top = m_height;
        m_height += row.height;
    }
    m_height += Padding / 2;
    const size_t anchor = rowOf(top.pair);
    const bool isThere = anchor < m_rows.size() && m_rows[anchor].pair == top.pair;
    settle(anchor, top.pair == 0 && top.offset <= 0 ? Padding / 2 : isThere ? -std::min(top.offset, m_rows[anchor].height) : 0);
    viewport()->update();
}

TextDiffCanvas::Top TextDiffCanvas::top() const
{
    const int value = verticalScrollBar()->value(), row = std::max(0, rowAt(value));
    return size_t(row) < m_rows.size() && value > 0 ? Top{m_rows[size_t(row)].pair, value - m_rows[size_t(row)].top} : Top();
}

// The place in other texts that has the number of the line at the top.
TextDiffCanvas::Top TextDiffCanvas::sameTop(const SideBySide &next) const
{
    const Top now = top();
    if (now.pair >= m_diff->pairs.size() || next.pairs.empty())
        return {};
    const LinePair &lines = m_diff->pairs[now.pair];
    const auto there = std::find_if(next.pairs.begin(), next.pairs.end(), [&](const LinePair &pair) {
        return lines.left >= 0 ? pair.left >= lines.left : pair.right >= lines.right;
    });
    return {std::min(size_t(there - next.pairs.begin()), next.pairs.size() - 1), now.offset};
}

// Finds the heights of the rows that are in view with this at its top. True when one was other than guessed.
bool TextDiffCanvas::measure(int top)
{
    bool hasMeasured = false;
    auto row = m_rows.begin() + std::max(0, rowAt(top));
    int y = row->top;
    for (; row != m_rows.end() && y < top + viewport()->height(); ++row) {
        if (!row->isMeasured) {
            row->height = std::max(wrapped(Side::Left, row->pair).lineCount(), wrapped(Side::Right, row->pair).lineCount()) * fontMetrics().height() + 2;
            row->isMeasured = hasMeasured = true;
        }
        row->top = y;
        y += row->height;
    }
    for (; hasMeasured && row != m_rows.end(); ++row) {
        row->top = y;
        y += row->height;
    }
    if (hasMeasured)
        m_height = y + Padding / 2;
    return hasMeasured;
}

// Scrolls so that a row stands at `y` of the viewport, as near as the texts' ends allow. Each turn measures a row or more.
void TextDiffCanvas::settle(size_t anchor, int y)
{
    const QScopedValueRollback settling(m_isSettling, true);
    const auto value = [&] { return anchor < m_rows.size() ? std::clamp(m_rows[anchor].top - y, 0, std::max(0, m_height - viewport()->height())) : 0; };
    while (!m_rows.empty() && measure(value())) { }
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(fontMetrics().height());
    verticalScrollBar()->setValue(value());
}

// A row that is known already stands still while those that come into view are measured.
void TextDiffCanvas::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_isSettling || m_rows.empty())
        return;
    const int value = verticalScrollBar()->value();
    const auto first = size_t(std::max(0, rowAt(value)));
    size_t anchor = first;
    while (anchor < m_rows.size() && !m_rows[anchor].isMeasured && m_rows[anchor].top < value + viewport()->height())
        ++anchor;
    if (anchor == m_rows.size() || m_rows[anchor].top >= value + viewport()->height())
        anchor = first;
    settle(anchor, m_rows[anchor].top - value);
}

void TextDiffCanvas::unfold(int row)
{
    size_t start = m_rows[size_t(row)].pair;
    while (start > 0 && !m_diff->pairs[start - 1].differs)
        --start;
    m_isOpen[start] = true;
    makeRows(top());
}

int TextDiffCanvas::rowAt(int y) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y, [](int at, const Row &row) { return at < row.top; });
    return int(after - m_rows.begin()) - 1;
}

size_t TextDiffCanvas::rowOf(size_t pair) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), pair, [](size_t wanted, const Row &row) { return wanted < row.pair; });
    return after == m_rows.begin() ? 0 : size_t(after - m_rows.begin()) - 1;
}

void TextDiffCanvas::showChange(qsizetype change)
{
    if (!m_diff || change < 0 || change >= qsizetype(m_diff->changes.size()))
        return;
    m_change = change;
    settle(rowOf(m_diff->changes[size_t(change)]), viewport()->height() / 3);
    viewport()->update();
    Q_EMIT currentChangeChanged(change);
}

void TextDiffCanvas::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != event->size().width())
        layOut(top());
    else if (!m_rows.empty())
        scrollContentsBy(0, 0);
}

void TextDiffCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_diff)
        layOut(top());
}

QRect TextDiffCanvas::textRect(Side side, const Row &row) const
{
    const int half = viewport()->width() / 2;
    const int left = (side == Side::Left ? 0 : half) + m_gutter;
    return {left, row.top - verticalScrollBar()->value() + 1, textWidth(), row.height};
}

QList<QTextLayout::FormatRange> TextDiffCanvas::formats(Side side, size_t pair) const
{
    const Theme &theme = Theme::of(palette());
    const LinePair &lines = m_diff->pairs[pair];
    QList<QTextLayout::FormatRange> ranges;
    for (const TextSpan &span : side == Side::Left ? lines.leftMarks : lines.rightMarks) {
        if (span.start >= MaxLine)
            break;
        QTextCharFormat format;
        format.setBackground(tint(theme.color(side == Side::Left ? ColorRole::Bad : ColorRole::Good), 0.30));
        ranges.append({int(span.start), int(span.length), format});
    }
    const Place from = std::min(m_anchor, m_caret), to = std::max(m_anchor, m_caret);
    if (side == m_selectedSide && from != to && pair >= from.pair && pair <= to.pair) {
        const int begin = pair == from.pair ? from.offset : 0;
        const int end = pair == to.pair ? to.offset : int(line(side, pair).size());
        QTextCharFormat format;
        format.setBackground(theme.color(ColorRole::Selection));
        format.setForeground(theme.color(ColorRole::Text));
        if (end > begin)
            ranges.append({begin, end - begin, format});
    }
    return ranges;
}

void TextDiffCanvas::paintSide(QPainter &painter, const Row &row, Side side) const
{
    const Theme &theme = Theme::of(palette());
    const LinePair &lines = m_diff->pairs[row.pair];
    const qsizetype number = side == Side::Left ? lines.left : lines.right;
    const QRect text = textRect(side, row);
    const QRect whole(text.left() - m_gutter, text.top() - 1, viewport()->width() / 2, row.height);
    if (number < 0)
        return painter.fillRect(whole, theme.color(ColorRole::Window));
    const ColorRole role = side == Side::Left ? ColorRole::Bad : ColorRole::Good;
    if (lines.differs)
        painter.fillRect(whole, tint(theme.color(role), 0.10));
    painter.setFont(font());
    painter.setPen(theme.color(ColorRole::Muted));
    const int line = fontMetrics().height();
    painter.drawText(QRect(whole.left(), text.top(), m_gutter - 2 * Padding, line), Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
    if (lines.differs) {
        painter.setPen(theme.color(role));
        painter.drawText(QRect(text.left() - 2 * Padding, text.top(), 2 * Padding, line), Qt::AlignCenter, side == Side::Left ? u"−"_s : u"+"_s);
    }
    painter.setPen(theme.color(ColorRole::Text));
    m_laidOut += wrapped(side, row.pair).draw(painter, text.topLeft(), viewport()->rect(), formats(side, row.pair));
}

void TextDiffCanvas::paintRow(QPainter &painter, const Row &row) const
{
    const Theme &theme = Theme::of(palette());
    if (!row.isFold) {
        paintSide(painter, row, Side::Left);
        paintSide(painter, row, Side::Right);
        return;
    }
    const QRect whole(0, row.top - verticalScrollBar()->value(), viewport()->width(), row.height);
    painter.fillRect(whole, theme.color(ColorRole::Hover));
    painter.setFont(QFont(parentWidget() ? parentWidget()->font() : font()));
    painter.setPen(theme.color(ColorRole::Muted));
    painter.drawText(whole, Qt::AlignCenter, tr("%n unchanged line(s), click to show", nullptr, int(row.count)));
}

void TextDiffCanvas::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.color(ColorRole::Surface));
    const int top = verticalScrollBar()->value();
    for (int i = std::max(0, rowAt(top)); i < int(m_rows.size()) && m_rows[size_t(i)].top < top + viewport()->height(); ++i)
        paintRow(painter, m_rows[size_t(i)]);
    painter.setPen(theme.color(ColorRole::Border));
    painter.drawLine(viewport()->width() / 2, 0, viewport()->width() / 2, viewport()->height());
}

} // namespace Assay
