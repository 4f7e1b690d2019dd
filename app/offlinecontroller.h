// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/waitingeditsmodel.h"
#include "models/offline/heldedits.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <unordered_map>

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
        std::unique_ptr<HeldEdits> edits;
        bool isWanted = false; // is to be made when it is known what other programs made of it
        bool isBeingMade = false;
    };

    void adopt(OpenStore *store);
    void takeSynced(OpenStore *store);
    void takeState(OpenStore *store);
    void makeEdits(OpenStore *store);
    void makeHeld(OpenStore *store);
    void finish(OpenStore *store, const RunEditReport &report);
    void showHeld(OpenStore *store);
    void show(OpenStore *store, const QList<RunEdit> &edits);
    void keepForClosed(OpenStore *store, const QList<WaitingEdit> &edits);
    bool isOpen(const OpenStore *store) const;
    void decide(const QString &location, const WaitingEdit &decided, bool insists);
    std::optional<EditQueueFile> fileOf(OpenStore *store) const;
    const EditQueue &queueOf(const OpenStore *store) const;
    void update();

    Workbench &m_workbench;
    QString m_folder;
    QWidget *m_window;
    OfflineNote *m_note;
    QPointer<WaitingEditsDialog> m_dialog;
    QThreadPool m_files;                        // one thread: files are written in the order of the changes
    std::unordered_map<QString, Held> m_held;   // by the store's location; of open stores
    bool m_showsHeld = false;                   // while what is held is put into a store's runs
};

} // namespace Assay
