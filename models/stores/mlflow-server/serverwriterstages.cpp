// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of stages.
#include "models/domain/promotion.h"
#include "models/stores/mlflow-server/pages.h"
#include "models/stores/mlflow-server/serverwriter.h"
#include "models/stores/mlflow-server/words.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <thread>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

using Clock = std::chrono::steady_clock;

// Empty where the name cannot be written in a filter: these know no escapes.
QString nameFilter(const QString &name)
{
    if (!name.contains(u'\''))
        return u"name = '%1'"_s.arg(name);
    return name.contains(u'"') ? QString() : u"name = \"%1\""_s.arg(name);
}

Error conflict(const StageChange &change, const ModelVersion &now)
{
    const QString since = now.lastUpdatedTime ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*now.lastUpdatedTime), QLocale::ShortFormat)
                                              : Words::tr("an unknown time");
    return {ErrorCode::Conflict,
            Words::tr("Version %1 of %2 was changed by somebody else at %3. It is in stage %4 now.").arg(change.version, change.model, since, now.currentStage),
            u"expected %1"_s.arg(change.fromStage)};
}

bool isSame(const ModelVersion &a, const ModelVersion &b)
{
    return a.currentStage == b.currentStage && a.lastUpdatedTime == b.lastUpdatedTime;
}

bool isMoved(const RegisteredModel &before, const RegisteredModel &now, const StageChange &change, const QStringList &archives)
{
    const ModelVersion *version = now.version(change.version);
    if (!version || version->currentStage != stageName(change.toStage) || isSame(*version, *before.version(change.version)))
        return false;
    return std::ranges::all_of(archives, [&](const QString &number) {
        const ModelVersion *other = now.version(number);
        return other && other->currentStage == stageName(Stage::Archived);
    });
}

bool isUnchanged(const RegisteredModel &before, const RegisteredModel &now)
{
    return std::ranges::all_of(before.versions, [&](const ModelVersion &version) {
        const ModelVersion *other = now.version(version.version);
        return other && isSame(version, *other);
    });
}

// The versions that stand elsewhere than our change alone would have left them. `own` is the time of our change.
QStringList changedByOthers(const RegisteredModel &before, const RegisteredModel &now, const StageChange &change, const QStringList &archives, OptionalTime own)
{
    QStringList changed;
    const auto differs = [&](const QString &number, const QString &stage, OptionalTime time) {
        const ModelVersion *version = now.version(number);
        if (!version)
            changed.append(Words::tr("version %1 (deleted)").arg(number));
        else if (version->currentStage != stage || version->lastUpdatedTime != time)
            changed.append(Words::tr("version %1 (%2)").arg(number, version->currentStage));
    };
    for (const ModelVersion &version : before.versions) {
        if (version.version == change.version)
            differs(version.version, stageName(change.toStage), own);
        else if (archives.contains(version.version))
            differs(version.version, stageName(Stage::Archived), own);
        else
            differs(version.version, version.currentStage, version.lastUpdatedTime);
    }
    for (const ModelVersion &version : now.versions)
        if (!before.version(version.version) && version.currentStage != stageName(Stage::None))
            changed.append(Words::tr("version %1 (%2)").arg(version.version, version.currentStage));
    return changed;
}

} // namespace

Result<RegisteredModel> ServerWriter::readVersions(const QString &name, Job &job)
{
    Result<RegisteredModel> model = readModel(name, job);
    if (!model)
        return model;
    QList<RegisteredModel> models{*model};
    QString filter = nameFilter(name);
    if (model->isPrompt()) // these are left out unless they are asked for
        filter += (filter.isEmpty() ? QString() : u" AND "_s) + u"tag.`mlflow.prompt.is_prompt` = 'true'"_s;
    QString token;
    QSet<QString> seen;
    do {
        const Result<QByteArray> body = m_api.read(
            RestApi::get(u"model-versions/search"_s, {{u"max_results"_s, u"10000"_s}, {u"filter"_s, filter}, {u"page_token"_s, token}}), job);
        const Result<QString> next = body ? addVersions(*body, models) : Result<QString>(body.error());
        if (!next)
            return next.error();
        if (seen.contains(*next))
            return Error{ErrorCode::Damaged, Words::tr("%1 gives the same page again and again.").arg(m_api.host()), {}};
        token = *next;
        seen.insert(token);
    } while (!token.isEmpty());
    return models.first();
}

Result<StageChangeDone> ServerWriter::changeStage(const StageChange &change, Job &job)
{
    if (change.archiveExisting && change.toStage != Stage::Staging && change.toStage != Stage::Production)
        return Error{ErrorCode::InvalidArgument, Words::tr("Other versions are archived for Staging and Production only."), {}};
    const Clock::time_point begun = Clock::now();
    const Result<RegisteredModel> before = readVersions(change.model, job);
    if (!before)
        return before.error();
    const ModelVersion *version = before->version(change.version);
    if (!version)
        return Error{ErrorCode::NotFound, Words::tr("There is no version %1 of the model %2.").arg(change.version.left(40), change.model.left(100)), {}};
    if (version->currentStage != change.fromStage || version->lastUpdatedTime != change.shownUpdateTime)
        return conflict(change, *version);

    StageChangeDone done;
    done.archived = planPromotion(*before, change).archives;
    OptionalTime own;
    SilentJob steadfast;
    const auto look = [&]() -> Result<Stands> {
        const Result<RegisteredModel> now = readVersions(change.model, steadfast);
        if (!now)
            return now.error();
        if (!isMoved(*before, *now, change, done.archived))
            return isUnchanged(*before, *now) ? Stands::AsBefore : Stands::Otherwise;
        own = now->version(change.version)->lastUpdatedTime;
        return Stands::AsWanted;
    };
    const QJsonObject body{{u"name"_s, change.model}, {u"version"_s, change.version}, {u"stage"_s, stageName(change.toStage)},
                           {u"archive_existing_versions"_s, change.archiveExisting}};
    const Result<QByteArray> answer = send(RestApi::post(u"model-versions/transition-stage"_s, body), look, job);
    if (!answer)
        return answer.error();
    const bool tookLong = Clock::now() - begun > m_settling;
    if (const Result<ModelVersion> answered = answer->isEmpty() ? Result<ModelVersion>(ModelVersion()) : modelVersion(*answer); answered && answered->lastUpdatedTime)
        own = answered->lastUpdatedTime;
    std::this_thread::sleep_for(m_settling);
    const Result<RegisteredModel> after = readVersions(change.model, steadfast);
    if (after) {
        if (const QStringList others = changedByOthers(*before, *after, change, done.archived, own); !others.isEmpty())
            done.overlap = Words::tr("Somebody else changed %1 at the same time: %2. Look at its versions again.").arg(change.model, others.join(u", "_s));
    }
    if (done.overlap.isEmpty() && (tookLong || !after))
        done.overlap = Words::tr("The server took so long that somebody else may have changed %1 meanwhile. Look at its versions again.").arg(change.model);
    return done;
}

} // namespace Assay::MlflowServer
