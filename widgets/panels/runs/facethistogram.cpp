// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/facethistogram.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int CaptionHeight = 20;
constexpr int Height = 148;
constexpr int Margin = 12;

} // namespace

FacetHistogram::FacetHistogram(const FacetModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setObjectName(u"facetHistogram"_s);
    setAccessibleName(tr("Histogram"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_isDragging = false;
        setRange({});
        update();
    });
}

QSize FacetHistogram::sizeHint() const
{
    return {200, Height};
}

QRect FacetHistogram::plot() const
{
    return rect().adjusted(Margin, CaptionHeight + 4, -Margin, -CaptionHeight);
}

QRect FacetHistogram::binRect(size_t bin) const
{
    const auto bins = int(m_model.facet().bins.size());
    const QRect area = plot();
    const int left = area.left() + area.width() * int(bin) / bins, right = area.left() + area.width() * int(bin + 1) / bins;
    return {left, area.top(), right - left, area.height()};
}

size_t FacetHistogram::binAt(int x) const
{
    const auto bins = int(m_model.facet().bins.size());
    const QRect area = plot();
    return size_t(std::clamp((x - area.left()) * bins / std::max(1, area.width()), 0, bins - 1));
}

void FacetHistogram::setRange(const std::optional<Range> &range)
{
    m_range = range;
    update();
}

// Above: what the mouse or the keys are at, else nothing. Below: where the first bin begins and the last ends.
void FacetHistogram::paintCaption(QPainter &painter) const
{
    const Theme &theme = Theme::of(palette());
    const std::vector<FacetBin> &bins = m_model.facet().bins;
    QFont small = tabularFont(font());
    small.setPixelSize(11);
    painter.setFont(small);
    const QRect area = plot();
    if (m_range) {
        painter.setPen(theme.color(ColorRole::Text));
        const QString text = tr("%1: %2").arg(m_model.rangeText(m_range->first(), m_range->last()),
                                              countText(m_model.rangeCount(m_range->first(), m_range->last())));
        painter.drawText(QRect(area.left(), 0, area.width(), CaptionHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, area.width()));
    }
    painter.setPen(theme.color(ColorRole::Muted));
    const QRect below(area.left(), area.bottom() + 2, area.width(), CaptionHeight - 2);
    const bool isWhole = m_model.facet().kind == Facet::Kind::Numbers && m_model.facet().isWhole;
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, m_model.edgeText(bins.front().from));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, m_model.edgeText(bins.back().to - (isWhole ? 1 : 0)));
}

void FacetHistogram::paintEvent(QPaintEvent *)
{
    const std::vector<FacetBin> &bins = m_model.facet().bins;
    if (bins.empty())
        return;
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    qsizetype most = 1;
    for (const FacetBin &bin : bins)
        most = std::max(most, bin.count);
    const QRect area = plot();
    if (m_range) {
        QRect chosen = binRect(m_range->first()).united(binRect(m_range->last()));
        painter.fillRect(chosen, theme.color(m_isDragging || hasFocus() ? ColorRole::Selection : ColorRole::Hover));
    }
    for (size_t i = 0; i < bins.size(); ++i) {
        if (bins[i].count == 0)
            continue;
        QRect bar = binRect(i).adjusted(0, 0, bins.size() > 1 ? -1 : 0, 0);
        bar.setTop(area.bottom() + 1 - std::max(2, int(double(area.height()) * double(bins[i].count) / double(most))));
        QColor color = theme.color(ColorRole::Accent);
        const bool isOutside = m_range && (i < m_range->first() || i > m_range->last());
        color.setAlphaF(isOutside ? 0.4F : 0.75F);
        painter.fillRect(bar, color);
    }
    painter.setPen(theme.color(ColorRole::Border));
    painter.drawLine(area.bottomLeft() + QPoint(0, 1), area.bottomRight() + QPoint(0, 1));
    paintCaption(painter);
}

bool FacetHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_model.facet().bins.empty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const size_t bin = binAt(help->pos().x());
        QToolTip::showText(help->globalPos(), toolTipText(tr("%1: %n run(s)\nDrag to filter by a range", nullptr, int(m_model.rangeCount(bin, bin)))
                                                              .arg(m_model.rangeText(bin, bin))), this);
        return true;
    }
    return QWidget::event(event);
}

void FacetHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_model.facet().bins.empty())
        return;
    const size_t bin = binAt(event->pos().x());
    m_isDragging = true;
    setRange(Range{bin, bin});
}

void FacetHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (m_model.facet().bins.empty())
        return;
    const size_t bin = binAt(event->pos().x());
    setRange(Range{m_isDragging && m_range ? m_range->anchor : bin, bin});
}

void FacetHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_isDragging, false) || !m_range)
        return;
    update();
    emit rangeChosen(m_range->first(), m_range->last(), event->modifiers());
}

void FacetHistogram::leaveEvent(QEvent *)
{
    if (!m_isDragging)
        setRange({});
}

void FacetHistogram::keyPressEvent(QKeyEvent *event)
{
    const auto bins = int(m_model.facet().bins.size());
    const int key = event->key();
    const bool isStep = key == Qt::Key_Left || key == Qt::Key_Right;
    if (bins > 0 && isStep) {
        const int at = m_range ? int(m_range->end) + (key == Qt::Key_Left ? -1 : 1) : key == Qt::Key_Left ? bins - 1 : 0;
        const auto end = size_t(std::clamp(at, 0, bins - 1));
        setRange(Range{m_range && event->modifiers() & Qt::ShiftModifier ? m_range->anchor : end, end});
    } else if (m_range && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        emit rangeChosen(m_range->first(), m_range->last(), event->modifiers());
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Assay
