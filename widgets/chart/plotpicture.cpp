// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotpicture.h"

#include "widgets/chart/linemarkers.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace Assay {

namespace {

constexpr double HighlightWidth = 2.5;
constexpr double StandBackOpacity = 0.25;
constexpr float BandOpacity = 0.18f;
constexpr float RawOpacity = 0.25f;
constexpr double FineWork = 25'000; // columns of all lines together, up to which slopes are drawn as well as can be
constexpr double FineMovingWork = 5'000; // the same while they move
constexpr size_t FewMarkers = 200; // so many stand exactly on their places while they move, too

struct PointRange {
    uint32_t begin = 0;
    uint32_t end = 0;

    qint64 count() const { return qint64(end) - qint64(begin); }
};

PointRange rangeOf(const PlotLine &line, const AxisRange &x)
{
    return {line.pyramid->firstFrom(x.lo + line.xOffset), line.pyramid->firstFrom(std::nextafter(x.hi + line.xOffset, HUGE_VAL))};
}

} // namespace

LineStyle lineStyle(const PlotLine &line, const Theme &theme, double width)
{
    const Qt::PenStyle dash = line.dash ? Theme::penStyle(*line.dash) : Theme::seriesDash(line.colorIndex);
    return {theme.series(line.colorIndex), width, dash, line.marker};
}

void PlotPicture::setLines(QList<PlotLine> lines)
{
    m_lines = std::move(lines);
    m_envelopes.clear();
    m_behindCount = 0;
    m_isCurrent = false;
}

std::optional<AxisRange> PlotPicture::xRange(AxisScale scale) const
{
    std::optional<AxisRange> all;
    for (const PlotLine &line : m_lines) {
        const SeriesPyramid &pyramid = *line.pyramid;
        const uint32_t first = scale == AxisScale::Log ? pyramid.firstFrom(std::nextafter(line.xOffset, HUGE_VAL)) : 0;
        if (first < pyramid.size())
            all = united(all, AxisRange{pyramid.x(first) - line.xOffset, pyramid.x(pyramid.size() - 1) - line.xOffset});
    }
    return all;
}

std::optional<AxisRange> PlotPicture::yRange(const AxisRange &x) const
{
    std::optional<AxisRange> all;
    std::optional<AxisRange> around;
    const auto add = [&](const SeriesPyramid &pyramid, double offset) {
        const uint32_t begin = pyramid.firstFrom(x.lo + offset);
        const uint32_t end = pyramid.firstFrom(std::nextafter(x.hi + offset, HUGE_VAL));
        all = united(all, pyramid.yRange(begin, end));
        if (!all)
            around = united(around, pyramid.yRange(begin - (begin > 0), std::min(end + 1, pyramid.size())));
    };
    for (const PlotLine &line : m_lines) {
        add(*line.pyramid, line.xOffset);
        for (const SeriesPyramidPtr &other : {line.raw, line.low, line.high}) {
            if (other)
                add(*other, line.xOffset);
        }
    }
    return all ? all : around;
}

std::optional<AxisRange> PlotPicture::yQuantiles(const AxisRange &x, double part) const
{
    constexpr qint64 enough = 200'000;
    const auto stride = uint32_t(std::max<qint64>(1, pointCount(x) / enough));
    std::vector<double> values;
    for (const PlotLine &line : m_lines) {
        const PointRange points = rangeOf(line, x);
        for (uint32_t i = points.begin; i < points.end; i += std::min(stride, points.end - i)) {
            if (line.pyramid->isDrawable(line.pyramid->y(i)))
                values.push_back(line.pyramid->y(i));
        }
    }
    if (values.empty())
        return std::nullopt;
    const auto at = [&values](double where) {
        const auto it = values.begin() + std::ptrdiff_t(std::llround(where * double(values.size() - 1)));
        std::nth_element(values.begin(), it, values.end());
        return *it;
    };
    return AxisRange{at(part), at(1 - part)};
}

qint64 PlotPicture::pointCount(const AxisRange &x) const
{
    qint64 count = 0;
    for (const PlotLine &line : m_lines)
        count += rangeOf(line, x).count();
    return count;
}

qint64 PlotPicture::countOutside(const AxisRange &x, const AxisRange &y) const
{
    qint64 count = 0;
    for (const PlotLine &line : m_lines) {
        const PointRange points = rangeOf(line, x);
        count += line.pyramid->countOutside(points.begin, points.end, y);
    }
    return count;
}

bool PlotPicture::isFinal() const
{
    return m_isFine && !m_isStamped && std::ranges::all_of(m_envelopes, &LineEnvelope::isExact);
}

void PlotPicture::render(const PlotScale &scale, const QList<LineStyle> &styles, Motion motion)
{
    const bool keepEnvelopes = m_isCurrent && m_scale == scale && (motion == Motion::Moving || isFinal());
    if (keepEnvelopes && m_styles == styles)
        return;
    m_scale = scale;
    m_styles = styles;
    m_isCurrent = true;
    m_highlighted = -1;
    if (!keepEnvelopes)
        trace(motion);
    QList<LineStyle> all;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).low)
            all.append(bandStyle(styles.at(i)));
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).raw)
            all.append(rawStyle(styles.at(i)));
    }
    m_image = rasterLines(m_envelopes, all + styles, scale, std::move(m_image));
    m_markers.clear();
    m_isStamped = false;
    if (std::ranges::any_of(styles, [](const LineStyle &style) { return style.marker != LineMarker::None; })) {
        m_markers.resize(size_t(m_lines.size()));
        size_t count = 0;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (styles.at(i).marker != LineMarker::None)
                m_markers[size_t(i)] = markerPlaces(*m_lines.at(i).pyramid, m_lines.at(i).xOffset, scale);
            count += m_markers[size_t(i)].size();
        }
        m_isStamped = motion == Motion::Moving && count > FewMarkers;
        markLines(m_image, -1, 0, m_isStamped ? Motion::Moving : Motion::Still);
    }
}

// Markers lie above all lines, those of upper lines above those of lower ones.
void PlotPicture::markLines(QImage &image, int only, double width, Motion motion) const
{
    QPainter painter(&image);
    painter.scale(1 / m_scale.pixelRatio, 1 / m_scale.pixelRatio);
    for (size_t i = 0; i < m_markers.size(); ++i) {
        if (only >= 0 && int(i) != only)
            continue;
        LineStyle style = m_styles.at(qsizetype(i));
        style.width = std::max(style.width, width);
        if (motion == Motion::Moving)
            stampMarkers(painter, m_markers[i], style, m_scale.pixelRatio);
        else
            paintMarkers(painter, m_markers[i], style, m_scale.pixelRatio, Halo::Cut);
    }
}

LineStyle PlotPicture::rawStyle(const LineStyle &line)
{
    LineStyle style{line.color, 1.0, Qt::SolidLine};
    style.color.setAlphaF(RawOpacity);
    return style;
}

LineStyle PlotPicture::bandStyle(const LineStyle &line)
{
    LineStyle style{line.color, 0.0, Qt::SolidLine};
    style.color.setAlphaF(BandOpacity);
    return style;
}

void PlotPicture::trace(Motion motion)
{
    struct Traced {
        double xOffset;
        const SeriesPyramid *pyramid;
        const SeriesPyramid *low = nullptr; // of a band; then `pyramid` is its upper end
    };
    std::vector<Traced> all;
    for (const PlotLine &line : m_lines) {
        if (line.low)
            all.push_back({line.xOffset, line.high.get(), line.low.get()});
    }
    for (const PlotLine &line : m_lines) {
        if (line.raw)
            all.push_back({line.xOffset, line.raw.get()});
    }
    m_behindCount = all.size();
    for (const PlotLine &line : m_lines)
        all.push_back({line.xOffset, line.pyramid.get()});
    m_envelopes.resize(all.size());
    const double work = double(all.size()) * m_scale.pixels.width();
    const auto detail = work <= (motion == Motion::Moving ? FineMovingWork : FineWork) ? EnvelopeDetail::Fine : EnvelopeDetail::Quick;
    const auto borders = motion == Motion::Moving ? ColumnBorders::Rounded : ColumnBorders::Exact;
    m_isFine = detail == EnvelopeDetail::Fine || work > FineWork;
    const int parts = std::min(usefulParts(work), int(std::max<size_t>(1, all.size())));
    std::atomic<size_t> next = 0;
    inParallel(parts, [&](int) {
        for (size_t i = next++; i < all.size(); i = next++)
            m_envelopes[i] = all[i].low ? bandEnvelope(*all[i].low, *all[i].pyramid, all[i].xOffset, m_scale, detail, borders)
                                        : lineEnvelope(*all[i].pyramid, all[i].xOffset, m_scale, detail, borders, std::move(m_envelopes[i]));
    });
}

void PlotPicture::paint(QPainter &painter, const QPointF &topLeft, int highlighted, Ground ground) const
{
    if (highlighted < 0 || highlighted >= m_lines.size()) {
        painter.setCompositionMode(ground == Ground::Empty ? QPainter::CompositionMode_Source : QPainter::CompositionMode_SourceOver);
        painter.drawImage(topLeft, m_image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        return;
    }
    if (m_highlighted != highlighted) {
        m_highlighted = highlighted;
        LineStyle style = m_styles.at(highlighted);
        style.width = HighlightWidth;
        m_highlight = rasterLines({&envelope(highlighted), 1}, {&style, 1}, m_scale);
        if (!m_markers.empty())
            markLines(m_highlight, highlighted, HighlightWidth, Motion::Still);
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
    for (int i = 0; i < m_lines.size(); ++i) {
        const LineEnvelope &line = envelope(i);
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
                nearest = i;
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
    const LineEnvelope &traced = envelope(line);
    for (size_t column = traced.top.size(); column-- > 0;) {
        const double y = (traced.top[column] + traced.bottom[column]) / 2.0;
        if (!traced.isEmptyAt(column) && y >= 0 && y <= m_scale.pixels.height())
            return QPointF(double(column + 1) / traced.perPixel, y);
    }
    return std::nullopt;
}

qint64 PlotPicture::pointCount() const
{
    qint64 count = 0;
    for (size_t i = m_behindCount; i < m_envelopes.size(); ++i)
        count += m_envelopes[i].points;
    return count;
}

qint64 PlotPicture::drawnCount() const
{
    qint64 count = 0;
    for (size_t i = m_behindCount; i < m_envelopes.size(); ++i)
        count += m_envelopes[i].drawn;
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
