// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cardcontent.h"

namespace Assay {

// The content of a card of that type; null for those that have none of their own: lines.
std::unique_ptr<CardContent> makeCardContent(CardType type);
// The types that the menu of new cards lists, in its order.
QList<CardType> newCardTypes();

} // namespace Assay
