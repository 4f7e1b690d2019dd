// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace Assay::Testing {

// A server on the loopback that does to each connection what a test says, byte by byte. Each of its connections
// has a thread of its own.
class FaultServer
{
public:
    struct Request {
        QByteArray method;
        QByteArray target; // "/path?query"
        QHash<QByteArray, QByteArray> headers; // names in lower case
        QByteArray body;

        QByteArray path() const { return target.left(target.contains('?') ? target.indexOf('?') : target.size()); }
    };

    // One connection, of which the script decides everything.
    class Peer
    {
    public:
        // The next request's head, then the rest of it; false when the other side is gone. The head counts as one of requests().
        bool readHead();
        bool readBody();
        bool readRequest() { return readHead() && readBody(); }
        const Request &request() const { return m_request; }
        bool send(const QByteArray &bytes);
        bool answer(int status, const QByteArray &body, const QByteArray &type = "application/json", const QByteArray &moreHeaders = {});
        bool waitUntilGone(int milliseconds) const; // false when it is still there
        // Hands on, both ways, to a port of the loopback, after these first bytes; until an end is gone.
        void passOn(int port, const QByteArray &first);
        void reset(); // closes it with a reset in place of an end

    private:
        friend class FaultServer;
        Peer(FaultServer &server, int socket) : m_server(server), m_socket(socket) {}

        FaultServer &m_server;
        int m_socket;
        QByteArray m_unread;
        Request m_request;
        qsizetype m_place = 0;
    };

    // Ends the connection when it returns.
    using Script = std::function<void(Peer &)>;

    explicit FaultServer(Script script, const char *address = "127.0.0.1");
    ~FaultServer();
    Q_DISABLE_COPY_MOVE(FaultServer)

    // Answers request after request of a connection with what `reply` says.
    static Script replies(std::function<void(Peer &)> reply);

    QString url() const; // http://127.0.0.1:port
    int port() const { return m_port; }
    int requestCount() const { return m_requestCount; }
    int connectionCount() const { return m_connectionCount; }
    QList<Request> requests() const;

private:
    void listen();
    qsizetype keep(const Request &request); // its place

    Script m_script;
    QByteArray m_address;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_requestCount = 0;
    std::atomic<int> m_connectionCount = 0;
    std::atomic<bool> m_isStopping = false;
    mutable std::mutex m_mutex;
    QList<Request> m_requests;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_listening;
};

} // namespace Assay::Testing
