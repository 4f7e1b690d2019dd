// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace Assay {

// What a run has in a column that is drawn.
enum class CellState : uint8_t { Absent, NaN, MinusInfinite, PlusInfinite, NotNumber, Value };

// One column of some runs, as a chart draws it: finite numbers, or texts by their place in a list. A value.
struct ChartColumn {
    enum class Kind { Number, Duration, Time, Text }; // Duration: seconds; Time: milliseconds since 1970 UTC

    QString title; // "params.lr"
    Kind kind = Kind::Number;
    std::vector<double> values;    // one a run; Text: an index of `texts`; NaN where there is no finite value
    std::vector<CellState> states; // one a run
    QStringList texts;             // Text: the different ones in the order in which an axis has them
    bool isWhole = false;          // every value is a whole number

    bool isText() const { return kind == Kind::Text; }
    bool has(size_t run) const { return states[run] == CellState::Value; }
    qsizetype size() const { return qsizetype(values.size()); }
    qsizetype count(CellState state) const;
    // The least and the greatest value; nothing when there is none.
    std::optional<std::pair<double, double>> bounds() const;
    bool varies() const; // has at least two different values
    // Every value is above 0 and the greatest at least a hundred times the least: drawn over decades.
    bool suitsLog() const;

    static constexpr double None = std::numeric_limits<double>::quiet_NaN();
};

} // namespace Assay
