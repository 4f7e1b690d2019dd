// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"

#include "models/items/displaytext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Assay {

void FacetModel::setFacet(Facet facet, const QTimeZone &zone)
{
    beginResetModel();
    m_facet = std::move(facet);
    m_zone = zone;
    m_special.clear();
    const SpecialRow all[] = {{Special::Absent, m_facet.absent}, {Special::NaN, m_facet.nan},
                              {Special::MinusInfinite, m_facet.minusInfinite}, {Special::PlusInfinite, m_facet.plusInfinite}};
    m_largest = 1;
    for (const SpecialRow &special : all)
        if (special.count > 0)
            m_special.push_back(special);
    for (const FacetValue &value : m_facet.values)
        m_largest = std::max(m_largest, value.count);
    for (const SpecialRow &special : m_special)
        m_largest = std::max(m_largest, special.count);
    for (const FacetBin &bin : m_facet.bins)
        m_largest = std::max(m_largest, bin.count);
    endResetModel();
}

QString FacetModel::summary() const
{
    const QString runs = tr("%1 run(s)", nullptr, int(m_facet.rows)).arg(countText(m_facet.rows));
    if (hasHistogram())
        return runs;
    return tr("%1, %2 value(s)", nullptr, int(m_facet.distinct)).arg(runs, countText(m_facet.distinct));
}

QString FacetModel::restText() const
{
    const qsizetype more = m_facet.found - qsizetype(m_facet.values.size());
    return more > 0 ? tr("%1 more; search to find them").arg(countText(more)) : QString();
}

std::optional<QString> FacetModel::condition(int row, CellFilter filter) const
{
    const auto values = int(m_facet.values.size());
    if (row < values)
        return textCondition(m_facet.key, m_facet.values[size_t(row)].text, filter);
    switch (m_special[size_t(row - values)].kind) {
    case Special::Absent: return absentCondition(m_facet.key, filter);
    case Special::NaN: return nanCondition(m_facet.key, filter);
    case Special::MinusInfinite: return infiniteCondition(m_facet.key, false, filter);
    case Special::PlusInfinite: return infiniteCondition(m_facet.key, true, filter);
    }
    return {};
}

// BETWEEN takes both ends: it says the same as the bins where the values are whole or nothing follows, and where the next
// bin has nothing in it at all.
QString FacetModel::rangeCondition(size_t firstBin, size_t lastBin, CellFilter filter) const
{
    const std::vector<FacetBin> &bins = m_facet.bins;
    FilterRange range{bins[firstBin].from, bins[lastBin].to, false};
    if (m_facet.kind == Facet::Kind::Times)
        return timeRangeCondition(m_facet.key, range, m_zone, filter);
    const bool isLast = lastBin + 1 == bins.size();
    if (m_facet.isWhole) {
        range.high -= 1;
        range.includesHigh = true;
    } else if (isLast || bins[lastBin + 1].count == 0) {
        range.includesHigh = true;
    }
    return Assay::rangeCondition(m_facet.key, range, filter);
}

QString FacetModel::edgeText(double edge) const
{
    switch (m_facet.kind) {
    case Facet::Kind::Values: break;
    case Facet::Kind::Numbers: return metricText(edge);
    case Facet::Kind::Spans: return durationText(qint64(edge * 1000));
    case Facet::Kind::Times: {
        const auto time = QDateTime::fromMSecsSinceEpoch(qint64(edge), m_zone);
        return time.toString(time.time() == QTime(0, 0) ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd HH:mm"_s);
    }
    }
    return {};
}

QString FacetModel::rangeText(size_t firstBin, size_t lastBin) const
{
    const double from = m_facet.bins[firstBin].from, to = m_facet.bins[lastBin].to;
    if (m_facet.kind == Facet::Kind::Numbers && m_facet.isWhole)
        return to - from == 1 ? metricText(from) : tr("%1 to %2").arg(metricText(from), metricText(to - 1));
    return from == to ? edgeText(from) : tr("%1 to %2").arg(edgeText(from), edgeText(to));
}

qsizetype FacetModel::rangeCount(size_t firstBin, size_t lastBin) const
{
    qsizetype count = 0;
    for (size_t bin = firstBin; bin <= lastBin; ++bin)
        count += m_facet.bins[bin].count;
    return count;
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_facet.values.size() + m_special.size());
}

QString FacetModel::specialText(Special kind)
{
    switch (kind) {
    case Special::Absent: return tr("no value");
    case Special::NaN: return u"NaN"_s;
    case Special::MinusInfinite: return u"−∞"_s;
    case Special::PlusInfinite: return u"∞"_s;
    }
    return {};
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = size_t(index.row());
    const bool isValue = row < m_facet.values.size();
    const qsizetype count = isValue ? m_facet.values[row].count : m_special[row - m_facet.values.size()].count;
    switch (role) {
    case Qt::DisplayRole: {
        if (!isValue)
            return specialText(m_special[row - m_facet.values.size()].kind);
        const QString &text = m_facet.values[row].text;
        return text.isEmpty() ? tr("empty text") : visibleText(text, 300);
    }
    case Qt::ToolTipRole: return isValue ? toolTipText(m_facet.values[row].text) : QString();
    case CountTextRole: return countText(count);
    case ShareRole: return double(count) / double(m_largest);
    case MutedRole: return !isValue || m_facet.values[row].text.isEmpty();
    default: return {};
    }
}

} // namespace Assay
