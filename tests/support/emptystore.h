// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

namespace Assay::Testing {

// Holds nothing and refuses everything: what a test does not ask of its own store.
class EmptyStore : public StoreBackend
{
public:
    StoreInfo info() const override { return {}; }
    void setRootMappings(const QList<RootMapping> &) override {}
    Result<StoreCounts> counts(Job &) override { return StoreCounts{}; }
    Result<Loaded<QList<Experiment>>> experiments(Job &) override { return Loaded<QList<Experiment>>{}; }
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &, Job &) override { return refusal(); }
    Result<ArtifactListing> artifacts(const RunRef &, const QString &, bool, Job &) override { return refusal(); }
    Status readArtifact(const RunRef &, const QString &, const ByteSink &, Job &) override { return refusal(); }
    Result<Loaded<QList<RegisteredModel>>> models(Job &) override { return Loaded<QList<RegisteredModel>>{}; }
    Result<QList<Problem>> diagnose(Job &) override { return refusal(); }
    Result<StageChangeDone> changeStage(const StageChange &, Job &) override { return refusal(); }
    Status setAlias(const QString &, const QString &, const std::optional<QString> &, Job &) override { return refusal(); }
    Status editRun(const RunEdit &, Job &) override { return refusal(); }
    Status setModelTag(const QString &, const QString &, const std::optional<QString> &, Job &) override { return refusal(); }
    Status setVersionTag(const QString &, const QString &, const QString &, const std::optional<QString> &, Job &) override { return refusal(); }

private:
    static Error refusal() { return {ErrorCode::Unsupported, {}, {}}; }
};

} // namespace Assay::Testing
