// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/entityjson.h"

using namespace Qt::StringLiterals;

namespace Assay {

void member(JsonWriter &json, std::string_view name, const QString &text)
{
    json.key(name);
    json.text(text);
}

void memberOrNull(JsonWriter &json, std::string_view name, const QString &text)
{
    json.key(name);
    text.isEmpty() ? json.null() : json.text(text);
}

void member(JsonWriter &json, std::string_view name, const OptionalTime &time)
{
    json.key(name);
    time ? json.integer(*time) : json.null();
}

void member(JsonWriter &json, std::string_view name, const TextMap &texts)
{
    json.key(name);
    json.beginObject();
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        json.key(it.key());
        json.text(it.value());
    }
    json.endObject();
}

void member(JsonWriter &json, std::string_view name, const QStringList &texts)
{
    json.key(name);
    json.beginArray();
    for (const QString &text : texts)
        json.text(text);
    json.endArray();
}

QLatin1StringView severityName(Severity severity)
{
    switch (severity) {
    case Severity::Hint: return "hint"_L1;
    case Severity::Warning: return "warning"_L1;
    case Severity::Error: return "error"_L1;
    }
    return {};
}

void writeJson(JsonWriter &json, const Experiment &experiment)
{
    json.beginObject();
    member(json, "experiment_id", experiment.id.value);
    member(json, "name", experiment.name);
    member(json, "artifact_location", experiment.artifactLocation);
    member(json, "lifecycle_stage", lifecycleName(experiment.lifecycle));
    member(json, "creation_time", experiment.creationTime);
    member(json, "last_update_time", experiment.lastUpdateTime);
    member(json, "tags", experiment.tags);
    json.endObject();
}

void writeJson(JsonWriter &json, const ModelVersion &version)
{
    json.beginObject();
    member(json, "version", version.version);
    member(json, "current_stage", version.currentStage);
    member(json, "status", version.status);
    member(json, "status_message", version.statusMessage);
    memberOrNull(json, "run_id", version.runId);
    member(json, "source", version.source);
    member(json, "description", version.description);
    member(json, "creation_timestamp", version.creationTime);
    member(json, "last_updated_timestamp", version.lastUpdatedTime);
    member(json, "tags", version.tags);
    member(json, "aliases", version.aliases);
    json.endObject();
}

void writeJson(JsonWriter &json, const RegisteredModel &model)
{
    json.beginObject();
    member(json, "name", model.name);
    member(json, "description", model.description);
    member(json, "creation_timestamp", model.creationTime);
    member(json, "last_updated_timestamp", model.lastUpdatedTime);
    member(json, "tags", model.tags);
    member(json, "aliases", model.aliases);
    json.key("versions");
    json.beginArray();
    for (const ModelVersion &version : model.versions)
        writeJson(json, version);
    json.endArray();
    json.endObject();
}

void writeJson(JsonWriter &json, const ArtifactEntry &entry)
{
    json.beginObject();
    member(json, "path", entry.path);
    json.key("is_dir");
    json.boolean(entry.isFolder);
    json.key("file_size");
    entry.isFolder || entry.isLink ? json.null() : json.integer(entry.size);
    if (entry.isLink) {
        json.key("is_link");
        json.boolean(true);
    }
    json.endObject();
}

void writeJson(JsonWriter &json, const Problem &problem)
{
    json.beginObject();
    member(json, "severity", QString(severityName(problem.severity)));
    member(json, "code", problem.code);
    memberOrNull(json, "path", problem.path);
    json.key("line");
    problem.line > 0 ? json.integer(problem.line) : json.null();
    if (!problem.table.isEmpty()) {
        member(json, "table", problem.table);
        memberOrNull(json, "row", problem.row);
    }
    memberOrNull(json, "run_id", problem.runId);
    member(json, "message", problem.message);
    json.endObject();
}

} // namespace Assay
