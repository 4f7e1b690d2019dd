// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copywriter.h"
#include "models/copy/rundocuments.h"

#include <limits>
#include <memory>

namespace Assay {

// CopyWriter::putRuns() a portion at a time, each a transaction of its own, so that whoever waits for the thread gets a turn
// between them. Until the last one the copy says nothing new of which runs there are; what was put stays when it is left at that.
class RunPortions
{
public:
    static constexpr uint32_t All = std::numeric_limits<uint32_t>::max();

    // `writer` outlives it.
    RunPortions(CopyWriter &writer, RunRequest request, Loaded<RunTablePtr> runs, qint64 readAt);

    const RunTablePtr &table() const { return m_runs.value; }
    bool isEnded() const { return m_isEnded; }
    Status next(uint32_t most);
    // One run at once, whenever it would have its turn; NotFound where it is none of them.
    Status put(const RunRef &run);

private:
    RunDocuments &documents();
    Status end();

    CopyWriter &m_writer;
    RunRequest m_request;
    Loaded<RunTablePtr> m_runs;
    qint64 m_readAt;
    std::unique_ptr<RunDocuments> m_documents;
    uint32_t m_next = 0;
    bool m_isEnded = false;
};

} // namespace Assay
