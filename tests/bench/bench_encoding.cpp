// SPDX-License-Identifier: GPL-3.0-or-later
// encoding-100k: what three columns (a param of eight texts, a metric, a tag that each run has its own of) decide of the lines
// of 100,000 runs of one experiment, twenty of them drawn, for a new snapshot; encoding-100k-eye: for one more run that is
// drawn.
#include "models/items/lineencoding.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"

#include <QRandomGenerator>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 100'000;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    const uint32_t optimizer = builder.paramColumn("optimizer"), loss = builder.metricColumn("loss"), commit = builder.tagColumn("commit");
    for (int i = 0; i < Runs; ++i) {
        RunCells cells;
        const std::string id = std::to_string(i);
        cells.runId = id;
        cells.experimentId = "0";
        cells.startTime = 1'700'000'000'000 + i;
        const uint32_t row = builder.addRun(cells);
        builder.setText(optimizer, row, "optimizer " + std::to_string(random.bounded(8)));
        builder.setMetric(loss, row, random.generateDouble());
        builder.setText(commit, row, "c" + std::to_string(random.generate64()));
    }
    return builder.finish();
}

} // namespace

int main(int argc, char *argv[])
{
    const Works works(argc, argv);
    const QLatin1StringView snapshot{"encoding-100k"}, eye{"encoding-100k-eye"};
    ChartOptions options;
    options.colorBy = u"params.optimizer"_s;
    options.dashBy = u"metrics.loss"_s;
    options.markerBy = u"tags.commit"_s;
    const RunTablePtr table = makeTable();
    QList<RunRef> runs;
    for (uint32_t row = 0; row < 100; ++row)
        runs.append(table->ref(row));
    RunView view;
    view.setTable(table, true);
    view.setShownOnly(runs.first(20));
    LineEncoding encoding;
    encoding.setView(&view);
    encoding.setOptions(options);
    if (works.wants(snapshot)) {
        std::vector<double> seconds;
        for (int i = 0; i < 7; ++i) { // what is known of a snapshot's texts is found once
            RunTablePtr next = makeTable();
            seconds.push_back(secondsOf([&] { view.setTable(std::move(next), true); }));
        }
        report(snapshot, timesOf(std::move(seconds)));
    }
    qsizetype shown = 20;
    if (works.wants(eye))
        report(eye, measure(51, [&] { view.setShown({runs.at(shown++)}, true); }));
    return 0;
}
