// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"

#include <QMap>
#include <QStringList>

namespace Assay::Testing {

// A tracking server of one experiment, as far as the window asks, with a plug that can be pulled. Run 0 is the newest.
class ImitatedServer
{
public:
    explicit ImitatedServer(int runs);

    QString url() const { return m_server.url(); }
    static QString runId(int run) { return QStringLiteral("run%1").arg(run, 6, 10, QLatin1Char('0')); }
    void setPlugged(bool isPlugged) { m_isPlugged = isPlugged; }
    QString name(int run) const;
    void setName(int run, const QString &name); // by somebody else
    int writeCount() const { return m_writes; }

private:
    void answer(FaultServer::Peer &peer);
    QByteArray runJson(int run) const;
    QByteArray runsJson(const QByteArray &request) const;
    QByteArray historyJson(const QByteArray &target) const;

    mutable std::mutex m_mutex;
    QStringList m_names;
    std::atomic<bool> m_isPlugged = true;
    std::atomic<int> m_writes = 0;
    FaultServer m_server; // last: it asks the others
};

} // namespace Assay::Testing
