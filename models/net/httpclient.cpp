// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpclient.h"

#include "models/net/httptransfer.h"
#include "models/net/resumeddownload.h"
#include "models/net/retryrule.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <deque>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct HttpClientText {
    Q_DECLARE_TR_FUNCTIONS(HttpClientText)
};

using Clock = CircuitBreaker::Clock;
using std::chrono::milliseconds;

constexpr milliseconds LookAtJobEvery{50};

struct Question {
    qsizetype place = 0;
    const HttpRequest *request = nullptr;
    int attempts = 0;
    int redirects = 0;
    QUrl url = {}; // where a redirect leads, else empty
    Clock::time_point notBefore = {};
};

Error canceled()
{
    return {ErrorCode::Canceled, HttpClientText::tr("Stopped."), {}};
}

void initializeCurl()
{
    [[maybe_unused]] static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
}

} // namespace

class HttpClient::Private
{
public:
    Private(HttpServer &&server, const HttpLimits &limits) : m_server(std::move(server)), m_limits(limits), m_breaker(limits)
    {
        initializeCurl();
        m_multi.reset(curl_multi_init());
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, long(limits.atOnce));
    }
    ~Private() { stopAll(); }

    const HttpServer &server() const { return m_server; }
    const HttpLimits &limits() const { return m_limits; }

    Status readAll(const QList<HttpRequest> &requests, const AnswerSink &sink, Job &job)
    {
        for (qsizetype i = 0; i < requests.size(); ++i)
            m_waiting.push_back({i, &requests[i]});
        bool isWanted = true;
        while (isWanted && !(m_waiting.empty() && m_running.empty())) {
            if (job.isCanceled()) {
                stopAll();
                return canceled();
            }
            if (!startDue(sink))
                break;
            turn();
            while (isWanted) {
                const auto done = takeDone();
                if (!done)
                    break;
                isWanted = settle(*done, sink);
            }
        }
        stopAll();
        return {};
    }

    Result<HttpAnswer> runOnce(const HttpRequest &request, HttpPurpose purpose, Job &job, const HttpTransfer::HeadSink *head = nullptr, const PieceSink *piece = nullptr)
    {
        if (!m_breaker.allows(Clock::now()))
            return resting();
        Running &running = start({0, &request}, purpose);
        running.transfer->setSinks(head, piece);
        std::optional<Done> done;
        while (!(done = takeDone())) {
            if (job.isCanceled()) {
                // What was sent by now cannot be taken back.
                const Result<HttpAnswer> cut = running.transfer->finish(CURLE_ABORTED_BY_CALLBACK);
                const bool mayHaveArrived = purpose == HttpPurpose::Write && running.transfer->mayHaveArrived();
                stopAll();
                return mayHaveArrived ? unknown(cut.error()) : canceled();
            }
            turn();
        }
        const Result<HttpAnswer> answer = finish(*done);
        if (purpose == HttpPurpose::Write && !answer && done->running.transfer->mayHaveArrived())
            return unknown(answer.error());
        if (answer && request.followsRedirects && done->running.transfer->redirect())
            return refusedRedirect(*done->running.transfer->redirect());
        return answer;
    }

private:
    struct Running {
        Question question;
        std::unique_ptr<HttpTransfer> transfer;
    };
    struct Done {
        Running running;
        CURLcode code;
    };

    Running &start(const Question &question, HttpPurpose purpose)
    {
        auto transfer = std::make_unique<HttpTransfer>(m_server, m_limits, *question.request, purpose);
        if (!question.url.isEmpty())
            transfer->setUrl(question.url);
        // On a connection that was used before, libcurl asks once more by itself when no answer comes.
        if (question.attempts > 0)
            transfer->useNewConnection();
        curl_multi_add_handle(m_multi.get(), transfer->handle());
        m_running.push_back({question, std::move(transfer)});
        ++m_running.back().question.attempts;
        return m_running.back();
    }

    // False when an answer (that the server is not asked any more) ended it.
    bool startDue(const AnswerSink &sink)
    {
        const Clock::time_point now = Clock::now();
        for (size_t i = 0; i < m_waiting.size() && m_running.size() < size_t(m_limits.atOnce);) {
            if (m_waiting[i].notBefore > now) {
                ++i;
                continue;
            }
            const Question question = m_waiting[i];
            m_waiting.erase(m_waiting.begin() + qptrdiff(i));
            if (m_breaker.allows(now))
                start(question, HttpPurpose::Read);
            else if (!sink(question.place, resting()))
                return false;
        }
        return true;
    }

    void turn()
    {
        int count = 0;
        curl_multi_perform(m_multi.get(), &count);
        if (count < int(m_running.size()))
            return;
        curl_multi_poll(m_multi.get(), nullptr, 0, int(untilNextStart().count()), nullptr);
    }

    milliseconds untilNextStart() const
    {
        milliseconds wait = LookAtJobEvery;
        if (m_running.size() < size_t(m_limits.atOnce)) {
            for (const Question &question : m_waiting)
                wait = std::min(wait, std::max(std::chrono::ceil<milliseconds>(question.notBefore - Clock::now()), milliseconds(1)));
        }
        return wait;
    }

    std::optional<Done> takeDone()
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const auto at = std::ranges::find_if(m_running, [&](const Running &running) { return running.transfer->handle() == message->easy_handle; });
            const CURLcode code = message->data.result;
            Done done{std::move(*at), code};
            m_running.erase(at);
            curl_multi_remove_handle(m_multi.get(), done.running.transfer->handle());
            return done;
        }
        return {};
    }

    Result<HttpAnswer> finish(const Done &done)
    {
        Result<HttpAnswer> answer = done.running.transfer->finish(done.code);
        if (answer)
            m_breaker.succeeded();
        else
            m_breaker.failed(Clock::now());
        return answer;
    }

    // Hands an answer on, or sees to it that the question is asked again.
    bool settle(const Done &done, const AnswerSink &sink)
    {
        Question question = done.running.question;
        Result<HttpAnswer> answer = finish(done);
        if (answer) {
            const auto to = question.request->followsRedirects ? done.running.transfer->redirect() : std::nullopt;
            if (to) {
                const bool isFollowed = question.request->method == HttpMethod::Get && isSameOrigin(*to, m_server.base)
                    && to->userInfo().isEmpty() && question.redirects < m_limits.redirects;
                if (!isFollowed)
                    return sink(question.place, refusedRedirect(*to));
                ++question.redirects;
                --question.attempts;
                question.url = *to;
                m_waiting.push_front(question);
                return true;
            }
            if (!isTemporary(answer->status))
                return sink(question.place, std::move(answer));
        } else if (answer.error().code != ErrorCode::Unreachable) { // a certificate, a proxy's sign-in
            return sink(question.place, std::move(answer));
        }
        const int retries = question.request->retries >= 0 ? question.request->retries : m_limits.retries;
        const double random = QRandomGenerator::global()->generateDouble();
        const auto delay = delayBeforeRetry(question.attempts, retries, answer ? done.running.transfer->retryAfter() : std::nullopt, random, m_limits);
        if (!delay)
            return sink(question.place, std::move(answer));
        question.notBefore = Clock::now() + *delay;
        m_waiting.push_back(question);
        return true;
    }

    void stopAll()
    {
        for (const Running &running : m_running)
            curl_multi_remove_handle(m_multi.get(), running.transfer->handle());
        m_running.clear();
        m_waiting.clear();
    }

    Error resting() const
    {
        return {ErrorCode::Unreachable, HttpClientText::tr("%1 did not answer for a while; it will be asked again soon.").arg(m_server.base.host()), {}};
    }

    Error refusedRedirect(const QUrl &to) const
    {
        const QString where = to.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
        return {ErrorCode::Refused, HttpClientText::tr("%1 sends on to another place, which is not followed: %2").arg(m_server.base.host(), where.left(200)), {}};
    }

    static Error unknown(const Error &error)
    {
        return {ErrorCode::OutcomeUnknown, HttpClientText::tr("It is not known whether the change was made. %1").arg(error.message), error.detail};
    }

    HttpServer m_server;
    HttpLimits m_limits;
    CircuitBreaker m_breaker;
    CurlMulti m_multi;
    std::deque<Question> m_waiting;
    std::vector<Running> m_running;
};

HttpClient::HttpClient(HttpServer server, HttpLimits limits) : d(std::make_unique<Private>(std::move(server), limits)) {}
HttpClient::~HttpClient() = default;

const HttpServer &HttpClient::server() const
{
    return d->server();
}

Result<HttpAnswer> HttpClient::read(const HttpRequest &request, Job &job)
{
    Result<HttpAnswer> answer = canceled();
    const auto take = [&](qsizetype, Result<HttpAnswer> given) {
        answer = std::move(given);
        return false;
    };
    const Status status = d->readAll({request}, take, job);
    return status ? std::move(answer) : Result<HttpAnswer>(status.error());
}

Status HttpClient::readAll(const QList<HttpRequest> &requests, const AnswerSink &sink, Job &job)
{
    return d->readAll(requests, sink, job);
}

Result<HttpAnswer> HttpClient::write(const HttpRequest &request, Job &job)
{
    return d->runOnce(request, HttpPurpose::Write, job);
}

Result<HttpAnswer> HttpClient::download(const HttpRequest &request, const HttpPart &have, const DownloadSink &sink, Job &job)
{
    const auto once = [&](const HttpRequest &part, const HttpTransfer::HeadSink &head, const PieceSink &piece) {
        return d->runOnce(part, HttpPurpose::Download, job, &head, &piece);
    };
    return ResumedDownload(once, d->limits(), sink, have).run(request, job);
}

} // namespace Assay
