// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/awssettings.h"
#include "models/objectstore/googletoken.h"
#include "models/objectstore/objectstore.h"

namespace Assay {

// A bucket that speaks S3: Amazon's, one of those that do as it does, Google's.
class S3Store final : public ObjectStore
{
public:
    // Where the bucket is and who asks: a server for each region, as buckets tell where they are only when asked at the wrong one.
    struct Service {
        QString name;   // for people: "S3"
        QString bucket;
        QString region;
        HttpLimits limits = {};
        bool movesByRegion = false;
        // Out of what is set up here alone; nothing that an answer says becomes an address but a region's checked name.
        std::function<HttpServer(const QString &region)> server;
        // In front of a key: "/bucket/", or "/" where the bucket is part of the host.
        QByteArray path;
    };
    explicit S3Store(Service service);

    Result<ObjectPage> list(const QString &prefix, bool byFolder, const QString &page, Job &job) override;
    Status read(const QString &key, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job) override;

private:
    using Ask = std::function<Result<HttpAnswer>(HttpClient &client)>;
    // Asks once more in the region that a bucket says it is in.
    Result<HttpAnswer> ask(const Ask &ask);
    void use(const QString &region);
    std::optional<QString> otherRegion(const HttpAnswer &answer) const;
    Error refusal(const HttpAnswer &answer, const QString &key) const;

    Service m_service;
    QString m_region;
    std::unique_ptr<HttpClient> m_client;
};

// InvalidArgument for what is no name of a bucket.
Result<std::unique_ptr<ObjectStore>> s3Store(const QString &bucket, const AwsSettings &settings, const HttpLimits &limits = {});
// Google Cloud Storage speaks S3's XML, with a token in place of a signature.
Result<std::unique_ptr<ObjectStore>> googleStore(const QString &bucket, const GoogleSettings &settings, const HttpLimits &limits = {});

} // namespace Assay
