// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

#include <QJsonArray>
#include <QJsonObject>

// What stores answer, in the shapes of the fixture stores' expected/*.json, and how the two are compared.
namespace Assay::Testing {

QJsonObject experimentJson(const Experiment &experiment);
QJsonObject runJson(const Run &run);
QJsonObject seriesJson(const QList<MetricSeries> &series); // key to points
QJsonArray artifactsJson(const QList<ArtifactEntry> &entries);
QJsonObject modelJson(const RegisteredModel &model);

// Empty when `got` is `want`; else where they differ first. Numbers are compared bit for bit (any NaN is NaN, and the
// greatest double is infinity, which is how databases keep it), texts byte for byte; "" and null are the same. Fields
// that only `got` has do not count, except in maps of names that people choose (params, metrics, tags, aliases).
QString firstDifference(const QJsonValue &want, const QJsonValue &got, const QString &where = {});

// The objects of a list by the value of one of their fields.
QJsonObject byField(const QJsonArray &list, const QString &field);
QJsonObject loadJson(const QString &path);

// One line for each file and folder below `folder`: name, kind, size, time of change, SHA-256.
QStringList treeListing(const QString &folder);

} // namespace Assay::Testing
