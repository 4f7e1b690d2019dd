// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/associationmodel.h"

#include "models/items/displaytext.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString groupText(const GroupValues &group)
{
    const auto number = [](double value) { return QString::number(value, 'g', 6); };
    if (group.count == 0)
        return u"–"_s;
    if (group.median && *group.least == *group.greatest)
        return number(*group.median);
    if (group.median)
        return AssociationModel::tr("%1 (%2 – %3)", "median (least – greatest)").arg(number(*group.median), number(*group.least), number(*group.greatest));
    return AssociationModel::tr("%1 (%2 of %3)", "text (so many of so many)").arg(visibleText(group.common, 80), countText(group.commonCount), countText(group.count));
}

void AssociationModel::setAssociation(Association association, const QString &firstTitle, const QString &secondTitle)
{
    beginResetModel();
    m_association = std::move(association);
    m_titles[0] = firstTitle;
    m_titles[1] = secondTitle;
    endResetModel();
}

int AssociationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_association.params.size());
}

int AssociationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AssociationModel::text(const ParamAssociation &param, Column column)
{
    switch (column) {
    case Param: return visibleText(param.param, 300);
    case Strength: return QString::number(param.strength, 'f', 2);
    case Statistic:
        return param.isNumeric ? u"ρ %1"_s.arg(QString::number(param.rho, 'f', 2).replace(u'-', u'\u2212')) : u"η² %1"_s.arg(QString::number(param.share, 'f', 2));
    case Runs: return param.missing == 0 ? countText(param.n) : tr("%1 of %2", "runs that have it").arg(countText(param.n), countText(param.n + param.missing));
    case First: return groupText(param.first);
    case Second: return groupText(param.second);
    case ColumnCount: break;
    }
    return {};
}

QVariant AssociationModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const ParamAssociation &param = m_association.params[size_t(index.row())];
    const Column column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(param, column);
    case StrengthRole: return column == Strength ? QVariant(param.strength) : QVariant();
    case Qt::ToolTipRole:
        if (column == Strength || column == Statistic) {
            const QString what = param.isNumeric ? tr("Spearman's ρ of the numbers, squared and adjusted") : tr("η² of the metric's ranks over %n different texts, adjusted", nullptr, int(param.distinct));
            return toolTipText(tr("%1\nAssociation, not cause.").arg(what));
        }
        if (column == Runs && param.missing > 0)
            return toolTipText(tr("%n run(s) do not have this param and are left out of its row.", nullptr, int(param.missing)));
        return toolTipText(column == Param ? param.param : text(param, column));
    default: return {};
    }
}

QVariant AssociationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case Param: return isTip ? QVariant() : tr("Param");
    case Strength: return isTip ? tr("Share of the metric's ranks that goes with the param, from 0 to 1, adjusted for how many values it has") : tr("Association");
    case Statistic: return isTip ? tr("ρ: Spearman's, of numbers, with its direction. η²: correlation ratio, of texts") : tr("Measure");
    case Runs: return isTip ? tr("Runs that have both the param and the metric") : tr("Runs");
    case First: return m_titles[0];
    case Second: return m_titles[1];
    case ColumnCount: break;
    }
    return {};
}

} // namespace Assay
