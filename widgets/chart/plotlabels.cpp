// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotlabels.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace Assay {

namespace {

constexpr int Width = 116;
constexpr int RowHeight = 16;
constexpr int DotSize = 6;

QFont labelFont(QFont font, bool isStrong)
{
    font.setPixelSize(11);
    font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

PlotLabels::PlotLabels(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(Width, 0);
    hide();
}

void PlotLabels::setLabels(QList<Label> labels)
{
    std::ranges::stable_sort(labels, {}, &Label::y);
    // Those that would overlap give way downwards, and from the lower edge upwards.
    for (qsizetype i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + RowHeight);
    int most = height() - RowHeight;
    for (qsizetype i = labels.size(); i-- > 0; most = labels[i].y - RowHeight)
        labels[i].y = std::min(labels[i].y, most);
    if (m_labels == labels)
        return;
    m_labels = std::move(labels);
    update();
}

void PlotLabels::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Label &label : std::as_const(m_labels)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(label.color);
        painter.drawEllipse(QRectF(0, label.y - DotSize / 2.0, DotSize, DotSize));
        painter.setPen(theme.color(label.isStrong ? ColorRole::Text : ColorRole::Muted));
        painter.setFont(labelFont(font(), label.isStrong));
        const QRect row(DotSize + 6, label.y - RowHeight / 2, width() - DotSize - 6, RowHeight);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(visibleText(label.name, 200), Qt::ElideRight, row.width()));
    }
}

} // namespace Assay
