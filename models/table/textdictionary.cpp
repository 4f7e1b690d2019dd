// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textdictionary.h"

#include "models/table/textbytes.h"

#include <utility>

namespace Assay {

uint32_t TextDictionary::hashOf(std::string_view text)
{
    return uint32_t(hashText(text));
}

uint32_t TextDictionary::intern(std::string_view text)
{
    if (m_slots.size() < (m_ends.size() + 1) * 2)
        grow();
    const uint32_t hash = hashOf(text);
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    for (; m_slots[slot].code != 0; slot = (slot + 1) & mask)
        if (const uint32_t code = m_slots[slot].code - 1; m_slots[slot].hash == hash && at(code) == text)
            return code;
    m_arena.append(text);
    m_ends.push_back(m_arena.size());
    m_slots[slot] = {hash, uint32_t(m_ends.size())};
    return uint32_t(m_ends.size() - 1);
}

void TextDictionary::grow()
{
    size_t capacity = 16;
    while (capacity < (m_ends.size() + 1) * 4)
        capacity *= 2;
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(capacity));
    const auto put = [&](const Slot &filled) {
        size_t slot = filled.hash & (capacity - 1);
        while (m_slots[slot].code != 0)
            slot = (slot + 1) & (capacity - 1);
        m_slots[slot] = filled;
    };
    if (old.empty()) { // also after shrink()
        for (uint32_t code = 0; code < m_ends.size(); ++code)
            put({hashOf(at(code)), code + 1});
        return;
    }
    for (const Slot &filled : old)
        if (filled.code != 0)
            put(filled);
}

QString TextDictionary::text(uint32_t code) const
{
    const std::string_view utf8 = at(code);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

qsizetype TextDictionary::memoryBytes() const
{
    return qsizetype(m_arena.capacity() + m_ends.capacity() * sizeof(size_t) + m_slots.capacity() * sizeof(Slot));
}

void TextDictionary::shrink()
{
    m_arena.shrink_to_fit();
    m_ends.shrink_to_fit();
    m_slots = std::vector<Slot>();
}

} // namespace Assay
