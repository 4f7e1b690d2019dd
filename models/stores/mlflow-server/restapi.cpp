// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/restapi.h"

#include "models/stores/mlflow-server/words.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

constexpr qsizetype MostShown = 300; // characters of what a server says
constexpr qsizetype MostDetail = 2000;

// What is in between says so when it has not waited for the server: the gateway of the standard, and Cloudflare's.
bool isTimeoutOfGateway(int status)
{
    return status == 504 || status == 524;
}

ErrorCode codeOf(const QString &name, int status)
{
    if (name == "RESOURCE_DOES_NOT_EXIST"_L1 || name == "NOT_FOUND"_L1)
        return ErrorCode::NotFound;
    if (name == "PERMISSION_DENIED"_L1 || name == "CUSTOMER_UNAUTHORIZED"_L1 || name == "UNAUTHENTICATED"_L1)
        return ErrorCode::AccessDenied;
    if (name == "INVALID_PARAMETER_VALUE"_L1 || name == "BAD_REQUEST"_L1)
        return ErrorCode::InvalidArgument;
    if (name == "RESOURCE_ALREADY_EXISTS"_L1 || name == "ALREADY_EXISTS"_L1 || name == "RESOURCE_CONFLICT"_L1 || name == "ABORTED"_L1)
        return ErrorCode::Conflict;
    if (name == "NOT_IMPLEMENTED"_L1 || name == "ENDPOINT_NOT_FOUND"_L1 || name == "FEATURE_DISABLED"_L1)
        return ErrorCode::Unsupported;
    if (name == "TEMPORARILY_UNAVAILABLE"_L1 || name == "REQUEST_LIMIT_EXCEEDED"_L1 || name == "RESOURCE_EXHAUSTED"_L1 || name == "DEADLINE_EXCEEDED"_L1)
        return ErrorCode::Unreachable;
    return status == 401 || status == 403 ? ErrorCode::AccessDenied : ErrorCode::Unreadable;
}

// libcurl counts in milliseconds of its own, and may be done a moment before.
std::chrono::milliseconds nearly(std::chrono::milliseconds deadline)
{
    return deadline - deadline / 10;
}

} // namespace

QString RestApi::host() const
{
    return hostText(m_client.server().base);
}

HttpRequest RestApi::get(const QString &path, Items items)
{
    QUrlQuery query;
    for (const auto &[name, value] : items)
        if (!value.isEmpty())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return {HttpMethod::Get, u"/api/2.0/mlflow/"_s + path, query};
}

HttpRequest RestApi::post(const QString &path, const QJsonObject &body)
{
    return {HttpMethod::Post, u"/api/2.0/mlflow/"_s + path, {}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

HttpRequest RestApi::del(const QString &path, const QJsonObject &body)
{
    HttpRequest request = post(path, body);
    request.method = HttpMethod::Delete;
    return request;
}

Result<QByteArray> RestApi::read(const HttpRequest &request, Job &job)
{
    return bodyOf(m_client.read(request, job));
}

Status RestApi::readAll(const QList<HttpRequest> &requests, const BodySink &sink, Job &job)
{
    return m_client.readAll(requests, [&](qsizetype place, Result<HttpAnswer> answer) { return sink(place, bodyOf(std::move(answer))); }, job);
}

RestApi::Written RestApi::write(const HttpRequest &request, Job &job)
{
    const auto begun = std::chrono::steady_clock::now();
    const Result<HttpAnswer> answer = m_client.write(request, job);
    if (!answer)
        return {answer.error(), job.isCanceled() || std::chrono::steady_clock::now() - begun >= nearly(m_limits.deadline)};
    const bool isOpen = answer->isSuccess() ? !answer->isJson() : answer->status == 408 || (answer->status >= 500 && answer->status != 501);
    Result<QByteArray> body = bodyOf(*answer);
    if (!isOpen)
        return {body};
    return {Error{ErrorCode::OutcomeUnknown, Words::tr("It is not known whether the change was made. %1").arg(body.error().message), body.error().detail},
            isTimeoutOfGateway(answer->status)};
}

Status RestApi::download(const HttpRequest &request, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job)
{
    const Result<HttpAnswer> answer = m_client.download(request, have, sink, job);
    if (!answer)
        return answer.error();
    return answer->isSuccess() ? Status() : Status(errorOf(*answer));
}

Result<QString> RestApi::version(Job &job)
{
    const Result<HttpAnswer> answer = m_client.read({HttpMethod::Get, u"/version"_s}, job);
    if (!answer)
        return answer.error();
    static const QRegularExpression number(u"^\\d+\\.\\d+[\\w.+-]{0,40}$"_s);
    const QString said = QString::fromUtf8(answer->body.left(64)).trimmed();
    if (answer->isSuccess() && number.match(said).hasMatch())
        return said;
    // Older ones, and those that want credentials for it.
    const Result<QByteArray> looked = read(post(u"experiments/search"_s, {{u"max_results"_s, 1}}), job);
    if (looked)
        return QString();
    if (looked.error().code != ErrorCode::Unsupported)
        return looked.error();
    return Error{ErrorCode::NotAStore, Words::tr("%1 answers, but not as an MLflow server does.").arg(host()), looked.error().detail};
}

bool RestApi::has(const QString &path, Job &job)
{
    const Result<HttpAnswer> answer = m_client.read(get(path), job);
    return !answer || answer->status != 404 || answer->isJson();
}

Result<QByteArray> RestApi::bodyOf(Result<HttpAnswer> answer) const
{
    if (!answer)
        return answer.error();
    if (!answer->isSuccess())
        return errorOf(*answer);
    if (!answer->isJson())
        return Error{ErrorCode::NotAStore,
                     Words::tr("%1 answers, but not as an MLflow server does: it sends %2. Perhaps a login page is in between.")
                         .arg(host(), QString::fromLatin1(answer->contentType.left(60))),
                     {}};
    QByteArray body = std::move(answer->body);
    body.reserve(body.size() + qsizetype(simdjson::SIMDJSON_PADDING));
    return body;
}

Error RestApi::errorOf(const HttpAnswer &answer) const
{
    const Credentials &sent = m_client.server().credentials;
    const bool isPage = answer.contentType.contains("html"); // whose source tells nobody anything
    const QString detail = u"%1: %2"_s.arg(answer.status).arg(isPage ? QString::fromLatin1(answer.contentType.left(60))
                                                                     : withoutSecrets(QString::fromUtf8(answer.body), sent).left(MostDetail));
    const QJsonObject said = answer.isJson() ? QJsonDocument::fromJson(answer.body).object() : QJsonObject();
    if (const QString name = said.value("error_code"_L1).toString(); !name.isEmpty())
        return {codeOf(name, answer.status), Words::tr("%1 says: %2").arg(host(), withoutSecrets(said.value("message"_L1).toString(), sent).left(MostShown)), detail};
    switch (answer.status) {
    case 401:
        return {ErrorCode::AccessDenied, Words::tr("%1 wants a user and a password, or others than these.").arg(host()), detail};
    case 403:
        if (answer.body.contains("Invalid Host header"))
            return {ErrorCode::AccessDenied,
                    Words::tr("%1 does not want to be called by this name. Its operator can allow it (MLFLOW_SERVER_ALLOWED_HOSTS).").arg(host()), detail};
        if (answer.body.contains("Cross-origin request blocked"))
            return {ErrorCode::AccessDenied,
                    Words::tr("%1 takes the request for one of a foreign web page. Something in between, a proxy perhaps, adds an Origin to it; the "
                              "server's operator can allow that one (MLFLOW_SERVER_CORS_ALLOWED_ORIGINS).").arg(host()), detail};
        return {ErrorCode::AccessDenied, Words::tr("%1 does not allow this to the user.").arg(host()), detail};
    case 404:
    case 405:
    case 501:
        return {ErrorCode::Unsupported, Words::tr("%1 does not know this request; it may be too old for it, or no MLflow server.").arg(host()), detail};
    default:
        return {ErrorCode::Unreachable, Words::tr("%1 cannot answer at present (status %2).").arg(host()).arg(answer.status), detail};
    }
}

} // namespace Assay::MlflowServer
