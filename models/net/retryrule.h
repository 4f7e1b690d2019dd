// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpserver.h"

#include <optional>

namespace Assay {

// Whether an answer of this status may be another one a little later.
bool isTemporary(int status);

// How long to wait before the next attempt. `attempt`: how many were made; `retryAfter`: what the server asks for; `random` is from 0 to 1.
// Nothing when no further attempt is to be made. Without a wish of the server: between half of firstDelay · 2^(attempt − 1), at most longestDelay, and all of it.
std::optional<std::chrono::milliseconds> delayBeforeRetry(int attempt, int retries, std::optional<std::chrono::seconds> retryAfter, double random,
                                                          const HttpLimits &limits);

// Stops asking a server that does not answer: closed at first, open after so many failures in a row, for a while; then one
// attempt decides.
class CircuitBreaker
{
public:
    using Clock = std::chrono::steady_clock;

    explicit CircuitBreaker(const HttpLimits &limits) : m_threshold(limits.failuresToBreak), m_pause(limits.breakFor) {}

    bool allows(Clock::time_point now) const { return now >= m_openUntil; }
    void succeeded() { m_failures = 0; }
    void failed(Clock::time_point now)
    {
        if (++m_failures >= m_threshold)
            m_openUntil = now + m_pause;
    }

private:
    int m_threshold;
    std::chrono::milliseconds m_pause;
    int m_failures = 0;
    Clock::time_point m_openUntil{};
};

} // namespace Assay
