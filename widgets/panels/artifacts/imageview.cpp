// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/imageview.h"

#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 12;
constexpr double MaxZoom = 16;
constexpr double MaxFittedZoom = 8; // a digit of 8 x 8 pixels is to be seen, not to fill the room
constexpr double MinZoom = 0.02;

} // namespace

ImageView::ImageView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"previewImage"_s);
    setAccessibleName(tr("Picture"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::OpenHandCursor);
}

void ImageView::setPreview(const ImagePreview &preview, bool isDrawing)
{
    const QImage borrowed(reinterpret_cast<const uchar *>(preview.pixels.constData()), preview.size.width(), preview.size.height(),
                          qsizetype(preview.size.width()) * 4, QImage::Format_RGBA8888_Premultiplied);
    m_image = borrowed.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    m_isDrawing = isDrawing;
    m_natural = isDrawing ? preview.originalSize : preview.size;
    m_zoom = 1;
    updateScrollBars();
    viewport()->update();
    Q_EMIT zoomChanged();
}

void ImageView::setFitted(bool fitted)
{
    m_isFitted = fitted;
    m_zoom = 1;
    updateScrollBars();
    viewport()->update();
    Q_EMIT zoomChanged();
}

double ImageView::zoom() const
{
    if (!m_isFitted || m_natural.isEmpty())
        return m_zoom;
    const QSizeF room = viewport()->size() - QSize(2 * Margin, 2 * Margin);
    const bool isTiny = m_natural.width() <= 128 && m_natural.height() <= 128;
    return std::clamp(std::min(room.width() / m_natural.width(), room.height() / m_natural.height()), MinZoom,
                      m_isDrawing || isTiny ? MaxFittedZoom : 1.0);
}

QSizeF ImageView::shownSize() const
{
    return m_natural * zoom();
}

void ImageView::setZoom(double zoom, QPointF anchor)
{
    const double before = this->zoom();
    const double after = std::clamp(zoom, MinZoom, MaxZoom);
    const QPointF inPicture((horizontalScrollBar()->value() + anchor.x()) / before, (verticalScrollBar()->value() + anchor.y()) / before);
    m_isFitted = false;
    m_zoom = after;
    updateScrollBars();
    horizontalScrollBar()->setValue(int(inPicture.x() * after - anchor.x()));
    verticalScrollBar()->setValue(int(inPicture.y() * after - anchor.y()));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void ImageView::updateScrollBars()
{
    const QSize excess = (shownSize() + QSizeF(2 * Margin, 2 * Margin)).toSize() - viewport()->size();
    horizontalScrollBar()->setRange(0, m_isFitted ? 0 : std::max(0, excess.width()));
    verticalScrollBar()->setRange(0, m_isFitted ? 0 : std::max(0, excess.height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
}

void ImageView::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(viewport());
    const QSizeF size = shownSize();
    const QSize view = viewport()->size();
    const double x = size.width() + 2 * Margin > view.width() ? Margin - horizontalScrollBar()->value() : (view.width() - size.width()) / 2;
    const double y = size.height() + 2 * Margin > view.height() ? Margin - verticalScrollBar()->value() : (view.height() - size.height()) / 2;
    const QRectF target(QPointF(std::round(x), std::round(y)), size);
    // Plots are made for paper: on a dark page a transparent one would show dark text on dark.
    if (m_image.hasAlphaChannel())
        painter.fillRect(target, Theme::light().color(ColorRole::Surface));
    const double pixelZoom = size.width() * viewport()->devicePixelRatioF() / m_image.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, pixelZoom < 2);
    if (pixelZoom < 0.5) // far from its size: averaged once, or thin lines are lost
        painter.drawImage(target, m_image.scaled((size * viewport()->devicePixelRatioF()).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    else
        painter.drawImage(target, m_image);
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    if (m_isFitted)
        Q_EMIT zoomChanged();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    setZoom(zoom() * std::pow(1.25, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->pos();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint moved = event->pos() - m_dragged;
    m_dragged = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void ImageView::mouseReleaseEvent(QMouseEvent *)
{
    viewport()->setCursor(Qt::OpenHandCursor);
}

} // namespace Assay
