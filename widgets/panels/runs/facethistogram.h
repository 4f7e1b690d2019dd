// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetmodel.h"

#include <QWidget>

namespace Assay {

// The bins of a facet as bars. Dragging over them, or Left and Right with Shift and Return, chooses a range.
class FacetHistogram final : public QWidget
{
    Q_OBJECT

public:
    // `model` outlives the view.
    explicit FacetHistogram(const FacetModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QRect binRect(size_t bin) const; // the column of one bar, for tests

Q_SIGNALS:
    void rangeChosen(size_t firstBin, size_t lastBin, Qt::KeyboardModifiers modifiers);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Range {
        size_t anchor = 0;
        size_t end = 0;
        size_t first() const { return std::min(anchor, end); }
        size_t last() const { return std::max(anchor, end); }
    };

    QRect plot() const;
    size_t binAt(int x) const;
    void setRange(const std::optional<Range> &range);
    void paintCaption(QPainter &painter) const;

    const FacetModel &m_model;
    std::optional<Range> m_range; // under the mouse, dragged, or chosen by keys
    bool m_isDragging = false;
};

} // namespace Assay
