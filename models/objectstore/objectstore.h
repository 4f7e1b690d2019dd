// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"
#include "models/objectstore/objectplace.h"

namespace Assay {

struct ObjectEntry {
    QString key; // the whole of it
    qint64 size = 0;

    friend bool operator==(const ObjectEntry &, const ObjectEntry &) = default;
};

// Of a listing; what lies in folders stands under the folder's name alone where one asks for that.
struct ObjectPage {
    QList<ObjectEntry> objects;
    QStringList folders; // prefixes with their slash at the end
    QString next;        // for the page that follows; empty: there is none

    friend bool operator==(const ObjectPage &, const ObjectPage &) = default;
};

// One bucket (S3, Google) or container (Azure), to be read. Blocks; for one thread at a time. Errors say what is missing in words:
// NotFound, AccessDenied, Unreachable, Untrusted, Damaged (an answer that is none), Canceled; they hold no secret. Credentials go to
// the addresses that the configuration gives and to no other: redirects are not followed.
class ObjectStore
{
public:
    virtual ~ObjectStore() = default;

    // Objects whose keys begin with `prefix`, in their order, up to 1,000 (Azure: 5,000) at a time.
    virtual Result<ObjectPage> list(const QString &prefix, bool byFolder, const QString &page, Job &job) = 0;
    // As HttpClient::download.
    virtual Status read(const QString &key, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job) = 0;
};

} // namespace Assay
