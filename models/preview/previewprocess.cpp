// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewprocess.h"

#include "models/preview/helperprogram.h"
#include "models/preview/previewcodec.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// What the helper needs to find its libraries and fonts, and nothing else: no tokens, no session.
QProcessEnvironment helperEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const auto name : {"LD_LIBRARY_PATH"_L1, "QT_PLUGIN_PATH"_L1, "QT_QPA_PLATFORM_PLUGIN_PATH"_L1, "FONTCONFIG_FILE"_L1,
                            "FONTCONFIG_PATH"_L1, "XDG_DATA_DIRS"_L1, "ASAN_OPTIONS"_L1, "LSAN_OPTIONS"_L1})
        if (ours.contains(name))
            environment.insert(name, ours.value(name));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HOME"_s, u"/nonexistent"_s);
    return environment;
}

} // namespace

QString PreviewProcess::defaultProgram()
{
    return helperProgram("assay-preview"_L1);
}

PreviewProcess::PreviewProcess(QString program, QObject *parent) : QObject(parent), m_program(std::move(program))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { fail(PreviewFailure::Reason::TimedOut, u"deadline"_s); });
}

PreviewProcess::~PreviewProcess()
{
    cancel();
    // Killed already, so these waits are short; without them QProcess complains.
    for (QProcess *process : findChildren<QProcess *>(QString(), Qt::FindDirectChildrenOnly))
        process->waitForFinished(1000);
}

void PreviewProcess::start(const QString &path, const ArtifactType &type, const QByteArray &bytes, qint64 size, Handler handler)
{
    cancel();
    m_type = type;
    m_size = size;
    m_handler = std::move(handler);
    m_process = new QProcess(this);
    m_process->setProcessEnvironment(helperEnvironment());
    m_process->setWorkingDirectory(u"/"_s);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &PreviewProcess::readAnswer);
    connect(m_process, &QProcess::finished, this, &PreviewProcess::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(PreviewFailure::Reason::NotStarted, m_program);
    });
    m_timer.start(m_deadline);
    m_process->start(m_program, {QString::number(int(type.kind)), type.id, path.mid(path.lastIndexOf(u'/') + 1).left(255),
                                 QString::number(size)});
    if (!m_process)
        return; // it failed at once
    m_process->write(bytes);
    m_process->closeWriteChannel();
}

void PreviewProcess::cancel()
{
    m_timer.stop();
    m_handler = nullptr;
    m_answer.clear();
    if (!m_process)
        return;
    // Killed, and waited for by the event loop: its end is of no interest to anybody.
    QProcess *process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

void PreviewProcess::readAnswer()
{
    m_answer += m_process->readAllStandardOutput();
    if (m_answer.size() > MaxAnswer)
        fail(PreviewFailure::Reason::Crashed, u"the answer has no end"_s);
}

void PreviewProcess::ended(int exitCode, QProcess::ExitStatus status)
{
    m_answer += m_process->readAllStandardOutput();
    if (status != QProcess::NormalExit) {
        // The kernel stops a process that used up its processor time with these.
        const bool usedUp = exitCode == 24 || exitCode == 9;
        return fail(usedUp ? PreviewFailure::Reason::TimedOut : PreviewFailure::Reason::Crashed, u"signal %1"_s.arg(exitCode));
    }
    const auto preview = decodePreview(m_answer);
    if (exitCode != 0 || !preview)
        return fail(PreviewFailure::Reason::Crashed, u"exit status %1"_s.arg(exitCode));
    finish(*preview);
}

void PreviewProcess::fail(PreviewFailure::Reason reason, const QString &detail)
{
    finish({m_type, m_size, {}, PreviewFailure{reason, 0, detail}});
}

void PreviewProcess::finish(const Preview &preview)
{
    const Handler handler = std::move(m_handler);
    cancel();
    if (handler)
        handler(preview);
}

} // namespace Assay
