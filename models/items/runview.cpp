// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runview.h"

#include <limits>
#include <numeric>

namespace Assay {

namespace {
constexpr uint32_t NoPosition = std::numeric_limits<uint32_t>::max();
} // namespace

RunView::RunView(QObject *parent) : QObject(parent) {}

void RunView::setTable(RunTablePtr table, bool complete)
{
    std::vector<uint32_t> rows(size_t(table ? table->rowCount() : 0));
    std::iota(rows.begin(), rows.end(), 0u);
    setTable(std::move(table), complete, std::move(rows));
}

void RunView::setTable(RunTablePtr table, bool complete, std::vector<uint32_t> rows)
{
    if (!table)
        m_histories = nullptr;
    m_table = std::move(table);
    m_complete = complete;
    m_rows = std::move(rows);
    m_positions.clear();
    emit tableChanged();
    emit rowsChanged();
    updateShown();
}

void RunView::clear()
{
    m_shown.clear();
    m_shownChosen = false;
    m_colors.clear();
    m_columnColors.clear();
    setTable(nullptr, false);
    setSelectedRuns({});
    setCurrentRun({});
    setHoveredRun({});
}

void RunView::setHistories(HistoryValuesPtr histories)
{
    m_histories = std::move(histories);
    emit historiesChanged();
}

void RunView::setGroupKeys(const QList<ColumnKey> &keys)
{
    if (m_groupKeys == keys)
        return;
    m_groupKeys = keys;
    emit groupKeysChanged();
}

void RunView::setExperiments(QList<ExperimentId> experiments)
{
    if (experiments == m_experiments)
        return;
    m_experiments = std::move(experiments);
    emit experimentsChanged();
}

void RunView::setRows(std::vector<uint32_t> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    m_positions.clear();
    emit rowsChanged();
    updateShown();
}

std::optional<qsizetype> RunView::positionOf(const RunRef &run) const
{
    const auto row = m_table ? m_table->rowOf(run) : std::nullopt;
    if (!row)
        return {};
    if (m_positions.empty()) {
        m_positions.assign(size_t(m_table->rowCount()), NoPosition);
        for (size_t i = 0; i < m_rows.size(); ++i)
            m_positions[m_rows[i]] = uint32_t(i);
    }
    const uint32_t position = m_positions[*row];
    return position == NoPosition ? std::nullopt : std::optional(qsizetype(position));
}

bool RunView::isShown(const RunRef &run) const
{
    return m_shown.contains(run);
}

void RunView::setShown(const QList<RunRef> &runs, bool shown)
{
    m_shownChosen = true;
    const qsizetype before = m_shown.size();
    for (const RunRef &run : runs) {
        if (shown)
            m_shown.insert(run);
        else
            m_shown.remove(run);
    }
    if (m_shown.size() == before)
        return;
    assignColors();
    emit shownChanged();
}

void RunView::setShownOnly(const QList<RunRef> &runs)
{
    m_shownChosen = true;
    QSet<RunRef> shown(runs.begin(), runs.end());
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    assignColors();
    emit shownChanged();
}

QList<RunRef> RunView::shownRuns() const
{
    std::vector<std::pair<qsizetype, RunRef>> found;
    for (const RunRef &run : m_shown)
        if (const auto position = positionOf(run))
            found.emplace_back(*position, run);
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<RunRef> runs;
    runs.reserve(qsizetype(found.size()));
    for (auto &[position, run] : found)
        runs.append(std::move(run));
    return runs;
}

void RunView::restore(const RunMarks &marks)
{
    m_shownChosen = marks.isShownChosen;
    m_shown = marks.shown;
    m_colors = marks.colors;
    updateShown();
}

void RunView::setSelectedRuns(QList<RunRef> runs)
{
    if (runs == m_selected)
        return;
    m_selected = std::move(runs);
    emit selectionChanged();
}

void RunView::setCurrentRun(std::optional<RunRef> run)
{
    if (run == m_current)
        return;
    m_current = std::move(run);
    emit currentChanged();
}

void RunView::setHoveredRun(std::optional<RunRef> run)
{
    if (run == m_hovered)
        return;
    m_hovered = std::move(run);
    emit hoveredChanged();
}

int RunView::freeColor() const
{
    int color = 0;
    while (m_usedColors.contains(color))
        ++color;
    m_usedColors.insert(color);
    return color;
}

void RunView::setColumnColors(const QHash<RunRef, int> &colors)
{
    if (colors == m_columnColors)
        return;
    m_columnColors = colors;
    emit shownChanged();
}

int RunView::colorIndex(const RunRef &run) const
{
    if (const auto byColumn = m_columnColors.constFind(run); byColumn != m_columnColors.cend())
        return *byColumn;
    auto it = m_colors.constFind(run);
    if (it == m_colors.cend())
        it = m_colors.insert(run, freeColor());
    return *it;
}

// Of two drawn runs with the same colour the later one in the table gets another.
void RunView::assignColors()
{
    m_usedColors.clear();
    QList<RunRef> without;
    for (const RunRef &run : shownRuns()) {
        const auto color = m_colors.constFind(run);
        if (color == m_colors.cend() || m_usedColors.contains(*color))
            without.append(run);
        else
            m_usedColors.insert(*color);
    }
    for (const RunRef &run : std::as_const(without))
        m_colors.insert(run, freeColor());
}

// The drawn runs depend on the rows: the first ones while nothing was chosen, else those of the chosen that are there.
void RunView::updateShown()
{
    if (!m_shownChosen) {
        m_shown.clear();
        for (size_t i = 0; i < std::min(m_rows.size(), size_t(FirstShown)); ++i)
            m_shown.insert(m_table->ref(m_rows[i]));
    }
    assignColors();
    emit shownChanged();
}

} // namespace Assay
