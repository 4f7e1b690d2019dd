// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"
#include "models/stores/mlflow-file/problems.h"

#include <functional>

namespace Assay {

// A folder of one file per key: params/, metrics/, tags/, aliases/. The key is the path below it, as bytes made UTF-8.
struct KeyFile {
    std::string key;
    std::string path;           // of the file, relative to the store, bytes
    const FolderEntry *entry = nullptr;
    int folder = -1;            // the open folder that `entry` lies in
};

// Calls f(file) for every regular file below `name` in an open folder, by name in each folder. `path` is `name`'s own,
// relative to the store. A folder that is not there has no keys. Links, pipes and what file managers and editors leave
// behind become problems.
void forEachKeyFile(int parent, const std::string &name, const std::string &path, ProblemList &problems,
                    const std::function<void(const KeyFile &)> &f);

// The text of a key file, valid UTF-8. Not more than MaxValue bytes of it; nothing where it cannot be read.
inline constexpr size_t MaxValue = 4 * 1024 * 1024;
struct KeyText {
    std::string_view text; // valid until the reader's next call, or into `fixed`
    bool isRead = false;
};
KeyText readKeyText(const KeyFile &file, FileReader &reader, std::string &fixed, ProblemList &problems);

// All of a folder's keys with their texts.
TextMap readKeyTexts(int parent, const std::string &name, const std::string &path, FileReader &reader, ProblemList &problems);

} // namespace Assay
