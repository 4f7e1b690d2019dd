// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/runspager.h"

#include "models/stores/mlflow-server/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

// A page may hold what was met before, where runs of one start time fill it.
constexpr int MostPagesWithoutNews = 4;

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

} // namespace

Result<RunsPageReader::Page> RunsPager::readPage(const QString &filter, const QString &token, Job &job)
{
    QJsonObject body{{u"experiment_ids"_s, QJsonArray::fromStringList(m_experiments)},
                     {u"run_view_type"_s, viewName(m_view)},
                     {u"max_results"_s, PageSize},
                     {u"order_by"_s, QJsonArray{u"attributes.start_time DESC"_s}}};
    if (!filter.isEmpty())
        body.insert("filter"_L1, filter);
    if (!token.isEmpty())
        body.insert("page_token"_L1, token);
    const Result<QByteArray> answer = m_api.read(RestApi::post(u"runs/search"_s, body), job);
    return answer ? m_reader.addPage(*answer) : Result<RunsPageReader::Page>(answer.error());
}

Status RunsPager::readAll(const PartialRuns &partial, Job &job)
{
    if (m_experiments.isEmpty())
        return {};
    Result<RunsPageReader::Page> page = readPage({}, {}, job);
    const QString firstToken = page ? page->nextToken : QString();
    QString filter;
    qsizetype shown = 0;
    int pagesWithoutNews = 0;
    while (page && !page->nextToken.isEmpty()) {
        if (partial && m_reader.runCount() >= 2 * shown) {
            partial(m_reader.snapshot());
            shown = m_reader.runCount();
        }
        job.setProgress(m_reader.runCount(), 0, {});
        pagesWithoutNews = page->added > 0 ? 0 : pagesWithoutNews + 1;
        if (pagesWithoutNews > MostPagesWithoutNews)
            return Error{ErrorCode::Damaged, Words::tr("%1 gives the same runs again and again.").arg(m_api.host()), page->nextToken.left(200)};
        if (page->runs == 0 || page->lastStart == TimeTraits::absent)
            break;
        const QString next = u"attributes.start_time <= %1"_s.arg(page->lastStart);
        page = readPage(next, next == filter ? page->nextToken : QString(), job);
        filter = next;
    }
    if (!page)
        return page.error();
    return firstToken.isEmpty() ? Status() : readTail(firstToken, job);
}

// Behind the runs that were met there can only be some without a start time; as some may have been removed meanwhile, a page
// before that place is looked at again.
Status RunsPager::readTail(const QString &firstToken, Job &job)
{
    QString token = tokenAt(std::max<qint64>(1, m_reader.runCount() - PageSize), firstToken);
    for (bool isFirst = true; !token.isEmpty(); isFirst = false) {
        const Result<RunsPageReader::Page> page = readPage({}, token, job);
        if (!page)
            return page.error();
        token = isFirst || page->added > 0 ? page->nextToken : QString();
    }
    return {};
}

} // namespace Assay::MlflowServer
