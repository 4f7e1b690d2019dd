// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httptransfer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct HttpText {
    Q_DECLARE_TR_FUNCTIONS(HttpText)
};

// Of an answer that is no success, as much is kept of a download as explains it.
constexpr qint64 ExplanationBytes = 64 << 10;
constexpr int ProxyWantsSignIn = 407;

QUrl urlOf(const HttpServer &server, const HttpRequest &request)
{
    QUrl url = server.base;
    if (!request.target.isEmpty())
        return url.resolved(QUrl::fromEncoded(request.target));
    url.setPath(url.path() + request.path, QUrl::DecodedMode);
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    return url;
}

const char *methodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get: return "GET";
    case HttpMethod::Post: return "POST";
    case HttpMethod::Put: return "PUT";
    case HttpMethod::Patch: return "PATCH";
    case HttpMethod::Delete: return "DELETE";
    }
    return "GET";
}

template <typename T>
T infoOf(CURL *handle, CURLINFO what)
{
    T value{};
    curl_easy_getinfo(handle, what, &value);
    return value;
}

bool isOfTrust(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR
        || code == CURLE_SSL_PINNEDPUBKEYNOTMATCH;
}

// Nothing of the request was sent.
bool isBeforeSending(CURLcode code)
{
    return isOfTrust(code) || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_COULDNT_CONNECT
        || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PROXY || code == CURLE_SSL_CERTPROBLEM || code == CURLE_UNSUPPORTED_PROTOCOL;
}

} // namespace

HttpTransfer::HttpTransfer(const HttpServer &server, const HttpLimits &limits, const HttpRequest &request, HttpPurpose purpose)
    : m_handle(curl_easy_init()), m_requestBody(request.body), m_limits(limits), m_purpose(purpose)
{
    CURL *const curl = handle();
    curl_easy_setopt(curl, CURLOPT_PRIVATE, this);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, m_words);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L); // what is stopped does not wait for a name server
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, purpose == HttpPurpose::Download ? nullptr : "");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Assay/" ASSAY_VERSION);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &headerCallback);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &bodyCallback);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
    setProxy(server);
    setUrl(urlOf(server, request));
    if (!request.target.isEmpty()) {
        // A signature holds for these bytes.
        curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
        curl_easy_setopt(curl, CURLOPT_URL, QByteArray(server.base.adjusted(QUrl::RemovePath).toEncoded() + request.target).constData());
    }
    setMethod(request);
    setPatience(limits, purpose);
    setTrust(server);
    setHeaders(server, request);
    setCredentials(server);
}

void HttpTransfer::addHeader(QByteArray line)
{
    // A line end in a name or a token would begin a header of its own.
    line.removeIf([](char c) { return uchar(c) < 0x20 || c == 0x7f; });
    m_headers.reset(curl_slist_append(m_headers.release(), line.constData()));
}

void HttpTransfer::setHeaders(const HttpServer &server, const HttpRequest &request)
{
    bool hasType = false;
    for (const auto &[name, value] : server.headers + request.headers + (server.authorize ? server.authorize(request) : decltype(request.headers)())) {
        addHeader(name + ": " + value);
        hasType = hasType || name.compare("Content-Type", Qt::CaseInsensitive) == 0;
    }
    if (request.method != HttpMethod::Get) {
        if (!hasType)
            addHeader("Content-Type: application/json");
        addHeader("Expect:");
    }
    if (server.credentials.user.isEmpty() && !server.credentials.token.isEmpty())
        addHeader("Authorization: Bearer " + server.credentials.token.toUtf8());
    curl_easy_setopt(handle(), CURLOPT_HTTPHEADER, m_headers.get());
}

void HttpTransfer::setCredentials(const HttpServer &server)
{
    CURL *const curl = handle();
    if (server.credentials.user.isEmpty())
        return;
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.credentials.user.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.credentials.password.toUtf8().constData());
}

void HttpTransfer::setProxy(const HttpServer &server)
{
    CURL *const curl = handle();
    curl_easy_setopt(curl, CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE)); // what is for the server is not for a proxy
    if (server.proxy.use == ProxyUse::System) // as https_proxy and no_proxy say
        return;
    const bool isOwn = server.proxy.use == ProxyUse::Own && !isLoopback(server.base);
    m_proxy = isOwn ? server.proxy.address : QString();
    curl_easy_setopt(curl, CURLOPT_PROXY, m_proxy.toUtf8().constData());
    if (!isOwn)
        return;
    curl_easy_setopt(curl, CURLOPT_NOPROXY, ""); // somebody chose it for this server, whatever the environment says
    if (!server.proxy.hasSecret())
        return;
    // To find out which of several a proxy takes, requests would be sent twice: that is left to those for a tunnel.
    const bool hasTunnel = server.base.scheme() == "https"_L1;
    curl_easy_setopt(curl, CURLOPT_PROXYAUTH, long(hasTunnel ? CURLAUTH_BASIC | CURLAUTH_DIGEST : CURLAUTH_BASIC));
    curl_easy_setopt(curl, CURLOPT_PROXYUSERNAME, server.proxy.user.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PROXYPASSWORD, server.proxyPassword.toUtf8().constData());
}

void HttpTransfer::setUrl(const QUrl &url)
{
    m_url = url;
    m_place = url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    curl_easy_setopt(handle(), CURLOPT_URL, url.toEncoded().constData());
    if (isLoopback(url))
        curl_easy_setopt(handle(), CURLOPT_NOPROXY, "*");
}

void HttpTransfer::setMethod(const HttpRequest &request)
{
    CURL *const curl = handle();
    if (request.method != HttpMethod::Get) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_requestBody.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, m_requestBody.constData());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, methodName(request.method));
    }
    // On a connection that was used before, a request whose answer does not come would be sent again.
    if (m_purpose == HttpPurpose::Write) {
        useNewConnection();
        curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    }
}

void HttpTransfer::useNewConnection()
{
    curl_easy_setopt(handle(), CURLOPT_FRESH_CONNECT, 1L);
}

void HttpTransfer::setPatience(const HttpLimits &limits, HttpPurpose purpose)
{
    CURL *const curl = handle();
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(std::min(limits.connecting, limits.deadline).count()));
    if (purpose == HttpPurpose::Download) {
        curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1000L);
        curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, std::max(1L, long(limits.silence.count() / 1000)));
    } else {
        curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(limits.deadline.count()));
    }
}

void HttpTransfer::setTrust(const HttpServer &server)
{
    CURL *const curl = handle();
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (server.authorities.isEmpty())
        return;
    curl_blob pem{const_cast<char *>(server.authorities.constData()), size_t(server.authorities.size()), CURL_BLOB_COPY};
    curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &pem);
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
}

size_t HttpTransfer::takeHeader(const char *data, size_t size)
{
    const QByteArrayView line(data, qsizetype(size));
    m_headerBytes += qint64(size);
    if (m_headerBytes > m_limits.headerBytes) {
        m_excess = Excess::Headers;
        return 0;
    }
    if (line.startsWith("HTTP/")) {
        m_hasWholeHead = false; // after one that only announced it
        m_answerHeaders.clear();
    } else if (line.trimmed().isEmpty()) {
        m_hasWholeHead = true;
        return tellHead() ? size : 0;
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        m_answerHeaders.insert(line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray());
    }
    return size;
}

bool HttpTransfer::tellHead()
{
    const long status = infoOf<long>(handle(), CURLINFO_RESPONSE_CODE);
    if (!m_headSink || m_hasToldHead || status < 200 || status >= 300)
        return true;
    m_hasToldHead = true;
    m_stoppedBySink = !(*m_headSink)(head());
    return !m_stoppedBySink;
}

size_t HttpTransfer::takeBody(const char *data, size_t size)
{
    const long status = infoOf<long>(handle(), CURLINFO_RESPONSE_CODE);
    if (m_sink && status >= 200 && status < 300) {
        if ((*m_sink)(QByteArrayView(data, qsizetype(size))))
            return size;
        m_stoppedBySink = true;
        return 0;
    }
    const qint64 most = m_purpose == HttpPurpose::Download ? ExplanationBytes : m_limits.answerBytes;
    if (m_body.size() + qint64(size) > most) {
        m_excess = Excess::Body;
        return 0;
    }
    m_body.append(data, qsizetype(size));
    return size;
}

Result<HttpAnswer> HttpTransfer::finish(CURLcode code)
{
    const bool isHeldUp = statusOfTunnel() >= 300 || infoOf<long>(handle(), CURLINFO_RESPONSE_CODE) == ProxyWantsSignIn;
    m_mayHaveArrived = !isHeldUp && !isBeforeSending(code) && infoOf<curl_off_t>(handle(), CURLINFO_PRETRANSFER_TIME_T) > 0;
    if (isHeldUp)
        return proxyRefusal(code);
    if (code != CURLE_OK && !m_stoppedBySink)
        return failure(code);
    // To libcurl an answer that ends within its headers is a short one.
    if (!m_hasWholeHead)
        return failure(CURLE_PARTIAL_FILE);
    HttpAnswer answer = head();
    answer.body = std::move(m_body);
    return answer;
}

HttpAnswer HttpTransfer::head() const
{
    HttpAnswer answer;
    answer.status = int(infoOf<long>(handle(), CURLINFO_RESPONSE_CODE));
    const QByteArray type = infoOf<const char *>(handle(), CURLINFO_CONTENT_TYPE);
    answer.contentType = type.left(type.contains(';') ? type.indexOf(';') : type.size()).trimmed().toLower();
    answer.headers = m_answerHeaders;
    return answer;
}

int HttpTransfer::statusOfTunnel() const
{
    return int(infoOf<long>(handle(), CURLINFO_HTTP_CONNECTCODE));
}

Error HttpTransfer::proxyRefusal(CURLcode code) const
{
    const QString host = hostText(m_url);
    const int status = std::max(statusOfTunnel(), int(infoOf<long>(handle(), CURLINFO_RESPONSE_CODE)));
    const QString detail = u"%1: %2 %3"_s.arg(m_place).arg(status).arg(QString::fromUtf8(m_words[0] ? m_words : curl_easy_strerror(code)));
    if (status == ProxyWantsSignIn)
        return {ErrorCode::AccessDenied, HttpText::tr("The proxy on the way to %1 wants a sign-in.").arg(host), detail};
    return {ErrorCode::Unreachable, HttpText::tr("The proxy on the way to %1 does not let it through (status %2).").arg(host).arg(status), detail};
}

std::optional<QUrl> HttpTransfer::redirect() const
{
    const long status = infoOf<long>(handle(), CURLINFO_RESPONSE_CODE);
    if (status < 300 || status >= 400 || status == 304)
        return {};
    return QUrl::fromEncoded(QByteArray(infoOf<const char *>(handle(), CURLINFO_REDIRECT_URL)));
}

std::optional<std::chrono::seconds> HttpTransfer::retryAfter() const
{
    const curl_off_t seconds = infoOf<curl_off_t>(handle(), CURLINFO_RETRY_AFTER);
    return seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

Error HttpTransfer::failure(CURLcode code) const
{
    const QString host = hostText(m_url);
    const QString detail = u"%1: %2"_s.arg(m_place, QString::fromUtf8(m_words[0] ? m_words : curl_easy_strerror(code)));
    if (m_excess == Excess::Headers)
        return {ErrorCode::Unreachable, HttpText::tr("%1 sends headers without end.").arg(host), detail};
    if (m_excess == Excess::Body)
        return {ErrorCode::Unreachable, HttpText::tr("%1 sends an answer of more than %2 MB.").arg(host).arg(m_limits.answerBytes / 1'000'000), detail};
    if (isOfTrust(code))
        return {ErrorCode::Untrusted, HttpText::tr("The certificate of %1 is not to be trusted.").arg(host), detail};
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {ErrorCode::Unreachable, HttpText::tr("No computer of the name %1 is known.").arg(m_url.host()), detail};
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {ErrorCode::Unreachable, HttpText::tr("The proxy on the way to %1 is not known.").arg(host), detail};
    case CURLE_COULDNT_CONNECT:
        if (!m_proxy.isEmpty())
            return {ErrorCode::Unreachable, HttpText::tr("Nothing answers at the proxy %1.").arg(m_proxy), detail};
        return {ErrorCode::Unreachable, HttpText::tr("Nothing answers at %1.").arg(host), detail};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorCode::Unreachable, HttpText::tr("%1 did not answer in time.").arg(host), detail};
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorCode::Unreachable, HttpText::tr("No encrypted connection to %1 came to be.").arg(host), detail};
    default:
        return {ErrorCode::Unreachable, HttpText::tr("The connection to %1 broke off.").arg(host), detail};
    }
}

} // namespace Assay
