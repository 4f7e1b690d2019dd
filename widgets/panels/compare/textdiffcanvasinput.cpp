// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do with two texts side by side.
#include "widgets/panels/compare/textdiffcanvas.h"

#include <QMouseEvent>
#include <QScrollBar>

namespace Assay {

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

TextDiffCanvas::Place TextDiffCanvas::placeAt(const QPoint &position) const
{
    if (m_rows.empty())
        return {};
    const int at = std::clamp(rowAt(position.y() + verticalScrollBar()->value()), 0, int(m_rows.size()) - 1);
    const Row &row = m_rows[size_t(at)];
    const QRect rect = textRect(m_selectedSide, row);
    return {row.pair, wrapped(m_selectedSide, row.pair).offsetAt(position - rect.topLeft())};
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

} // namespace Assay
