// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotframe.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double Air = 0.06; // of the range, on each side
constexpr double Most = std::numeric_limits<double>::max();
constexpr int Gap = 6;       // between a label and its axis
bool textsShown = true;

AxisRange withAir(const AxisRange &data)
{
    const double half = data.hi / 2 - data.lo / 2; // the whole may be more than a double can say
    double air = half * 2 * Air;
    if (!(half > std::max(std::fabs(data.lo), std::fabs(data.hi)) * 1e-13))
        air = std::max({std::fabs(data.lo) * 0.1, std::fabs(data.hi) * 0.1, data.lo == 0 ? 1.0 : 1e-300});
    return {std::max(data.lo - std::min(air, Most), -Most), std::min(data.hi + std::min(air, Most), Most)};
}

// Where the usual ones cannot count: the ends and the middle.
AxisTicks widestTicks(const AxisRange &range)
{
    AxisTicks ticks;
    for (double place : {range.lo, range.lo / 2 + range.hi / 2, range.hi})
        ticks.ticks.append({place, QLocale().toString(place, 'g', 2)});
    return ticks;
}

} // namespace

QFont captionFont(QFont base)
{
    base.setPixelSize(11);
    return tabularFont(base);
}

FrameAxis FrameAxis::of(const ChartColumn &column, bool log)
{
    const auto ends = column.bounds();
    const AxisRange data = ends ? AxisRange{ends->first, ends->second} : AxisRange{};
    if (column.isText())
        return ofTexts(columnTitle(column.title), column.texts);
    if (log && ends && ends->first > 0)
        return between(column, paddedRange(data, AxisScale::Log), true);
    return between(column, withAir(data), false);
}

FrameAxis FrameAxis::between(const ChartColumn &like, AxisRange range, bool log)
{
    FrameAxis axis;
    axis.title = columnTitle(like.title);
    axis.kind = like.kind;
    axis.isWhole = like.isWhole;
    axis.scale = log && range.lo > 0 ? Scale::Log : Scale::Linear;
    axis.range = range;
    return axis;
}

FrameAxis FrameAxis::ofTexts(const QString &title, const QStringList &texts)
{
    FrameAxis axis;
    axis.title = title;
    axis.kind = ChartColumn::Kind::Text;
    axis.scale = Scale::Texts;
    axis.texts = texts;
    axis.range = {-0.5, std::max<double>(1, double(texts.size())) - 0.5};
    return axis;
}

FrameAxis FrameAxis::ofBins(const ChartColumn &column, const QList<ValueBin> &bins)
{
    const bool areSingles = std::ranges::all_of(bins, [](const ValueBin &bin) { return bin.isSingle(); });
    QStringList texts;
    for (const ValueBin &bin : bins)
        texts.append(cardValueText(column, bin.from));
    FrameAxis axis = ofTexts(columnTitle(column.title), texts);
    if (!areSingles) {
        axis.scale = Scale::Edges;
        axis.texts.append(cardValueText(column, bins.last().to));
    }
    return axis;
}

double FrameAxis::part(double value) const
{
    if (scale == Scale::Log)
        return value > 0 ? (std::log(value) - std::log(range.lo)) / (std::log(range.hi) - std::log(range.lo)) : -1; // a quotient may overflow
    const double half = range.hi / 2 - range.lo / 2;
    return half > 0 ? (value / 2 - range.lo / 2) / half : 0.5; // the least numbers have no half
}

double FrameAxis::valueAt(double part) const
{
    if (scale == Scale::Log)
        return part <= 0.5 ? range.lo * std::exp((std::log(range.hi) - std::log(range.lo)) * part)
                           : range.hi * std::exp((std::log(range.hi) - std::log(range.lo)) * (part - 1)); // exact at the ends
    return range.lo * (1 - part) + range.hi * part;
}

AxisTicks FrameAxis::ticks(int most) const
{
    most = std::max(2, most);
    if (hasPlaces()) {
        AxisTicks all;
        const double shift = scale == Scale::Edges ? 0.5 : 0;
        const qsizetype step = (texts.size() + most - 1) / std::max(1, most);
        for (qsizetype i = 0; i < texts.size(); i += std::max<qsizetype>(1, step))
            all.ticks.append({double(i) - shift, visibleText(texts[i], 200)});
        return all;
    }
    if (scale == Scale::Log)
        return logTicks(range, most);
    if (!std::isfinite(range.size()) || range.size() > Most / 16)
        return widestTicks(range);
    switch (kind) {
    case ChartColumn::Kind::Duration: {
        AxisTicks seconds = durationTicks({range.lo * 1000, range.hi * 1000}, most);
        for (AxisTick &tick : seconds.ticks)
            tick.position /= 1000;
        return seconds;
    }
    case ChartColumn::Kind::Time: return timeTicks(range, most, QTimeZone::systemTimeZone());
    case ChartColumn::Kind::Number:
    case ChartColumn::Kind::Text: break;
    }
    return isWhole ? stepTicks(range, most) : numberTicks(range, most);
}

void PlotFrame::setAxes(FrameAxis x, FrameAxis y)
{
    m_x = std::move(x);
    m_y = std::move(y);
}

bool PlotFrame::showsTexts()
{
    return textsShown;
}

void PlotFrame::setTexts(bool shown)
{
    textsShown = shown;
}

void PlotFrame::layOut(const QRectF &whole, const QFont &font)
{
    m_whole = whole;
    m_font = captionFont(font);
    const QFontMetrics metrics(m_font);
    const int row = 16;
    const double top = m_y.title.isEmpty() && m_titleShare == 1 ? 6 : row + 6;
    const double bottom = row + 2 + (m_x.title.isEmpty() ? 0 : row);
    const double height = std::max(10.0, whole.height() - top - bottom);
    m_yTicks = m_y.ticks(m_y.hasPlaces() ? int(height / 12) : std::max(3, int(height / 32)));
    int widest = 24;
    for (const AxisTick &tick : std::as_const(m_yTicks.ticks))
        widest = std::max(widest, textsShown ? metrics.horizontalAdvance(tick.label) + 2 : 48);
    const double left = std::min<double>(widest, whole.width() * m_labelShare) + Gap;
    m_area = QRectF(whole.left() + left, whole.top() + top, std::max(10.0, whole.width() - left - 12), height);
    // Labels of times and spans are longer than those of numbers.
    const bool isLong = m_x.kind == ChartColumn::Kind::Time || m_x.kind == ChartColumn::Kind::Duration;
    m_xTicks = m_x.ticks(int(m_area.width() / (m_x.scale == FrameAxis::Scale::Texts ? 34 : m_x.scale == FrameAxis::Scale::Edges ? 48 : isLong ? 90 : 64)));
}

void PlotFrame::paint(QPainter &painter, const QPalette &palette) const
{
    const Theme &theme = Theme::of(palette);
    QColor grid = theme.color(ColorRole::Border);
    grid.setAlphaF(0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_font);
    paintX(painter, grid, theme.color(ColorRole::Muted));
    paintY(painter, grid, theme.color(ColorRole::Muted));
    painter.restore();
}

void PlotFrame::paintX(QPainter &painter, const QColor &grid, const QColor &text) const
{
    const QFontMetrics metrics(m_font);
    const double room = m_xTicks.ticks.size() > 1 ? std::fabs(xOf(m_xTicks.ticks[1].position) - xOf(m_xTicks.ticks[0].position)) - 6 : m_area.width();
    double last = -1e9; // where the label before ends
    for (const AxisTick &tick : m_xTicks.ticks) {
        const double at = std::round(xOf(tick.position));
        if (at < m_area.left() - 1 || at > m_area.right() + 1)
            continue;
        painter.setPen(QPen(grid, 1));
        if (m_x.hasGrid)
            painter.drawLine(QPointF(at, m_area.top()), QPointF(at, m_area.bottom()));
        if (!textsShown || tick.label.isEmpty())
            continue;
        const bool isText = m_x.scale == FrameAxis::Scale::Texts;
        const QString label = isText ? metrics.elidedText(tick.label, Qt::ElideRight, int(room)) : tick.label;
        const double width = metrics.horizontalAdvance(label);
        const double left = std::clamp(at - width / 2, m_whole.left(), std::max(m_whole.left(), m_whole.right() - width));
        if (left < last + 6)
            continue;
        last = left + width;
        painter.setPen(text);
        painter.drawText(QRectF(left, m_area.bottom() + 2, width + 1, 16), Qt::AlignLeft | Qt::AlignVCenter, label);
    }
    if (!textsShown)
        return;
    const QString title = m_xTicks.caption.isEmpty() ? m_x.title : m_x.title + u" · "_s + m_xTicks.caption;
    painter.setPen(text);
    painter.drawText(QRectF(m_area.left(), m_area.bottom() + 18, m_area.width(), 16), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(visibleText(title, 300), Qt::ElideMiddle, int(m_area.width())));
}

void PlotFrame::paintY(QPainter &painter, const QColor &grid, const QColor &text) const
{
    const QFontMetrics metrics(m_font);
    for (const AxisTick &tick : m_yTicks.ticks) {
        const double at = std::round(yOf(tick.position));
        if (at < m_area.top() - 1 || at > m_area.bottom() + 1)
            continue;
        painter.setPen(QPen(grid, 1));
        if (m_y.hasGrid)
            painter.drawLine(QPointF(m_area.left(), at), QPointF(m_area.right(), at));
        if (!textsShown)
            continue;
        const QRectF place(m_whole.left(), at - 8, m_area.left() - m_whole.left() - Gap, 16);
        painter.setPen(text);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(tick.label, Qt::ElideRight, int(place.width())));
    }
    if (!textsShown || m_y.title.isEmpty())
        return;
    const QString title = m_yTicks.caption.isEmpty() ? m_y.title : m_y.title + u" · "_s + m_yTicks.caption;
    painter.setPen(text);
    const double room = (m_whole.width() - 4) * m_titleShare;
    painter.drawText(QRectF(m_whole.left() + 2, m_whole.top(), room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(visibleText(title, 300), Qt::ElideMiddle, int(room)));
}

} // namespace Assay
