// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartoptions.h"
#include "models/chart/linerecipe.h"
#include "models/chart/reading.h"
#include "models/items/dashboard.h"

#include <QMap>
#include <QVariantMap>

namespace Assay {

// How the charts page was left: what the application keeps between two sessions, and what a saved view holds of it.
struct ChartsState {
    LineRecipe recipe;         // of all line charts
    QString search;            // for metrics
    QMap<QString, bool> folds; // section, such as "train/", to whether it is folded, where the person said so
    bool searchIsExpression = false;
    Dashboard dashboard;
    bool linksZoom = true;     // along x, of all charts
    ReadingRule reading = ReadingRule::Nearest;
    bool showsValues = false;  // the table under the page
    ChartOptions options;      // of all line charts

    QVariantMap toMap() const;
    // What cannot be read of it is left out.
    static ChartsState fromMap(const QVariantMap &map);
    friend bool operator==(const ChartsState &, const ChartsState &) = default;
};

} // namespace Assay
