// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copystore.h"
#include "models/copy/runportions.h"
#include "models/store/storeformat.h"

#include <QSet>
#include <QTimer>

namespace Assay {

// A remote store, and what was read of it before. What it answers is kept in a copy; what is asked for one run (histories,
// artifacts) comes from there while the store is out of reach, lists (experiments, runs, models) only through kept(), so that
// nobody takes old ones for new. Everything else is the remote store's own. A copy that cannot be written is logged and done
// without.
class CachedStore final : public StoreBackend
{
public:
    // Opens the remote store, on the thread of the calls here.
    using Opener = std::function<Result<std::unique_ptr<StoreBackend>>(bool isImpatient, Job &job)>;
    // That something could not be kept, on the thread of the calls here.
    using Trouble = std::function<void(const Error &why)>;

    // `folder` is made where it is not there, for nobody else to read. `id` says what the store is before it answers. Opens no
    // connection. Without a copy where `folder` cannot be used: then the remote store is opened at once.
    static Result<std::unique_ptr<StoreBackend>> open(const QString &folder, const StoreInfo &id, Opener opener, Trouble trouble, Job &job);
    ~CachedStore() override; // writes for a moment more; what is then left is not kept

    StoreInfo info() const override;
    void setRootMappings(const QList<RootMapping> &mappings) override;
    StoreBackend *kept() override;
    Result<StoreCounts> counts(Job &job) override;
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override;
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial, Job &job) override;
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override;
    Status histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job) override;
    Result<ArtifactListing> artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job) override;
    Status readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job) override;
    Status resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job) override;
    Result<QList<LoggedModel>> loggedModels(const RunRef &run, Job &job) override;
    Result<ArtifactListing> modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job) override;
    Status readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job) override;
    Result<Loaded<QList<RegisteredModel>>> models(Job &job) override;
    Result<QList<Problem>> diagnose(Job &job) override;

    Result<StageChangeDone> changeStage(const StageChange &change, Job &job) override;
    Status setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job) override;
    Status editRun(const RunEdit &edit, Job &job) override;
    QList<std::optional<Error>> editRuns(const QList<RunEdit> &edits, Job &job) override;
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job) override;
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value, Job &job) override;

    // For those that copy a part of the store on purpose. The remote store, opened; Unreachable while it is away.
    Result<StoreBackend *> remote(Job &job);
    CopyWriter &writer() { return *m_writer; }
    // How long another program that writes to the copy is waited for. Short, but where the copy itself is what somebody wants.
    static constexpr int WaitForOthersMs = 500;
    void setPatience(int milliseconds);
    void flush(); // what is still to be written of what was read

private:
    CachedStore(StoreInfo id, Opener opener, Trouble trouble);

    Status openCopy(const QString &folder);
    void lost(const Error &error);
    void keep(const char *what, const Status &kept) const;
    void keepOfRun(const char *what, const RunRef &run, const std::function<Status()> &put);
    void writePortion();
    void keepHistories(const HistoryRequest &request, const Loaded<QList<MetricSeries>> &histories);
    template <typename T, typename Ask, typename Keep>
    Result<T> list(const Ask &ask, const Keep &keep, Job &job);
    template <typename T, typename Ask, typename Keep, typename Kept>
    Result<T> look(const RunRef &run, const Ask &ask, const Keep &keep, const Kept &kept, Job &job);
    Status readFile(const CopiedFiles &whose, const QString &path, const std::function<Status(StoreBackend &, const ByteSink &)> &read, const ByteSink &sink, Job &job);
    template <typename Answer, typename Write>
    Answer write(const Write &write, Job &job);
    Error notKept(const Error &error) const;
    void use(const RunRef &run);

    StoreInfo m_info; // as the remote store said it the last time
    Opener m_opener;
    Trouble m_trouble;
    QList<RootMapping> m_mappings;
    std::unique_ptr<StoreBackend> m_remote;
    std::optional<Error> m_gone; // why it cannot be reached
    std::shared_ptr<CopyDatabase> m_database; // null: nothing is kept
    std::unique_ptr<CopyWriter> m_writer;
    std::unique_ptr<CopyStore> m_copy;
    QSet<RunRef> m_used; // in this session

    // Runs are written when nobody waits for an answer, a portion at a time, and not with each refreshing.
    struct Unwritten {
        RunRequest request;
        Loaded<RunTablePtr> runs;
        qint64 readAt = 0;
    };
    std::optional<Unwritten> m_unwritten;
    std::unique_ptr<RunPortions> m_portions; // that are being written
    RunTablePtr m_written;
    QTimer m_writing;
};

} // namespace Assay
