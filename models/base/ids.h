// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Assay {

// A text that names one kind of thing, so that a run's id cannot be passed where an experiment's is meant.
template <typename Tag>
struct Id {
    QString value;

    Id() = default;
    explicit Id(QString text) : value(std::move(text)) {}

    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using RunId = Id<struct RunIdTag>;
using ExperimentId = Id<struct ExperimentIdTag>;

// Where a run stands. A hand-merged store can hold one run id under two experiments, and an experiment both live and in
// the trash, so the run id alone does not name a run.
struct RunRef {
    ExperimentId experiment;
    RunId run;

    friend bool operator==(const RunRef &, const RunRef &) = default;
    friend size_t qHash(const RunRef &ref, size_t seed = 0) { return qHashMulti(seed, ref.experiment, ref.run); }
};

// One metric of one run.
struct SeriesKey {
    RunRef run;
    QString metric;

    friend bool operator==(const SeriesKey &, const SeriesKey &) = default;
    friend size_t qHash(const SeriesKey &key, size_t seed = 0) { return qHashMulti(seed, key.run, key.metric); }
};

} // namespace Assay
