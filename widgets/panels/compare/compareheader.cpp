// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/compareheader.h"

#include "models/items/comparemodel.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 8;

} // namespace

CompareHeader::CompareHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setMinimumSectionSize(80);
    setDefaultSectionSize(220);
    connect(this, &QHeaderView::sectionMoved, this, &CompareHeader::takeBack);
}

QSize CompareHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 28};
}

void CompareHeader::takeBack(int logicalIndex, int oldVisual, int newVisual)
{
    if (m_isTakingBack)
        return;
    m_isTakingBack = true;
    moveSection(newVisual, oldVisual);
    m_isTakingBack = false;
    if (!m_isDroppedOutside)
        Q_EMIT runMoved(logicalIndex, newVisual);
}

bool CompareHeader::isHandle(int x) const
{
    const int section = logicalIndexAt(x), grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const int left = sectionViewportPosition(section), right = left + sectionSize(section);
    return sectionResizeMode(section) == Interactive && ((x - left < grip && left > 0) || right - x <= grip);
}

void CompareHeader::mousePressEvent(QMouseEvent *event)
{
    const int section = logicalIndexAt(event->pos());
    const bool isDrag = event->button() == Qt::LeftButton && sectionsMovable() && section >= 0 && !isHandle(event->pos().x());
    m_dragged = isDrag ? section : -1;
    QHeaderView::mousePressEvent(event);
}

void CompareHeader::mouseMoveEvent(QMouseEvent *event)
{
    QHeaderView::mouseMoveEvent(event);
    if (m_dragged >= 0 && event->buttons() == Qt::LeftButton)
        Q_EMIT dragged(event->globalPosition().toPoint(), isOutside(event->pos().x()));
}

void CompareHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const int section = std::exchange(m_dragged, -1);
    m_isDroppedOutside = section >= 0 && isOutside(event->pos().x());
    QHeaderView::mouseReleaseEvent(event);
    Q_EMIT dragged({}, false);
    if (std::exchange(m_isDroppedOutside, false))
        Q_EMIT droppedOutside(section, event->globalPosition().toPoint());
}

void CompareHeader::setDropSection(int section)
{
    if (std::exchange(m_drop, section) != section)
        viewport()->update();
}

void CompareHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = Theme::of(palette());
    painter->save();
    painter->fillRect(rect, theme.color(logicalIndex == m_drop ? ColorRole::Hover : ColorRole::Surface));
    if (logicalIndex == m_drop)
        painter->fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), theme.color(ColorRole::Accent));
    painter->setPen(theme.color(ColorRole::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QRect rest = rect.adjusted(Margin, 0, -Margin, 0);
    const auto header = [&](int role) { return model()->headerData(logicalIndex, Qt::Horizontal, role); };
    QFont font = this->font();
    if (logicalIndex > 0) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.series(header(CompareModel::ColorIndexRole).toInt()));
        painter->drawEllipse(QRectF(rest.left(), rest.center().y() - 3.5, 9, 9));
        rest.setLeft(rest.left() + 16);
        if (header(CompareModel::BaselineRole).toBool()) {
            icon("baseline"_L1, ColorRole::Accent).paint(painter, QRect(rest.right() - 15, rest.center().y() - 7, 16, 16));
            rest.setRight(rest.right() - 20);
            font.setWeight(QFont::DemiBold);
        }
    }
    painter->setFont(font);
    painter->setPen(theme.color(logicalIndex > 0 ? ColorRole::Text : ColorRole::Muted));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(header(Qt::DisplayRole).toString(), Qt::ElideMiddle, rest.width()));
    painter->restore();
}

} // namespace Assay
