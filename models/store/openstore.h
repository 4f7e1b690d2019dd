// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/latest.h"
#include "models/store/store.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Assay {

// A store that stands in the window, with what has been read of it. Everything on the GUI thread; reads go to the
// store's thread. Values only grow more complete: partial runs come before the whole. What was kept of a remote store is
// there at once, and stays when the store is out of reach (Offline); whether it is back is looked after every few seconds.
class OpenStore : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Offline, Failed };
    Q_ENUM(State)

    OpenStore(const StoreRegistry &registry, StoreCandidate candidate, OpenOptions options, QObject *parent = nullptr);

    Store &store() { return m_store; }
    QString location() const { return m_store.candidate().location; }
    bool isRemote() const { return m_isRemote; } // behind a network
    virtual QString title() const; // short name for the navigator
    State state() const { return m_state; }
    const Error &error() const { return m_error; } // when Failed or Offline
    OptionalTime readAt() const { return m_readAt; }             // when what is shown was read from the store itself
    bool showsNewest() const { return m_state != State::Offline && !m_showsKept; } // else what was read at readAt()
    OptionalTime offlineSince() const { return m_offlineSince; } // when Offline
    const StoreInfo &info() const { return m_info; }
    const QList<Experiment> &experiments() const { return m_experiments; }
    const RunTablePtr &runs() const { return m_runs; } // null until the first rows are there
    bool runsComplete() const { return m_runsComplete; }
    const QList<RegisteredModel> &models() const { return m_models; }
    const QList<Problem> &problems() const { return m_problems; }

    void reopen(const OpenOptions &options); // as the same account: what is shown stays (RunLibrary::reopen())
    virtual QString locationOfRun(const RunRef &) const { return location(); } // of the store that the run is of

    virtual void reload(); // experiments, runs, models; keeps the old values until the new ones are there
    // Looks what has changed, without a word unless something has. What a format cannot ask for alone (runs that were deleted,
    // edits of finished ones; its header says it) is met by an exact look in place of every refresh() that comes
    // ExactEveryMs after the last one. Nothing while a reading goes on or the store is away.
    virtual void refresh();
    static constexpr qint64 ExactEveryMs = 10 * 60'000;
    virtual void reloadModels();
    virtual void takeRuns(const RunTable &fresh); // of runs that were read again: as they stand there
    virtual void stop(); // cancels what is being read; what is there stays

Q_SIGNALS:
    void stateChanged();
    void infoChanged();
    void experimentsChanged();
    void runsChanged(); // also for partial rows
    void modelsChanged();
    void problemsChanged();
    void wasRead(); // a reading of everything ended well, whether or not anything has changed
    void progressChanged(qint64 done, qint64 total, const QString &what); // done == total == 0: nothing is running

protected:
    // For a store that is put together from others: nothing is read, what is there is set.
    enum class Source { Others };
    OpenStore(Source, const StoreRegistry &registry, StoreCandidate candidate, QObject *parent);

    void setState(State state);
    void fail(const Error &error);
    void setInfo(const StoreInfo &info);
    void setExperiments(const QList<Experiment> &experiments);
    void setRuns(RunTablePtr runs, bool complete);
    void setProblems(QList<Problem> problems);

private:
    void showKept();
    enum class Reading { Shown, Quiet }; // whether it is to be seen while it goes on
    void readStore(Reading reading);
    void readRuns(Reading reading);
    RunRequest runRequest(Reading reading) const;
    void readModels(Reading reading);
    void updateProblems();

    Store m_store;
    bool m_isRemote = false;
    State m_state = State::Loading;
    Error m_error;
    OptionalTime m_readAt;
    OptionalTime m_offlineSince;
    bool m_showsKept = false;
    qint64 m_readingSince = 0; // of the newest reload
    QElapsedTimer m_sinceReading; // by a clock that nobody sets
    QElapsedTimer m_sinceExact;   // since the last reading began that asked for everything
    QTimer m_lookAgain;        // whether it is back
    StoreInfo m_info;
    QList<Experiment> m_experiments;
    RunTablePtr m_runs;
    bool m_runsComplete = false;
    QList<RegisteredModel> m_models;
    QList<Problem> m_experimentProblems, m_runProblems, m_modelProblems, m_problems;
    int m_generation = 0; // of the newest reload: partial rows of an older one are dropped

    struct Opened {
        StoreInfo info;
        Loaded<QList<Experiment>> experiments;
    };
    struct Kept {
        Opened opened;
        Loaded<RunTablePtr> runs;
        Loaded<QList<RegisteredModel>> models;
    };
    void takeOpened(const Opened &opened, Reading reading = Reading::Shown);
    static std::optional<Kept> readKept(StoreBackend &backend, const std::function<void(const Kept &)> &partial, Job &job);
    void takeKept(const Kept &kept);

    Latest<std::optional<Kept>> m_keptRead{this};
    Latest<Opened> m_opening{this};
    Latest<Loaded<RunTablePtr>> m_runsRead{this};
    Latest<Loaded<QList<RegisteredModel>>> m_modelsRead{this};
};

} // namespace Assay
