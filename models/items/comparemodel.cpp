// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparemodel.h"

#include "models/items/displaytext.h"
#include "models/table/column.h"
#include "models/table/columnkey.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString sectionTitle(DiffSection section)
{
    switch (section) {
    case DiffSection::Params: return CompareModel::tr("Params");
    case DiffSection::Metrics: return CompareModel::tr("Metrics");
    case DiffSection::Tags: return CompareModel::tr("Tags");
    case DiffSection::Info: return CompareModel::tr("Attributes");
    case DiffSection::Datasets: return CompareModel::tr("Datasets");
    }
    return {};
}

// As it was logged, for copying.
QString fullText(const DiffValue &value)
{
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    if (const double *number = std::get_if<double>(&value))
        return metricText(*number);
    if (const qint64 *time = std::get_if<qint64>(&value))
        return timeText(*time);
    return {};
}

QString signedText(double number, QString text)
{
    return number > 0 ? u'+' + text : text.replace(u'-', u'\u2212');
}

QString deltaText(const DiffRow &row, size_t run, qsizetype baseline)
{
    const std::optional<double> delta = row.deltas[run];
    if (!delta || *delta == 0 || std::isnan(*delta))
        return {};
    const qint64 *time = std::get_if<qint64>(&row.values[run]);
    if (time)
        return (*delta > 0 ? u"+"_s : u"\u2212"_s) + durationText(qint64(std::abs(*delta)));
    // A difference of two doubles has digits that nobody logged: six tell enough, the values stand beside it.
    const QString text = signedText(*delta, QString::number(*delta, 'g', 6));
    const double base = diffNumber(row.values[size_t(baseline)]).value_or(0);
    if (base == 0 || !std::isfinite(*delta))
        return text;
    const double percent = *delta / std::abs(base) * 100;
    return u"%1 (%2 %)"_s.arg(text, signedText(percent, QString::number(percent, 'g', 3)));
}

int extremeOf(const DiffRow &row, size_t run)
{
    const double *mine = std::get_if<double>(&row.values[run]);
    if (row.section != DiffSection::Metrics || row.equal || !mine || std::isnan(*mine))
        return 0;
    bool least = true, greatest = true;
    for (const DiffValue &other : row.values) {
        const double *number = std::get_if<double>(&other);
        if (!number || std::isnan(*number))
            continue;
        least = least && *mine <= *number;
        greatest = greatest && *mine >= *number;
    }
    return least ? -1 : greatest ? 1 : 0;
}

} // namespace

void CompareModel::setComparison(ComparisonPtr comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    rebuild();
    endResetModel();
}

void CompareModel::setOnlyDifferences(bool only)
{
    if (m_onlyDifferences == only)
        return;
    beginResetModel();
    m_onlyDifferences = only;
    rebuild();
    endResetModel();
}

void CompareModel::setSearch(const QString &text)
{
    if (m_search == text)
        return;
    beginResetModel();
    m_search = text;
    rebuild();
    endResetModel();
}

bool CompareModel::matches(const DiffRow &row) const
{
    if (m_search.isEmpty() || row.key.contains(m_search, Qt::CaseInsensitive))
        return true;
    return std::any_of(row.values.begin(), row.values.end(), [this](const DiffValue &value) {
        return fullText(value).contains(m_search, Qt::CaseInsensitive);
    });
}

void CompareModel::rebuild()
{
    m_sections.clear();
    m_hiddenCount = 0;
    if (!m_comparison)
        return;
    for (size_t i = 0; i < m_comparison->rows.size(); ++i) {
        const DiffRow &row = m_comparison->rows[i];
        if (!matches(row))
            continue;
        if (m_onlyDifferences && row.equal) {
            ++m_hiddenCount;
            continue;
        }
        if (m_sections.empty() || m_sections.back().section != row.section)
            m_sections.push_back({row.section, {}});
        m_sections.back().rows.push_back(i);
    }
}

// Headings have internal id 0, rows that of their heading plus 1.
QModelIndex CompareModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount())
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex CompareModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_sections[size_t(parent.row())].rows.size()) : 0;
}

int CompareModel::columnCount(const QModelIndex &) const
{
    return m_comparison ? int(m_comparison->runs.size()) + 1 : 0;
}

Qt::ItemFlags CompareModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractItemModel::flags(index);
    return index.isValid() && index.internalId() == 0 ? all & ~Qt::ItemIsSelectable : all;
}

const DiffRow *CompareModel::rowAt(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return nullptr;
    return &m_comparison->rows[m_sections[size_t(index.internalId()) - 1].rows[size_t(index.row())]];
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const DiffRow *row = rowAt(index);
    if (role == SectionRole)
        return row == nullptr;
    if (!row) {
        const Section &section = m_sections[size_t(index.row())];
        if (role == Qt::DisplayRole && index.column() == 0)
            return tr("%1 (%2)").arg(sectionTitle(section.section), countText(qint64(section.rows.size())));
        return {};
    }
    if (role == DiffersRole)
        return !row->equal;
    if (index.column() > 0)
        return valueData(*row, size_t(index.column()) - 1, role);
    switch (role) {
    case Qt::DisplayRole: return visibleText(row->key, 300);
    case Qt::ToolTipRole: return toolTipText(row->key);
    case FullTextRole: return row->key;
    default: return {};
    }
}

QVariant CompareModel::valueData(const DiffRow &row, size_t run, int role) const
{
    const DiffValue &value = row.values[run];
    switch (role) {
    case Qt::DisplayRole: return visibleText(fullText(value), 300);
    case Qt::ToolTipRole: return toolTipText(fullText(value), 2000);
    case FullTextRole: return fullText(value);
    case AbsentRole: return std::holds_alternative<std::monostate>(value);
    case DeltaTextRole: return deltaText(row, run, m_comparison->baseline);
    case ExtremeRole: return extremeOf(row, run);
    case Qt::TextAlignmentRole: return diffNumber(value) ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_comparison || section < 0 || section > m_comparison->runs.size())
        return {};
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Key")) : QVariant();
    const RunInfo &run = m_comparison->runs[section - 1];
    switch (role) {
    case Qt::DisplayRole: return visibleText(run.name.isEmpty() ? run.ref.run.value : run.name, 200);
    case Qt::ToolTipRole: return toolTipText(run.name.left(500) + u'\n' + run.ref.run.value);
    case ColorIndexRole: return m_comparison->colorIndexes.value(section - 1);
    case BaselineRole: return m_comparison->baseline == section - 1;
    case RunRole: return run.ref.run.value;
    default: return {};
    }
}

} // namespace Assay
