// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/keyfiles.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int MaxDepth = 64;

// What desktops and editors leave behind. MLflow would take it for a key, or fail on it.
bool isStray(std::string_view name)
{
    return name == ".DS_Store" || name.ends_with('~') || (name.starts_with('.') && name.ends_with(".swp"));
}

struct Walk {
    ProblemList &problems;
    const std::function<void(const KeyFile &)> &f;

    void folder(const Descriptor &folder, const std::string &prefix, const std::string &path, int depth)
    {
        SafeFile::Listing listing = SafeFile::list(folder.fd());
        if (listing.error != 0)
            problems.addError(listing.error, path, true);
        std::sort(listing.entries.begin(), listing.entries.end(),
                  [](const FolderEntry &a, const FolderEntry &b) { return a.name < b.name; });
        for (const FolderEntry &entry : listing.entries) {
            KeyFile file{prefix + entry.name, path + '/' + entry.name, &entry, folder.fd()};
            switch (entry.kind) {
            case FileKind::File:
                take(file);
                break;
            case FileKind::Folder:
                below(file, depth);
                break;
            case FileKind::Link:
                problems.addError(ELOOP, file.path, false);
                break;
            case FileKind::Unknown:
                break; // gone since it was listed
            case FileKind::Other:
                problems.addError(SafeFile::NotRegular, file.path, false);
                break;
            }
        }
    }

    void take(KeyFile &file)
    {
        if (isStray(file.entry->name)) {
            problems.add(Severity::Hint, FileProblem::StrayFile, file.path, 0,
                         MlflowFileText::tr("This file was left by another program and is no key; it is left out."));
            return;
        }
        if (!isUtf8(file.key)) {
            problems.warn(FileProblem::NameNotUtf8, file.path,
                          MlflowFileText::tr("The name is not UTF-8; what cannot be read is shown as “\uFFFD”."));
            file.key = withReplacements(file.key);
        }
        f(file);
    }

    void below(const KeyFile &file, int depth)
    {
        if (depth >= MaxDepth)
            return problems.warn(FileProblem::NestedTooDeeply, file.path, MlflowFileText::tr("Folders are nested too deeply here; they are left out."));
        const Descriptor next = SafeFile::openFolder(file.folder, file.entry->name);
        if (next)
            folder(next, file.key + '/', file.path, depth + 1);
        else if (next.error() != ENOENT)
            problems.addError(next.error(), file.path, true);
    }
};

} // namespace

void forEachKeyFile(int parent, const std::string &name, const std::string &path, ProblemList &problems,
                    const std::function<void(const KeyFile &)> &f)
{
    const Descriptor folder = SafeFile::openFolder(parent, name);
    if (folder)
        Walk{problems, f}.folder(folder, {}, path, 0);
    else if (folder.error() != ENOENT)
        problems.addError(folder.error(), path, true);
}

KeyText readKeyText(const KeyFile &file, FileReader &reader, std::string &fixed, ProblemList &problems)
{
    const Descriptor opened = SafeFile::openListedFile(file.folder, file.entry->name.c_str());
    const FileReader::Bytes got = opened ? reader.read(opened, MaxValue) : FileReader::Bytes{{}, false, opened.error()};
    if (got.error != 0) {
        if (got.error != ENOENT)
            problems.addError(got.error, file.path, false);
        return {};
    }
    if (got.isCut)
        problems.warn(FileProblem::ValueCut, file.path, MlflowFileText::tr("The text is very long; only its first 4 MiB are read."));
    if (isUtf8(got.bytes))
        return {got.bytes, true};
    fixed = withReplacements(got.bytes);
    // A cut can go through a character; that is no fault of the file.
    if (!got.isCut || !isUtf8(got.bytes.substr(0, got.bytes.size() - std::min<size_t>(3, got.bytes.size()))))
        problems.warn(FileProblem::TextNotUtf8, file.path, MlflowFileText::tr("The text is not UTF-8; what cannot be read is shown as “\uFFFD”."));
    return {fixed, true};
}

TextMap readKeyTexts(int parent, const std::string &name, const std::string &path, FileReader &reader, ProblemList &problems)
{
    TextMap texts;
    std::string fixed;
    forEachKeyFile(parent, name, path, problems, [&](const KeyFile &file) {
        if (const KeyText got = readKeyText(file, reader, fixed, problems); got.isRead)
            texts.insert(shownText(file.key), shownText(got.text));
    });
    return texts;
}

} // namespace Assay
