// SPDX-License-Identifier: GPL-3.0-or-later
// sort-1m: the order of 1,000,000 rows by a metric, and what QSortFilterProxyModel takes for the same numbers.
#include "models/table/roworder.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"

#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSortFilterProxyModel>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Work{"sort-1m"};
constexpr int Rows = 1'000'000;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    const uint32_t column = builder.metricColumn("loss");
    for (int i = 0; i < Rows; ++i) {
        const std::string id = u"%1"_s.arg(i, 32, 16, QLatin1Char('0')).toStdString();
        RunCells cells;
        cells.runId = id;
        cells.experimentId = "0";
        cells.startTime = 1'700'000'000'000 + random.bounded(100'000'000);
        builder.setMetric(column, builder.addRun(cells), random.generateDouble());
    }
    return builder.finish();
}

// The least that a model can be: one column of numbers.
class NumbersModel final : public QAbstractTableModel
{
public:
    explicit NumbersModel(std::vector<double> values) : m_values(std::move(values)) {}
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(m_values.size()); }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_values[size_t(index.row())]) : QVariant();
    }

private:
    std::vector<double> m_values;
};

void sortOurs(const RunTablePtr &table)
{
    RowOrderRequest request;
    request.table = table;
    request.view = ViewType::Active;
    request.keys = {expect(parseSortKey(u"metrics.loss:desc"))};
    SilentJob job;
    report(Work, measure(11, [&] { expect(computeRowOrder(request, job)); }));
}

void sortWithProxy(const RunTablePtr &table)
{
    NumbersModel model(table->numbers({ColumnGroup::Metric, u"loss"_s})->toDense(Rows));
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    std::vector<double> seconds;
    for (int i = 0; i < 4; ++i) {
        proxy.sort(-1); // the model's own order
        seconds.push_back(secondsOf([&] { proxy.sort(0, Qt::DescendingOrder); }));
    }
    seconds.erase(seconds.begin());
    report(Work, timesOf(std::move(seconds)), {}, u"QSortFilterProxyModel"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (!Works(argc, argv).wants(Work))
        return 0;
    const RunTablePtr table = makeTable();
    sortOurs(table);
    sortWithProxy(table);
    return 0;
}
