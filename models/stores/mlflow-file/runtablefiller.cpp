// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/runscan.h"

namespace Assay {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds FirstPartial(50);
constexpr std::chrono::milliseconds LeastPause(100);
constexpr int PauseFactor = 10; // a partial table may cost a tenth of the time

} // namespace

RunTableFiller::RunTableFiller(PartialRuns partial)
    : m_builder(QueryDialect{.likeMatchesNewline = false, .ilikeFoldsUnicode = true}), m_partial(std::move(partial)),
      m_next(Clock::now() + FirstPartial)
{
}

template <typename MakeColumn>
uint32_t RunTableFiller::columnFor(Guess &guess, size_t index, const std::string &key, MakeColumn &&make)
{
    if (index < guess.columns.size() && guess.columns[index].first == key)
        return guess.columns[index].second;
    const uint32_t column = make(key);
    guess.columns.resize(std::max(guess.columns.size(), index + 1));
    guess.columns[index] = {key, column};
    return column;
}

void RunTableFiller::add(const RawRun &run)
{
    const uint32_t row = m_builder.addRun(RunCells{run.id, run.experimentId, run.header.name, run.header.userId, run.header.artifactUri,
                                                   run.header.status, run.header.lifecycle,
                                                   run.header.startTime.value_or(TimeTraits::absent),
                                                   run.header.endTime.value_or(TimeTraits::absent)});
    for (size_t i = 0; i < run.metrics.size(); ++i)
        m_builder.setMetric(columnFor(m_metrics, i, run.metrics[i].key, [this](const std::string &key) { return m_builder.metricColumn(key); }),
                            row, run.metrics[i].value);
    for (size_t i = 0; i < run.params.size(); ++i)
        m_builder.setText(columnFor(m_params, i, run.params[i].key, [this](const std::string &key) { return m_builder.paramColumn(key); }),
                          row, run.params[i].value);
    for (size_t i = 0; i < run.tags.size(); ++i)
        m_builder.setText(columnFor(m_tags, i, run.tags[i].key, [this](const std::string &key) { return m_builder.tagColumn(key); }),
                          row, run.tags[i].value);
    for (const DatasetInput &input : run.datasets)
        m_builder.addDataset(row, input);
    maybeShow();
}

void RunTableFiller::maybeShow()
{
    const Clock::time_point begin = Clock::now();
    if (!m_partial || begin < m_next)
        return;
    m_partial(m_builder.snapshot());
    const Clock::time_point end = Clock::now();
    m_next = end + std::max<Clock::duration>(LeastPause, (end - begin) * PauseFactor);
}

} // namespace Assay
