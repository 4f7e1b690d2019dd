// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/loggedimages.h"

#include "models/preview/artifacttype.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

std::optional<LoggedImage> imageOf(const ArtifactEntry &entry)
{
    if (entry.isFolder || entry.isLink || kindByName(entry.path) != PreviewKind::Image)
        return {};
    static const QRegularExpression logged(u"^images/(.+)([%+])step\\2(-?\\d{1,18})\\2timestamp\\2(\\d{1,18})\\2([^%+/]*)(\\2compressed)?\\.\\w+$"_s);
    const QRegularExpressionMatch match = logged.match(entry.path.size() < 4096 ? entry.path : QString());
    if (!match.hasMatch())
        return LoggedImage{entry.path, {}, 0, entry.path, entry.size};
    if (!match.captured(6).isEmpty())
        return {};
    return LoggedImage{match.captured(1).replace(u'#', u'/'), match.captured(3).toLongLong(), match.captured(4).toLongLong(), entry.path, entry.size};
}

} // namespace

QList<LoggedImage> loggedImages(const QList<ArtifactEntry> &entries)
{
    QList<LoggedImage> images;
    for (const ArtifactEntry &entry : entries)
        if (const auto image = imageOf(entry))
            images.append(*image);
    std::ranges::stable_sort(images, {}, [](const LoggedImage &image) { return std::tuple(image.key, image.step, image.timestamp); });
    return images;
}

std::optional<LoggedImage> imageAt(const QList<LoggedImage> &images, const QString &key, std::optional<qint64> step, ReadingRule rule)
{
    std::optional<LoggedImage> found;
    for (const LoggedImage &image : std::ranges::equal_range(images, key, {}, &LoggedImage::key)) {
        if (!image.step || !step) { // the last one while no step is known
            found = image;
            continue;
        }
        if (rule == ReadingRule::LastAt && *image.step > *step)
            continue;
        const auto away = [&step](const LoggedImage &each) { return std::abs(double(*each.step) - double(*step)); };
        if (!found || away(image) <= away(*found))
            found = image;
    }
    return found;
}

} // namespace Assay
