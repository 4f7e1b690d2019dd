// SPDX-License-Identifier: GPL-3.0-or-later
// The name and the connection, before a driver is asked: it does not say which of them failed.
#include "models/mlflowsql/server/servercheck.h"
#include "models/mlflowsql/words.h"

#include <QDeadlineTimer>
#include <QScopeGuard>

#include <cerrno>
#include <cstring>
#include <memory>

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Assay::MlflowSql {

namespace {

using Kind = CheckStep::Kind;
using State = CheckStep::State;
using Places = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

constexpr int LookEveryMs = 50;

QString numberOf(const addrinfo &place)
{
    char text[NI_MAXHOST] = "";
    getnameinfo(place.ai_addr, place.ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
    return QString::fromLatin1(text);
}

// 0, or why it cannot be connected to.
int connectTo(const addrinfo &place, const QDeadlineTimer &deadline, const Job &job)
{
    const int handle = socket(place.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, place.ai_protocol);
    if (handle < 0)
        return errno;
    const auto closing = qScopeGuard([handle] { close(handle); });
    if (connect(handle, place.ai_addr, place.ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    pollfd waiting{handle, POLLOUT, 0};
    for (int ready = 0; (ready = poll(&waiting, 1, LookEveryMs)) <= 0;) {
        if (ready < 0 && errno != EINTR)
            return errno;
        if (job.isCanceled() || deadline.hasExpired())
            return ETIMEDOUT;
    }
    int failure = 0;
    socklen_t size = sizeof failure;
    return getsockopt(handle, SOL_SOCKET, SO_ERROR, &failure, &size) == 0 ? failure : errno;
}

} // namespace

bool checkReach(const QString &host, int port, const CheckSink &tell, Job &job, std::chrono::milliseconds patience)
{
    tell({Kind::Name, State::Running, Words::tr("Looking up %1 …").arg(host)});
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int unknown = getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &wanted, &found);
    const Places places(found, &freeaddrinfo);
    if (job.isCanceled())
        return false;
    if (unknown != 0) {
        CheckStep step{Kind::Name, State::Failed, Words::tr("Nobody knows a computer of the name %1.").arg(host)};
        step.error = ErrorCode::Unreachable;
        step.advice = Words::tr("Look for a slip in the address. A name of a company's network may be known within it alone, or through its VPN.");
        step.said = QString::fromLocal8Bit(gai_strerror(unknown));
        tell(step);
        return false;
    }
    tell({Kind::Name, State::Passed, numberOf(*places) == host ? Words::tr("No name to look up") : Words::tr("The name is known")});
    tell({Kind::Connection, State::Running, Words::tr("Connecting …")});
    int failure = 0;
    for (const addrinfo *place = places.get(); place; place = place->ai_next) {
        failure = connectTo(*place, QDeadlineTimer(patience), job); // each has its time, as with the drivers: one that is silent may come first
        if (job.isCanceled())
            return false;
        if (failure == 0) {
            tell({Kind::Connection, State::Passed, Words::tr("Connected to %1, port %2").arg(numberOf(*place)).arg(port)});
            return true;
        }
    }
    const bool isLate = failure == ETIMEDOUT;
    CheckStep step{Kind::Connection, State::Failed, isLate ? Words::tr("%1 does not take the connection in time.").arg(host)
                                                           : Words::tr("%1 does not take connections at port %2.").arg(host).arg(port)};
    step.error = ErrorCode::Unreachable;
    step.advice = isLate ? Words::tr("The computer may be off or behind a firewall, or reached through a VPN.")
                         : Words::tr("Look at the port, and whether the server runs and takes connections from other computers.");
    step.said = QString::fromLocal8Bit(std::strerror(failure));
    tell(step);
    return false;
}

} // namespace Assay::MlflowSql
