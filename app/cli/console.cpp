// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/text.h"

#include <QLocale>

#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 ProgressEveryMs = 100;

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int)
{
    interrupted = 1;
}

// The second Ctrl+C ends the program at once, should something hang.
void catchInterrupt()
{
    struct sigaction action{};
    action.sa_handler = interrupt;
    action.sa_flags = int(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

Console::Console(Talk talk) : m_talk(talk), m_isTerminal(isatty(STDERR_FILENO) != 0) {}

Console::~Console()
{
    clearProgress();
}

void Console::writeLine(const QString &line)
{
    clearProgress();
    const QByteArray bytes = (line + u'\n').toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void Console::error(const QString &line)
{
    writeLine("assayctl: "_L1 + line);
}

void Console::warn(const QString &line)
{
    if (m_talk != Talk::Quiet)
        writeLine("assayctl: "_L1 + line);
}

void Console::progress(qint64 done, qint64 total, const QString &what)
{
    if (m_talk == Talk::Quiet || !m_isTerminal)
        return;
    if (!what.isEmpty())
        m_what = what;
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < ProgressEveryMs)
        return;
    m_sinceProgress.start();
    const QLocale locale;
    const QString count = total > 0 ? CliText::tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done);
    const QByteArray line = ("\r"_L1 + m_what + u' ' + count + "\x1b[K"_L1).toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    m_showsProgress = true;
}

void Console::clearProgress()
{
    if (m_showsProgress)
        std::fputs("\r\x1b[K", stderr);
    m_showsProgress = false;
}

ConsoleJob::ConsoleJob(Console &console, std::optional<std::chrono::milliseconds> timeout) : m_console(console), m_timeout(timeout)
{
    catchInterrupt();
}

bool ConsoleJob::isCanceled() const
{
    return interrupted || (m_timeout && std::chrono::steady_clock::now() - m_begin >= *m_timeout);
}

void ConsoleJob::setProgress(qint64 done, qint64 total, const QString &what)
{
    m_console.progress(done, total, what);
}

Error ConsoleJob::whyCanceled() const
{
    if (interrupted || !m_timeout)
        return {ErrorCode::Canceled, CliText::tr("Stopped before the end"), {}};
    return {ErrorCode::Canceled,
            CliText::tr("Not done within the time of --timeout: %1 s").arg(double(m_timeout->count()) / 1000), {}};
}

} // namespace Assay
