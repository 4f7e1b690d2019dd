// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runjson.h"

#include "app/cli/entityjson.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool isDense(const Column &column)
{
    return std::visit([](const auto &cells) {
        if constexpr (requires { cells.cells; })
            return cells.cells.isDense();
        else
            return cells.isDense();
    }, column);
}

template <typename F>
void forEachRow(const Column &column, F &&f)
{
    std::visit([&](const auto &cells) {
        if constexpr (requires { cells.cells; })
            cells.cells.forEach([&](uint32_t row, auto) { f(row); });
        else
            cells.forEach([&](uint32_t row, auto) { f(row); });
    }, column);
}

} // namespace

RunJson::RunJson(const RunTable &table, const std::optional<QList<ColumnKey>> &keys) : m_table(table)
{
    for (const RunTable::NamedColumn &named : table.columns()) {
        if (named.key.group != ColumnGroup::Attribute && (!keys || keys->contains(named.key)))
            m_groups[size_t(named.key.group)].columns.push_back({named.key.name.toStdString(), named.column.get()});
    }
    for (Group &group : m_groups)
        index(group);
}

void RunJson::index(Group &group) const
{
    std::vector<uint32_t> counts(size_t(m_table.rowCount()), 0);
    for (uint32_t i = 0; i < group.columns.size(); ++i) {
        if (isDense(*group.columns[i].column))
            group.dense.push_back(i);
        else
            forEachRow(*group.columns[i].column, [&](uint32_t row) { ++counts[row]; });
    }
    group.sparseEnds.resize(counts.size());
    std::partial_sum(counts.begin(), counts.end(), group.sparseEnds.begin());
    group.sparse.resize(counts.empty() ? 0 : group.sparseEnds.back());
    std::vector<uint32_t> next(counts.size());
    for (size_t row = 0; row < next.size(); ++row)
        next[row] = group.sparseEnds[row] - counts[row];
    for (uint32_t i = 0; i < group.columns.size(); ++i)
        if (!isDense(*group.columns[i].column))
            forEachRow(*group.columns[i].column, [&](uint32_t row) { group.sparse[next[row]++] = i; });
}

void RunJson::writeInfo(JsonWriter &json, uint32_t row) const
{
    const auto text = [&](QLatin1StringView name) {
        const auto utf8 = m_table.attributeText(name)->utf8(row);
        json.key(std::string_view(name.data(), size_t(name.size())));
        if (utf8 || name != Attribute::Status)
            json.text(utf8.value_or(std::string_view()));
        else
            json.null(); // a status that no release writes
    };
    const auto time = [&](QLatin1StringView name) {
        const int64_t ms = m_table.times({ColumnGroup::Attribute, name})->at(row);
        json.key(std::string_view(name.data(), size_t(name.size())));
        TimeTraits::isAbsent(ms) ? json.null() : json.integer(ms);
    };
    json.beginObject();
    text(Attribute::RunId);
    text(Attribute::RunName);
    text(Attribute::ExperimentId);
    text(Attribute::UserId);
    text(Attribute::Status);
    time(Attribute::StartTime);
    time(Attribute::EndTime);
    text(Attribute::ArtifactUri);
    text(Attribute::LifecycleStage);
    json.endObject();
}

void RunJson::writeGroup(JsonWriter &json, const Group &group, uint32_t row) const
{
    const auto writeCell = [&](const Slot &slot) {
        if (const auto *numbers = std::get_if<NumberColumn>(slot.column)) {
            const double value = numbers->at(row);
            if (NumberTraits::isAbsent(value))
                return;
            json.key(slot.key);
            json.number(value);
        } else if (const auto utf8 = std::get<TextColumn>(*slot.column).utf8(row)) {
            json.key(slot.key);
            json.text(*utf8);
        }
    };
    json.beginObject();
    auto sparse = group.sparse.begin() + (row == 0 ? 0 : group.sparseEnds[row - 1]);
    const auto sparseEnd = group.sparse.begin() + group.sparseEnds[row];
    for (uint32_t dense : group.dense) {
        while (sparse != sparseEnd && *sparse < dense)
            writeCell(group.columns[*sparse++]);
        writeCell(group.columns[dense]);
    }
    while (sparse != sparseEnd)
        writeCell(group.columns[*sparse++]);
    json.endObject();
}

void RunJson::writeInputs(JsonWriter &json, uint32_t row) const
{
    json.beginObject();
    json.key("datasets");
    json.beginArray();
    for (const DatasetInput &input : m_table.datasets(row)) {
        json.beginObject();
        member(json, "name", input.dataset.name);
        member(json, "digest", input.dataset.digest);
        member(json, "source_type", input.dataset.sourceType);
        member(json, "source", input.dataset.source);
        memberOrNull(json, "schema", input.dataset.schema);
        memberOrNull(json, "profile", input.dataset.profile);
        member(json, "tags", input.tags);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void RunJson::write(JsonWriter &json, uint32_t row) const
{
    json.beginObject();
    json.key("info");
    writeInfo(json, row);
    json.key("data");
    json.beginObject();
    const std::pair<std::string_view, ColumnGroup> groups[] = {
        {"params", ColumnGroup::Param}, {"metrics", ColumnGroup::Metric}, {"tags", ColumnGroup::Tag}};
    for (const auto &[name, group] : groups) {
        json.key(name);
        writeGroup(json, m_groups[size_t(group)], row);
    }
    json.endObject();
    json.key("inputs");
    writeInputs(json, row);
    if (m_table.isJoined()) {
        json.key("store");
        json.text(*m_table.attributeText(Attribute::Store)->utf8(row));
    }
    json.endObject();
}

} // namespace Assay
