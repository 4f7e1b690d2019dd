// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/model.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::None: return u"None"_s;
    case Stage::Staging: return u"Staging"_s;
    case Stage::Production: return u"Production"_s;
    case Stage::Archived: return u"Archived"_s;
    }
    return {};
}

std::optional<Stage> stageFromName(QStringView name)
{
    for (Stage stage : AllStages)
        if (name.compare(stageName(stage), Qt::CaseInsensitive) == 0)
            return stage;
    return {};
}

const ModelVersion *RegisteredModel::version(const QString &number) const
{
    for (const ModelVersion &candidate : versions)
        if (candidate.version == number)
            return &candidate;
    return nullptr;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied: return u"applied"_s;
    case Outcome::NotApplied: return u"not-applied"_s;
    case Outcome::Unknown: return u"unknown"_s;
    }
    return {};
}

} // namespace Assay
