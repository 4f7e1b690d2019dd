// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/diffrows.h"

#include "models/domain/memberid.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

template <typename Add>
void collectInfo(const RunInfo &info, Add &&add)
{
    const auto text = [&](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            add(key, DiffValue(value));
    };
    text(Attribute::RunName, info.name);
    text(Attribute::RunId, info.ref.run.value);
    text(Attribute::Store, info.store);
    text(Attribute::ExperimentId, splitMember(info.ref.experiment).own.value);
    text(Attribute::UserId, info.userId);
    text(Attribute::Status, runStatusName(info.status));
    text(Attribute::ArtifactUri, info.artifactUri);
    text(Attribute::LifecycleStage, lifecycleName(info.lifecycle));
    if (info.startTime)
        add(Attribute::StartTime, DiffValue(*info.startTime));
    if (info.endTime)
        add(Attribute::EndTime, DiffValue(*info.endTime));
}

template <typename List, typename Add>
void collectDatasets(const List &datasets, Add &&add)
{
    QMap<QString, QString> digests;
    for (const DatasetInput &input : datasets) {
        const QString context = input.tags.value(TagKey::DatasetContext);
        QString &digest = digests[context.isEmpty() ? input.dataset.name : u"%1 (%2)"_s.arg(input.dataset.name, context)];
        digest += digest.isEmpty() ? input.dataset.digest : ", "_L1 + input.dataset.digest;
    }
    for (auto it = digests.begin(); it != digests.end(); ++it)
        add(it.key(), DiffValue(it.value()));
}

void append(std::vector<DiffRow> &all, std::vector<DiffRow> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

bool hasAny(const Column &column, const std::vector<uint32_t> &rows)
{
    return std::visit([&](const auto &typed) {
        const auto &cells = [&]() -> const auto & {
            if constexpr (std::is_same_v<std::decay_t<decltype(typed)>, TextColumn>)
                return typed.cells;
            else
                return typed;
        }();
        using Cell = std::decay_t<decltype(cells.at(0))>;
        return std::any_of(rows.begin(), rows.end(), [&](uint32_t row) {
            const Cell cell = cells.at(row);
            if constexpr (std::is_same_v<Cell, double>)
                return !NumberTraits::isAbsent(cell);
            else if constexpr (std::is_same_v<Cell, int64_t>)
                return !TimeTraits::isAbsent(cell);
            else
                return !CodeTraits::isAbsent(cell);
        });
    }, column);
}

} // namespace

void DiffRowBuilder::add(qsizetype run, const QString &key, DiffValue value)
{
    const auto [it, isNew] = [&] {
        const auto found = m_index.constFind(key);
        return found != m_index.constEnd() ? std::pair(found.value(), false) : std::pair(m_rows.size(), true);
    }();
    if (isNew) {
        m_index.insert(key, it);
        m_rows.push_back({m_section, key, true, nullptr, std::vector<DiffValue>(m_runCount)});
    }
    m_rows[it].own[size_t(run)] = std::move(value);
}

std::vector<DiffRow> DiffRowBuilder::take()
{
    // By code point, as everywhere in machine output, which is the order of UTF-8's bytes; QString's own is by UTF-16 unit.
    std::vector<std::pair<QByteArray, size_t>> order;
    order.reserve(m_rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i)
        order.emplace_back(m_rows[i].key.toUtf8(), i);
    std::sort(order.begin(), order.end());
    std::vector<DiffRow> sorted;
    sorted.reserve(order.size());
    for (const auto &[key, index] : order)
        sorted.push_back(std::move(m_rows[index]));
    m_rows.clear();
    m_index.clear();
    return sorted;
}

std::vector<DiffRow> recordedRows(const QList<Run> &runs)
{
    DiffRowBuilder params(DiffSection::Params, runs.size()), metrics(DiffSection::Metrics, runs.size()), tags(DiffSection::Tags, runs.size()),
        info(DiffSection::Info, runs.size()), datasets(DiffSection::Datasets, runs.size());
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const Run &run = runs[i];
        for (auto it = run.params.begin(); it != run.params.end(); ++it)
            params.add(i, it.key(), it.value());
        for (auto it = run.metrics.begin(); it != run.metrics.end(); ++it)
            metrics.add(i, it.key(), it.value());
        for (auto it = run.tags.begin(); it != run.tags.end(); ++it)
            tags.add(i, it.key(), it.value());
        collectInfo(run.info, [&](const QString &key, DiffValue value) { info.add(i, key, std::move(value)); });
        collectDatasets(run.datasets, [&](const QString &key, DiffValue value) { datasets.add(i, key, std::move(value)); });
    }
    std::vector<DiffRow> rows;
    for (DiffRowBuilder *section : {&params, &metrics, &tags, &info, &datasets})
        append(rows, section->take());
    return rows;
}

std::vector<DiffRow> columnRows(const RunTable &table, const std::vector<uint32_t> &rows, DiffSection section, const Job &job)
{
    const ColumnGroup group = section == DiffSection::Params ? ColumnGroup::Param : section == DiffSection::Metrics ? ColumnGroup::Metric : ColumnGroup::Tag;
    std::vector<DiffRow> found;
    for (const RunTable::NamedColumn &named : table.columns()) {
        if (job.isCanceled())
            return {};
        if (named.key.group == group && hasAny(*named.column, rows))
            found.push_back({section, named.key.name, true, named.column, {}});
    }
    return found;
}

std::vector<DiffRow> infoRows(const RunTable &table, const std::vector<uint32_t> &rows)
{
    DiffRowBuilder info(DiffSection::Info, qsizetype(rows.size())), datasets(DiffSection::Datasets, qsizetype(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i) {
        collectInfo(table.info(rows[i]), [&](const QString &key, DiffValue value) { info.add(qsizetype(i), key, std::move(value)); });
        collectDatasets(table.datasets(rows[i]), [&](const QString &key, DiffValue value) { datasets.add(qsizetype(i), key, std::move(value)); });
    }
    std::vector<DiffRow> all = info.take();
    append(all, datasets.take());
    return all;
}

const QList<std::pair<QLatin1StringView, QLatin1StringView>> &codeTags()
{
    static const QList<std::pair<QLatin1StringView, QLatin1StringView>> tags{
        {"mlflow.source.git.commit"_L1, "commit"_L1}, {"mlflow.source.git.branch"_L1, "branch"_L1},
        {"mlflow.source.git.repoURL"_L1, "repository"_L1}, {"mlflow.source.git.dirty"_L1, "dirty"_L1},
        {"mlflow.source.git.diff"_L1, "diff"_L1}, {"mlflow.git.commit"_L1, "commit"_L1}, {"mlflow.git.branch"_L1, "branch"_L1},
        {"mlflow.git.repo_url"_L1, "repository"_L1}, {"mlflow.git.dirty"_L1, "dirty"_L1}, {"mlflow.git.diff"_L1, "diff"_L1},
        {"mlflow.source.name"_L1, "source"_L1}, {"mlflow.source.type"_L1, "source_type"_L1},
        {"mlflow.project.entryPoint"_L1, "entry_point"_L1}, {"mlflow.project.backend"_L1, "backend"_L1},
        {"mlflow.project.version"_L1, "version"_L1}, {"mlflow.source.command"_L1, "command"_L1}, {"command"_L1, "command"_L1}, {"cmd"_L1, "command"_L1}};
    return tags;
}

std::vector<DiffRow> codeRows(const QList<TextMap> &tags)
{
    DiffRowBuilder rows(DiffSection::Code, tags.size());
    for (qsizetype i = 0; i < tags.size(); ++i) {
        QStringList done;
        for (const auto &[tag, key] : codeTags()) {
            const QString value = tags[i].value(tag);
            if (value.isEmpty() || done.contains(key))
                continue;
            done.append(key);
            rows.add(i, key, value);
        }
    }
    return rows.take();
}

std::vector<DiffRow> codeRows(const RunTable &table, const std::vector<uint32_t> &rows)
{
    QList<TextMap> tags(qsizetype(rows.size()));
    for (const auto &[tag, key] : codeTags())
        if (const TextColumn *column = table.text({ColumnGroup::Tag, tag}))
            for (size_t i = 0; i < rows.size(); ++i)
                if (column->has(rows[i]))
                    tags[qsizetype(i)].insert(tag, column->text(rows[i]));
    return codeRows(tags);
}

} // namespace Assay
