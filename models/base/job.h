// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>

namespace Assay {

// What a function that runs for longer than a moment polls (at least every 1,024 items) and reports to.
// All members may be called from any thread.
class Job
{
public:
    virtual ~Job() = default;
    virtual bool isCanceled() const = 0;
    // `total` 0: not known. `what` is translated text for the status bar, empty to keep the last one.
    virtual void setProgress(qint64 done, qint64 total, const QString &what) = 0;
};

// For callers that wait: never reports, is cancelled by cancel() only.
class SilentJob final : public Job
{
public:
    bool isCanceled() const override { return m_canceled.load(std::memory_order_relaxed); }
    void setProgress(qint64, qint64, const QString &) override {}
    void cancel() { m_canceled.store(true, std::memory_order_relaxed); }

private:
    std::atomic<bool> m_canceled = false;
};

} // namespace Assay
