// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/querytokens.h"

#include "models/table/column.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool startsName(QChar c)
{
    return c == u'_' || c.isLetter() || c.isSurrogate();
}

bool continuesName(QChar c)
{
    return startsName(c) || isDigit(c) || c.isNumber() || c.isMark();
}

bool isQuote(QChar c)
{
    return c == u'\'' || c == u'"' || c == u'`';
}

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text) : m_text(text) {}

    QueryTokens run()
    {
        while (!m_result.mistake) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at >= m_text.size()) {
                m_result.tokens.push_back({TokenKind::End, m_text.size(), {}, {}, {}, 0});
                break;
            }
            next();
        }
        return std::move(m_result);
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

    void next()
    {
        const QChar c = peek();
        if (isQuote(c))
            quoted();
        else if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
            number();
        else if (startsName(c))
            word();
        else
            sign();
    }

    QueryToken &push(TokenKind kind, qsizetype begin)
    {
        const QStringView text = m_text.sliced(begin, m_at - begin);
        m_result.tokens.push_back({kind, begin, text, text, {}, 0});
        return m_result.tokens.back();
    }

    void fail(qsizetype offset, qsizetype length, const QString &message)
    {
        m_result.mistake = QueryMistake{offset, length, ErrorCode::InvalidQuery, message.arg(queryColumn(m_text, offset))};
    }

    // Leaves m_at behind the closing quote and returns what stands between; there are no escapes.
    std::optional<QStringView> quotedContent()
    {
        const qsizetype begin = m_at;
        const QChar quote = peek();
        const qsizetype close = m_text.indexOf(quote, begin + 1);
        if (close < 0) {
            fail(begin, m_text.size() - begin,
                 QCoreApplication::translate("Query", "expected a closing %1 for the one at column %2").arg(quote));
            return {};
        }
        m_at = close + 1;
        return m_text.sliced(begin + 1, close - begin - 1);
    }

    void quoted()
    {
        const qsizetype begin = m_at;
        const QChar quote = peek();
        if (const auto content = quotedContent()) {
            const TokenKind kind = quote == u'\'' ? TokenKind::SingleQuoted
                : quote == u'"' ? TokenKind::DoubleQuoted : TokenKind::Backticked;
            push(kind, begin).content = *content;
        }
    }

    // Names, with all their dots and at most one quoted part at the end.
    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (continuesName(peek()) || peek() == u'.'))
            ++m_at;
        const QStringView plain = m_text.sliced(begin, m_at - begin);
        std::optional<QStringView> name;
        if (plain.endsWith(u'.') && isQuote(peek())) {
            name = quotedContent();
            if (!name)
                return;
        }
        QueryToken &token = push(TokenKind::Word, begin);
        token.content = plain;
        token.quotedName = name;
    }

    // "2026-01-31", "2026-01-31T10:00", "2026-01-31T10:00:00Z"; 0 when no date stands here.
    qsizetype dateLength() const
    {
        const QStringView rest = m_text.sliced(m_at);
        const auto fits = [&](qsizetype from, QLatin1StringView pattern) {
            if (rest.size() < from + pattern.size())
                return false;
            for (qsizetype i = 0; i < pattern.size(); ++i)
                if (pattern[i] == '0'_L1 ? !isDigit(rest[from + i]) : rest[from + i] != pattern[i])
                    return false;
            return true;
        };
        if (!fits(0, "0000-00-00"_L1))
            return 0;
        qsizetype length = 10;
        if (fits(length, "T00:00"_L1)) {
            length += 6;
            if (fits(length, ":00"_L1))
                length += 3;
            if (length < rest.size() && rest[length] == u'Z')
                ++length;
        }
        return length < rest.size() && continuesName(rest[length]) ? 0 : length;
    }

    void number()
    {
        const qsizetype begin = m_at;
        if (const qsizetype length = dateLength()) {
            m_at += length;
            push(TokenKind::Date, begin);
            return;
        }
        while (isDigit(peek()))
            ++m_at;
        if (peek() == u'.') {
            ++m_at;
            while (isDigit(peek()))
                ++m_at;
        }
        const bool isSigned = peek(1) == u'+' || peek(1) == u'-';
        if ((peek() == u'e' || peek() == u'E') && isDigit(peek(isSigned ? 2 : 1))) {
            m_at += isSigned ? 2 : 1;
            while (isDigit(peek()))
                ++m_at;
        }
        const QByteArray digits = m_text.sliced(begin, m_at - begin).toLatin1();
        const double value = parseNumber({digits.constData(), size_t(digits.size())}).value_or(0);
        const double unit = continuesName(peek(1)) ? 0 : peek() == u's' ? 1 : peek() == u'm' ? 60 : peek() == u'h' ? 3600 : peek() == u'd' ? 86400 : 0;
        if (unit != 0) {
            ++m_at;
            push(TokenKind::Duration, begin).number = value * unit;
        } else if (continuesName(peek())) {
            while (continuesName(peek()))
                ++m_at;
            fail(begin, m_at - begin, QCoreApplication::translate("Query", "expected a number, or a duration such as 90s, 15m, 2h or 7d, at column %1"));
        } else {
            push(TokenKind::Number, begin).number = value;
        }
    }

    void sign()
    {
        const qsizetype begin = m_at;
        const QChar c = peek(), following = peek(1);
        ++m_at;
        if (c == u'(') {
            push(TokenKind::Open, begin);
        } else if (c == u')') {
            push(TokenKind::Close, begin);
        } else if (c == u',') {
            push(TokenKind::Comma, begin);
        } else if (c == u'@') {
            push(TokenKind::At, begin);
        } else if ((c == u'<' && (following == u'=' || following == u'>')) || (c == u'>' && following == u'=')
                   || (c == u'!' && (following == u'=' || following == u'~')) || (c == u'=' && following == u'=')) {
            ++m_at; // "==" is a token so that the parser can say what is meant
            push(TokenKind::Operator, begin);
        } else if (QStringView(u"=<>~+-*/").contains(c)) {
            push(TokenKind::Operator, begin);
        } else {
            fail(begin, 1, QCoreApplication::translate("Query", "expected a key, a value or an operator, found ‘%1’ at column %2").arg(c));
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QueryTokens m_result;
};

} // namespace

QueryTokens tokenizeQuery(QStringView text)
{
    return Tokenizer(text).run();
}

std::optional<QueryKey> keyOfToken(const QueryToken &token)
{
    if (token.kind != TokenKind::Word)
        return queryKey({}, token.content);
    QStringView rest = token.content;
    int parents = 0;
    while (rest.startsWith("parent."_L1) && parents < 8) {
        rest = rest.sliced(7);
        ++parents;
    }
    const qsizetype dot = rest.indexOf(u'.');
    const QStringView entity = dot < 0 ? QStringView() : rest.left(dot);
    const QStringView plain = dot < 0 ? rest : rest.sliced(dot + 1);
    if (token.quotedName && !plain.isEmpty())
        return {}; // the quotes must follow the entity's dot: params.a.`b` would be two ways to read it
    if (dot == 0)
        return {};
    auto key = queryKey(entity, token.quotedName ? *token.quotedName : plain);
    if (key)
        key->parents = parents;
    return key;
}

qsizetype queryColumn(QStringView text, qsizetype offset)
{
    qsizetype column = 1;
    for (qsizetype i = 0; i < std::min(offset, text.size()); ++i)
        column += text[i].isLowSurrogate() ? 0 : 1;
    return column;
}

} // namespace Assay
