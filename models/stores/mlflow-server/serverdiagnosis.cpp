// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverdiagnosis.h"

#include "models/stores/mlflow-server/restapi.h"
#include "models/stores/mlflow-server/words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

constexpr qint64 MostAnswerBytes = 1 << 20;

struct Verdict {
    std::optional<ErrorCode> error; // nothing: MLflow answered
    QString text;
    QString advice;
};

Verdict ofUnauthorized(const Credentials &sent, const CheckedAnswer &checked)
{
    if (!sent.user.isEmpty())
        return {ErrorCode::AccessDenied, Words::tr("The server does not accept this user and password."), Words::tr("Look for a slip in them, and for the Caps Lock key.")};
    if (!sent.token.isEmpty())
        return {ErrorCode::AccessDenied, Words::tr("The server does not accept this token."),
                checked.wants("basic") ? Words::tr("It asks for a user and a password.") : Words::tr("It may have run out; make a new one where it came from.")};
    const QString advice = checked.wants("basic") ? Words::tr("It asks for a user and a password.")
        : checked.wants("bearer")                 ? Words::tr("It asks for a token.")
                                                  : Words::tr("Give a user and a password, or a token.");
    return {ErrorCode::AccessDenied, Words::tr("The server wants to know who you are."), advice};
}

Verdict ofForbidden(const Credentials &sent, const CheckedAnswer &checked)
{
    if (checked.answer.body.contains("Invalid Host header"))
        return {ErrorCode::AccessDenied, Words::tr("The server does not want to be called by this name."),
                Words::tr("Use the name that others use for it, or ask whoever runs it to allow this one (MLFLOW_SERVER_ALLOWED_HOSTS).")};
    if (sent.isEmpty())
        return {ErrorCode::AccessDenied, Words::tr("The server does not let everybody in."), Words::tr("Give a user and a password, or a token.")};
    return {ErrorCode::AccessDenied, Words::tr("The server knows you, and does not allow you to see its experiments."),
            Words::tr("Ask whoever runs it for the permission to read.")};
}

Verdict ofRedirect(const HttpServer &server, const QUrl &to)
{
    if (to.scheme() == "https"_L1 && server.base.scheme() == "http"_L1 && to.host() == server.base.host()) {
        QUrl better = server.base;
        better.setScheme(u"https"_s);
        better.setPort(to.port());
        return {ErrorCode::Refused, Words::tr("The server wants to be spoken to with encryption."), Words::tr("Use this address: %1").arg(better.toString())};
    }
    return {ErrorCode::Refused, Words::tr("Instead of an answer one is sent to another place, which is not followed."),
            Words::tr("This is how login pages work, of companies and of wireless networks. Sign in there with a browser, or ask for an address that programs may use, "
                      "and a token.")};
}

bool isExperimentList(const HttpAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return document.isObject() && (document.object().isEmpty() || document.object().value("experiments"_L1).isArray());
}

Verdict ofStatus(const HttpAnswer &answer)
{
    const QString look = Words::tr("Look at the address and the port. A path that a proxy puts in front belongs to the address, as in https://host/mlflow.");
    if (answer.isSuccess() && isExperimentList(answer))
        return {{}, Words::tr("An MLflow server answers"), {}};
    if (answer.isSuccess() && answer.contentType.contains("html"))
        return {ErrorCode::NotAStore, Words::tr("What answers is not MLflow, but a web page."),
                look + u' ' + Words::tr("It may also be the login page of a network: open any page in a browser.")};
    if (answer.status == 429)
        return {ErrorCode::Unreachable, Words::tr("The server was asked too often and wants a rest."), Words::tr("Try it again in a few minutes.")};
    if (answer.status == 502 || answer.status == 503 || answer.status == 504)
        return {ErrorCode::Unreachable, Words::tr("A proxy answers, but the MLflow server behind it does not."), Words::tr("Ask whoever runs it, or try again in a few minutes.")};
    if (answer.status >= 500 && answer.status != 501) // which is for a method that a server does not know
        return {ErrorCode::Unreachable, Words::tr("The server has a fault of its own."), Words::tr("Whoever runs it finds the reason in its log.")};
    return {ErrorCode::NotAStore, Words::tr("What answers is not MLflow."), look};
}

Verdict verdict(const HttpServer &server, const CheckedAnswer &checked)
{
    if (!checked.redirect.isEmpty())
        return ofRedirect(server, checked.redirect);
    switch (checked.answer.status) {
    case 401: return ofUnauthorized(server.credentials, checked);
    case 403: return ofForbidden(server.credentials, checked);
    default: return ofStatus(checked.answer);
    }
}

} // namespace

CheckStep judge(const HttpServer &server, const CheckedAnswer &checked)
{
    CheckStep step = answerStep(server, checked);
    const Verdict found = verdict(server, checked);
    step.text = found.text;
    step.advice = found.advice;
    step.error = found.error;
    if (!found.error) {
        step.state = CheckStep::State::Passed;
        step.facts.clear();
        step.said.clear();
    }
    return step;
}

bool checkAnswer(const HttpServer &server, const CheckSink &tell, Job &job)
{
    HttpLimits limits;
    limits.answerBytes = MostAnswerBytes;
    const auto checked = checkConnection(server, RestApi::post(u"experiments/search"_s, {{u"max_results"_s, 1}}), limits, tell, job);
    if (!checked)
        return false;
    const CheckStep step = judge(server, *checked);
    tell(step);
    return step.state == CheckStep::State::Passed;
}

} // namespace Assay::MlflowServer
