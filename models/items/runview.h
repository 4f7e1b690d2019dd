// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runmarks.h"
#include "models/table/historyvalues.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <vector>

namespace Assay {

// What the person looks at in one open store, shared by all panels: the runs, which of them the table shows and in what
// order, which are selected and which are drawn (the eye). Remembers runs by their RunRef, so all of it survives a new
// snapshot. GUI thread.
class RunView final : public QObject
{
    Q_OBJECT

public:
    // So many of the first rows are drawn until the person chooses.
    static constexpr qsizetype FirstShown = 10;

    explicit RunView(QObject *parent = nullptr);

    RunTablePtr table() const { return m_table; } // null before the first rows are there
    bool isComplete() const { return m_complete; } // false while rows are still being read
    // Rows are in the order of the table until setRows() says otherwise.
    void setTable(RunTablePtr table, bool complete);
    // The same with the rows that are shown, for whoever has computed them already: one change instead of two.
    void setTable(RunTablePtr table, bool complete, std::vector<uint32_t> rows);

    // Another store is looked at: forgets everything.
    void clear();

    // The experiments whose runs are wanted; empty: all. Whoever computes the rows follows it.
    QList<ExperimentId> experiments() const { return m_experiments; }
    void setExperiments(QList<ExperimentId> experiments);

    // Rows of table() as they are shown: filtered and sorted.
    const std::vector<uint32_t> &rows() const { return m_rows; }
    void setRows(std::vector<uint32_t> rows);
    // Where a run stands in rows(); nothing when it is not among them.
    std::optional<qsizetype> positionOf(const RunRef &run) const;

    // What has been read of histories for those who ask by needHistories(), of the runs of table() or of a table before
    // it: then HistoryValues::movedTo() says what still holds, which takes too long for the GUI thread. Null: nothing.
    HistoryValuesPtr histories() const { return m_histories; }
    void setHistories(HistoryValuesPtr histories);
    // Rows of table(). Answered by setHistories() in its time, perhaps with a part; who still lacks something asks again then.
    void needHistories(const HistoryNeeds &needs) { emit historiesNeeded(needs); }

    // The columns that the table's runs are put together by; none: no groups.
    const QList<ColumnKey> &groupKeys() const { return m_groupKeys; }
    void setGroupKeys(const QList<ColumnKey> &keys);

    bool isShown(const RunRef &run) const; // the eye
    void setShown(const QList<RunRef> &runs, bool shown);
    void setShownOnly(const QList<RunRef> &runs);
    QList<RunRef> shownRuns() const; // eye on and among rows(), in their order
    bool isShownChosen() const { return m_shownChosen; } // false: the first rows are drawn

    // Which runs are drawn and their colours, to be kept, and given back after clear().
    RunMarks marks() const { return {m_shownChosen, m_shown, m_colors}; }
    void restore(const RunMarks &marks);

    QList<RunRef> selectedRuns() const { return m_selected; } // in row order as selected
    void setSelectedRuns(QList<RunRef> runs);
    std::optional<RunRef> currentRun() const { return m_current; }
    void setCurrentRun(std::optional<RunRef> run);
    // The run under the pointer, in whichever panel; all panels point it out.
    std::optional<RunRef> hoveredRun() const { return m_hovered; }
    void setHoveredRun(std::optional<RunRef> run);

    // The run's colour, see LineColor: the one that a column gives it, else its own place in the series palette. Runs that
    // are drawn at the same time have different own ones; a run keeps its own as long as that can be.
    int colorIndex(const RunRef &run) const;
    // In place of own colours. Of drawn runs; none: no column decides.
    void setColumnColors(const QHash<RunRef, int> &colors);

Q_SIGNALS:
    void tableChanged();      // a new snapshot; rows() belongs to it already
    void rowsChanged();       // also after every tableChanged()
    void historiesNeeded(const Assay::HistoryNeeds &needs);
    void historiesChanged();
    void experimentsChanged();
    void groupKeysChanged();
    void shownChanged(); // or the colours
    void selectionChanged();
    void currentChanged();
    void hoveredChanged();

private:
    void updateShown();
    void assignColors();
    int freeColor() const;

    RunTablePtr m_table;
    HistoryValuesPtr m_histories;
    bool m_complete = false;
    QList<ExperimentId> m_experiments;
    QList<ColumnKey> m_groupKeys;
    std::vector<uint32_t> m_rows;
    mutable std::vector<uint32_t> m_positions; // by row of the table, made when first asked for
    QSet<RunRef> m_shown;
    bool m_shownChosen = false;
    QList<RunRef> m_selected;
    std::optional<RunRef> m_current;
    std::optional<RunRef> m_hovered;
    mutable QHash<RunRef, int> m_colors;
    QHash<RunRef, int> m_columnColors;
    mutable QSet<int> m_usedColors; // by runs that are drawn, or were asked for since
};

} // namespace Assay
