// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace Assay {

// A top-level field of a meta.yaml and the YAML scalar that it gets.
struct YamlChange {
    std::string key;
    std::string scalar; // as it is to stand in the file: 1700000000000, Production, 'a b'
};

// Changes fields in the text of a meta.yaml and leaves every other line as it is: keys of later releases, comments, order.
// The result is parsed again; Unsupported when it is not what was asked for (files laid out by hand in other ways).
Result<std::string> editYaml(std::string_view text, const std::vector<YamlChange> &changes);

// A text as a YAML 1.1 scalar that reads back as that text.
std::string yamlScalar(const QString &text);

} // namespace Assay
