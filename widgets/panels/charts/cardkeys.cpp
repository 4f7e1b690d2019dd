// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardkeys.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

struct CardKeysText {
    Q_DECLARE_TR_FUNCTIONS(CardKeysText)
};

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

std::optional<CardAct> cardAct(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
            return CardAct::Move;
        return isPlain ? std::optional(CardAct::Go) : std::nullopt;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return isPlain || modifiers == Qt::ShiftModifier ? std::optional(CardAct::Larger) : std::nullopt;
    case Qt::Key_Minus: return isPlain ? std::optional(CardAct::Smaller) : std::nullopt;
    case Qt::Key_F:
    case Qt::Key_Return:
    case Qt::Key_Enter: return isPlain ? std::optional(CardAct::Fill) : std::nullopt;
    case Qt::Key_Escape: return isPlain ? std::optional(CardAct::Back) : std::nullopt;
    default: return {};
    }
}

QList<KeyText> cardKeyTexts()
{
    const auto both = [](const QString &a, const QString &b) { return CardKeysText::tr("%1, %2", "two keys that do the same").arg(a, b); };
    return {{native(Qt::Key_Tab), CardKeysText::tr("To the cards, and on to what is in one")},
            {both(native(Qt::Key_Left), native(Qt::Key_Right)), CardKeysText::tr("To the card before or behind; Up and Down to the next row")},
            {native(QKeySequence(u"Ctrl+Shift+Right"_s)), CardKeysText::tr("Move the card; also with the other arrows")},
            {both(u"+"_s, u"−"_s), CardKeysText::tr("Make the card larger or smaller")},
            {both(u"F"_s, native(Qt::Key_Return)), CardKeysText::tr("Fill the page with the card, or not")},
            {native(Qt::Key_Escape), CardKeysText::tr("From the chart to its card, and back to all cards")}};
}

} // namespace Assay
