// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Assay::Testing {

namespace {

constexpr int LookEveryMilliseconds = 20;

} // namespace

bool FaultServer::Peer::readHead()
{
    qsizetype end = -1;
    while ((end = m_unread.indexOf("\r\n\r\n")) < 0) {
        char buffer[16384];
        const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (got <= 0)
            return false;
        m_unread.append(buffer, got);
    }
    const QList<QByteArray> lines = m_unread.left(end).split('\n');
    m_unread.remove(0, end + 4);
    m_request = {};
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    m_request.method = words.value(0);
    m_request.target = words.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            m_request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    m_place = m_server.keep(m_request);
    return true;
}

bool FaultServer::Peer::readBody()
{
    const qsizetype size = m_request.headers.value("content-length").toLongLong();
    while (m_unread.size() < size) {
        char buffer[16384];
        const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (got <= 0)
            return false;
        m_unread.append(buffer, got);
    }
    m_request.body = m_unread.left(size);
    m_unread.remove(0, size);
    const std::scoped_lock lock(m_server.m_mutex);
    m_server.m_requests[m_place].body = m_request.body;
    return true;
}

bool FaultServer::Peer::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        if (m_server.m_isStopping)
            return false;
        const ssize_t count = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

bool FaultServer::Peer::answer(int status, const QByteArray &body, const QByteArray &type, const QByteArray &moreHeaders)
{
    return send("HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type + "\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body);
}

bool FaultServer::Peer::waitUntilGone(int milliseconds) const
{
    for (int waited = 0; waited < milliseconds && !m_server.m_isStopping; waited += LookEveryMilliseconds) {
        pollfd fd{m_socket, POLLRDHUP, 0};
        if (::poll(&fd, 1, LookEveryMilliseconds) > 0)
            return true;
    }
    return false;
}

void FaultServer::Peer::passOn(int port, const QByteArray &first)
{
    const int other = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place.sin_port = htons(uint16_t(port));
    const QByteArray begin = first + std::exchange(m_unread, {});
    bool goesOn = ::connect(other, reinterpret_cast<sockaddr *>(&place), sizeof place) == 0
        && ::send(other, begin.constData(), size_t(begin.size()), MSG_NOSIGNAL) == begin.size();
    while (goesOn && !m_server.m_isStopping) {
        pollfd ends[] = {{m_socket, POLLIN, 0}, {other, POLLIN, 0}};
        ::poll(ends, 2, LookEveryMilliseconds);
        for (int i = 0; i < 2 && goesOn; ++i) {
            if (ends[i].revents == 0)
                continue;
            char buffer[16384];
            const ssize_t got = ::recv(ends[i].fd, buffer, sizeof buffer, 0);
            goesOn = got > 0 && ::send(ends[1 - i].fd, buffer, size_t(got), MSG_NOSIGNAL) == got;
        }
    }
    ::close(other);
}

void FaultServer::Peer::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

FaultServer::FaultServer(Script script, const char *address) : m_script(std::move(script)), m_address(address)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    ::inet_pton(AF_INET, address, &place.sin_addr);
    socklen_t size = sizeof place;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&place), size) != 0 || ::listen(m_listener, 64) != 0)
        qFatal("The fault server cannot listen on %s", address);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&place), &size);
    m_port = ntohs(place.sin_port);
    m_listening = std::thread([this] { listen(); });
}

FaultServer::~FaultServer()
{
    m_isStopping = true;
    m_listening.join();
    {
        const std::scoped_lock lock(m_mutex);
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_listener);
}

void FaultServer::listen()
{
    while (!m_isStopping) {
        pollfd fd{m_listener, POLLIN, 0};
        if (::poll(&fd, 1, LookEveryMilliseconds) <= 0)
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        ++m_connectionCount;
        const std::scoped_lock lock(m_mutex);
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] {
            Peer peer(*this, socket);
            m_script(peer);
            const std::scoped_lock closing(m_mutex);
            std::erase(m_sockets, socket);
            ::close(socket);
        });
    }
}

qsizetype FaultServer::keep(const Request &request)
{
    const std::scoped_lock lock(m_mutex);
    m_requests.append(request);
    ++m_requestCount;
    return m_requests.size() - 1;
}

QList<FaultServer::Request> FaultServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

FaultServer::Script FaultServer::replies(std::function<void(Peer &)> reply)
{
    return [reply = std::move(reply)](Peer &peer) {
        while (peer.readRequest())
            reply(peer);
    };
}

QString FaultServer::url() const
{
    return QStringLiteral("http://%1:%2").arg(QString::fromLatin1(m_address)).arg(m_port);
}

} // namespace Assay::Testing
