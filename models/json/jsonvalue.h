// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

#include <simdjson.h>

#include <limits>

// Values of MLflow's JSON, as its servers and our copies write them. What is not of the expected shape throws simdjson_error,
// which is for the caller to turn into an error.
namespace Assay::Json {

using Object = simdjson::ondemand::object;
using Value = simdjson::ondemand::value;

inline QString stringOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// JSON has no numbers for these three: they are texts.
inline double numberIn(Value value)
{
    if (value.type() != simdjson::ondemand::json_type::string)
        return value.get_double();
    const std::string_view text = value.get_string();
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
}

// The text of a dataset that has this name; null where none has.
QString *textOf(Dataset &dataset, std::string_view name);

} // namespace Assay::Json
