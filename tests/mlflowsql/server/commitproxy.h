// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>
#include <functional>

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
    // `meanwhile` is done on the proxy's thread, behind the cut and before the client is told of it.
    void cut(Cut cut, std::function<void()> meanwhile = {})
    {
        m_meanwhile = std::move(meanwhile);
        m_cut = cut;
    }

private:
    void accept(QTcpSocket *client);
    void part(QTcpSocket *client, QTcpSocket *server);

    quint16 m_serverPort;
    quint16 m_port = 0;
    std::atomic<Cut> m_cut = Cut::Never;
    std::function<void()> m_meanwhile; // read after m_cut
    QThread m_thread;
    QTcpServer *m_listener = nullptr;
};

} // namespace Assay::Testing
