// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>
#include <memory>

namespace Assay {

// Reads one artifact after the other in a helper process of its own (assay-preview), which may crash, hang or be taken
// over without harm. A new request ends the one before. Lives on a thread with an event loop.
class PreviewProcess final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const Preview &preview)>;

    static constexpr int Deadline = 5000; // ms by the clock; the helper's limit of processor time is its own
    static constexpr qint64 MaxAnswer = 72 << 20;

    // The helper beside the running program, or where packages put it.
    static QString defaultProgram();

    explicit PreviewProcess(QString program = defaultProgram(), QObject *parent = nullptr);
    ~PreviewProcess() override;

    // Asks for the preview of an artifact of a kind that needs the helper. `path` for its name alone. The handler is
    // called once, later, with a PreviewFailure when there is nothing to see; never after cancel().
    void start(const QString &path, const ArtifactType &type, const QByteArray &bytes, qint64 size, Handler handler);
    void cancel();
    bool isRunning() const { return m_process != nullptr; }

    void setDeadline(int ms) { m_deadline = ms; }

private:
    void finish(const Preview &preview);
    void fail(PreviewFailure::Reason reason, const QString &detail);
    void readAnswer();
    void ended(int exitCode, QProcess::ExitStatus status);

    const QString m_program;
    int m_deadline = Deadline;
    QTimer m_timer;
    QProcess *m_process = nullptr; // child of this, null between requests
    QByteArray m_answer;
    ArtifactType m_type;
    qint64 m_size = 0;
    Handler m_handler;
};

} // namespace Assay
