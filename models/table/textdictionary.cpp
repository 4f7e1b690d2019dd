// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textdictionary.h"

#include <functional>

namespace Assay {

uint32_t TextDictionary::intern(std::string_view text)
{
    if (m_slots.size() < (m_ends.size() + 1) * 2)
        grow();
    const size_t mask = m_slots.size() - 1;
    size_t slot = std::hash<std::string_view>{}(text) & mask;
    while (m_slots[slot] != 0) {
        const uint32_t code = m_slots[slot] - 1;
        if (at(code) == text)
            return code;
        slot = (slot + 1) & mask;
    }
    m_arena.append(text);
    m_ends.push_back(m_arena.size());
    m_slots[slot] = uint32_t(m_ends.size());
    return uint32_t(m_ends.size() - 1);
}

void TextDictionary::grow()
{
    size_t capacity = 16;
    while (capacity < (m_ends.size() + 1) * 4)
        capacity *= 2;
    m_slots.assign(capacity, 0);
    for (uint32_t code = 0; code < m_ends.size(); ++code) {
        size_t slot = std::hash<std::string_view>{}(at(code)) & (capacity - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (capacity - 1);
        m_slots[slot] = code + 1;
    }
}

QString TextDictionary::text(uint32_t code) const
{
    const std::string_view utf8 = at(code);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

qsizetype TextDictionary::memoryBytes() const
{
    return qsizetype(m_arena.capacity() + m_ends.capacity() * sizeof(size_t) + m_slots.capacity() * sizeof(uint32_t));
}

void TextDictionary::shrink()
{
    m_arena.shrink_to_fit();
    m_ends.shrink_to_fit();
    m_slots = {};
}

} // namespace Assay
