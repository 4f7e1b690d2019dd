// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/querypattern.h"

#include <re2/re2.h>

namespace Assay {

namespace {

size_t characterLength(std::string_view text, size_t at)
{
    size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80)
        ++length;
    return length;
}

} // namespace

bool matchesLike(std::string_view text, std::string_view pattern, LikeRules rules)
{
    size_t t = 0, p = 0;
    size_t starPattern = std::string_view::npos, starText = 0;
    while (t < text.size()) {
        const bool isSign = p < pattern.size() && (pattern[p] == '_' || pattern[p] == '%');
        if (isSign && pattern[p] == '%') {
            starPattern = ++p;
            starText = t;
        } else if (isSign && (rules.matchesNewline || text[t] != '\n')) {
            t += characterLength(text, t);
            ++p;
        } else if (!isSign && p < pattern.size() && pattern[p] == text[t]) {
            ++t;
            ++p;
        } else if (starPattern != std::string_view::npos && (rules.matchesNewline || text[starText] != '\n')) {
            starText += characterLength(text, starText);
            t = starText;
            p = starPattern;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '%')
        ++p;
    return p == pattern.size();
}

std::string lowerText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toLower().toStdString();
}

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return lower;
}

struct QueryAst::Pattern::Private {
    explicit Private(std::string_view expression, const RE2::Options &options)
        : regex(re2::StringPiece(expression.data(), expression.size()), options) {}
    RE2 regex;
};

QueryAst::Pattern::Pattern(std::unique_ptr<Private> data) : d(std::move(data)) {}
QueryAst::Pattern::~Pattern() = default;

Result<std::shared_ptr<const QueryAst::Pattern>> QueryAst::Pattern::compile(std::string_view expression)
{
    RE2::Options options;
    options.set_log_errors(false);
    auto compiled = std::make_unique<Private>(expression, options);
    if (!compiled->regex.ok())
        return Error{ErrorCode::InvalidQuery, QString::fromStdString(compiled->regex.error()), {}};
    return std::shared_ptr<const Pattern>(new Pattern(std::move(compiled)));
}

bool QueryAst::Pattern::isFoundIn(std::string_view text) const
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), d->regex);
}

} // namespace Assay
