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
    RunTablePtr finish()
    {
        m_metricOrder = m_paramOrder = m_tagOrder = {}; // these are columns of what is given away
        return m_builder.finish();
    }

private:
    // The columns of one run's keys, in their order. The next run mostly has the same ones: then they need not be looked up.
    class KeyOrder
    {
    public:
        void begin() { m_at = 0; }
        template <typename F>
        uint32_t columnOf(std::string_view key, const F &lookUp)
        {
            if (m_at == m_columns.size())
                m_columns.emplace_back();
            auto &[known, column] = m_columns[m_at++];
            if (known != key || known.empty()) {
                column = lookUp(key);
                known = key;
            }
            return column;
        }

    private:
        std::vector<std::pair<std::string, uint32_t>> m_columns;
        size_t m_at = 0;
    };

    std::optional<int64_t> add(JsonObject run); // its start; nothing where it was there
    void addData(JsonObject data, uint32_t row, bool isNamed);
    void addMetric(JsonObject metric, uint32_t row);
    void addInputs(JsonObject inputs, uint32_t row);

    simdjson::ondemand::parser m_parser;
    RunTableBuilder m_builder;
    KeyOrder m_metricOrder, m_paramOrder, m_tagOrder;
    std::unordered_set<std::string> m_known;
    std::string m_lastId; // of the run met last, known or not
    int64_t m_lastStart = 0;
    bool m_hasInfinities;
};

} // namespace Assay::MlflowServer
