// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/objectplace.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString trimmedSlashes(QString path)
{
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

std::optional<ObjectPlace> azurePlace(const QString &container, const QString &host, const QString &prefix)
{
    static const QRegularExpression shape(u"^([a-z0-9]{3,24})\\.(?:blob|dfs)\\.([a-z0-9.-]+)$"_s);
    const QRegularExpressionMatch match = shape.match(host.toLower());
    if (!match.hasMatch() || container.isEmpty())
        return {};
    return ObjectPlace{ObjectPlace::Kind::Azure, container, match.captured(1), match.captured(2), prefix};
}

} // namespace

std::optional<ObjectPlace> objectPlace(const QString &uri)
{
    static const QRegularExpression shape(u"^([a-z0-9]+)://([^/?#@]+@)?([^/?#@]+)(/.*)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = shape.match(uri);
    if (!match.hasMatch())
        return {};
    const QString scheme = match.captured(1).toLower(), user = match.captured(2).chopped(match.capturedLength(2) > 0 ? 1 : 0);
    const QString host = match.captured(3), prefix = trimmedSlashes(match.captured(4));
    if (!prefix.isEmpty() && !isPlainKey(prefix))
        return {};
    if (scheme == "s3"_L1 && user.isEmpty())
        return ObjectPlace{ObjectPlace::Kind::S3, host, {}, {}, prefix};
    if (scheme == "gs"_L1 && user.isEmpty())
        return ObjectPlace{ObjectPlace::Kind::Gcs, host, {}, {}, prefix};
    if (scheme == "wasbs"_L1 || scheme == "wasb"_L1 || scheme == "abfss"_L1 || scheme == "abfs"_L1)
        return azurePlace(user, host, prefix);
    return {};
}

bool isPlainKey(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return !path.contains(QChar(0)) && std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty() || part == "."_L1 || part == ".."_L1; });
}

QString joinedKey(const QString &prefix, const QString &path)
{
    return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + u'/' + path;
}

QByteArray percentEncoded(const QString &text, bool keepSlashes)
{
    return QUrl::toPercentEncoding(text, keepSlashes ? QByteArray("/") : QByteArray());
}

} // namespace Assay
