// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runedit.h"

#include <QHash>
#include <QUndoStack>
#include <QVariantMap>

namespace Assay {

class EditsCommand;

// What was done in each open store and can be undone: edits of runs and changes of what the table shows. Makes nothing
// itself: it asks, and is told how it went. GUI thread.
class EditHistory final : public QObject
{
    Q_OBJECT

public:
    explicit EditHistory(QObject *parent = nullptr);
    ~EditHistory() override;

    // What is undone from now on; null: nothing. Its history goes with it.
    void setStore(QObject *store);

    // Edits of the store that were made.
    void recordEdits(QObject *store, const QString &what, const QList<RunEdit> &edits);
    // A RunTableState before and after, as maps: only what differs is kept and put back. Typing counts as one change,
    // what has a name of its own never.
    void recordView(const QVariantMap &before, const QVariantMap &after) { recordChange({}, before, after); }
    void recordChange(const QString &what, const QVariantMap &before, const QVariantMap &after);

    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();
    // The answer to editsWanted(): those that could not be made are forgotten, as what stands there is somebody else's.
    void finishEdits(const QList<RunEdit> &failed);

Q_SIGNALS:
    void editsWanted(const QString &what, const QList<Assay::RunEdit> &edits);
    void viewWanted(const QVariantMap &changes);
    void changed();

private:
    friend class EditsCommand;

    QUndoStack *stackOf(QObject *store);

    QObject *m_store = nullptr;
    QUndoStack *m_stack = nullptr; // of m_store; null without one
    QHash<QObject *, QUndoStack *> m_stacks; // children
    EditsCommand *m_pending = nullptr; // that was undone or redone and waits for finishEdits()
};

} // namespace Assay
