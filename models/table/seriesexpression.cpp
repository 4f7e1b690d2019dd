// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/seriesexpression.h"

#include "models/table/queryast.h"
#include "models/table/queryvalues.h"
#include "models/table/runtablebuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Assay {

using QueryAst::Function;
using QueryAst::Value;

namespace {

struct SeriesText {
    Q_DECLARE_TR_FUNCTIONS(SeriesExpression)
};

// The points of the answer before they have values, and where each metric's value of a point stands in its history.
struct PointGrid {
    std::vector<qint64> steps;
    std::vector<qint64> timestamps;
    QHash<QString, std::vector<uint32_t>> places;

    size_t size() const { return steps.size(); }
};

// The latest point of each step, by step.
std::vector<uint32_t> latestPlaces(const MetricSeries &series)
{
    const auto isGreater = [&](uint32_t a, uint32_t b) { // NaN lies below every number, as in the latest value of a metric
        return std::isnan(series.values[b]) ? !std::isnan(series.values[a]) : series.values[a] > series.values[b];
    };
    std::vector<uint32_t> latest;
    for (const uint32_t place : stepOrder(series)) {
        if (latest.empty() || series.steps[place] != series.steps[latest.back()])
            latest.push_back(place);
        else if (series.timestamps[place] > series.timestamps[latest.back()] || isGreater(place, latest.back()))
            latest.back() = place;
    }
    return latest;
}

using Histories = QHash<QString, std::shared_ptr<const MetricSeries>>;

PointGrid gridOf(const QStringList &metrics, const Histories &histories)
{
    PointGrid grid;
    const MetricSeries &first = *histories.value(metrics.first());
    std::vector<uint32_t> kept = metrics.size() == 1 ? stepOrder(first) : latestPlaces(first);
    for (qsizetype i = 1; i < metrics.size(); ++i) {
        const MetricSeries &series = *histories.value(metrics.at(i));
        const std::vector<uint32_t> own = latestPlaces(series);
        std::vector<uint32_t> both, stayed;
        auto at = own.begin();
        std::vector<size_t> places;
        for (size_t k = 0; k < kept.size(); ++k) {
            at = std::find_if(at, own.end(), [&](uint32_t place) { return series.steps[place] >= first.steps[kept[k]]; });
            if (at == own.end() || series.steps[*at] != first.steps[kept[k]])
                continue;
            both.push_back(kept[k]);
            stayed.push_back(*at);
            places.push_back(k);
        }
        for (std::vector<uint32_t> &others : grid.places) {
            std::vector<uint32_t> rest;
            for (const size_t place : places)
                rest.push_back(others[place]);
            others = std::move(rest);
        }
        grid.places.insert(metrics.at(i), std::move(stayed));
        kept = std::move(both);
    }
    for (const uint32_t place : kept) {
        grid.steps.push_back(first.steps[place]);
        grid.timestamps.push_back(first.timestamps[place]);
    }
    for (auto it = grid.places.cbegin(); it != grid.places.cend(); ++it) {
        const MetricSeries &series = *histories.value(it.key());
        for (size_t i = 0; i < grid.size(); ++i)
            grid.timestamps[i] = std::max(grid.timestamps[i], series.timestamps[it.value()[i]]);
    }
    grid.places.insert(metrics.first(), std::move(kept));
    return grid;
}

// A value at every point, absent where there is none, or the same one at all.
struct PointValues {
    std::vector<double> values; // empty: constant
    double constant = 0;

    double at(size_t i) const { return values.empty() ? constant : values[i]; }
};

class SeriesEvaluator
{
public:
    SeriesEvaluator(const PointGrid &grid, const Histories &histories, QueryValues &ofRun)
        : m_grid(grid), m_histories(histories), m_ofRun(ofRun) {}

    PointValues evaluate(const Value &value)
    {
        switch (value.kind) {
        case Value::Kind::Key:
            if (value.key.kind == QueryKey::Kind::Stored && value.key.column.group == ColumnGroup::Metric)
                return points(value.key.column.name);
            break;
        case Value::Kind::Negate: return mapped(evaluate(*value.left), [](double x) { return -x; });
        case Value::Kind::Call:
            if (value.function != Function::Last && value.function != Function::Length)
                return call(value);
            break;
        case Value::Kind::Add: return combined(value, [](double a, double b) { return a + b; });
        case Value::Kind::Subtract: return combined(value, [](double a, double b) { return a - b; });
        case Value::Kind::Multiply: return combined(value, [](double a, double b) { return a * b; });
        case Value::Kind::Divide: return combined(value, [](double a, double b) { return a / b; });
        default: break;
        }
        return {{}, m_ofRun.numbers(value).at(0)};
    }

private:
    PointValues points(const QString &metric)
    {
        const MetricSeries &series = *m_histories.value(metric);
        PointValues result;
        for (const uint32_t place : m_grid.places.value(metric))
            result.values.push_back(canonicalNaN(series.values[place]));
        return result;
    }

    template <typename F>
    PointValues mapped(PointValues input, F f)
    {
        const auto one = [&](double value) { return NumberTraits::isAbsent(value) ? value : canonicalNaN(f(value)); };
        input.constant = one(input.constant);
        for (double &value : input.values)
            value = one(value);
        return input;
    }

    // Times are in milliseconds and spans in seconds where a query is constant over the points; among points only numbers meet.
    template <typename F>
    PointValues combined(const Value &value, F f)
    {
        const PointValues left = evaluate(*value.left), right = evaluate(*value.right);
        if (left.values.empty() && right.values.empty())
            return {{}, m_ofRun.numbers(value).at(0)};
        PointValues result;
        result.values.resize(m_grid.size());
        for (size_t i = 0; i < m_grid.size(); ++i) {
            const double a = left.at(i), b = right.at(i);
            result.values[i] = NumberTraits::isAbsent(a) || NumberTraits::isAbsent(b) ? NumberTraits::absent : canonicalNaN(f(a, b));
        }
        return result;
    }

    PointValues call(const Value &value)
    {
        if (const auto function = QueryAst::elementary(value.function))
            return mapped(evaluate(*value.left), function);
        PointValues inner = evaluate(*value.left);
        switch (value.function) {
        case Function::Difference: return differences(std::move(inner));
        case Function::CumulativeSum: return sums(std::move(inner));
        case Function::MovingAverage: return averages(std::move(inner), value.argument);
        default: return inner; // num() is the value itself
        }
    }

    // A value that is the same at all points, as one at each.
    void spread(PointValues &values) const
    {
        if (values.values.empty())
            values.values.assign(m_grid.size(), values.constant);
    }

    PointValues differences(PointValues values)
    {
        spread(values);
        for (size_t i = values.values.size(); i-- > 0;) {
            const double now = values.values[i], before = i > 0 ? values.values[i - 1] : NumberTraits::absent;
            const bool isAbsent = NumberTraits::isAbsent(now) || NumberTraits::isAbsent(before);
            values.values[i] = isAbsent ? NumberTraits::absent : canonicalNaN(now - before);
        }
        return values;
    }

    PointValues sums(PointValues values)
    {
        spread(values);
        double sum = 0;
        for (double &value : values.values) {
            if (std::isnan(value)) // absent too
                continue;
            sum += value;
            value = canonicalNaN(sum);
        }
        return values;
    }

    PointValues averages(PointValues values, double weight)
    {
        spread(values);
        double sum = 0, rest = 1; // rest: weight^n
        for (double &value : values.values) {
            if (!std::isfinite(value))
                continue;
            sum = weight * sum + (1 - weight) * value;
            rest *= weight;
            value = sum / (1 - rest);
        }
        return values;
    }

    const PointGrid &m_grid;
    const Histories &m_histories;
    QueryValues &m_ofRun;
};

} // namespace

bool SeriesExpression::isPlain() const
{
    return root && root->kind == Value::Kind::Key;
}

Result<MetricSeries> evaluateSeries(const SeriesExpression &expression, const Run &run, const Histories &histories,
                                    const QueryClock &clock, Job &job)
{
    for (const QString &metric : expression.drawn)
        if (!histories.value(metric))
            return Error{ErrorCode::NotFound, SeriesText::tr("The run has no metric “%1”.").arg(metric.left(200)), {}};
    RunTableBuilder builder;
    builder.add(run);
    const RunTablePtr table = builder.finish();
    HistoryValues ofRun(table);
    for (const QString &metric : expression.metrics) {
        QList<qint64> steps;
        for (const HistoryCall &call : QueryAst::historyCalls(*expression.root))
            if (call.metric == metric && call.function == HistoryFunction::AtStep)
                steps.append(call.step);
        if (const auto series = histories.value(metric))
            ofRun.add(0, *series, steps);
    }
    const PointGrid grid = gridOf(expression.drawn, histories);
    if (grid.size() == 0)
        return Error{ErrorCode::NotFound, SeriesText::tr("The metrics share no step: %1.").arg(expression.drawn.join(u", ").left(200)), {}};
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, {}, {}};
    QueryValues values(*table, ofRun, clock);
    const PointValues points = SeriesEvaluator(grid, histories, values).evaluate(*expression.root);
    MetricSeries series;
    series.key = expression.text;
    for (size_t i = 0; i < grid.size(); ++i)
        if (const double value = points.at(i); !NumberTraits::isAbsent(value))
            series.add(grid.steps[i], grid.timestamps[i], value);
    if (series.size() == 0)
        return Error{ErrorCode::NotFound, SeriesText::tr("The run has no value of %1.").arg(expression.text.left(200)), {}};
    return series;
}

} // namespace Assay
