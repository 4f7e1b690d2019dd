// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/navigatormodel.h"
#include "models/items/problemsmodel.h"
#include "models/items/runview.h"
#include "models/store/joinedstore.h"
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
    OpenStore *current() const { return m_current; } // one of the library's, or several of them as one
    QList<OpenStore *> shown() const; // the library's stores that current() is made of; itself as a rule
    OpenStore *store(const QString &location) const { return m_library.find(location); }

    void open(const QString &location); // in the background, unless nothing is shown yet
    void openAndShow(const QString &location); // as somebody asked to see it
    void close(const QString &location);
    void closeShown();
    // Without experiments: all of the store.
    void show(OpenStore *store, const QList<ExperimentId> &experiments);
    // What is chosen in one store or in several, which then stand in one table.
    void show(const QList<NavigatorChoice> &choices);
    void showWhenOpen(const QStringList &locations); // one, or several together, once all of them are open
    void gather(); // from now on what is opened is shown together with the rest, until something else is chosen
    QList<NavigatorChoice> choices() const; // what is shown
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
    void watch(OpenStore *store);
    void release(OpenStore *store);
    void showAwaited();
    QList<ExperimentId> wantedOf(const QList<NavigatorChoice> &choices) const;
    void chooseFirstExperiment();
    void restoreSelection();
    void letGoOfOthers(const QList<ExperimentId> &experiments);
    QList<NavigatorExperiment> experimentsOf(const OpenStore &store) const;

    RunLibrary &m_library;
    Settings &m_settings;
    RunView m_view;
    QPointer<OpenStore> m_current;
    JoinedStore *m_joined = nullptr; // current, or null; a child
    QStringList m_awaited; // to be shown together when they are all open
    bool m_showsNext = false; // what is opened next was asked for
    bool m_restoresSelection = false; // as soon as the current store's runs are there
    bool m_gathers = false;
    QTimer m_navigatorTimer; // merges changes: at most 10 a second
    bool m_showsDeleted = false;
};

} // namespace Assay
