// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"

namespace Assay {

struct FacetValue {
    QString text;
    qsizetype count = 0;

    friend bool operator==(const FacetValue &, const FacetValue &) = default;
};

// from <= value < to; the last one holds `to`, too, unless the values are whole numbers.
struct FacetBin {
    double from = 0;
    double to = 0;
    qsizetype count = 0;

    friend bool operator==(const FacetBin &, const FacetBin &) = default;
};

// What one column holds over some rows: the frequencies of its texts, or a histogram of its numbers. A column of params or
// tags that are all numbers is a histogram when it has more different texts than a histogram has bins.
struct Facet {
    static constexpr size_t MaxBins = 24;

    enum class Kind { Values, Numbers, Spans, Times }; // Spans: seconds; Times: milliseconds since 1970 UTC

    ColumnKey key;
    Kind kind = Kind::Values;
    qsizetype rows = 0;
    qsizetype absent = 0;
    qsizetype nan = 0;
    qsizetype minusInfinite = 0;
    qsizetype plusInfinite = 0;

    std::vector<FacetValue> values; // the most frequent first, equal ones by code points; at most as many as asked for
    qsizetype distinct = 0;         // different texts
    qsizetype found = 0;            // of them, those that contain what was searched for

    std::vector<FacetBin> bins;     // without gaps, the edges written with few digits; none when there is no finite number
    bool isWhole = false;           // every finite number is a whole one (of less than 2^53), and not a span
};

struct FacetRequest {
    RunTablePtr table;
    std::vector<uint32_t> rows; // each at most once
    ColumnKey key;              // duration and age as well
    QString search;             // only texts that contain it, in any case
    qsizetype limit = 200;      // of values
    QueryClock clock;           // for ages, the duration of what still runs, and where days begin
};

// O(rows + distinct texts). Any thread; polls `job` and returns Canceled.
Result<Facet> computeFacet(const FacetRequest &request, Job &job);

// Edges of at most Facet::MaxBins bins that cover least to most (finite, least <= most).
std::vector<double> numberEdges(double least, double most, bool isWhole);
std::vector<double> decadeEdges(double least, double most); // for values above 0 that span many orders of magnitude
std::vector<double> spanEdges(double least, double most);   // seconds, in steps of seconds, minutes, hours, days
std::vector<double> wideSpanEdges(double least, double most); // for spans of seconds and of days together; not below 0
std::vector<double> timeEdges(double least, double most, const QTimeZone &zone); // milliseconds; days begin as in `zone`

} // namespace Assay
