// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/job.h"

#include <QElapsedTimer>
#include <QString>

#include <chrono>
#include <optional>

namespace Assay {

// Standard error: the error, warnings, and progress where it is a terminal.
class Console
{
public:
    enum class Talk { Normal, Quiet }; // quiet: errors only

    explicit Console(Talk talk);
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

    void error(const QString &line);
    void warn(const QString &line);
    void progress(qint64 done, qint64 total, const QString &what);
    void clearProgress();

private:
    void writeLine(const QString &line);

    Talk m_talk;
    bool m_isTerminal;
    bool m_showsProgress = false;
    QString m_what;
    QElapsedTimer m_sinceProgress;
};

// The one job of a command: cancelled by Ctrl+C, and when the time of --timeout is over.
class ConsoleJob final : public Job
{
public:
    ConsoleJob(Console &console, std::optional<std::chrono::milliseconds> timeout);

    bool isCanceled() const override;
    void setProgress(qint64 done, qint64 total, const QString &what) override;

    // Why it was cancelled, instead of the plain words of whoever noticed.
    Error whyCanceled() const;

private:
    Console &m_console;
    std::optional<std::chrono::milliseconds> m_timeout;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace Assay
