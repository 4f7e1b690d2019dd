// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/querycontext.h"

#include "models/table/querytokens.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Wanted = QueryContext::Wanted;

bool isNameLike(QChar c)
{
    return c == u'_' || c == u'.' || c.isLetterOrNumber() || c.isSurrogate() || c.isMark();
}

// Where the word begins whose quoted part begins at `quote`: params.`a
qsizetype beginOfWord(QStringView text, qsizetype quote)
{
    qsizetype begin = quote;
    if (quote > 0 && text[quote - 1] == u'.')
        while (begin > 0 && isNameLike(text[begin - 1]))
            --begin;
    return begin;
}

// Walks over the tokens and knows after each what can follow.
class Walker
{
public:
    void take(const QueryToken &token, bool isFunction)
    {
        switch (m_state.wanted) {
        case Wanted::Operand: takeOperand(token, isFunction); return;
        case Wanted::Operator:
        case Wanted::NotOperator:
        case Wanted::Null: takeOperator(token); return;
        case Wanted::List: m_state.wanted = token.kind == TokenKind::Open ? Wanted::Value : Wanted::Nothing; return;
        case Wanted::Value:
        case Wanted::Nothing: takeValue(token, isFunction); return;
        case Wanted::And:
            if (token.isWord("and"_L1))
                m_state.wanted = Wanted::Value;
            m_isUpperBound = true;
            return;
        case Wanted::Connective: takeConnective(token); return;
        }
    }
    QueryContext state() const { return m_state; }

private:
    void takeOperand(const QueryToken &token, bool isFunction)
    {
        if (token.kind == TokenKind::Open || token.kind == TokenKind::Operator || token.isWord("not"_L1))
            return;
        if (isFunction) {
            m_function = token.text.toString().toLower();
            return;
        }
        m_state.key = token.isKey() ? keyOfToken(token) : std::nullopt;
        const bool isWord = token.isKey() && !m_state.key; // to be looked for: a condition of its own
        m_state.wanted = isWord ? Wanted::Connective : Wanted::Operator;
    }

    void takeOperator(const QueryToken &token)
    {
        if (m_state.wanted == Wanted::Null) {
            if (token.isWord("null"_L1))
                m_state.wanted = Wanted::Connective;
            return;
        }
        if (token.kind == TokenKind::Close)
            closeBracket();
        else if (token.kind == TokenKind::At)
            m_state.wanted = Wanted::Nothing;
        else if (token.kind == TokenKind::Operator)
            takeSign(token);
        else if (token.isWord("in"_L1))
            takeIn();
        else if (token.isWord("like"_L1) || token.isWord("ilike"_L1))
            m_state.wanted = Wanted::Value;
        else if (token.isWord("between"_L1))
            takeBetween();
        else if (token.isWord("is"_L1))
            m_state.wanted = Wanted::Null;
        else if (token.isWord("not"_L1))
            m_state.wanted = Wanted::NotOperator;
        else
            takeConnective(token);
    }

    void takeIn()
    {
        m_state.wanted = Wanted::List;
        m_state.isInList = true;
    }

    void takeBetween()
    {
        m_state.wanted = Wanted::Value;
        m_isBetween = true;
    }

    void takeSign(const QueryToken &token)
    {
        if (token.text == "~"_L1 || token.text == "!~"_L1)
            m_state.wanted = Wanted::Nothing;
        else if (QStringView(u"+-*/").contains(token.text))
            m_state.wanted = Wanted::Operand;
        else
            m_state.wanted = Wanted::Value;
    }

    // has(), isnan(): a condition; every other function, a sum: a number that is compared.
    void closeBracket()
    {
        const bool isCondition = m_function == "has"_L1 || m_function == "isnan"_L1 || m_function == "isinf"_L1;
        if (m_function != "lower"_L1)
            m_state.key.reset();
        m_function.clear();
        m_state.wanted = isCondition ? Wanted::Connective : Wanted::Operator;
    }

    void takeValue(const QueryToken &token, bool isFunction)
    {
        if (isFunction || token.kind == TokenKind::Open || token.kind == TokenKind::Operator || token.kind == TokenKind::Comma)
            return;
        if (m_state.wanted == Wanted::Nothing && token.kind == TokenKind::Number) { // the step behind @
            m_state.wanted = Wanted::Operator;
            return;
        }
        const bool isLow = m_isBetween && !m_isUpperBound;
        m_state.wanted = isLow ? Wanted::And : Wanted::Connective;
    }

    void takeConnective(const QueryToken &token)
    {
        const bool goesOn = token.kind == TokenKind::Operator || (token.kind == TokenKind::Comma && m_state.isInList);
        if (goesOn) {
            m_state.wanted = Wanted::Value;
        } else if (token.kind == TokenKind::Close) {
            m_state.isInList = false;
        } else if (token.isWord("and"_L1) || token.isWord("or"_L1)) {
            *this = Walker();
        }
    }

    QueryContext m_state;
    QString m_function;
    bool m_isBetween = false;
    bool m_isUpperBound = false;
};

} // namespace

QueryContext queryContext(QStringView text, qsizetype cursor)
{
    const QStringView before = text.left(cursor);
    const QueryTokens cut = tokenizeQuery(before);
    size_t count = cut.tokens.size();
    qsizetype offset = before.size();
    if (cut.mistake) {
        offset = beginOfWord(before, cut.mistake->offset);
    } else {
        --count; // the end
        // A word, a number or a quoted text that the cursor touches is still being typed; a quoted one is complete.
        if (count > 0 && cut.tokens[count - 1].end() == before.size()) {
            const QueryToken &last = cut.tokens[count - 1];
            const bool isOpen = (last.kind == TokenKind::Word && !last.quotedName) || last.kind == TokenKind::Number || last.kind == TokenKind::Duration
                || last.kind == TokenKind::Date;
            if (isOpen) {
                offset = last.offset;
                --count;
            }
        }
    }
    Walker walker;
    for (size_t i = 0; i < count; ++i) {
        const bool isFunction = cut.tokens[i].kind == TokenKind::Word && i + 1 < cut.tokens.size() && cut.tokens[i + 1].kind == TokenKind::Open;
        walker.take(cut.tokens[i], isFunction);
    }
    QueryContext context = walker.state();
    context.offset = offset;
    context.typed = before.sliced(offset).toString();
    return context;
}

} // namespace Assay
