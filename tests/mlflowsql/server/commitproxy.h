// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace Assay::Testing {

// Stands between a client and a database server, and cuts the wire at a COMMIT. On a thread of its own.
class CommitProxy
{
public:
    enum class Cut {
        Never,
        Before,      // the server does not get it
        After,       // the server gets it, its answer goes nowhere
        AfterAndAll, // and nobody gets through any more
    };

    explicit CommitProxy(quint16 serverPort);
    ~CommitProxy();

    quint16 port() const { return m_port; }
    void cut(Cut cut) { m_cut = cut; }

private:
    void accept(QTcpSocket *client);

    quint16 m_serverPort;
    quint16 m_port = 0;
    std::atomic<Cut> m_cut = Cut::Never;
    QThread m_thread;
    QTcpServer *m_listener = nullptr;
};

} // namespace Assay::Testing
