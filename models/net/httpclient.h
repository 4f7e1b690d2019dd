// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/net/httpserver.h"

#include <QByteArrayView>
#include <QHash>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace Assay {

enum class HttpMethod { Get, Post, Put, Patch, Delete };

struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    QString path;            // below the server's base, decoded: "/api/2.0/mlflow/runs/search"
    QUrlQuery query = {};
    QByteArray body = {};    // JSON
    int retries = -1;        // -1: as the limits say
    QByteArray target = {};  // path and query exactly as they are sent, in place of those above and of the base's own
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool followsRedirects = true; // false: a redirect is an answer like others
};

// What a server said, whatever its status.
struct HttpAnswer {
    int status = 0;
    QByteArray contentType; // lower case, without parameters
    QByteArray body;
    QHash<QByteArray, QByteArray> headers = {}; // by name in lower case

    bool isSuccess() const { return status >= 200 && status < 300; }
    bool isJson() const { return contentType == "application/json" || contentType.endsWith("+json"); }
};

// How much of something is there, and of which of its states.
struct HttpPart {
    qint64 offset = 0; // bytes that are there
    qint64 size = -1;  // of all of it; -1: not known
    QByteArray tag;    // the state's name by the server; empty: it gives none on which one can rest
};

// Speaks with one server, politely: the only place that opens connections. Blocks the caller, so it is for workers; one
// thread at a time. Errors are translated and carry no secret: Unreachable (no way there, no answer in time, an answer that
// breaks the protocol or is too long), Untrusted (its certificate), AccessDenied (a proxy wants a sign-in), Refused (a redirect that
// is not followed),
// OutcomeUnknown (a write that may have arrived), Canceled.
class HttpClient
{
public:
    explicit HttpClient(HttpServer server, HttpLimits limits = {});
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    const HttpServer &server() const;

    // A request that changes nothing, whatever its method is. Tried again where that may help: no connection, a broken answer,
    // 408, 429, 502, 503, 504; the last answer is given when all attempts are used up.
    Result<HttpAnswer> read(const HttpRequest &request, Job &job);

    // Takes the answer to the request of that place in the list; false: the others are not wanted any more.
    using AnswerSink = std::function<bool(qsizetype place, Result<HttpAnswer> answer)>;
    // Several of these, some at once; answers come as they come. A cancelled job ends it without further answers.
    Status readAll(const QList<HttpRequest> &requests, const AnswerSink &sink, Job &job);

    // A request that may change something: sent at most once, on a connection of its own. Redirects are Refused: nothing was
    // done, as when no connection came to be. OutcomeUnknown when it was sent and no whole answer came.
    Result<HttpAnswer> write(const HttpRequest &request, Job &job);

    // Gets bytes piece by piece as they come; false ends it without an error.
    using PieceSink = std::function<bool(QByteArrayView piece)>;
    // Before the first piece `begin` is told from where on they come; again when they come from 0 once more. False ends it, too.
    // Without it bytes are never given twice.
    struct DownloadSink {
        std::function<bool(const HttpPart &part)> begin;
        PieceSink piece;
    };
    // A download of which `have` is there already: goes on after it if the server still has that state, else begins anew. When
    // the connection breaks it is tried again from there; attempts that bring something are not counted against it. All of what was
    // announced comes, or it is an error. The answer has no body unless it is no success. A sink that ends it leaves an answer as of a success.
    Result<HttpAnswer> download(const HttpRequest &request, const HttpPart &have, const DownloadSink &sink, Job &job);
    Result<HttpAnswer> download(const HttpRequest &request, const PieceSink &sink, Job &job) { return download(request, {}, {{}, sink}, job); }

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Assay
