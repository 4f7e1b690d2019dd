// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/columnencoding.h"
#include "widgets/chart/spanraster.h"

#include <QWidget>

namespace Assay {

// One line of a legend: what it is of, then each value with what stands for it and how many runs have it, or a scale with
// its ends. What does not fit is counted at the end, and stands in the tooltip.
class LegendRow final : public QWidget
{
    Q_OBJECT

public:
    struct Content {
        LineChannel channel = LineChannel::Color;
        QString title;  // "Colour"
        QString column; // "lr"
        QList<ColumnEncoding::Entry> entries; // of a scale: its two ends first
        bool isScale = false;
        bool isLog = false;
        qsizetype scaledRuns = 0;
        QString note; // at the end

        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit LegendRow(QWidget *parent = nullptr);

    void setContent(const Content &content);
    const QString &text() const { return m_text; } // all of it

    QSize sizeHint() const override { return {400, 24}; }
    QSize minimumSizeHint() const override { return {80, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LineStyle styleOf(const ColumnEncoding::Place &place) const;
    void paintScale(QPainter &painter, int &x) const;

    Content m_content;
    QString m_text;
};

} // namespace Assay
