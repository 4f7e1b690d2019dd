// SPDX-License-Identifier: GPL-3.0-or-later
// How PlotView is drawn on something else than the screen.
#include "widgets/chart/linemarkers.h"
#include "widgets/chart/linepath.h"
#include "widgets/chart/plotsurface.h"
#include "widgets/chart/plotview.h"

#include <QPainter>
#include <QTimer>

namespace Assay {

namespace {

// Columns of a drawing to each logical pixel: so much it can be magnified before a column shows.
constexpr double VectorDetail = 4;

} // namespace

void PlotView::showSameAs(const PlotView &other)
{
    setAxes(other.m_xAxis, other.m_yScale.scale, other.m_xScale.scale);
    setValues(other.m_values);
    setLines(other.lines());
    setNotice(other.m_notice);
    setFixed(other.m_fixed);
    setZoom(other.m_zoom);
}

void PlotView::drawOn(QPaintDevice &device, const QPoint &origin, PlotOutput output, const std::function<void(QPainter &)> &around)
{
    m_output = output;
    if (m_outlierTimer->isActive()) { // a picture does not come to rest later
        m_outlierTimer->stop();
        countOutliers();
    }
    m_picture.render(scaleFor(area().size(), device.devicePixelRatioF()), styles()); // the caption counts what is drawn
    m_surface->drawOn(device, origin, [&](QPainter &painter) {
        around(painter);
        painter.save();
        painter.translate(origin);
        paintCaption(painter);
        painter.restore();
    });
    m_output.reset();
}

void PlotView::drawLines(QPainter &painter, const QRect &area, PlotOutput output)
{
    if (output == PlotOutput::Pixels) {
        m_picture.paint(painter, area.topLeft(), -1);
        return;
    }
    const PlotScale scale = scaleFor(area.size(), VectorDetail);
    const QList<LineStyle> all = styles();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area);
    painter.translate(area.topLeft());
    painter.scale(1 / VectorDetail, 1 / VectorDetail);
    for (qsizetype i = 0; i < lines().size(); ++i) {
        const PlotLine &line = lines().at(i);
        if (line.low)
            paintBand(painter, bandEnvelope(*line.low, *line.high, line.xOffset, scale, EnvelopeDetail::Quick), PlotPicture::bandStyle(all.at(i)));
    }
    for (qsizetype i = 0; i < lines().size(); ++i) {
        if (lines().at(i).raw)
            paintLinePath(painter, linePath(*lines().at(i).raw, lines().at(i).xOffset, scale), PlotPicture::rawStyle(all.at(i)), scale);
    }
    for (qsizetype i = 0; i < lines().size(); ++i) {
        LinePath path = linePath(*lines().at(i).pyramid, lines().at(i).xOffset, scale);
        if (all.at(i).marker != LineMarker::None)
            path.dots.clear(); // their points have markers
        paintLinePath(painter, path, all.at(i), scale);
    }
    for (qsizetype i = 0; i < lines().size(); ++i) {
        if (all.at(i).marker != LineMarker::None)
            paintMarkers(painter, markerPlaces(*lines().at(i).pyramid, lines().at(i).xOffset, scale), all.at(i), VectorDetail, Halo::None);
    }
    painter.restore();
}

} // namespace Assay
