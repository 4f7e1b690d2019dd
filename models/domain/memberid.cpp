// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/memberid.h"

namespace Assay {

namespace {

constexpr QChar Separator(0x1f); // "unit separator": stands in no id, in none of the stores that there are

} // namespace

ExperimentId memberExperiment(const MemberExperiment &experiment)
{
    return experiment.member < 0 ? experiment.own : ExperimentId(QString::number(experiment.member) + Separator + experiment.own.value);
}

MemberExperiment splitMember(const ExperimentId &id)
{
    const qsizetype end = id.value.indexOf(Separator);
    bool isNumber = false;
    const int member = end > 0 ? QStringView(id.value).left(end).toInt(&isNumber) : -1;
    return isNumber && member >= 0 ? MemberExperiment{member, ExperimentId(id.value.mid(end + 1))} : MemberExperiment{-1, id};
}

QString runKey(const RunRef &run)
{
    const qsizetype member = splitMember(run.experiment).member;
    return member < 0 ? run.run.value : QString::number(member) + Separator + run.run.value;
}

} // namespace Assay
