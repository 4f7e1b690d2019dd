// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include <charconv>
#include <cmath>

namespace Assay {

namespace {

constexpr size_t FlushAt = 1 << 16;

// The length of the valid UTF-8 sequence at the start of `text`, 0 where there is none.
size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](size_t i) { return uint8_t(text[i]); };
    const auto follows = [&](size_t i, uint8_t least = 0x80, uint8_t most = 0xbf) {
        return i < text.size() && byte(i) >= least && byte(i) <= most;
    };
    const uint8_t first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const uint8_t least = first == 0xe0 ? 0xa0 : 0x80;
        const uint8_t most = first == 0xed ? 0x9f : 0xbf;
        return follows(1, least, most) && follows(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const uint8_t least = first == 0xf0 ? 0x90 : 0x80;
        const uint8_t most = first == 0xf4 ? 0x8f : 0xbf;
        return follows(1, least, most) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool isPlain(uint8_t byte)
{
    return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

} // namespace

std::string jsonNumber(double value)
{
    if (std::isnan(value))
        return "\"NaN\"";
    if (std::isinf(value))
        return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    if (value == 0 && std::signbit(value))
        return "-0.0"; // "-0" is the integer 0 to many readers
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    Q_ASSERT(error == std::errc());
    return std::string(buffer, end);
}

JsonWriter::JsonWriter(TextSink sink, int brokenLevels) : m_sink(std::move(sink)), m_brokenLevels(size_t(brokenLevels)) {}

void JsonWriter::newLine()
{
    m_buffer += '\n';
    m_buffer.append(m_levels.size(), ' ');
}

void JsonWriter::separate()
{
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    if (!level.empty)
        m_buffer += level.broken ? "," : ", ";
    level.empty = false;
    if (level.broken)
        newLine();
    if (m_buffer.size() >= FlushAt)
        flush();
}

void JsonWriter::beforeValue()
{
    if (m_afterKey)
        m_afterKey = false;
    else
        separate();
}

void JsonWriter::begin(char bracket)
{
    beforeValue();
    m_buffer += bracket;
    m_levels.push_back({m_levels.size() < m_brokenLevels, true});
}

void JsonWriter::end(char bracket)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (level.broken && !level.empty)
        newLine();
    m_buffer += bracket;
}

void JsonWriter::key(std::string_view utf8)
{
    separate();
    quote(utf8);
    m_buffer += ": ";
    m_afterKey = true;
}

void JsonWriter::key(QStringView name)
{
    separate();
    quote(name);
    m_buffer += ": ";
    m_afterKey = true;
}

void JsonWriter::text(std::string_view utf8)
{
    beforeValue();
    quote(utf8);
}

void JsonWriter::text(QStringView value)
{
    beforeValue();
    quote(value);
}

void JsonWriter::integer(qint64 value)
{
    beforeValue();
    char buffer[24];
    m_buffer.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void JsonWriter::number(double value)
{
    beforeValue();
    m_buffer += jsonNumber(value);
}

void JsonWriter::boolean(bool value)
{
    beforeValue();
    m_buffer += value ? "true" : "false";
}

void JsonWriter::null()
{
    beforeValue();
    m_buffer += "null";
}

void JsonWriter::endDocument()
{
    Q_ASSERT(m_levels.empty());
    m_buffer += '\n';
    if (m_buffer.size() >= FlushAt)
        flush();
}

void JsonWriter::flush()
{
    m_sink(m_buffer);
    m_buffer.clear();
}

void JsonWriter::escaped(uint32_t unit)
{
    static constexpr char digits[] = "0123456789abcdef";
    m_buffer += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        m_buffer += digits[(unit >> shift) & 0xf];
}

void JsonWriter::append(std::string_view utf8)
{
    size_t i = 0;
    while (i < utf8.size()) {
        size_t plain = i;
        while (plain < utf8.size() && isPlain(uint8_t(utf8[plain])))
            ++plain;
        m_buffer.append(utf8.substr(i, plain - i));
        i = plain;
        if (i == utf8.size())
            break;
        const auto byte = uint8_t(utf8[i]);
        const size_t length = sequenceLength(utf8.substr(i));
        if (byte == '"' || byte == '\\') {
            m_buffer += '\\';
            m_buffer += char(byte);
        } else if (byte == '\n') {
            m_buffer += "\\n";
        } else if (byte == '\t') {
            m_buffer += "\\t";
        } else if (byte < 0x80) {
            escaped(byte);
        } else if (length == 2 && byte == 0xc2 && uint8_t(utf8[i + 1]) < 0xa0) {
            escaped(uint8_t(utf8[i + 1])); // C1 controls move the cursor of some terminals
        } else if (length == 0) {
            m_buffer += "\xef\xbf\xbd";
        } else {
            m_buffer.append(utf8.substr(i, length));
        }
        i += std::max<size_t>(length, 1);
    }
}

void JsonWriter::append(QStringView value)
{
    const QByteArray utf8 = value.toUtf8();
    append(std::string_view(utf8.constData(), size_t(utf8.size())));
}

void JsonWriter::quote(std::string_view utf8)
{
    m_buffer += '"';
    append(utf8);
    m_buffer += '"';
}

void JsonWriter::quote(QStringView value)
{
    m_buffer += '"';
    qsizetype begin = 0;
    if (!value.isValidUtf16()) {
        for (qsizetype i = 0; i < value.size(); ++i) {
            const QChar unit = value[i];
            if (unit.isHighSurrogate() && i + 1 < value.size() && value[i + 1].isLowSurrogate()) {
                ++i;
            } else if (unit.isSurrogate()) {
                append(value.mid(begin, i - begin));
                escaped(unit.unicode());
                begin = i + 1;
            }
        }
    }
    append(value.mid(begin));
    m_buffer += '"';
}

} // namespace Assay
