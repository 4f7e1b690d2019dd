// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/historyreader.h"

#include "models/stores/mlflow-file/keyfiles.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <algorithm>

namespace Assay {

namespace {

MetricSeries readSeries(const Descriptor &file, const QString &key, const std::string &path, MetricFileReader &reader, LastLine lastLine,
                        ProblemList &problems)
{
    MetricSeries series;
    series.key = key;
    const MetricFaults faults = reader.read(file, lastLine, [&](const MetricPoint &point) { series.add(point.step, point.timestamp, point.value); });
    problems.addFaults(faults, path, true);
    return series;
}

QList<MetricSeries> readAll(int run, const std::string &path, MetricFileReader &reader, LastLine lastLine, ProblemList &problems,
                            const Job &job)
{
    std::vector<std::pair<std::string, MetricSeries>> all;
    forEachKeyFile(run, StoreName::Metrics, path, problems, [&](const KeyFile &file) {
        if (job.isCanceled())
            return;
        const Descriptor opened = SafeFile::openListedFile(file.folder, file.entry->name.c_str());
        if (!opened)
            return problems.addError(opened.error(), file.path, false);
        MetricSeries series = readSeries(opened, shownText(file.key), file.path, reader, lastLine, problems);
        if (series.size() > 0)
            all.emplace_back(file.key, std::move(series));
    });
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<MetricSeries> series;
    for (auto &[key, each] : all)
        series.append(std::move(each));
    return series;
}

// The file of one key, below metrics/. Names in its path need not be UTF-8.
Descriptor openMetric(int run, const QString &key)
{
    Descriptor at = SafeFile::openFolder(run, StoreName::Metrics);
    const QStringList parts = key.split(u'/');
    for (qsizetype i = 0; i < parts.size() && at; ++i) {
        const std::string name = SafeFile::entryName(at.fd(), parts[i]);
        if (name.empty())
            return Descriptor::failed(ENOENT);
        at = i + 1 < parts.size() ? SafeFile::openFolder(at.fd(), name) : SafeFile::openFile(at.fd(), name);
    }
    return at;
}

} // namespace

Result<QList<MetricSeries>> readHistory(const StoreTree &tree, const std::string &runPath, const QStringList &keys,
                                        ProblemList &problems, const Job &job)
{
    const Descriptor run = SafeFile::openFolder(tree.fd(), runPath);
    if (!run)
        return SafeFile::openError(run.error(), shownText(runPath));
    const std::string path = runPath + '/' + StoreName::Metrics;
    MetricFileReader reader(job);
    FileReader metaReader;
    const YamlField<int64_t> status = integerField(readMeta(run.fd(), StoreName::Meta, metaReader).document, "status");
    const LastLine lastLine = status.hasValue() ? lastLineOf(runStatusFromNumber(status.value)) : LastLine::Skip;
    if (keys.isEmpty())
        return readAll(run.fd(), path, reader, lastLine, problems, job);
    QList<MetricSeries> series;
    for (const QString &key : keys) {
        const Descriptor file = openMetric(run.fd(), key);
        if (!file && (file.error() == ENOENT || file.error() == ENOTDIR || file.error() == EISDIR))
            return Error{ErrorCode::NotFound, MlflowFileText::tr("The run has no metric “%1”.").arg(key.left(200)), {}};
        if (!file)
            return SafeFile::openError(file.error(), key);
        series.append(readSeries(file, key, path + '/' + key.toStdString(), reader, lastLine, problems));
        if (job.isCanceled())
            break;
    }
    return series;
}

} // namespace Assay
