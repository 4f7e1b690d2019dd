// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/openobjectstore.h"

#include "models/objectstore/azurestore.h"
#include "models/objectstore/s3store.h"

namespace Assay {

Result<std::unique_ptr<ObjectStore>> openObjectStore(const ObjectPlace &place, const ObjectEnvironment &environment, Job &job, const HttpLimits &limits)
{
    switch (place.kind) {
    case ObjectPlace::Kind::S3: {
        const Result<AwsSettings> settings = awsSettings(environment);
        return settings ? s3Store(place.bucket, *settings, limits) : settings.error();
    }
    case ObjectPlace::Kind::Gcs: {
        const Result<GoogleSettings> settings = googleSettings(environment, limits, job);
        return settings ? googleStore(place.bucket, *settings, limits) : settings.error();
    }
    case ObjectPlace::Kind::Azure: {
        const Result<AzureSettings> settings = azureSettings(place, environment);
        return settings ? Result<std::unique_ptr<ObjectStore>>(std::make_unique<AzureStore>(place.bucket, *settings, limits)) : settings.error();
    }
    }
    return Error{};
}

} // namespace Assay
