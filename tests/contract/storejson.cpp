// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/storejson.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

#include <bit>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

namespace {

QJsonValue number(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::fabs(value) >= std::numeric_limits<double>::max())
        return value > 0 ? u"Infinity"_s : u"-Infinity"_s;
    return value;
}

QJsonValue time(const OptionalTime &time)
{
    return time ? QJsonValue(*time) : QJsonValue();
}

QJsonObject texts(const TextMap &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).left(300);
}

QString numberDifference(const QJsonValue &want, const QJsonValue &got)
{
    const QJsonValue a = number(want.toDouble());
    const QJsonValue b = got.isDouble() ? number(got.toDouble()) : got;
    if (a.isString() || b.isString())
        return a.toString() == b.toString() && a.isString() == b.isString() ? QString() : shown(want) + " is "_L1 + shown(got);
    const bool isSame = std::bit_cast<quint64>(a.toDouble()) == std::bit_cast<quint64>(b.toDouble())
        && want.toInteger(-1) == got.toInteger(-1);
    return isSame && got.isDouble() ? QString() : shown(want) + " is "_L1 + shown(got);
}

QString objectDifference(const QJsonObject &want, const QJsonObject &got, const QString &where)
{
    for (auto it = want.begin(); it != want.end(); ++it)
        if (const QString difference = firstDifference(it.value(), got.value(it.key()), where + u'.' + it.key()); !difference.isEmpty())
            return difference;
    const QString name = where.section(u'.', -1);
    if (name == "params"_L1 || name == "metrics"_L1 || name == "tags"_L1 || name == "aliases"_L1)
        for (const QString &key : got.keys())
            if (!want.contains(key))
                return where + u'.' + key + ": should not be there"_L1;
    return {};
}

} // namespace

QJsonObject experimentJson(const Experiment &experiment)
{
    return {{u"experiment_id"_s, experiment.id.value},
            {u"name"_s, experiment.name},
            {u"artifact_location"_s, experiment.artifactLocation},
            {u"lifecycle_stage"_s, lifecycleName(experiment.lifecycle)},
            {u"creation_time"_s, time(experiment.creationTime)},
            {u"last_update_time"_s, time(experiment.lastUpdateTime)},
            {u"tags"_s, texts(experiment.tags)}};
}

QJsonObject runJson(const Run &run)
{
    QJsonObject metrics;
    for (auto it = run.metrics.begin(); it != run.metrics.end(); ++it)
        metrics.insert(it.key(), number(it.value()));
    QJsonArray datasets;
    for (const DatasetInput &input : run.datasets)
        datasets.append(QJsonObject{{u"name"_s, input.dataset.name},
                                    {u"digest"_s, input.dataset.digest},
                                    {u"source_type"_s, input.dataset.sourceType},
                                    {u"source"_s, input.dataset.source},
                                    {u"schema"_s, input.dataset.schema},
                                    {u"profile"_s, input.dataset.profile},
                                    {u"tags"_s, texts(input.tags)}});
    const QJsonObject info{{u"run_id"_s, run.info.ref.run.value},
                           {u"run_name"_s, run.info.name},
                           {u"experiment_id"_s, run.info.ref.experiment.value},
                           {u"user_id"_s, run.info.userId},
                           {u"status"_s, runStatusName(run.info.status)},
                           {u"start_time"_s, time(run.info.startTime)},
                           {u"end_time"_s, time(run.info.endTime)},
                           {u"artifact_uri"_s, run.info.artifactUri},
                           {u"lifecycle_stage"_s, lifecycleName(run.info.lifecycle)}};
    return {{u"info"_s, info},
            {u"data"_s, QJsonObject{{u"params"_s, texts(run.params)}, {u"metrics"_s, metrics}, {u"tags"_s, texts(run.tags)}}},
            {u"inputs"_s, QJsonObject{{u"datasets"_s, datasets}}}};
}

QJsonObject seriesJson(const QList<MetricSeries> &series)
{
    QJsonObject keys;
    for (const MetricSeries &each : series) {
        QJsonArray points;
        for (size_t i = 0; i < each.values.size(); ++i)
            points.append(QJsonObject{{u"step"_s, each.steps[i]}, {u"timestamp"_s, each.timestamps[i]}, {u"value"_s, number(each.values[i])}});
        keys.insert(each.key, points);
    }
    return keys;
}

QJsonArray artifactsJson(const QList<ArtifactEntry> &entries)
{
    QJsonArray files;
    for (const ArtifactEntry &entry : entries)
        files.append(QJsonObject{{u"path"_s, entry.path},
                                 {u"is_dir"_s, entry.isFolder},
                                 {u"file_size"_s, entry.isFolder ? QJsonValue() : QJsonValue(entry.size)}});
    return files;
}

QJsonObject modelJson(const RegisteredModel &model)
{
    QJsonArray versions;
    for (const ModelVersion &version : model.versions)
        versions.append(QJsonObject{{u"version"_s, version.version},
                                    {u"current_stage"_s, version.currentStage},
                                    {u"status"_s, version.status},
                                    {u"status_message"_s, version.statusMessage},
                                    {u"run_id"_s, version.runId},
                                    {u"source"_s, version.source},
                                    {u"description"_s, version.description},
                                    {u"creation_timestamp"_s, time(version.creationTime)},
                                    {u"last_updated_timestamp"_s, time(version.lastUpdatedTime)},
                                    {u"tags"_s, texts(version.tags)},
                                    {u"aliases"_s, QJsonArray::fromStringList(version.aliases)}});
    return {{u"name"_s, model.name},
            {u"description"_s, model.description},
            {u"creation_timestamp"_s, time(model.creationTime)},
            {u"last_updated_timestamp"_s, time(model.lastUpdatedTime)},
            {u"tags"_s, texts(model.tags)},
            {u"aliases"_s, texts(model.aliases)},
            {u"versions"_s, versions}};
}

QString firstDifference(const QJsonValue &want, const QJsonValue &got, const QString &where)
{
    if (isNothing(want) && isNothing(got))
        return {};
    if (want.isObject() && got.isObject())
        return objectDifference(want.toObject(), got.toObject(), where);
    if (want.isArray() && got.isArray()) {
        const QJsonArray a = want.toArray();
        const QJsonArray b = got.toArray();
        for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
            if (const QString difference = firstDifference(a[i], b[i], where + u'[' + QString::number(i) + u']'); !difference.isEmpty())
                return difference;
        return a.size() == b.size() ? QString() : u"%1: %2 entries, not %3"_s.arg(where).arg(b.size()).arg(a.size());
    }
    if (want.isDouble()) {
        const QString difference = numberDifference(want, got);
        return difference.isEmpty() ? QString() : where + ": "_L1 + difference;
    }
    const bool isSame = want.type() == got.type() && (!want.isString() || want.toString().toUtf8() == got.toString().toUtf8())
        && (want.isString() || want == got);
    return isSame ? QString() : where + ": "_L1 + shown(want) + " is "_L1 + shown(got);
}

QJsonObject byField(const QJsonArray &list, const QString &field)
{
    QJsonObject result;
    for (const QJsonValue &value : list) {
        const QJsonValue key = value.toObject().contains(field) ? value[field] : value[u"info"_s][field];
        result.insert(key.toString(), value);
    }
    return result;
}

QJsonObject loadJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList treeListing(const QString &folder)
{
    QStringList lines;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QFileInfo info = it.fileInfo();
        QString line = u"%1 %2"_s.arg(it.filePath().mid(folder.size()), info.lastModified().toString(Qt::ISODateWithMs));
        if (info.isFile() && !info.isSymLink()) {
            QFile file(it.filePath());
            QCryptographicHash hash(QCryptographicHash::Sha256);
            if (file.open(QIODevice::ReadOnly))
                hash.addData(&file);
            line += u' ' + QString::number(info.size()) + u' ' + QString::fromLatin1(hash.result().toHex());
        }
        lines.append(line);
    }
    lines.sort();
    return lines;
}

} // namespace Assay::Testing
