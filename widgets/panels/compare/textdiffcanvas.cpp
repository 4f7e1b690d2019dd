// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/textdiffcanvas.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Padding = 8;
constexpr size_t Context = 3;       // lines that stay beside a change
constexpr qsizetype MaxLine = 10'000; // of a longer line, the beginning is shown: it is no text to read
constexpr qsizetype LongLines = 500; // more of them than this wrap at any character, which needs no layout

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

void TextDiffCanvas::setDiff(std::shared_ptr<const SideBySide> diff)
{
    m_diff = std::move(diff);
    m_isOpen.assign(m_diff ? m_diff->pairs.size() : 0, false);
    m_change = -1;
    m_anchor = m_caret = {};
    makeRows();
    verticalScrollBar()->setValue(0);
}

void TextDiffCanvas::setFolding(bool folds)
{
    m_folds = folds;
    m_isOpen.assign(m_isOpen.size(), false);
    makeRows();
}

void TextDiffCanvas::makeRows()
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
    layOut();
}

QString TextDiffCanvas::line(Side side, size_t pair) const
{
    const LinePair &lines = m_diff->pairs[pair];
    const qsizetype number = side == Side::Left ? lines.left : lines.right;
    const QString text = number < 0 ? QString() : side == Side::Left ? m_diff->leftLines[number] : m_diff->rightLines[number];
    return text.size() <= MaxLine ? text : tr("%1… (%2 characters)").arg(text.first(MaxLine), countText(text.size()));
}

void TextDiffCanvas::fillLayout(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(m_wrapsWords ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::WrapAnywhere);
    option.setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    layout.setTextOption(option);
    layout.beginLayout();
    int y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, double(y)});
        y += fontMetrics().height();
    }
    layout.endLayout();
}

int TextDiffCanvas::heightOf(Side side, size_t pair, int width) const
{
    const QString text = line(side, pair);
    const int character = std::max(1, fontMetrics().horizontalAdvance(u'm'));
    if (text.size() * 2 * character <= width)
        return fontMetrics().height();
    if (!m_wrapsWords && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; })) {
        const qsizetype perLine = std::max(1, width / character);
        return int((text.size() + perLine - 1) / perLine) * fontMetrics().height();
    }
    QTextLayout layout(text, font());
    fillLayout(layout, width);
    return std::max(1, layout.lineCount()) * fontMetrics().height();
}

void TextDiffCanvas::layOut()
{
    const qsizetype lines = m_diff ? std::max(m_diff->leftLines.size(), m_diff->rightLines.size()) : 0;
    m_gutter = fontMetrics().horizontalAdvance(u"0"_s) * (int(std::log10(double(std::max<qsizetype>(lines, 1)))) + 1) + 3 * Padding;
    const int width = std::max(40, viewport()->width() / 2 - m_gutter - Padding);
    const int character = std::max(1, fontMetrics().horizontalAdvance(u'm'));
    m_wrapsWords = std::count_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return !row.isFold && std::max(line(Side::Left, row.pair).size(), line(Side::Right, row.pair).size()) * character > width;
    }) <= LongLines;
    m_height = Padding / 2;
    for (Row &row : m_rows) {
        row.top = m_height;
        row.height = row.isFold ? fontMetrics().height() + Padding
                                : std::max(heightOf(Side::Left, row.pair, width), heightOf(Side::Right, row.pair, width)) + 2;
        m_height += row.height;
    }
    m_height += Padding / 2;
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(fontMetrics().height());
    viewport()->update();
}

void TextDiffCanvas::unfold(int row)
{
    size_t start = m_rows[size_t(row)].pair;
    while (start > 0 && !m_diff->pairs[start - 1].differs)
        --start;
    m_isOpen[start] = true;
    makeRows();
}

int TextDiffCanvas::rowAt(int y) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y, [](int at, const Row &row) { return at < row.top; });
    return int(after - m_rows.begin()) - 1;
}

void TextDiffCanvas::showChange(qsizetype change)
{
    if (!m_diff || change < 0 || change >= qsizetype(m_diff->changes.size()))
        return;
    m_change = change;
    const size_t pair = m_diff->changes[size_t(change)];
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &at) { return !at.isFold && at.pair == pair; });
    if (row != m_rows.end())
        verticalScrollBar()->setValue(row->top - viewport()->height() / 3);
    viewport()->update();
    Q_EMIT currentChangeChanged(change);
}

QString TextDiffCanvas::selectedText() const
{
    if (!m_diff || m_anchor == m_caret || m_diff->pairs.empty())
        return {};
    const Place from = std::min(m_anchor, m_caret), to = std::max(m_anchor, m_caret);
    QStringList lines;
    for (size_t pair = from.pair; pair <= to.pair && pair < m_diff->pairs.size(); ++pair) {
        if ((m_selectedSide == Side::Left ? m_diff->pairs[pair].left : m_diff->pairs[pair].right) < 0)
            continue;
        const QString text = line(m_selectedSide, pair);
        const int begin = pair == from.pair ? from.offset : 0;
        lines.append(text.mid(begin, pair == to.pair ? to.offset - begin : -1));
    }
    return lines.join(u'\n');
}

void TextDiffCanvas::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TextDiffCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_diff)
        layOut();
}

TextDiffCanvas::Place TextDiffCanvas::placeAt(const QPoint &position) const
{
    if (m_rows.empty())
        return {};
    const int at = std::clamp(rowAt(position.y() + verticalScrollBar()->value()), 0, int(m_rows.size()) - 1);
    const Row &row = m_rows[size_t(at)];
    const QRect rect = textRect(m_selectedSide, row);
    QTextLayout layout(line(m_selectedSide, row.pair), font());
    fillLayout(layout, rect.width());
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine textLine = layout.lineAt(i);
        if (i == layout.lineCount() - 1 || position.y() - rect.top() < textLine.y() + fontMetrics().height())
            return {row.pair, textLine.xToCursor(position.x() - rect.left())};
    }
    return {row.pair, 0};
}

void TextDiffCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_diff)
        return;
    const int row = rowAt(event->pos().y() + verticalScrollBar()->value());
    if (row >= 0 && m_rows[size_t(row)].isFold) {
        unfold(row);
        return;
    }
    m_selectedSide = event->pos().x() < viewport()->width() / 2 ? Side::Left : Side::Right;
    m_caret = placeAt(event->pos());
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = m_caret;
    viewport()->update();
}

void TextDiffCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || !m_diff)
        return;
    m_caret = placeAt(event->pos());
    if (event->pos().y() < 0 || event->pos().y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (event->pos().y() < 0 ? -1 : 1) * fontMetrics().height());
    viewport()->update();
}

void TextDiffCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (event->matches(QKeySequence::SelectAll) && m_diff && !m_diff->pairs.empty()) {
        m_anchor = {};
        m_caret = {m_diff->pairs.size() - 1, int(line(m_selectedSide, m_diff->pairs.size() - 1).size())};
        viewport()->update();
    } else if (event->key() == Qt::Key_F7) {
        showChange(event->modifiers().testFlag(Qt::ShiftModifier) ? m_change - 1 : m_change + 1);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

QRect TextDiffCanvas::textRect(Side side, const Row &row) const
{
    const int half = viewport()->width() / 2;
    const int left = (side == Side::Left ? 0 : half) + m_gutter;
    return {left, row.top - verticalScrollBar()->value() + 1, std::max(40, half - m_gutter - Padding), row.height};
}

QList<QTextLayout::FormatRange> TextDiffCanvas::formats(Side side, size_t pair) const
{
    const Theme &theme = Theme::of(palette());
    const LinePair &lines = m_diff->pairs[pair];
    QList<QTextLayout::FormatRange> ranges;
    for (const TextSpan &span : side == Side::Left ? lines.leftMarks : lines.rightMarks) {
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
    QTextLayout layout(this->line(side, row.pair), font());
    layout.setFormats(formats(side, row.pair));
    fillLayout(layout, text.width());
    layout.draw(&painter, text.topLeft(), {}, viewport()->rect());
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
