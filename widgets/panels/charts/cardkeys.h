// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/keytext.h"

#include <QList>

#include <optional>

namespace Assay {

// What a key does with the card that has the focus. Go and Move are told the way by the arrow.
enum class CardAct { Go, Move, Larger, Smaller, Fill, Back };

std::optional<CardAct> cardAct(int key, Qt::KeyboardModifiers modifiers);

QList<KeyText> cardKeyTexts(); // for the list of all shortcuts

} // namespace Assay
