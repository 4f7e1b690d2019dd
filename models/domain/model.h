// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"

#include <QList>
#include <QStringList>

namespace Assay {

// The stages of a model version as MLflow names them.
enum class Stage { None, Staging, Production, Archived };

inline constexpr Stage AllStages[] = {Stage::None, Stage::Staging, Stage::Production, Stage::Archived};
QString stageName(Stage stage);                              // "None", "Staging" …
std::optional<Stage> stageFromName(QStringView name);        // any case

struct ModelVersion {
    QString version; // a number as text
    QString currentStage; // as recorded: may be something that no release writes
    QString status;  // READY, PENDING_REGISTRATION, FAILED_REGISTRATION
    QString statusMessage;
    QString runId;   // empty where there is none
    QString source;  // as recorded
    QString userId;
    QString description;
    OptionalTime creationTime;
    OptionalTime lastUpdatedTime;
    TextMap tags;
    QStringList aliases; // sorted

    friend bool operator==(const ModelVersion &, const ModelVersion &) = default;
};

struct RegisteredModel {
    QString name;
    QString description;
    OptionalTime creationTime;
    OptionalTime lastUpdatedTime;
    TextMap tags;
    TextMap aliases;                // alias to version; a version may be gone (dangling)
    QList<ModelVersion> versions;   // by number, deleted ones left out

    bool isPrompt() const { return tags.value(QStringLiteral("mlflow.prompt.is_prompt")) == QLatin1StringView("true"); }
    const ModelVersion *version(const QString &number) const;
    friend bool operator==(const RegisteredModel &, const RegisteredModel &) = default;
};

// A move of one version to another stage, with what was shown to the person who asked for it: the store changes only
// if that is still so.
struct StageChange {
    QString model;
    QString version;
    QString fromStage;            // as shown
    OptionalTime shownUpdateTime; // last_updated_timestamp as shown
    Stage toStage = Stage::None;
    bool archiveExisting = false; // moves the other versions of `toStage` to Archived; Staging and Production only

    friend bool operator==(const StageChange &, const StageChange &) = default;
};

// What a stage change did: the versions that it archived, in number order.
struct StageChangeDone {
    QStringList archived;
    QString overlap = {}; // what somebody else seems to have changed at the same time, translated; of stores that cannot compare and set
};

// How a write ended. Unknown is a result of its own: nobody can say, and the person must be told.
enum class Outcome { Applied, NotApplied, Unknown };
QString outcomeName(Outcome outcome); // "applied", "not-applied", "unknown"

} // namespace Assay
