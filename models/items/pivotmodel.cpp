// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pivotmodel.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"
#include "models/table/quickfilter.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

QString aggregateTitle(Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Count: return PivotModel::tr("Count");
    case Aggregate::Mean: return PivotModel::tr("Mean");
    case Aggregate::Deviation: return PivotModel::tr("Standard deviation");
    case Aggregate::Median: return PivotModel::tr("Median");
    case Aggregate::Minimum: return PivotModel::tr("Minimum");
    case Aggregate::Maximum: return PivotModel::tr("Maximum");
    }
    return {};
}

PivotModel::PivotModel(RunView &view, QObject *parent) : QAbstractTableModel(parent), m_view(view)
{
    connect(&view, &RunView::rowsChanged, this, &PivotModel::update);
}

void PivotModel::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    update();
}

void PivotModel::setKeys(const PivotState &keys, BetterValues better)
{
    const bool isSame = keys.down == m_keys.down && keys.across == m_keys.across && keys.value == m_keys.value && keys.aggregate == m_keys.aggregate;
    if (isSame && better == m_better)
        return;
    m_keys = keys;
    m_better = better;
    update();
}

void PivotModel::update()
{
    beginResetModel();
    m_pivot = {};
    m_problem.clear();
    m_table = m_isActive ? m_view.table() : nullptr;
    if (m_keys.down.name.isEmpty() || m_keys.across.name.isEmpty() || m_keys.value.name.isEmpty()) {
        m_problem = tr("Choose what stands down, across and in the cells");
    } else if (m_keys.down == m_keys.across) {
        m_problem = tr("Choose different columns down and across");
    } else if (m_table) {
        SilentJob job;
        const QueryClock clock{QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone()};
        auto pivot = computePivot({m_table, m_view.rows(), m_keys.down, m_keys.across, m_keys.value, m_keys.aggregate, clock}, job);
        if (pivot)
            m_pivot = std::move(*pivot);
        else
            m_problem = pivot.error().message;
    }
    m_least = std::numeric_limits<double>::infinity();
    m_most = -m_least;
    for (double value : m_pivot.values) {
        if (std::isfinite(value)) {
            m_least = std::min(m_least, value);
            m_most = std::max(m_most, value);
        }
    }
    endResetModel();
}

std::optional<QString> PivotModel::condition(const QModelIndex &index) const
{
    const size_t cell = cellAt(index);
    if (m_pivot.runs[cell] == Pivot::NoRow)
        return {};
    const auto down = cellCondition(*m_table, m_pivot.runs[cell], m_keys.down, CellFilter::Only);
    const auto across = cellCondition(*m_table, m_pivot.runs[cell], m_keys.across, CellFilter::Only);
    return down && across ? std::optional(*down + " AND "_L1 + *across) : std::nullopt;
}

int PivotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pivot.down.size());
}

int PivotModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pivot.across.size());
}

QString PivotModel::labelOf(uint32_t row, const ColumnKey &key) const
{
    const Column *column = m_table->column(key);
    if (!column)
        return tr("none");
    if (const auto *numbers = std::get_if<NumberColumn>(column))
        return NumberTraits::isAbsent(numbers->at(row)) ? tr("none") : metricText(numbers->at(row));
    if (const auto *times = std::get_if<TimeColumn>(column))
        return TimeTraits::isAbsent(times->at(row)) ? tr("none") : timeText(times->at(row));
    const auto &texts = std::get<TextColumn>(*column);
    return texts.has(row) ? visibleText(texts.text(row), 200) : tr("none");
}

QStringList PivotModel::texts(size_t cell) const
{
    const double value = m_pivot.values[cell];
    if (NumberTraits::isAbsent(value))
        return {};
    if (m_keys.aggregate == Aggregate::Count)
        return {countText(qint64(value))};
    QStringList all;
    for (int digits : {4, 3, 2, 1})
        all.append(std::isfinite(value) ? QString::number(value, 'g', digits) : metricText(value));
    return all;
}

QString PivotModel::toolTip(const QModelIndex &index) const
{
    const size_t cell = cellAt(index);
    if (m_pivot.counts[cell] == 0)
        return tr("No runs");
    const double value = m_pivot.values[cell];
    QString tip = columnKeyText(m_keys.down) + u": "_s + labelOf(m_pivot.runs[cell], m_keys.down);
    tip += u'\n' + columnKeyText(m_keys.across) + u": "_s + labelOf(m_pivot.runs[cell], m_keys.across);
    tip += u'\n' + tr("%1 of %2: %3").arg(aggregateTitle(m_keys.aggregate), columnKeyText(m_keys.value), NumberTraits::isAbsent(value) ? tr("none") : metricText(value));
    return toolTipText(tip + u'\n' + tr("%n run(s); click to see them in the table", nullptr, int(m_pivot.counts[cell])));
}

QVariant PivotModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const size_t cell = cellAt(index);
    const double value = m_pivot.values[cell];
    switch (role) {
    case Qt::DisplayRole: return NumberTraits::isAbsent(value) ? QString() : metricText(value);
    case Qt::ToolTipRole: return toolTip(index);
    case Qt::TextAlignmentRole: return int(Qt::AlignCenter);
    case CountRole: return int(m_pivot.counts[cell]);
    case TextsRole: return texts(cell);
    case FractionRole:
        if (std::isnan(value))
            return {};
        return m_least < m_most ? std::clamp((value - m_least) / (m_most - m_least), 0.0, 1.0) : 0.0;
    case ExtremeRole: {
        const bool isAbout = m_keys.aggregate != Aggregate::Count && m_keys.aggregate != Aggregate::Deviation;
        const bool isBest = m_better == BetterValues::Higher ? value == m_most : m_better == BetterValues::Lower && value == m_least;
        return isAbout && m_least < m_most && isBest ? 1 : 0;
    }
    default: return {};
    }
}

QVariant PivotModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isAcross = orientation == Qt::Horizontal;
    if (section < 0 || section >= (isAcross ? columnCount() : rowCount()))
        return {};
    const ColumnKey &key = isAcross ? m_keys.across : m_keys.down;
    const QString label = labelOf((isAcross ? m_pivot.across : m_pivot.down)[size_t(section)], key);
    switch (role) {
    case Qt::DisplayRole: return label;
    case Qt::ToolTipRole: return toolTipText(columnKeyText(key) + u": "_s + label);
    case Qt::TextAlignmentRole: return int(isAcross ? Qt::AlignCenter : Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace Assay
