// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/chart/regressionforest.h"

namespace Assay {

// How much of a metric's variation a model of the params loses when it no longer knows one of them.
struct Importance {
    struct Param {
        qsizetype column = 0;               // of the request's
        double mean = 0;                    // loss of R² when this param's values are shuffled, over the repeats
        double deviation = 0;               // over the repeats, with n − 1
        std::optional<double> correlation;  // Spearman with the metric; none for texts
        qsizetype correlated = 0;           // runs it was taken of
    };
    std::vector<Param> params; // the greatest mean first
    double rSquared = 0;       // of the model on runs it was not trained on, mean over the repeats; may be below 0
    double rSquaredDeviation = 0;
    qsizetype runs = 0;        // that were used
    qsizetype candidates = 0;  // that have the metric as a finite number
    qsizetype constant = 0;    // params left out as they are the same in all of these runs
    qsizetype beyond = 0;      // params left out as there are more than MostParams
};

struct ImportanceRequest {
    static constexpr qsizetype LeastRuns = 10;
    static constexpr qsizetype MostRuns = 2000;  // of more, so many at random
    static constexpr qsizetype MostParams = 60;  // those with the strongest rank correlation or difference of means first

    ChartColumn metric;
    std::vector<ChartColumn> params; // of the same runs
    int repeats = 10;
    int folds = 5;
    uint64_t seed = 1;
};

// Permutation importance (Breiman, "Random Forests", Machine Learning 45 (2001); Fisher, Rudin, Dominici, JMLR 20 (2019)) of
// extremely randomised trees: in each repeat the runs are cut into folds anew, each fold is predicted by a forest of the
// others, and the R² of these predictions is compared with that after shuffling one param among the runs. So the deviation
// holds what folds, forests and shuffles change. It is association, not cause; of params that say the same each has a part.
// Errors: InvalidArgument, with a sentence, for fewer than LeastRuns runs, a constant metric, or no param that varies;
// Canceled. Any thread.
Result<Importance> paramImportance(const ImportanceRequest &request, const Job &job);

} // namespace Assay
