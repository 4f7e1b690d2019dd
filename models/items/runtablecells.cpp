// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the cells and headers of the run table.
#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"
#include "models/table/textexport.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype CellLength = 200; // longer texts do not fit a cell; the tooltip has more

std::optional<qint64> timeOf(const RunTable &table, uint32_t row, QLatin1StringView attribute)
{
    const int64_t value = table.times({ColumnGroup::Attribute, attribute})->at(row);
    return TimeTraits::isAbsent(value) ? std::nullopt : std::optional(qint64(value));
}

RunStatus statusOf(const RunTable &table, uint32_t row)
{
    return runStatusFromName(table.attributeText(Attribute::Status)->text(row));
}

std::optional<qint64> durationOf(const RunTable &table, uint32_t row, qint64 now)
{
    const auto start = timeOf(table, row, Attribute::StartTime);
    const auto end = statusOf(table, row) == RunStatus::Running ? std::optional(now) : timeOf(table, row, Attribute::EndTime);
    qint64 length = 0;
    if (!start || !end || qSubOverflow(*end, *start, &length))
        return {};
    return length;
}

} // namespace

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() != 0)
        return flags;
    const bool canRename = m_namesEditable && !isGroup(index.row())
        && m_table->info(m_nodes[size_t(index.row())].row).lifecycle == Lifecycle::Active;
    return flags | Qt::ItemIsUserCheckable | (canRename ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant RunTableModel::cellValue(const RunTable &table, uint32_t row, const ColumnState &column, qint64 now)
{
    const auto timeValue = [](std::optional<qint64> ms) { return ms ? QVariant(*ms) : QVariant(); };
    switch (column.kind) {
    case CellKind::Name: return table.displayName(row);
    case CellKind::Age: return timeValue(timeOf(table, row, Attribute::StartTime));
    case CellKind::Duration: return timeValue(durationOf(table, row, now));
    case CellKind::Time: return timeValue(timeOf(table, row, column.key.name == Attribute::StartTime ? Attribute::StartTime : Attribute::EndTime));
    case CellKind::Number: {
        const auto *numbers = column.column ? std::get_if<NumberColumn>(column.column) : nullptr;
        const double number = numbers ? numbers->at(row) : NumberTraits::absent;
        return NumberTraits::isAbsent(number) ? QVariant() : QVariant(number);
    }
    case CellKind::Text:
    case CellKind::Id:
    case CellKind::State: break;
    }
    const auto *texts = column.column ? std::get_if<TextColumn>(column.column) : nullptr;
    return texts && texts->has(row) ? QVariant(texts->text(row)) : QVariant();
}

std::optional<QString> RunTableModel::cellRawText(const RunTable &table, uint32_t row, const ColumnState &column, qint64 now)
{
    const QVariant raw = cellValue(table, row, column, now);
    if (!raw.isValid())
        return {};
    switch (column.kind) {
    case CellKind::Age:
    case CellKind::Time: return isoTimeText(raw.toLongLong());
    case CellKind::Duration: return numberText(double(raw.toLongLong()) / 1000);
    case CellKind::Number: return numberText(raw.toDouble());
    case CellKind::Name:
    case CellKind::Text:
    case CellKind::Id:
    case CellKind::State: break;
    }
    return raw.toString();
}

QString RunTableModel::text(uint32_t row, const ColumnState &column) const
{
    const QVariant raw = cellValue(*m_table, row, column, m_now);
    if (!raw.isValid())
        return {};
    switch (column.kind) {
    case CellKind::Age: return ageText(raw.toLongLong(), m_now);
    case CellKind::Duration: return durationText(raw.toLongLong());
    case CellKind::Time: return timeText(raw.toLongLong());
    case CellKind::Number: return metricText(raw.toDouble());
    case CellKind::Id: return visibleText(raw.toString().left(8));
    case CellKind::Name:
    case CellKind::Text:
    case CellKind::State: break;
    }
    if (column.key == ColumnKey{ColumnGroup::Attribute, Attribute::ExperimentId})
        return visibleText(m_experimentNames.value(m_table->ref(row).experiment.value, raw.toString()), CellLength);
    return visibleText(raw.toString().left(CellLength + 1), CellLength);
}

QString RunTableModel::toolTip(uint32_t row, const ColumnState &column) const
{
    const QVariant raw = cellValue(*m_table, row, column, m_now);
    if (!raw.isValid())
        return {};
    switch (column.kind) {
    case CellKind::Name: {
        const QString experiment = m_table->ref(row).experiment.value;
        const QString text = tr("%1\nRun %2\nExperiment %3").arg(visibleText(raw.toString()), visibleText(m_table->ref(row).run.value),
            visibleText(m_experimentNames.value(experiment, m_table->attributeText(Attribute::ExperimentId)->text(row))));
        const QString store = m_table->info(row).store;
        return store.isEmpty() ? text : text + u'\n' + tr("Store %1").arg(visibleText(store));
    }
    case CellKind::Age: return tr("Started %1").arg(timeText(raw.toLongLong()));
    case CellKind::Duration: {
        const auto end = timeOf(*m_table, row, Attribute::EndTime);
        const QString start = timeText(timeOf(*m_table, row, Attribute::StartTime).value_or(0));
        return end ? tr("%1 – %2, %n ms", nullptr, int(raw.toLongLong())).arg(start, timeText(*end)) : tr("Since %1").arg(start);
    }
    case CellKind::Time: return isoTimeText(raw.toLongLong());
    case CellKind::Number: return tr("%1: %2").arg(columnKeyText(column.key), metricText(raw.toDouble()));
    case CellKind::Text:
    case CellKind::Id:
    case CellKind::State: break;
    }
    return visibleText(raw.toString());
}

std::optional<QString> RunTableModel::rawText(uint32_t tableRow, const ColumnKey &key) const
{
    return cellRawText(*m_table, tableRow, stateOf(key), m_now);
}

TextTable RunTableModel::textTable(std::vector<uint32_t> tableRows) const
{
    TextTable texts;
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const CellKind kind = m_columns[size_t(i)].kind;
        texts.columns.append({columnKeyText(m_keys[i]), kind == CellKind::Number || kind == CellKind::Duration});
    }
    texts.rowCount = qsizetype(tableRows.size());
    texts.cell = [table = m_table, columns = m_columns, now = m_now, rows = std::move(tableRows)](qsizetype row, qsizetype column) {
        return cellRawText(*table, rows[size_t(row)], columns[size_t(column)], now);
    };
    return texts;
}

std::optional<QString> RunTableModel::condition(const QModelIndex &index, CellFilter filter) const
{
    const RunNode &node = m_nodes[size_t(index.row())];
    const ColumnKey &key = m_keys[index.column()];
    return node.isGroup() ? groupCondition(node, key, filter) : cellCondition(*m_table, node.row, key, filter);
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const RunNode &node = m_nodes[size_t(index.row())];
    const ColumnState &column = m_columns[size_t(index.column())];
    if (node.isGroup())
        return groupData(node, column, role);
    switch (role) {
    case Qt::DisplayRole: return text(node.row, column);
    case Qt::ToolTipRole: return toolTip(node.row, column);
    case Qt::TextAlignmentRole: return int((column.isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        return index.column() == 0 ? QVariant(m_view.isShown(m_table->ref(node.row)) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::EditRole: return column.kind == CellKind::Name ? m_table->attributeText(Attribute::RunName)->text(node.row) : QVariant();
    case ValueRole: return cellValue(*m_table, node.row, column, m_now);
    case CellKindRole: return int(column.kind);
    case StatusRole: return int(statusOf(*m_table, node.row));
    case ColorIndexRole: return m_view.colorIndex(m_table->ref(node.row));
    case RunRefRole: return QVariant::fromValue(m_table->ref(node.row));
    case DepthRole: return int(node.depth);
    case ChildCountRole: return int(node.children);
    case ExpandedRole: return isExpanded(node);
    case NestingRole: return int(node.place);
    case ScaleRole:
    case FractionRole:
    case HistoryRole:
    case ExtremeRole: return scaleData(node, column, role);
    default: return {};
    }
}

bool RunTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != 0)
        return false;
    if (role == Qt::EditRole && flags(index).testFlag(Qt::ItemIsEditable)) {
        const QString name = value.toString().trimmed();
        if (!name.isEmpty() && name != data(index, Qt::EditRole).toString())
            Q_EMIT renameRequested(runAt(index.row()), name);
        return true;
    }
    if (role != Qt::CheckStateRole)
        return false;
    QList<RunRef> runs;
    for (uint32_t row : tableRows({index.row()}))
        runs.append(m_table->ref(row));
    m_view.setShown(runs, value.toInt() == Qt::Checked);
    return true;
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnState &column = m_columns[size_t(section)];
    const auto sorted = std::find_if(m_sortKeys.begin(), m_sortKeys.end(), [&](const SortKey &key) { return key.key.column == column.key; });
    switch (role) {
    case Qt::DisplayRole: return section == 0 && m_mode == Mode::Grouped ? groupKeysTitle() : columnTitle(column.key);
    case Qt::ToolTipRole: return toolTipText(columnKeyText(column.key));
    case Qt::TextAlignmentRole: return int((column.isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellKindRole: return int(column.kind);
    case ColumnKeyRole: return QVariant::fromValue(column.key);
    case SortPlaceRole: return sorted == m_sortKeys.end() ? 0 : int(sorted - m_sortKeys.begin()) + 1;
    case SortDirectionRole: return sorted == m_sortKeys.end() ? 0 : int(sorted->direction);
    default: return {};
    }
}

QString RunTableModel::groupTitle(ColumnGroup group)
{
    switch (group) {
    case ColumnGroup::Attribute: return tr("Attributes");
    case ColumnGroup::Metric: return tr("Metrics");
    case ColumnGroup::Param: return tr("Parameters");
    case ColumnGroup::Tag: return tr("Tags");
    }
    return {};
}

QString RunTableModel::columnTitle(const ColumnKey &key)
{
    if (key.group != ColumnGroup::Attribute)
        return visibleText(key.name, CellLength);
    const std::pair<QLatin1StringView, QString> titles[] = {
        {Attribute::RunId, tr("Run ID")},           {Attribute::RunName, tr("Name")},         {Attribute::ExperimentId, tr("Experiment")},
        {Attribute::UserId, tr("User")},            {Attribute::Status, tr("Status")},        {Attribute::StartTime, tr("Start")},
        {Attribute::EndTime, tr("End")},            {Attribute::ArtifactUri, tr("Artifacts")}, {Attribute::LifecycleStage, tr("Lifecycle")},
        {Attribute::Duration, tr("Duration")},      {Attribute::Age, tr("Age")},
        {Attribute::Store, tr("Store")},
    };
    for (const auto &[name, title] : titles)
        if (key.name == name)
            return title;
    return key.name;
}

} // namespace Assay
