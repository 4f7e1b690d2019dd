// SPDX-License-Identifier: GPL-3.0-or-later
// facet-*: what a column of 1,000,000 rows holds: few texts, a million texts, numbers. completion: the next word of a query.
#include "models/table/facet.h"
#include "models/table/querycompletion.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <numeric>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rows = 1'000'000;
constexpr int Columns = 2'000;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    const uint32_t loss = builder.metricColumn("loss"), model = builder.paramColumn("model"), note = builder.paramColumn("note");
    for (int i = 0; i < Rows; ++i) {
        const std::string id = u"%1"_s.arg(i, 32, 16, QLatin1Char('0')).toStdString();
        RunCells cells;
        cells.runId = id;
        cells.experimentId = "0";
        cells.startTime = 1'700'000'000'000 + random.bounded(100'000'000);
        const uint32_t row = builder.addRun(cells);
        builder.setMetric(loss, row, random.generateDouble());
        builder.setText(model, row, "model " + std::to_string(random.bounded(40)));
        builder.setText(note, row, "note " + std::to_string(random.generate()));
    }
    for (int i = 0; i < Columns; ++i)
        builder.setText(builder.paramColumn("group" + std::to_string(i % 20) + "/key" + std::to_string(i)), uint32_t(i), "x");
    return builder.finish();
}

void benchFacet(const RunTablePtr &table, QLatin1StringView work, const ColumnKey &key)
{
    FacetRequest request{table, std::vector<uint32_t>(Rows), key, {}, 200, {}};
    std::iota(request.rows.begin(), request.rows.end(), 0u);
    SilentJob job;
    qsizetype distinct = 0;
    const Times times = measure(11, [&] { distinct = expect(computeFacet(request, job)).distinct; });
    report(work, times, distinct > 0 ? u"%1 different"_s.arg(distinct) : QString());
}

// A new completer each time: what the first key stroke costs.
void benchCompletion(const RunTablePtr &table, QLatin1StringView work, const QString &text)
{
    report(work, measure(11, [&] { completeQuery(text, text.size(), *table); }));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    const RunTablePtr table = makeTable();
    const std::pair<QLatin1StringView, ColumnKey> facets[] = {
        {"facet-1m-texts"_L1, {ColumnGroup::Param, u"model"_s}},
        {"facet-1m-distinct"_L1, {ColumnGroup::Param, u"note"_s}},
        {"facet-1m-numbers"_L1, {ColumnGroup::Metric, u"loss"_s}},
        {"facet-1m-times"_L1, {ColumnGroup::Attribute, Attribute::StartTime}},
    };
    for (const auto &[work, key] : facets)
        if (works.wants(work))
            benchFacet(table, work, key);
    const std::pair<QLatin1StringView, QString> completions[] = {
        {"complete-key"_L1, u"params.model = 'a' AND key19"_s},
        {"complete-value"_L1, u"params.note = 'note 77"_s},
    };
    for (const auto &[work, text] : completions)
        if (works.wants(work))
            benchCompletion(table, work, text);
    return 0;
}
