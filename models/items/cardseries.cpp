// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardseries.h"

#include "models/items/cardspec.h"

namespace Assay {

CardSeries cardSeries(const QString &key)
{
    CardSeries series;
    series.name = key;
    if (const auto column = columnOfKey(key); column && column->group == ColumnGroup::Metric) {
        series.name = series.metric = column->name;
        return series;
    }
    auto expression = parseSeriesExpression(key);
    if (expression)
        series.expression = std::move(*expression);
    else
        series.mistake = expression.error().message;
    return series;
}

} // namespace Assay
