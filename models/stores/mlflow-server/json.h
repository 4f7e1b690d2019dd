// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/experiment.h"
#include "models/json/jsonvalue.h"
#include "models/stores/mlflow-server/words.h"

#include <QByteArray>

#include <cmath>
#include <limits>

// MLflow's JSON, read once from front to end. The parser throws where the document is not what it should be; decode() turns
// that into an error, so nothing is thrown out of this folder.
namespace Assay::MlflowServer {

using JsonObject = Json::Object;
using JsonValue = Json::Value;
using Json::numberIn;
using Json::stringOf;

// Calls `work(object)` with the document; `body` as RestApi gives it. Damaged where it is not JSON of the shape that work expects.
template <typename F>
Status decode(const QByteArray &body, simdjson::ondemand::parser &parser, const F &work)
{
    try {
        const simdjson::padded_string_view text(body.constData(), size_t(body.size()), size_t(body.capacity()));
        simdjson::ondemand::document document = parser.iterate(text);
        JsonObject object = document.get_object();
        work(object);
        return {};
    } catch (const simdjson::simdjson_error &error) {
        return Error{ErrorCode::Damaged, Words::tr("The server sent an answer that cannot be read."), QString::fromUtf8(error.what())};
    }
}

inline std::string_view textIn(JsonValue value)
{
    return value.is_null() ? std::string_view() : std::string_view(value.get_string());
}

inline QString stringIn(JsonValue value)
{
    return stringOf(textIn(value));
}

// Integers are numbers; old servers and maps write them as texts.
inline int64_t integerIn(JsonValue value)
{
    switch (value.type()) {
    case simdjson::ondemand::json_type::string: return value.get_int64_in_string();
    case simdjson::ondemand::json_type::number: return value.get_int64();
    default: return 0;
    }
}

// Where answers are made by hand (get-history-bulk), NaN and infinities are bare words, which JSON does not know.
inline double bareNumberIn(JsonValue value)
{
    std::string_view token = value.raw_json_token(); // and what may be behind it
    token = token.substr(0, token.find_first_of(" \t\r\n"));
    if (token == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (token == "Infinity")
        return std::numeric_limits<double>::infinity();
    return token == "-Infinity" ? -std::numeric_limits<double>::infinity() : numberIn(value);
}

// Databases keep infinities as the greatest numbers, and the server hands these out.
inline double metricOf(double number, bool hasInfinities)
{
    return !hasInfinities && std::abs(number) == std::numeric_limits<double>::max() ? std::copysign(std::numeric_limits<double>::infinity(), number)
                                                                                    : number;
}

inline double metricIn(JsonValue value, bool hasInfinities)
{
    return metricOf(numberIn(value), hasInfinities);
}

// Calls `take(key, value)` for every {"key": …, "value": …} of a list.
template <typename F>
void forEachPair(JsonValue list, const F &take)
{
    for (JsonObject pair : list.get_array()) {
        std::string_view key, value;
        for (auto field : pair) {
            const std::string_view name = field.unescaped_key();
            if (name == "key")
                key = textIn(field.value());
            else if (name == "value")
                value = textIn(field.value());
        }
        take(key, value);
    }
}

inline TextMap textMapIn(JsonValue list)
{
    TextMap map;
    forEachPair(list, [&](std::string_view key, std::string_view value) {
        map.insert(stringOf(key), stringOf(value));
    });
    return map;
}

} // namespace Assay::MlflowServer
