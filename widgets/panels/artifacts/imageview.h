// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <QAbstractScrollArea>
#include <QImage>

namespace Assay {

// A picture, fitted into the view or at its own size; Ctrl and the wheel zoom, dragging moves.
class ImageView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ImageView(QWidget *parent = nullptr);

    // `isDrawing`: drawn at any size, so what is shown at 100 % is the size it asks for, not that of its pixels.
    void setPreview(const ImagePreview &preview, bool isDrawing);
    bool isFitted() const { return m_isFitted; }
    void setFitted(bool fitted); // false: 100 %
    double zoom() const;         // 1 is 100 %

Q_SIGNALS:
    void zoomChanged(); // also between fitted and not

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QSizeF shownSize() const;
    void setZoom(double zoom, QPointF anchor);
    void updateScrollBars();

    QImage m_image;
    QSizeF m_natural; // at 100 %
    bool m_isDrawing = false;
    bool m_isFitted = true;
    double m_zoom = 1; // when not fitted
    QPoint m_dragged;
};

} // namespace Assay
