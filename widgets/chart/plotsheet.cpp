// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotsheet.h"

#include "models/items/displaytext.h"
#include "widgets/chart/cardview.h"
#include "widgets/chart/linemarkers.h"
#include "widgets/theme/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

struct SheetText {
    Q_DECLARE_TR_FUNCTIONS(PlotSheet)
};

constexpr int Around = 16;
constexpr int TitleHeight = 24;
constexpr int PlotInset = 4; // so that its caption stands below the title
constexpr int NameHeight = 20;
constexpr int SwatchWidth = 20;
constexpr int SwatchGap = 6;
constexpr int NameGap = 16;
constexpr int MostNames = 60; // beyond them a legend is no help
constexpr double PixelsPerInch = 96; // of the logical ones
constexpr double PointsPerInch = 72;

} // namespace

PlotSheet::PlotSheet(const QString &title, const QSize &size, bool isDark)
    : m_title(title), m_size(size.expandedTo({160, 120}))
{
    m_plot.setAttribute(Qt::WA_DontShowOnScreen);
    m_plot.setPalette((isDark ? Theme::dark() : Theme::light()).palette());
}

QFont PlotSheet::titleFont() const
{
    QFont font = m_plot.font();
    font.setPixelSize(15);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont PlotSheet::nameFont() const
{
    QFont font = m_plot.font();
    font.setPixelSize(12);
    return font;
}

// The names in rows below, as many as there are; what they leave is the plot's.
void PlotSheet::layOut()
{
    m_names.clear();
    const QFontMetrics metrics(nameFont());
    const int right = m_size.width() - Around;
    const auto count = int(m_plot.lines().size());
    const int room = std::max(1, (m_size.height() / 3) / NameHeight); // rows: the plot keeps most of the place
    int x = Around, row = 0;
    for (int i = 0; i < count && m_names.size() < MostNames; ++i) {
        const PlotLine &line = m_plot.lines().at(i);
        const QString whole = line.values.isEmpty() ? line.name : line.name + u" · "_s + line.values;
        const QString name = metrics.elidedText(visibleText(whole, 200), Qt::ElideRight, (right - Around) / 2);
        const int width = SwatchWidth + SwatchGap + metrics.horizontalAdvance(name);
        if (x + width > right && x > Around) {
            if (row + 1 == room)
                break;
            ++row;
            x = Around;
        }
        m_names.append({QRect(x, row * NameHeight, width, NameHeight), i, name});
        x += width + NameGap;
    }
    if (m_names.size() < count) {
        const QString more = SheetText::tr("and %1 more").arg(countText(count - m_names.size()));
        if (x + metrics.horizontalAdvance(more) > right) {
            ++row;
            x = Around;
        }
        m_names.append({QRect(x, row * NameHeight, metrics.horizontalAdvance(more), NameHeight), -1, more});
    }
    const int namesHeight = m_names.isEmpty() ? 0 : (row + 1) * NameHeight + 8;
    const int top = Around + (m_title.isEmpty() ? 0 : TitleHeight);
    m_plot.setGeometry(PlotInset, top, m_size.width() - 2 * PlotInset, std::max(60, m_size.height() - top - namesHeight - 8));
    for (Name &name : m_names)
        name.place.translate(0, m_plot.geometry().bottom() + 4);
    m_plot.show(); // without being seen: its parts take their places
}

void PlotSheet::paintAround(QPainter &painter) const
{
    const Theme &theme = Theme::of(m_plot.palette());
    painter.fillRect(QRect({}, m_size), theme.color(ColorRole::Surface));
    painter.setPen(theme.color(ColorRole::Text));
    painter.setFont(titleFont());
    const QRect titlePlace(Around, Around - 4, m_size.width() - 2 * Around, TitleHeight);
    painter.drawText(titlePlace, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(visibleText(m_title, 500), Qt::ElideMiddle, titlePlace.width()));
    painter.setFont(nameFont());
    for (const Name &name : m_names) {
        QRect text = name.place;
        if (name.line >= 0) {
            paintSwatch(painter, QRectF(text.left(), text.top(), SwatchWidth, text.height()), lineStyle(m_plot.lines().at(name.line), theme, 2));
            text.setLeft(text.left() + SwatchWidth + SwatchGap);
        }
        painter.setPen(theme.color(name.line >= 0 ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(text.adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, name.text);
    }
}

void PlotSheet::draw(QPaintDevice &device, PlotOutput output)
{
    layOut();
    if (!m_picture)
        return m_plot.drawOn(device, m_plot.pos(), output, [this](QPainter &painter) { paintAround(painter); });
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAround(painter);
    paintPicture(painter);
}

void PlotSheet::paintPicture(QPainter &painter) const
{
    const QRect place = m_plot.geometry();
    if (auto *view = qobject_cast<CardView *>(m_picture.data())) {
        painter.translate(place.topLeft());
        return view->drawOn(painter, place.size());
    }
    const double scale = std::min(double(place.width()) / std::max(1, m_picture->width()), double(place.height()) / std::max(1, m_picture->height()));
    painter.translate(place.left() + (place.width() - m_picture->width() * scale) / 2, place.top());
    painter.scale(scale, scale);
    m_picture->render(&painter, {}, {}, QWidget::DrawChildren);
}

QByteArray PlotSheet::file(ChartDrawing::Format format, double pixelRatio)
{
    switch (format) {
    case ChartDrawing::Format::Png: return png(pixelRatio);
    case ChartDrawing::Format::Svg: return svg();
    case ChartDrawing::Format::Pdf: return pdf();
    }
    return {};
}

QImage PlotSheet::image(double pixelRatio)
{
    const double ratio = std::clamp(pixelRatio, 0.5, 8.0);
    QImage image(QSize(qRound(m_size.width() * ratio), qRound(m_size.height() * ratio)), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    draw(image, PlotOutput::Pixels);
    image.setText(u"Title"_s, m_title);
    image.setText(u"Software"_s, u"Assay"_s);
    return image;
}

QByteArray PlotSheet::png(double pixelRatio)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return image(pixelRatio).save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray PlotSheet::svg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(PixelsPerInch));
    generator.setSize(m_size);
    generator.setViewBox(QRect({}, m_size));
    generator.setTitle(m_title.toHtmlEscaped());
    generator.setDescription(SheetText::tr("Drawn by Assay"));
    draw(generator, PlotOutput::Vectors);
    return bytes;
}

QByteArray PlotSheet::pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(qRound(PixelsPerInch));
    writer.setPageSize(QPageSize(QSizeF(m_size) * (PointsPerInch / PixelsPerInch), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(m_title);
    writer.setCreator(u"Assay"_s);
    draw(writer, PlotOutput::Vectors);
    return bytes;
}

} // namespace Assay
