// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/queryexplanation.h"

#include "models/table/querytokens.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
};

// Brackets around the whole query are no part of a condition: [first, last) of the tokens within them.
std::pair<size_t, size_t> withoutBrackets(const std::vector<QueryToken> &tokens, size_t first, size_t last)
{
    while (last - first >= 2 && tokens[first].kind == TokenKind::Open) {
        int depth = 0;
        size_t close = first;
        for (; close < last; ++close) {
            depth += tokens[close].kind == TokenKind::Open ? 1 : tokens[close].kind == TokenKind::Close ? -1 : 0;
            if (depth == 0)
                break;
        }
        if (close + 1 != last)
            break;
        ++first;
        --last;
    }
    return {first, last};
}

std::vector<Span> splitTokens(const std::vector<QueryToken> &tokens)
{
    const auto [first, last] = withoutBrackets(tokens, 0, tokens.size() - 1);
    std::vector<Span> spans;
    size_t begin = first;
    int depth = 0;
    bool isBetween = false;
    for (size_t i = first; i <= last; ++i) {
        const QueryToken &token = tokens[i];
        if (i == last) {
            if (begin < i)
                spans.push_back({tokens[begin].offset, tokens[i - 1].end()});
            break;
        }
        depth += token.kind == TokenKind::Open ? 1 : token.kind == TokenKind::Close ? -1 : 0;
        if (depth > 0)
            continue;
        if (token.isWord("or"_L1)) // binds less than AND: the whole is one condition
            return {{tokens[first].offset, tokens[last - 1].end()}};
        if (token.isWord("between"_L1)) {
            isBetween = true;
        } else if (token.isWord("and"_L1) && !std::exchange(isBetween, false) && begin < i) {
            spans.push_back({tokens[begin].offset, tokens[i - 1].end()});
            begin = i + 1;
        }
    }
    return spans;
}

std::optional<size_t> findCulprit(const QueryExplanation &explanation, const std::vector<qsizetype> &backWithout)
{
    if (explanation.found > 0 || explanation.candidates == 0 || explanation.parts.empty())
        return {};
    size_t best = 0;
    for (size_t i = 1; i < backWithout.size(); ++i)
        if (backWithout[i] > backWithout[best] || (backWithout[i] == backWithout[best] && explanation.parts[i].takesLast))
            best = i;
    return best;
}

} // namespace

std::vector<QueryPart> splitQuery(QStringView text)
{
    const QueryTokens cut = tokenizeQuery(text);
    std::vector<QueryPart> parts;
    if (cut.mistake || cut.tokens.size() < 2)
        return parts;
    for (const Span &span : splitTokens(cut.tokens))
        parts.push_back({text.sliced(span.begin, span.end - span.begin).toString(), span.begin, 0, 0, false});
    return parts;
}

QString withoutPart(const std::vector<QueryPart> &parts, size_t part)
{
    QStringList kept;
    for (size_t i = 0; i < parts.size(); ++i)
        if (i != part)
            kept.append(parts[i].text);
    return kept.join(" AND "_L1);
}

Result<QueryExplanation> explainQuery(QStringView text, const RunTable &table, const HistoryValues &histories,
                                      const std::vector<uint32_t> &candidates, const QueryClock &clock, Job &job)
{
    QueryExplanation explanation;
    explanation.candidates = qsizetype(candidates.size());
    explanation.parts = splitQuery(text);
    explanation.found = explanation.candidates;
    // How many parts each candidate fails, and which one was the last: fails only one, then that one alone keeps it out.
    std::vector<uint32_t> failures(candidates.size()), failed(candidates.size());
    for (size_t i = 0; i < explanation.parts.size(); ++i) {
        QueryPart &part = explanation.parts[i];
        const auto query = parseQuery(part.text);
        if (!query)
            return query.error();
        const auto truths = evaluateQuery(*query, table, histories, clock, job);
        if (!truths)
            return truths.error();
        part.left = explanation.found;
        for (size_t at = 0; at < candidates.size(); ++at) {
            if ((*truths)[candidates[at]] == Truth::True)
                continue;
            ++part.removes;
            part.left -= failures[at] == 0 ? 1 : 0;
            ++failures[at];
            failed[at] = uint32_t(i);
        }
        part.takesLast = part.left == 0 && explanation.found > 0;
        explanation.found = part.left;
    }
    std::vector<qsizetype> backWithout(explanation.parts.size());
    for (size_t at = 0; at < candidates.size(); ++at)
        if (failures[at] == 1)
            ++backWithout[failed[at]];
    explanation.culprit = findCulprit(explanation, backWithout);
    return explanation;
}

} // namespace Assay
