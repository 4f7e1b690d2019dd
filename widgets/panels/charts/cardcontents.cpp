// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardcontents.h"

namespace Assay {

std::unique_ptr<CardContent> makeCardContent(CardType type)
{
    switch (type) {
    case CardType::Line:
    case CardType::Bar:
    case CardType::Scatter:
    case CardType::ParallelCoordinates:
    case CardType::Box:
    case CardType::Histogram:
    case CardType::HeatMap:
    case CardType::Importance:
    case CardType::Correlation:
    case CardType::Values:
    case CardType::Images:
    case CardType::Text: return nullptr;
    }
    return nullptr;
}

// Those that can be made; the others come as they are made.
QList<CardType> newCardTypes()
{
    return {CardType::Line};
}

} // namespace Assay
