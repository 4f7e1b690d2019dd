// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/edithistory.h"
#include "models/items/runview.h"
#include "models/store/runedits.h"

#include <QPointer>
#include <QQueue>

#include <atomic>
#include <memory>

class QWidget;

namespace Assay {

class OpenStore;
class Prompt;

// Changes runs of the open store in the background, one change after the other, says how it went, and keeps what it takes
// to undo it. GUI thread.
class EditController final : public QObject
{
    Q_OBJECT

public:
    // Dialogs belong to `window`.
    EditController(RunView &view, Prompt &prompt, QWidget *window);

    EditHistory &history() { return m_history; }
    void setStore(OpenStore *store);
    bool canEdit() const;      // the store can be written
    QString whyNot() const;    // translated
    bool isBusy() const { return m_isRunning; }
    void stop(); // what has not been tried yet

    // As the table shows the runs; what stands there already is left alone.
    void rename(const RunRef &run, const QString &name);
    void setNote(const RunRef &run, const QString &from, const QString &to);
    void setTag(const QList<RunRef> &runs, const QString &key, const std::optional<QString> &value); // nothing: removes it
    void askToDelete(const QList<RunRef> &runs);
    void restore(const QList<RunRef> &runs);

    // Of the runs as the table has them: to be asked before a dialog.
    QList<TextMap> tagsOf(const QList<RunRef> &runs) const;
    QList<RunRef> those(const QList<RunRef> &runs, Lifecycle lifecycle) const;

Q_SIGNALS:
    void progressChanged(qint64 done, qint64 total, const QString &what); // 0, 0: idle
    void finished(const QString &message);
    void failed(const QString &message);
    void stateChanged(); // canEdit(), isBusy()
    void unreachable(Assay::OpenStore *store, const QList<Assay::RunEdit> &edits); // that may wait until the store is back

private:
    struct Batch {
        QPointer<OpenStore> store;
        QString what;
        QList<RunEdit> edits;
        bool isUndo = false; // or redo: not to be recorded again
    };

    void make(const QString &what, const QList<RunEdit> &edits);
    void enqueue(Batch batch);
    void next();
    void finish(const Batch &batch, const RunEditReport &report);
    void tellFailures(const Batch &batch, const RunEditReport &report);
    void changeLifecycle(const QList<RunRef> &runs, Lifecycle to);
    QString nameOf(const RunRef &run) const;

    RunView &m_view;
    Prompt &m_prompt;
    QWidget *m_window;
    EditHistory m_history;
    QPointer<OpenStore> m_store;
    QQueue<Batch> m_waiting;
    std::shared_ptr<std::atomic<bool>> m_stops; // of the batch that runs: what is done until then is answered
    bool m_isRunning = false;
};

} // namespace Assay
