// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/navigator/navigatordelegate.h"

#include "models/items/displaytext.h"
#include "models/items/navigatormodel.h"
#include "widgets/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QIcon iconOf(const QModelIndex &index)
{
    switch (index.data(NavigatorModel::KindRole).value<NavigatorModel::Kind>()) {
    case NavigatorModel::Kind::Store: return icon("database"_L1);
    case NavigatorModel::Kind::Section: return {};
    case NavigatorModel::Kind::Folder: return icon("folder"_L1, ColorRole::Muted);
    case NavigatorModel::Kind::Experiment: return icon("experiment"_L1, ColorRole::Muted);
    case NavigatorModel::Kind::Model: return icon("model"_L1, ColorRole::Muted);
    }
    return {};
}

QIcon badgeIcon(StoreBadge badge)
{
    switch (badge) {
    case StoreBadge::Loading: return icon("clock"_L1, ColorRole::Muted);
    case StoreBadge::Live: return {};
    case StoreBadge::ReadOnly: return icon("lock"_L1, ColorRole::Muted);
    case StoreBadge::Offline: return icon("offline"_L1, ColorRole::Muted);
    case StoreBadge::Failed: return icon("warning"_L1, ColorRole::Bad);
    }
    return {};
}

} // namespace

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, 26};
}

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto kind = index.data(NavigatorModel::KindRole).value<NavigatorModel::Kind>();
    painter->save();
    const QRect full(0, option.rect.top(), option.rect.right() + 1, option.rect.height());
    if (option.state & QStyle::State_Selected)
        painter->fillRect(full, theme.color(ColorRole::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(full, theme.color(ColorRole::Hover));

    QRect rest = option.rect.adjusted(4, 0, -8, 0);
    const QIcon symbol = iconOf(index);
    if (!symbol.isNull()) {
        symbol.paint(painter, QRect(rest.left(), rest.center().y() - 7, 16, 16));
        rest.setLeft(rest.left() + 22);
    }
    const QIcon badge = kind == NavigatorModel::Kind::Store ? badgeIcon(StoreBadge(index.data(NavigatorModel::BadgeRole).toInt())) : QIcon();
    if (!badge.isNull()) {
        badge.paint(painter, QRect(rest.right() - 15, rest.center().y() - 7, 16, 16));
        rest.setRight(rest.right() - 22);
    }
    const qint64 count = index.data(NavigatorModel::CountRole).toLongLong();
    if (count >= 0) {
        const QString number = countText(count);
        painter->setFont(tabularFont(option.font));
        painter->setPen(theme.color(ColorRole::Muted));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, number);
        rest.setRight(rest.right() - option.fontMetrics.horizontalAdvance(number) - 8);
    }
    QFont font = option.font;
    const bool muted = kind == NavigatorModel::Kind::Section || index.data(NavigatorModel::DeletedRole).toBool();
    if (kind == NavigatorModel::Kind::Section)
        font.setPixelSize(11);
    if (kind == NavigatorModel::Kind::Store)
        font.setWeight(QFont::DemiBold);
    font.setStrikeOut(index.data(NavigatorModel::DeletedRole).toBool());
    painter->setFont(font);
    painter->setPen(theme.color(muted ? ColorRole::Muted : ColorRole::Text));
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rest.width());
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace Assay
