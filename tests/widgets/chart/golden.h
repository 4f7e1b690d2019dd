// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <algorithm>

// Golden pictures: drawn without texts, as fonts differ between machines, and compared after averaging 4 × 4 pixels, with a
// tolerance for other ways of smoothing edges. ASSAY_GOLDEN_WRITE=1 writes them anew (look at them then);
// ASSAY_GOLDEN_LOOK=FOLDER writes what is drawn now into a folder instead of comparing.
namespace Assay::Testing {

// The mean of every 4 × 4 pixels.
inline QImage averaged(const QImage &image)
{
    return image.scaled(image.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

// The greatest difference of a colour part, 0 to 255, and how many of the averaged pixels differ by more than a little.
struct Difference {
    int greatest = 0;
    int pixels = 0;

    bool isSmall() const { return greatest <= 40 && pixels <= 25; }
};
inline Difference difference(const QImage &a, const QImage &b)
{
    const QImage left = averaged(a), right = averaged(b);
    Difference found;
    if (left.size() != right.size())
        return {255, 1'000'000};
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const QColor p = left.pixelColor(x, y), q = right.pixelColor(x, y);
            const int most = std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())});
            found.greatest = std::max(found.greatest, most);
            found.pixels += most > 12;
        }
    }
    return found;
}

// Empty when the picture is the golden one of that name, else by how much it is not.
inline QString goldenDifference(const QString &folder, const QString &name, const QImage &now)
{
    const QString look = qEnvironmentVariable("ASSAY_GOLDEN_LOOK");
    const QString file = (look.isEmpty() ? folder : look) + u'/' + name + QStringLiteral(".png");
    if (!look.isEmpty() || qEnvironmentVariableIsSet("ASSAY_GOLDEN_WRITE"))
        return now.save(file) ? QString() : QStringLiteral("%1 cannot be written").arg(file);
    const QImage before(file);
    if (before.isNull())
        return QStringLiteral("%1 cannot be read").arg(file);
    const Difference found = difference(before, now);
    return found.isSmall() ? QString() : QStringLiteral("%1 pixels, up to %2").arg(found.pixels).arg(found.greatest);
}

} // namespace Assay::Testing
