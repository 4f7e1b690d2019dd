// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"
#include "models/stores/mlflow-file/storetree.h"

#include <map>
#include <memory>
#include <mutex>

namespace Assay {

// The data sets of a store, each read once however many runs name it. Thread-safe.
class DatasetCache
{
public:
    explicit DatasetCache(const StoreTree &tree) : m_tree(tree) {}

    // Null when it is not there or cannot be read. Only the call that reads it adds to `problems`.
    std::shared_ptr<const Dataset> find(const std::string &experimentPath, const std::string &id, FileReader &reader,
                                        ProblemList &problems);

private:
    const StoreTree &m_tree;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<const Dataset>> m_byPath;
};

// A text of a YAML document as QString, empty where absent or wrong.
QString shownField(const YamlDocument &document, std::string_view key);

} // namespace Assay
