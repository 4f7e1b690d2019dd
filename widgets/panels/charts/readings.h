// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/reading.h"
#include "widgets/panels/charts/readingmodel.h"

namespace Assay {

class ChartCard;

// Where the lines of a card are read.
struct ReadingPlace {
    XAxis axis = XAxis::Step;
    double x = 0;
    std::optional<double> reference;
    ReadingRule rule = ReadingRule::Nearest;
};

// The values of all lines of a card at a place, and their differences to the reference. Smoothed lines have what was
// logged beside.
ReadingModel::Table readingsOf(ChartCard &card, const ReadingPlace &place);
// A place on that axis for people: "120", "2026-01-31 14:05:09".
QString placeText(XAxis axis, double x);

} // namespace Assay
