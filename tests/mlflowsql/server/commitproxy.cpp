// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mlflowsql/server/commitproxy.h"

#include <QHostAddress>

namespace Assay::Testing {

CommitProxy::CommitProxy(quint16 serverPort) : m_serverPort(serverPort)
{
    m_listener = new QTcpServer;
    m_listener->moveToThread(&m_thread);
    QObject::connect(m_listener, &QTcpServer::newConnection, m_listener, [this] {
        while (QTcpSocket *client = m_listener->nextPendingConnection())
            accept(client);
    });
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener, [this] { m_listener->listen(QHostAddress::LocalHost); }, Qt::BlockingQueuedConnection);
    m_port = m_listener->serverPort();
}

CommitProxy::~CommitProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void CommitProxy::accept(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress::LocalHost, m_serverPort);
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    QObject::connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    QObject::connect(server, &QTcpSocket::readyRead, client, [this, server, client] {
        if (client->property("isCut").toBool())
            return part(client, server);
        client->write(server->readAll());
    });
    QObject::connect(client, &QTcpSocket::readyRead, client, [this, server, client] {
        const QByteArray sent = client->readAll();
        const Cut cut = m_cut;
        if (cut != Cut::Never && sent.contains("COMMIT") && !sent.contains("COMMITTED")) {
            m_cut = Cut::Never;
            if (cut == Cut::AfterAndAll)
                m_listener->close();
            if (cut == Cut::Before)
                return part(client, server);
            client->setProperty("isCut", true);
        }
        server->write(sent);
    });
}

void CommitProxy::part(QTcpSocket *client, QTcpSocket *server)
{
    const QSignalBlocker quiet(server); // it would take the client with it
    server->abort();
    if (m_meanwhile)
        m_meanwhile();
    client->abort();
}

} // namespace Assay::Testing
