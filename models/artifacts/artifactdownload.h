// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"
#include "models/store/storebackend.h"

namespace Assay {

// Between artifacts and what is downloaded.
inline HttpPart httpPart(const ArtifactPart &part)
{
    return {part.offset, part.size, part.tag};
}

// `sink` outlives it.
inline HttpClient::DownloadSink downloadSink(const ArtifactSink &sink)
{
    HttpClient::DownloadSink made{{}, sink.piece};
    if (sink.begin)
        made.begin = [&sink](const HttpPart &part) { return sink.begin({part.offset, part.size, part.tag}); };
    return made;
}

} // namespace Assay
