// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/storeinfojson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Assay {

QByteArray storeInfoToJson(const StoreInfo &info)
{
    return QJsonDocument(QJsonObject{{u"version"_s, info.version},
                                     {u"writable"_s, info.writable},
                                     {u"why_not_writable"_s, info.whyNotWritable},
                                     {u"schema_is_unknown"_s, info.notWritableCode == ErrorCode::UnknownSchema},
                                     {u"capabilities"_s, QJsonArray::fromStringList(info.capabilities)}})
        .toJson(QJsonDocument::Compact);
}

StoreInfo storeInfoFromJson(const QByteArray &json, const StoreInfo &fallback)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return fallback;
    StoreInfo info = fallback;
    info.version = object["version"_L1].toString();
    info.writable = object["writable"_L1].toBool();
    info.whyNotWritable = object["why_not_writable"_L1].toString();
    info.notWritableCode = object["schema_is_unknown"_L1].toBool() ? ErrorCode::UnknownSchema : ErrorCode::ReadOnly;
    info.capabilities = object["capabilities"_L1].toVariant().toStringList();
    return info;
}

} // namespace Assay
