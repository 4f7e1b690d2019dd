// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/querykey.h"

#include <optional>
#include <vector>

namespace Assay {

enum class TokenKind { End, Word, SingleQuoted, DoubleQuoted, Backticked, Number, Duration, Date, Operator, Open, Close, Comma, At };

// One piece of a query. Views point into the text that was cut up.
struct QueryToken {
    TokenKind kind = TokenKind::End;
    qsizetype offset = 0;
    QStringView text;                   // as written
    QStringView content;                // quoted: between the quotes; a key: its unquoted part, "params." or "metrics.loss"
    std::optional<QStringView> quotedName; // of a key like params.`a b`: what stands between the quotes
    double number = 0;                  // Number; Duration in seconds

    qsizetype end() const { return offset + text.size(); }
    bool isKey() const { return kind == TokenKind::Word || kind == TokenKind::Backticked || kind == TokenKind::DoubleQuoted; }
    bool isWord(QLatin1StringView keyword) const
    {
        return kind == TokenKind::Word && !quotedName && text.compare(keyword, Qt::CaseInsensitive) == 0;
    }
    bool isOperator(QLatin1StringView sign) const { return kind == TokenKind::Operator && text == sign; }
};

struct QueryTokens {
    std::vector<QueryToken> tokens;      // ends with one End, unless there is a mistake
    std::optional<QueryMistake> mistake; // a quote that is not closed, a sign that means nothing
};

QueryTokens tokenizeQuery(QStringView text);

// What a Word, Backticked or DoubleQuoted token names: split at the first dot, "parent." taken off in front.
std::optional<QueryKey> keyOfToken(const QueryToken &token);

// 1-based, in characters rather than UTF-16 units.
qsizetype queryColumn(QStringView text, qsizetype offset);

} // namespace Assay
