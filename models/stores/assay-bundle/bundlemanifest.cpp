// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/bundlemanifest.h"

#include "models/stores/assay-bundle/bundletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

const BundlePart *BundleManifest::part(const QString &path) const
{
    const auto it = std::ranges::find(parts, path, &BundlePart::path);
    return it == parts.end() ? nullptr : &*it;
}

QByteArray BundleManifest::toJson() const
{
    QJsonArray list;
    for (const BundlePart &each : parts)
        list.append(QJsonObject{{u"path"_s, each.path}, {u"size"_s, each.size}, {u"sha256"_s, QString::fromLatin1(each.sha256)}});
    QJsonObject from{{u"format"_s, source.formatId}, {u"location"_s, source.location}, {u"version"_s, source.version}};
    if (!copiedFrom.isEmpty())
        from.insert(u"bundle"_s, copiedFrom);
    const QJsonObject object{
        {u"assay_bundle"_s, FormatVersion},
        {u"created"_s, created},
        {u"created_by"_s, createdBy},
        {u"source"_s, from},
        {u"contents"_s, QJsonObject{{u"experiments"_s, experiments}, {u"runs"_s, runs}, {u"files"_s, files}, {u"histories"_s, hasHistories}}},
        {u"parts"_s, list},
    };
    return QJsonDocument(object).toJson();
}

Result<BundleManifest> BundleManifest::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int version = object.value(u"assay_bundle"_s).toInt();
    if (version > FormatVersion)
        return Error{ErrorCode::Unsupported, BundleText::tr("The bundle was made by a newer version of Assay (bundle format %1). This one reads format %2.")
                         .arg(version).arg(FormatVersion), {}};
    const Error damaged{ErrorCode::Damaged, BundleText::tr("The bundle is damaged: %1 cannot be read.").arg(BundleName::Manifest), {}};
    if (version < 1)
        return damaged;
    BundleManifest manifest;
    manifest.created = object.value(u"created"_s).toString();
    manifest.createdBy = object.value(u"created_by"_s).toString();
    const QJsonObject source = object.value(u"source"_s).toObject();
    manifest.source.formatId = source.value(u"format"_s).toString();
    manifest.source.location = source.value(u"location"_s).toString();
    manifest.source.version = source.value(u"version"_s).toString();
    manifest.copiedFrom = source.value(u"bundle"_s).toString();
    const QJsonObject contents = object.value(u"contents"_s).toObject();
    manifest.experiments = contents.value(u"experiments"_s).toInteger();
    manifest.runs = contents.value(u"runs"_s).toInteger();
    manifest.files = contents.value(u"files"_s).toInteger();
    manifest.hasHistories = contents.value(u"histories"_s).toBool();
    const QJsonArray parts = object.value(u"parts"_s).toArray();
    for (const QJsonValue &part : parts) {
        const qint64 size = part[u"size"_s].toInteger(-1);
        const QByteArray hash = part[u"sha256"_s].toString().toLatin1();
        if (size < 0 || hash.size() != 64)
            return damaged;
        manifest.parts.append({part[u"path"_s].toString(), size, hash});
    }
    return manifest.part(BundleName::Store) ? Result<BundleManifest>(manifest) : Result<BundleManifest>(damaged);
}

} // namespace Assay
