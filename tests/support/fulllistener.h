// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace Assay::Testing {

// Takes no more connections than it has.
class FullListener
{
public:
    FullListener()
    {
        m_sockets.push_back(::socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        ::bind(m_sockets[0], reinterpret_cast<sockaddr *>(&place), size);
        ::getsockname(m_sockets[0], reinterpret_cast<sockaddr *>(&place), &size);
        ::listen(m_sockets[0], 0);
        m_port = ntohs(place.sin_port);
        for (int i = 0; i < 8; ++i) {
            m_sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
            ::connect(m_sockets.back(), reinterpret_cast<sockaddr *>(&place), size);
        }
    }
    ~FullListener()
    {
        for (const int socket : m_sockets)
            ::close(socket);
    }
    Q_DISABLE_COPY_MOVE(FullListener)
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    std::vector<int> m_sockets;
    int m_port = 0;
};

} // namespace Assay::Testing
