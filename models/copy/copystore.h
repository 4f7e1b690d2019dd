// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copydatabase.h"
#include "models/copy/copyfiles.h"
#include "models/copy/copyjson.h"
#include "models/store/storebackend.h"

namespace Assay {

// Reads a copy as the store that it was made of. What the copy says is not there is NotFound; what it does not know of is
// NotKept. Writes are refused. The database may be the one that a CopyWriter of the same thread writes.
class CopyStore : public StoreBackend
{
public:
    // `info` says what kind of store this is to be: what it leaves empty is the source's, and nobody can write.
    CopyStore(std::shared_ptr<CopyDatabase> database, std::shared_ptr<CopyFileSource> files, StoreInfo info = {});

    StoreInfo info() const override;
    void setRootMappings(const QList<RootMapping> &) override {} // artifacts lie in the copy
    Result<StoreCounts> counts(Job &job) override;
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override;
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial, Job &job) override;
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override;
    Result<ArtifactListing> artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job) override;
    Status readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job) override;
    Result<QList<LoggedModel>> loggedModels(const RunRef &run, Job &job) override;
    Result<ArtifactListing> modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job) override;
    Status readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job) override;
    Result<Loaded<QList<RegisteredModel>>> models(Job &job) override;
    Result<QList<Problem>> diagnose(Job &job) override;

    Result<StageChangeDone> changeStage(const StageChange &change, Job &job) override;
    Status setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job) override;
    Status editRun(const RunEdit &edit, Job &job) override;
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job) override;
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value,
                         Job &job) override;

    // What the copy is of, as it was when it was made: formatId, location, version, capabilities; keptAt.
    StoreInfo source() const;

private:
    // What is known of one run.
    struct Place {
        qint64 row = 0;
        bool hasHistories = false;
        QByteArray metrics;
        std::optional<QByteArray> loggedModels;
    };
    Result<Place> place(const RunRef &run);
    Status wasRead(const QString &what) const; // NotKept when it never was
    Status readAll(const QString &what, QSqlQuery &query);
    Result<QList<Problem>> problems(const QString &part, const QVariant &run);
    Status ensureHistories(Job &job);
    Result<ArtifactListing> listing(const RunRef &run, const QString &model, const QString &folder, bool recursive, Job &job);
    Result<QList<ArtifactEntry>> entries(qint64 row, const QString &model, const QString &folder, bool recursive, Job &job);
    struct Listing {
        bool isRecursive = false;
        ArtifactListing listing;
    };
    struct Listings : QHash<QString, Listing> {
        const ArtifactListing *about(const QString &folder) const;
    };
    Result<Listings> listings(qint64 row, const QString &model);
    Status readFile(const RunRef &run, const QString &model, const QString &path, const ByteSink &sink, Job &job);
    Status readVersions(QList<RegisteredModel> &models, const QHash<qint64, qsizetype> &byRow, Job &job);
    Status checkFiles(QList<Problem> &problems, Job &job);
    QueryDialect dialect() const;
    Error damaged(const QString &detail) const;
    Error readOnly() const;

    std::shared_ptr<CopyDatabase> m_database;
    std::shared_ptr<CopyFileSource> m_files;
    StoreInfo m_info;
    CopyJson::Reader m_json;
};

} // namespace Assay
