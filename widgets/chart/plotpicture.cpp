// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotpicture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Assay {

namespace {

constexpr double HighlightWidth = 2.5;
constexpr double StandBackOpacity = 0.25;
constexpr double FineWork = 25'000; // columns of all lines together, up to which slopes are drawn as well as can be

} // namespace

void PlotPicture::setLines(QList<PlotLine> lines)
{
    m_lines = std::move(lines);
    m_isCurrent = false;
}

std::optional<AxisRange> PlotPicture::xRange() const
{
    std::optional<AxisRange> all;
    for (const PlotLine &line : m_lines) {
        if (const auto range = line.pyramid->xRange())
            all = united(all, AxisRange{range->lo - line.xOffset, range->hi - line.xOffset});
    }
    return all;
}

std::optional<AxisRange> PlotPicture::yRange(const AxisRange &x) const
{
    std::optional<AxisRange> all;
    std::optional<AxisRange> around;
    for (const PlotLine &line : m_lines) {
        const SeriesPyramid &pyramid = *line.pyramid;
        const uint32_t begin = pyramid.firstFrom(x.lo + line.xOffset);
        const uint32_t end = pyramid.firstFrom(std::nextafter(x.hi + line.xOffset, std::numeric_limits<double>::infinity()));
        all = united(all, pyramid.yRange(begin, end));
        if (!all)
            around = united(around, pyramid.yRange(begin - (begin > 0), std::min(end + 1, pyramid.size())));
    }
    return all ? all : around;
}

void PlotPicture::render(const PlotScale &scale, const QList<LineStyle> &styles)
{
    if (m_isCurrent && m_styles == styles && m_scale == scale)
        return;
    const bool keepEnvelopes = m_isCurrent && m_scale == scale;
    m_scale = scale;
    m_styles = styles;
    m_isCurrent = true;
    m_highlighted = -1;
    const auto count = size_t(m_lines.size());
    if (!keepEnvelopes) {
        m_envelopes.assign(count, {});
        const auto detail = double(count) * scale.pixels.width() <= FineWork ? EnvelopeDetail::Fine : EnvelopeDetail::Quick;
        const int parts = std::min(usefulParts(double(count) * scale.pixels.width()), int(std::max<size_t>(1, count)));
        inParallel(parts, [&](int part) {
            for (size_t i = size_t(part); i < count; i += size_t(parts)) {
                const PlotLine &line = m_lines.at(qsizetype(i));
                m_envelopes[i] = lineEnvelope(*line.pyramid, line.xOffset, scale, detail);
            }
        });
    }
    m_image = rasterLines(m_envelopes, {m_styles.constData(), count}, scale);
}

void PlotPicture::paint(QPainter &painter, const QPointF &topLeft, int highlighted) const
{
    if (highlighted < 0 || highlighted >= m_lines.size()) {
        painter.drawImage(topLeft, m_image);
        return;
    }
    if (m_highlighted != highlighted) {
        m_highlighted = highlighted;
        LineStyle style = m_styles.at(highlighted);
        style.width = HighlightWidth;
        m_highlight = rasterLines({&m_envelopes[size_t(highlighted)], 1}, {&style, 1}, m_scale);
    }
    painter.setOpacity(StandBackOpacity);
    painter.drawImage(topLeft, m_image);
    painter.setOpacity(1.0);
    painter.drawImage(topLeft, m_highlight);
}

int PlotPicture::nearestLine(const QPointF &pixel, double reach) const
{
    int nearest = -1;
    double best = reach * reach;
    for (size_t i = 0; i < m_envelopes.size(); ++i) {
        const LineEnvelope &line = m_envelopes[i];
        const int per = line.perPixel;
        const int from = std::max(0, int((pixel.x() - reach) * per));
        const int to = std::min(int(line.top.size()), int(std::ceil((pixel.x() + reach) * per)));
        for (int column = from; column < to; ++column) {
            if (line.isEmptyAt(size_t(column)))
                continue;
            const double dx = (column + 0.5) / per - pixel.x();
            const double dy = std::max({0.0, line.top[size_t(column)] - pixel.y(), pixel.y() - line.bottom[size_t(column)]});
            const double distance = dx * dx + dy * dy;
            if (distance <= best) { // of two that lie there the upper one, which is drawn later
                best = distance;
                nearest = int(i);
            }
        }
    }
    return nearest;
}

std::optional<PlotHit> PlotPicture::hit(const QPointF &pixel, double reach) const
{
    const int index = m_isCurrent ? nearestLine(pixel, reach) : -1;
    if (index < 0)
        return std::nullopt;
    const PlotLine &line = m_lines.at(index);
    const SeriesPyramid &pyramid = *line.pyramid;
    uint32_t begin = pyramid.firstFrom(m_scale.fromPixelX(pixel.x() - reach) + line.xOffset);
    uint32_t end = pyramid.firstFrom(m_scale.fromPixelX(pixel.x() + reach) + line.xOffset);
    // The pointer may be on the line between two points.
    while (begin > 0 && !pyramid.isDrawable(pyramid.y(--begin))) {}
    while (end < pyramid.size() && !pyramid.isDrawable(pyramid.y(end++))) {}
    std::optional<PlotHit> nearest;
    double best = std::numeric_limits<double>::infinity();
    for (uint32_t i = begin; i < end; ++i) {
        if (!pyramid.isDrawable(pyramid.y(i)))
            continue;
        const QPointF away = pixelOf({index, i}) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < best) {
            best = distance;
            nearest = PlotHit{index, i};
        }
    }
    return nearest;
}

QPointF PlotPicture::pixelOf(const PlotHit &hit) const
{
    const PlotLine &line = m_lines.at(hit.line);
    return {m_scale.toPixelX(line.pyramid->x(hit.point) - line.xOffset), m_scale.toPixelY(line.pyramid->y(hit.point))};
}

std::optional<QPointF> PlotPicture::endOf(int line) const
{
    if (!m_isCurrent)
        return std::nullopt;
    const LineEnvelope &envelope = m_envelopes[size_t(line)];
    for (size_t column = envelope.top.size(); column-- > 0;) {
        const double y = (envelope.top[column] + envelope.bottom[column]) / 2.0;
        if (!envelope.isEmptyAt(column) && y >= 0 && y <= m_scale.pixels.height())
            return QPointF(double(column + 1) / envelope.perPixel, y);
    }
    return std::nullopt;
}

qint64 PlotPicture::pointCount() const
{
    qint64 count = 0;
    for (const LineEnvelope &line : m_envelopes)
        count += line.points;
    return count;
}

qint64 PlotPicture::drawnCount() const
{
    qint64 count = 0;
    for (const LineEnvelope &line : m_envelopes)
        count += line.drawn;
    return count;
}

qint64 PlotPicture::undrawableCount() const
{
    qint64 count = 0;
    for (const PlotLine &line : m_lines)
        count += line.pyramid->undrawableCount();
    return count;
}

} // namespace Assay
