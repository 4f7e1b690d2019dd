// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

#include <QList>

#include <optional>
#include <variant>
#include <vector>

namespace Assay {

enum class DiffSection { Params, Metrics, Tags, Info, Datasets };

inline constexpr DiffSection AllDiffSections[] = {DiffSection::Params, DiffSection::Metrics, DiffSection::Tags,
                                                  DiffSection::Info, DiffSection::Datasets};
QString diffSectionName(DiffSection section); // "params", as assayctl writes it

// Absent, a text, a number or a time in milliseconds.
using DiffValue = std::variant<std::monostate, QString, double, qint64>;

// The value as a number: a number or time itself, a param's or tag's text when the whole of it is one.
std::optional<double> diffNumber(const DiffValue &value);

// b − a, rounded to the decimals that the two are written with, where that is exact: 0.01 − 0.1 is −0.09.
double decimalDifference(double a, double b);

// One key of all compared runs.
struct DiffRow {
    DiffSection section = DiffSection::Params;
    QString key;
    std::vector<DiffValue> values;             // one for each run
    bool equal = true;                         // texts by their text, metrics as numbers (NaN equals NaN)
    std::vector<std::optional<double>> deltas; // to the baseline's value where both are finite numbers; none for the baseline

    friend bool operator==(const DiffRow &, const DiffRow &) = default;
};

// Every key that any of the runs has, by section in the order above, then by key in code point order. Data sets stand
// under their name (with the context in brackets where one is recorded) and have their digest as value.
// `baseline` is an index into `runs`.
std::vector<DiffRow> compareRuns(const QList<Run> &runs, qsizetype baseline);

} // namespace Assay
