// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/artifact.h"
#include "models/domain/metricseries.h"
#include "models/domain/model.h"
#include "models/stores/mlflow-server/json.h"

namespace Assay::MlflowServer {

// What stands on a page of a list, appended to what was read before it. Each gives the token of the next page; empty: there is none.
Result<QString> addExperiments(const QByteArray &body, QList<Experiment> &experiments);
// Models and versions that were there before are left out.
Result<QString> addModels(const QByteArray &body, QList<RegisteredModel> &models);
// To the model of their name; those of none are left out, deleted ones too.
Result<QString> addVersions(const QByteArray &body, QList<RegisteredModel> &models);
// Of registered-models/get: without versions. Of model-versions/get and of what a change of a version answers.
Result<RegisteredModel> registeredModel(const QByteArray &body);
Result<ModelVersion> modelVersion(const QByteArray &body);
Result<QString> addPoints(const QByteArray &body, bool hasInfinities, MetricSeries &series);
// Of metrics/get-history-bulk, of databases: the points of each run by its id, in the order of the answer, and how many there are of all.
Result<qsizetype> bulkPoints(const QByteArray &body, QList<std::pair<QString, MetricSeries>> &runs);
Result<QString> addLoggedModels(const QByteArray &body, QList<LoggedModel> &models);

// The metrics that a run has, out of runs/get, by key in byte order.
Result<QStringList> metricKeys(const QByteArray &body);
// What runs/get says about the run itself.
struct RunPlace {
    QString experimentId;
    QString artifactUri;
};
Result<RunPlace> runPlace(const QByteArray &body);
constexpr qsizetype MostArtifacts = 1'000'000;
// The files of artifacts/list, as they stand there; one more than the most where there are more.
Result<QList<ArtifactEntry>> artifactEntries(const QByteArray &body);
// Whether the server keeps its runs in files; false where it does not say (server-info).
bool keepsFiles(const QByteArray &body);

} // namespace Assay::MlflowServer
