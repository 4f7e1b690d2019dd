// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/rangeeditor.h"

#include "widgets/theme/label.h"
#include "widgets/theme/popup.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int PopupWidth = 400;

} // namespace

RangeEditor::RangeEditor(const CardSpec &card, XAxis axis, const AxisRange &shownX, const AxisRange &shownY, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_card(card), m_axis(axis), m_shownX(shownX), m_shownY(shownY), m_mistake(wrappedLabel({}, u"caption"_s))
{
    setObjectName(u"rangeEditor"_s);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(8);
    m_x = addRow(*layout, 0, tr("Along x"), u"x"_s, u"x"_s, shownX, axis);
    m_y = addRow(*layout, 1, tr("Values"), u"y"_s, u"y"_s, shownY, XAxis::Metric);
    m_mistake->setObjectName(u"rangeMistake"_s);
    layout->addWidget(m_mistake, 2, 0, 1, 4);
    check();
}

RangeEditor::Ends RangeEditor::addRow(QGridLayout &layout, int row, const QString &label, const QString &name, const QString &option,
                                      const AxisRange &shown, XAxis axis)
{
    const auto fixed = fixedRange(m_card, option);
    const auto makeField = [&](const QString &side, const QString &accessible, double end, double shownEnd) {
        auto *field = new QLineEdit;
        field->setObjectName(name + side);
        field->setAccessibleName(u"%1: %2"_s.arg(label, accessible));
        field->setPlaceholderText(axisValueText(axis, shownEnd));
        if (fixed)
            field->setText(axisValueText(axis, end));
        connect(field, &QLineEdit::textChanged, this, &RangeEditor::check);
        connect(field, &QLineEdit::editingFinished, this, &RangeEditor::take);
        connect(field, &QLineEdit::returnPressed, this, &QWidget::close);
        return field;
    };
    const AxisRange ends = fixed.value_or(shown);
    const Ends fields{makeField(u"From"_s, tr("from"), ends.lo, shown.lo), makeField(u"To"_s, tr("to"), ends.hi, shown.hi)};
    layout.addWidget(plainLabel(label, u"muted"_s), row, 0);
    layout.addWidget(fields.from, row, 1);
    layout.addWidget(plainLabel(tr("to"), u"muted"_s), row, 2);
    layout.addWidget(fields.to, row, 3);
    return fields;
}

std::optional<AxisRange> RangeEditor::rangeOf(const Ends &ends, XAxis axis, const AxisRange &shown, bool &isSound) const
{
    const QString from = ends.from->text().trimmed(), to = ends.to->text().trimmed();
    if (from.isEmpty() && to.isEmpty())
        return std::nullopt;
    const auto lo = from.isEmpty() ? std::optional(shown.lo) : axisValue(axis, from);
    const auto hi = to.isEmpty() ? std::optional(shown.hi) : axisValue(axis, to);
    isSound = isSound && lo && hi && isShowable({*lo, *hi});
    return lo && hi ? std::optional(AxisRange{*lo, *hi}) : std::nullopt;
}

RangeEditor::Ranges RangeEditor::ranges() const
{
    Ranges ranges;
    ranges.x = rangeOf(m_x, m_axis, m_shownX, ranges.areSound);
    ranges.y = rangeOf(m_y, XAxis::Metric, m_shownY, ranges.areSound);
    return ranges;
}

void RangeEditor::check()
{
    if (!m_y.to)
        return;
    const QString wanted = m_axis == XAxis::WallTime ? tr("times such as 2026-01-31 14:05") : m_axis == XAxis::RelativeTime
        ? tr("spans such as 90 s or 1.5 h") : tr("numbers");
    m_mistake->setText(ranges().areSound ? tr("An empty field follows the data.") : tr("Not a range: along x %1, the lesser first.").arg(wanted));
}

void RangeEditor::take()
{
    const Ranges written = ranges();
    CardSpec card = m_card;
    setFixedRange(card, u"x"_s, written.x);
    setFixedRange(card, u"y"_s, written.y);
    if (!written.areSound || card == m_card)
        return;
    m_card = card;
    Q_EMIT cardChanged(card);
}

void RangeEditor::hideEvent(QHideEvent *event)
{
    take(); // a click beside it ends what is being written
    QFrame::hideEvent(event);
}

void RangeEditor::openAt(const QPoint &globalPosition)
{
    setFixedWidth(PopupWidth);
    adjustSize();
    showPopupAt(*this, globalPosition);
    m_y.from->setFocus(Qt::PopupFocusReason);
}

} // namespace Assay
