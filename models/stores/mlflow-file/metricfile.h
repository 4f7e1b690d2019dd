// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/domain/run.h"
#include "models/store/safefile.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace Assay {

struct MetricPoint {
    int64_t timestamp = 0;
    int64_t step = 0;
    double value = 0;
};

enum class MetricFault { None, FieldCount, Timestamp, Value, Step };

// One line of a run's metric file, as MLflow reads it: `timestamp value [step [dataset digest]]`, single blanks, blanks
// around ignored. Of a line with five fields MLflow takes step 0 although one stands there; so do we, to show the same.
struct MetricLine {
    MetricPoint point;
    MetricFault fault = MetricFault::None;
};
MetricLine parseMetricLine(std::string_view line);

// What to make of a last line without a line end. A prefix of a line can look like a line, so of a run that may still be
// written it is never taken. Of one that has ended it is, if it has all three fields: another program wrote the file.
enum class LastLine { Skip, TakeIfWhole };

inline LastLine lastLineOf(RunStatus status)
{
    return hasEnded(status) ? LastLine::TakeIfWhole : LastLine::Skip;
}

// The latest value by MLflow's rule: Python's max() over (step, timestamp, value) in file order. A NaN is neither
// greater nor less, so where steps and times are equal the order decides.
class LatestPoint
{
public:
    void add(const MetricPoint &point)
    {
        if (m_point && !isGreater(point, *m_point))
            return;
        m_point = point;
    }
    const std::optional<MetricPoint> &point() const { return m_point; }

private:
    static bool isGreater(const MetricPoint &a, const MetricPoint &b)
    {
        if (a.step != b.step)
            return a.step > b.step;
        return a.timestamp != b.timestamp ? a.timestamp > b.timestamp : a.value > b.value;
    }

    std::optional<MetricPoint> m_point;
};

// What was wrong in a metric file. Only the first lines are kept one by one.
struct MetricFaults {
    static constexpr size_t MaxLines = 5;
    struct Line {
        qint64 line = 0; // 1-based
        MetricFault fault = MetricFault::None;
    };

    std::vector<Line> lines;
    qint64 count = 0;            // all malformed lines
    qint64 unterminatedLine = 0; // a last line that was not read as it may be half written; 0: no such line
    bool isEmpty = false;        // 0 bytes
    int error = 0;               // errno
    bool isCanceled = false;
};

// Reads metric files piece by piece, whatever their size. One thread at a time.
class MetricFileReader
{
public:
    explicit MetricFileReader(const Job &job) : m_job(job) {}

    // f(point) for every sound line, in file order.
    template <typename F>
    MetricFaults read(const Descriptor &file, LastLine lastLine, F &&f)
    {
        begin();
        while (std::optional<std::string_view> piece = nextPiece(file))
            takeLines(*piece, f);
        if (const auto point = lastLine == LastLine::TakeIfWhole ? unfinishedPoint() : std::nullopt) {
            f(*point);
            m_kept = 0;
        }
        return finish();
    }

private:
    // No line of MLflow is longer: two numbers, a step, a data set's name (500 characters) and digest.
    static constexpr size_t MaxLine = 8192;

    void begin();
    std::optional<std::string_view> nextPiece(const Descriptor &file); // whole lines only
    std::optional<MetricPoint> unfinishedPoint() const;
    MetricFaults finish();
    void addFault(MetricFault fault);

    template <typename F>
    void takeLines(std::string_view lines, F &f)
    {
        while (!lines.empty()) {
            const size_t end = lines.find('\n');
            ++m_line;
            const MetricLine parsed = end > MaxLine ? MetricLine{{}, MetricFault::FieldCount} : parseMetricLine(lines.substr(0, end));
            if (parsed.fault == MetricFault::None)
                f(parsed.point);
            else
                addFault(parsed.fault);
            lines.remove_prefix(end + 1);
        }
    }

    const Job &m_job;
    std::vector<char> m_buffer;
    size_t m_kept = 0;     // bytes of an unfinished line at the buffer's begin
    size_t m_end = 0;      // bytes in the buffer
    bool m_isAtEnd = false;
    bool m_skipsNext = false;  // the next piece begins within a line that is too long
    bool m_isSkipping = false;
    bool m_isFirst = true;
    qint64 m_line = 0;
    MetricFaults m_faults;
};

} // namespace Assay
