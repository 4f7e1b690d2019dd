// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverwriter.h"

#include "models/stores/mlflow-server/pages.h"
#include "models/stores/mlflow-server/words.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

Error notFound(const QString &message)
{
    return {ErrorCode::NotFound, message, {}};
}

// Sets it, or deletes it where there is no value; `where` names what it is a tag of.
HttpRequest tagRequest(const QString &folder, QJsonObject where, const QString &key, const std::optional<QString> &value)
{
    where.insert("key"_L1, key);
    if (!value)
        return RestApi::del(folder + u"/delete-tag"_s, where);
    where.insert("value"_L1, *value);
    return RestApi::post(folder + u"/set-tag"_s, where);
}

std::optional<QString> valueOf(const TextMap &map, const QString &key)
{
    const auto at = map.constFind(key);
    return at == map.cend() ? std::nullopt : std::optional(*at);
}

Error noSuchTag(const QString &key)
{
    return notFound(Words::tr("There is no such tag: %1").arg(key.left(100)));
}

} // namespace

Result<QByteArray> ServerWriter::send(const HttpRequest &request, const Look &look, Job &job)
{
    const auto [answer, mayStillBeMade] = m_api.write(request, job);
    if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
        return answer;
    for (const bool isLast : {false, true}) {
        const Result<Stands> now = look();
        if (!now || *now == Stands::Otherwise)
            return answer;
        if (*now == Stands::AsWanted)
            return QByteArray();
        if (!isLast)
            std::this_thread::sleep_for(m_settling);
    }
    if (mayStillBeMade)
        return answer;
    return Error{ErrorCode::Unreachable, Words::tr("%1 did not make the change; all is as it was.").arg(m_api.host()), answer.error().detail};
}

Status ServerWriter::setText(const HttpRequest &request, const TextReader &read, const std::optional<QString> &to, const Error &missing, Job &job)
{
    const Result<std::optional<QString>> before = read(job);
    if (!before)
        return before.error();
    if (!to && !*before)
        return missing;
    const auto look = [&]() -> Result<Stands> {
        SilentJob steadfast;
        const Result<std::optional<QString>> now = read(steadfast);
        if (!now)
            return now.error();
        return *now == to ? Stands::AsWanted : *now == *before ? Stands::AsBefore : Stands::Otherwise;
    };
    const Result<QByteArray> sent = send(request, look, job);
    return sent ? Status() : Status(sent.error());
}

Result<RegisteredModel> ServerWriter::readModel(const QString &name, Job &job)
{
    const Result<QByteArray> body = m_api.read(RestApi::get(u"registered-models/get"_s, {{u"name"_s, name}}), job);
    if (!body && body.error().code == ErrorCode::NotFound)
        return notFound(Words::tr("There is no such model: %1").arg(name.left(100)));
    return body.andThen(registeredModel);
}

Result<ModelVersion> ServerWriter::readVersion(const QString &model, const QString &version, Job &job)
{
    const Result<QByteArray> body = m_api.read(RestApi::get(u"model-versions/get"_s, {{u"name"_s, model}, {u"version"_s, version}}), job);
    if (!body && body.error().code == ErrorCode::NotFound)
        return notFound(Words::tr("There is no version %1 of the model %2.").arg(version.left(40), model.left(100)));
    return body.andThen(modelVersion);
}

Status ServerWriter::setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job)
{
    QJsonObject body{{u"name"_s, model}, {u"alias"_s, alias}};
    if (version)
        body.insert("version"_L1, *version);
    const QString path = u"registered-models/alias"_s;
    const auto read = [&](Job &with) -> Result<std::optional<QString>> {
        return readModel(model, with).map([&](const RegisteredModel &now) { return valueOf(now.aliases, alias); });
    };
    return setText(version ? RestApi::post(path, body) : RestApi::del(path, body), read, version,
                   notFound(Words::tr("The model %1 has no alias %2.").arg(model.left(100), alias.left(100))), job);
}

Status ServerWriter::setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job)
{
    const auto read = [&](Job &with) -> Result<std::optional<QString>> {
        return readModel(model, with).map([&](const RegisteredModel &now) { return valueOf(now.tags, key); });
    };
    return setText(tagRequest(u"registered-models"_s, {{u"name"_s, model}}, key, value), read, value, noSuchTag(key), job);
}

Status ServerWriter::setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value, Job &job)
{
    const auto read = [&](Job &with) -> Result<std::optional<QString>> {
        return readVersion(model, version, with).map([&](const ModelVersion &now) { return valueOf(now.tags, key); });
    };
    return setText(tagRequest(u"model-versions"_s, {{u"name"_s, model}, {u"version"_s, version}}, key, value), read, value, noSuchTag(key), job);
}

} // namespace Assay::MlflowServer
