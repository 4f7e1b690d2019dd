// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/models/stagecard.h"

#include "models/items/displaytext.h"
#include "models/items/versionsmodel.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int CardHeight = 88;
constexpr int Gap = 8;

QRect line(QRect &rest, int height)
{
    const QRect taken(rest.left(), rest.top(), rest.width(), height);
    rest.setTop(rest.top() + height);
    return taken;
}

// Small labels in a row; what does not fit is counted.
void paintChips(QPainter *painter, QRect rect, const QStringList &texts, const Theme &theme, const QFont &font)
{
    const QFontMetrics metrics(font);
    painter->setFont(font);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString text = metrics.elidedText(visibleText(texts[i], 40), Qt::ElideRight, 120);
        const int width = metrics.horizontalAdvance(text) + 12;
        if (width > rect.width()) {
            painter->setPen(theme.color(ColorRole::Muted));
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, u"+%1"_s.arg(texts.size() - i));
            return;
        }
        const QRectF chip(rect.left() + 0.5, rect.top() + 1.5, width - 1, rect.height() - 3);
        painter->setPen(theme.color(ColorRole::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(chip, 4, 4);
        painter->drawText(chip, Qt::AlignCenter, text);
        rect.setLeft(rect.left() + width + 4);
    }
}

} // namespace

QSize StageCard::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, CardHeight + Gap};
}

void StageCard::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(Gap, Gap, -Gap, 0);
    painter->setPen(QPen(theme.color(selected ? ColorRole::Accent : ColorRole::Border), selected ? 1.5 : 1));
    painter->setBrush(theme.color(selected ? ColorRole::Selection : hovered ? ColorRole::Hover : ColorRole::Raised));
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    QRect rest = card.adjusted(12, 8, -12, -6);
    QFont small = option.font;
    small.setPixelSize(11);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);

    QRect head = line(rest, 20);
    painter->setFont(strong);
    painter->setPen(theme.color(ColorRole::Text));
    const QString number = index.siblingAtColumn(VersionsModel::VersionColumn).data().toString();
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, number);
    head.setLeft(head.left() + QFontMetrics(strong).horizontalAdvance(number) + 8);
    const QString status = index.data(VersionsModel::StatusRole).toString();
    if (!status.isEmpty() && status != "READY"_L1) {
        painter->setFont(small);
        painter->setPen(theme.color(ColorRole::Caution));
        painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, visibleText(status, 40));
    } else {
        paintChips(painter, head, index.data(VersionsModel::AliasesRole).toStringList(), theme, small);
    }
    const QRect description = line(rest, 22);
    painter->setFont(option.font);
    painter->setPen(theme.color(ColorRole::Text));
    painter->drawText(description, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(VersionsModel::DescriptionRole).toString(), Qt::ElideRight, description.width()));
    QRect foot(rest.left(), card.bottom() - 24, rest.width(), 18);
    painter->setFont(small);
    painter->setPen(theme.color(ColorRole::Muted));
    const QString age = index.siblingAtColumn(VersionsModel::CreatedColumn).data().toString();
    painter->drawText(foot, Qt::AlignRight | Qt::AlignVCenter, age);
    foot.setRight(foot.right() - QFontMetrics(small).horizontalAdvance(age) - 8);
    painter->drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(index.data(VersionsModel::RunNameRole).toString(), Qt::ElideMiddle, foot.width()));
    painter->restore();
}

} // namespace Assay
