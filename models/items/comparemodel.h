// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/rundiff.h"

#include <QAbstractItemModel>

#include <memory>

namespace Assay {

// The comparison of some runs, computed somewhere else and shown here.
struct Comparison {
    QList<RunInfo> runs;
    QList<int> colorIndexes; // one for each run
    qsizetype baseline = 0;
    std::vector<DiffRow> rows; // as compareRuns() gives them
};
using ComparisonPtr = std::shared_ptr<const Comparison>;

// Sections with their keys below them; column 0 is the key, then one column for each run.
class CompareModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        DiffersRole = Qt::UserRole, // bool: the row's values are not all equal
        DeltaTextRole,              // QString: "+0.25 (+50 %)", empty without one
        FullTextRole,               // QString: the value whole, as logged, for copies and the text diff
        ExtremeRole,                // int: -1 the least, 1 the greatest of a metric's row, 0 neither
        AbsentRole,                 // bool
        SectionRole,                // bool: a heading
        ColorIndexRole,             // header: int
        BaselineRole,               // header: bool
        RunRole,                    // header: RunRef's run id
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setComparison(ComparisonPtr comparison);
    const ComparisonPtr &comparison() const { return m_comparison; }
    void setOnlyDifferences(bool only);
    void setSearch(const QString &text); // in keys and values, any case
    qsizetype hiddenCount() const { return m_hiddenCount; } // keys that are the same in all runs and so left out

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Section {
        DiffSection section;
        std::vector<size_t> rows; // into the comparison's rows
    };

    void rebuild();
    bool matches(const DiffRow &row) const;
    const DiffRow *rowAt(const QModelIndex &index) const;
    QVariant valueData(const DiffRow &row, size_t run, int role) const;

    ComparisonPtr m_comparison;
    std::vector<Section> m_sections;
    bool m_onlyDifferences = true;
    QString m_search;
    qsizetype m_hiddenCount = 0;
};

} // namespace Assay
