// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartcolumn.h"
#include "models/chart/linelook.h"
#include "models/chart/valuebins.h"
#include "models/table/runtable.h"

#include <QHash>

#include <memory>

namespace Assay {

enum class LineChannel { Color, Dash, Marker };

// What one column gives the lines of the drawn runs: to each of its values a colour, dash or marker (a slot), to many
// different numbers a place along the colours for numbers or, as dash and marker, ranges. The rule:
//
// - It looks at all runs of the drawn runs' experiments, so that neither a filter nor a sort changes anything.
// - Numbers are values while these runs have no more different ones than there are slots; after that a scale from the least
//   to the greatest, logarithmic where it spans decades, or ranges that hold the same number of different values each.
// - The values have an order by the earliest start of a run that has them. The n-th one would like slot n (modulo their
//   number) and has it unless a drawn value before it took it; then it has the first slot that is left. So runs that are
//   added later never change what stands for what, and as long as there are no more values than slots, neither does an eye.
// - More drawn values than slots: the last ones share the look of others. So do NaN, infinities and texts among numbers
//   where ranges or a scale stand for numbers; infinities and NaN always.
// - No value: the lighter grey, dotted, or without a marker.
//
// A value; any thread. O(runs of the experiments), and O(drawn runs) with what was found before.
class ColumnEncoding
{
public:
    enum class Kind { Values, Ranges, Scale };
    struct Place {
        enum class Of { Slot, Scale, Other, None };
        Of of = Of::None;
        int slot = 0;
        double share = 0; // of the scale

        friend bool operator==(const Place &, const Place &) = default;
    };
    // A line of the legend: values by size or code points, then others, then those without a value. Of a scale: its ends.
    struct Entry {
        Place place;
        QString name;
        qsizetype runs = 0; // drawn ones; of a scale's ends: 0

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    // `drawn` are rows of the table. `now` in milliseconds. `before` is one of the same table, column and channel: as long as
    // the experiments are the same, what is known of all their runs is taken from it (and durations of what still runs).
    ColumnEncoding(const RunTable &table, const std::vector<uint32_t> &drawn, const ColumnKey &key, LineChannel channel, qint64 now,
                   const ColumnEncoding *before = nullptr);

    Kind kind() const;
    bool isLog() const;
    const QList<Entry> &entries() const { return m_entries; }
    Place placeOf(uint32_t row) const { return m_places.value(row); } // of a drawn run
    qsizetype scaledRuns() const { return m_scaledRuns; } // drawn ones with a place on the scale

    static int slotCount(LineChannel channel);
    static int colorOf(const Place &place);
    static LineDash dashOf(const Place &place);
    static LineMarker markerOf(const Place &place);

private:
    struct Runs;  // all of the experiments
    struct Drawn; // of them

    static std::shared_ptr<const Runs> runsOf(const RunTable &table, std::vector<bool> experiments, const ColumnKey &key,
                                              LineChannel channel, qint64 now);
    void giveSlots(const std::vector<Drawn> &drawn, const TextColumn *texts);
    void giveRanges(const std::vector<Drawn> &drawn);
    void giveScale(const std::vector<Drawn> &drawn);
    void addValues(const std::vector<Drawn> &drawn, const TextColumn *texts, const std::vector<int> &slotOf);
    void addOthers(const std::vector<Drawn> &drawn, qsizetype values, qsizetype runs, const QString &name);
    QString nameOf(const TextColumn *texts, qsizetype value) const;

    LineChannel m_channel;
    std::shared_ptr<const Runs> m_runs;
    QHash<uint32_t, Place> m_places;
    QList<Entry> m_entries;
    qsizetype m_scaledRuns = 0;
};

} // namespace Assay
