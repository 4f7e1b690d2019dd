// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/yamlfield.h"

#include "models/table/column.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Assay {

namespace {

bool isNull(const YamlNode &node)
{
    return node.kind == YamlNode::Kind::Scalar && node.isPlain && !node.isForeign
        && (node.text.empty() || node.text == "~" || node.text == "null" || node.text == "Null" || node.text == "NULL");
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<uint64_t> unsignedNumber(std::string_view digits, int base)
{
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    return error == std::errc() && end == digits.data() + digits.size() && !digits.empty() ? std::optional(value) : std::nullopt;
}

// 12:30:45 in base 60, as YAML 1.1 has it.
std::optional<uint64_t> sexagesimal(std::string_view text)
{
    uint64_t value = 0;
    while (true) {
        const size_t colon = std::min(text.find(':'), text.size());
        const auto part = unsignedNumber(text.substr(0, colon), 10);
        if (!part || value > UINT64_MAX / 120 || (value != 0 && *part >= 60))
            return std::nullopt;
        value = value * 60 + *part;
        if (colon == text.size())
            return value;
        text.remove_prefix(colon + 1);
    }
}

std::optional<uint64_t> magnitude(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, '_');
    if (digits.empty())
        return std::nullopt;
    if (digits.starts_with("0b"))
        return unsignedNumber(std::string_view(digits).substr(2), 2);
    if (digits.starts_with("0x"))
        return unsignedNumber(std::string_view(digits).substr(2), 16);
    if (digits.size() > 1 && digits[0] == '0')
        return unsignedNumber(std::string_view(digits).substr(1), 8);
    if (digits.find(':') != std::string::npos)
        return sexagesimal(digits);
    return unsignedNumber(digits, 10);
}

std::optional<int64_t> wholeNumber(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    const std::string_view digits = text.substr(isNegative || text.starts_with('+') ? 1 : 0);
    if (const auto value = magnitude(digits)) {
        const uint64_t limit = uint64_t(INT64_MAX) + (isNegative ? 1 : 0);
        if (*value > limit)
            return std::nullopt;
        return isNegative ? int64_t(0 - *value) : int64_t(*value);
    }
    if (isDigits(digits))
        return std::nullopt; // too large, or 089: no float either
    const auto number = parseNumber(text);
    if (!number || *number != std::trunc(*number) || std::fabs(*number) >= 9.2e18)
        return std::nullopt;
    return int64_t(*number);
}

} // namespace

YamlField<std::string> textField(const YamlNode &node)
{
    using State = YamlField<std::string>::State;
    if (isNull(node))
        return {State::Absent, {}, node.line};
    if (node.kind != YamlNode::Kind::Scalar || node.isForeign)
        return {State::Wrong, {}, node.line};
    return {State::Value, node.text, node.line};
}

YamlField<std::string> textField(const YamlDocument &document, std::string_view key)
{
    const YamlNode *node = document.find(key);
    return node ? textField(*node) : YamlField<std::string>();
}

YamlField<int64_t> integerField(const YamlNode &node)
{
    using State = YamlField<int64_t>::State;
    if (isNull(node))
        return {State::Absent, 0, node.line};
    if (node.kind != YamlNode::Kind::Scalar || node.isForeign)
        return {State::Wrong, 0, node.line};
    if (!node.isPlain && !isDigits(std::string_view(node.text).substr(node.text.starts_with('-') ? 1 : 0)))
        return {State::Wrong, 0, node.line};
    const auto value = wholeNumber(node.text);
    return value ? YamlField<int64_t>{State::Value, *value, node.line} : YamlField<int64_t>{State::Wrong, 0, node.line};
}

YamlField<int64_t> integerField(const YamlDocument &document, std::string_view key)
{
    const YamlNode *node = document.find(key);
    return node ? integerField(*node) : YamlField<int64_t>();
}

} // namespace Assay
