// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/model.h"

#include <optional>

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
    QString overlap;      // as in StageChangeDone: to be shown whatever the outcome is
    QString entry;        // id of the outcome in the journal, of the intent when that could not be written
    std::optional<Error> error;
};

// What a promotion would do, to be shown before it is done.
struct PromotionPlan {
    QString from;         // stage as it stands now
    QStringList archives; // versions that would be moved to Archived
};

PromotionPlan planPromotion(const RegisteredModel &model, const StageChange &change);

} // namespace Assay
