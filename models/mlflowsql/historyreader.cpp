// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/historyreader.h"

#include "models/mlflowsql/celltext.h"
#include "models/mlflowsql/words.h"

#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

void sortPoints(MetricSeries &series)
{
    const auto rank = [](double value) { return value != value ? 0.0 : value; };
    const auto isBefore = [&](size_t a, size_t b) {
        return std::tuple(series.timestamps[a], series.steps[a], rank(series.values[a]))
               < std::tuple(series.timestamps[b], series.steps[b], rank(series.values[b]));
    };
    std::vector<size_t> order(series.values.size());
    std::iota(order.begin(), order.end(), size_t(0));
    if (std::ranges::is_sorted(order, isBefore))
        return;
    std::ranges::stable_sort(order, isBefore);
    MetricSeries sorted;
    sorted.key = series.key;
    for (const size_t i : order)
        sorted.add(series.steps[i], series.timestamps[i], series.values[i]);
    series = std::move(sorted);
}

// Puts the points of a run into a series each.
class Collector
{
public:
    Collector(const QString &database, const QString &run) : m_run(run), m_problems(database) {}

    HistorySink sink()
    {
        return {[this](const Row &row) { add(row); },
                [this](const QByteArray &key) {
                    m_series.erase(key);
                    m_current = nullptr;
                }};
    }
    ProblemList &problems() { return m_problems; }
    bool has(const QByteArray &key) const { return m_series.contains(key); }
    Loaded<QList<MetricSeries>> take(const QList<QByteArray> &order);

private:
    void add(const Row &row);

    QString m_run;
    ProblemList m_problems;
    std::map<QByteArray, MetricSeries> m_series;
    MetricSeries *m_current = nullptr;
    QByteArray m_currentKey;
};

void Collector::add(const Row &row)
{
    const std::string_view key = row.bytes(1);
    if (!m_current || std::string_view(m_currentKey.constData(), size_t(m_currentKey.size())) != key) {
        m_currentKey = QByteArray(key.data(), qsizetype(key.size()));
        m_current = &m_series[m_currentKey];
        m_current->key = QString::fromUtf8(m_currentKey);
    }
    if (const auto value = metricValue(row, 2, 3))
        m_current->add(row.integer(4), row.integer(5), *value);
    else
        m_problems.add(
            Severity::Error, "metric-malformed"_L1,
            {u"metrics"_s, m_run + u'/' + shortText(key), m_run},
            Words::tr("The value of a metric is not a number: %1").arg(shortText(row.bytes(2))));
}

Loaded<QList<MetricSeries>> Collector::take(const QList<QByteArray> &order)
{
    Loaded<QList<MetricSeries>> loaded;
    if (order.isEmpty()) {
        for (auto &[key, series] : m_series)
            loaded.value.append(std::move(series));
    } else {
        for (const QByteArray &key : order)
            loaded.value.append(m_series[key]);
    }
    for (MetricSeries &series : loaded.value)
        sortPoints(series);
    loaded.problems = m_problems.take();
    return loaded;
}

} // namespace

Result<Loaded<QList<MetricSeries>>> readHistory(Database &database, const QString &run, const QStringList &keys, Job &job)
{
    Collector collector(database.name(), run);
    QList<QByteArray> wanted, different;
    for (const QString &key : keys) {
        wanted.append(key.toUtf8());
        if (!different.contains(wanted.last()))
            different.append(wanted.last());
    }
    if (database.schema().hasTable("metrics"))
        if (const Status read = database.scanHistory(run, different, collector.problems(), job, collector.sink()); !read)
            return read.error();
    for (const QByteArray &key : std::as_const(different))
        if (!collector.has(key))
            return Error{ErrorCode::NotFound,
                         Words::tr("The run has no metric of this name: %1").arg(shortText({key.constData(), size_t(key.size())})),
                         {}};
    return collector.take(wanted);
}

} // namespace Assay::MlflowSql
