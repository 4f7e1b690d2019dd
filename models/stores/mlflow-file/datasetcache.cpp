// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/datasetcache.h"

#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <cerrno>

namespace Assay {

std::shared_ptr<const Dataset> DatasetCache::find(const std::string &experimentPath, const std::string &id, FileReader &reader,
                                                  ProblemList &problems)
{
    // The id comes out of a file: it must be a name and nothing else.
    if (id.empty() || id.find('/') != std::string::npos || id == "." || id == ".." || id.find('\0') != std::string::npos)
        return nullptr;
    const std::string path = experimentPath + '/' + StoreName::Datasets + '/' + id + '/' + StoreName::Meta;
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_byPath.find(path); known != m_byPath.end())
        return known->second;
    std::shared_ptr<const Dataset> dataset;
    const MetaFile meta = readMeta(m_tree.fd(), path, reader);
    problems.addIssues(meta.document, path);
    if (meta.document.isMapping()) {
        const YamlDocument &fields = meta.document;
        dataset = std::make_shared<Dataset>(Dataset{shownField(fields, "name"), shownField(fields, "digest"),
                                                    shownField(fields, "source_type"), shownField(fields, "source"),
                                                    shownField(fields, "schema"), shownField(fields, "profile")});
    } else if (meta.error != 0 && meta.error != ENOENT) {
        problems.addError(meta.error, path, false);
    }
    m_byPath.emplace(path, dataset);
    return dataset;
}

QString shownField(const YamlDocument &document, std::string_view key)
{
    return shownText(textField(document, key).value);
}

} // namespace Assay
