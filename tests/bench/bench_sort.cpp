// SPDX-License-Identifier: GPL-3.0-or-later
// sort-1m: the order of 1,000,000 rows by a metric, and what QSortFilterProxyModel takes for the same numbers.
// sort-3-keys-1m: by a param of 8 values, one of 100 and the metric.
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

constexpr QLatin1StringView Work{"sort-1m"}, ThreeKeys{"sort-3-keys-1m"};
constexpr int Rows = 1'000'000;

RunTablePtr makeTable()
{
    QRandomGenerator random(1);
    RunTableBuilder builder;
    const uint32_t column = builder.metricColumn("loss"), model = builder.paramColumn("model"), lr = builder.paramColumn("lr");
    for (int i = 0; i < Rows; ++i) {
        const std::string id = u"%1"_s.arg(i, 32, 16, QLatin1Char('0')).toStdString();
        RunCells cells;
        cells.runId = id;
        cells.experimentId = "0";
        cells.startTime = 1'700'000'000'000 + random.bounded(100'000'000);
        const uint32_t row = builder.addRun(cells);
        builder.setText(model, row, "model-" + std::to_string(random.bounded(8)));
        builder.setText(lr, row, std::to_string(random.bounded(100)));
        builder.setMetric(column, row, random.generateDouble());
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

void sortOurs(QLatin1StringView work, const RunTablePtr &table, std::initializer_list<QStringView> keys)
{
    RowOrderRequest request;
    request.table = table;
    request.view = ViewType::Active;
    for (const QStringView key : keys)
        request.keys.append(expect(parseSortKey(key)));
    SilentJob job;
    report(work, measure(11, [&] { expect(computeRowOrder(request, job)); }));
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
    const Works works(argc, argv);
    if (!works.wants(Work) && !works.wants(ThreeKeys))
        return 0;
    const RunTablePtr table = makeTable();
    if (works.wants(Work)) {
        sortOurs(Work, table, {u"metrics.loss:desc"});
        sortWithProxy(table);
    }
    if (works.wants(ThreeKeys))
        sortOurs(ThreeKeys, table, {u"params.model:asc", u"params.lr:desc", u"metrics.loss:desc"});
    return 0;
}
