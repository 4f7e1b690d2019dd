// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copywriter.h"

#include <QSet>

#include <limits>

namespace Assay {

// What of a store is copied.
struct CopySelection {
    enum class Artifacts {
        None,
        Names, // what lies there, and how large it is
        Bytes, // and the files
    };

    QList<ExperimentId> experiments; // empty: all
    QList<RunRef> runs;              // empty: all of these experiments
    ViewType view = ViewType::All;
    bool histories = true;
    Artifacts artifacts = Artifacts::None;
    qint64 largestArtifact = std::numeric_limits<qint64>::max(); // of larger ones the name
    // The copy holds what is selected, and is all there is: other experiments, and models that no version binds to these
    // runs, are left out. Without it the selection becomes a part of a larger copy.
    bool isWhole = true;

    bool isEverything() const { return experiments.isEmpty() && runs.isEmpty() && view == ViewType::All; }
};

// What a copy would hold, or holds.
struct CopySize {
    qint64 experiments = 0;
    qint64 runs = 0;
    qint64 histories = 0;     // metrics of runs
    qint64 files = 0;         // whose bytes are copied
    qint64 artifactBytes = 0;

    friend bool operator==(const CopySize &, const CopySize &) = default;
};

struct CopyReport {
    CopySize size;
    QList<Problem> problems; // files that could not be read; the rest was copied
};

// Copies what is selected of an open store. To be used on the store's thread. What the copy has already of runs that have
// ended (histories, bytes of files that kept their size) is not read again, so a copy that was stopped goes on where it was.
class StoreCopier
{
public:
    StoreCopier(StoreBackend &source, CopySelection selection) : m_source(source), m_selection(std::move(selection)) {}

    // What would be copied. With artifacts, asks the store for the listing of every run.
    Result<CopySize> measure(Job &job);
    // Canceled leaves what was copied by then.
    Result<CopyReport> copyTo(CopyWriter &target, Job &job);

private:
    Status readRuns(Job &job);
    Status putBasics(CopyWriter &target, qint64 now, Job &job);
    Status copyRun(CopyWriter &target, uint32_t row, Job &job);
    Status copyHistories(CopyWriter &target, const RunRef &run, bool hasEnded, Job &job);
    Status copyArtifacts(CopyWriter &target, const RunRef &run, Job &job);
    Status copyFiles(CopyWriter &target, const CopiedFiles &whose, const LoggedModel *model, Job &job);
    Status copyFile(CopyWriter &target, const CopiedFiles &whose, const LoggedModel *model, const ArtifactEntry &entry, Job &job);
    bool takesBytes(const ArtifactEntry &entry) const;
    void note(const RunRef &run, const QString &path, const Error &error);

    StoreBackend &m_source;
    CopySelection m_selection;
    Loaded<RunTablePtr> m_runs;
    CopyReport m_report;
};

} // namespace Assay
