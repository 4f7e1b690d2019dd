// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/metricfile.h"

#include "models/table/column.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>

namespace Assay {

namespace {

constexpr size_t FirstPiece = 4096;
constexpr size_t Piece = 256 * 1024;

// str.strip() of what can stand around a line.
std::string_view stripped(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f'); };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

// Python's int(): a sign, digits, single underscores between them.
bool parseInteger(std::string_view text, int64_t *value)
{
    const char *end = text.data() + text.size();
    if (const auto [stop, error] = std::from_chars(text.data(), end, *value); error == std::errc() && stop == end)
        return true;
    std::string plain(stripped(text));
    if (plain.starts_with('+') && plain.size() > 1 && plain[1] != '-')
        plain.erase(0, 1);
    if (plain.empty() || plain.front() == '_' || plain.back() == '_' || plain.find("__") != std::string::npos
        || plain.find("-_") != std::string::npos)
        return false;
    std::erase(plain, '_');
    const char *plainEnd = plain.data() + plain.size();
    const auto [stop, error] = std::from_chars(plain.data(), plainEnd, *value);
    return error == std::errc() && stop == plainEnd;
}

bool parseValue(std::string_view text, double *value)
{
    const char *end = text.data() + text.size();
    // from_chars knows "nan(…)" too, which Python does not; it does not know "+5", "1_000" and 1e400.
    if (const auto [stop, error] = std::from_chars(text.data(), end, *value); error == std::errc() && stop == end && !std::isnan(*value))
        return true;
    const auto number = parseNumber(text);
    if (number)
        *value = *number;
    return number.has_value();
}

} // namespace

MetricLine parseMetricLine(std::string_view line)
{
    const std::string_view text = stripped(line);
    std::string_view fields[6];
    size_t count = 0;
    for (size_t begin = 0; begin <= text.size() && count < 6;) {
        const size_t end = std::min(text.find(' ', begin), text.size());
        fields[count++] = text.substr(begin, end - begin);
        begin = end + 1;
    }
    MetricLine result;
    if (count != 2 && count != 3 && count != 5)
        result.fault = MetricFault::FieldCount;
    else if (!parseInteger(fields[0], &result.point.timestamp))
        result.fault = MetricFault::Timestamp;
    else if (!parseValue(fields[1], &result.point.value))
        result.fault = MetricFault::Value;
    else if (count == 3 && !parseInteger(fields[2], &result.point.step))
        result.fault = MetricFault::Step;
    return result;
}

void MetricFileReader::begin()
{
    m_kept = m_end = 0;
    m_isAtEnd = m_isSkipping = m_skipsNext = false;
    m_isFirst = true;
    m_line = 0;
    m_faults = {};
}

void MetricFileReader::addFault(MetricFault fault)
{
    ++m_faults.count;
    if (m_faults.lines.size() < MetricFaults::MaxLines)
        m_faults.lines.push_back({m_line, fault});
}

std::optional<std::string_view> MetricFileReader::nextPiece(const Descriptor &file)
{
    while (!m_isAtEnd) {
        if (m_job.isCanceled()) {
            m_faults.isCanceled = true;
            return std::nullopt;
        }
        if (m_skipsNext) {
            ++m_line;
            addFault(MetricFault::FieldCount);
            m_isSkipping = true;
            m_skipsNext = false;
        }
        if (m_kept > 0)
            std::memmove(m_buffer.data(), m_buffer.data() + m_end - m_kept, m_kept);
        const size_t wanted = m_isFirst ? FirstPiece : Piece;
        if (m_buffer.size() < m_kept + wanted)
            m_buffer.resize(m_kept + wanted);
        const ssize_t got = ::read(file.fd(), m_buffer.data() + m_kept, wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            m_faults.error = errno == EAGAIN ? SafeFile::NotRegular : errno;
            return std::nullopt;
        }
        m_isAtEnd = size_t(got) < wanted; // a short read of a regular file is its end
        m_faults.isEmpty = m_isFirst && got == 0;
        std::string_view bytes(m_buffer.data(), m_kept + size_t(got));
        if (m_isFirst && bytes.starts_with("\xef\xbb\xbf"))
            bytes.remove_prefix(3);
        m_isFirst = false;
        m_end = m_kept + size_t(got);
        if (m_isSkipping) {
            const size_t lineEnd = bytes.find('\n');
            m_kept = 0;
            if (lineEnd == std::string_view::npos)
                continue;
            m_isSkipping = false;
            bytes.remove_prefix(lineEnd + 1);
        }
        const size_t last = bytes.rfind('\n');
        m_kept = last == std::string_view::npos ? bytes.size() : bytes.size() - last - 1;
        const std::string_view whole = bytes.substr(0, bytes.size() - m_kept);
        if (m_kept > MaxLine && !m_isAtEnd) {
            m_kept = 0;
            m_skipsNext = true; // counted when the lines before it have been
        }
        if (!whole.empty())
            return whole;
    }
    return std::nullopt;
}

std::optional<MetricPoint> MetricFileReader::unfinishedPoint() const
{
    const std::string_view line = stripped({m_buffer.data() + m_end - m_kept, m_kept});
    if (!m_isAtEnd || std::count(line.begin(), line.end(), ' ') != 2)
        return std::nullopt;
    const MetricLine parsed = parseMetricLine(line);
    return parsed.fault == MetricFault::None ? std::optional(parsed.point) : std::nullopt;
}

MetricFaults MetricFileReader::finish()
{
    if (m_isAtEnd && m_kept > 0)
        m_faults.unterminatedLine = m_line + 1;
    return std::move(m_faults);
}

} // namespace Assay
