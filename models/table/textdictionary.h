// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Assay {

// Distinct texts in one arena, named by their number in order of arrival. Texts are valid UTF-8 and may hold NUL bytes.
class TextDictionary
{
public:
    // The text's number; adds it when it is new. Amortised O(length).
    uint32_t intern(std::string_view text);
    uint32_t size() const { return uint32_t(m_ends.size()); }
    std::string_view at(uint32_t code) const
    {
        const size_t begin = code == 0 ? 0 : m_ends[code - 1];
        return std::string_view(m_arena).substr(begin, m_ends[code] - begin);
    }
    QString text(uint32_t code) const;
    qsizetype memoryBytes() const;
    void shrink(); // after the last intern(): gives back spare memory, the lookup table included

private:
    // A part of the text's hash and its code + 1; code 0: free. The hash spares a look at most other texts in the way.
    struct Slot {
        uint32_t hash = 0;
        uint32_t code = 0;
    };
    static uint32_t hashOf(std::string_view text);
    void grow();

    std::string m_arena;
    std::vector<size_t> m_ends;     // end of each text in the arena
    std::vector<Slot> m_slots;      // open addressing; rebuilt when needed after shrink()
};

} // namespace Assay
