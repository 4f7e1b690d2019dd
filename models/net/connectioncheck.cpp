// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/connectioncheck.h"

#include "models/net/httptransfer.h"
#include "models/net/tlswitness.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <arpa/inet.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct ConnectionText {
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

using Kind = CheckStep::Kind;
using State = CheckStep::State;

constexpr int LookEveryMs = 50;
constexpr qsizetype MostSaid = 300; // characters of what a server says
constexpr qsizetype MostHeader = 4000;

bool isNumber(const QString &host)
{
    in6_addr place{};
    const QByteArray text = host.toLatin1();
    return inet_pton(AF_INET, text.constData(), &place) == 1 || inet_pton(AF_INET6, text.constData(), &place) == 1;
}

// Follows one transfer and tells of the steps that it takes.
class Follower
{
public:
    Follower(const HttpServer &server, const HttpRequest &request, const HttpLimits &limits, const CheckSink &tell)
        : m_server(server), m_tell(tell), m_transfer(server, limits, request, HttpPurpose::Read), m_witness(m_transfer.handle())
    {
        m_transfer.useNewConnection();
    }

    std::optional<CheckedAnswer> run(Job &job)
    {
        const CurlMulti multi(curl_multi_init());
        curl_multi_add_handle(multi.get(), m_transfer.handle());
        begin(Kind::Name);
        std::optional<CURLcode> code;
        while (!code && !job.isCanceled()) {
            int running = 0, left = 0;
            curl_multi_perform(multi.get(), &running);
            while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left))
                if (message->msg == CURLMSG_DONE)
                    code = message->data.result;
            look();
            if (!code)
                curl_multi_poll(multi.get(), nullptr, 0, LookEveryMs, nullptr);
        }
        curl_multi_remove_handle(multi.get(), m_transfer.handle());
        if (!code)
            return {};
        const Result<HttpAnswer> answer = m_transfer.finish(*code);
        if (answer && m_now == Kind::Proxy) // without a tunnel its answer is the first that is heard of it
            passProxy();
        if (answer)
            return CheckedAnswer{*answer, header("Server"), header("WWW-Authenticate"), m_transfer.redirect().value_or(QUrl())};
        fail(*code, answer.error());
        return {};
    }

private:
    bool isEncrypted() const { return m_server.base.scheme() == "https"_L1; }
    QString host() const { return m_server.base.host(); }
    bool usesOwnProxy() const { return m_server.proxy.use == ProxyUse::Own && !isLoopback(m_server.base); }
    int wantedPort() const { return m_server.base.port(isEncrypted() ? 443 : 80); }
    // Known for certain of an own one; that of the system shows when it listens at another port. Newer libcurl tells address and
    // port when all is agreed on, and not before.
    bool usesProxy() const
    {
        const long port = info<long>(CURLINFO_PRIMARY_PORT);
        return usesOwnProxy() || (port > 0 && port != wantedPort()) || m_transfer.statusOfTunnel() != 0;
    }

    QString runningText(Kind kind) const
    {
        switch (kind) {
        case Kind::Name: return ConnectionText::tr("Looking up %1 …").arg(usesOwnProxy() ? QUrl(m_server.proxy.address).host() : host());
        case Kind::Connection: return ConnectionText::tr("Connecting …");
        case Kind::Proxy: return ConnectionText::tr("Asking the proxy …");
        case Kind::Encryption: return ConnectionText::tr("Agreeing on encryption …");
        case Kind::Answer: return ConnectionText::tr("Waiting for an answer …");
        case Kind::Store: break;
        }
        return {};
    }

    void begin(Kind kind)
    {
        m_now = kind;
        m_tell({kind, State::Running, runningText(kind)});
    }

    void pass(const CheckStep &step, Kind next)
    {
        m_tell(step);
        begin(next);
    }

    template <typename T>
    T info(CURLINFO what) const
    {
        T value{};
        curl_easy_getinfo(m_transfer.handle(), what, &value);
        return value;
    }

    // libcurl keeps the times of the steps that it took.
    void look()
    {
        if (m_now == Kind::Name && info<curl_off_t>(CURLINFO_NAMELOOKUP_TIME_T) > 0)
            pass({Kind::Name, State::Passed, isNumber(usesOwnProxy() ? QUrl(m_server.proxy.address).host() : host()) ? ConnectionText::tr("No name to look up") : ConnectionText::tr("The name is known")}, Kind::Connection);
        if (m_now == Kind::Connection && (info<curl_off_t>(CURLINFO_CONNECT_TIME_T) > 0 || m_witness.wasAsked()))
            pass(connected(), usesProxy() ? Kind::Proxy : Kind::Encryption);
        if (m_now == Kind::Proxy && m_transfer.statusOfTunnel() / 100 == 2)
            passProxy();
        if (m_now == Kind::Encryption && (!isEncrypted() || info<curl_off_t>(CURLINFO_APPCONNECT_TIME_T) > 0))
            pass(encrypted(), Kind::Answer);
    }

    CheckStep connected() const
    {
        CheckStep step{Kind::Connection, State::Passed};
        const QString address = QString::fromLatin1(info<const char *>(CURLINFO_PRIMARY_IP));
        const long port = info<long>(CURLINFO_PRIMARY_PORT);
        if (!usesProxy())
            step.text = ConnectionText::tr("Connected to %1, port %2").arg(address.isEmpty() ? host() : address).arg(wantedPort());
        else if (!address.isEmpty() && port > 0)
            step.text = ConnectionText::tr("Connected through the proxy at %1, port %2").arg(address).arg(port);
        else
            step.text = ConnectionText::tr("Connected through a proxy");
        return step;
    }

    void passProxy()
    {
        pass({Kind::Proxy, State::Passed, ConnectionText::tr("The proxy passes on what is sent")}, Kind::Encryption);
        look();
    }

    CheckStep encrypted() const
    {
        CheckStep step{Kind::Encryption, State::Passed};
        if (isEncrypted()) {
            step.text = ConnectionText::tr("Encrypted, and the certificate holds");
            step.certificates = m_witness.certificates();
        } else if (isLoopback(m_server.base)) {
            step.text = ConnectionText::tr("Not encrypted; it does not leave this computer");
        } else {
            step.state = State::Doubtful;
            step.text = ConnectionText::tr("Not encrypted");
            step.advice = ConnectionText::tr("Everybody on the way can read what is sent, passwords and tokens too. Ask for an https:// address.");
        }
        return step;
    }

    void fail(CURLcode code, const Error &error)
    {
        if (m_now == Kind::Connection && m_transfer.statusOfTunnel() != 0)
            pass(connected(), Kind::Proxy);
        CheckStep step{m_now, State::Failed, error.message};
        step.error = error.code;
        step.said = m_transfer.words().left(MostSaid);
        if (error.code == ErrorCode::Untrusted) {
            // Whose name is looked at comes after whether it holds: libcurl is further than its times tell.
            step.kind = Kind::Encryption;
            m_witness.explain(m_server, step);
        } else if (m_now == Kind::Proxy || error.code == ErrorCode::AccessDenied) {
            explainProxy(error, step);
            if (m_now != Kind::Proxy) // one that did not show itself before: no sign-in at the server would help
                step.error = ErrorCode::Refused;
        } else {
            advise(code, step);
        }
        m_tell(step);
    }

    // What a proxy says besides is of no help, and may repeat what was sent.
    void explainProxy(const Error &error, CheckStep &step) const
    {
        step.said.clear();
        const bool hasSignedIn = usesOwnProxy() && m_server.proxy.hasSecret();
        if (error.code != ErrorCode::AccessDenied) {
            step.advice = ConnectionText::tr("Ask whoever runs the proxy whether it lets through to this server, or choose another one.");
            return;
        }
        if (hasSignedIn)
            step.text = ConnectionText::tr("The proxy does not accept this user and password.");
        step.advice = hasSignedIn  ? ConnectionText::tr("Look for a slip in them, and for the Caps Lock key.")
            : usesOwnProxy()       ? ConnectionText::tr("Give a user and a password for it.")
                                   : ConnectionText::tr("Choose it as this server's own proxy, and give a user and a password for it.");
        const QByteArray wanted = header("Proxy-Authenticate", CURLH_CONNECT) + header("Proxy-Authenticate");
        if (!wanted.isEmpty())
            step.facts.append({ConnectionText::tr("Wants"), withoutSecrets(QString::fromUtf8(wanted), {m_server.proxy.user, m_server.proxyPassword, {}}).left(MostSaid)});
    }

    void advise(CURLcode code, CheckStep &step) const
    {
        const bool isLate = code == CURLE_OPERATION_TIMEDOUT;
        const QString host = hostText(m_server.base);
        switch (m_now) {
        case Kind::Name:
            step.advice = ConnectionText::tr("Look for a slip in the address. A name of a company's network may be known within it alone, or through its VPN.");
            break;
        case Kind::Connection:
            if (usesOwnProxy()) {
                step.advice = ConnectionText::tr("Look at the address of the proxy: %1").arg(m_server.proxy.address);
                break;
            }
            if (const long reason = info<long>(CURLINFO_OS_ERRNO); reason != 0)
                step.said = QString::fromLocal8Bit(std::strerror(int(reason)));
            step.text = isLate ? ConnectionText::tr("%1 does not take the connection in time.").arg(host) : step.text;
            step.advice = isLate ? ConnectionText::tr("The computer may be off or behind a firewall, or reached through a VPN.")
                                 : ConnectionText::tr("The computer is there, but nothing listens at this port: look at the port, and whether the server runs.");
            break;
        case Kind::Encryption:
            step.text = isLate ? ConnectionText::tr("%1 does not agree on encryption in time.").arg(host) : step.text;
            step.advice = step.said.contains("wrong version number"_L1) || step.said.contains("packet length"_L1) || isLate
                ? ConnectionText::tr("This port may speak without encryption: the address would begin with http:// then.")
                : ConnectionText::tr("TLS 1.2 or later is needed; the server may speak older versions alone.");
            break;
        case Kind::Answer:
            if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_WEIRD_SERVER_REPLY)
                step.text = ConnectionText::tr("What answers at %1 does not speak HTTP.").arg(host);
            step.advice = isLate || isEncrypted() ? ConnectionText::tr("It took the connection, and then said nothing that can be used: it may be overloaded, or no web server.")
                                                  : ConnectionText::tr("This port may be encrypted: the address would begin with https:// then.");
            break;
        case Kind::Proxy:
        case Kind::Store: break;
        }
    }

    QByteArray header(const char *name, unsigned origin = CURLH_HEADER) const
    {
        curl_header *found = nullptr;
        const bool isThere = curl_easy_header(m_transfer.handle(), name, 0, origin, -1, &found) == CURLHE_OK;
        return isThere ? QByteArray(found->value).left(MostHeader) : QByteArray();
    }

    const HttpServer &m_server;
    const CheckSink &m_tell;
    HttpTransfer m_transfer;
    TlsWitness m_witness;
    Kind m_now = Kind::Name;
};

QString firstLine(const QByteArray &body)
{
    return QString::fromUtf8(body.left(4 * MostSaid)).trimmed().section(u'\n', 0, 0);
}

QString titleOf(const QByteArray &body)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)"_s, QRegularExpression::CaseInsensitiveOption);
    return title.match(QString::fromUtf8(body.left(64 << 10))).captured(1).simplified();
}

} // namespace

bool CheckedAnswer::wants(QByteArrayView scheme) const
{
    return challenge.toLower().startsWith(scheme);
}

std::optional<CheckedAnswer> checkConnection(const HttpServer &server, const HttpRequest &request, const HttpLimits &limits, const CheckSink &tell, Job &job)
{
    return Follower(server, request, limits, tell).run(job);
}

CheckStep answerStep(const HttpServer &server, const CheckedAnswer &checked)
{
    CheckStep step{Kind::Answer, State::Failed};
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            step.facts.append({name, withoutSecrets(value, server.credentials).left(MostSaid)});
    };
    add(ConnectionText::tr("Status"), QString::number(checked.answer.status));
    add(ConnectionText::tr("Wants"), QString::fromUtf8(checked.challenge));
    add(ConnectionText::tr("Sends on to"), checked.redirect.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
    add(ConnectionText::tr("Kind of answer"), QString::fromUtf8(checked.answer.contentType.left(100)));
    add(ConnectionText::tr("Server"), QString::fromUtf8(checked.server));
    if (checked.answer.contentType.contains("html"))
        add(ConnectionText::tr("Title"), titleOf(checked.answer.body));
    step.said = withoutSecrets(firstLine(checked.answer.body), server.credentials).left(MostSaid);
    return step;
}

} // namespace Assay
