// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/navigatormodel.h"
#include "models/items/problemsmodel.h"
#include "models/items/runview.h"
#include "models/store/runlibrary.h"

#include <QPointer>
#include <QTimer>

namespace Assay {

class Settings;

// What is open and what of it is looked at. Turns the library's stores into the values that panels show. GUI thread.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    Workbench(RunLibrary &library, Settings &settings, QObject *parent = nullptr);

    RunLibrary &library() { return m_library; }
    RunView &view() { return m_view; }
    OpenStore *current() const { return m_current; }
    OpenStore *store(const QString &location) const { return m_library.find(location); }

    void open(const QString &location);
    void close(const QString &location);
    // Without experiments: all of the store.
    void show(OpenStore *store, const QList<ExperimentId> &experiments);
    void saveSelection(); // of the current store, to be found again when it is opened the next time
    bool showsDeleted() const { return m_showsDeleted; }
    void setShowsDeleted(bool shows);

    QList<NavigatorStore> navigatorStores() const;
    QList<ProblemsModel::Entry> problems() const;
    // "experiment a", "3 experiments", "All experiments": what the runs page shows.
    QString title() const;

Q_SIGNALS:
    void currentChanged();     // another store, or none
    void titleChanged();
    void navigatorChanged();
    void problemsChanged();
    void showsDeletedChanged();
    void progressChanged(qint64 done, qint64 total, const QString &what); // of the current store; 0, 0: idle
    void opened(Assay::OpenStore *store);
    void openFailed(const QString &location, const QString &message);

private:
    void adopt(OpenStore *store);
    void release(OpenStore *store);
    void chooseFirstExperiment();
    void restoreSelection();
    QList<NavigatorExperiment> experimentsOf(const OpenStore &store) const;

    RunLibrary &m_library;
    Settings &m_settings;
    RunView m_view;
    QPointer<OpenStore> m_current;
    QTimer m_navigatorTimer; // merges changes: at most 10 a second
    bool m_showsDeleted = false;
};

} // namespace Assay
