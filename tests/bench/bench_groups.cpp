// SPDX-License-Identifier: GPL-3.0-or-later
// group-100k: 100,000 runs by two params, with count, mean ± std, least and most of ten metrics; group-100k-median: with
// the medians; pivot-100k: one param down, one across, the mean of a metric.
#include "models/table/pivot.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"

#include <QRandomGenerator>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 100'000;
constexpr int Metrics = 10;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    const uint32_t rate = builder.paramColumn("lr"), seed = builder.paramColumn("seed");
    std::vector<uint32_t> metrics;
    for (int i = 0; i < Metrics; ++i)
        metrics.push_back(builder.metricColumn("m" + std::to_string(i)));
    for (int i = 0; i < Runs; ++i) {
        RunCells cells;
        const std::string id = std::to_string(i);
        cells.runId = id;
        cells.experimentId = "0";
        const uint32_t row = builder.addRun(cells);
        builder.setText(rate, row, std::to_string(random.bounded(100) / 100.0));
        builder.setText(seed, row, std::to_string(random.bounded(20)));
        for (uint32_t metric : metrics)
            builder.setMetric(metric, row, random.generateDouble());
    }
    return builder.finish();
}

void group(const RunTable &table, const std::vector<uint32_t> &rows, Medians medians, QLatin1StringView work)
{
    const QList<ColumnKey> keys{{ColumnGroup::Param, u"lr"_s}, {ColumnGroup::Param, u"seed"_s}};
    QList<ColumnKey> columns;
    for (int i = 0; i < Metrics; ++i)
        columns.append({ColumnGroup::Metric, u"m%1"_s.arg(i)});
    SilentJob job;
    report(work, measure(21, [&] {
               const RunGroups groups = expect(groupRuns(table, rows, keys, job));
               expect(aggregateGroups(table, groups, columns, {}, medians, job));
           }));
}

} // namespace

int main(int argc, char *argv[])
{
    const Works works(argc, argv);
    const QLatin1StringView plain{"group-100k"}, withMedians{"group-100k-median"}, crossed{"pivot-100k"};
    if (!works.wants(plain) && !works.wants(withMedians) && !works.wants(crossed))
        return 0;
    const RunTablePtr table = makeTable();
    std::vector<uint32_t> rows = table->defaultOrder();
    if (works.wants(plain))
        group(*table, rows, Medians::Skip, plain);
    if (works.wants(withMedians))
        group(*table, rows, Medians::Compute, withMedians);
    if (works.wants(crossed)) {
        const PivotRequest request{table, std::move(rows), {ColumnGroup::Param, u"lr"_s}, {ColumnGroup::Param, u"seed"_s},
                                   {ColumnGroup::Metric, u"m0"_s}, Aggregate::Mean, {}};
        SilentJob job;
        report(crossed, measure(21, [&] { expect(computePivot(request, job)); }));
    }
    return 0;
}
