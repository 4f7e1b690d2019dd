// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/registry/auditjournal.h"
#include "models/store/storebackend.h"

namespace Assay {

// What somebody wants done, and why.
struct PromotionRequest {
    StageChange change;
    QString reason; // required
};

// How it ended. With NotApplied `error` says why; with Unknown how to find out.
struct PromotionDone {
    Outcome outcome = Outcome::NotApplied;
    StageChange change;
    QStringList archived; // versions that were moved to Archived
    QString entry;        // id of the outcome in the journal, of the intent when that could not be written
    std::optional<Error> error;
};

// What a promotion would do, to be shown before it is done.
struct PromotionPlan {
    QString from;         // stage as it stands now
    QStringList archives; // versions that would be moved to Archived
};

// The rules, without touching anything: Refused for a missing reason, an archiving that the stage does not know;
// ReadOnly or UnknownSchema where the store must not be written.
Status checkPromotion(const StoreInfo &store, const PromotionRequest &request);
PromotionPlan planPromotion(const RegisteredModel &model, const StageChange &change);

// Intent into the journal, one attempt at the store with compare-and-set, read back, outcome into the journal.
// Intents of an earlier crash are reconciled first. Never an Error for what the store refuses: that is NotApplied.
// An Error means that nothing was tried, as the journal could not be written.
// On the store's thread.
Result<PromotionDone> promote(StoreBackend &store, const AuditJournal &journal, const PromotionRequest &request, Job &job);

// The same for an alias; without `version` the alias is deleted.
Result<PromotionDone> changeAlias(StoreBackend &store, const AuditJournal &journal, const QString &model, const QString &alias,
                                  const std::optional<QString> &version, const QString &reason, Job &job);

// Looks at the store for every intent without an outcome, and writes down what stands there now.
Status reconcile(StoreBackend &store, const AuditJournal &journal, Job &job);

} // namespace Assay
