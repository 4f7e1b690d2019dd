// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/runspager.h"

#include "models/stores/mlflow-server/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

// A page may hold what was met before, where runs of one start time fill it.
constexpr int MostPagesWithoutNews = 4;

// A server that has a run even here has one wherever it is asked.
constexpr qint64 FarthestPlace = 1'000'000'000'000;

QString viewName(ViewType view)
{
    switch (view) {
    case ViewType::Active: return u"ACTIVE_ONLY"_s;
    case ViewType::Deleted: return u"DELETED_ONLY"_s;
    case ViewType::All: return u"ALL"_s;
    }
    return u"ALL"_s;
}

// The token of the place after so many runs, written as the server wrote `token`; empty where that is not understood.
QString tokenAt(qint64 offset, const QString &token)
{
    QJsonObject place = QJsonDocument::fromJson(QByteArray::fromBase64(token.toLatin1())).object();
    if (place.size() != 1 || !place.contains("offset"_L1))
        return {};
    place.insert("offset"_L1, offset);
    return QString::fromLatin1(QJsonDocument(place).toJson(QJsonDocument::Compact).toBase64());
}

HttpRequest pageRequest(const QStringList &experiments, ViewType view, const QString &filter, const QString &token, int size = RunsPager::PageSize)
{
    QJsonObject body{{u"experiment_ids"_s, QJsonArray::fromStringList(experiments)},
                     {u"run_view_type"_s, viewName(view)},
                     {u"max_results"_s, size},
                     {u"order_by"_s, QJsonArray{u"attributes.start_time DESC"_s}}};
    if (!filter.isEmpty())
        body.insert("filter"_L1, filter);
    if (!token.isEmpty())
        body.insert("page_token"_L1, token);
    return RestApi::post(u"runs/search"_s, body);
}

} // namespace

Result<std::optional<qint64>> RunsPager::count(RestApi &api, const QStringList &experiments, Job &job)
{
    const auto pageAt = [&](const QString &token) -> Result<RunsPageReader::Page> {
        const Result<QByteArray> body = api.read(pageRequest(experiments, ViewType::All, {}, token, 1), job);
        return body ? RunsPageReader(false).addPage(*body) : Result<RunsPageReader::Page>(body.error());
    };
    const Result<RunsPageReader::Page> first = pageAt({});
    if (!first)
        return first.error();
    if (first->nextToken.isEmpty())
        return std::optional<qint64>(first->runs);
    if (tokenAt(1, first->nextToken).isEmpty())
        return std::optional<qint64>();
    qint64 known = 1, beyond = 0; // there are more than `known`, and not more than `beyond`
    while (beyond == 0 || beyond - known > 1) {
        const qint64 place = beyond == 0 ? known * 16 : (known + beyond) / 2;
        if (place > FarthestPlace)
            return std::optional<qint64>();
        const Result<RunsPageReader::Page> page = pageAt(tokenAt(place, first->nextToken));
        if (!page)
            return page.error();
        (page->runs > 0 ? known : beyond) = place;
    }
    return std::optional<qint64>(beyond);
}

HttpRequest RunsPager::firstPage(const QStringList &experiments, ViewType view, const QString &filter)
{
    return pageRequest(experiments, view, filter, {});
}

QString RunsPager::filterOf(const QString &until) const
{
    return until.isEmpty() || m_filter.isEmpty() ? until + m_filter : until + u" AND "_s + m_filter;
}

Result<RunsPager::Page> RunsPager::readPage(const QString &until, const QString &token, Job &job)
{
    const Result<QByteArray> answer = m_api.read(pageRequest(m_experiments, m_view, filterOf(until), token), job);
    return answer ? m_reader.addPage(*answer) : Result<Page>(answer.error());
}

Result<QList<RunsPager::Page>> RunsPager::readPages(const QString &until, qint64 place, int count, const Page &before, Job &job)
{
    QList<HttpRequest> requests;
    for (int i = 0; i < count; ++i) {
        const qint64 at = place + i * (PageSize - 1);
        const QString token = at == 0 ? QString() : tokenAt(at, m_firstToken);
        // Of tokens that are not understood only the server's own can be used.
        if (at > 0 && token.isEmpty() && i > 0)
            break;
        requests.append(pageRequest(m_experiments, m_view, filterOf(until), at > 0 && token.isEmpty() ? before.nextToken : token));
    }
    QList<QByteArray> bodies(requests.size());
    Status failed;
    const Status all = m_api.readAll(requests, [&](qsizetype at, const Result<QByteArray> &body) {
        failed = body ? Status() : Status(body.error());
        if (body)
            bodies[at] = *body;
        return failed.hasValue();
    }, job);
    if (!all || !failed)
        return all ? failed.error() : all.error();
    QList<Page> pages;
    for (const QByteArray &body : std::as_const(bodies)) {
        const Result<Page> page = m_reader.addPage(body);
        if (!page)
            return page.error();
        if (!pages.isEmpty() && page->firstId != pages.constLast().lastId)
            break;
        pages.append(*page);
        if (page->nextToken.isEmpty())
            break;
    }
    return pages;
}

Status RunsPager::readAll(const PartialRuns &partial, Job &job)
{
    if (m_experiments.isEmpty())
        return {};
    const Result<Page> first = readPage({}, {}, job);
    if (!first)
        return first.error();
    m_firstToken = first->nextToken;
    Page last = *first;
    QString until;
    qint64 place = 0;
    qsizetype shown = 0;
    int pagesWithoutNews = 0;
    int count = 1;
    while (!last.nextToken.isEmpty() && last.runs > 0 && last.lastStart != TimeTraits::absent) {
        if (partial && m_reader.runCount() >= 2 * shown) {
            partial(m_reader.snapshot());
            shown = m_reader.runCount();
        }
        job.setProgress(m_reader.runCount(), 0, {});
        const QString next = u"attributes.start_time <= %1"_s.arg(last.lastStart);
        place = next == until ? place + PageSize - 1 : 0;
        until = next;
        const qsizetype before = m_reader.runCount();
        const Result<QList<Page>> pages = readPages(until, place, count, last, job);
        if (!pages)
            return pages.error();
        last = pages->constLast();
        place += (pages->size() - 1) * (PageSize - 1);
        pagesWithoutNews = m_reader.runCount() > before ? 0 : pagesWithoutNews + count;
        if (pagesWithoutNews > MostPagesWithoutNews)
            return Error{ErrorCode::Damaged, Words::tr("%1 gives the same runs again and again.").arg(m_api.host()), last.nextToken.left(200)};
        count = std::min(2 * count, MostAtOnce);
    }
    return m_firstToken.isEmpty() ? Status() : readTail(m_firstToken, job);
}

// Behind the runs that were met there can only be some without a start time; as some may have been removed meanwhile, a page
// before that place is looked at again. Where places cannot be named, all pages are gone through to get there.
Status RunsPager::readTail(const QString &firstToken, Job &job)
{
    const QString nearEnd = tokenAt(std::max<qint64>(1, m_reader.runCount() - PageSize), firstToken);
    const bool isNear = !nearEnd.isEmpty();
    QString token = isNear ? nearEnd : firstToken;
    QSet<QString> seen;
    int emptyPages = 0;
    for (bool isFirst = true; !token.isEmpty(); isFirst = false) {
        seen.insert(token);
        const Result<RunsPageReader::Page> page = readPage({}, token, job);
        if (!page)
            return page.error();
        emptyPages += page->runs == 0 ? 1 : 0;
        if (seen.contains(page->nextToken) || emptyPages > MostPagesWithoutNews)
            return Error{ErrorCode::Damaged, Words::tr("%1 gives the same runs again and again.").arg(m_api.host()), token.left(200)};
        token = !isNear || isFirst || page->added > 0 ? page->nextToken : QString();
    }
    return {};
}

} // namespace Assay::MlflowServer
