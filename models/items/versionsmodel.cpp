// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/versionsmodel.h"

#include "models/items/displaytext.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::None: return VersionsModel::tr("None", "stage");
    case Stage::Staging: return VersionsModel::tr("Staging", "stage");
    case Stage::Production: return VersionsModel::tr("Production", "stage");
    case Stage::Archived: return VersionsModel::tr("Archived", "stage");
    }
    return {};
}

QString summaryLine(const QString &description)
{
    const QStringList lines = description.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        if (!line.startsWith(u'#'))
            return line;
    return lines.value(0);
}

void VersionsModel::setModel(const RegisteredModel &model, const QHash<QString, QString> &runNames, qint64 nowMs)
{
    beginResetModel();
    m_versions = model.versions;
    std::reverse(m_versions.begin(), m_versions.end());
    m_runNames = runNames;
    m_now = nowMs;
    endResetModel();
}

const ModelVersion *VersionsModel::version(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_versions.size() ? &m_versions[index.row()] : nullptr;
}

QModelIndex VersionsModel::indexOfVersion(const QString &number) const
{
    for (qsizetype row = 0; row < m_versions.size(); ++row)
        if (m_versions[row].version == number)
            return index(int(row), 0);
    return {};
}

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int VersionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags VersionsModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QString VersionsModel::runName(const ModelVersion &version) const
{
    return visibleText(m_runNames.value(version.runId, version.runId.left(8)), 200);
}

QVariant VersionsModel::display(const ModelVersion &version, int column) const
{
    switch (column) {
    case VersionColumn: return tr("v%1").arg(version.version);
    case StageColumn: return visibleText(version.currentStage, 60);
    case AliasesColumn: return visibleText(version.aliases.join(u", "_s), 300);
    case StatusColumn: return visibleText(version.status, 60);
    case RunColumn: return runName(version);
    case CreatedColumn: return version.creationTime ? ageText(*version.creationTime, m_now) : QString();
    case UpdatedColumn: return version.lastUpdatedTime ? ageText(*version.lastUpdatedTime, m_now) : QString();
    case DescriptionColumn: return visibleText(summaryLine(version.description), 300);
    }
    return {};
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const ModelVersion &version = m_versions[index.row()];
    switch (role) {
    case Qt::DisplayRole: return display(version, index.column());
    case Qt::ToolTipRole:
        if (index.column() == CreatedColumn || index.column() == UpdatedColumn) {
            const OptionalTime &time = index.column() == CreatedColumn ? version.creationTime : version.lastUpdatedTime;
            return time ? timeText(*time) : QString();
        }
        return toolTipText(index.column() == RunColumn ? version.runId : version.description);
    case VersionRole: return version.version;
    case StageRole: return version.currentStage;
    case StatusRole: return version.status;
    case AliasesRole: return version.aliases;
    case RunNameRole: return runName(version);
    case CreatedRole: return version.creationTime ? QVariant(*version.creationTime) : QVariant();
    case DescriptionRole: return visibleText(summaryLine(version.description), 300);
    default: return {};
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn: return tr("Version");
    case StageColumn: return tr("Stage");
    case AliasesColumn: return tr("Aliases");
    case StatusColumn: return tr("Status");
    case RunColumn: return tr("Source Run");
    case CreatedColumn: return tr("Created");
    case UpdatedColumn: return tr("Updated");
    case DescriptionColumn: return tr("Description");
    }
    return {};
}

} // namespace Assay
