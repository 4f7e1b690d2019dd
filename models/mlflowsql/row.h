// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace Assay::MlflowSql {

// What a database gave for one column of one row.
struct Cell {
    enum class Kind : uint8_t { Null, Integer, Real, Text, Blob };

    Kind kind = Kind::Null;
    std::string_view text; // of texts and blobs
    int64_t integer = 0;
    double real = 0;

    void setNull() { kind = Kind::Null; }
    void setInteger(int64_t value)
    {
        kind = Kind::Integer;
        integer = value;
    }
    void setReal(double value)
    {
        kind = Kind::Real;
        real = value;
    }
    void setText(std::string_view value, Kind textKind = Kind::Text)
    {
        kind = textKind;
        text = value;
    }
};

// One row of a database's answer: everything in it is valid until the next row takes its place. Columns count from 1.
class Row
{
public:
    explicit Row(int columns) : m_cells(size_t(columns)), m_numbers(size_t(columns)) {}

    int size() const { return int(m_cells.size()); }
    Cell &cell(int column) { return m_cells[size_t(column - 1)]; }
    const Cell &cell(int column) const { return m_cells[size_t(column - 1)]; }
    Cell::Kind kind(int column) const { return cell(column).kind; }
    bool isNull(int column) const { return kind(column) == Cell::Kind::Null; }

    // Numbers as numbers; of texts what they begin with; else 0.
    int64_t integer(int column) const
    {
        const Cell &from = cell(column);
        switch (from.kind) {
        case Cell::Kind::Integer: return from.integer;
        case Cell::Kind::Real: return int64_t(from.real);
        case Cell::Kind::Null: return 0;
        default: break;
        }
        int64_t number = 0;
        std::from_chars(from.text.data(), from.text.data() + from.text.size(), number);
        return number;
    }
    double real(int column) const
    {
        const Cell &from = cell(column);
        return from.kind == Cell::Kind::Real ? from.real : double(integer(column));
    }
    // The bytes as they lie there, numbers written out; empty for NULL.
    std::string_view bytes(int column) const
    {
        const Cell &from = cell(column);
        switch (from.kind) {
        case Cell::Kind::Null: return {};
        case Cell::Kind::Integer: return written(column, from.integer);
        case Cell::Kind::Real: return written(column, from.real);
        default: return from.text;
        }
    }
    // What is not UTF-8 becomes replacement characters.
    QString text(int column) const
    {
        const std::string_view utf8 = bytes(column);
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }

private:
    template <typename Number>
    std::string_view written(int column, Number number) const
    {
        auto &buffer = m_numbers[size_t(column - 1)];
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
        return {buffer.data(), size_t(end - buffer.data())};
    }

    std::vector<Cell> m_cells;
    mutable std::vector<std::array<char, 32>> m_numbers;
};

} // namespace Assay::MlflowSql
