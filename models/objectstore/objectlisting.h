// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/objectstore.h"

namespace Assay {

// Answers in XML. No document type is read, so no entity of theirs is either; nesting and counts are bounded.

// Of S3's ListObjectsV2 with encoding-type=url, and of what Google and others make of it.
Result<ObjectPage> s3Page(const QByteArray &xml);
// Of Azure's List Blobs.
Result<ObjectPage> azurePage(const QByteArray &xml);

// What a store says when it refuses.
struct ObjectRefusal {
    QString code;    // "NoSuchKey"; empty where it says nothing that can be read
    QString region;  // where a bucket lies, when it tells
};
ObjectRefusal objectRefusal(const QByteArray &xml);

} // namespace Assay
