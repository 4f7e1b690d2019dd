// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/model.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Assay {

QString stageTitle(Stage stage); // in the person's language
QString summaryLine(const QString &description); // the first line of a Markdown text that is no heading, or the first

// The versions of one registered model: rows of the versions table, cards of the stage board. Newest first.
class VersionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { VersionColumn, StageColumn, AliasesColumn, StatusColumn, RunColumn, CreatedColumn, UpdatedColumn, DescriptionColumn, ColumnCount };
    enum Role {
        VersionRole = Qt::UserRole, // QString: the number
        StageRole,                  // QString as recorded
        StatusRole,                 // QString as recorded
        AliasesRole,                // QStringList
        RunNameRole,                // QString for people; the id's beginning where the run is not here
        CreatedRole,                // QVariant of qint64, invalid where absent
        DescriptionRole,            // QString, one line
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `runNames`: display name by run id. `nowMs`: ages are told from here.
    void setModel(const RegisteredModel &model, const QHash<QString, QString> &runNames, qint64 nowMs);
    const ModelVersion *version(const QModelIndex &index) const;
    QModelIndex indexOfVersion(const QString &number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString runName(const ModelVersion &version) const;
    QVariant display(const ModelVersion &version, int column) const;

    QList<ModelVersion> m_versions;
    QHash<QString, QString> m_runNames;
    qint64 m_now = 0;
};

} // namespace Assay
