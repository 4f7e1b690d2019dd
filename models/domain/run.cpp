// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/run.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString runStatusName(RunStatus status)
{
    switch (status) {
    case RunStatus::Unknown: return {};
    case RunStatus::Running: return u"RUNNING"_s;
    case RunStatus::Scheduled: return u"SCHEDULED"_s;
    case RunStatus::Finished: return u"FINISHED"_s;
    case RunStatus::Failed: return u"FAILED"_s;
    case RunStatus::Killed: return u"KILLED"_s;
    }
    return {};
}

RunStatus runStatusFromName(QAnyStringView name)
{
    for (auto status : {RunStatus::Running, RunStatus::Scheduled, RunStatus::Finished, RunStatus::Failed, RunStatus::Killed})
        if (name == QAnyStringView(runStatusName(status)))
            return status;
    return RunStatus::Unknown;
}

RunStatus runStatusFromNumber(qint64 number)
{
    switch (number) {
    case 1: return RunStatus::Running;
    case 2: return RunStatus::Scheduled;
    case 3: return RunStatus::Finished;
    case 4: return RunStatus::Failed;
    case 5: return RunStatus::Killed;
    default: return RunStatus::Unknown;
    }
}

} // namespace Assay
