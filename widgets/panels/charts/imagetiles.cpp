// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/imagetiles.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Assay {

namespace {

constexpr int LeastTile = 128;
constexpr int MostTile = 280;
constexpr int Gap = 8;
constexpr int CaptionHeight = 34; // two lines
constexpr int DotSize = 8;

} // namespace

ImageTiles::ImageTiles(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ImageTiles::setTiles(QList<Tile> tiles)
{
    m_tiles = std::move(tiles);
    setMinimumHeight(heightForWidth(width()));
    update();
}

void ImageTiles::setHighlightedRun(const std::optional<RunRef> &run)
{
    if (m_highlighted == run)
        return;
    m_highlighted = run;
    update();
}

int ImageTiles::columnCount(int width) const
{
    return std::clamp(int(m_tiles.size()), 1, std::max(1, (width + Gap) / (LeastTile + Gap)));
}

int ImageTiles::tileSide(int width) const
{
    const int columns = columnCount(width);
    const int visible = parentWidget() ? parentWidget()->height() - CaptionHeight : MostTile; // a picture is seen as a whole
    return std::min(std::clamp(visible, LeastTile, MostTile), (width - (columns - 1) * Gap) / columns);
}

int ImageTiles::heightForWidth(int width) const
{
    const int columns = columnCount(width);
    const int rows = int((m_tiles.size() + columns - 1) / columns);
    return std::max(0, rows * (tileSide(width) + CaptionHeight + Gap) - Gap);
}

QRect ImageTiles::tileRect(qsizetype index) const
{
    const int columns = columnCount(width());
    const int side = tileSide(width());
    return {int(index % columns) * (side + Gap), int(index / columns) * (side + CaptionHeight + Gap), side, side + CaptionHeight};
}

std::optional<RunRef> ImageTiles::runAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_tiles.size(); ++i)
        if (tileRect(i).contains(position))
            return m_tiles.at(i).run;
    return {};
}

void ImageTiles::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QFont small = tabularFont(font());
    small.setPixelSize(11);
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        const QRect place = tileRect(i);
        if (!place.intersects(event->rect()))
            continue;
        const Tile &tile = m_tiles.at(i);
        const QRect room(place.left(), place.top(), place.width(), place.width());
        painter.setPen(Qt::NoPen);
        painter.fillRect(room, theme.color(tile.run == m_highlighted ? ColorRole::Selection : ColorRole::Hover));
        painter.setFont(small);
        if (tile.picture.isNull()) {
            painter.setPen(theme.color(ColorRole::Muted));
            painter.drawText(room.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tile.problem);
        } else {
            QSize size = tile.picture.size().scaled(room.size(), Qt::KeepAspectRatio);
            QRect at(QPoint(), size.expandedTo({1, 1}));
            at.moveCenter(room.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform, size.width() < tile.picture.width()); // small ones keep their pixels
            painter.drawPixmap(at, tile.picture);
        }
        const QFontMetrics metrics(small);
        const int y = room.bottom() + 3;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.series(tile.colorIndex));
        painter.drawEllipse(QRectF(place.left() + 1, y + (metrics.height() - DotSize) / 2.0, DotSize, DotSize));
        painter.setPen(theme.color(ColorRole::Text));
        const int indent = DotSize + 6;
        painter.drawText(QRect(place.left() + indent, y, place.width() - indent, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(visibleText(tile.name, 200), Qt::ElideRight, place.width() - indent));
        painter.setPen(theme.color(ColorRole::Muted));
        painter.drawText(QRect(place.left() + indent, y + metrics.height(), place.width() - indent, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tile.caption);
    }
}

void ImageTiles::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT runHovered(runAt(event->position().toPoint()));
}

void ImageTiles::mouseReleaseEvent(QMouseEvent *event)
{
    if (const auto run = runAt(event->position().toPoint()); run && event->button() == Qt::LeftButton)
        Q_EMIT runClicked(*run, event->modifiers());
}

void ImageTiles::leaveEvent(QEvent *)
{
    Q_EMIT runHovered(std::nullopt);
}

void ImageTiles::resizeEvent(QResizeEvent *)
{
    setMinimumHeight(heightForWidth(width()));
}

} // namespace Assay
