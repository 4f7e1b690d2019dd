// SPDX-License-Identifier: GPL-3.0-or-later
// Where the bins of a histogram begin: at numbers that people would have chosen.
#include "models/table/facet.h"

#include <QDateTime>

#include <cmath>

namespace Assay {

namespace {

constexpr double Bins = double(Facet::MaxBins);
constexpr double Minute = 60, Hour = 3600, Day = 86'400;
constexpr double Steps[] = {1, 2, 5, 10, 15, 30, Minute, 2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute,
                            Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day, 2 * Day, 7 * Day, 14 * Day};

// What was computed, or a single bin where doubles are too coarse for more.
std::vector<double> usable(std::vector<double> edges, double least, double most)
{
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    const bool fits = edges.size() >= 2 && edges.size() <= Facet::MaxBins + 1 && edges.front() <= least && edges.back() >= most
        && std::is_sorted(edges.begin(), edges.end()) && std::isfinite(edges.front()) && std::isfinite(edges.back());
    return fits ? edges : std::vector<double>{least, most};
}

// mantissa * 10^exponent with one rounding, so that 0.3 is 0.3.
double decimal(double mantissa, int exponent)
{
    return (exponent < 0 ? mantissa / std::pow(10.0, -exponent) : mantissa * std::pow(10.0, exponent)) + 0.0;
}

std::vector<double> evenEdges(double least, double most, double mantissa, int exponent, bool isBeyond)
{
    const double step = decimal(mantissa, exponent);
    const double first = std::floor(least / step);
    double last = std::ceil(most / step);
    if (decimal((last - 1) * mantissa, exponent) >= most) // the division was rounded up
        --last;
    if (isBeyond && last * step <= most)
        ++last;
    std::vector<double> edges;
    if (!(last - first <= Bins))
        return edges;
    for (int i = 0; i <= int(last - first); ++i)
        edges.push_back(decimal((first + i) * mantissa, exponent));
    return edges;
}

// Month by month, or in steps of years; local midnights in milliseconds.
std::vector<double> calendarEdges(const QDateTime &least, double most, const QTimeZone &zone, int months)
{
    const int month = least.date().year() * 12 + least.date().month() - 1;
    std::vector<double> edges;
    for (int at = month - month % months; edges.size() <= Facet::MaxBins + 1; at += months) {
        edges.push_back(double(QDateTime(QDate(at / 12, at % 12 + 1, 1), QTime(0, 0), zone).toMSecsSinceEpoch()));
        if (edges.back() > most)
            break;
    }
    return edges;
}

} // namespace

std::vector<double> numberEdges(double least, double most, bool isWhole)
{
    const double rough = most / Bins - least / Bins;
    int exponent = rough > 0 ? int(std::floor(std::log10(rough))) : -320;
    if (isWhole)
        exponent = std::max(exponent, 0);
    for (int tries = 0; rough > 0 || isWhole ? tries < 4 : false; ++tries, ++exponent) {
        for (double mantissa : {1.0, 2.0, 5.0}) {
            auto edges = evenEdges(least, most, mantissa, exponent, isWhole);
            if (!edges.empty())
                return usable(std::move(edges), least, most);
        }
    }
    return {least, most};
}

std::vector<double> decadeEdges(double least, double most)
{
    const int first = int(std::floor(std::log10(least))), last = int(std::ceil(std::log10(most))) + 1;
    const bool isFine = (last - first) * 3 <= int(Facet::MaxBins);
    const int stride = isFine ? 1 : (last - first) / int(Facet::MaxBins) + 1;
    std::vector<double> edges;
    for (int exponent = first; exponent <= last + stride; exponent += stride) {
        edges.push_back(decimal(1, exponent));
        if (isFine) {
            edges.push_back(decimal(2, exponent));
            edges.push_back(decimal(5, exponent));
        }
    }
    const auto begin = std::upper_bound(edges.begin(), edges.end(), least) - 1;
    const auto end = std::upper_bound(edges.begin(), edges.end(), most);
    if (begin < edges.begin() || end == edges.end())
        return {least, most};
    return usable({begin, end + 1}, least, most);
}

std::vector<double> spanEdges(double least, double most)
{
    if (most - least < Bins / 10)
        return numberEdges(least, most, false);
    for (double step : Steps) {
        auto edges = evenEdges(least, most, step, 0, false);
        if (!edges.empty())
            return usable(std::move(edges), least, most);
    }
    const auto days = numberEdges(std::floor(least / Day), std::ceil(most / Day), true);
    std::vector<double> edges;
    for (double day : days)
        edges.push_back(day * Day);
    return usable(std::move(edges), least, most);
}

std::vector<double> wideSpanEdges(double least, double most)
{
    const double known[] = {0, 0.01, 0.1, 1, 5, 15, Minute, 5 * Minute, 15 * Minute, Hour, 3 * Hour, 12 * Hour, Day, 3 * Day, 7 * Day, 30 * Day, 90 * Day,
                            365 * Day, 1000 * Day, 10'000 * Day};
    const auto begin = std::upper_bound(std::begin(known), std::end(known), least);
    const auto end = std::upper_bound(begin, std::end(known), most);
    if (begin == std::begin(known) || end == std::end(known))
        return spanEdges(least, most);
    return usable({begin - 1, end + 1}, least, most);
}

std::vector<double> timeEdges(double least, double most, const QTimeZone &zone)
{
    if (!(std::fabs(least) < 8e15 && std::fabs(most) < 8e15)) // a date that no calendar has
        return numberEdges(least, most, true);
    if (most - least < 2000)
        return numberEdges(least, most, true);
    const auto first = QDateTime::fromMSecsSinceEpoch(qint64(least), zone);
    const double midnight = double(QDateTime(first.date(), QTime(0, 0), zone).toMSecsSinceEpoch());
    for (double step : Steps) {
        if (step > Day)
            break;
        auto edges = evenEdges(least - midnight, most - midnight, step * 1000, 0, true);
        for (double &edge : edges)
            edge += midnight;
        if (!edges.empty())
            return usable(std::move(edges), least, most);
    }
    for (int months : {1, 3, 12, 24, 60, 120, 1200, 12'000}) {
        if (first.date().year() < 1)
            break;
        auto edges = calendarEdges(first, most, zone, months);
        if (edges.size() <= Facet::MaxBins + 1 && edges.back() > most)
            return usable(std::move(edges), least, most);
    }
    return numberEdges(least, most, true);
}

} // namespace Assay
