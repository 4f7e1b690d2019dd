// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/copyquestion.h"
#include "models/store/openstore.h"
#include "models/stores/assay-bundle/bundlewriter.h"

namespace Assay {

class Prompt;

// Writes runs of the current store into a bundle: asks which and where, and does it beside what else is read of the store.
class BundleExporter final : public QObject
{
    Q_OBJECT

public:
    BundleExporter(RunView &view, Prompt &prompt, QObject *parent);
    ~BundleExporter() override;

    bool isBusy() const { return m_isRunning; }
    void stop(); // nothing of the file stays
    // Shows the dialog over `window`. One bundle is written at a time: what runs is let run.
    void ask(OpenStore &store, QWidget *window);

Q_SIGNALS:
    void progressChanged(qint64 done, qint64 total, const QString &what); // 0, 0: idle
    void exported(const QString &path);
    void failed(const QString &message);

private:
    void askForFile(QWidget *window, const CopySelection &selection);
    void write(const CopySelection &selection, const QString &path, bool replaces);
    void finish(const QString &path, const Result<BundleDone> &done);

    Prompt &m_prompt;
    QString m_title;              // of the store whose runs these are
    bool m_isRunning = false;
    QFuture<Result<BundleDone>> m_running;
    CopyQuestion m_question;
};

} // namespace Assay
