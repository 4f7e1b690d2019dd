// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-server/inventedregistry.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

namespace {

QByteArray whoAsks(const FaultServer::Request &request)
{
    return request.headers.value("authorization").mid(7); // "Bearer "
}

QString itemOf(const FaultServer::Request &request, const QString &name)
{
    return QUrlQuery(QUrl::fromEncoded(request.target)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

void InventedRegistry::setVersions(const QString &model, const Versions &versions)
{
    const std::scoped_lock lock(m_mutex);
    m_models[model] = {versions, {}, {}};
}

InventedRegistry::Versions InventedRegistry::versions(const QString &model) const
{
    const std::scoped_lock lock(m_mutex);
    return m_models.value(model).versions;
}

QMap<QString, QString> InventedRegistry::aliases(const QString &model) const
{
    const std::scoped_lock lock(m_mutex);
    return m_models.value(model).aliases;
}

QList<InventedRegistry::Act> InventedRegistry::takeActs(const QString &model)
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_models[model].acts, {});
}

QByteArray InventedRegistry::versionJson(const QString &name, const QString &number, const Version &version)
{
    return QJsonDocument(QJsonObject{{u"name"_s, name}, {u"version"_s, number}, {u"current_stage"_s, version.stage}, {u"last_updated_timestamp"_s, version.time}})
        .toJson(QJsonDocument::Compact);
}

QByteArray InventedRegistry::modelJson(const QString &name, const Model &model)
{
    QJsonArray aliases;
    for (auto alias = model.aliases.cbegin(); alias != model.aliases.cend(); ++alias)
        aliases.append(QJsonObject{{u"alias"_s, alias.key()}, {u"version"_s, alias.value()}});
    return QJsonDocument(QJsonObject{{u"name"_s, name}, {u"aliases"_s, aliases}}).toJson(QJsonDocument::Compact);
}

std::optional<QByteArray> InventedRegistry::answer(const FaultServer::Request &request)
{
    const std::scoped_lock lock(m_mutex);
    const QByteArray path = request.path().mid(qsizetype(strlen("/api/2.0/mlflow/")));
    if (isWrite(request))
        return write(request);
    if (path == "registered-models/search") {
        QByteArrayList all;
        for (auto model = m_models.cbegin(); model != m_models.cend(); ++model)
            all.append(modelJson(model.key(), *model));
        return "{\"registered_models\": [" + all.join(',') + "]}";
    }
    if (path == "registered-models/get") {
        const QString name = itemOf(request, u"name"_s);
        return "{\"registered_model\": " + modelJson(name, m_models.value(name)) + "}";
    }
    if (path == "model-versions/search") {
        const QString filter = itemOf(request, u"filter"_s);
        QByteArrayList all;
        for (auto model = m_models.begin(); model != m_models.end(); ++model) {
            if (!filter.isEmpty() && filter != u"name = '%1'"_s.arg(model.key()))
                continue;
            model->acts.append({whoAsks(request), false, 0});
            for (auto version = model->versions.cbegin(); version != model->versions.cend(); ++version)
                all.append(versionJson(model.key(), version.key(), *version));
        }
        return "{\"model_versions\": [" + all.join(',') + "]}";
    }
    return {};
}

QByteArray InventedRegistry::write(const FaultServer::Request &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString name = body.value("name"_L1).toString(), number = body.value("version"_L1).toString();
    Model &model = m_models[name];
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    model.acts.append({whoAsks(request), true, now});
    if (request.path().endsWith("/alias")) {
        model.aliases[body.value("alias"_L1).toString()] = number;
        return "{}";
    }
    const QString stage = body.value("stage"_L1).toString();
    for (auto version = model.versions.begin(); version != model.versions.end(); ++version) {
        if (version.key() == number)
            *version = {stage, now};
        else if (body.value("archive_existing_versions"_L1).toBool() && version->stage == stage)
            *version = {u"Archived"_s, now};
    }
    return "{\"model_version\": " + versionJson(name, number, model.versions.value(number)) + "}";
}

} // namespace Assay::Testing
