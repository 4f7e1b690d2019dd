// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Assay {

// What a key does with the card that has the focus. Go and Move are told the way by the arrow.
enum class CardAct { Go, Move, Larger, Smaller, Fill, Back };

std::optional<CardAct> cardAct(int key, Qt::KeyboardModifiers modifiers);

// For the list of all shortcuts: keys as they are shown, and in a few words what they do.
struct CardKeyText {
    QString keys;
    QString text;
};
QList<CardKeyText> cardKeyTexts();

} // namespace Assay
