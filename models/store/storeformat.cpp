// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeformat.h"

#include <QCoreApplication>

namespace Assay {

namespace {

struct StoreFormatText {
    Q_DECLARE_TR_FUNCTIONS(StoreFormatText)
};

} // namespace

void StoreFormat::check(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const
{
    checkStore(location, options, tell, job);
}

void StoreFormat::checkStore(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const
{
    CheckStep step{CheckStep::Kind::Store, CheckStep::State::Running, StoreFormatText::tr("Opening the store …")};
    tell(step);
    const auto fail = [&](const Error &error) {
        step.state = CheckStep::State::Failed;
        step.text = error.message;
        step.error = error.code;
        step.said = error.detail.left(2000);
        tell(step);
    };
    const Result<std::unique_ptr<StoreBackend>> store = open(location, options, job);
    if (!store)
        return fail(store.error());
    const auto experiments = (*store)->experiments(job);
    if (!experiments)
        return fail(experiments.error());
    const StoreInfo info = (*store)->info();
    step.state = CheckStep::State::Passed;
    step.text = displayName();
    if (!info.version.isEmpty())
        step.facts.append({StoreFormatText::tr("Version"), info.version});
    step.facts.append({StoreFormatText::tr("Experiments"), QString::number(experiments->value.size())});
    tell(step);
}

} // namespace Assay
