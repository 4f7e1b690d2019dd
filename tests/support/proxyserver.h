// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"

#include <QUrl>

namespace Assay::Testing {

// A proxy for HTTP and for tunnels, which takes every name for the loopback. With a user it wants a sign-in (Basic).
class ProxyServer
{
public:
    explicit ProxyServer(const QByteArray &user = {}, const QByteArray &password = {})
        : m_wanted(user.isEmpty() ? QByteArray() : "Basic " + (user + ':' + password).toBase64()), m_server([this](FaultServer::Peer &peer) { serve(peer); })
    {
    }

    QString url() const { return m_server.url(); }
    QList<FaultServer::Request> requests() const { return m_server.requests(); }
    int connectionCount() const { return m_server.connectionCount(); }
    void refuseWith(int status) { m_refusal = status; }

private:
    void serve(FaultServer::Peer &peer)
    {
        while (peer.readRequest()) {
            const FaultServer::Request &request = peer.request();
            const QByteArray sent = request.headers.value("proxy-authorization");
            if (!m_wanted.isEmpty() && sent != m_wanted) {
                peer.answer(407, "you sent " + sent, "text/html", "Proxy-Authenticate: Basic realm=\"gate\"\r\n");
                continue;
            }
            if (m_refusal)
                return void(peer.answer(m_refusal, "no", "text/html"));
            if (request.method == "CONNECT") {
                peer.send("HTTP/1.1 200 Connection established\r\n\r\n");
                return peer.passOn(request.target.mid(request.target.lastIndexOf(':') + 1).toInt(), {});
            }
            const QUrl url = QUrl::fromEncoded(request.target);
            QByteArray head = request.method + ' ' + url.path(QUrl::FullyEncoded).toUtf8() + " HTTP/1.1\r\nConnection: close\r\n";
            for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
                if (!header.key().startsWith("proxy-"))
                    head += header.key() + ": " + header.value() + "\r\n";
            return peer.passOn(url.port(80), head + "\r\n" + request.body);
        }
    }

    QByteArray m_wanted;
    std::atomic<int> m_refusal = 0;
    FaultServer m_server; // last: it asks the others
};

} // namespace Assay::Testing
