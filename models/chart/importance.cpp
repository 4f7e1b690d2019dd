// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/importance.h"

#include "models/base/ranks.h"
#include "models/chart/statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Assay {

namespace {

QString translated(const char *text, qsizetype n = -1)
{
    return QCoreApplication::translate("Importance", text, nullptr, int(n));
}

Error refusal(const QString &message)
{
    return {ErrorCode::InvalidArgument, message, {}};
}

struct Side {
    std::vector<double> x, y;
};

// Param and metric of the runs that have both.
Side pairsOf(const ChartColumn &column, const ChartColumn &metric, const std::vector<uint32_t> &runs)
{
    Side side;
    for (uint32_t run : runs) {
        if (!column.has(run))
            continue;
        side.x.push_back(column.values[run]);
        side.y.push_back(metric.values[run]);
    }
    return side;
}

// How much of the ranks' variation lies between the texts (adjusted for their number), as a share of 0 to 1.
double textAssociation(const Side &side, qsizetype texts)
{
    const std::vector<double> ranks = meanRanks(side.y);
    std::vector<double> sums(size_t(texts), 0), counts(size_t(texts), 0);
    for (size_t i = 0; i < ranks.size(); ++i) {
        sums[size_t(side.x[i])] += ranks[i];
        ++counts[size_t(side.x[i])];
    }
    const auto n = double(ranks.size());
    double between = 0, groups = 0;
    for (size_t i = 0; i < sums.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const double distance = sums[i] / counts[i] - (n + 1) / 2;
        between += counts[i] * distance * distance;
        ++groups;
    }
    const double all = std::pow(standardDeviation(ranks), 2) * (n - 1);
    if (!(all > 0) || n <= groups)
        return 0;
    return std::sqrt(std::max(0.0, 1 - (1 - between / all) * (n - 1) / (n - groups)));
}

double association(const ChartColumn &column, const Side &side)
{
    if (side.x.size() < 3)
        return 0;
    return column.isText() ? textAssociation(side, column.texts.size()) : std::fabs(spearman(side.x, side.y).value_or(0));
}

bool isSame(const ChartColumn &column, const std::vector<uint32_t> &runs)
{
    return std::ranges::all_of(runs, [&](uint32_t run) {
        return column.has(run) == column.has(runs.front()) && (!column.has(run) || column.values[run] == column.values[runs.front()]);
    });
}

std::vector<uint32_t> chooseRuns(const ChartColumn &metric, std::mt19937_64 &random)
{
    std::vector<uint32_t> runs;
    for (uint32_t run = 0; run < metric.values.size(); ++run)
        if (metric.has(run))
            runs.push_back(run);
    if (qsizetype(runs.size()) > ImportanceRequest::MostRuns) {
        shuffle(runs, random);
        runs.resize(size_t(ImportanceRequest::MostRuns));
        std::sort(runs.begin(), runs.end());
    }
    return runs;
}

// Which params take part, and how the ranks of each go with the metric's.
std::vector<Importance::Param> chooseParams(const ImportanceRequest &request, const std::vector<uint32_t> &runs, Importance &result, const Job &job)
{
    std::vector<std::pair<double, Importance::Param>> all;
    for (size_t i = 0; i < request.params.size() && !job.isCanceled(); ++i) {
        const ChartColumn &column = request.params[i];
        if (isSame(column, runs)) {
            ++result.constant;
            continue;
        }
        Importance::Param param;
        param.column = qsizetype(i);
        const Side side = pairsOf(column, request.metric, runs);
        param.correlated = qsizetype(side.x.size());
        if (!column.isText())
            param.correlation = spearman(side.x, side.y);
        all.emplace_back(association(column, side), param);
    }
    std::ranges::stable_sort(all, [](const auto &a, const auto &b) { return a.first > b.first; });
    if (qsizetype(all.size()) > ImportanceRequest::MostParams) {
        result.beyond = qsizetype(all.size()) - ImportanceRequest::MostParams;
        all.resize(size_t(ImportanceRequest::MostParams));
    }
    std::vector<Importance::Param> params;
    for (const auto &[strength, param] : all)
        params.push_back(param);
    return params;
}

ForestData forestData(const ImportanceRequest &request, const std::vector<uint32_t> &runs, const std::vector<Importance::Param> &params)
{
    ForestData data;
    for (uint32_t run : runs)
        data.target.push_back(request.metric.values[run]);
    const double scale = commonScale(data.target);
    for (double &value : data.target)
        value /= scale;
    const double middle = mean(data.target); // sums of squares lose nothing to an offset
    for (double &value : data.target)
        value -= middle;
    for (const Importance::Param &param : params) {
        const ChartColumn &column = request.params[size_t(param.column)];
        ForestData::Feature feature;
        feature.isText = column.isText();
        for (uint32_t run : runs)
            feature.values.push_back(column.has(run) ? column.values[run] : ChartColumn::None);
        data.features.push_back(std::move(feature));
    }
    return data;
}

// One division into folds, one forest for each.
class Round
{
public:
    Round(const ForestData &data, int folds, std::mt19937_64 &random, const Job &job) : m_data(data), m_foldOf(data.target.size())
    {
        std::vector<uint32_t> order(data.target.size());
        std::iota(order.begin(), order.end(), 0u);
        shuffle(order, random);
        for (size_t i = 0; i < order.size(); ++i)
            m_foldOf[order[i]] = uint32_t(i % size_t(folds));
        for (uint32_t fold = 0; fold < uint32_t(folds); ++fold) {
            std::vector<uint32_t> others;
            for (uint32_t row = 0; row < m_foldOf.size(); ++row)
                if (m_foldOf[row] != fold)
                    others.push_back(row);
            m_forests.push_back(RegressionForest::train(data, others, {}, random, job));
        }
        double sum = 0;
        for (double value : data.target)
            sum += value;
        for (double value : data.target)
            m_total += std::pow(value - sum / double(data.target.size()), 2);
    }

    // R² of the predictions of rows by forests that did not see them; with `replaced`, with that feature of other rows.
    double score(int replaced = -1, const std::vector<uint32_t> &from = {}) const
    {
        double squares = 0;
        for (uint32_t row = 0; row < m_foldOf.size(); ++row) {
            const double guess = m_forests[m_foldOf[row]].predict(m_data, row, replaced, replaced < 0 ? row : from[row]);
            squares += (guess - m_data.target[row]) * (guess - m_data.target[row]);
        }
        return 1 - squares / m_total;
    }

private:
    const ForestData &m_data;
    std::vector<uint32_t> m_foldOf;
    std::vector<RegressionForest> m_forests;
    double m_total = 0;
};

} // namespace

Result<Importance> paramImportance(const ImportanceRequest &request, const Job &job)
{
    std::mt19937_64 random(request.seed);
    Importance result;
    result.candidates = request.metric.count(CellState::Value);
    const std::vector<uint32_t> runs = chooseRuns(request.metric, random);
    result.runs = qsizetype(runs.size());
    if (result.runs < ImportanceRequest::LeastRuns)
        return refusal(translated(QT_TRANSLATE_N_NOOP("Importance", "Importance needs at least 10 runs with %1; there are %n."), result.runs).arg(request.metric.title));
    if (isSame(request.metric, runs))
        return refusal(translated(QT_TRANSLATE_NOOP("Importance", "%1 is the same in all runs: there is nothing to explain.")).arg(request.metric.title));
    std::vector<Importance::Param> params = chooseParams(request, runs, result, job);
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, {}, {}};
    if (params.empty())
        return refusal(translated(QT_TRANSLATE_NOOP("Importance", "No param differs among the runs with %1.")).arg(request.metric.title));
    const ForestData data = forestData(request, runs, params);
    std::vector<double> scores;
    std::vector<std::vector<double>> losses(params.size());
    std::vector<uint32_t> from(runs.size());
    std::iota(from.begin(), from.end(), 0u);
    for (int repeat = 0; repeat < request.repeats; ++repeat) {
        const Round round(data, request.folds, random, job);
        scores.push_back(round.score());
        for (size_t i = 0; i < params.size(); ++i) {
            if (job.isCanceled())
                return Error{ErrorCode::Canceled, {}, {}};
            shuffle(from, random);
            losses[i].push_back(scores.back() - round.score(int(i), from));
        }
    }
    result.rSquared = mean(scores);
    result.rSquaredDeviation = standardDeviation(scores);
    for (size_t i = 0; i < params.size(); ++i) {
        params[i].mean = mean(losses[i]);
        params[i].deviation = standardDeviation(losses[i]);
    }
    std::ranges::stable_sort(params, [](const auto &a, const auto &b) { return a.mean > b.mean; });
    result.params = std::move(params);
    return result;
}

} // namespace Assay
