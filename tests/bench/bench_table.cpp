// SPDX-License-Identifier: GPL-3.0-or-later
// table-scroll-1m: one frame of the run table at 1600 × 900 while 1,000,000 runs with 2,000 columns are scrolled down and
// to the side. table-rows-1m: from new rows in the RunView to the painted table, which is what remains of a sort or a
// filter after the order is known.
#include "app/apptheme.h"
#include "models/items/runtablemodel.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runtableview.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QScrollBar>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Scroll{"table-scroll-1m"}, NewRows{"table-rows-1m"};
constexpr int Rows = 1'000'000, Metrics = 1'000, Params = 1'000, Full = 10;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    std::vector<uint32_t> metrics, params;
    for (int i = 0; i < Metrics; ++i)
        metrics.push_back(builder.metricColumn("metric-" + std::to_string(i)));
    for (int i = 0; i < Params; ++i)
        params.push_back(builder.paramColumn("param-" + std::to_string(i)));
    for (int i = 0; i < Rows; ++i) {
        const std::string id = u"%1"_s.arg(random.generate64(), 32, 16, QLatin1Char('0')).toStdString();
        const std::string name = "languid-swan-" + std::to_string(i);
        RunCells cells;
        cells.runId = id;
        cells.name = name;
        cells.experimentId = "0";
        cells.status = RunStatus::Finished;
        cells.startTime = 1'700'000'000'000 - i;
        const uint32_t row = builder.addRun(cells);
        for (int k = 0; k < Full; ++k) {
            builder.setMetric(metrics[size_t(k)], row, random.generateDouble());
            builder.setText(params[size_t(k)], row, std::to_string(random.bounded(1000)));
        }
        builder.setMetric(metrics[Full + size_t(i) % (Metrics - Full)], row, 1);
        builder.setText(params[Full + size_t(i) % (Params - Full)], row, "x");
    }
    return builder.finish();
}

struct Window {
    explicit Window(const RunTablePtr &table)
    {
        view.setTable(table, true);
        QList<ColumnKey> columns;
        for (const RunTable::NamedColumn &named : table->columns())
            if (named.key.group != ColumnGroup::Attribute)
                columns.append(named.key);
        model.setColumns(columns);
        widget.resize(1600, 900);
        widget.show();
        QCoreApplication::processEvents();
    }
    void paint()
    {
        QCoreApplication::processEvents();
        widget.repaint();
    }

    RunView view;
    RunTableModel model{view};
    RunTableView widget{model};
};

void scroll(Window &window)
{
    QScrollBar *down = window.widget.mainGrid()->verticalScrollBar(), *aside = window.widget.mainGrid()->horizontalScrollBar();
    std::vector<double> frames;
    for (int i = 0; i < 200; ++i) {
        frames.push_back(secondsOf([&] {
            down->setValue(int(qint64(down->maximum()) * i / 200) + i % 3);
            aside->setValue(int(qint64(aside->maximum()) * ((i * 37) % 200) / 200));
            window.paint();
        }));
    }
    std::sort(frames.begin(), frames.end());
    const double late = frames[frames.size() * 95 / 100];
    report(Scroll, timesOf(frames), u"p95 %1 ms, %2 columns"_s.arg(late * 1000, 0, 'f', 1).arg(window.model.columnCount()));
}

void giveRows(Window &window, const RunTablePtr &table)
{
    std::vector<uint32_t> rows = table->defaultOrder();
    report(NewRows, measure(11, [&] {
        std::reverse(rows.begin(), rows.end());
        window.view.setRows(rows);
        window.paint();
    }));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const Works works(argc, argv);
    if (!works.wants(Scroll) && !works.wants(NewRows))
        return 0;
    applyTheme(u"light"_s);
    const RunTablePtr table = makeTable();
    Window window(table);
    if (works.wants(Scroll))
        scroll(window);
    if (works.wants(NewRows))
        giveRows(window, table);
    return 0;
}
