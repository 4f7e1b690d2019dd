// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/promotion.h"

namespace Assay {

PromotionPlan planPromotion(const RegisteredModel &model, const StageChange &change)
{
    PromotionPlan plan;
    if (const ModelVersion *version = model.version(change.version))
        plan.from = version->currentStage;
    if (change.archiveExisting)
        for (const ModelVersion &other : model.versions)
            if (other.version != change.version && other.currentStage == stageName(change.toStage))
                plan.archives.append(other.version);
    return plan;
}

} // namespace Assay
