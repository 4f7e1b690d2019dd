// SPDX-License-Identifier: GPL-3.0-or-later
// start-first-paint: from just before a process is started to its first painted window. The process is this program
// again, which then is `assay` and nothing else, but for a filter that sees the window being painted.
#include "app/application.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTemporaryDir>
#include <QWidget>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

extern char **environ;

namespace {

constexpr QLatin1StringView Work{"start-first-paint"};
constexpr const char *PaintedVariable = "ASSAY_BENCH_PAINTED"; // descriptor that gets one byte after the first paint
constexpr int Repeats = 21;

class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(int descriptor) : m_descriptor(descriptor) {}
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && qobject_cast<QWidget *>(object)) {
            qApp->removeEventFilter(this);
            // All of the window is painted and flushed before the loop gets to this.
            QMetaObject::invokeMethod(this, [this] {
                const ssize_t written = write(m_descriptor, "p", 1);
                _exit(written == 1 ? 0 : 1);
            }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    int m_descriptor;
};

void watchFirstPaint()
{
    if (qEnvironmentVariableIsSet(PaintedVariable))
        qApp->installEventFilter(new FirstPaint(qEnvironmentVariableIntValue(PaintedVariable)));
}
Q_COREAPP_STARTUP_FUNCTION(watchFirstPaint)

bool startAndWait()
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    qputenv(PaintedVariable, QByteArray::number(ends[1]));
    QByteArray program = QFile::encodeName(QCoreApplication::applicationFilePath());
    char *arguments[] = {program.data(), nullptr};
    pid_t child = 0;
    const bool started = posix_spawn(&child, program.constData(), nullptr, nullptr, arguments, environ) == 0;
    close(ends[1]);
    char byte = 0;
    const bool painted = started && read(ends[0], &byte, 1) == 1;
    close(ends[0]);
    if (started)
        waitpid(child, nullptr, 0);
    return painted;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsSet(PaintedVariable))
        return runApplication(argc, argv);
    QCoreApplication application(argc, argv);
    if (!Works(argc, argv).wants(Work))
        return 0;
    QTemporaryDir home; // no settings, no session to bring back
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, QFile::encodeName(home.path()));
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "*.warning=false"); // of the platform's plugin
    bool painted = true;
    const Times times = measure(Repeats, [&] { painted = painted && startAndWait(); });
    if (!painted) {
        std::fprintf(stderr, "assay ended before it painted anything\n");
        return 1;
    }
    report(Work, times, u"platform "_s + qEnvironmentVariable("QT_QPA_PLATFORM"));
    return 0;
}
