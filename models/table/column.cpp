// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/column.h"

#include "models/table/radixsort.h"

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool equalsIgnoringCase(std::string_view a, std::string_view lower)
{
    return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? char(x + 32) : x) == y;
    });
}

// Underscores are allowed between digits only, as in Python.
std::optional<std::string> withoutUnderscores(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::string plain;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_')
            plain += text[i];
        else if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return {};
    }
    return plain;
}

std::optional<double> parseDecimal(std::string_view digits)
{
    const auto startsNumber = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    if (digits.empty() || !startsNumber(digits.front()))
        return {};
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end != digits.data() + digits.size())
        return {};
    if (error == std::errc::result_out_of_range) {
        // from_chars does not say on which side: a negative exponent or leading zeros mean underflow.
        return std::strtod(std::string(digits).c_str(), nullptr);
    }
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

size_t commonPrefix(const TextDictionary &dictionary)
{
    if (dictionary.size() == 0)
        return 0;
    std::string_view common = dictionary.at(0);
    for (uint32_t code = 1; code < dictionary.size() && !common.empty(); ++code) {
        const std::string_view text = dictionary.at(code);
        const auto differs = std::mismatch(common.begin(), common.end(), text.begin(), text.end()).first;
        common = common.substr(0, size_t(differs - common.begin()));
    }
    return common.size();
}

// The first eight bytes as a number whose order is theirs; a shorter text is filled up with zeros.
uint64_t leadingBytes(std::string_view text)
{
    uint64_t key = 0;
    for (size_t i = 0; i < 8; ++i)
        key = key << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    return key;
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    if (text.empty())
        return {};
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+')
        text.remove_prefix(1);
    const double sign = negative ? -1.0 : 1.0;
    if (equalsIgnoringCase(text, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    if (equalsIgnoringCase(text, "inf") || equalsIgnoringCase(text, "infinity"))
        return sign * std::numeric_limits<double>::infinity();
    if (text.find('_') == std::string_view::npos) {
        const auto value = parseDecimal(text);
        return value ? std::optional(sign * *value) : std::nullopt;
    }
    const auto plain = withoutUnderscores(text);
    const auto value = plain ? parseDecimal(*plain) : std::nullopt;
    return value ? std::optional(sign * *value) : std::nullopt;
}

QString numberText(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"Infinity"_s : u"-Infinity"_s;
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    Q_ASSERT(error == std::errc());
    return QString::fromLatin1(buffer, end - buffer);
}

QString TextColumn::text(uint32_t row) const
{
    const uint32_t code = cells.at(row);
    return CodeTraits::isAbsent(code) ? QString() : dictionary.text(code);
}

std::optional<std::string_view> TextColumn::utf8(uint32_t row) const
{
    const uint32_t code = cells.at(row);
    return CodeTraits::isAbsent(code) ? std::nullopt : std::optional(dictionary.at(code));
}

// Sorted by the eight bytes behind what all texts begin with, which leaves little to compare.
const std::vector<uint32_t> &TextColumn::ranks() const
{
    std::call_once(m_ranksOnce, [this] {
        const uint32_t count = dictionary.size();
        const size_t common = commonPrefix(dictionary);
        std::vector<uint64_t> keys;
        keys.reserve(count);
        for (uint32_t code = 0; code < count; ++code)
            keys.push_back(leadingBytes(dictionary.at(code).substr(common)));
        std::vector<uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0u);
        sortByKey(order, [&](uint32_t code) { return keys[code]; });
        for (auto begin = order.begin(); begin != order.end();) {
            const auto end = std::find_if(begin, order.end(), [&](uint32_t code) { return keys[code] != keys[*begin]; });
            if (end - begin > 1)
                std::sort(begin, end, [this](uint32_t a, uint32_t b) { return dictionary.at(a) < dictionary.at(b); });
            begin = end;
        }
        m_ranks.resize(count);
        for (uint32_t place = 0; place < count; ++place)
            m_ranks[order[place]] = place;
    });
    return m_ranks;
}

const TextNumbers &TextColumn::numbers() const
{
    std::call_once(m_numbersOnce, [this] {
        const uint32_t count = dictionary.size();
        m_numbers.byCode.reserve(count);
        m_numbers.all = count > 0;
        for (uint32_t code = 0; code < count; ++code) {
            const auto number = parseNumber(dictionary.at(code));
            m_numbers.all = m_numbers.all && number;
            m_numbers.byCode.push_back(number ? canonicalNaN(*number) : NumberTraits::absent);
        }
    });
    return m_numbers;
}

} // namespace Assay
