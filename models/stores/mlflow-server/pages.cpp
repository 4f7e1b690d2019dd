// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/pages.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

OptionalTime timeIn(JsonValue value)
{
    return value.is_null() ? OptionalTime() : OptionalTime(integerIn(value));
}

// Calls `take(object)` for each entry of the list `key`, and gives the next page's token.
template <typename F>
Result<QString> readPage(const QByteArray &body, std::string_view key, const F &take)
{
    simdjson::ondemand::parser parser;
    QString token;
    const Status status = decode(body, parser, [&](JsonObject document) {
        for (auto field : document) {
            const std::string_view name = field.unescaped_key();
            if (name == "next_page_token") {
                token = stringIn(field.value());
            } else if (name == key) {
                for (JsonObject entry : field.value().get_array())
                    take(entry);
            }
        }
    });
    return status ? Result<QString>(token) : Result<QString>(status.error());
}

Experiment experimentIn(JsonObject fields)
{
    Experiment experiment;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        if (name == "experiment_id")
            experiment.id = ExperimentId(stringIn(field.value()));
        else if (name == "name")
            experiment.name = stringIn(field.value());
        else if (name == "artifact_location")
            experiment.artifactLocation = stringIn(field.value());
        else if (name == "lifecycle_stage")
            experiment.lifecycle = textIn(field.value()) == "deleted" ? Lifecycle::Deleted : Lifecycle::Active;
        else if (name == "creation_time")
            experiment.creationTime = timeIn(field.value());
        else if (name == "last_update_time")
            experiment.lastUpdateTime = timeIn(field.value());
        else if (name == "tags")
            experiment.tags = textMapIn(field.value());
    }
    return experiment;
}

RegisteredModel modelIn(JsonObject fields)
{
    RegisteredModel model;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        if (name == "name")
            model.name = stringIn(field.value());
        else if (name == "description")
            model.description = stringIn(field.value());
        else if (name == "creation_timestamp")
            model.creationTime = timeIn(field.value());
        else if (name == "last_updated_timestamp")
            model.lastUpdatedTime = timeIn(field.value());
        else if (name == "tags")
            model.tags = textMapIn(field.value());
        else if (name == "aliases") {
            for (JsonObject alias : field.value().get_array()) {
                const QString written = stringIn(alias.find_field_unordered("alias"));
                model.aliases.insert(written, stringIn(alias.find_field_unordered("version")));
            }
        }
    }
    return model;
}

std::pair<QString, ModelVersion> versionIn(JsonObject fields)
{
    QString model;
    ModelVersion version;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        QString *const text = name == "name"             ? &model
                              : name == "version"        ? &version.version
                              : name == "current_stage"  ? &version.currentStage
                              : name == "status"         ? &version.status
                              : name == "status_message" ? &version.statusMessage
                              : name == "run_id"         ? &version.runId
                              : name == "source"         ? &version.source
                              : name == "user_id"        ? &version.userId
                              : name == "description"    ? &version.description
                                                         : nullptr;
        if (text)
            *text = stringIn(field.value());
        else if (name == "creation_timestamp")
            version.creationTime = timeIn(field.value());
        else if (name == "last_updated_timestamp")
            version.lastUpdatedTime = timeIn(field.value());
        else if (name == "tags")
            version.tags = textMapIn(field.value());
    }
    return {model, version};
}

struct Point {
    std::string_view runId; // where it is said
    int64_t step = 0;
    int64_t timestamp = 0;
    double value = 0;
};

// `numberOf`: what reads a value.
template <typename NumberOf>
Point pointIn(JsonObject fields, bool hasInfinities, const NumberOf &numberOf)
{
    Point point;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        if (name == "value")
            point.value = metricOf(numberOf(field.value()), hasInfinities);
        else if (name == "step")
            point.step = integerIn(field.value());
        else if (name == "timestamp")
            point.timestamp = integerIn(field.value());
        else if (name == "run_id")
            point.runId = textIn(field.value());
    }
    return point;
}

} // namespace

Result<QString> addExperiments(const QByteArray &body, QList<Experiment> &experiments)
{
    return readPage(body, "experiments", [&](JsonObject entry) { experiments.append(experimentIn(entry)); });
}

Result<QString> addModels(const QByteArray &body, QList<RegisteredModel> &models)
{
    return readPage(body, "registered_models", [&](JsonObject entry) {
        RegisteredModel model = modelIn(entry);
        if (std::ranges::find(models, model.name, &RegisteredModel::name) == models.end())
            models.append(std::move(model));
    });
}

Result<QString> addVersions(const QByteArray &body, QList<RegisteredModel> &models)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < models.size(); ++i)
        places.insert(models[i].name, i);
    return readPage(body, "model_versions", [&](JsonObject entry) {
        const auto [name, version] = versionIn(entry);
        const qsizetype place = places.value(name, -1);
        if (place >= 0 && version.currentStage != "Deleted_Internal"_L1 && !models[place].version(version.version))
            models[place].versions.append(version);
    });
}

Result<RegisteredModel> registeredModel(const QByteArray &body)
{
    simdjson::ondemand::parser parser;
    RegisteredModel model;
    const Status status = decode(body, parser, [&](JsonObject document) { model = modelIn(document.find_field_unordered("registered_model").get_object()); });
    return status ? Result<RegisteredModel>(model) : Result<RegisteredModel>(status.error());
}

Result<ModelVersion> modelVersion(const QByteArray &body)
{
    simdjson::ondemand::parser parser;
    ModelVersion version;
    const Status status = decode(body, parser, [&](JsonObject document) { version = versionIn(document.find_field_unordered("model_version").get_object()).second; });
    return status ? Result<ModelVersion>(version) : Result<ModelVersion>(status.error());
}

Result<QString> addPoints(const QByteArray &body, bool hasInfinities, MetricSeries &series)
{
    return readPage(body, "metrics", [&](JsonObject entry) {
        const Point point = pointIn(entry, hasInfinities, numberIn);
        series.add(point.step, point.timestamp, point.value);
    });
}

Result<qsizetype> bulkPoints(const QByteArray &body, QList<std::pair<QString, MetricSeries>> &runs)
{
    qsizetype count = 0;
    std::string last;
    const Result<QString> read = readPage(body, "metrics", [&](JsonObject entry) {
        const Point point = pointIn(entry, false, bareNumberIn);
        if (runs.isEmpty() || point.runId != last) {
            last = point.runId;
            runs.append({QString::fromUtf8(last.data(), qsizetype(last.size())), {}});
        }
        runs.last().second.add(point.step, point.timestamp, point.value);
        ++count;
    });
    return read ? Result<qsizetype>(count) : Result<qsizetype>(read.error());
}

Result<QString> addLoggedModels(const QByteArray &body, QList<LoggedModel> &models)
{
    return readPage(body, "models", [&](JsonObject entry) {
        LoggedModel model;
        for (auto field : entry.find_field_unordered("info").get_object()) {
            const std::string_view name = field.unescaped_key();
            if (name == "model_id")
                model.id = stringIn(field.value());
            else if (name == "name")
                model.name = stringIn(field.value());
            else if (name == "artifact_uri")
                model.artifactUri = stringIn(field.value());
        }
        models.append(model);
    });
}

Result<QStringList> metricKeys(const QByteArray &body)
{
    simdjson::ondemand::parser parser;
    QStringList keys;
    const Status status = decode(body, parser, [&](JsonObject document) {
        JsonObject data;
        if (document.find_field_unordered("run").get_object().find_field_unordered("data").get_object().get(data) != simdjson::SUCCESS)
            return;
        simdjson::ondemand::array metrics;
        if (data.find_field_unordered("metrics").get_array().get(metrics) != simdjson::SUCCESS)
            return;
        for (JsonObject metric : metrics)
            keys.append(stringIn(metric.find_field_unordered("key")));
    });
    if (!status)
        return status.error();
    std::ranges::sort(keys, {}, [](const QString &key) { return key.toUtf8(); });
    return keys;
}

Result<RunPlace> runPlace(const QByteArray &body)
{
    simdjson::ondemand::parser parser;
    RunPlace place;
    const Status status = decode(body, parser, [&](JsonObject document) {
        for (auto field : document.find_field_unordered("run").get_object().find_field_unordered("info").get_object()) {
            const std::string_view name = field.unescaped_key();
            if (name == "experiment_id")
                place.experimentId = stringIn(field.value());
            else if (name == "artifact_uri")
                place.artifactUri = stringIn(field.value());
        }
    });
    return status ? Result<RunPlace>(place) : Result<RunPlace>(status.error());
}

Result<QList<ArtifactEntry>> artifactEntries(const QByteArray &body)
{
    QList<ArtifactEntry> entries;
    const Result<QString> read = readPage(body, "files", [&](JsonObject fields) {
        if (entries.size() > MostArtifacts)
            return;
        ArtifactEntry entry;
        for (auto field : fields) {
            const std::string_view name = field.unescaped_key();
            if (name == "path")
                entry.path = stringIn(field.value());
            else if (name == "is_dir")
                entry.isFolder = field.value().get_bool();
            else if (name == "file_size")
                entry.size = integerIn(field.value());
        }
        entries.append(entry);
    });
    return read ? Result<QList<ArtifactEntry>>(entries) : Result<QList<ArtifactEntry>>(read.error());
}

bool keepsFiles(const QByteArray &body)
{
    simdjson::ondemand::parser parser;
    bool ofFiles = false;
    const Status status = decode(body, parser, [&](JsonObject document) {
        for (auto field : document)
            if (field.unescaped_key() == std::string_view("store_type"))
                ofFiles = textIn(field.value()) == "FileStore";
    });
    return status && ofFiles;
}

} // namespace Assay::MlflowServer
