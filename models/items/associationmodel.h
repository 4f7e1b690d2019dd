// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/association.h"

#include <QAbstractTableModel>

namespace Assay {

// Params by how much of a metric goes with them, with the values of two groups of runs.
class AssociationModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Param, Strength, Statistic, Runs, First, Second, ColumnCount };
    enum Role {
        StrengthRole = Qt::UserRole, // double from 0 to 1, of column Strength
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssociation(Association association, const QString &firstTitle, const QString &secondTitle);
    const Association &association() const { return m_association; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const ParamAssociation &param, Column column);

    Association m_association;
    QString m_titles[2];
};

// "0.01 (0.001 – 0.1)" of numbers: the median, the least and the greatest; "adam (8 of 10)" of texts: what most have.
QString groupText(const GroupValues &group);

} // namespace Assay
