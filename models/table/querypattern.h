// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/queryast.h"

#include <string_view>

namespace Assay {

// A pattern of LIKE: '%' stands for any text, '_' for one character, nothing is an escape. Time linear in text times
// pattern. Both are UTF-8.
struct LikeRules {
    bool matchesNewline = true; // '%' and '_'
};
bool matchesLike(std::string_view text, std::string_view pattern, LikeRules rules);

// Lower case of a UTF-8 text, of all letters or of ASCII's alone.
std::string lowerText(std::string_view text);
std::string lowerAscii(std::string_view text);

// A compiled regular expression in RE2's syntax: time linear in the text.
class QueryAst::Pattern
{
public:
    // The error is RE2's own word about the pattern.
    static Result<std::shared_ptr<const Pattern>> compile(std::string_view expression);
    ~Pattern();
    Q_DISABLE_COPY_MOVE(Pattern)

    bool isFoundIn(std::string_view text) const;

private:
    struct Private;
    explicit Pattern(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Assay
