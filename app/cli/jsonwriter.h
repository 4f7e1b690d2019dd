// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace Assay {

// Takes the next piece of UTF-8 text of an answer.
using TextSink = std::function<void(std::string_view)>;

// Writes JSON piece by piece with exact numbers and the order of keys that it is given (QJsonDocument sorts keys, turns
// int64 into double and holds everything in memory). Texts come out as they are, so that they read back the same:
// a lone surrogate as \udXXX, controls as \u00XX; bytes that are not UTF-8 become U+FFFD.
class JsonWriter
{
public:
    // The outer `brokenLevels` containers have one member a line; what lies deeper stays on one line.
    explicit JsonWriter(TextSink sink, int brokenLevels = 2);

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view utf8);
    void key(QStringView name);

    void text(std::string_view utf8);
    void text(QStringView value);
    void integer(qint64 value);
    void number(double value); // the fewest digits that read back the same; "NaN", "Infinity", "-Infinity"
    void boolean(bool value);
    void null();

    // A line break after each document; several may follow one another.
    void endDocument();
    // Hands over what is left.
    void flush();

private:
    struct Level {
        bool broken;
        bool empty;
    };

    void begin(char bracket);
    void end(char bracket);
    void beforeValue();
    void separate();
    void newLine();
    void quote(std::string_view utf8);
    void quote(QStringView value);
    void append(std::string_view utf8); // escaped
    void append(QStringView value);
    void escaped(uint32_t unit);

    TextSink m_sink;
    std::string m_buffer;
    std::vector<Level> m_levels;
    size_t m_brokenLevels;
    bool m_afterKey = false;
};

// The double as JSON has it, NaN and infinities in quotes.
std::string jsonNumber(double value);

} // namespace Assay
