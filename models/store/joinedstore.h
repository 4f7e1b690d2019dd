// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/openstore.h"

#include <QTimer>

namespace Assay {

// Several open stores as one that stands in the window: their runs in one table with a column `store`, their experiments
// side by side, everything about a run asked of its own store. Nothing is read twice: the members go on as they are, and
// what they have is put together in the background whenever it changes. A member that fails, or is out of reach, does not
// hide the others: what was read of it stays, and it is Failed only when all are. Registered models are not among it. GUI thread.
class JoinedStore final : public OpenStore
{
    Q_OBJECT

public:
    // The members, at least two, outlive this.
    static JoinedStore *make(const QList<OpenStore *> &members, QObject *parent);

    const QList<OpenStore *> &members() const { return m_members; }
    // Its number among the members; -1: none of them.
    qsizetype numberOf(const OpenStore *member) const { return m_members.indexOf(const_cast<OpenStore *>(member)); }

    // Those that are of a member's runs, as that member takes them.
    QList<RunEdit> ownEdits(const OpenStore *member, const QList<RunEdit> &edits) const;

    // The place under which settings keep things for these stores together, in whatever order they are given, and back.
    // locationsIn() is empty for the location of one store.
    static QString locationOf(QStringList locations);
    static QStringList locationsIn(const QString &location);

    QString title() const override;
    QString locationOfRun(const RunRef &run) const override;
    void reload() override;
    void refresh() override;
    void reloadModels() override {}
    void takeRuns(const RunTable &fresh) override;
    void stop() override;

private:
    JoinedStore(QObject *registry, const QString &location, const QList<OpenStore *> &members, const QStringList &titles, QObject *parent);

    void watch(OpenStore *member);
    void updateInfo();
    void updateExperiments();
    void updateState();
    void updateProgress();
    void joinSoon();
    void join();

    QList<OpenStore *> m_members; // by location
    QStringList m_titles;         // of the members
    struct Progress {
        qint64 done = 0;
        qint64 total = 0;
        QString what;
    };
    QList<Progress> m_progress; // of the members
    Latest<RunTablePtr> m_joining{this};
    QTimer m_joinTimer; // merges changes
    bool m_isOld = false; // the table that is being put together
};

} // namespace Assay
