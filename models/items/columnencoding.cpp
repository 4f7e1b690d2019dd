// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnencoding.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Assay {

namespace {

struct EncodingText {
    Q_DECLARE_TR_FUNCTIONS(ColumnEncoding)
};

constexpr int64_t NoStart = std::numeric_limits<int64_t>::max();

// The code of a row's experiment; one more than the last one where it has none.
size_t experimentOf(const TextColumn *experiments, uint32_t row)
{
    if (!experiments)
        return 0;
    return experiments->has(row) ? experiments->cells.at(row) : experiments->dictionary.size();
}

std::vector<bool> experimentsOf(const TextColumn *experiments, const std::vector<uint32_t> &rows)
{
    std::vector<bool> codes(experiments ? experiments->dictionary.size() + 1 : 1);
    for (const uint32_t row : rows)
        codes[experimentOf(experiments, row)] = true;
    return codes;
}

// The values in the order in which slots are given: by the first start of a run that has them, of equal ones by `isBefore`.
template <typename IsBefore>
std::vector<uint32_t> turnsOf(const std::vector<int64_t> &starts, const std::vector<bool> &isThere, const IsBefore &isBefore)
{
    std::vector<std::pair<int64_t, uint32_t>> order;
    for (size_t value = 0; value < starts.size(); ++value) {
        if (isThere[value])
            order.emplace_back(starts[value], uint32_t(value));
    }
    std::ranges::sort(order, [&isBefore](const auto &a, const auto &b) { return a.first != b.first ? a.first < b.first : isBefore(a.second, b.second); });
    std::vector<uint32_t> turns(starts.size());
    for (size_t n = 0; n < order.size(); ++n)
        turns[order[n].second] = uint32_t(n);
    return turns;
}

// Edges around so many ranges that hold the same number of different values each; named by their first and last value.
std::pair<QList<ValueBin>, QList<ValueBin>> rangesOf(const ChartColumn &column, size_t count)
{
    std::vector<double> values;
    for (size_t i = 0; i < column.values.size(); ++i) {
        if (column.has(i))
            values.push_back(column.values[i]);
    }
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<double> edges;
    QList<ValueBin> named;
    for (size_t i = 0; i < count; ++i) {
        edges.push_back(values[values.size() * i / count]);
        named.append({edges.back(), values[values.size() * (i + 1) / count - 1]});
    }
    edges.push_back(values.back());
    return {valueBins(column, qsizetype(count), edges), named};
}

} // namespace

struct ColumnEncoding::Runs {
    std::vector<bool> experiments;
    Kind kind = Kind::Values;
    bool isText = false;
    std::vector<uint32_t> rows;  // ascending
    ChartColumn column;          // of `rows`; of texts: nothing but its kind
    QList<ValueBin> bins, named; // of numbers that are values or ranges
    std::vector<uint32_t> turns; // of values (codes of texts, else bins): the how manieth one it is
    double least = 0, greatest = 0;
    bool isLog = false;

    void findTurns(const TextColumn *texts, const TimeColumn *starts);
};

// A drawn run: its value is a code or a bin.
struct ColumnEncoding::Drawn {
    uint32_t row = 0;
    CellState state = CellState::Absent;
    qsizetype value = -1;
    double number = 0;
};

ColumnEncoding::ColumnEncoding(const RunTable &table, const std::vector<uint32_t> &drawn, const ColumnKey &key, LineChannel channel, qint64 now,
                               const ColumnEncoding *before)
    : m_channel(channel)
{
    std::vector<bool> experiments = experimentsOf(table.attributeText(Attribute::ExperimentId), drawn);
    m_runs = before && before->m_runs->experiments == experiments ? before->m_runs : runsOf(table, std::move(experiments), key, channel, now);
    const TextColumn *texts = m_runs->isText ? table.text(key) : nullptr;
    std::vector<Drawn> runs;
    runs.reserve(drawn.size());
    m_places.reserve(qsizetype(drawn.size()));
    for (const uint32_t row : drawn) {
        if (texts) {
            runs.push_back({row, CellState::Absent});
            if (texts->has(row))
                runs.back() = {row, CellState::Value, qsizetype(texts->cells.at(row)), 0};
            continue;
        }
        const auto place = size_t(std::ranges::lower_bound(m_runs->rows, row) - m_runs->rows.begin());
        const double number = m_runs->column.values[place];
        runs.push_back({row, m_runs->column.states[place], binOf(m_runs->bins, number), number});
    }
    switch (m_runs->kind) {
    case Kind::Values: giveSlots(runs, texts); break;
    case Kind::Ranges: giveRanges(runs); break;
    case Kind::Scale: giveScale(runs); break;
    }
}

ColumnEncoding::Kind ColumnEncoding::kind() const { return m_runs->kind; }
bool ColumnEncoding::isLog() const { return m_runs->isLog; }

std::shared_ptr<const ColumnEncoding::Runs> ColumnEncoding::runsOf(const RunTable &table, std::vector<bool> experiments, const ColumnKey &key,
                                                                   LineChannel channel, qint64 now)
{
    auto runs = std::make_shared<Runs>();
    const TextColumn *ids = table.attributeText(Attribute::ExperimentId);
    for (uint32_t row = 0; row < uint32_t(table.rowCount()); ++row) {
        if (experiments[experimentOf(ids, row)])
            runs->rows.push_back(row);
    }
    runs->experiments = std::move(experiments);
    const TimeColumn *starts = table.times({ColumnGroup::Attribute, Attribute::StartTime});
    const int count = slotCount(channel);
    runs->isText = isTextColumn(table, runs->rows, key);
    if (runs->isText) {
        runs->column.kind = ChartColumn::Kind::Text;
        runs->findTurns(table.text(key), starts);
        return runs;
    }
    runs->column = cardColumn(table, runs->rows, key, now);
    if (!needsEdges(runs->column, count)) {
        runs->bins = runs->named = valueBins(runs->column, count, {});
        runs->findTurns(nullptr, starts);
    } else if (channel == LineChannel::Color) {
        runs->kind = Kind::Scale;
        std::tie(runs->least, runs->greatest) = *runs->column.bounds();
        runs->isLog = runs->column.suitsLog();
    } else {
        runs->kind = Kind::Ranges;
        std::tie(runs->bins, runs->named) = rangesOf(runs->column, size_t(count));
    }
    return runs;
}

void ColumnEncoding::Runs::findTurns(const TextColumn *texts, const TimeColumn *starts)
{
    const size_t count = texts ? texts->dictionary.size() : size_t(bins.size());
    std::vector<int64_t> first(count, NoStart);
    std::vector<bool> isThere(count);
    for (size_t i = 0; i < rows.size(); ++i) {
        const qsizetype value = !texts ? binOf(bins, column.values[i]) : texts->has(rows[i]) ? qsizetype(texts->cells.at(rows[i])) : -1;
        if (value < 0)
            continue;
        isThere[size_t(value)] = true;
        const int64_t start = starts ? starts->at(rows[i]) : TimeTraits::absent;
        if (!TimeTraits::isAbsent(start))
            first[size_t(value)] = std::min(first[size_t(value)], start);
    }
    turns = turnsOf(first, isThere, [texts](uint32_t a, uint32_t b) { return texts ? isTextBefore(*texts, a, b) : a < b; });
}

void ColumnEncoding::giveSlots(const std::vector<Drawn> &drawn, const TextColumn *texts)
{
    const std::vector<uint32_t> &turns = m_runs->turns;
    std::vector<qsizetype> values; // that are drawn
    std::vector<int> slotOf(turns.size(), -2); // not drawn
    for (const Drawn &run : drawn) {
        if (run.value >= 0 && std::exchange(slotOf[size_t(run.value)], -1) == -2)
            values.push_back(run.value);
    }
    std::ranges::sort(values, {}, [&turns](qsizetype value) { return turns[size_t(value)]; });
    const auto count = size_t(slotCount(m_channel));
    std::vector<bool> isTaken(count);
    std::vector<qsizetype> left;
    for (const qsizetype value : values) {
        const size_t slot = turns[size_t(value)] % count;
        if (isTaken[slot]) {
            left.push_back(value);
            continue;
        }
        isTaken[slot] = true;
        slotOf[size_t(value)] = int(slot);
    }
    for (const qsizetype value : left) {
        const auto free = std::ranges::find(isTaken, false);
        if (free == isTaken.end())
            break;
        slotOf[size_t(value)] = int(free - isTaken.begin());
        *free = true;
    }
    for (const Drawn &run : drawn) {
        const int slot = run.value < 0 ? -1 : slotOf[size_t(run.value)];
        if (slot >= 0)
            m_places.insert(run.row, {Place::Of::Slot, slot});
        else if (run.state != CellState::Absent)
            m_places.insert(run.row, {Place::Of::Other});
    }
    addValues(drawn, texts, slotOf);
}

void ColumnEncoding::giveRanges(const std::vector<Drawn> &drawn)
{
    std::vector<int> slotOf(size_t(m_runs->bins.size()));
    for (size_t bin = 0; bin < slotOf.size(); ++bin)
        slotOf[bin] = int(bin);
    for (const Drawn &run : drawn) {
        if (run.value >= 0)
            m_places.insert(run.row, {Place::Of::Slot, int(run.value)});
        else if (run.state != CellState::Absent)
            m_places.insert(run.row, {Place::Of::Other});
    }
    addValues(drawn, nullptr, slotOf);
}

void ColumnEncoding::giveScale(const std::vector<Drawn> &drawn)
{
    const auto at = [this](double value) { return m_runs->isLog ? std::log(value) : value / 2; }; // half: no difference overflows
    const double low = at(m_runs->least), size = at(m_runs->greatest) - low;
    for (const Drawn &run : drawn) {
        if (run.state == CellState::Value) {
            m_places.insert(run.row, {Place::Of::Scale, 0, (at(run.number) - low) / size});
            ++m_scaledRuns;
        } else if (run.state != CellState::Absent) {
            m_places.insert(run.row, {Place::Of::Other});
        }
    }
    m_entries.append({{Place::Of::Scale, 0, 0.0}, shortValueText(m_runs->column, m_runs->least), 0});
    m_entries.append({{Place::Of::Scale, 0, 1.0}, shortValueText(m_runs->column, m_runs->greatest), 0});
    addOthers(drawn, 0, 0, {});
}

QString ColumnEncoding::nameOf(const TextColumn *texts, qsizetype value) const
{
    const QString name = texts ? visibleText(texts->dictionary.text(uint32_t(value)), 200) : cardBinText(m_runs->column, m_runs->named.at(value));
    return name.isEmpty() ? EncodingText::tr("(empty)") : name;
}

// The drawn values that have a slot, in the order of an axis, then what has none of its own.
void ColumnEncoding::addValues(const std::vector<Drawn> &drawn, const TextColumn *texts, const std::vector<int> &slotOf)
{
    std::vector<qsizetype> counts(slotOf.size());
    for (const Drawn &run : drawn) {
        if (run.value >= 0)
            ++counts[size_t(run.value)];
    }
    std::vector<qsizetype> own;
    qsizetype otherValues = 0, otherRuns = 0, lastOther = 0;
    for (qsizetype value = 0; value < qsizetype(counts.size()); ++value) {
        if (counts[size_t(value)] == 0)
            continue;
        if (slotOf[size_t(value)] >= 0) {
            own.push_back(value);
            continue;
        }
        ++otherValues;
        otherRuns += counts[size_t(value)];
        lastOther = value;
    }
    if (texts)
        std::ranges::sort(own, [texts](qsizetype a, qsizetype b) { return isTextBefore(*texts, uint32_t(a), uint32_t(b)); });
    for (const qsizetype value : own)
        m_entries.append({{Place::Of::Slot, slotOf[size_t(value)]}, nameOf(texts, value), counts[size_t(value)]});
    addOthers(drawn, otherValues, otherRuns, otherValues == 1 ? nameOf(texts, lastOther) : QString());
}

// So many values and their runs share a look, with what is no number among numbers; a single value has a name. Then the runs
// without a value.
void ColumnEncoding::addOthers(const std::vector<Drawn> &drawn, qsizetype values, qsizetype runs, const QString &name)
{
    qsizetype odd = 0, texts = 0, none = 0;
    for (const Drawn &run : drawn) {
        if (run.state != CellState::Value)
            ++(run.state == CellState::Absent ? none : run.state == CellState::NotNumber ? texts : odd);
    }
    QStringList others;
    if (values > 0)
        others.append(values == 1 ? name : EncodingText::tr("%1 other values").arg(countText(values)));
    if (odd > 0)
        others.append(EncodingText::tr("NaN or infinite"));
    if (texts > 0)
        others.append(EncodingText::tr("no number"));
    if (!others.isEmpty())
        m_entries.append({{Place::Of::Other}, others.join(QStringLiteral(", ")), runs + odd + texts});
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
