// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/resumeddownload.h"

#include "models/net/retryrule.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <thread>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct ResumedDownloadText {
    Q_DECLARE_TR_FUNCTIONS(ResumedDownloadText)
};

using std::chrono::milliseconds;

constexpr int MostAttempts = 100; // however much each of them brings

bool mayHelp(const Result<HttpAnswer> &answer)
{
    return answer ? isTemporary(answer->status) : answer.error().code == ErrorCode::Unreachable;
}

// False when it was cancelled.
bool wait(milliseconds time, const Job &job)
{
    const auto end = CircuitBreaker::Clock::now() + time;
    while (CircuitBreaker::Clock::now() < end && !job.isCanceled())
        std::this_thread::sleep_for(std::min(time, milliseconds(50)));
    return !job.isCanceled();
}

std::optional<std::chrono::seconds> retryAfter(const Result<HttpAnswer> &answer)
{
    bool isNumber = false;
    const qint64 seconds = answer ? answer->headers.value("retry-after").toLongLong(&isNumber) : 0;
    return isNumber && seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

} // namespace

ResumedDownload::ResumedDownload(Once once, const HttpLimits &limits, const HttpClient::DownloadSink &sink, const HttpPart &have)
    : m_once(std::move(once)), m_limits(limits), m_sink(sink), m_part(have)
{
}

std::optional<HttpPart> ResumedDownload::rangeOf(const QByteArray &contentRange)
{
    const qsizetype dash = contentRange.indexOf('-'), slash = contentRange.indexOf('/');
    if (!contentRange.startsWith("bytes ") || dash < 0 || slash < dash)
        return {};
    bool isFirst = false, isSize = false;
    const qint64 first = contentRange.mid(6, dash - 6).toLongLong(&isFirst);
    const qint64 size = contentRange.mid(slash + 1).toLongLong(&isSize);
    const bool isUnknown = contentRange.mid(slash + 1) == "*";
    if (!isFirst || first < 0 || !(isUnknown || (isSize && size > first)))
        return {};
    return HttpPart{first, isUnknown ? -1 : size, {}};
}

QByteArray ResumedDownload::strongTag(const HttpAnswer &head)
{
    const QByteArray tag = head.headers.value("etag");
    return tag.startsWith('"') && tag.endsWith('"') && tag.size() > 2 && tag.size() <= 200 ? tag : QByteArray();
}

HttpRequest ResumedDownload::next(const HttpRequest &request) const
{
    HttpRequest part = request;
    if (m_part.offset > 0) {
        part.headers.append(std::pair(QByteArray("Range"), "bytes=" + QByteArray::number(m_part.offset) + '-'));
        part.headers.append(std::pair(QByteArray("If-Range"), m_part.tag));
    }
    return part;
}

// Of a success: whether its bytes are wanted.
bool ResumedDownload::takeHead(const HttpAnswer &head)
{
    const QByteArray tag = strongTag(head);
    HttpPart part{0, -1, tag};
    if (head.status == 206) {
        const auto range = rangeOf(head.headers.value("content-range"));
        if (!range || range->offset != m_asked) {
            m_verdict = Verdict::Strange;
            return false;
        }
        const qint64 size = range->size < 0 && m_asked > 0 ? m_part.size : range->size;
        // Some go on whatever the state is. And where a part ends without a word of the whole, the rest may be missing.
        const bool isAnother = tag != m_part.tag || (m_part.size >= 0 && size != m_part.size);
        if (size < 0 || (m_asked > 0 && isAnother)) {
            m_verdict = m_asked > 0 ? Verdict::Changed : Verdict::Strange;
            return false;
        }
        part = {range->offset, size, tag};
    } else if (head.status != 200 && head.status != 203) { // with no content of the file
        m_verdict = Verdict::Strange;
        return false;
    } else {
        bool isNumber = false;
        const qint64 length = head.headers.value("content-length").toLongLong(&isNumber);
        if (isNumber && length >= 0)
            part.size = length;
    }
    // From 0 it may be another state, also where nothing had come of the one before.
    const bool isNews = !m_hasBegun || part.offset == 0 || part.offset != m_part.offset;
    if (isNews && !m_sink.begin && m_part.offset > 0) {
        m_verdict = Verdict::Changed;
        return false;
    }
    m_part = part;
    m_hasBegun = true;
    if (isNews && m_sink.begin && !m_sink.begin(part))
        m_verdict = Verdict::Stopped;
    return m_verdict == Verdict::Going;
}

bool ResumedDownload::takePiece(QByteArrayView piece)
{
    m_part.offset += piece.size();
    if (m_part.size >= 0 && m_part.offset > m_part.size) {
        m_verdict = Verdict::Strange;
        return false;
    }
    if (!m_sink.piece(piece))
        m_verdict = Verdict::Stopped;
    return m_verdict == Verdict::Going;
}

Result<HttpAnswer> ResumedDownload::run(const HttpRequest &request, Job &job)
{
    if (m_part.offset < 0 || m_part.tag.isEmpty())
        m_part = {};
    int failures = 0;
    const int retries = request.retries >= 0 ? request.retries : m_limits.retries;
    for (int attempt = 1;; ++attempt) {
        m_asked = m_part.offset;
        m_verdict = Verdict::Going;
        Result<HttpAnswer> answer = m_once(next(request), [this](const HttpAnswer &head) { return takeHead(head); },
                                           [this](QByteArrayView piece) { return takePiece(piece); });
        const bool isChanged = m_verdict == Verdict::Changed || (answer && answer->status == 416 && m_asked > 0);
        if (m_verdict == Verdict::Stopped)
            return answer;
        if (isChanged && m_sink.begin && attempt < MostAttempts) {
            m_part = {};
            m_hasBegun = false;
            continue;
        }
        if (isChanged)
            return Error{ErrorCode::Conflict, ResumedDownloadText::tr("It was changed there while it was being read."), {}};
        if (answer && answer->isSuccess()) {
            if (m_verdict == Verdict::Going && (m_part.size < 0 || m_part.offset == m_part.size))
                return answer;
            answer = Error{ErrorCode::Unreachable, ResumedDownloadText::tr("It came with another length than was announced."),
                           u"%1 of %2"_s.arg(m_part.offset).arg(m_part.size)};
        }
        failures = m_part.offset > m_asked && m_verdict == Verdict::Going ? 1 : failures + 1;
        const double random = QRandomGenerator::global()->generateDouble();
        const auto delay = delayBeforeRetry(failures, retries, retryAfter(answer), random, m_limits);
        // What came without a name of its state is worth nothing any more.
        const bool isLost = m_part.tag.isEmpty() || m_verdict == Verdict::Strange;
        const bool mayGoOn = !isLost || m_sink.begin || m_part.offset == 0;
        if (!mayHelp(answer) || !delay || !mayGoOn || attempt >= MostAttempts || !wait(*delay, job))
            return job.isCanceled() ? Error{ErrorCode::Canceled, ResumedDownloadText::tr("Stopped."), {}} : answer;
        if (isLost) {
            m_part = {};
            m_hasBegun = false;
        }
    }
}

} // namespace Assay
