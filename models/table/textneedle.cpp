// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textneedle.h"

#include <algorithm>

namespace Assay {

namespace {

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool isSame(char a, char b)
{
    return folded(a) == b;
}

QString decoded(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

TextNeedle::TextNeedle(QStringView needle)
    : m_needle(needle.toString()), m_lower(m_needle.toLower().toStdString()),
      m_isAscii(std::all_of(needle.begin(), needle.end(), [](QChar c) { return c.unicode() < 128; }))
{
}

bool TextNeedle::isIn(std::string_view text) const
{
    if (!m_isAscii)
        return decoded(text).contains(m_needle, Qt::CaseInsensitive);
    return m_lower.empty() || std::search(text.begin(), text.end(), m_lower.begin(), m_lower.end(), isSame) != text.end();
}

bool TextNeedle::begins(std::string_view text) const
{
    if (!m_isAscii)
        return decoded(text.substr(0, size_t(m_needle.size()) * 4)).startsWith(m_needle, Qt::CaseInsensitive);
    return text.size() >= m_lower.size() && std::equal(m_lower.begin(), m_lower.end(), text.begin(), [](char a, char b) { return folded(b) == a; });
}

} // namespace Assay
