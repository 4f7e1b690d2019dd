// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

// Quick looks at the bytes of short texts, of which tables have millions: word by word, the last one overlapping.
namespace Assay {

template <typename Word = uint64_t>
Word loadWord(const char *bytes)
{
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

// All of fewer than 8 bytes in one word. With their number they are told from all others.
inline uint64_t shortWord(std::string_view text)
{
    const size_t size = text.size();
    if (size >= 4)
        return uint64_t(loadWord<uint32_t>(text.data())) << 32 | loadWord<uint32_t>(text.data() + size - 4);
    if (size == 0)
        return 0;
    const auto byte = [&](size_t i) { return uint64_t(static_cast<unsigned char>(text[i])); };
    return byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

// f(word) for words that cover the text.
template <typename F>
void forEachWord(std::string_view text, F &&f)
{
    if (text.size() < sizeof(uint64_t))
        return f(shortWord(text));
    const char *last = text.data() + text.size() - sizeof(uint64_t);
    for (const char *at = text.data(); at < last; at += sizeof(uint64_t))
        f(loadWord(at));
    f(loadWord(last));
}

inline bool isAscii(std::string_view text)
{
    uint64_t bits = 0;
    forEachWord(text, [&](uint64_t word) { bits |= word; });
    return (bits & 0x8080'8080'8080'8080) == 0;
}

inline uint64_t hashText(std::string_view text)
{
    uint64_t hash = text.size() * 0x9e37'79b9'7f4a'7c15;
    forEachWord(text, [&](uint64_t word) {
        hash = (hash ^ word) * 0x9fb2'1c65'1e98'df25;
        hash ^= hash >> 32;
    });
    return hash;
}

} // namespace Assay
