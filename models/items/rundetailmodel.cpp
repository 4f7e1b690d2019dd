// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/rundetailmodel.h"

#include "models/items/displaytext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString statusText(RunStatus status)
{
    switch (status) {
    case RunStatus::Unknown: return RunDetailModel::tr("Unknown", "run status");
    case RunStatus::Running: return RunDetailModel::tr("Running", "run status");
    case RunStatus::Scheduled: return RunDetailModel::tr("Scheduled", "run status");
    case RunStatus::Finished: return RunDetailModel::tr("Finished", "run status");
    case RunStatus::Failed: return RunDetailModel::tr("Failed", "run status");
    case RunStatus::Killed: return RunDetailModel::tr("Killed", "run status");
    }
    return {};
}

QVariant finiteNumber(double value)
{
    return std::isfinite(value) ? QVariant(value) : QVariant();
}

QVariant numberIn(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber ? finiteNumber(value) : QVariant();
}

} // namespace

void RunDetailModel::setRun(const std::optional<Run> &run, qint64 nowMs)
{
    beginResetModel();
    m_all.clear();
    if (run) {
        addOverview(*run, nowMs);
        Section metrics{tr("Metrics"), {}};
        for (auto it = run->metrics.begin(); it != run->metrics.end(); ++it)
            metrics.entries.push_back({it.key(), metricText(it.value()), metricText(it.value()), true, false, {}, finiteNumber(it.value())});
        addSection(std::move(metrics));
        addTexts(tr("Params"), run->params, Texts::Params);
        Section datasets{tr("Datasets"), {}};
        for (const DatasetInput &input : run->datasets) {
            const QString context = input.tags.value(TagKey::DatasetContext);
            const QString digest = context.isEmpty() ? input.dataset.digest : u"%1 (%2)"_s.arg(input.dataset.digest, context);
            datasets.entries.push_back({input.dataset.name, visibleText(digest, 200), digest, false});
        }
        addSection(std::move(datasets));
        TextMap tags = run->tags;
        tags.remove(TagKey::Note); // has a place of its own
        addTexts(tr("Tags"), tags, Texts::Tags);
    }
    filter();
    endResetModel();
}

void RunDetailModel::addOverview(const Run &run, qint64 nowMs)
{
    Section overview{tr("Overview"), {}};
    const auto add = [&](const QString &key, const QString &shown, const QString &full, const QStringList &shorter = {}) {
        if (!full.isEmpty())
            overview.entries.push_back({key, shown, full, false, false, shorter});
    };
    const RunInfo &info = run.info;
    add(tr("Status"), statusText(info.status), statusText(info.status));
    if (info.startTime) {
        const QString time = timeText(*info.startTime), age = ageText(*info.startTime, nowMs);
        add(tr("Started"), u"%1 (%2)"_s.arg(time, age), time, {time, age});
    }
    qint64 duration = 0;
    if (info.startTime && info.endTime && !qSubOverflow(*info.endTime, *info.startTime, &duration))
        add(tr("Duration"), durationText(duration), durationText(duration));
    add(tr("User"), visibleText(info.userId, 200), info.userId);
    add(tr("Run ID"), info.ref.run.value, info.ref.run.value);
    add(tr("Artifacts"), visibleText(info.artifactUri, 500), info.artifactUri);
    addSection(std::move(overview));
}

void RunDetailModel::addTexts(const QString &title, const TextMap &texts, Texts kind)
{
    Section section{title, {}};
    for (auto it = texts.begin(); it != texts.end(); ++it)
        section.entries.push_back({it.key(), visibleText(it.value(), 500), it.value(), false, kind == Texts::Tags, {},
                                    kind == Texts::Params ? numberIn(it.value()) : QVariant()});
    addSection(std::move(section));
}

void RunDetailModel::addSection(Section section)
{
    if (!section.entries.empty())
        m_all.push_back(std::move(section));
}

void RunDetailModel::setSearch(const QString &text)
{
    beginResetModel();
    m_search = text;
    filter();
    endResetModel();
}

void RunDetailModel::filter()
{
    m_sections = m_all;
    if (m_search.isEmpty())
        return;
    for (Section &section : m_sections)
        std::erase_if(section.entries, [this](const Entry &entry) {
            return !entry.key.contains(m_search, Qt::CaseInsensitive) && !entry.full.contains(m_search, Qt::CaseInsensitive);
        });
    std::erase_if(m_sections, [](const Section &section) { return section.entries.empty(); });
}

// Headings have internal id 0, entries that of their heading plus 1.
QModelIndex RunDetailModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= 2 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RunDetailModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int RunDetailModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_sections[size_t(parent.row())].entries.size()) : 0;
}

int RunDetailModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QVariant RunDetailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    if (index.internalId() == 0) {
        const Section &section = m_sections[size_t(index.row())];
        if (role == SectionRole)
            return true;
        return role == Qt::DisplayRole && index.column() == 0 ? QVariant(section.title) : QVariant();
    }
    const Entry &entry = m_sections[size_t(index.internalId()) - 1].entries[size_t(index.row())];
    switch (role) {
    case SectionRole: return false;
    case Qt::DisplayRole: return index.column() == 0 ? visibleText(entry.key, 300) : entry.shown;
    case Qt::ToolTipRole: return toolTipText(index.column() == 0 ? entry.key : entry.full, 2000);
    case FullTextRole: return index.column() == 0 ? entry.key : entry.full;
    case NumberRole: return entry.isNumber && index.column() == 1;
    case TagKeyRole: return entry.isTag ? QVariant(entry.key) : QVariant();
    case ValueRole: return index.column() == 1 ? entry.value : QVariant();
    case ShorterTextsRole: return index.column() == 1 ? entry.shorter : QStringList();
    default: return {};
    }
}

} // namespace Assay
