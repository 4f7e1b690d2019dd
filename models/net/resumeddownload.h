// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httptransfer.h"

namespace Assay {

// One download over as many attempts as it takes: HttpClient::download.
class ResumedDownload
{
public:
    using Once = std::function<Result<HttpAnswer>(const HttpRequest &request, const HttpTransfer::HeadSink &head, const HttpClient::PieceSink &piece)>;

    ResumedDownload(Once once, const HttpLimits &limits, const HttpClient::DownloadSink &sink, const HttpPart &have);
    Q_DISABLE_COPY_MOVE(ResumedDownload)

    Result<HttpAnswer> run(const HttpRequest &request, Job &job);

    // "bytes 5-9/10" of an answer in part: {5, 10}; a size of -1 where it is not said. Nothing for anything else.
    static std::optional<HttpPart> rangeOf(const QByteArray &contentRange);
    // The entity tag, where it is one that names every byte.
    static QByteArray strongTag(const HttpAnswer &head);

private:
    enum class Verdict { Going, Stopped, Changed, Strange };

    HttpRequest next(const HttpRequest &request) const;
    bool takeHead(const HttpAnswer &head);
    bool takePiece(QByteArrayView piece);

    Once m_once;
    HttpLimits m_limits;
    HttpClient::DownloadSink m_sink;
    HttpPart m_part;
    qint64 m_asked = 0; // where the request of this attempt begins
    bool m_hasBegun = false;
    Verdict m_verdict = Verdict::Going;
};

} // namespace Assay
