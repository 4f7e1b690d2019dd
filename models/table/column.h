// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellvector.h"
#include "models/table/textdictionary.h"

#include <bit>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

namespace Assay {

// A double cell. NaN is a value; absence is one NaN bit pattern that no reader produces (readers go through
// canonicalNaN), so a cell needs no validity bit.
struct NumberTraits {
    static constexpr uint64_t AbsentBits = 0x7ff8'a55a'0000'0001;
    static constexpr double absent = std::bit_cast<double>(AbsentBits);
    static bool isAbsent(double value) { return std::bit_cast<uint64_t>(value) == AbsentBits; }
};
inline double canonicalNaN(double value) { return value != value ? std::numeric_limits<double>::quiet_NaN() : value; }

// A time cell in milliseconds since 1970 UTC. The least int64 stands for absence; no store means it as a time.
struct TimeTraits {
    static constexpr int64_t absent = std::numeric_limits<int64_t>::min();
    static bool isAbsent(int64_t value) { return value == absent; }
};

// A text cell: the text's number in the column's dictionary.
struct CodeTraits {
    static constexpr uint32_t absent = std::numeric_limits<uint32_t>::max();
    static bool isAbsent(uint32_t code) { return code == absent; }
};

using NumberColumn = CellVector<double, NumberTraits>;
using TimeColumn = CellVector<int64_t, TimeTraits>;

// The texts of a column as numbers.
struct TextNumbers {
    std::vector<double> byCode; // NumberTraits::absent where the text is none
    bool all = false;           // every text is a number, and there is at least one
};

// Dictionary-coded text. Immutable once it is part of a RunTable; ranks() and numbers() may then be called from any
// thread. Both are computed at the first call and serve every sort, filter and chart after it.
class TextColumn
{
public:
    TextColumn() = default;
    TextColumn(const TextColumn &other) : cells(other.cells), dictionary(other.dictionary) {}
    TextColumn &operator=(const TextColumn &) = delete;

    CellVector<uint32_t, CodeTraits> cells;
    TextDictionary dictionary;

    bool has(uint32_t row) const { return !CodeTraits::isAbsent(cells.at(row)); }
    QString text(uint32_t row) const; // null where absent
    std::optional<std::string_view> utf8(uint32_t row) const;
    const std::vector<uint32_t> &ranks() const; // by code: place in code point order (UTF-8 byte order is the same)
    const TextNumbers &numbers() const;
    qsizetype memoryBytes() const { return cells.memoryBytes() + dictionary.memoryBytes(); }

private:
    mutable std::once_flag m_ranksOnce, m_numbersOnce;
    mutable std::vector<uint32_t> m_ranks;
    mutable TextNumbers m_numbers;
};

using Column = std::variant<NumberColumn, TimeColumn, TextColumn>;

// The whole text as a number by the query language's rule (Python's float(): blanks around it, any case of nan, inf and
// infinity, underscores between digits), else nothing.
std::optional<double> parseNumber(std::string_view text);

// The fewest digits that read back the same: "0.1", "1e-07", "NaN", "Infinity", "-Infinity".
QString numberText(double value);

} // namespace Assay
