// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/table/runtable.h"

#include <optional>

namespace Assay {

// Which params go together with a metric, over some runs. Association, never cause: a param that was set differently by
// whoever tried something else comes out as strong as the one that did it.
//
// Everything is done on ranks (ties share their mean), so that no unit and no outlier decides, and on one scale: the share
// of the variance of the metric's ranks that goes with the param. For params that are numbers in every run that is the square
// of Spearman's rho, for all others the correlation ratio eta² (what the means of the groups of equal texts account for). Many
// different values explain much by chance alone, so both are adjusted as R² is: 1 − (1 − R²)(n − 1)/(n − k), with k = 2 for
// numbers and the number of different texts else, and never below 0.
//
// Runs without the metric, or with NaN, are left out of all; runs without a param are left out of its row, whose n tells it.

// How the runs are parted into two groups, whose values are shown beside each other; the ranking does not depend on it.
struct AssociationSplit {
    enum class Kind {
        Median, // those with more than the median of the metric, and the others
        Best,   // the best `count`, by what the metric's name says is good (the greatest where it says nothing), and the rest
        Given,  // `rows`, and the rest
    };

    Kind kind = Kind::Median;
    qsizetype count = 10;
    std::vector<uint32_t> rows = {};
};

// What the runs of one group have for a param.
struct GroupValues {
    qsizetype count = 0; // runs that have it
    std::optional<double> median = {}, least = {}, greatest = {}; // of a param of numbers
    QString common = {}; // the text that most have, the first in code point order of several
    qsizetype commonCount = 0;
};

struct ParamAssociation {
    QString param;
    bool isNumeric = false;
    qsizetype n = 0;       // runs with the param and the metric
    qsizetype missing = 0; // runs with the metric alone
    qsizetype distinct = 0;
    double rho = 0;        // Spearman's, of numbers
    double share = 0;      // rho² or eta², not adjusted
    double strength = 0;   // adjusted, 0 to 1; what the order is by
    GroupValues first = {}, second = {};
};

struct Association {
    ColumnKey metric;
    qsizetype n = 0;             // runs with the metric
    qsizetype withoutMetric = 0; // or with NaN
    qsizetype firstCount = 0, secondCount = 0; // of the groups
    std::optional<double> median = {};         // of the metric
    qsizetype constant = 0; // params with one value only, or in fewer than four runs: nothing can be said of them
    std::vector<ParamAssociation> params = {}; // the strongest first, then by key
};

// O(params × n log n); for a worker. Nothing is in it when the job was cancelled.
Association associate(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &metric, const AssociationSplit &split, const Job &job);

} // namespace Assay
