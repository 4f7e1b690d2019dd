// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/historyreader.h"

#include "models/stores/mlflow-sqlite/celltext.h"
#include "models/stores/mlflow-sqlite/tablescan.h"
#include "models/stores/mlflow-sqlite/words.h"

#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

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

class Reader
{
public:
    Reader(SqliteConnection &connection, const Schema &schema, const QString &file,
           const QString &run, Job &job)
        : m_connection(connection)
        , m_schema(schema)
        , m_run(run)
        , m_job(job)
        , m_problems(file)
    {
    }

    // One key by the index that knows keys; false where there is none, or where it is no help.
    Result<bool> readByKey(const QByteArray &key);
    // In the order in which the points lie there, in pieces; SQLite's own choice, the primary key, would look at all points
    // of the key in all runs.
    Status readByRun(const QList<QByteArray> &keys);
    Loaded<QList<MetricSeries>> take(const QList<QByteArray> &order);
    bool has(const QByteArray &key) const { return m_series.contains(key); }

private:
    void add(const SqliteStatement &row);
    QByteArray columns() const
    {
        return m_schema.columns("metrics", {"key", "value", "is_nan", "step", "timestamp"});
    }

    SqliteConnection &m_connection;
    const Schema &m_schema;
    QString m_run;
    Job &m_job;
    ProblemList m_problems;
    std::map<QByteArray, MetricSeries> m_series;
    MetricSeries *m_current = nullptr;
    QByteArray m_currentKey;
};

// Column 0 is the rowid, the others those of columns().
void Reader::add(const SqliteStatement &row)
{
    const std::string_view key = row.bytes(1);
    if (!m_current
        || std::string_view(m_currentKey.constData(), size_t(m_currentKey.size())) != key) {
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

Result<bool> Reader::readByKey(const QByteArray &key)
{
    const QByteArray index = m_schema.index("metrics", {"run_uuid", "key", "step"});
    if (index.isEmpty())
        return false;
    // Such an index gives the points by step, then rowid, and can go on where the last piece ended.
    auto statement = m_connection.prepare(
        "SELECT rowid, " + columns() + " FROM metrics INDEXED BY " + index
        + " WHERE run_uuid = ?1 AND key = ?2 AND (step, rowid) > (?3, ?4) ORDER BY step, rowid");
    if (!statement)
        return statement.error();
    statement->bind(1, m_run);
    statement->bind(2, std::string_view(key.constData(), size_t(key.size())));
    qint64 step = std::numeric_limits<qint64>::min(), row = step;
    while (true) {
        statement->bind(3, step);
        statement->bind(4, row);
        QElapsedTimer timer;
        timer.start();
        const qint64 firstStep = step;
        int code = SQLITE_ROW;
        for (int count = 1; (code = statement->step()) == SQLITE_ROW; ++count) {
            row = statement->integer(0);
            step = statement->integer(4);
            add(*statement);
            if ((count & 63) == 0 && timer.elapsed() >= TableScan::PieceMs)
                break;
        }
        statement->reset();
        if (code == SQLITE_DONE)
            return true;
        // Many points of one step would be gone over again and again.
        if (code == SQLITE_ROW && step != firstStep)
            continue;
        if (code != SQLITE_ROW && (code & 0xff) != SQLITE_CORRUPT)
            return m_connection.error(code);
        m_series.erase(key);
        m_current = nullptr;
        return false;
    }
}

Status Reader::readByRun(const QList<QByteArray> &keys)
{
    const QByteArray index = m_schema.index("metrics", {"run_uuid"});
    QByteArray condition = "run_uuid = ?2";
    for (qsizetype i = 0; i < keys.size(); ++i)
        condition += (i == 0 ? " AND +key IN (?" : ", ?") + QByteArray::number(3 + i)
                     + (i + 1 == keys.size() ? ")" : "");
    TableScan scan(m_connection, "metrics", columns(), condition, index);
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    scan.bind(2, m_run);
    for (qsizetype i = 0; i < keys.size(); ++i)
        scan.bind(int(3 + i), std::string_view(keys[i].constData(), size_t(keys[i].size())));
    return scan.run(m_problems, m_job, [this](const SqliteStatement &row) { add(row); });
}

Loaded<QList<MetricSeries>> Reader::take(const QList<QByteArray> &order)
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

Result<Loaded<QList<MetricSeries>>> readHistory(SqliteConnection &connection, const Schema &schema,
                                                const QString &file, const QString &run,
                                                const QStringList &keys, Job &job)
{
    Reader reader(connection, schema, file, run, job);
    QList<QByteArray> wanted, left;
    for (const QString &key : keys)
        wanted.append(key.toUtf8());
    if (schema.hasTable("metrics")) {
        for (const QByteArray &key : std::as_const(wanted)) {
            if (reader.has(key) || left.contains(key))
                continue;
            const auto isRead = wanted.size() <= 8 ? reader.readByKey(key) : Result<bool>(false);
            if (!isRead)
                return isRead.error();
            if (!*isRead)
                left.append(key);
        }
        if (wanted.isEmpty() || !left.isEmpty())
            if (const Status read
                = reader.readByRun(left.size() <= 500 ? left : QList<QByteArray>());
                !read)
                return read.error();
    }
    for (const QByteArray &key : std::as_const(wanted))
        if (!reader.has(key))
            return Error{ErrorCode::NotFound,
                         Words::tr("The run has no metric of this name: %1")
                             .arg(shortText({key.constData(), size_t(key.size())})),
                         {}};
    return reader.take(wanted);
}

} // namespace Assay::MlflowSqlite
