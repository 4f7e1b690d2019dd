// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/statistics.h"
#include "widgets/chart/rowsview.h"

namespace Assay {

// How a column's values spread in groups of runs: boxes, or violins with the box in them.
class BoxView final : public RowsView
{
    Q_OBJECT

public:
    struct Group {
        QString name;
        int color = 0; // of the series
        BoxSummary box;
        std::optional<DensityCurve> density; // drawn as a violin
        std::vector<size_t> runs;            // drawn as dots
    };

    using RowsView::RowsView;

    // On a logarithmic axis boxes and densities are of log10 of the values; `values` are always as they are.
    void setGroups(QList<Group> groups, ChartColumn values, bool log);

protected:
    qsizetype rowCount() const override { return m_groups.size(); }
    QString rowLabel(qsizetype row) const override { return m_groups[row].name; }
    FrameAxis valueAxis() const override { return FrameAxis::of(m_values, m_log); }
    int leastRowHeight() const override { return 18; }
    void paintPlot(QPainter &painter) const override;
    void paintOver(QPainter &painter) const override;
    std::optional<Hit> hitAt(const QPointF &position) const override;

private:
    double pixelOf(double place) const; // of a number of a box or a density
    QPointF dotOf(qsizetype row, size_t run) const;
    QString valueText(double place) const;
    void paintViolin(QPainter &painter, qsizetype row) const;
    void paintBox(QPainter &painter, qsizetype row) const;

    QList<Group> m_groups;
    ChartColumn m_values;
    bool m_log = false;
};

} // namespace Assay
