// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/retryrule.h"

#include <algorithm>

namespace Assay {

using std::chrono::milliseconds;

bool isTemporary(int status)
{
    return status == 408 || status == 429 || (status >= 502 && status <= 504);
}

std::optional<milliseconds> delayBeforeRetry(int attempt, int retries, std::optional<std::chrono::seconds> retryAfter, double random, const HttpLimits &limits)
{
    if (attempt > retries)
        return {};
    // In seconds: so many can be asked for that milliseconds do not hold them.
    if (retryAfter)
        return *retryAfter <= std::chrono::floor<std::chrono::seconds>(limits.longestRetryAfter)
            ? std::optional(milliseconds(std::max(*retryAfter, std::chrono::seconds(0)))) : std::nullopt;
    // More than 2^20 times the first delay is longer than any longest one.
    const milliseconds doubled = limits.firstDelay * (qint64(1) << std::min(attempt - 1, 20));
    const milliseconds longest = std::min(doubled, limits.longestDelay);
    return milliseconds(qint64(double(longest.count()) * (0.5 + 0.5 * std::clamp(random, 0.0, 1.0))));
}

} // namespace Assay
