// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/runspage.h"

namespace Assay::MlflowServer {

namespace {

// How the database or the files behind the server answer queries.
QueryDialect dialectOf(bool isOfFiles)
{
    return isOfFiles ? QueryDialect{.likeMatchesNewline = false} : QueryDialect{.ilikeFoldsUnicode = false, .tagNamesSortAsEmpty = true};
}

int64_t timeIn(JsonValue value)
{
    return value.is_null() ? TimeTraits::absent : integerIn(value);
}

RunCells infoIn(JsonObject info)
{
    RunCells cells;
    for (auto field : info) {
        const std::string_view name = field.unescaped_key();
        if (name == "run_id")
            cells.runId = textIn(field.value());
        else if (name == "run_name")
            cells.name = textIn(field.value());
        else if (name == "experiment_id")
            cells.experimentId = textIn(field.value());
        else if (name == "user_id")
            cells.userId = textIn(field.value());
        else if (name == "artifact_uri")
            cells.artifactUri = textIn(field.value());
        else if (name == "start_time")
            cells.startTime = timeIn(field.value());
        else if (name == "end_time")
            cells.endTime = timeIn(field.value());
        else if (name == "lifecycle_stage")
            cells.lifecycle = textIn(field.value()) == "deleted" ? Lifecycle::Deleted : Lifecycle::Active;
        else if (name == "status") {
            const std::string_view status = textIn(field.value());
            cells.status = runStatusFromName(QUtf8StringView(status.data(), qsizetype(status.size())));
        }
    }
    if (cells.runId.empty())
        throw simdjson::simdjson_error(simdjson::NO_SUCH_FIELD);
    return cells;
}

Dataset datasetIn(JsonObject fields)
{
    Dataset dataset;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        QString *const text = Json::textOf(dataset, name);
        if (text)
            *text = stringIn(field.value());
    }
    return dataset;
}

DatasetInput datasetInputIn(JsonObject fields)
{
    DatasetInput input;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        if (name == "dataset")
            input.dataset = datasetIn(field.value());
        else if (name == "tags")
            input.tags = textMapIn(field.value());
    }
    return input;
}

} // namespace

RunsPageReader::RunsPageReader(bool hasInfinities) : m_builder(dialectOf(hasInfinities)), m_hasInfinities(hasInfinities) {}

Result<RunsPageReader::Page> RunsPageReader::addPage(const QByteArray &body)
{
    Page page;
    const Status status = decode(body, m_parser, [&](JsonObject document) {
        for (auto field : document) {
            const std::string_view name = field.unescaped_key();
            if (name == "next_page_token") {
                page.nextToken = stringIn(field.value());
            } else if (name == "runs") {
                for (JsonObject run : field.value().get_array()) {
                    page.added += add(run) ? 1 : 0;
                    if (page.runs++ == 0)
                        page.firstId = m_lastId;
                    page.lastId = m_lastId;
                    page.lastStart = m_lastStart;
                }
            }
        }
    });
    return status ? Result<Page>(page) : Result<Page>(status.error());
}

Status RunsPageReader::addRun(const QByteArray &body)
{
    return decode(body, m_parser, [&](JsonObject document) { add(document.find_field_unordered("run").get_object()); });
}

// Notes its start even where it was there.
std::optional<int64_t> RunsPageReader::add(JsonObject run)
{
    const RunCells cells = infoIn(run.find_field_unordered("info").get_object());
    m_lastStart = cells.startTime;
    m_lastId = cells.runId;
    if (!m_known.emplace(cells.runId).second)
        return {};
    const uint32_t row = m_builder.addRun(cells);
    JsonObject data;
    if (run.find_field_unordered("data").get_object().get(data) == simdjson::SUCCESS)
        addData(data, row, !cells.name.empty());
    JsonObject inputs;
    if (run.find_field_unordered("inputs").get_object().get(inputs) == simdjson::SUCCESS)
        addInputs(inputs, row);
    return m_lastStart;
}

void RunsPageReader::addData(JsonObject data, uint32_t row, bool isNamed)
{
    m_metricOrder.begin();
    m_paramOrder.begin();
    m_tagOrder.begin();
    const auto paramColumn = [this](std::string_view key) { return m_builder.paramColumn(key); };
    const auto tagColumn = [this](std::string_view key) { return m_builder.tagColumn(key); };
    for (auto field : data) {
        const std::string_view name = field.unescaped_key();
        if (name == "metrics") {
            for (JsonObject metric : field.value().get_array())
                addMetric(metric, row);
        } else if (name == "params") {
            forEachPair(field.value(), [&](std::string_view key, std::string_view value) { m_builder.setText(m_paramOrder.columnOf(key, paramColumn), row, value); });
        } else if (name == "tags") {
            forEachPair(field.value(), [&](std::string_view key, std::string_view value) {
                m_builder.setText(m_tagOrder.columnOf(key, tagColumn), row, value);
                if (!isNamed && key == "mlflow.runName")
                    m_builder.setRunName(row, value);
            });
        }
    }
}

void RunsPageReader::addMetric(JsonObject metric, uint32_t row)
{
    std::string_view key;
    double value = 0;
    for (auto field : metric) {
        const std::string_view name = field.unescaped_key();
        if (name == "key")
            key = textIn(field.value());
        else if (name == "value")
            value = metricIn(field.value(), m_hasInfinities);
    }
    const uint32_t column = m_metricOrder.columnOf(key, [this](std::string_view name) { return m_builder.metricColumn(name); });
    m_builder.setMetric(column, row, value);
}

void RunsPageReader::addInputs(JsonObject inputs, uint32_t row)
{
    for (auto field : inputs) {
        if (field.unescaped_key() != std::string_view("dataset_inputs"))
            continue;
        for (JsonObject input : field.value().get_array())
            m_builder.addDataset(row, datasetInputIn(input));
    }
}

} // namespace Assay::MlflowServer
