// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/textbytes.h"

#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Assay::MlflowSql {

// Run ids to rows. When all are there, find() may be called on any thread.
class RowLookup
{
public:
    // Ids are added in the order of their rows.
    void add(std::string_view id)
    {
        m_ids.append(id);
        m_ends.push_back(uint32_t(m_ids.size()));
        if (m_slots.size() < m_ends.size() * 2)
            grow();
        else
            place(uint32_t(m_ends.size() - 1));
    }
    uint32_t size() const { return uint32_t(m_ends.size()); }
    std::string_view id(uint32_t row) const
    {
        const uint32_t begin = row == 0 ? 0 : m_ends[row - 1];
        return {m_ids.data() + begin, m_ends[row] - begin};
    }
    // Tables hold the rows of one run together, and the runs mostly in the order of the runs table: the row found last, which
    // `hint` remembers, and the one after it are tried first.
    std::optional<uint32_t> find(std::string_view wanted, uint32_t &hint) const
    {
        for (const uint32_t row : {hint, hint + 1})
            if (row < size() && isSame(id(row), wanted))
                return hint = row;
        if (m_slots.empty())
            return {};
        const size_t mask = m_slots.size() - 1;
        for (size_t slot = hashText(wanted) & mask; m_slots[slot] != 0; slot = (slot + 1) & mask)
            if (id(m_slots[slot] - 1) == wanted)
                return hint = m_slots[slot] - 1;
        return {};
    }

private:
    static bool isSame(std::string_view a, std::string_view b)
    {
        constexpr size_t Usual = 32; // known to the compiler, it needs no call
        if (a.size() == Usual && b.size() == Usual)
            return std::memcmp(a.data(), b.data(), Usual) == 0;
        return a == b;
    }
    void place(uint32_t row)
    {
        const size_t mask = m_slots.size() - 1;
        size_t slot = hashText(id(row)) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = row + 1;
    }
    void grow()
    {
        m_slots.assign(m_slots.empty() ? 64 : m_slots.size() * 2, 0);
        for (uint32_t row = 0; row < size(); ++row)
            place(row);
    }

    std::string m_ids;
    std::vector<uint32_t> m_ends;
    std::vector<uint32_t> m_slots; // row + 1, 0 is free
};

// Keys to columns. Runs mostly log the same keys in the same order, so the column that followed last time is tried first.
class ColumnLookup
{
public:
    // make(key) -> the column's number, for a key that is new.
    template <typename Make>
    uint32_t find(std::string_view key, Make &&make)
    {
        if (m_last && m_last->next && m_last->next->key == key)
            return (m_last = m_last->next)->column;
        auto it = m_byKey.find(key);
        if (it == m_byKey.end()) {
            m_entries.push_back({std::string(key), make(key), nullptr});
            it = m_byKey.emplace(m_entries.back().key, &m_entries.back()).first;
        }
        if (m_last)
            m_last->next = it->second;
        return (m_last = it->second)->column;
    }

private:
    struct Entry {
        std::string key;
        uint32_t column;
        Entry *next; // what followed it last
    };
    std::deque<Entry> m_entries; // they stay where they are
    std::unordered_map<std::string_view, Entry *> m_byKey;
    Entry *m_last = nullptr;
};

} // namespace Assay::MlflowSql
