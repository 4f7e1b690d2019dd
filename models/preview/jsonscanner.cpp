// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/jsonscanner.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t';
}

bool isScalarText(QStringView text)
{
    for (const auto literal : {"true"_L1, "false"_L1, "null"_L1, "NaN"_L1, "Infinity"_L1, "-Infinity"_L1})
        if (text == literal)
            return true;
    bool ok = false;
    const char16_t first = text.front().unicode();
    // Digits beyond a double's are numbers too: a double that overflows is "ok" as ±inf only for these.
    (void)text.toDouble(&ok);
    if (ok)
        return first == u'-' || (first >= u'0' && first <= u'9');
    for (const QChar c : text)
        if (!((c >= u'0' && c <= u'9') || c == u'-' || c == u'+' || c == u'.' || c == u'e' || c == u'E'))
            return false;
    return first == u'-' || (first >= u'0' && first <= u'9');
}

char16_t escapeValue(char16_t c)
{
    switch (c) {
    case u'b': return u'\b';
    case u'f': return u'\f';
    case u'n': return u'\n';
    case u'r': return u'\r';
    case u't': return u'\t';
    default: return c;
    }
}

} // namespace

JsonScanner::Token JsonScanner::next()
{
    m_start = m_end;
    while (m_start < m_text.size() && isSpace(m_text[m_start]))
        ++m_start;
    m_end = m_start;
    if (m_start >= m_text.size())
        return Token::End;
    ++m_end;
    switch (m_text[m_start].unicode()) {
    case u'{': return Token::BeginObject;
    case u'}': return Token::EndObject;
    case u'[': return Token::BeginArray;
    case u']': return Token::EndArray;
    case u':': return Token::Colon;
    case u',': return Token::Comma;
    case u'"': return scanString();
    default: return scanScalar();
    }
}

JsonScanner::Token JsonScanner::scanString()
{
    while (m_end < m_text.size()) {
        const QChar c = m_text[m_end++];
        if (c == u'\\' && m_end < m_text.size())
            ++m_end;
        else if (c == u'"')
            return Token::String;
    }
    return Token::Bad;
}

JsonScanner::Token JsonScanner::scanScalar()
{
    while (m_end < m_text.size() && !isSpace(m_text[m_end]) && !QStringView(u"{}[]:,\"").contains(m_text[m_end]))
        ++m_end;
    const QStringView token = text();
    return token.size() <= 4096 && isScalarText(token) ? Token::Scalar : Token::Bad;
}

QString JsonScanner::unquoted(QStringView token)
{
    if (token.size() < 2 || token.front() != u'"')
        return token.toString();
    QString value;
    value.reserve(token.size() - 2);
    for (qsizetype i = 1; i + 1 < token.size(); ++i) {
        if (token[i] != u'\\') {
            value += token[i];
            continue;
        }
        ++i;
        if (token[i] != u'u') {
            value += QChar(escapeValue(token[i].unicode()));
            continue;
        }
        bool ok = false;
        const ushort unit = token.mid(i + 1, 4).toUShort(&ok, 16);
        if (!ok || i + 4 >= token.size())
            continue;
        value += QChar(unit);
        i += 4;
    }
    return value;
}

} // namespace Assay
