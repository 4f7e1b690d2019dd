// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/openobjectstore.h"

#include "models/objectstore/objecttext.h"
#include "models/objectstore/s3store.h"

using namespace Qt::StringLiterals;

namespace Assay {

Result<std::unique_ptr<ObjectStore>> openObjectStore(const ObjectPlace &place, const ObjectEnvironment &environment, const HttpLimits &limits)
{
    if (place.kind == ObjectPlace::Kind::S3) {
        const Result<AwsSettings> settings = awsSettings(environment);
        return settings ? s3Store(place.bucket, *settings, limits) : settings.error();
    }
    return Error{ErrorCode::Unsupported, ObjectText::tr("Places of this kind cannot be read here."), {}};
}

} // namespace Assay
