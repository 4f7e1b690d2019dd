// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"

#include <QJsonObject>

namespace Assay::MlflowServer {

// The endpoints of one MLflow tracking server. As HttpClient: blocks, one thread at a time. Errors of MLflow become ours by
// their code: NotFound, InvalidArgument, AccessDenied …; Unsupported where the server has no such endpoint; NotAStore where
// something else than MLflow answers.
class RestApi
{
public:
    explicit RestApi(HttpServer server, HttpLimits limits = {}) : m_limits(limits), m_client(std::move(server), limits) {}

    QString host() const; // for people: "host:5000"

    // `path` below /api/2.0/mlflow/. What these give is JSON, with room behind it for the parser.
    using Items = std::initializer_list<std::pair<QString, QString>>;
    static HttpRequest get(const QString &path, Items items = {}); // items without a value are left out
    static HttpRequest post(const QString &path, const QJsonObject &body);
    static HttpRequest del(const QString &path, const QJsonObject &body);
    Result<QByteArray> read(const HttpRequest &request, Job &job);
    // Several, some at once, in the order in which they come; the sink may say false to end it.
    using BodySink = std::function<bool(qsizetype place, Result<QByteArray> body)>;
    Status readAll(const QList<HttpRequest> &requests, const BodySink &sink, Job &job);
    // Sent once. OutcomeUnknown also where an answer leaves open what became of it: one of a server that failed half-way, or of
    // something in between.
    struct Written {
        Result<QByteArray> answer;
        bool mayStillBeMade = false; // nobody waited for the server, which may be at it yet
    };
    Written write(const HttpRequest &request, Job &job);
    // Bytes of an artifact.
    Status download(const HttpRequest &request, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job);

    // The server's version; empty where it does not say (before 2.1). An error where nothing that could be MLflow answers.
    Result<QString> version(Job &job);
    // Whether the server has an endpoint at all, by whatever method; found out by asking for it by GET. What does not tell has it.
    bool has(const QString &path, Job &job);

    const HttpLimits &limits() const { return m_limits; }

private:
    Result<QByteArray> bodyOf(Result<HttpAnswer> answer) const;
    Error errorOf(const HttpAnswer &answer) const;

    HttpLimits m_limits;
    HttpClient m_client;
};

} // namespace Assay::MlflowServer
