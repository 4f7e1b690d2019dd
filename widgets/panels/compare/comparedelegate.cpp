// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparedelegate.h"

#include "models/items/comparemodel.h"
#include "widgets/panels/compare/comparegrid.h"
#include "widgets/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 8, Indent = 14;

struct Cell {
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    const Theme &theme;
    CompareNode::Kind kind;

    QVariant value(int role) const { return index.data(role); }
    bool isSelected() const { return option.state & QStyle::State_Selected; }
    QColor muted() const { return theme.color(isSelected() ? ColorRole::Text : ColorRole::Muted); }
};

QFont smallFont(const QFont &base)
{
    QFont font = tabularFont(base);
    font.setPixelSize(11);
    return font;
}

void paintBackground(const Cell &cell)
{
    const QRect &rect = cell.option.rect;
    if (cell.isSelected())
        cell.painter->fillRect(rect, cell.theme.color(ColorRole::Selection));
    else if (cell.kind == CompareNode::Kind::Section)
        cell.painter->fillRect(rect, cell.theme.color(ColorRole::Window));
    cell.painter->setPen(cell.theme.color(ColorRole::Hover));
    cell.painter->drawLine(rect.bottomLeft(), rect.bottomRight());
}

// A sentence is read whole, however many columns there are and wherever they are scrolled to.
void paintNote(const Cell &cell)
{
    if (cell.index.column() == 0)
        return;
    const auto *grid = qobject_cast<const CompareGrid *>(cell.option.widget);
    const CompareGrid::NotePlace place = grid ? grid->notePlace() : CompareGrid::NotePlace{cell.option.rect.left(), cell.option.rect.width()};
    const QRect whole(place.left + Margin, cell.option.rect.top(), place.width - 2 * Margin, cell.option.rect.height());
    cell.painter->setClipRect(cell.option.rect);
    cell.painter->setFont(cell.option.font);
    cell.painter->setPen(cell.muted());
    cell.painter->drawText(whole, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(cell.option.font).elidedText(cell.value(Qt::DisplayRole).toString(), Qt::ElideRight, whole.width()));
}

QRect indented(const Cell &cell)
{
    return cell.option.rect.adjusted(Margin + Indent * cell.value(CompareModel::DepthRole).toInt(), 0, -Margin, 0);
}

void paintFold(const Cell &cell)
{
    if (cell.index.column() > 0)
        return;
    QRect rest = indented(cell);
    const bool isSection = cell.kind == CompareNode::Kind::Section;
    const bool isFolded = cell.value(CompareModel::FoldedRole).toBool();
    const QRect triangle(rest.left() - 3, rest.center().y() - 6, 14, 14);
    icon(isFolded ? "chevron-right"_L1 : "chevron-down"_L1, ColorRole::Muted).paint(cell.painter, triangle);
    rest.setLeft(triangle.right() + 4);
    const QString count = cell.value(CompareModel::CountTextRole).toString();
    const QFont small = smallFont(cell.option.font);
    const int countWidth = QFontMetrics(small).horizontalAdvance(count);
    cell.painter->setFont(small);
    cell.painter->setPen(cell.muted());
    cell.painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
    rest.setRight(rest.right() - countWidth - Margin);
    QFont font = cell.option.font;
    font.setWeight(isSection ? QFont::DemiBold : QFont::Normal);
    cell.painter->setFont(font);
    cell.painter->setPen(cell.theme.color(cell.value(CompareModel::DiffersRole).toBool() || cell.isSelected() ? ColorRole::Text : ColorRole::Muted));
    cell.painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(font).elidedText(cell.value(Qt::DisplayRole).toString(), Qt::ElideMiddle, rest.width()));
}

void paintKey(const Cell &cell)
{
    const QRect rest = indented(cell).adjusted(Indent - 3, 0, 0, 0);
    cell.painter->setFont(cell.option.font);
    cell.painter->setPen(cell.value(CompareModel::DiffersRole).toBool() ? cell.theme.color(ColorRole::Text) : cell.muted());
    cell.painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(cell.option.font).elidedText(cell.value(Qt::DisplayRole).toString(), Qt::ElideMiddle, rest.width()));
}

// The best value has a mark before it, the least and the greatest a small triangle.
void paintMark(const Cell &cell, const QRect &rest, bool isBest)
{
    const int extreme = cell.value(CompareModel::ExtremeRole).toInt();
    if (isBest) {
        icon("best"_L1, cell.isSelected() ? ColorRole::Text : ColorRole::Good).paint(cell.painter, QRect(rest.left() - 3, rest.center().y() - 6, 14, 14));
    } else if (extreme != 0) {
        cell.painter->setFont(smallFont(cell.option.font));
        cell.painter->setPen(cell.muted());
        cell.painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, extreme < 0 ? u"▾"_s : u"▴"_s);
    }
}

// The text in so much room. Of a number no digit is cut away unsaid: it gets fewer digits, and "≈" before them, down to
// four; nothing when that is too wide, too.
QString fitted(const Cell &cell, const QFontMetrics &metrics, int width)
{
    const QString text = cell.value(Qt::DisplayRole).toString();
    const QVariant number = cell.value(CompareModel::NumberRole);
    if (!number.isValid() || metrics.horizontalAdvance(text) <= width)
        return metrics.elidedText(text, Qt::ElideRight, width);
    for (int digits : {12, 10, 8, 7, 6, 5, 4}) {
        const QString shorter = u'≈' + QString::number(number.toDouble(), 'g', digits);
        if (metrics.horizontalAdvance(shorter) <= width)
            return shorter;
    }
    return {};
}

void paintValue(const Cell &cell)
{
    QRect rest = cell.option.rect.adjusted(Margin, 0, -Margin, 0);
    const bool isBest = cell.value(CompareModel::BestRole).toBool();
    if (cell.value(CompareModel::MarkedRole).toBool()) {
        paintMark(cell, rest, isBest);
        rest.setLeft(rest.left() + 14);
    }
    QFont font = tabularFont(cell.option.font);
    font.setWeight(isBest ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    const QString delta = cell.value(CompareModel::DeltaTextRole).toString();
    const QFont small = smallFont(cell.option.font);
    const int room = rest.width() - QFontMetrics(small).horizontalAdvance(delta) - Margin;
    const bool isAbsent = cell.value(CompareModel::AbsentRole).toBool();
    QString text = isAbsent ? u"–"_s : room < rest.width() * 3 / 10 ? QString() : fitted(cell, metrics, room);
    if (!delta.isEmpty() && !text.isEmpty()) {
        cell.painter->setFont(small);
        cell.painter->setPen(cell.muted());
        cell.painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, delta);
        rest.setWidth(room);
    } else if (!isAbsent) {
        text = fitted(cell, metrics, rest.width());
    }
    const bool isBaseline = cell.index.model()->headerData(cell.index.column(), Qt::Horizontal, CompareModel::BaselineRole).toBool();
    const bool isMuted = isAbsent || (cell.value(CompareModel::SameRole).toBool() && !isBaseline);
    cell.painter->setFont(font);
    cell.painter->setPen(isMuted ? cell.muted() : cell.theme.color(ColorRole::Text));
    cell.painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, 26};
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell{painter, option, index, Theme::of(option.palette), CompareNode::Kind(index.data(CompareModel::KindRole).toInt())};
    painter->save();
    paintBackground(cell);
    switch (cell.kind) {
    case CompareNode::Kind::Section:
    case CompareNode::Kind::Folder: paintFold(cell); break;
    case CompareNode::Kind::Note: paintNote(cell); break;
    case CompareNode::Kind::Key: index.column() == 0 ? paintKey(cell) : paintValue(cell); break;
    }
    painter->restore();
}

} // namespace Assay
