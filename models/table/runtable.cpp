// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtable.h"

#include "models/domain/memberid.h"
#include "models/table/radixsort.h"

using namespace Qt::StringLiterals;

namespace Assay {

const RunTable::NamedColumn *RunTable::named(const ColumnKey &key) const
{
    const auto it = m_byKey.constFind(key);
    return it == m_byKey.cend() ? nullptr : &m_columns[size_t(*it)];
}

const Column *RunTable::column(const ColumnKey &key) const
{
    const NamedColumn *found = named(key);
    return found ? found->column.get() : nullptr;
}

const TextColumn *RunTable::text(const ColumnKey &key) const
{
    const Column *found = column(key);
    return found ? std::get_if<TextColumn>(found) : nullptr;
}

const NumberColumn *RunTable::numbers(const ColumnKey &key) const
{
    const Column *found = column(key);
    return found ? std::get_if<NumberColumn>(found) : nullptr;
}

const TimeColumn *RunTable::times(const ColumnKey &key) const
{
    const Column *found = column(key);
    return found ? std::get_if<TimeColumn>(found) : nullptr;
}

RunRef RunTable::ref(uint32_t row) const
{
    const ExperimentId experiment(attributeText(Attribute::ExperimentId)->text(row));
    const qsizetype member = m_stores && m_stores->has(row) ? m_members[m_stores->cells.at(row)] : -1;
    return {memberExperiment({member, experiment}), RunId(attributeText(Attribute::RunId)->text(row))};
}

QList<ExperimentId> RunTable::experiments() const
{
    const TextColumn &ids = *attributeText(Attribute::ExperimentId);
    const size_t storeCount = m_stores ? m_stores->dictionary.size() + 1 : 1;
    std::vector<bool> known(ids.dictionary.size() * storeCount);
    QList<ExperimentId> all;
    ids.cells.forEach([&](uint32_t row, uint32_t code) {
        const size_t store = m_stores && m_stores->has(row) ? m_stores->cells.at(row) + 1 : 0;
        if (!known[code * storeCount + store])
            all.append(ref(row).experiment);
        known[code * storeCount + store] = true;
    });
    return all;
}

QList<uint32_t> RunTable::rowsOf(const RunId &run) const
{
    const TextColumn &ids = *attributeText(Attribute::RunId);
    const QByteArray wanted = run.value.toUtf8();
    const std::string_view view(wanted.constData(), size_t(wanted.size()));
    auto it = std::lower_bound(m_rowsById.begin(), m_rowsById.end(), view,
                               [&](uint32_t row, std::string_view id) { return *ids.utf8(row) < id; });
    QList<uint32_t> rows;
    for (; it != m_rowsById.end() && *ids.utf8(*it) == view; ++it)
        rows.append(*it);
    return rows;
}

std::optional<uint32_t> RunTable::rowOf(const RunRef &wanted) const
{
    for (uint32_t row : rowsOf(wanted.run))
        if (ref(row).experiment == wanted.experiment)
            return row;
    return {};
}

RunInfo RunTable::info(uint32_t row) const
{
    const auto time = [&](QLatin1StringView name) -> OptionalTime {
        const int64_t value = times({ColumnGroup::Attribute, name})->at(row);
        return TimeTraits::isAbsent(value) ? OptionalTime() : OptionalTime(value);
    };
    RunInfo info;
    info.ref = ref(row);
    info.name = attributeText(Attribute::RunName)->text(row);
    info.userId = attributeText(Attribute::UserId)->text(row);
    info.status = runStatusFromName(attributeText(Attribute::Status)->text(row));
    info.startTime = time(Attribute::StartTime);
    info.endTime = time(Attribute::EndTime);
    info.artifactUri = attributeText(Attribute::ArtifactUri)->text(row);
    info.lifecycle = attributeText(Attribute::LifecycleStage)->text(row) == lifecycleName(Lifecycle::Deleted)
        ? Lifecycle::Deleted : Lifecycle::Active;
    if (m_stores)
        info.store = m_stores->text(row);
    return info;
}

Run RunTable::run(uint32_t row) const
{
    Run run;
    run.info = info(row);
    for (const NamedColumn &named : m_columns) {
        if (named.key.group == ColumnGroup::Metric) {
            const double value = std::get<NumberColumn>(*named.column).at(row);
            if (!NumberTraits::isAbsent(value))
                run.metrics.insert(named.key.name, value);
        } else if (named.key.group != ColumnGroup::Attribute) {
            const TextColumn &texts = std::get<TextColumn>(*named.column);
            const uint32_t code = texts.cells.at(row);
            if (!CodeTraits::isAbsent(code))
                (named.key.group == ColumnGroup::Param ? run.params : run.tags).insert(named.key.name, texts.dictionary.text(code));
        }
    }
    for (const DatasetInput &input : datasets(row))
        run.datasets.append(input);
    return run;
}

QString RunTable::displayName(uint32_t row) const
{
    const QString name = attributeText(Attribute::RunName)->text(row);
    return name.isEmpty() ? attributeText(Attribute::RunId)->text(row) : name;
}

const std::vector<DatasetInput> &RunTable::datasets(uint32_t row) const
{
    static const std::vector<DatasetInput> none;
    const auto it = std::lower_bound(m_datasets.begin(), m_datasets.end(), row,
                                     [](const auto &entry, uint32_t wanted) { return entry.first < wanted; });
    return it != m_datasets.end() && it->first == row ? it->second : none;
}

const std::vector<uint32_t> &RunTable::defaultOrder() const
{
    std::call_once(m_orderOnce, [this] {
        m_defaultOrder = m_rowsById;
        const auto starts = times({ColumnGroup::Attribute, Attribute::StartTime})->toDense(m_rowCount);
        sortByKey(m_defaultOrder, [&](uint32_t row) {
            return TimeTraits::isAbsent(starts[row]) ? AbsentSortKey : ~timeSortKey(starts[row]);
        });
    });
    return m_defaultOrder;
}

qsizetype RunTable::memoryBytes() const
{
    qsizetype bytes = qsizetype(m_rowsById.capacity() * sizeof(uint32_t));
    for (const NamedColumn &named : m_columns)
        bytes += std::visit([](const auto &column) { return column.memoryBytes(); }, *named.column);
    return bytes;
}

void RunTable::indexColumns()
{
    m_byKey.reserve(qsizetype(m_columns.size()));
    for (size_t i = 0; i < m_columns.size(); ++i)
        m_byKey.insert(m_columns[i].key, qsizetype(i));
    const TextColumn *stores = attributeText(Attribute::Store);
    m_stores = stores && stores->cells.valueCount() == m_rowCount ? stores : nullptr;
}

void RunTable::index()
{
    indexColumns();
    const TextColumn &ids = *attributeText(Attribute::RunId);
    // Ids are random texts: their first bytes as a number decide nearly every comparison.
    std::vector<std::pair<uint64_t, uint32_t>> order;
    order.reserve(size_t(m_rowCount));
    for (uint32_t row = 0; row < uint32_t(m_rowCount); ++row) {
        const std::string_view id = *ids.utf8(row);
        uint64_t start = 0;
        for (size_t i = 0; i < sizeof start; ++i)
            start = start << 8 | (i < id.size() ? uint8_t(id[i]) : 0);
        order.emplace_back(start, row);
    }
    std::sort(order.begin(), order.end(), [&](const auto &a, const auto &b) {
        if (a.first != b.first)
            return a.first < b.first;
        const auto left = *ids.utf8(a.second), right = *ids.utf8(b.second);
        return left == right ? a.second < b.second : left < right;
    });
    m_rowsById.reserve(order.size());
    for (const auto &[start, row] : order)
        m_rowsById.push_back(row);
}

} // namespace Assay
