// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnencoding.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"

#include <QCoreApplication>

#include <cmath>
#include <set>

namespace Assay {

namespace {

struct EncodingText {
    Q_DECLARE_TR_FUNCTIONS(ColumnEncoding)
};

// The rows of the experiments that some rows are of, in the order of the table.
std::vector<uint32_t> rowsAround(const RunTable &table, const std::vector<uint32_t> &drawn)
{
    const TextColumn *experiments = table.attributeText(Attribute::ExperimentId);
    if (!experiments)
        return drawn;
    std::set<uint32_t> codes;
    for (const uint32_t row : drawn)
        codes.insert(experiments->cells.at(row));
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < uint32_t(table.rowCount()); ++row)
        if (codes.contains(experiments->cells.at(row)))
            rows.push_back(row);
    return rows;
}

} // namespace

struct ColumnEncoding::Runs {
    std::vector<uint32_t> rows;  // of the experiments
    std::vector<size_t> drawn;   // places in `rows`
    std::vector<int64_t> starts; // one for each of `rows`; the greatest where none is known
    ChartColumn column;          // of `rows`
};

ColumnEncoding::ColumnEncoding(const RunTable &table, const std::vector<uint32_t> &drawn, const ColumnKey &key, LineChannel channel, qint64 now)
    : m_channel(channel)
{
    Runs runs;
    runs.rows = rowsAround(table, drawn);
    if (!std::ranges::is_sorted(runs.rows))
        std::ranges::sort(runs.rows);
    for (const uint32_t row : drawn)
        runs.drawn.push_back(size_t(std::ranges::lower_bound(runs.rows, row) - runs.rows.begin()));
    const TimeColumn *starts = table.times({ColumnGroup::Attribute, Attribute::StartTime});
    for (const uint32_t row : runs.rows) {
        const int64_t start = starts ? starts->at(row) : TimeTraits::absent;
        runs.starts.push_back(TimeTraits::isAbsent(start) ? std::numeric_limits<int64_t>::max() : start);
    }
    runs.column = cardColumn(table, runs.rows, key, now);
    if (!needsEdges(runs.column, slotCount(channel)))
        giveSlots(runs);
    else if (channel == LineChannel::Color)
        giveScale(runs);
    else
        giveRanges(runs);
}

void ColumnEncoding::giveSlots(const Runs &runs)
{
    const QList<ValueBin> bins = valueBins(runs.column, slotCount(m_channel), {});
    std::vector<int64_t> first(size_t(bins.size()), std::numeric_limits<int64_t>::max());
    for (size_t i = 0; i < runs.rows.size(); ++i) {
        if (const qsizetype bin = binOf(bins, runs.column.values[i]); bin >= 0)
            first[size_t(bin)] = std::min(first[size_t(bin)], runs.starts[i]);
    }
    std::vector<size_t> order(first.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&first](size_t bin) { return first[bin]; });
    std::vector<bool> isDrawn(first.size());
    for (const size_t i : runs.drawn) {
        if (const qsizetype bin = binOf(bins, runs.column.values[i]); bin >= 0)
            isDrawn[size_t(bin)] = true;
    }
    const auto count = size_t(slotCount(m_channel));
    std::vector<bool> isTaken(count);
    std::vector<int> slotOf(first.size(), -1);
    std::vector<size_t> left;
    for (size_t n = 0; n < order.size(); ++n) {
        if (!isDrawn[order[n]])
            continue;
        if (isTaken[n % count]) {
            left.push_back(order[n]);
            continue;
        }
        isTaken[n % count] = true;
        slotOf[order[n]] = int(n % count);
    }
    for (const size_t bin : left) {
        const auto free = std::ranges::find(isTaken, false);
        if (free == isTaken.end())
            break;
        slotOf[bin] = int(free - isTaken.begin());
        *free = true;
    }
    for (const size_t i : runs.drawn) {
        const qsizetype bin = binOf(bins, runs.column.values[i]);
        if (bin >= 0)
            m_places.insert(runs.rows[i], slotOf[size_t(bin)] < 0 ? Place{Place::Of::Other} : Place{Place::Of::Slot, slotOf[size_t(bin)]});
        else if (runs.column.states[i] != CellState::Absent)
            m_places.insert(runs.rows[i], {Place::Of::Other});
    }
    makeEntries(runs, bins, bins);
}

void ColumnEncoding::giveRanges(const Runs &runs)
{
    m_kind = Kind::Ranges;
    std::set<double> different;
    for (size_t i = 0; i < runs.rows.size(); ++i) {
        if (runs.column.has(i))
            different.insert(runs.column.values[i]);
    }
    const std::vector<double> values(different.begin(), different.end());
    const auto count = size_t(slotCount(m_channel));
    std::vector<double> edges;
    QList<ValueBin> named;
    for (size_t i = 0; i < count; ++i) {
        edges.push_back(values[values.size() * i / count]);
        named.append({edges.back(), values[values.size() * (i + 1) / count - 1]});
    }
    edges.push_back(values.back());
    const QList<ValueBin> bins = valueBins(runs.column, slotCount(m_channel), edges);
    for (const size_t i : runs.drawn) {
        if (const qsizetype bin = binOf(bins, runs.column.values[i]); bin >= 0)
            m_places.insert(runs.rows[i], {Place::Of::Slot, int(bin)});
        else if (runs.column.states[i] != CellState::Absent)
            m_places.insert(runs.rows[i], {Place::Of::Other});
    }
    makeEntries(runs, bins, named);
}

void ColumnEncoding::giveScale(const Runs &runs)
{
    m_kind = Kind::Scale;
    const auto [least, greatest] = *runs.column.bounds();
    m_isLog = runs.column.suitsLog();
    const auto at = [this](double value) { return m_isLog ? std::log(value) : value / 2; }; // half: no difference overflows
    const double low = at(least), size = at(greatest) - low;
    for (const size_t i : runs.drawn) {
        if (runs.column.has(i)) {
            m_places.insert(runs.rows[i], {Place::Of::Scale, 0, (at(runs.column.values[i]) - low) / size});
            ++m_scaledRuns;
        } else if (runs.column.states[i] != CellState::Absent) {
            m_places.insert(runs.rows[i], {Place::Of::Other});
        }
    }
    m_entries.append({{Place::Of::Scale, 0, 0.0}, shortValueText(runs.column, least), 0});
    m_entries.append({{Place::Of::Scale, 0, 1.0}, shortValueText(runs.column, greatest), 0});
    makeEntries(runs, {}, {});
}

// What the drawn runs have: the bins that have a slot, what shares the look of others, and what has no value.
void ColumnEncoding::makeEntries(const Runs &runs, const QList<ValueBin> &bins, const QList<ValueBin> &named)
{
    std::vector<qsizetype> counts(size_t(bins.size()));
    std::vector<Place> places(size_t(bins.size()));
    qsizetype odd = 0, texts = 0, none = 0;
    for (const size_t i : runs.drawn) {
        const qsizetype bin = binOf(bins, runs.column.values[i]);
        if (bin >= 0) {
            ++counts[size_t(bin)];
            places[size_t(bin)] = placeOf(runs.rows[i]);
        } else if (!runs.column.has(i)) {
            ++(runs.column.states[i] == CellState::Absent ? none : runs.column.states[i] == CellState::NotNumber ? texts : odd);
        }
    }
    QStringList others;
    qsizetype otherValues = 0, otherRuns = odd + texts;
    for (qsizetype bin = 0; bin < bins.size(); ++bin) {
        const qsizetype count = counts[size_t(bin)];
        if (count == 0)
            continue;
        QString name = cardBinText(runs.column, named.at(bin));
        if (name.isEmpty())
            name = EncodingText::tr("(empty)");
        if (places[size_t(bin)].of == Place::Of::Slot) {
            m_entries.append({places[size_t(bin)], name, count});
            continue;
        }
        otherRuns += count;
        others = {++otherValues == 1 ? name : EncodingText::tr("%1 other values").arg(countText(otherValues))};
    }
    if (odd > 0)
        others.append(EncodingText::tr("NaN or infinite"));
    if (texts > 0)
        others.append(EncodingText::tr("no number"));
    if (!others.isEmpty())
        m_entries.append({{Place::Of::Other}, others.join(QStringLiteral(", ")), otherRuns});
    if (none > 0)
        m_entries.append({{}, EncodingText::tr("no value"), none});
}

int ColumnEncoding::slotCount(LineChannel channel)
{
    switch (channel) {
    case LineChannel::Color: return 8; // of the theme
    case LineChannel::Dash: return 4;
    case LineChannel::Marker: return 5;
    }
    return 1;
}

int ColumnEncoding::colorOf(const Place &place)
{
    switch (place.of) {
    case Place::Of::Slot: return place.slot;
    case Place::Of::Scale: return LineColor::onRamp(place.share);
    case Place::Of::Other: return LineColor::Other;
    case Place::Of::None: break;
    }
    return LineColor::None;
}

LineDash ColumnEncoding::dashOf(const Place &place)
{
    switch (place.of) {
    case Place::Of::Slot: return LineDash(place.slot);
    case Place::Of::Scale:
    case Place::Of::Other: return LineDash::DashDotDot;
    case Place::Of::None: break;
    }
    return LineDash::Dot;
}

LineMarker ColumnEncoding::markerOf(const Place &place)
{
    switch (place.of) {
    case Place::Of::Slot: return LineMarker(int(LineMarker::Circle) + place.slot);
    case Place::Of::Scale:
    case Place::Of::Other: return LineMarker::Plus;
    case Place::Of::None: break;
    }
    return LineMarker::None;
}

} // namespace Assay
