// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "models/items/cardspec.h"
#include "models/items/chartdrawing.h"

namespace Assay {

QList<OptionSpec> cardDrawingOptions(); // --card, --option
// "bar VALUE [BY]", a line each with the options of the card: for the manual.
QString cardDrawingHelp();

// The card of statistics that --card names, with what --option says; nothing for one of lines. InvalidArgument for what no
// card has, naming what there is.
Result<std::optional<CardSpec>> cardOf(const Arguments &arguments);

// The card's columns and those of its options as they are written elsewhere: a metric's own name is taken as it is.
// InvalidQuery for what is no column, NotFound for one that none of the runs has.
Result<CardSpec> resolvedCard(CardSpec card, const QList<Run> &runs);
// The runs with what the card looks at, and nothing else.
QList<Run> runsForCard(const CardSpec &card, const QList<Run> &runs);

} // namespace Assay
