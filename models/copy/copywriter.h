// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copydatabase.h"
#include "models/copy/copyfiles.h"
#include "models/store/storebackend.h"

namespace Assay {

// Which files: those of a run, or those of a model that it logged.
struct CopiedFiles {
    RunRef run;
    QString model = {}; // LoggedModel::id; empty for the run's own
};

// What a run costs beside its row: what its histories and files take, and when they were wanted last.
struct CopyUse {
    RunRef run;
    qint64 bytes = 0;
    qint64 usedAt = 0; // UTC milliseconds; 0: never
    bool isPinned = false; // is to stay
};

class RunDocuments;

// Puts what a store answered into a copy of it. Each call is one transaction, or a part of the CopyTransaction around it; what was
// there of the same is replaced, and what did not change is not written. `readAt`: when it was read in the store, UTC milliseconds.
class CopyWriter
{
public:
    // `files` may be null where no bytes of artifacts are kept.
    CopyWriter(std::shared_ptr<CopyDatabase> database, std::shared_ptr<CopyFileSink> files);

    CopyDatabase &database() { return *m_database; }

    Status setSource(const StoreInfo &info, const QueryDialect &dialect);
    Status putExperiments(const Loaded<QList<Experiment>> &experiments, qint64 readAt);
    // What the store answered to `request`: runs that the request means and the answer lacks are taken out, with all that is
    // kept of them. An answer to the request for everything makes the copy's runs complete. Histories of a run that went on since
    // they were read stay, but are not all any more.
    Status putRuns(const RunRequest &request, const Loaded<RunTablePtr> &runs, qint64 readAt);
    // Of a run that is in the copy (else NotFound, as for all below). `isAll`: these are all metrics that it has.
    Status putHistories(const RunRef &run, const Loaded<QList<MetricSeries>> &histories, bool isAll, qint64 readAt);
    Status putLoggedModels(const RunRef &run, const QList<LoggedModel> &models);
    // `folder` as it was asked for. Bytes of files that changed their size, or are gone, are dropped.
    Status putListing(const CopiedFiles &whose, const QString &folder, bool recursive, const ArtifactListing &listing, qint64 readAt);
    // The bytes of a file that is listed: `read` gives them to the sink. Keeps the same bytes once.
    using ArtifactRead = std::function<Status(const ByteSink &sink)>;
    Status putArtifact(const CopiedFiles &whose, const QString &path, const ArtifactRead &read);
    // Whether its bytes are there, and in full.
    Result<bool> hasArtifact(const CopiedFiles &whose, const QString &path);
    Result<bool> hasHistories(const RunRef &run);
    Status putModels(const Loaded<QList<RegisteredModel>> &models, qint64 readAt);

    // To make room: what was kept is taken out again, and is not known any more.
    Status dropHistories(const RunRef &run);
    Status dropArtifact(const CopiedFiles &whose, const QString &path);
    Status dropContents(const RunRef &run); // histories and the bytes of all its files
    // Which runs have such contents, the one used longest ago first.
    Result<QList<CopyUse>> uses();
    // Files that no artifact rests on, and that were last written before a time (UTC milliseconds): a program that was killed
    // left them. How many there were.
    Result<qint64> removeStrays(qint64 before);
    Status setUsed(const RunRef &run, qint64 at);
    Status setPinned(const RunRef &run, bool pinned);

private:
    friend class RunPortions;

    Result<qint64> rowOf(const RunRef &run);
    Status putProblems(const QString &part, const QVariant &run, const QList<Problem> &problems);
    Status upsertRuns(const RunTable &table, RunDocuments &documents, uint32_t from, uint32_t to);
    Status removeAbsent(const RunRequest &request, const RunTable &table);
    Status removeRun(qint64 row);
    Result<QString> fileOf(qint64 row, const CopiedFiles &whose, const QString &path);
    Result<QStringList> filesOf(qint64 row);
    void dropFile(const QString &file);
    Status putVersions(qint64 model, const RegisteredModel &registered);
    Status replaceEntries(qint64 run, const CopiedFiles &whose, const QString &folder, bool recursive, const ArtifactListing &listing);

    std::shared_ptr<CopyDatabase> m_database;
    std::shared_ptr<CopyFileSink> m_files;
};

} // namespace Assay
