// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"

#include <curl/curl.h>

#include <memory>
#include <optional>

namespace Assay {

// Of libcurl's handles, which are all pointers to void.
template <auto cleanUp>
struct CurlDeleter {
    template <typename Handle>
    void operator()(Handle *handle) const { cleanUp(handle); }
};
using CurlEasy = std::unique_ptr<CURL, CurlDeleter<curl_easy_cleanup>>;
using CurlMulti = std::unique_ptr<CURLM, CurlDeleter<curl_multi_cleanup>>;
using CurlList = std::unique_ptr<curl_slist, CurlDeleter<curl_slist_free_all>>;

enum class HttpPurpose { Read, Write, Download };

// One attempt at a request, to be run by a multi handle. Gathers what comes within the limits.
class HttpTransfer
{
public:
    HttpTransfer(const HttpServer &server, const HttpLimits &limits, const HttpRequest &request, HttpPurpose purpose);
    Q_DISABLE_COPY_MOVE(HttpTransfer)

    CURL *handle() const { return m_handle.get(); }
    // For a redirect within the origin: the same, there. Before the attempt.
    void setUrl(const QUrl &url);
    void useNewConnection();
    // Of an answer of success: its head, then its body.
    using HeadSink = std::function<bool(const HttpAnswer &head)>;
    void setSinks(const HeadSink *head, const HttpClient::PieceSink *piece)
    {
        m_headSink = head;
        m_sink = piece;
    }

    // After it was run: what came of it. Without an error the answer may still be a redirect.
    Result<HttpAnswer> finish(CURLcode code);
    std::optional<QUrl> redirect() const;
    std::optional<std::chrono::seconds> retryAfter() const;
    int statusOfTunnel() const; // what a proxy said to a request for one; 0: it was not asked
    // Whether the server can have got the request, as far as one can tell.
    bool mayHaveArrived() const { return m_mayHaveArrived; }
    QString words() const { return QString::fromUtf8(m_words); } // libcurl's, of what went wrong
    bool wasStoppedBySink() const { return m_stoppedBySink; }

private:
    enum class Excess { None, Headers, Body };

    void setHeaders(const HttpServer &server, const HttpRequest &request);
    void setCredentials(const HttpServer &server);
    void setMethod(const HttpRequest &request);
    void setPatience(const HttpLimits &limits, HttpPurpose purpose);
    void setTrust(const HttpServer &server);
    void setProxy(const HttpServer &server);
    void addHeader(QByteArray line);
    HttpAnswer head() const;
    bool tellHead();
    Error failure(CURLcode code) const;
    Error proxyRefusal(CURLcode code) const;
    size_t takeHeader(const char *data, size_t size);
    size_t takeBody(const char *data, size_t size);
    static size_t headerCallback(char *data, size_t, size_t size, void *self) { return static_cast<HttpTransfer *>(self)->takeHeader(data, size); }
    static size_t bodyCallback(char *data, size_t, size_t size, void *self) { return static_cast<HttpTransfer *>(self)->takeBody(data, size); }

    CurlEasy m_handle;
    CurlList m_headers;
    QUrl m_url;
    QString m_place; // origin and path, for errors
    QString m_proxy; // its address, where it is an own one; empty: another or none
    QByteArray m_requestBody;
    HttpLimits m_limits;
    HttpPurpose m_purpose;
    const HeadSink *m_headSink = nullptr;
    const HttpClient::PieceSink *m_sink = nullptr;
    QHash<QByteArray, QByteArray> m_answerHeaders;
    QByteArray m_body;
    qint64 m_headerBytes = 0;
    bool m_hasWholeHead = false;
    Excess m_excess = Excess::None;
    bool m_stoppedBySink = false;
    bool m_hasToldHead = false;
    bool m_mayHaveArrived = false;
    char m_words[CURL_ERROR_SIZE] = {};
};

} // namespace Assay
