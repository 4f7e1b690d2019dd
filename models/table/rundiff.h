// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/table/runtable.h"

#include <QList>

#include <optional>
#include <variant>
#include <vector>

namespace Assay {

// The first five are in the run itself; the others are told from its tags (code) and its artifacts.
enum class DiffSection { Params, Metrics, Tags, Info, Datasets, Environment, Code, Signature, Artifacts };

inline constexpr DiffSection AllDiffSections[] = {DiffSection::Params, DiffSection::Metrics, DiffSection::Tags,
                                                  DiffSection::Info, DiffSection::Datasets, DiffSection::Environment,
                                                  DiffSection::Code, DiffSection::Signature, DiffSection::Artifacts};
QString diffSectionName(DiffSection section); // "params", as assayctl writes it
inline bool isRecorded(DiffSection section) { return section <= DiffSection::Datasets; }
inline bool needsArtifacts(DiffSection section)
{
    return section == DiffSection::Environment || section == DiffSection::Signature || section == DiffSection::Artifacts;
}

// Not absent: nobody has looked. Such a value is neither the same as another nor different.
struct DiffUnread {
    friend bool operator==(const DiffUnread &, const DiffUnread &) = default;
};

// Absent, a text, a number, or an integer: a time in milliseconds (Info), a size in bytes (Artifacts).
using DiffValue = std::variant<std::monostate, QString, double, qint64, DiffUnread>;

// The value as a number: a number or integer itself, a param's or tag's text when the whole of it is one.
std::optional<double> diffNumber(const DiffValue &value);

// b − a, rounded to the decimals that the two are written with, where that is exact: 0.01 − 0.1 is −0.09.
double decimalDifference(double a, double b);

// How far apart two numbers may be and still count as equal; metrics and params that are numbers.
struct DiffTolerance {
    enum class Kind { Exact, Absolute, Relative };

    Kind kind = Kind::Exact;
    double amount = 0; // Relative: of the greater of the two magnitudes, 0.01 is 1 %

    bool covers(double a, double b) const; // never with a NaN or an infinity
    friend bool operator==(const DiffTolerance &, const DiffTolerance &) = default;
};
// "0.01", "1e-6" are absolute, "1%" and "0.5 %" relative, an empty text and 0 exact; nothing for anything else.
std::optional<DiffTolerance> parseTolerance(QStringView text);
QString toleranceText(const DiffTolerance &tolerance); // reads back the same; empty for exact

// One key of all compared runs; RunDiff tells its values.
struct DiffRow {
    DiffSection section = DiffSection::Params;
    QString key;
    bool equal = true; // every run's value is the baseline's: texts by their text, metrics as numbers (NaN equals NaN)
    std::shared_ptr<const Column> column = nullptr; // whose cells are the values, else
    std::vector<DiffValue> own = {};                // one for each run
};

// Which numbers of a row stand out. Unset where the row has fewer than two different numbers.
struct DiffMarks {
    std::optional<double> least;
    std::optional<double> greatest;
    std::optional<double> best; // of metrics whose name tells which values are the good ones
};

// The comparison of some runs. Values of a table are looked up in its columns and never copied, so that 1,000 runs with
// 2,000 params cost what their keys cost. Immutable once it is shared.
class RunDiff
{
public:
    RunDiff() = default;
    // Every key that any of the runs has, by section in the order above, then by key in code point order. Data sets stand
    // under their name (with the context in brackets where one is recorded) and have their digest as value.
    // `baseline` is an index into the runs.
    static RunDiff ofRuns(const QList<Run> &runs, qsizetype baseline, const DiffTolerance &tolerance = {});
    // The same for rows of a table, where they are many. Nothing is in it when the job was cancelled.
    static RunDiff ofTable(const RunTablePtr &table, std::vector<uint32_t> tableRows, qsizetype baseline,
                           const DiffTolerance &tolerance, const Job &job);

    // Rows with values of their own, put behind those that are there; `equal` is found out here.
    void append(std::vector<DiffRow> rows);

    qsizetype runCount() const { return m_runCount; }
    qsizetype baseline() const { return qsizetype(m_baseline); }
    const DiffTolerance &tolerance() const { return m_tolerance; }
    const std::vector<DiffRow> &rows() const { return m_rows; }

    DiffValue value(const DiffRow &row, qsizetype run) const;
    // To the baseline's value where both are finite numbers; none for the baseline itself.
    std::optional<double> delta(const DiffRow &row, qsizetype run) const;
    bool equalsBaseline(const DiffRow &row, qsizetype run) const;
    DiffMarks marks(const DiffRow &row) const; // O(runs)

private:
    bool same(const DiffRow &row, const DiffValue &a, const DiffValue &b) const;
    bool areSame(DiffSection section, const TextColumn &column, uint32_t a, uint32_t b) const;
    bool isEqual(const DiffRow &row) const;

    RunTablePtr m_table;
    std::vector<uint32_t> m_tableRows; // of the runs; empty where every row has values of its own
    qsizetype m_runCount = 0;
    size_t m_baseline = 0;
    DiffTolerance m_tolerance;
    std::vector<DiffRow> m_rows;
};

} // namespace Assay
