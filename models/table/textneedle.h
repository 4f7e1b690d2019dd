// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace Assay {

// A text to find in UTF-8 texts, in any case. Looks at bytes where it can: a needle of ASCII alone needs no decoding.
class TextNeedle
{
public:
    explicit TextNeedle(QStringView needle);

    bool isEmpty() const { return m_needle.isEmpty(); }
    bool isIn(std::string_view text) const;
    bool begins(std::string_view text) const;

private:
    QString m_needle;
    std::string m_lower; // of an ASCII needle
    bool m_isAscii;
};

} // namespace Assay
