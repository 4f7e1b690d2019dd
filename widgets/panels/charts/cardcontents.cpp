// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardcontents.h"

#include "widgets/panels/charts/cards/barcard.h"
#include "widgets/panels/charts/cards/boxcard.h"
#include "widgets/panels/charts/cards/correlationcard.h"
#include "widgets/panels/charts/cards/heatmapcard.h"
#include "widgets/panels/charts/cards/histogramcard.h"
#include "widgets/panels/charts/cards/importancecard.h"
#include "widgets/panels/charts/cards/parallelcard.h"
#include "widgets/panels/charts/cards/scattercard.h"
#include "widgets/panels/charts/imagescontent.h"
#include "widgets/panels/charts/textcontent.h"
#include "widgets/panels/charts/valuescontent.h"

namespace Assay {

std::unique_ptr<CardContent> makeCardContent(CardType type)
{
    switch (type) {
    case CardType::Bar: return std::make_unique<BarCard>();
    case CardType::Scatter: return std::make_unique<ScatterCard>();
    case CardType::ParallelCoordinates: return std::make_unique<ParallelCard>();
    case CardType::Box: return std::make_unique<BoxCard>();
    case CardType::Histogram: return std::make_unique<HistogramCard>();
    case CardType::HeatMap: return std::make_unique<HeatMapCard>();
    case CardType::Importance: return std::make_unique<ImportanceCard>();
    case CardType::Correlation: return std::make_unique<CorrelationCard>();
    case CardType::Line: return nullptr;
    case CardType::Images: return std::make_unique<ImagesContent>();
    case CardType::Values: return std::make_unique<ValuesContent>();
    case CardType::Text: return std::make_unique<TextContent>();
    }
    return nullptr;
}

// Those that can be made; the others come as they are made.
QList<CardType> newCardTypes()
{
    return {CardType::Line, CardType::Bar, CardType::Scatter, CardType::ParallelCoordinates, CardType::Box, CardType::Histogram, CardType::HeatMap,
            CardType::Importance, CardType::Correlation, CardType::Values, CardType::Images, CardType::Text};
}

} // namespace Assay
