// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/rundelegate.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"
#include "widgets/text/fittingnumber.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 8;
constexpr int Indent = 16;
constexpr int IconSize = 16;
constexpr int DotSize = 8;
constexpr int LeastLine = 16; // pixels that a history needs
constexpr int RoomForLine = 64;
constexpr int MarkSize = 15; // of the best number, with the gap behind it
const QString Separator = u" · "_s; // between the values of a group
constexpr int MaxIndent = 8; // deeper runs stand as deep as this

struct StateLook {
    QLatin1StringView icon;
    ColorRole role;
    QString word;
};

StateLook lookOf(RunStatus status, const QString &recorded)
{
    switch (status) {
    case RunStatus::Running: return {"running"_L1, ColorRole::Accent, RunDelegate::tr("Running")};
    case RunStatus::Scheduled: return {"scheduled"_L1, ColorRole::Muted, RunDelegate::tr("Scheduled")};
    case RunStatus::Finished: return {"finished"_L1, ColorRole::Good, RunDelegate::tr("Finished")};
    case RunStatus::Failed: return {"failed"_L1, ColorRole::Bad, RunDelegate::tr("Failed")};
    case RunStatus::Killed: return {"killed"_L1, ColorRole::Caution, RunDelegate::tr("Killed")};
    case RunStatus::Unknown: break;
    }
    return {"unknown"_L1, ColorRole::Muted, recorded};
}

// An icon of its own size in the middle of a rectangle that is as high as the row.
void paintIcon(QPainter *painter, const QIcon &icon, const QRect &cell)
{
    icon.paint(painter, QRect(cell.left(), cell.center().y() - IconSize / 2 + 1, IconSize, IconSize));
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

} // namespace

QRect RunDelegate::foldRect(const QRect &cell, const QModelIndex &index) const
{
    const int depth = std::min(index.data(RunTableModel::DepthRole).toInt(), MaxIndent);
    const int left = cell.left() + Margin / 2 + depth * Indent;
    return {left, cell.top(), m_nested ? IconSize : 0, cell.height()};
}

QRect RunDelegate::eyeRect(const QRect &cell, const QModelIndex &index) const
{
    const QRect fold = foldRect(cell, index);
    return {fold.right() + 1 + Margin / 2, cell.top(), IconSize, cell.height()};
}

QWidget *RunDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(u"runNameEditor"_s);
    editor->setAccessibleName(tr("Name of the run"));
    editor->setPlaceholderText(index.data().toString());
    return editor;
}

// Behind the eye and the dot, which stay to be seen.
void RunDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int left = eyeRect(option.rect, index).right() + Margin + DotSize;
    editor->setGeometry(option.rect.adjusted(left - option.rect.left(), 0, 0, 0));
}

RunDelegate::Part RunDelegate::partAt(const QPoint &point, const QRect &cell, const QModelIndex &index) const
{
    if (index.column() != 0)
        return Part::None;
    if (foldRect(cell, index).contains(point) && index.data(RunTableModel::ChildCountRole).toInt() > 0)
        return Part::Fold;
    return eyeRect(cell, index).adjusted(-4, 0, 4 + DotSize + 4, 0).contains(point) ? Part::Eye : Part::None;
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool isGroup = index.data(RunTableModel::GroupRole).toBool();
    painter->save();
    if (isSelected(option))
        painter->fillRect(option.rect, theme.color(ColorRole::Selection));
    else if (index.row() == m_hoveredRow)
        painter->fillRect(option.rect, theme.color(ColorRole::Hover));
    else if (isGroup)
        painter->fillRect(option.rect, theme.color(ColorRole::Window));
    if (!isSelected(option))
        paintScale(painter, option, index);
    switch (RunTableModel::CellKind(index.data(RunTableModel::CellKindRole).toInt())) {
    case RunTableModel::CellKind::Name:
        if (isGroup)
            paintGroup(painter, option, index);
        else
            paintName(painter, option, index);
        break;
    case RunTableModel::CellKind::State:
        if (isGroup && !index.data(RunTableModel::StatusRole).isValid())
            paintText(painter, option, index);
        else
            paintState(painter, option, index);
        break;
    case RunTableModel::CellKind::Text:
    case RunTableModel::CellKind::Id:
    case RunTableModel::CellKind::Number:
    case RunTableModel::CellKind::Time:
    case RunTableModel::CellKind::Age:
    case RunTableModel::CellKind::Duration: paintText(painter, option, index); break;
    }
    if (option.state & QStyle::State_HasFocus && option.widget && option.widget->hasFocus()) {
        painter->setPen(theme.color(ColorRole::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QString RunDelegate::fittingText(const QStringList &texts, const QFontMetrics &metrics, int width)
{
    const auto fits = std::find_if(texts.begin(), texts.end(), [&](const QString &text) { return metrics.horizontalAdvance(text) <= width; });
    return fits == texts.end() ? u"…"_s : *fits;
}

void RunDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool isOpen = index.data(RunTableModel::ExpandedRole).toBool();
    paintIcon(painter, icon(isOpen ? "chevron-down"_L1 : "chevron-right"_L1, ColorRole::Muted), foldRect(option.rect, index));
    const auto shown = Qt::CheckState(index.data(Qt::CheckStateRole).toInt());
    const QRect eye = eyeRect(option.rect, index);
    if (shown != Qt::Unchecked || index.row() == m_hoveredRow) {
        painter->setOpacity(shown == Qt::PartiallyChecked ? 0.5 : 1);
        paintIcon(painter, icon(shown != Qt::Unchecked ? "eye"_L1 : "eye-off"_L1, ColorRole::Muted), eye);
        painter->setOpacity(1);
    }
    QRect rest = option.rect;
    rest.setLeft(eye.right() + Margin);
    rest.setRight(rest.right() - Margin);
    const QString count = countText(index.data(RunTableModel::ChildCountRole).toInt());
    QFont small = tabularFont(option.font);
    small.setPixelSize(11);
    painter->setFont(small);
    painter->setPen(theme.color(ColorRole::Muted));
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
    rest.setRight(rest.right() - QFontMetrics(small).horizontalAdvance(count) - Margin);

    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    painter->setFont(strong);
    const QStringList parts = index.data(RunTableModel::GroupPartsRole).toStringList();
    const auto absent = index.data(RunTableModel::GroupAbsentRole).value<QList<bool>>();
    for (qsizetype i = 1; i < parts.size() && rest.width() > Margin; i += 2) {
        const QString text = metrics.elidedText(parts[i], Qt::ElideRight, rest.width());
        painter->setPen(theme.color(absent.value(i / 2) ? ColorRole::Muted : ColorRole::Text));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(text));
        if (i + 1 == parts.size())
            break;
        painter->setPen(theme.color(ColorRole::Muted));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, Separator);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(Separator));
    }
}

void RunDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool isShown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    if (m_nested && index.data(RunTableModel::ChildCountRole).toInt() > 0) {
        const bool isExpanded = index.data(RunTableModel::ExpandedRole).toBool();
        paintIcon(painter, icon(isExpanded ? "chevron-down"_L1 : "chevron-right"_L1, ColorRole::Muted), foldRect(option.rect, index));
    }
    const QRect eye = eyeRect(option.rect, index);
    if (isShown || index.row() == m_hoveredRow)
        paintIcon(painter, icon(isShown ? "eye"_L1 : "eye-off"_L1, ColorRole::Muted), eye);

    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF dot(eye.right() + 1 + Margin / 2, eye.center().y() - DotSize / 2 + 1, DotSize, DotSize);
    painter->setPen(isShown ? Qt::NoPen : QPen(theme.color(ColorRole::Border), 1.5));
    painter->setBrush(isShown ? QBrush(theme.series(index.data(RunTableModel::ColorIndexRole).toInt())) : QBrush(Qt::NoBrush));
    painter->drawEllipse(dot);
    painter->setRenderHint(QPainter::Antialiasing, false);

    QRect rest = option.rect;
    rest.setLeft(int(dot.right()) + Margin);
    rest.setRight(rest.right() - Margin);
    const auto nesting = RunTableModel::Nesting(index.data(RunTableModel::NestingRole).toInt());
    if (nesting != RunTableModel::Nesting::Root && nesting != RunTableModel::Nesting::Child) {
        paintIcon(painter, icon("link"_L1, ColorRole::Muted), QRect(rest.right() - IconSize, rest.top(), IconSize, rest.height()));
        rest.setRight(rest.right() - IconSize - Margin / 2);
    }
    painter->setFont(option.font);
    painter->setPen(theme.color(ColorRole::Text));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
}

void RunDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const StateLook look = lookOf(RunStatus(index.data(RunTableModel::StatusRole).toInt()), index.data().toString());
    const ColorRole role = isSelected(option) ? ColorRole::Text : look.role;
    QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
    paintIcon(painter, icon(look.icon, role), rest);
    rest.setLeft(rest.left() + IconSize + 6);
    painter->setPen(theme.color(isSelected(option) ? ColorRole::Text : ColorRole::Muted));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(look.word, Qt::ElideRight, rest.width()));
}

// A bar is as long as its number; the lines around a shade keep rows apart.
void RunDelegate::paintScale(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto scale = ColumnScale(index.data(RunTableModel::ScaleRole).toInt());
    const QVariant fraction = scale == ColumnScale::Off ? QVariant() : index.data(RunTableModel::FractionRole);
    if (!fraction.isValid())
        return;
    const Theme &theme = Theme::of(option.palette);
    if (scale == ColumnScale::Heat) {
        painter->fillRect(option.rect.adjusted(0, 0, -1, -1), theme.heat(fraction.toDouble()));
        return;
    }
    QRect bar = option.rect.adjusted(Margin / 2, 4, -Margin / 2, -4);
    bar.setWidth(std::max(1, int(bar.width() * fraction.toDouble())));
    painter->fillRect(bar, theme.heat(0.55));
}

// Lines are equally long as far as the numbers let them; gaps where nothing finite was logged.
void RunDelegate::paintHistory(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, int textWidth)
{
    const auto shape = index.data(RunTableModel::HistoryRole).value<QList<float>>();
    QRectF area = option.rect.adjusted(Margin, 6, -2 * Margin - textWidth, -6);
    area.setWidth(std::min(area.width(), qreal(RoomForLine)));
    if (shape.size() < 2 || area.width() < LeastLine)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::of(option.palette).color(ColorRole::Accent), 1.25));
    QPolygonF line;
    for (qsizetype i = 0; i <= shape.size(); ++i) {
        if (i < shape.size() && std::isfinite(shape[i])) {
            line.append({area.left() + area.width() * double(i) / double(shape.size() - 1), area.bottom() - area.height() * double(shape[i])});
        } else {
            painter->drawPolyline(line);
            line.clear();
        }
    }
    painter->restore();
}

// The mark of the best and the worst number, before the digits.
void RunDelegate::paintExtreme(QPainter *painter, const QRect &rest, int textWidth, int extreme)
{
    constexpr int Size = MarkSize - 3;
    const QIcon mark = icon(extreme > 0 ? "best"_L1 : "worst"_L1, extreme > 0 ? ColorRole::Good : ColorRole::Muted);
    mark.paint(painter, QRect(rest.right() - textWidth - Size - 3, rest.center().y() - Size / 2 + 1, Size, Size));
}

void RunDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (text.isEmpty())
        return;
    const Theme &theme = Theme::of(option.palette);
    const QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
    const auto kind = RunTableModel::CellKind(index.data(RunTableModel::CellKindRole).toInt());
    const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
    const bool isNumeric = alignment & Qt::AlignRight;
    const int extreme = index.data(RunTableModel::ExtremeRole).toInt();
    QFont font = kind == RunTableModel::CellKind::Id ? fixedFont(option.font) : isNumeric ? tabularFont(option.font) : option.font;
    if (extreme > 0)
        font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const bool isLine = kind == RunTableModel::CellKind::Number && ColumnScale(index.data(RunTableModel::ScaleRole).toInt()) == ColumnScale::History;
    const int room = (isLine ? std::max(rest.width() / 2, rest.width() - RoomForLine - Margin) : rest.width()) - (extreme != 0 ? MarkSize : 0);
    const bool isGroup = index.data(RunTableModel::GroupRole).toBool();
    const QStringList summary = isGroup ? index.data(RunTableModel::SummaryTextsRole).toStringList() : QStringList();
    QString fitting;
    if (summary.size() > 1) {
        fitting = fittingText(summary, metrics, room);
    } else if (kind == RunTableModel::CellKind::Number) {
        fitting = fittingNumber(index.data(RunTableModel::ValueRole).toDouble(), text, metrics, room);
    } else if (isNumeric && kind == RunTableModel::CellKind::Text) {
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        fitting = isNumber ? fittingNumber(value, text, metrics, room) : metrics.elidedText(text, Qt::ElideRight, room);
    } else {
        fitting = metrics.elidedText(text, Qt::ElideRight, room);
    }
    const bool isOnScale = index.data(RunTableModel::FractionRole).isValid();
    const bool isVarious = isGroup && !index.data(RunTableModel::ValueRole).isValid();
    const bool isQuiet = isVarious || kind == RunTableModel::CellKind::Age || kind == RunTableModel::CellKind::Duration || kind == RunTableModel::CellKind::Id;
    painter->setFont(font);
    painter->setPen(theme.color(isQuiet && !isOnScale && !isSelected(option) ? ColorRole::Muted : ColorRole::Text));
    painter->drawText(rest, int(alignment) | Qt::TextSingleLine, fitting);
    const int textWidth = metrics.horizontalAdvance(fitting);
    if (extreme != 0)
        paintExtreme(painter, rest, textWidth, extreme);
    if (isLine)
        paintHistory(painter, option, index, textWidth + (extreme != 0 ? MarkSize : 0));
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = RunTableModel::CellKind(index.data(RunTableModel::CellKindRole).toInt());
    const QFont font = kind == RunTableModel::CellKind::Id ? fixedFont(option.font) : option.font;
    QString text = index.data().toString();
    int width = 2 * Margin;
    if (kind == RunTableModel::CellKind::State) {
        text = lookOf(RunStatus(index.data(RunTableModel::StatusRole).toInt()), text).word;
        width += IconSize + 6;
    } else if (kind == RunTableModel::CellKind::Name) {
        width = eyeRect(QRect(0, 0, 100, 26), index).right() + 2 * Margin + DotSize + Margin;
    }
    if (index.data(RunTableModel::GroupRole).toBool() && index.data(RunTableModel::ExtremeRole).isValid())
        width += MarkSize + Margin; // one of them is the best: marked, and in heavier digits
    if (ColumnScale(index.data(RunTableModel::ScaleRole).toInt()) == ColumnScale::History)
        width += RoomForLine;
    return {width + QFontMetrics(font).horizontalAdvance(text) + 2, 26};
}

bool RunDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    switch (partAt(event->pos(), option.rect, index)) {
    case Part::Eye:
        text = index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? tr("Drawn in the charts; click to hide") : tr("Not drawn in the charts; click to show");
        break;
    case Part::Fold:
    case Part::None: break;
    }
    if (index.column() == 0 && partAt(event->pos(), option.rect, index) == Part::None) {
        switch (RunTableModel::Nesting(index.data(RunTableModel::NestingRole).toInt())) {
        case RunTableModel::Nesting::ParentMissing: text += u'\n' + tr("Its parent run is not in this store"); break;
        case RunTableModel::Nesting::ParentHidden: text += u'\n' + tr("Its parent run is filtered out"); break;
        case RunTableModel::Nesting::Cyclic: text += u'\n' + tr("It is recorded as its own ancestor"); break;
        case RunTableModel::Nesting::Root:
        case RunTableModel::Nesting::Child: break;
        }
    }
    // What stands in a store is never taken for markup.
    if (Qt::mightBeRichText(text))
        text = "<qt style='white-space:pre-wrap'>"_L1 + text.toHtmlEscaped() + "</qt>"_L1;
    QToolTip::showText(event->globalPos(), text, view->viewport(), option.rect);
    return true;
}

} // namespace Assay
