// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/seriescache.h"

#include "models/base/whendone.h"

#include <QDateTime>
#include <QtConcurrent>

#include <algorithm>
#include <bit>

namespace Assay {

namespace {

// Built at once: less than a worker's round trip would take.
constexpr qsizetype QuickPoints = 20'000;
constexpr qsizetype QuickSmoothPoints = 2'000; // also where points have to be looked up or put in order, and of expressions
constexpr qsizetype QuickPackPoints = 200'000;

} // namespace

bool SeriesCache::Version::isSameAs(const Version &other) const
{
    return std::bit_cast<quint64>(latest) == std::bit_cast<quint64>(other.latest) && generation == other.generation;
}

qsizetype SeriesCache::Entry::memoryBytes() const
{
    qsizetype bytes = series ? series->memoryBytes() : 0;
    for (const Line &line : lines)
        bytes += line.pyramid ? line.pyramid->memoryBytes() : 0;
    return bytes;
}

bool SeriesCache::Entry::isBuilding() const
{
    return isPacking || std::ranges::any_of(lines, &Line::isBuilding);
}

void SeriesCache::insert(const SeriesKey &key, Result<MetricSeries> series, const Version &version)
{
    Entry &entry = m_entries[key];
    entry.version = version;
    entry.id = m_nextId++;
    entry.lastLook = m_look;
    entry.isPacking = false;
    for (Line &line : entry.lines)
        line.isBuilding = false; // the old pyramids stay in view until the new ones are built
    if (!series) {
        entry = Entry{nullptr, false, series.error().message, version, {}, entry.id, m_look, entry.sources};
    } else if (series->size() <= QuickPackPoints) {
        entry.series = packed(std::move(series).value());
        entry.error.clear();
    } else {
        entry.isPacking = true;
        entry.error.clear();
        ++m_building;
        whenDone(QtConcurrent::run(packed, std::move(series).value()), this,
                 [this, key, id = entry.id](const QFuture<PackedSeriesPtr> &done) {
            --m_building;
            const auto it = m_entries.find(key);
            if (it != m_entries.end() && it->id == id) {
                it->isPacking = false;
                it->series = done.result();
            }
            Q_EMIT changed();
        });
    }
    Q_EMIT changed();
}

void SeriesCache::keep(const SeriesKey &key, const Version &version)
{
    if (const auto it = m_entries.find(key); it != m_entries.end())
        it->version = version;
    Q_EMIT changed();
}

void SeriesCache::clear()
{
    m_entries.clear();
}

SeriesCache::State SeriesCache::state(const SeriesKey &key) const
{
    const auto it = m_entries.constFind(key);
    if (it == m_entries.cend())
        return State::Missing;
    if (!it->error.isEmpty())
        return State::Failed;
    return it->isBuilding() ? State::Building : State::Ready;
}

QString SeriesCache::errorText(const SeriesKey &key) const
{
    return m_entries.value(key).error;
}

bool SeriesCache::isCurrent(const SeriesKey &key, const Version &version) const
{
    const auto it = m_entries.constFind(key);
    return it != m_entries.cend() && it->version.isSameAs(version);
}

SeriesPyramidPtr SeriesCache::pyramid(const SeriesKey &key, const LineRecipe &shown)
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end() || !it->series)
        return nullptr;
    it->lastLook = m_look;
    const LineRecipe recipe = shown.ofPyramid();
    PackedSeriesPtr xSeries;
    if (recipe.x == XAxis::Metric) {
        const auto x = m_entries.find({key.run, recipe.xMetric});
        if (x == m_entries.end() || x->isPacking)
            return nullptr;
        x->lastLook = m_look;
        xSeries = x->series;
    }
    it->lines[recipe].lastLook = m_look;
    const SeriesPyramidPtr built = it->lines[recipe].pyramid;
    const bool isOld = built && (&built->series() != it->series.get() || built->xSeries() != xSeries.get());
    if (built && !isOld)
        return built;
    // One at a time of those that differ in smoothing: a slider asks for many, and only its last one counts.
    const Line *like = nullptr;
    bool isBuilding = false;
    for (auto line = it->lines.cbegin(); line != it->lines.cend(); ++line) {
        if (line.key().raw() != recipe.raw())
            continue;
        isBuilding = isBuilding || line->isBuilding;
        if (line->pyramid && !line.key().smoothing.isNone() && (!like || like->lastLook < line->lastLook))
            like = &*line;
    }
    if (!isBuilding)
        build(key, recipe, it->series, xSeries);
    const Line &line = it->lines[recipe];
    return line.pyramid ? line.pyramid : like ? like->pyramid : nullptr;
}

void SeriesCache::build(const SeriesKey &key, const LineRecipe &recipe, const PackedSeriesPtr &series, const PackedSeriesPtr &xSeries)
{
    Entry &entry = m_entries[key];
    Line &line = entry.lines[recipe];
    const bool isPlain = recipe.smoothing.isNone() && recipe.x != XAxis::Metric && recipe.repeats == Repeats::All;
    const qsizetype cost = isPlain ? series->size() : series->size() * (QuickPoints / QuickSmoothPoints);
    if (cost <= std::min(QuickPoints, m_quickLeft)) {
        m_quickLeft -= cost;
        line.pyramid = std::make_shared<const SeriesPyramid>(series, recipe, xSeries);
        return;
    }
    line.isBuilding = true;
    ++m_building;
    const auto make = [series, recipe, xSeries]() -> SeriesPyramidPtr {
        return std::make_shared<const SeriesPyramid>(series, recipe, xSeries);
    };
    whenDone(QtConcurrent::run(make), this, [this, key, recipe, id = entry.id](const QFuture<SeriesPyramidPtr> &done) {
        --m_building;
        const auto it = m_entries.find(key);
        if (it != m_entries.end() && it->id == id) {
            Line &built = it->lines[recipe];
            built.isBuilding = false;
            built.pyramid = done.result();
        }
        Q_EMIT changed();
    });
}

std::optional<SeriesCache::Histories> SeriesCache::historiesOf(const RunRef &run, const QStringList &metrics, QList<quint64> &ids)
{
    Histories histories;
    for (const QString &metric : metrics) {
        const auto it = m_entries.find({run, metric});
        if (it == m_entries.end() || it->isPacking)
            return std::nullopt;
        it->lastLook = m_look;
        ids.append(it->id);
        if (it->series)
            histories.insert(metric, it->series);
    }
    return histories;
}

void SeriesCache::derive(const SeriesKey &key, const SeriesExpression &expression, const QStringList &sources, const std::function<Run()> &run)
{
    QList<quint64> ids;
    const auto histories = historiesOf(key.run, sources, ids);
    if (!histories || m_entries[key].sources == ids)
        return;
    m_entries[key].sources = ids;
    qsizetype points = 0;
    for (const PackedSeriesPtr &series : *histories)
        points += series->size();
    const QueryClock clock{QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone()};
    const auto make = [expression, run = run(), histories = *histories, clock] {
        QHash<QString, std::shared_ptr<const MetricSeries>> whole;
        for (auto it = histories.cbegin(); it != histories.cend(); ++it)
            whole.insert(it.key(), std::make_shared<const MetricSeries>(unpacked(**it)));
        SilentJob job;
        return evaluateSeries(expression, run, whole, clock, job);
    };
    if (points <= QuickSmoothPoints)
        return takeDerived(key, ids, make());
    ++m_building;
    whenDone(QtConcurrent::run(make), this, [this, key, ids](QFuture<Result<MetricSeries>> done) {
        --m_building;
        if (m_entries.value(key).sources == ids)
            takeDerived(key, ids, done.takeResult());
    });
}

void SeriesCache::takeDerived(const SeriesKey &key, const QList<quint64> &sources, Result<MetricSeries> series)
{
    insert(key, std::move(series), {});
    m_entries[key].sources = sources;
}

qsizetype SeriesCache::memoryBytes() const
{
    qsizetype bytes = 0;
    for (const Entry &entry : m_entries)
        bytes += entry.memoryBytes();
    return bytes;
}

void SeriesCache::trim(qsizetype bytes)
{
    // Smoothings that were passed on the way to another one.
    for (Entry &entry : m_entries) {
        entry.lines.removeIf([this](const auto &line) {
            return !line.key().smoothing.isNone() && line->lastLook != m_look && !line->isBuilding;
        });
    }
    qsizetype held = memoryBytes();
    if (held > bytes) {
        QList<std::pair<quint64, SeriesKey>> old;
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            if (it->lastLook != m_look)
                old.append({it->lastLook, it.key()});
        }
        std::ranges::sort(old, {}, &std::pair<quint64, SeriesKey>::first);
        for (const auto &[look, key] : std::as_const(old)) {
            if (held <= bytes)
                break;
            held -= m_entries.take(key).memoryBytes();
        }
    }
    ++m_look;
    m_quickLeft = QuickWork;
}

} // namespace Assay
