// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/facet.h"
#include "models/table/quickfilter.h"

#include <QAbstractListModel>

namespace Assay {

// What a column holds, as a list: texts with how often they occur, then what is no text or number (absent, NaN, ±∞).
// Says for each, and for ranges of a histogram's bins, what a query writes to find just that. GUI thread.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountTextRole = Qt::UserRole, // QString
        ShareRole,                    // double: of the largest count
        MutedRole,                    // bool: not a value of the column
    };

    using QAbstractListModel::QAbstractListModel;

    void setFacet(Facet facet, const QTimeZone &zone);
    const Facet &facet() const { return m_facet; }
    bool hasHistogram() const { return m_facet.kind != Facet::Kind::Values; }
    QString summary() const; // "412 runs, 7 values"
    QString restText() const; // "1,234 more": values that the list leaves out; empty: none

    // Nothing for a text that no query can write.
    std::optional<QString> condition(int row, CellFilter filter) const;
    QString rangeCondition(size_t firstBin, size_t lastBin, CellFilter filter) const;
    QString edgeText(double edge) const;
    QString rangeText(size_t firstBin, size_t lastBin) const; // "0.1 to 0.2"
    qsizetype rangeCount(size_t firstBin, size_t lastBin) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    enum class Special { Absent, NaN, MinusInfinite, PlusInfinite };
    struct SpecialRow {
        Special kind;
        qsizetype count;
    };

    static QString specialText(Special kind);

    Facet m_facet;
    QTimeZone m_zone = QTimeZone::utc();
    std::vector<SpecialRow> m_special;
    qsizetype m_largest = 1;
};

} // namespace Assay
