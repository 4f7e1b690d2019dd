// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rungrouping.h"
#include "models/items/runnodes.h"
#include "models/items/runview.h"
#include "models/table/columnscale.h"
#include "models/table/quickfilter.h"
#include "models/table/roworder.h"
#include "models/table/textexport.h"

#include <QAbstractTableModel>

namespace Assay {

// The runs of a RunView, one a row, as they are filtered and sorted there; column 0 is the run's name. Nested runs can
// stand below their parents: every row then knows its depth, and a run whose children are folded away leaves them out.
// Or runs stand below a row for each group of them, which sums them up. GUI thread.
class RunTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, // as stored: double, qint64 (times and durations in milliseconds), QString; invalid when absent
        CellKindRole,             // CellKind as int; headers too
        StatusRole,               // RunStatus as int; invalid for a group of several
        ColorIndexRole,           // int: place in the series palette
        RunRefRole,               // RunRef
        DepthRole,                // int, 0 for roots; 0 throughout when not nested
        ChildCountRole,           // int: runs directly below that are among the rows; of a group all its runs
        ExpandedRole,             // bool
        NestingRole,              // Nesting as int
        GroupRole,                // bool: a group of runs
        GroupPartsRole,           // QStringList, column 0 of a group: the name of a key, its value, the next name …
        GroupAbsentRole,          // QList<bool>, column 0 of a group: by key, whether the runs have no value there
        SummaryTextsRole,         // QStringList: ways to write a group's number, the longest first
        ScaleRole,                // ColumnScale as int
        FractionRole,             // double: where the number stands in the column's range, 0 to 1; invalid without a scale
        HistoryRole,              // QList<float> as historyShape(), when it has been read
        ExtremeRole,              // int: 1 the best number of the column, -1 the worst; of the groups for a group
        ColumnKeyRole,            // header: ColumnKey
        SortPlaceRole,            // header: int, 1 for the first sort key, 0 for none
        SortDirectionRole,        // header: SortDirection as int
    };
    enum class CellKind { Name, Text, Id, Number, Time, Age, Duration, State };
    Q_ENUM(CellKind)
    enum class Mode { Flat, Nested, Grouped };
    using Nesting = RunNode::Place;

    // `view` outlives the model.
    explicit RunTableModel(RunView &view, QObject *parent = nullptr);

    // Column 0 stays the name whatever stands here.
    void setColumns(const QList<ColumnKey> &columns);
    const QList<ColumnKey> &columns() const { return m_keys; }
    void setSortKeys(const QList<SortKey> &keys); // for the headers; sorted is elsewhere
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    bool hasNesting() const; // any run of the table names a parent
    void setRowExpanded(int row, bool expanded); // a run with children, or a group
    void setAllExpanded(bool expanded);
    void setGroups(const QList<ColumnKey> &keys, GroupSummary summary); // what Mode::Grouped goes by
    bool canGroupBy(const ColumnKey &key) const { return m_table && m_table->column(key); }
    void setScales(const QHash<ColumnKey, ColumnScale> &scales, const QHash<ColumnKey, BetterValues> &better);
    // Of these rows' runs in columns that show histories: what has not been given to setHistory() yet.
    QList<SeriesKey> missingHistories(int firstRow, int lastRow) const;
    void setHistory(const SeriesKey &key, const QList<float> &shape);
    bool hasNumbers(const ColumnKey &key) const; // numbers that can be scaled and summed up
    void setNow(qint64 ms); // what ages and durations of running runs are counted to
    void setExperimentNames(const QHash<QString, QString> &names);

    bool isGroup(int row) const { return m_nodes[size_t(row)].isGroup(); }
    // Of a group its first run.
    RunRef runAt(int row) const { return m_table->ref(m_nodes[size_t(row)].row); }
    uint32_t tableRow(int row) const { return m_nodes[size_t(row)].row; }
    std::vector<uint32_t> tableRows(const QList<int> &rows) const; // of sorted rows; all runs of a group; none twice
    int rowOf(const RunRef &run) const; // -1 when it is not shown
    QList<int> rowsOf(const QList<RunRef> &runs) const; // and of groups that hold no others
    // The logged text of a cell, for copies and exports: numbers with all their digits, times in ISO 8601 UTC.
    std::optional<QString> rawText(uint32_t tableRow, const ColumnKey &key) const;

    // Rows of the table in the columns that are shown, for copies and exports. A value: may be read on any thread.
    TextTable textTable(std::vector<uint32_t> tableRows) const;
    // The groups as a table: their keys' values, how many runs, and of every other column that is shown what its numbers
    // come to (two columns for mean and deviation), or what all runs have in common. Of these rows, or all groups.
    TextTable groupTextTable(const QList<int> &rows) const;
    TextTable groupTextTable() const;
    // A cell's value as a condition of the query language: of a group's first cell the values of all its keys, of others
    // what all its runs have in common, if there is something.
    std::optional<QString> condition(const QModelIndex &index, CellFilter filter) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    // Of column 0: CheckStateRole is the eye, EditRole asks for another name.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setNamesEditable(bool editable) { m_namesEditable = editable; }

    static QString columnTitle(const ColumnKey &key); // "Name", "Duration"; the key itself for metrics, params and tags
    static QString groupTitle(ColumnGroup group);     // "Metrics"

Q_SIGNALS:
    void scalesChanged();
    void renameRequested(const Assay::RunRef &run, const QString &name);

private:
    struct ColumnState {
        ColumnKey key;
        CellKind kind = CellKind::Text;
        const Column *column = nullptr; // of m_table; null for derived and absent ones
        bool isNumeric = false;         // right-aligned
        ColumnScale scale = ColumnScale::Off;
        BetterValues better = BetterValues::Unknown;
    };
    struct Range {
        double least, most;
    };

    void takeTable();
    void takeRows();
    void setNodes(std::vector<RunNode> nodes);
    std::vector<RunNode> makeNodes() const;
    void takeGroups();
    void forgetRanges();
    void updateColumns();
    void emitKind(CellKind kind);
    ColumnState stateOf(const ColumnKey &key) const;
    const RunNesting &nesting() const;
    QString text(uint32_t row, const ColumnState &column) const;
    QString toolTip(uint32_t row, const ColumnState &column) const;
    bool isExpanded(const RunNode &node) const;
    QVariant groupData(const RunNode &node, const ColumnState &column, int role) const;
    QString groupText(const RunNode &node, const ColumnState &column) const;
    QString groupToolTip(const RunNode &node, const ColumnState &column) const;
    std::optional<QString> groupCondition(const RunNode &node, const ColumnKey &key, CellFilter filter) const;
    QString groupKeysTitle() const;
    QList<bool> groupAbsent(const RunNode &node) const;
    QStringList groupParts(const RunNode &node) const;
    QStringList summaryTexts(const RunNode &node, const ColumnState &column) const;
    double numberAt(uint32_t row, const ColumnState &column) const;
    std::optional<Range> rangeOf(const ColumnState &column, bool ofGroups) const;
    QVariant scaleData(const RunNode &node, const ColumnState &column, int role) const;
    Qt::CheckState groupShown(uint32_t group) const;

    // These need the snapshot alone, so that exports can read it on another thread.
    static QVariant cellValue(const RunTable &table, uint32_t row, const ColumnState &column, qint64 now);
    static std::optional<QString> cellRawText(const RunTable &table, uint32_t row, const ColumnState &column, qint64 now);

    RunView &m_view;
    RunTablePtr m_table;
    mutable std::optional<RunNesting> m_nesting; // of m_table, made when it is first needed
    std::vector<RunNode> m_nodes;
    mutable std::vector<uint32_t> m_places; // by table row, made when first asked for
    QList<ColumnKey> m_keys;
    std::vector<ColumnState> m_columns;
    QList<SortKey> m_sortKeys;
    QHash<ColumnKey, ColumnScale> m_scales;
    QHash<ColumnKey, BetterValues> m_better; // what was said; others are guessed
    QHash<SeriesKey, QList<float>> m_histories;
    mutable QHash<ColumnKey, std::optional<Range>> m_ranges, m_groupRanges; // made when first asked for
    uint64_t m_rangedRows = 0; // which rows the first are of, whatever their order
    Mode m_mode = Mode::Flat;
    QSet<RunRef> m_collapsed;
    RunGrouping m_grouping;
    mutable std::vector<uint32_t> m_shownInGroups; // by group: runs that are drawn; made when first asked for
    qint64 m_now = 0;
    QHash<QString, QString> m_experimentNames;
    bool m_namesEditable = false;
};

} // namespace Assay
