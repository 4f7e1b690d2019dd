// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartcolumn.h"
#include "widgets/chart/cardview.h"

#include <cmath>

namespace Assay::Testing {

inline ChartColumn numberColumn(const QString &title, const std::vector<double> &values)
{
    ChartColumn column;
    column.title = title;
    for (double value : values) {
        const bool isFinite = std::isfinite(value);
        column.values.push_back(isFinite ? value : ChartColumn::None);
        column.states.push_back(isFinite ? CellState::Value : std::isnan(value) ? CellState::Absent : value < 0 ? CellState::MinusInfinite : CellState::PlusInfinite);
    }
    return column;
}

inline ChartColumn textColumn(const QString &title, const QStringList &texts, const std::vector<double> &places)
{
    ChartColumn column = numberColumn(title, places);
    column.kind = ChartColumn::Kind::Text;
    column.texts = texts;
    return column;
}

// 60 invented runs: a learning rate over decades, an optimizer, a depth, and a loss that follows them.
struct InventedRuns {
    ChartColumn rate, optimizer, depth, loss, score;
    CardRuns runs;

    explicit InventedRuns(int count = 60)
    {
        using namespace Qt::StringLiterals;
        std::vector<double> rates, optimizers, depths, losses, scores;
        uint32_t state = 7;
        const auto draw = [&state] { return double((state = state * 1'664'525u + 1'013'904'223u) >> 8) / 16'777'216.0; };
        for (int i = 0; i < count; ++i) {
            rates.push_back(std::pow(10, -4 + 3 * draw()));
            optimizers.push_back(std::floor(draw() * 3));
            depths.push_back(2 + std::floor(draw() * 5));
            losses.push_back(0.2 + 0.15 * std::pow(std::log10(rates.back()) + 2.5, 2) + 0.05 * optimizers.back() + 0.1 * draw());
            scores.push_back(i % 9 == 4 ? ChartColumn::None : 1 - losses.back() / 2 + 0.05 * draw());
            runs.names.append(u"run %1"_s.arg(i));
            runs.colors.push_back(i < 8 ? i : -1);
        }
        rate = numberColumn(u"params.lr"_s, rates);
        optimizer = textColumn(u"params.optimizer"_s, {u"adam"_s, u"rmsprop"_s, u"sgd"_s}, optimizers);
        depth = numberColumn(u"params.depth"_s, depths);
        depth.isWhole = true;
        loss = numberColumn(u"metrics.val_loss"_s, losses);
        score = numberColumn(u"metrics.score"_s, scores);
    }
};

} // namespace Assay::Testing
