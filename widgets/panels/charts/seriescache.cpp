// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/seriescache.h"

#include "models/base/whendone.h"

#include <QtConcurrent>

#include <algorithm>
#include <bit>

namespace Assay {

namespace {

constexpr qsizetype QuickPoints = 20'000; // built at once: less than a worker's round trip would take

size_t kindOf(SeriesPyramid::Order order, YScale scale)
{
    return size_t(order) * 2 + size_t(scale);
}

} // namespace

bool SeriesCache::Version::isSameAs(const Version &other) const
{
    return std::bit_cast<quint64>(latest) == std::bit_cast<quint64>(other.latest) && generation == other.generation;
}

qsizetype SeriesCache::Entry::memoryBytes() const
{
    qsizetype bytes = series ? series->size() * qsizetype(2 * sizeof(qint64) + sizeof(double)) : 0;
    for (const SeriesPyramidPtr &pyramid : pyramids)
        bytes += pyramid ? pyramid->memoryBytes() : 0;
    return bytes;
}

void SeriesCache::insert(const SeriesKey &key, Result<MetricSeries> series, const Version &version)
{
    Entry &entry = m_entries[key];
    entry.version = version;
    entry.id = m_nextId++;
    entry.lastLook = m_look;
    entry.isBuilding = {};
    if (series) {
        entry.series = std::make_shared<const MetricSeries>(std::move(series).value());
        entry.error.clear();
        // The old pyramids stay in view until the new ones are built.
    } else {
        entry = Entry{nullptr, series.error().message, version, {}, {}, entry.id, m_look};
    }
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
    if (!it->series)
        return State::Failed;
    return std::ranges::any_of(it->isBuilding, [](bool building) { return building; }) ? State::Building : State::Ready;
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

SeriesPyramidPtr SeriesCache::pyramid(const SeriesKey &key, SeriesPyramid::Order order, YScale scale)
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end() || !it->series)
        return nullptr;
    it->lastLook = m_look;
    const size_t kind = kindOf(order, scale);
    const bool isOld = it->pyramids[kind] && &it->pyramids[kind]->series() != it->series.get();
    if ((!it->pyramids[kind] || isOld) && !it->isBuilding[kind])
        build(key, *it, kind, order, scale);
    return it->pyramids[kind];
}

void SeriesCache::build(const SeriesKey &key, Entry &entry, size_t kind, SeriesPyramid::Order order, YScale scale)
{
    if (entry.series->size() <= QuickPoints) {
        entry.pyramids[kind] = std::make_shared<const SeriesPyramid>(entry.series, order, scale);
        return;
    }
    entry.isBuilding[kind] = true;
    ++m_building;
    const auto make = [series = entry.series, order, scale]() -> SeriesPyramidPtr {
        return std::make_shared<const SeriesPyramid>(series, order, scale);
    };
    whenDone(QtConcurrent::run(make), this, [this, key, kind, id = entry.id](const QFuture<SeriesPyramidPtr> &done) {
        --m_building;
        const auto it = m_entries.find(key);
        if (it != m_entries.end() && it->id == id) {
            it->isBuilding[kind] = false;
            it->pyramids[kind] = done.result();
        }
        Q_EMIT changed();
    });
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
}

} // namespace Assay
