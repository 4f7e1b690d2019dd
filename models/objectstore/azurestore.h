// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/azuresettings.h"
#include "models/objectstore/objectstore.h"

namespace Assay {

// What is signed of a request without a body (Shared Key): `headers` that are sent, by names in lower case; `target` as it is sent.
QByteArray azureStringToSign(const QByteArray &account, const QByteArray &target, const QList<std::pair<QByteArray, QByteArray>> &headers);

// A container of Azure Blob Storage, data lakes too: they show their files as blobs.
class AzureStore final : public ObjectStore
{
public:
    AzureStore(const QString &container, const AzureSettings &settings, const HttpLimits &limits = {});

    Result<ObjectPage> list(const QString &prefix, bool byFolder, const QString &page, Job &job) override;
    Status read(const QString &key, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job) override;

private:
    HttpRequest request(const QByteArray &target) const;
    Error refusal(const HttpAnswer &answer, const QString &key) const;

    QString m_container;
    AzureSettings m_settings;
    QByteArray m_path;
    HttpClient m_client;
};

} // namespace Assay
