// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/confinement.h"
#include "app/preview/decoders.h"

#include "models/preview/svgcheck.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int AllocationLimit = 192;         // MiB for one decoded picture
constexpr qint64 MaxSourcePixels = 200'000'000; // more takes longer than one waits
constexpr qint64 MaxPixels = 8 << 20;        // of what is handed over: twice a large screen
constexpr int MaxSide = 8192;
constexpr int LeastSvgSide = 1200;           // small drawings are drawn larger, so that they can be looked at closely

// `size` made small enough to be handed over.
QSize fitted(QSize size)
{
    double factor = std::min(1.0, std::sqrt(double(MaxPixels) / (double(size.width()) * size.height())));
    factor = std::min(factor, double(MaxSide) / std::max(size.width(), size.height()));
    return {std::max(1, int(size.width() * factor)), std::max(1, int(size.height() * factor))};
}

ImagePreview handedOver(const QImage &image, QSize original)
{
    const QImage plain = image.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    ImagePreview preview{plain.size(), original, {}};
    const qsizetype row = qsizetype(plain.width()) * 4;
    preview.pixels.reserve(row * plain.height());
    for (int y = 0; y < plain.height(); ++y)
        preview.pixels.append(reinterpret_cast<const char *>(plain.constScanLine(y)), row);
    return preview;
}

QString whyNot(const QImageReader &reader)
{
    return reader.error() == QImageReader::UnknownError ? QString() : reader.errorString();
}

} // namespace

void readImage(Preview &preview, QByteArray bytes)
{
    const QByteArray format = preview.type.id.toLatin1();
    if (!QImageReader::supportedImageFormats().contains(format)) {
        preview.content = PreviewFailure{PreviewFailure::Reason::Unsupported, 0, preview.type.id};
        return;
    }
    QImageReader::setAllocationLimit(AllocationLimit);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const bool canRead = reader.canRead(); // loads the format's plugin
    closeTheDoor();
    const QSize original = canRead ? reader.size() : QSize();
    if (!canRead || original.isEmpty()) {
        preview.content = PreviewFailure{PreviewFailure::Reason::Damaged, 0, whyNot(reader)};
        return;
    }
    if (qint64(original.width()) * original.height() > MaxSourcePixels) {
        preview.content = PreviewFailure{PreviewFailure::Reason::TooLarge, 0,
                                         u"%1 × %2"_s.arg(original.width()).arg(original.height())};
        return;
    }
    if (fitted(original) != original)
        reader.setScaledSize(fitted(original));
    const bool isAnimation = reader.supportsAnimation();
    QImage image;
    if (!reader.read(&image) || image.isNull()) {
        preview.content = PreviewFailure{PreviewFailure::Reason::Damaged, 0, whyNot(reader)};
        return;
    }
    const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    preview.content = handedOver(image, isTurned ? original.transposed() : original);
    if (fitted(original) != original)
        preview.notes.append({PreviewNote::Kind::ImageScaled, 0, 0});
    if (isAnimation && reader.imageCount() != 1)
        preview.notes.append({PreviewNote::Kind::FirstFrame, 0, std::max(0, reader.imageCount())});
}

void readSvg(Preview &preview, const QByteArray &bytes)
{
    if (const auto objection = svgObjection(bytes)) {
        preview.content = *objection;
        return;
    }
    QImageReader::setAllocationLimit(AllocationLimit);
    QSvgRenderer renderer;
    if (!renderer.load(bytes) || renderer.defaultSize().isEmpty()) {
        preview.content = PreviewFailure{PreviewFailure::Reason::Damaged, 0, u"the renderer refuses it"_s};
        return;
    }
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    const QSize original = renderer.defaultSize();
    const double enlarged = std::max(2.0, double(LeastSvgSide) / std::max(original.width(), original.height()));
    const QSizeF wanted = QSizeF(original) * enlarged;
    const QSize size = wanted.width() > MaxSide || wanted.height() > MaxSide ? fitted(original) : fitted(wanted.toSize());
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    preview.content = handedOver(image, original);
}

} // namespace Assay
