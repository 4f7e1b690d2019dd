// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/stores/mlflow-server/json.h"
#include "models/table/runtablebuilder.h"

#include <string>
#include <unordered_set>

namespace Assay::MlflowServer {

// Takes pages of runs/search and answers of runs/get into columns, each run once, whatever page it stands on.
class RunsPageReader
{
public:
    // `hasInfinities`: the server keeps its runs in files. Databases hand out the greatest numbers for infinities.
    explicit RunsPageReader(bool hasInfinities);

    struct Page {
        qsizetype runs = 0;    // on the page
        qsizetype added = 0;   // of them, those that were not there yet
        std::string firstId, lastId; // of the first and last run on it
        int64_t lastStart = 0;
        QString nextToken;
    };
    Result<Page> addPage(const QByteArray &body); // {"runs": […], "next_page_token": "…"}
    Status addRun(const QByteArray &body);        // {"run": {…}}

    qsizetype runCount() const { return m_builder.rowCount(); }
    RunTablePtr snapshot() const { return m_builder.snapshot(); }
    RunTablePtr finish() { return m_builder.finish(); }

private:
    std::optional<int64_t> add(JsonObject run); // its start; nothing where it was there
    void addData(JsonObject data, uint32_t row, bool isNamed);
    void addMetric(JsonObject metric, uint32_t row);
    void addInputs(JsonObject inputs, uint32_t row);

    simdjson::ondemand::parser m_parser;
    RunTableBuilder m_builder;
    std::unordered_set<std::string> m_known;
    std::string m_lastId; // of the run met last, known or not
    int64_t m_lastStart = 0;
    bool m_hasInfinities;
};

} // namespace Assay::MlflowServer
