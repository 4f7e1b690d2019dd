// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/runtableheader.h"

#include "models/items/runtablemodel.h"
#include "widgets/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 8;
constexpr int Height = 28;

// Where the last part of a key begins: "val/loss" at 4.
qsizetype lastPart(const QString &title)
{
    const qsizetype slash = title.lastIndexOf(u'/', -2), dot = title.lastIndexOf(u'.', -2);
    return std::max(slash, dot) + 1;
}

} // namespace

RunTableHeader::RunTableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setDefaultSectionSize(100);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QSize RunTableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), Height};
}

QString RunTableHeader::sortMark(int section) const
{
    const int place = model()->headerData(section, Qt::Horizontal, RunTableModel::SortPlaceRole).toInt();
    if (place == 0)
        return {};
    const auto direction = SortDirection(model()->headerData(section, Qt::Horizontal, RunTableModel::SortDirectionRole).toInt());
    const QString arrow = direction == SortDirection::Ascending ? u"↑"_s : u"↓"_s;
    int others = 0;
    for (int other = 0; other < count() && others < 2; ++other)
        others += model()->headerData(other, Qt::Horizontal, RunTableModel::SortPlaceRole).toInt() > 0 ? 1 : 0;
    return others > 1 ? arrow + QString::number(place) : arrow;
}

int RunTableHeader::titleWidth(int section) const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    return QFontMetrics(strong).horizontalAdvance(title) + 2 * Margin + QFontMetrics(strong).horizontalAdvance(u"↑1 "_s);
}

void RunTableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!rect.isValid())
        return;
    const Theme &theme = Theme::of(palette());
    const QPoint cursor = viewport()->mapFromGlobal(QCursor::pos());
    const bool isHovered = underMouse() && rect.contains(cursor);
    painter->save();
    painter->fillRect(rect, theme.color(isHovered ? ColorRole::Hover : ColorRole::Surface));
    painter->setPen(theme.color(ColorRole::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());

    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    const QString mark = sortMark(section);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics strongMetrics(strong), plainMetrics(font());
    QRect rest = rect.adjusted(Margin, 0, -Margin, 0);
    if (!mark.isEmpty()) {
        const int width = strongMetrics.horizontalAdvance(mark);
        painter->setFont(strong);
        painter->setPen(theme.color(ColorRole::Accent));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, mark);
        rest.setRight(rest.right() - width - 4);
    }
    const auto key = model()->headerData(section, Qt::Horizontal, RunTableModel::ColumnKeyRole).value<ColumnKey>();
    const qsizetype split = key.group == ColumnGroup::Attribute ? 0 : lastPart(title);
    const QString last = strongMetrics.elidedText(title.sliced(split), Qt::ElideRight, rest.width());
    const int lastWidth = strongMetrics.horizontalAdvance(last);
    const int room = rest.width() - lastWidth;
    const QString prefix = split > 0 && room > 12 ? plainMetrics.elidedText(title.left(split), Qt::ElideLeft, room) : QString();
    const int prefixWidth = prefix.isEmpty() ? 0 : plainMetrics.horizontalAdvance(prefix);
    const bool isRight = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const int left = isRight ? rest.right() + 1 - lastWidth - prefixWidth : rest.left();
    painter->setFont(font());
    painter->setPen(theme.color(ColorRole::Muted));
    painter->drawText(QRect(left, rest.top(), prefixWidth + 1, rest.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, prefix);
    painter->setFont(strong);
    painter->setPen(theme.color(key.group == ColumnGroup::Attribute ? ColorRole::Muted : ColorRole::Text));
    painter->drawText(QRect(left + prefixWidth, rest.top(), lastWidth + 2, rest.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, last);
    painter->restore();
}

} // namespace Assay
