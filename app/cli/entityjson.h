// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/jsonwriter.h"
#include "models/base/problem.h"
#include "models/domain/artifact.h"
#include "models/domain/model.h"

namespace Assay {

// How the things of a store look in JSON, each as one object; MLflow's names.
void writeJson(JsonWriter &json, const Experiment &experiment);
void writeJson(JsonWriter &json, const RegisteredModel &model);
void writeJson(JsonWriter &json, const ModelVersion &version);
void writeJson(JsonWriter &json, const ArtifactEntry &entry);
void writeJson(JsonWriter &json, const Problem &problem);

// Members `name: value` of the object that is being written.
void member(JsonWriter &json, std::string_view name, const QString &text);
void memberOrNull(JsonWriter &json, std::string_view name, const QString &text); // null when empty
void member(JsonWriter &json, std::string_view name, const OptionalTime &time);
void member(JsonWriter &json, std::string_view name, const TextMap &texts);
void member(JsonWriter &json, std::string_view name, const QStringList &texts);

QLatin1StringView severityName(Severity severity);

} // namespace Assay
