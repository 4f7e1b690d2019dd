// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

// Statistics of finite numbers: callers leave out NaN and infinities, and say how many. Sums are taken of scaled values, so
// that ±1.8e308 does not overflow where the result fits into a double. Any thread.
namespace Assay {

// A power of two that brings the greatest of the absolute values to [0.5, 1); 1 when all are 0. Dividing by it is exact.
double commonScale(std::span<const double> values);

// By linear interpolation between order statistics at (n − 1)p: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical
// Packages", The American Statistician 50 (1996); the default of numpy and R. `sorted` is not empty, p in [0, 1].
double quantile(std::span<const double> sorted, double p);

double mean(std::span<const double> values);              // of at least one
double standardDeviation(std::span<const double> values); // with n − 1; 0 for fewer than two

// Tukey's box: quartiles as above; the whiskers end at the last values within 1.5 times the quartiles' distance of the box;
// what lies beyond is an outlier.
struct BoxSummary {
    qsizetype count = 0;
    double least = 0, most = 0;
    double lowerQuartile = 0, median = 0, upperQuartile = 0;
    double lowWhisker = 0, highWhisker = 0;
    double mean = 0, deviation = 0;
    std::vector<double> outliers; // ascending

    friend bool operator==(const BoxSummary &, const BoxSummary &) = default;
};
std::optional<BoxSummary> boxSummary(std::span<const double> values); // nothing for no values

// A Gaussian kernel density at `points` even places from the least value − 3 bandwidths to the greatest + 3. The bandwidth is
// Silverman's rule of thumb, 0.9 min(s, IQR / 1.34) n^(−1/5) (Silverman, "Density Estimation", 1986, eq. 3.31; R's bw.nrd0,
// whose fall-back for an IQR of 0 is s alone). Nothing when all values are equal or there are fewer than two.
// O(values × points).
struct DensityCurve {
    double bandwidth = 0;
    std::vector<double> places;
    std::vector<double> density;
};
std::optional<DensityCurve> kernelDensity(std::span<const double> values, int points = 128);

// Sums of squares and of products of the distances to the means, all of values divided by their scales.
struct CentredSums {
    double xScale = 1, yScale = 1;
    double xMean = 0, yMean = 0;
    double xx = 0, yy = 0, xy = 0;
};
CentredSums centredSums(std::span<const double> x, std::span<const double> y); // of as many, at least one
// The coefficient of product-moment correlation of pairs; nothing for fewer than three pairs or where one side is constant.
std::optional<double> pearson(std::span<const double> x, std::span<const double> y);
// The same of the ranks: how far one rises whenever the other does.
std::optional<double> spearman(std::span<const double> x, std::span<const double> y);

} // namespace Assay
