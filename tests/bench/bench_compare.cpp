// SPDX-License-Identifier: GPL-3.0-or-later
// compare-1000x2000: from the snapshot to the painted page of 1,000 runs with 2,000 params, 1600 × 900; what of it the
// worker takes, and what the window's own thread does. compare-search: a text in the 2,000,000 values.
#include "app/apptheme.h"
#include "models/items/comparison.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"
#include "widgets/panels/compare/comparepanel.h"

#include <QApplication>
#include <QRandomGenerator>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Open{"compare-1000x2000"}, Worker{"compare-1000x2000-worker"}, Gui{"compare-1000x2000-window"}, Search{"compare-search"};
constexpr int Runs = 1'000, Params = 2'000;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    std::vector<uint32_t> params;
    for (int i = 0; i < Params; ++i)
        params.push_back(builder.paramColumn("model.layers." + std::to_string(i / 20) + ".part" + std::to_string(i % 20)));
    for (int i = 0; i < Runs; ++i) {
        const std::string id = "run" + std::to_string(i);
        RunCells cells;
        cells.runId = id;
        cells.name = id;
        cells.experimentId = "0";
        cells.status = RunStatus::Finished;
        const uint32_t row = builder.addRun(cells);
        for (int k = 0; k < Params; ++k)
            builder.setText(params[size_t(k)], row, k % 4 == 0 ? "same" : std::to_string(random.generateDouble()));
    }
    return builder.finish();
}

// What the controller's worker does.
ComparisonPtr compare(const RunTablePtr &table, const QString &search)
{
    auto comparison = std::make_shared<Comparison>();
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < Runs; ++row) {
        rows.push_back(row);
        comparison->runs.append(table->info(row));
        comparison->colorIndexes.append(int(row));
    }
    const SilentJob job;
    comparison->diff = std::make_shared<const RunDiff>(RunDiff::ofTable(table, rows, 0, {}, job));
    comparison->filter.search = search;
    comparison->tree = makeCompareTree(*comparison->diff, comparison->filter, {}, job);
    return comparison;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    applyTheme(u"light"_s);
    const Works works(argc, argv);
    const RunTablePtr table = makeTable();
    ComparePanel panel;
    panel.resize(1600, 900);
    panel.show();
    const auto show = [&](const ComparisonPtr &comparison) {
        panel.setComparison(comparison);
        QCoreApplication::processEvents();
        panel.repaint();
    };
    if (works.wants(Worker))
        report(Worker, measure(15, [&] { compare(table, {}); }));
    if (works.wants(Gui)) {
        const ComparisonPtr comparison = compare(table, {});
        report(Gui, measure(15, [&] {
            panel.setComparison(nullptr);
            show(comparison);
        }));
    }
    if (works.wants(Open))
        report(Open, measure(15, [&] {
            panel.setComparison(nullptr);
            show(compare(table, {}));
        }));
    if (works.wants(Search))
        report(Search, measure(5, [&] { compare(table, u"123456"_s); }));
    return 0;
}
