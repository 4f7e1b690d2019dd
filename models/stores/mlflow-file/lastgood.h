// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace Assay {

// What a run's meta.yaml says of it.
struct RunMeta {
    std::string name;
    std::string legacyName; // of releases before 1.0
    std::string userId;
    std::string artifactUri;
    RunStatus status = RunStatus::Running;
    Lifecycle lifecycle = Lifecycle::Active;
    OptionalTime startTime;
    OptionalTime endTime;
};

// What running runs last said of themselves, by their path. Their meta.yaml is truncated and written again now and then,
// so a store that is read again must not lose a run because it came at the wrong moment. Thread-safe.
class LastGoodHeaders
{
public:
    std::optional<RunMeta> find(const std::string &path) const
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_byPath.find(path);
        return known == m_byPath.end() ? std::nullopt : std::optional(known->second);
    }
    void update(const std::string &path, const RunMeta &header)
    {
        const std::lock_guard lock(m_mutex);
        if (header.status == RunStatus::Running)
            m_byPath.insert_or_assign(path, header);
        else if (!m_byPath.empty())
            m_byPath.erase(path);
    }

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, RunMeta> m_byPath;
};

} // namespace Assay
