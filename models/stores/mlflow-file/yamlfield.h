// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/yamlreader.h"

#include <optional>

namespace Assay {

// The value of one field of a meta.yaml. Null and absent are the same to MLflow's readers.
template <typename T>
struct YamlField {
    enum class State { Absent, Value, Wrong };

    State state = State::Absent; // Wrong: there, but not what the field should be
    T value{};
    int line = 0;

    bool hasValue() const { return state == State::Value; }
    bool isWrong() const { return state == State::Wrong; }
};

// Text as it stands in the file, whatever it looks like; null (plain) is absent.
YamlField<std::string> textField(const YamlDocument &document, std::string_view key);
YamlField<std::string> textField(const YamlNode &node);
// A whole number by YAML 1.1's rules (0x1f, 012, 1_000, 12:30) or a float without a fraction; quoted decimal digits
// are taken as well. Wrong when it does not fit 64 bits.
YamlField<int64_t> integerField(const YamlDocument &document, std::string_view key);
YamlField<int64_t> integerField(const YamlNode &node);

} // namespace Assay
