// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/rowsview.h"

namespace Assay {

// What a model loses without a param, with its uncertainty; beside it how the param's ranks go with the metric's.
class ImportanceView final : public RowsView
{
    Q_OBJECT

public:
    struct Row {
        QString name;
        double importance = 0;
        double deviation = 0;
        std::optional<double> correlation;
        qsizetype correlated = 0; // runs it was taken of
    };

    using RowsView::RowsView;

    void setRows(QList<Row> rows);

protected:
    qsizetype rowCount() const override { return m_rows.size(); }
    QString rowLabel(qsizetype row) const override { return m_rows[row].name; }
    FrameAxis valueAxis() const override;
    double axisShare() const override { return 0.72; }
    void layOut() override;
    void paintPlot(QPainter &painter) const override;
    std::optional<Hit> hitAt(const QPointF &position) const override;

private:
    void paintImportance(QPainter &painter, qsizetype row) const;
    void paintCorrelation(QPainter &painter, qsizetype row) const;

    QList<Row> m_rows;
    QRectF m_second; // where correlations are
};

} // namespace Assay
