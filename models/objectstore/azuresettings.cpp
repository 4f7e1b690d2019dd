// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/azuresettings.h"

#include "models/net/httpserver.h"
#include "models/objectstore/objecttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error missing(const QString &message)
{
    return {ErrorCode::AccessDenied, message, {}};
}

Error anotherAccount(const QString &named, const QString &recorded)
{
    return missing(ObjectText::tr("What is set up for Azure Storage here is for the account %1, and the files are recorded in the account %2.").arg(named.left(60), recorded));
}

bool isOfAzure(const QString &domain)
{
    return domain == "core.windows.net"_L1 || domain == "core.chinacloudapi.cn"_L1 || domain == "core.usgovcloudapi.net"_L1;
}

QByteArray withoutMark(const QString &sas)
{
    return (sas.startsWith(u'?') ? sas.mid(1) : sas).toLatin1();
}

Result<QByteArray> decodedKey(const QString &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key.trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return missing(ObjectText::tr("The key of the Azure Storage account that is set up here is none: it is written in Base64."));
    return decoded.decoded;
}

// "AccountName=a;AccountKey=b==;…"; a value may hold "=".
QHash<QString, QString> connectionItems(const QString &text)
{
    QHash<QString, QString> items;
    for (const QString &item : text.split(u';', Qt::SkipEmptyParts))
        if (const qsizetype equals = item.indexOf(u'='); equals > 0)
            items.insert(item.left(equals).trimmed().toLower(), item.mid(equals + 1).trimmed());
    return items;
}

Result<AzureSettings> fromConnectionString(const ObjectPlace &place, const QString &text)
{
    const QHash<QString, QString> items = connectionItems(text);
    AzureSettings settings;
    settings.sas = withoutMark(items.value(u"sharedaccesssignature"_s));
    QString endpoint = items.value(u"blobendpoint"_s);
    if (endpoint.isEmpty())
        endpoint = u"%1://%2.blob.%3"_s.arg(items.value(u"defaultendpointsprotocol"_s, u"https"_s), items.value(u"accountname"_s), items.value(u"endpointsuffix"_s, u"core.windows.net"_s));
    const Result<HttpServer> server = httpServer(endpoint);
    if (!server || !server->credentials.isEmpty())
        return missing(ObjectText::tr("The address in AZURE_STORAGE_CONNECTION_STRING is none."));
    settings.endpoint = server->base;
    settings.account = items.value(u"accountname"_s, settings.endpoint.host().section(u'.', 0, 0));
    if (settings.account != place.account)
        return anotherAccount(settings.account, place.account);
    if (const QString key = items.value(u"accountkey"_s); !key.isEmpty()) {
        const Result<QByteArray> decoded = decodedKey(key);
        if (!decoded)
            return decoded.error();
        settings.key = *decoded;
    }
    if (settings.key.isEmpty() && settings.sas.isEmpty())
        return missing(ObjectText::tr("AZURE_STORAGE_CONNECTION_STRING holds neither a key nor a shared access signature."));
    return settings;
}

} // namespace

Result<AzureSettings> azureSettings(const ObjectPlace &place, const ObjectEnvironment &environment)
{
    if (const QString text = environment.value("AZURE_STORAGE_CONNECTION_STRING"_L1); !text.isEmpty())
        return fromConnectionString(place, text);
    if (!isOfAzure(place.domain))
        return missing(ObjectText::tr("%1 is no domain of Azure's; for another one set AZURE_STORAGE_CONNECTION_STRING.").arg(place.domain.left(100)));
    AzureSettings settings;
    settings.account = place.account;
    settings.endpoint.setScheme(u"https"_s);
    settings.endpoint.setHost(place.account + ".blob."_L1 + place.domain);
    const QString named = environment.value("AZURE_STORAGE_ACCOUNT"_L1);
    if (!named.isEmpty() && named != place.account)
        return anotherAccount(named, place.account);
    QString key = environment.value("AZURE_STORAGE_ACCESS_KEY"_L1);
    if (key.isEmpty())
        key = environment.value("AZURE_STORAGE_KEY"_L1);
    if (!key.isEmpty()) {
        const Result<QByteArray> decoded = decodedKey(key);
        if (!decoded)
            return decoded.error();
        settings.key = *decoded;
        return settings;
    }
    settings.sas = withoutMark(environment.value("AZURE_STORAGE_SAS_TOKEN"_L1));
    if (settings.sas.isEmpty())
        return missing(ObjectText::tr("There are no credentials for Azure Storage: set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_ACCESS_KEY, or "
                                      "AZURE_STORAGE_SAS_TOKEN with AZURE_STORAGE_ACCOUNT. Sign-ins of az are not used here."));
    // Unlike a key's signature it is worth something to whoever gets it, and the account stands in what a store recorded.
    if (named.isEmpty())
        return missing(ObjectText::tr("AZURE_STORAGE_SAS_TOKEN is sent to the account that AZURE_STORAGE_ACCOUNT names alone, which is not set; the files are recorded in the account %1.").arg(place.account));
    return settings;
}

} // namespace Assay
