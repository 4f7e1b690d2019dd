// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparedelegate.h"

#include "models/items/comparemodel.h"
#include "widgets/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 8;

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme, bool isSection)
{
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.color(ColorRole::Selection));
    else if (isSection)
        painter->fillRect(option.rect, theme.color(ColorRole::Window));
    painter->setPen(theme.color(ColorRole::Hover));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void paintSectionTitle(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme, const QString &title)
{
    QFont font = option.font;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.color(ColorRole::Muted));
    painter->drawText(option.rect.adjusted(Margin, 0, -Margin, 0), Qt::AlignLeft | Qt::AlignVCenter, title);
}

} // namespace

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, 26};
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool isSection = index.data(CompareModel::SectionRole).toBool();
    painter->save();
    paintBackground(painter, option, theme, isSection);
    if (isSection) {
        paintSectionTitle(painter, option, theme, index.data().toString());
        painter->restore();
        return;
    }
    QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
    const bool differs = index.data(CompareModel::DiffersRole).toBool();
    QFont font = index.column() == 0 ? option.font : tabularFont(option.font);
    if (index.data(CompareModel::AbsentRole).toBool()) {
        painter->setPen(theme.color(ColorRole::Muted));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, u"–"_s);
        painter->restore();
        return;
    }
    const QString delta = index.data(CompareModel::DeltaTextRole).toString();
    if (!delta.isEmpty()) {
        QFont small = tabularFont(option.font);
        small.setPixelSize(11);
        const int width = QFontMetrics(small).horizontalAdvance(delta);
        if (width < rest.width() * 6 / 10) {
            painter->setFont(small);
            painter->setPen(theme.color(ColorRole::Muted));
            painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, delta);
            rest.setRight(rest.right() - width - Margin);
        }
    }
    const int extreme = index.data(CompareModel::ExtremeRole).toInt();
    font.setWeight(extreme != 0 ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(theme.color(index.column() == 0 && !differs ? ColorRole::Muted : ColorRole::Text));
    QString text = index.data().toString();
    if (extreme != 0)
        text = (extreme < 0 ? u"▾ "_s : u"▴ "_s) + text;
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, rest.width()));
    painter->restore();
}

CompareHeader::CompareHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(80);
    setDefaultSectionSize(220);
}

QSize CompareHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 28};
}

void CompareHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = Theme::of(palette());
    painter->save();
    painter->fillRect(rect, theme.color(ColorRole::Surface));
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
