// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/rungroups.h"
#include "models/table/roworder.h"

#include <QHash>
#include <QSet>

namespace Assay {

// What a group's cell says of its runs' numbers.
enum class GroupSummary { Mean, Median, Minimum, Maximum }; // Mean: mean ± standard deviation
QString groupSummaryName(GroupSummary summary); // "mean", "median", "min", "max": for settings, not translated
GroupSummary groupSummaryFromName(const QString &name); // Mean for others

// The groups of the runs that a table shows, with what its cells need of them, computed when first asked for. GUI thread.
class RunGrouping
{
public:
    const QList<ColumnKey> &keys() const { return m_keys; }
    void setKeys(const QList<ColumnKey> &keys) { m_keys = keys; }
    GroupSummary summary() const { return m_summary; }
    void setSummary(GroupSummary summary) { m_summary = summary; }
    void setNow(qint64 ms) { m_clock.now = ms; }

    // Groups the rows anew; open groups stay open as long as their values are there.
    void setRows(RunTablePtr table, const std::vector<uint32_t> &rows);
    const RunGroups &groups() const { return m_groups; }
    // The groups as the table stands that is sorted by `keys`: by their summaries where a column has numbers, by their
    // values for a key of the groups, by their first run for everything else.
    std::vector<uint32_t> order(const QList<SortKey> &keys) const;
    uint32_t groupOf(uint32_t row) const { return m_groupOfRow[row]; } // RunNode::NoGroup when it is not shown

    const std::vector<bool> &open() const { return m_open; }
    void setOpen(uint32_t group, bool open);
    void setAllOpen(bool open);

    // By group: whether all its runs have the same value there, or all of them none.
    const std::vector<bool> &uniform(const ColumnKey &key) const;
    bool isUniform(uint32_t group, const ColumnKey &key) const { return uniform(key)[group]; }
    uint32_t newestRow(uint32_t group) const; // its run that started last
    // Null for columns that have no numbers to count with.
    const GroupNumbers *numbers(const ColumnKey &key) const;
    Aggregate aggregate() const; // that the summary begins with
    double summaryOf(uint32_t group, const ColumnKey &key) const; // NumberTraits::absent where there is none

private:
    using Values = QStringList; // of the keys, as they are remembered

    Values valuesOf(uint32_t group) const;

    QList<ColumnKey> m_keys;
    GroupSummary m_summary = GroupSummary::Mean;
    QueryClock m_clock;
    RunTablePtr m_table;
    RunGroups m_groups;
    std::vector<uint32_t> m_groupOfRow;
    std::vector<bool> m_open; // by group
    QSet<Values> m_openValues;
    mutable QHash<ColumnKey, GroupNumbers> m_numbers;
    mutable QHash<ColumnKey, std::vector<bool>> m_uniform;
    mutable std::vector<uint32_t> m_newest; // by group
};

// "0.9123 ± 0.0042" and shorter ways to say it, the longest first: the mean is given to the digits that the deviation
// leaves it. Without a deviation (one run) the number as it is.
QStringList meanTexts(double mean, double deviation);

} // namespace Assay
