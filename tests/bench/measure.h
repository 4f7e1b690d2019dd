// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

// What every benchmark shares: which works are wanted, a median, one JSON line (README.md here).
namespace Assay::Bench {

// The works named on the command line; none: all.
class Works
{
public:
    Works(int argc, char *argv[]) : m_names(argv + 1, argv + argc) {}
    bool wants(QLatin1StringView work) const
    {
        return m_names.empty() || std::any_of(m_names.begin(), m_names.end(), [&](const char *name) { return work == QLatin1StringView(name); });
    }

private:
    std::vector<const char *> m_names;
};

struct Times {
    double median = 0; // seconds
    int repeats = 0;
};

inline Times timesOf(std::vector<double> seconds)
{
    const auto middle = seconds.begin() + std::ptrdiff_t(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return {*middle, int(seconds.size())};
}

template <typename F>
double secondsOf(F &&work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// What the system says of this process's memory ("VmRSS:", "VmHWM:"), in units of 1,000,000 bytes; 0 where it does not.
inline double ownMegabytes(QByteArrayView name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').first().toDouble() * 1024 / 1e6;
    return 0;
}

// Once more than `repeats` times; the first is not counted.
template <typename F>
Times measure(int repeats, F &&work)
{
    work();
    std::vector<double> seconds;
    for (int i = 0; i < repeats; ++i)
        seconds.push_back(secondsOf(work));
    return timesOf(std::move(seconds));
}

// Without `by` the line is ours. `by` and `note` are plain words, nothing in them needs escaping.
inline void report(QLatin1StringView work, const Times &times, const QString &note = {}, const QString &by = {})
{
    std::printf("{\"work\": \"%s\", \"seconds\": %.6g, \"repeats\": %d", work.data(), times.median, times.repeats);
    if (!by.isEmpty())
        std::printf(", \"by\": \"%s\"", qPrintable(by));
    if (!note.isEmpty())
        std::printf(", \"note\": \"%s\"", qPrintable(note));
    std::printf("}\n");
    std::fflush(stdout);
}

// A benchmark of what failed means nothing: says why, and ends.
template <typename T>
T expect(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(result.error().message), qPrintable(result.error().detail));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

} // namespace Assay::Bench
