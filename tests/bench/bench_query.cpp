// SPDX-License-Identifier: GPL-3.0-or-later
// filter-100k: a query of three conditions over the database of 100,000 runs. substring-1m: a text in any case among the names, ids,
// params and tags of 1,000,000 runs, whose names and ids are all different.
#include "models/table/roworder.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/benchstore.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Filter{"filter-100k"}, Substring{"substring-1m"};

RunTablePtr makeTable(int runs)
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    const uint32_t loss = builder.metricColumn("loss"), lr = builder.paramColumn("lr"), model = builder.paramColumn("model");
    const uint32_t team = builder.tagColumn("team");
    for (int i = 0; i < runs; ++i) {
        const std::string id = u"%1"_s.arg(random.generate64(), 32, 16, QLatin1Char('0')).toStdString();
        const std::string name = "languid-swan-" + std::to_string(i);
        RunCells cells;
        cells.runId = id;
        cells.name = name;
        cells.experimentId = "0";
        cells.startTime = 1'700'000'000'000 + random.bounded(100'000'000);
        const uint32_t row = builder.addRun(cells);
        builder.setText(lr, row, std::to_string(random.bounded(1000) / 1000.0));
        builder.setText(model, row, "model-" + std::to_string(random.bounded(8)));
        builder.setText(team, row, "team-" + std::to_string(random.bounded(20)));
        builder.setMetric(loss, row, random.generateDouble());
    }
    return builder.finish();
}

void order(QLatin1StringView work, const RunTablePtr &table, const QString &query, const QString &search)
{
    RowOrderRequest request;
    request.table = table;
    request.query = expect(parseQuery(query));
    request.search = search;
    request.view = ViewType::Active;
    SilentJob job;
    qsizetype found = 0;
    const Times times = measure(11, [&] { found = qsizetype(expect(computeRowOrder(request, job)).rows.size()); });
    report(work, times, u"%1 runs found"_s.arg(found));
}

// peers/filter_100k.py asks the same.
void filterDatabase()
{
    BenchStore store("ASSAY_BENCH_SQLITE");
    const auto backend = store.open();
    order(Filter, store.readRuns(*backend), u"metrics.`val/loss` < 0.9 AND params.optimizer = 'adam' AND tags.team = 'risk'"_s, {});
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    if (works.wants(Filter))
        filterDatabase();
    if (works.wants(Substring))
        order(Substring, makeTable(1'000'000), {}, u"Swan-12345"_s);
    return 0;
}
