// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"

#include <QList>

namespace Assay {

// Unknown: a status that no MLflow release writes.
enum class RunStatus { Unknown, Running, Scheduled, Finished, Failed, Killed };

QString runStatusName(RunStatus status);               // "RUNNING" …; empty for Unknown
RunStatus runStatusFromName(QAnyStringView name);      // exact; Unknown for anything else
RunStatus runStatusFromNumber(qint64 number);          // as a file store's meta.yaml counts them (RUNNING 1 … KILLED 5)
// Whether a run that stands so is not written any more.
inline bool hasEnded(RunStatus status)
{
    return status == RunStatus::Finished || status == RunStatus::Failed || status == RunStatus::Killed;
}

struct RunInfo {
    RunRef ref;
    QString name; // run_name, else tag mlflow.runName
    QString userId;
    RunStatus status = RunStatus::Running;
    OptionalTime startTime;
    OptionalTime endTime;
    QString artifactUri; // as recorded
    Lifecycle lifecycle = Lifecycle::Active;
    QString store = {}; // among runs of several stores: the short name of the one that it is of

    friend bool operator==(const RunInfo &, const RunInfo &) = default;
};

// source, schema and profile are JSON text as logged; empty where there is none.
struct Dataset {
    QString name;
    QString digest;
    QString sourceType;
    QString source;
    QString schema;
    QString profile;

    friend bool operator==(const Dataset &, const Dataset &) = default;
};

// A data set that a run used; tag mlflow.data.context says for what.
struct DatasetInput {
    Dataset dataset;
    TextMap tags;

    friend bool operator==(const DatasetInput &, const DatasetInput &) = default;
};

// One run whole. `metrics` holds the latest value by MLflow's rule (greatest step, then timestamp, then value).
// `datasets` are ordered by name, then digest.
struct Run {
    RunInfo info;
    QMap<QString, double> metrics;
    TextMap params;
    TextMap tags;
    QList<DatasetInput> datasets;

    friend bool operator==(const Run &, const Run &) = default;
};

// Tags with a meaning of their own (MLflow's names).
namespace TagKey {
inline constexpr QLatin1StringView RunName{"mlflow.runName"};
inline constexpr QLatin1StringView ParentRunId{"mlflow.parentRunId"};
inline constexpr QLatin1StringView Note{"mlflow.note.content"};
inline constexpr QLatin1StringView User{"mlflow.user"};
inline constexpr QLatin1StringView DatasetContext{"mlflow.data.context"};
inline constexpr QLatin1StringView IsPrompt{"mlflow.prompt.is_prompt"};
} // namespace TagKey

} // namespace Assay
