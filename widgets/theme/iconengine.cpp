// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QResource>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Draws a one-colour SVG in the colour of the moment, so that icons follow the theme without being made anew.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QLatin1StringView name, std::optional<ColorRole> role) : m_name(name), m_role(role) {}

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap pixmap = scaledPixmap(rect.size() * scale, mode, state, 1);
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor color = colorOf(mode);
        const QString key = u"assay-icon:%1:%2:%3x%4"_s.arg(m_name, color.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QByteArray svg = QResource(u":/icons/%1.svg"_s.arg(m_name)).uncompressedData();
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QColor colorOf(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return m_role ? Theme::of(palette).color(*m_role) : palette.color(QPalette::Text);
    }

    QLatin1StringView m_name;
    std::optional<ColorRole> m_role;
};

} // namespace

QIcon icon(QLatin1StringView name)
{
    return QIcon(new TintedIconEngine(name, {}));
}

QIcon icon(QLatin1StringView name, ColorRole role)
{
    return QIcon(new TintedIconEngine(name, role));
}

} // namespace Assay
