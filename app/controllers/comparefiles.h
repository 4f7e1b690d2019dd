// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/experiment.h"
#include "models/items/artifactrows.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace Assay {

class OpenStore;

// Reads what lies among the artifacts of runs, one run after the other on the store's thread, and keeps it. Of many runs
// only the first are read until more are asked for.
class CompareFiles final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype FirstRuns = 20;

    explicit CompareFiles(QObject *parent);
    ~CompareFiles() override;

    void setStore(OpenStore *store); // forgets everything of another one
    void setRuns(const QList<RunRef> &runs); // reads those that are not known; the first ones, unless all were asked for
    void readAll();
    void forget(); // reads them again: they may lie elsewhere, or be others
    void stop(); // until other runs are looked at

    ReadFiles files(const QList<RunRef> &runs) const;
    bool isReading() const { return m_isReading; }
    qsizetype doneCount() const; // of those that are wanted
    qsizetype wantedCount() const { return m_wanted.size(); }
    qsizetype unreadCount() const; // of all runs

Q_SIGNALS:
    void progressed(); // a run more was read, or the reading has ended
    void changed();    // files() gives more than before; not more than some times a second

private:
    void want(qsizetype count);
    void readNext();
    void take(const RunRef &run, const Result<RunFiles> &read);

    QPointer<OpenStore> m_store;
    QList<RunRef> m_runs, m_wanted;
    QHash<RunRef, std::shared_ptr<const RunFiles>> m_known;
    QFuture<Result<RunFiles>> m_future;
    QTimer m_soon;
    int m_generation = 0; // counts stores and stops
    bool m_isReading = false;
};

} // namespace Assay
