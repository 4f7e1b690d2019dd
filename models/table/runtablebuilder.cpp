// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtablebuilder.h"

#include "models/domain/memberid.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// The order of the attribute columns in every table.
enum AttributeIndex : size_t { RunIdAt, NameAt, ExperimentAt, UserAt, StatusAt, StartAt, EndAt, UriAt, LifecycleAt };

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

// The names as UTF-8, made once.
template <typename Enum, size_t Count>
std::string_view nameOf(Enum value, QString (*name)(Enum))
{
    static const auto names = [name] {
        std::array<QByteArray, Count> all;
        for (size_t i = 0; i < Count; ++i)
            all[i] = name(Enum(i)).toUtf8();
        return all;
    }();
    return view(names[size_t(value)]);
}

} // namespace

RunTableBuilder::RunTableBuilder(QueryDialect dialect) : m_dialect(dialect)
{
    for (QLatin1StringView name : {Attribute::RunId, Attribute::RunName, Attribute::ExperimentId, Attribute::UserId,
                                   Attribute::Status, Attribute::StartTime, Attribute::EndTime, Attribute::ArtifactUri,
                                   Attribute::LifecycleStage}) {
        const bool isTime = name == Attribute::StartTime || name == Attribute::EndTime;
        m_columns.push_back({{ColumnGroup::Attribute, name},
                             isTime ? std::make_shared<Column>(std::in_place_type<TimeColumn>)
                                    : std::make_shared<Column>(std::in_place_type<TextColumn>)});
    }
    Q_ASSERT(m_columns.size() == AttributeCount);
}

uint32_t RunTableBuilder::columnOf(ColumnGroup group, std::string_view key)
{
    auto &known = m_byKey[size_t(group)];
    const auto [it, isNew] = known.try_emplace(std::string(key), uint32_t(m_columns.size()));
    if (isNew) {
        auto column = group == ColumnGroup::Metric ? std::make_shared<Column>(std::in_place_type<NumberColumn>)
                                                   : std::make_shared<Column>(std::in_place_type<TextColumn>);
        m_columns.push_back({{group, QString::fromUtf8(key.data(), qsizetype(key.size()))}, std::move(column)});
    }
    return it->second;
}

void RunTableBuilder::setMetric(uint32_t column, uint32_t row, double value)
{
    std::get<NumberColumn>(*m_columns[column].column).set(row, canonicalNaN(value), m_rowCount);
}

void RunTableBuilder::setText(uint32_t column, uint32_t row, std::string_view text)
{
    auto &texts = std::get<TextColumn>(*m_columns[column].column);
    texts.cells.set(row, texts.dictionary.intern(text), m_rowCount);
}

void RunTableBuilder::setRunName(uint32_t row, std::string_view name)
{
    if (m_nameShared) {
        m_columns[NameAt].column = std::make_shared<Column>(*m_columns[NameAt].column);
        m_nameShared = false;
    }
    setText(NameAt, row, name);
    m_namedByTag.push_back(row);
}

uint32_t RunTableBuilder::addRun(const RunInfo &info)
{
    const QByteArray id = info.ref.run.value.toUtf8();
    const MemberExperiment member = info.store.isEmpty() ? MemberExperiment{-1, info.ref.experiment} : splitMember(info.ref.experiment);
    const QByteArray experiment = member.own.value.toUtf8();
    const QByteArray name = info.name.toUtf8();
    const QByteArray user = info.userId.toUtf8();
    const QByteArray uri = info.artifactUri.toUtf8();
    const uint32_t row = addRun({view(id), view(experiment), view(name), view(user), view(uri), info.status, info.lifecycle,
                                 info.startTime.value_or(TimeTraits::absent), info.endTime.value_or(TimeTraits::absent)});
    if (!info.store.isEmpty())
        setStore(row, info.store, member.member);
    return row;
}

void RunTableBuilder::setStore(uint32_t row, const QString &store, qsizetype member)
{
    const uint32_t column = columnOf(ColumnGroup::Attribute, std::string_view(Attribute::Store.data(), size_t(Attribute::Store.size())));
    setText(column, row, view(store.toUtf8()));
    const auto &texts = std::get<TextColumn>(*m_columns[column].column);
    m_members.resize(texts.dictionary.size(), member);
}

uint32_t RunTableBuilder::addRun(const RunCells &cells)
{
    const uint32_t row = addRow(cells);
    setAttributes(row, cells);
    return row;
}

uint32_t RunTableBuilder::addRow(const RunCells &cells)
{
    Q_ASSERT(!m_attributesShared);
    const auto row = uint32_t(m_rowCount++);
    setText(RunIdAt, row, cells.runId);
    setText(ExperimentAt, row, cells.experimentId);
    setText(LifecycleAt, row, nameOf<Lifecycle, 2>(cells.lifecycle, lifecycleName));
    return row;
}

void RunTableBuilder::setAttributes(uint32_t row, const RunCells &cells)
{
    Q_ASSERT(!m_attributesShared);
    const auto set = [&](size_t attribute, std::string_view text) {
        if (!text.empty())
            setText(uint32_t(attribute), row, text);
    };
    set(NameAt, cells.name);
    set(UserAt, cells.userId);
    set(UriAt, cells.artifactUri);
    set(StatusAt, nameOf<RunStatus, 6>(cells.status, runStatusName));
    if (!TimeTraits::isAbsent(cells.startTime))
        std::get<TimeColumn>(*m_columns[StartAt].column).set(row, cells.startTime, m_rowCount);
    if (!TimeTraits::isAbsent(cells.endTime))
        std::get<TimeColumn>(*m_columns[EndAt].column).set(row, cells.endTime, m_rowCount);
}

void RunTableBuilder::addDataset(uint32_t row, DatasetInput input)
{
    m_datasets[row].push_back(std::move(input));
}

void RunTableBuilder::add(const Run &run)
{
    const uint32_t row = addRun(run.info);
    for (auto it = run.metrics.begin(); it != run.metrics.end(); ++it)
        setMetric(metricColumn(view(it.key().toUtf8())), row, it.value());
    for (auto it = run.params.begin(); it != run.params.end(); ++it)
        setText(paramColumn(view(it.key().toUtf8())), row, view(it.value().toUtf8()));
    for (auto it = run.tags.begin(); it != run.tags.end(); ++it)
        setText(tagColumn(view(it.key().toUtf8())), row, view(it.value().toUtf8()));
    for (const DatasetInput &input : run.datasets)
        addDataset(row, input);
}

RunTableBuilder RunTableBuilder::forColumns() const
{
    RunTableBuilder part(m_dialect);
    part.m_rowCount = m_rowCount;
    return part;
}

void RunTableBuilder::join(RunTableBuilder &&part)
{
    for (size_t i = AttributeCount; i < part.m_columns.size(); ++i) {
        Building &building = part.m_columns[i];
        auto &known = m_byKey[size_t(building.key.group)];
        [[maybe_unused]] const bool isNew =
            known.try_emplace(std::string(view(building.key.name.toUtf8())), uint32_t(m_columns.size())).second;
        Q_ASSERT(isNew);
        m_columns.push_back(std::move(building));
    }
    part = RunTableBuilder(m_dialect);
}

RunTablePtr RunTableBuilder::snapshot() const
{
    RunTableBuilder copy = *this;
    for (Building &building : copy.m_columns)
        building.column = std::make_shared<Column>(*building.column);
    return copy.finish();
}

RunTablePtr RunTableBuilder::attributes()
{
    RunTableBuilder part(m_dialect);
    part.m_rowCount = m_rowCount;
    std::copy_n(m_columns.begin(), AttributeCount, part.m_columns.begin());
    m_attributesShared = m_nameShared = true;
    return part.finish();
}

void RunTableBuilder::finishColumn(Column &column) const
{
    if (auto *texts = std::get_if<TextColumn>(&column)) {
        texts->cells.finish(m_rowCount);
        texts->dictionary.shrink();
    } else if (auto *times = std::get_if<TimeColumn>(&column)) {
        times->finish(m_rowCount);
    } else {
        std::get<NumberColumn>(column).finish(m_rowCount);
    }
}

RunTablePtr RunTableBuilder::finish()
{
    auto table = std::make_shared<RunTable>();
    table->m_rowCount = m_rowCount;
    table->m_dialect = m_dialect;
    table->m_members = std::move(m_members);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool isFinished = m_attributesShared && i < AttributeCount && (i != NameAt || m_nameShared);
        if (!isFinished)
            finishColumn(*m_columns[i].column);
    }
    std::sort(m_columns.begin() + AttributeCount, m_columns.end(), [](const Building &a, const Building &b) {
        return a.key.group != b.key.group ? a.key.group < b.key.group : a.key.name.toUtf8() < b.key.name.toUtf8();
    });
    for (Building &building : m_columns)
        table->m_columns.push_back({std::move(building.key), std::move(building.column)});
    for (auto &[row, inputs] : m_datasets) {
        std::sort(inputs.begin(), inputs.end(), [](const DatasetInput &a, const DatasetInput &b) {
            return a.dataset.name != b.dataset.name ? a.dataset.name < b.dataset.name : a.dataset.digest < b.dataset.digest;
        });
        table->m_datasets.emplace_back(row, std::move(inputs));
    }
    std::sort(table->m_datasets.begin(), table->m_datasets.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::sort(m_namedByTag.begin(), m_namedByTag.end());
    table->m_namedByTag = std::move(m_namedByTag);
    table->index();
    *this = RunTableBuilder(m_dialect);
    return table;
}

} // namespace Assay
