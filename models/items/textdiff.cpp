// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/textdiff.h"

// The library's headers are not written for our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <dtl/dtl.hpp>
#pragma GCC diagnostic pop

#include <string>
#include <vector>

namespace Assay {

namespace {

using Tokens = std::vector<std::u16string>;

constexpr size_t WordLimit = 4000;
// The library's time grows with length times distance: what is further apart is shown whole.
constexpr size_t TokenLimit = 20000;

std::u16string piece(QStringView text)
{
    return text.toString().toStdU16String();
}

Tokens words(const QString &text)
{
    Tokens tokens;
    qsizetype start = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool inWord = i < text.size() && text[i].isLetterOrNumber() && text[i - 1].isLetterOrNumber();
        const bool inPair = i < text.size() && text[i].isLowSurrogate();
        if (inWord || inPair)
            continue;
        tokens.push_back(piece(QStringView(text).sliced(start, i - start)));
        start = i;
    }
    return tokens;
}

Tokens lines(const QString &text)
{
    Tokens tokens;
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = text.indexOf(u'\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        tokens.push_back(piece(QStringView(text).sliced(start, next - start)));
        start = next;
    }
    return tokens;
}

void append(QList<TextDiffPart> &parts, TextDiffPart::Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!parts.isEmpty() && parts.last().kind == kind)
        parts.last().text += text;
    else
        parts.append({kind, text});
}

} // namespace

QList<TextDiffPart> diffText(const QString &from, const QString &to)
{
    using Kind = TextDiffPart::Kind;
    QList<TextDiffPart> parts;
    if (from == to) {
        append(parts, Kind::Same, from);
        return parts;
    }
    Tokens before = words(from), after = words(to);
    if (std::max(before.size(), after.size()) > WordLimit) {
        before = lines(from);
        after = lines(to);
    }
    if (before.empty() || after.empty() || std::max(before.size(), after.size()) > TokenLimit) {
        append(parts, Kind::Removed, from);
        append(parts, Kind::Added, to);
        return parts;
    }
    dtl::Diff<std::u16string, Tokens> diff(before, after);
    diff.compose();
    for (const auto &[token, info] : diff.getSes().getSequence()) {
        const Kind kind = info.type == dtl::SES_ADD ? Kind::Added : info.type == dtl::SES_DELETE ? Kind::Removed : Kind::Same;
        append(parts, kind, QString::fromStdU16String(token));
    }
    return parts;
}

} // namespace Assay
