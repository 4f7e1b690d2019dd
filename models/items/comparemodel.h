// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparison.h"
#include "models/table/textexport.h"

#include <QAbstractTableModel>

namespace Assay {

// A comparison as the lines that are seen: of what is folded only the fold itself. Column 0 is the key, then one column
// for each run. Everything is looked up when a cell is asked for.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, // int: CompareNode::Kind
        DepthRole,               // int
        FoldedRole,              // bool; only of sections and folders
        DiffersRole,             // bool: the row's values are not all equal; of a fold: those below it
        CountTextRole,           // QString: of a fold, "12 differ"
        SameRole,                // bool: the value is the baseline's
        DeltaTextRole,           // QString: "+0.25 (+50 %)", "added", "newer"; empty without one
        FullTextRole,            // QString: the value whole, as logged, for copies and the text diff
        ExtremeRole,             // int: -1 the least, 1 the greatest of the row, 0 neither
        MarkedRole,              // bool: of some values of the row it is told that they are the least, greatest or best
        NumberRole,              // double: of a metric or a param that is one
        BestRole,                // bool: of a metric of which the good values are known
        AbsentRole,              // bool
        ColorIndexRole,          // header: int
        BaselineRole,            // header: bool
        RunRole,                 // header: QString, runKey()
    };
    // A folder of more keys than this begins folded.
    static constexpr uint32_t OpenFolder = 40;

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(ComparisonPtr comparison);
    const ComparisonPtr &comparison() const { return m_comparison; }

    bool isFold(int row) const;
    void setFolded(int row, bool folded); // kept for the next comparison, too
    int parentRow(int row) const;         // of the fold that it lies in; -1 for none
    const CompareNode &node(int row) const { return m_comparison->tree.nodes[m_lines[size_t(row)]]; }
    int rowOf(DiffSection section, const QString &key) const; // -1: not among the lines
    const DiffRow *diffRow(int row) const; // null unless it is a key

    // Keys and values of some lines, as they were logged.
    TextTable textTable(const QList<int> &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool isFolded(const CompareNode &node) const;
    static QString foldName(const CompareNode &node);
    std::vector<uint32_t> linesOf(uint32_t begin, uint32_t end) const;
    QVariant keyData(const CompareNode &node, int role) const;
    QVariant valueData(const DiffRow &row, qsizetype run, int role) const;
    QVariant markData(const DiffRow &row, qsizetype run, int role) const;
    const DiffMarks &marks(const DiffRow &row) const;

    ComparisonPtr m_comparison;
    std::vector<uint32_t> m_lines;   // nodes that are seen
    QHash<QString, bool> m_folded;   // what the person folded or unfolded, by foldName()
    mutable QHash<const DiffRow *, DiffMarks> m_marks; // of rows that were looked at
};

} // namespace Assay
