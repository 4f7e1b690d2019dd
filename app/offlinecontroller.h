// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/waitingeditsmodel.h"
#include "models/offline/editqueue.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QWidget;

namespace Assay {

class OfflineNote;
class OpenStore;
class WaitingEditsDialog;
class Workbench;

// What happens when a store goes away and comes back: says how old is what is shown, holds edits, and makes them as soon as
// the store is there again, where what they rest on still stands. GUI thread.
class OfflineController final : public QObject
{
    Q_OBJECT

public:
    // Held edits are kept in `folder`; empty: in memory alone. The note and dialogs belong to `window`.
    OfflineController(Workbench &workbench, const QString &folder, QWidget *window);
    ~OfflineController() override;

    OfflineNote *note() const { return m_note; }
    // Edits that the store could not take because it is out of reach.
    void hold(OpenStore *store, const QList<RunEdit> &edits);
    void showWaiting();
    qsizetype waitingCount() const;

Q_SIGNALS:
    void told(const QString &message);
    void connectRequested(const QString &location); // to a store that does not let one in

private:
    // What is held for an open store.
    struct Held {
        EditQueue queue;
        bool isRead = false;      // its file
        bool isSaved = true;      // there is a file for it: not where it could not be read, as it is left as it is
        bool isBeingMade = false;
    };

    void adopt(OpenStore *store);
    void takeFile(OpenStore *store, const Result<EditQueue> &queue);
    void takeState(OpenStore *store);
    void makeEdits(OpenStore *store);
    void finish(OpenStore *store, const RunEditReport &report);
    void showHeld(OpenStore *store);
    void show(OpenStore *store, const QList<RunEdit> &edits);
    void keepForClosed(const QString &location, const QList<WaitingEdit> &edits);
    bool isOpen(const OpenStore *store) const;
    void decide(const QString &location, qsizetype place, bool insists);
    void save(const QString &location);
    void update();

    Workbench &m_workbench;
    QString m_folder;
    QWidget *m_window;
    OfflineNote *m_note;
    QPointer<WaitingEditsDialog> m_dialog;
    QHash<QString, Held> m_held; // by the store's location; of open stores
    bool m_showsHeld = false;    // while what is held is put into a store's runs
    QThreadPool m_files;         // one thread: files are written in the order of the changes
};

} // namespace Assay
