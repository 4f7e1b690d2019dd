// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/boxview.h"

#include "models/items/cardcolumns.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double DotReach = 7;

} // namespace

void BoxView::setGroups(QList<Group> groups, ChartColumn values, bool log)
{
    m_groups = std::move(groups);
    m_values = std::move(values);
    m_log = log;
    changePlot();
}

double BoxView::pixelOf(double place) const
{
    return frame().xOf(m_log ? std::pow(10, place) : place);
}

QString BoxView::valueText(double place) const
{
    const double value = m_log ? std::pow(10, place) : place;
    return m_values.kind == ChartColumn::Kind::Number ? QLocale().toString(value, 'g', 4) : cardValueText(m_values, value);
}

QPointF BoxView::dotOf(qsizetype row, size_t run) const
{
    const QRectF place = rowRect(row);
    const double aside = double((run * 2'654'435'761u >> 8) % 1000) / 999 - 0.5;
    return {frame().xOf(m_values.values[run]), place.center().y() + aside * std::min(28.0, place.height() * 0.5)};
}

void BoxView::paintViolin(QPainter &painter, qsizetype row) const
{
    // Between the least and the greatest value: beyond them there is nothing but the kernel.
    const BoxSummary &box = m_groups[row].box;
    DensityCurve curve;
    for (size_t i = 0; i < m_groups[row].density->places.size(); ++i) {
        if (m_groups[row].density->places[i] < box.least || m_groups[row].density->places[i] > box.most)
            continue;
        curve.places.push_back(m_groups[row].density->places[i]);
        curve.density.push_back(m_groups[row].density->density[i]);
    }
    if (curve.places.size() < 2)
        return;
    const double most = *std::max_element(curve.density.begin(), curve.density.end());
    const QRectF place = rowRect(row);
    const double half = std::min(60.0, place.height() * 0.46);
    QPainterPath path;
    const auto point = [&](size_t i, int side) {
        return QPointF(std::clamp(pixelOf(curve.places[i]), frame().area().left(), frame().area().right()), place.center().y() + side * half * curve.density[i] / most);
    };
    path.moveTo(point(0, -1));
    for (size_t i = 1; i < curve.places.size(); ++i)
        path.lineTo(point(i, -1));
    for (size_t i = curve.places.size(); i-- > 0;)
        path.lineTo(point(i, 1));
    path.closeSubpath();
    QColor color = Theme::of(palette()).series(m_groups[row].color);
    painter.setPen(QPen(color, 1));
    color.setAlphaF(0.28F);
    painter.setBrush(color);
    painter.drawPath(path);
}

void BoxView::paintBox(QPainter &painter, qsizetype row) const
{
    const Theme &theme = Theme::of(palette());
    const Group &group = m_groups[row];
    const BoxSummary &box = group.box;
    const QRectF place = rowRect(row);
    const bool isViolin = group.density.has_value();
    const double half = isViolin ? 5 : std::min(16.0, place.height() * 0.34), y = place.center().y();
    const QColor color = theme.series(group.color);
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(QPointF(pixelOf(box.lowWhisker), y), QPointF(pixelOf(box.lowerQuartile), y));
    painter.drawLine(QPointF(pixelOf(box.upperQuartile), y), QPointF(pixelOf(box.highWhisker), y));
    if (!isViolin)
        for (double end : {box.lowWhisker, box.highWhisker})
            painter.drawLine(QPointF(pixelOf(end), y - half / 2), QPointF(pixelOf(end), y + half / 2));
    QColor fill = color;
    fill.setAlphaF(isViolin ? 0.55F : 0.25F);
    painter.setBrush(fill);
    const double left = pixelOf(box.lowerQuartile), right = pixelOf(box.upperQuartile);
    painter.drawRect(QRectF(left, y - half, std::max(1.0, right - left), 2 * half));
    painter.setPen(QPen(theme.color(ColorRole::Text), 2));
    painter.drawLine(QPointF(pixelOf(box.median), y - half), QPointF(pixelOf(box.median), y + half));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.25));
    for (size_t i = 0; group.runs.empty() && i < box.outliers.size(); ++i)
        painter.drawEllipse(QPointF(pixelOf(box.outliers[i]), y), 2.5, 2.5);
}

void BoxView::paintPlot(QPainter &painter) const
{
    frame().paint(painter, palette());
    for (qsizetype row = 0; row < std::min(shownRows(), m_groups.size()); ++row) {
        if (m_groups[row].density)
            paintViolin(painter, row);
        paintBox(painter, row);
        QColor dot = Theme::of(palette()).series(m_groups[row].color);
        dot.setAlphaF(0.7F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(dot);
        for (size_t run : m_groups[row].runs)
            painter.drawEllipse(dotOf(row, run), 2, 2);
    }
    paintMore(painter);
}

void BoxView::paintOver(QPainter &painter) const
{
    if (highlighted() < 0 || highlighted() >= m_values.size() || !m_values.has(size_t(highlighted())))
        return;
    const Theme &theme = Theme::of(palette());
    for (qsizetype row = 0; row < std::min(shownRows(), m_groups.size()); ++row) {
        if (std::ranges::find(m_groups[row].runs, size_t(highlighted())) == m_groups[row].runs.end())
            continue;
        painter.setPen(QPen(theme.color(ColorRole::Text), 1.5));
        painter.setBrush(theme.series(m_groups[row].color));
        painter.drawEllipse(dotOf(row, size_t(highlighted())), 4, 4);
    }
}

std::optional<CardView::Hit> BoxView::hitAt(const QPointF &position) const
{
    const auto row = rowAt(position);
    if (!row)
        return {};
    const Group &group = m_groups[*row];
    const QColor color = Theme::of(palette()).series(group.color);
    for (size_t run : group.runs) {
        const QPointF away = dotOf(*row, run) - position;
        if (QPointF::dotProduct(away, away) < DotReach * DotReach)
            return Hit{int(run), {color, runs().names.value(qsizetype(run)), cardValueText(m_values, m_values.values[run]), group.name}};
    }
    const BoxSummary &box = group.box;
    const QString middle = tr("median %1 (%2 – %3)").arg(valueText(box.median), valueText(box.lowerQuartile), valueText(box.upperQuartile));
    const QString more = tr("%n runs", nullptr, int(box.count)) + u" · "_s + tr("whiskers %1 – %2").arg(valueText(box.lowWhisker), valueText(box.highWhisker));
    return Hit{-1, {color, group.name, middle, more}};
}

} // namespace Assay
