// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/promotion.h"
#include "models/registry/auditjournal.h"
#include "models/store/storebackend.h"

namespace Assay {

// The rules, without touching anything: Refused for a missing reason, an archiving that the stage does not know;
// ReadOnly or UnknownSchema where the store must not be written.
Status checkPromotion(const StoreInfo &store, const PromotionRequest &request);

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
