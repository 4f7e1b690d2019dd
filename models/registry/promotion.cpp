// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/registry/promotion.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct PromotionText {
    Q_DECLARE_TR_FUNCTIONS(PromotionText)
};

Error refused(const QString &message)
{
    return {ErrorCode::Refused, message, {}};
}

QJsonObject detailsOf(const PromotionRequest &request, const RegisteredModel *model)
{
    const StageChange &change = request.change;
    QJsonObject details{{"version"_L1, change.version}, {"from"_L1, change.fromStage}, {"to"_L1, stageName(change.toStage)},
                        {"archive_existing"_L1, change.archiveExisting}, {"reason"_L1, request.reason}};
    if (const ModelVersion *version = model ? model->version(change.version) : nullptr) {
        details.insert("run_id"_L1, version->runId);
        details.insert("source"_L1, version->source);
    }
    return details;
}

Result<RegisteredModel> readModel(StoreBackend &store, const QString &name, Job &job)
{
    const auto models = store.models(job);
    if (!models)
        return models.error();
    for (const RegisteredModel &model : models->value)
        if (model.name == name)
            return model;
    return Error{ErrorCode::NotFound, PromotionText::tr("There is no registered model of this name: %1").arg(name), {}};
}

// Whether what was wanted is what stands there.
bool standsAsWanted(const RegisteredModel &model, const StageChange &change, const QStringList &archived)
{
    const ModelVersion *version = model.version(change.version);
    if (!version || version->currentStage != stageName(change.toStage))
        return false;
    return std::all_of(archived.begin(), archived.end(), [&](const QString &number) {
        const ModelVersion *other = model.version(number);
        return other && other->currentStage == stageName(Stage::Archived);
    });
}

QString unknownText(const QString &model)
{
    return PromotionText::tr("Nobody can say whether the change took place. Look at the model's versions before trying again: %1").arg(model);
}

// Writes the outcome that belongs to `intent`; a journal that cannot be written any more must not hide what happened.
void writeOutcome(const AuditJournal &journal, const AuditEntry &intent, PromotionDone &done)
{
    AuditEntry outcome;
    outcome.kind = AuditEntry::Kind::Outcome;
    outcome.intent = intent.id;
    outcome.action = intent.action;
    outcome.store = intent.store;
    outcome.subject = intent.subject;
    outcome.details = {{"result"_L1, outcomeName(done.outcome)}, {"archived"_L1, QJsonArray::fromStringList(done.archived)}};
    if (!done.overlap.isEmpty())
        outcome.details.insert("overlap"_L1, done.overlap.left(2000));
    if (done.error) {
        outcome.details.insert("error"_L1, errorCodeName(done.error->code));
        outcome.details.insert("message"_L1, done.error->message.left(2000));
    }
    const auto written = journal.append(outcome);
    done.entry = written ? written->id : intent.id;
}

// A job that goes on: what has begun to be written is read back and recorded whatever the caller wants by then.
SilentJob &steadfast()
{
    thread_local SilentJob job;
    return job;
}

} // namespace

Status checkPromotion(const StoreInfo &store, const PromotionRequest &request)
{
    if (!store.writable)
        return Error{store.notWritableCode, store.whyNotWritable, store.location};
    if (request.reason.trimmed().isEmpty())
        return refused(PromotionText::tr("A promotion needs a reason."));
    const Stage to = request.change.toStage;
    if (request.change.archiveExisting && to != Stage::Staging && to != Stage::Production)
        return refused(PromotionText::tr("Only Staging and Production archive the versions that stand there."));
    return {};
}

Result<PromotionDone> promote(StoreBackend &store, const AuditJournal &journal, const PromotionRequest &request, Job &job)
{
    PromotionDone done;
    done.change = request.change;
    if (const Status reconciled = reconcile(store, journal, job); !reconciled)
        return reconciled.error();
    const auto before = readModel(store, request.change.model, job);
    AuditEntry intent;
    intent.action = u"promote"_s;
    intent.store = store.info().location;
    intent.subject = request.change.model;
    intent.details = detailsOf(request, before ? &*before : nullptr);
    const auto recorded = journal.append(intent);
    if (!recorded)
        return recorded.error();

    const Status allowed = checkPromotion(store.info(), request);
    if (!allowed || !before) {
        done.error = !allowed ? allowed.error() : before.error();
        writeOutcome(journal, *recorded, done);
        return done;
    }
    const auto changed = store.changeStage(request.change, job);
    if (changed) {
        done.archived = changed->archived;
        done.overlap = changed->overlap;
    }
    const bool mayStand = changed || changed.error().code == ErrorCode::OutcomeUnknown;
    if (!mayStand) {
        done.error = changed.error();
        writeOutcome(journal, *recorded, done);
        return done;
    }
    const auto after = readModel(store, request.change.model, steadfast());
    if (after && standsAsWanted(*after, request.change, done.archived)) {
        done.outcome = Outcome::Applied;
    } else {
        done.outcome = Outcome::Unknown;
        done.error = Error{ErrorCode::OutcomeUnknown, unknownText(request.change.model), after ? QString() : after.error().message};
    }
    writeOutcome(journal, *recorded, done);
    return done;
}

Result<PromotionDone> changeAlias(StoreBackend &store, const AuditJournal &journal, const QString &model, const QString &alias,
                                  const std::optional<QString> &version, const QString &reason, Job &job)
{
    PromotionDone done;
    done.change.model = model;
    done.change.version = version.value_or(QString());
    AuditEntry intent;
    intent.action = u"alias"_s;
    intent.store = store.info().location;
    intent.subject = model;
    intent.details = {{"alias"_L1, alias}, {"version"_L1, version ? QJsonValue(*version) : QJsonValue()}, {"reason"_L1, reason}};
    const auto before = readModel(store, model, job);
    if (before)
        intent.details.insert("from"_L1, before->aliases.contains(alias) ? QJsonValue(before->aliases[alias]) : QJsonValue());
    const auto recorded = journal.append(intent);
    if (!recorded)
        return recorded.error();
    Status allowed = checkPromotion(store.info(), {{}, reason});
    if (allowed && !before)
        allowed = before.error();
    if (allowed)
        allowed = store.setAlias(model, alias, version, job);
    if (!allowed && allowed.error().code != ErrorCode::OutcomeUnknown) {
        done.error = allowed.error();
        writeOutcome(journal, *recorded, done);
        return done;
    }
    const auto after = readModel(store, model, steadfast());
    const bool stands = after && (version ? after->aliases.value(alias) == *version : !after->aliases.contains(alias));
    done.outcome = stands ? Outcome::Applied : Outcome::Unknown;
    if (!stands)
        done.error = Error{ErrorCode::OutcomeUnknown, unknownText(model), {}};
    writeOutcome(journal, *recorded, done);
    return done;
}

Status reconcile(StoreBackend &store, const AuditJournal &journal, Job &job)
{
    const auto open = journal.openIntents(store.info().location);
    if (!open)
        return open.error();
    for (const AuditEntry &intent : *open) {
        AuditEntry outcome;
        outcome.kind = AuditEntry::Kind::Outcome;
        outcome.intent = intent.id;
        outcome.action = u"reconcile"_s;
        outcome.store = intent.store;
        outcome.subject = intent.subject;
        const auto model = readModel(store, intent.subject, job);
        if (!model && model.error().code != ErrorCode::NotFound)
            return model.error();
        const ModelVersion *version = model ? model->version(intent.details["version"_L1].toString()) : nullptr;
        outcome.details = {{"result"_L1, u"reconciled"_s}, {"found_stage"_L1, version ? QJsonValue(version->currentStage) : QJsonValue()}};
        if (const auto written = journal.append(outcome); !written)
            return written.error();
    }
    return {};
}

} // namespace Assay
