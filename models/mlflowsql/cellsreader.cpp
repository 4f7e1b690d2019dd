// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/cellsreader.h"

#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

QString shortRow(const Row &row)
{
    return shortText(row.bytes(1)) + u'/' + shortText(row.bytes(2));
}

// A point as MLflow compares it: step, then time, then value, NaN counting as 0.
struct Point {
    qint64 step;
    qint64 time;
    double value;

    double rank() const { return value != value ? 0.0 : value; }
    bool isAfter(const Point &other) const
    {
        return std::tuple(step, time, rank()) > std::tuple(other.step, other.time, other.rank());
    }
};

} // namespace

CellsReader::CellsReader(Database &database, RunRows &rows, RunTableBuilder &builder, ProblemList &problems, Job &job)
    : m_database(database)
    , m_rows(rows)
    , m_builder(builder)
    , m_problems(problems)
    , m_job(job)
{
}

// f(row of the run table, statement) for every row of `table` that belongs to a run. Column 1 is the run, 2 the key.
template <typename F>
Status CellsReader::scan(const char *table, const QList<QByteArray> &columns, F &&f)
{
    qint64 pending = 0;
    const auto progress = [&](bool isEnd) {
        if ((++pending & 0x3fff) != 0 && !isEnd)
            return;
        m_job.setProgress(m_rows.done += pending, m_rows.total, Words::tr("Reading runs…"));
        pending = 0;
    };
    TableQuery query{table, QList<QByteArray>{"run_uuid", "key"} + columns};
    if (m_rows.areFew) {
        query.amongColumn = "run_uuid";
        for (uint32_t place = 0; place < m_rows.ids.size(); ++place)
            query.among.append(QByteArray(m_rows.ids.id(place).data(), qsizetype(m_rows.ids.id(place).size())));
        if (query.among.isEmpty())
            return {};
    }
    uint32_t hint = 0;
    const Status read = m_database.scan(query, m_problems, m_job, [&](const Row &row) {
        if (const auto place = m_rows.ids.find(row.bytes(1), hint))
            f(*place, row);
        progress(false);
    });
    progress(true);
    return read;
}

// The text in column 3, with a problem where it is none.
std::string_view CellsReader::value(const char *table, const Row &row)
{
    const bool isBlob = row.kind(3) == Cell::Kind::Blob;
    const std::string_view text = m_value.read(row.bytes(3));
    if (isBlob || !m_value.isSound())
        m_problems.add(Severity::Warning, "text-malformed"_L1,
                       {QString::fromLatin1(table), shortRow(row), shortText(row.bytes(1))},
                       Words::tr("The value is not text; it is shown as far as it can be."));
    return text;
}

Status CellsReader::readParams()
{
    ColumnLookup columns;
    return scan("params", {"value"},
                [&](uint32_t place, const Row &row) {
                    const uint32_t column = columns.find(row.bytes(2), [&](auto) {
                        return m_builder.paramColumn(m_key.read(row, 2));
                    });
                    m_builder.setText(column, place, value("params", row));
                });
}

Status CellsReader::readTags()
{
    constexpr std::string_view NameTag(TagKey::RunName.data(), size_t(TagKey::RunName.size()));
    ColumnLookup columns;
    return scan("tags", {"value"},
                [&](uint32_t place, const Row &row) {
                    const std::string_view key = row.bytes(2);
                    const uint32_t column = columns.find(
                        key, [&](auto) { return m_builder.tagColumn(m_key.read(row, 2)); });
                    const bool namesRun = key == NameTag && !m_rows.isNamed[place];
                    const std::string_view text = value("tags", row);
                    m_builder.setText(column, place, text);
                    if (namesRun && !text.empty())
                        m_builder.setRunName(place, text);
                });
}

Status CellsReader::readMetrics()
{
    return m_database.schema().hasTable("latest_metrics") ? readLatestMetrics() : readAllMetrics();
}

void CellsReader::malformedMetric(const char *table, const Row &row)
{
    m_problems.add(
        Severity::Error, "metric-malformed"_L1,
        {QString::fromLatin1(table), shortRow(row), shortText(row.bytes(1))},
        Words::tr("The value of a metric is not a number: %1").arg(shortText(row.bytes(3))));
}

Status CellsReader::readLatestMetrics()
{
    ColumnLookup columns;
    return scan("latest_metrics", {"value", "is_nan"},
                [&](uint32_t place, const Row &row) {
                    const uint32_t column = columns.find(row.bytes(2), [&](auto) {
                        return m_builder.metricColumn(m_key.read(row, 2));
                    });
                    if (const auto number = metricValue(row, 3, 4))
                        m_builder.setMetric(column, place, *number);
                    else
                        malformedMetric("latest_metrics", row);
                });
}

// Before 1.3 databases did not keep the latest values: they are found here.
Status CellsReader::readAllMetrics()
{
    ColumnLookup columns;
    std::unordered_map<uint64_t, Point> latest; // by column and row
    const Status read = scan(
        "metrics", {"value", "is_nan", "step", "timestamp"},
        [&](uint32_t place, const Row &row) {
            const uint32_t column = columns.find(
                row.bytes(2), [&](auto) { return m_builder.metricColumn(m_key.read(row, 2)); });
            const auto number = metricValue(row, 3, 4);
            if (!number)
                return malformedMetric("metrics", row);
            const Point point{row.integer(5), row.integer(6), *number};
            const auto [it, isNew] = latest.try_emplace(uint64_t(column) << 32 | place, point);
            if (!isNew && point.isAfter(it->second))
                it->second = point;
        });
    if (!read)
        return read;
    for (const auto &[cell, point] : latest)
        m_builder.setMetric(uint32_t(cell >> 32), uint32_t(cell), point.value);
    return {};
}

Status CellsReader::readDatasets()
{
    QHash<QByteArray, Dataset> datasets; // by uuid
    QHash<QByteArray, TextMap> tags;     // by input
    const auto id = [](const Row &row, int column) {
        const std::string_view bytes = row.bytes(column);
        return QByteArray(bytes.data(), qsizetype(bytes.size()));
    };
    const TableQuery datasetQuery{
        "datasets", {"dataset_uuid", "name", "digest", "dataset_source_type", "dataset_source", "dataset_schema", "dataset_profile"}};
    const auto addDataset = [&](const Row &row) {
        datasets.insert(id(row, 1), {row.text(2), row.text(3), row.text(4), row.text(5),
                                     row.text(6), row.text(7)});
    };
    if (const Status read = m_database.scan(datasetQuery, m_problems, m_job, addDataset); !read || datasets.isEmpty())
        return read;
    const auto addTag = [&](const Row &row) { tags[id(row, 1)].insert(row.text(2), row.text(3)); };
    if (const Status read = m_database.scan({"input_tags", {"input_uuid", "name", "value"}}, m_problems, m_job, addTag); !read)
        return read;
    const TableQuery inputQuery{"inputs",
                                {"input_uuid", "source_id", "destination_id"},
                                {{"source_type", "DATASET"}, {"destination_type", "RUN"}}};
    uint32_t hint = 0;
    return m_database.scan(inputQuery, m_problems, m_job, [&](const Row &row) {
        const auto place = m_rows.ids.find(row.bytes(3), hint);
        if (!place)
            return;
        const auto dataset = datasets.constFind(id(row, 2));
        if (dataset != datasets.constEnd())
            m_builder.addDataset(*place, {*dataset, tags.value(id(row, 1))});
        else
            m_problems.add(Severity::Warning, "dataset-missing"_L1,
                           {u"inputs"_s, shortText(row.bytes(1)), shortText(row.bytes(3))},
                           Words::tr("The run used a data set that does not exist."));
    });
}

} // namespace Assay::MlflowSql
