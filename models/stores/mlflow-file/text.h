// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace Assay {

// Bytes of a store as text.

inline bool isUtf8(std::string_view bytes)
{
    return QUtf8StringView(bytes.data(), qsizetype(bytes.size())).isValidUtf8();
}
// Bytes that are not UTF-8 become U+FFFD.
std::string withReplacements(std::string_view bytes);
// For names and messages: as QString, with replacements.
QString shownText(std::string_view bytes);
// For messages: at most some hundred characters, one line.
QString shortText(std::string_view bytes);

} // namespace Assay
