// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copystore.h"
#include "models/copy/copywriter.h"

#include <QTemporaryDir>

namespace Assay::Testing {

// A copy in a folder of its own.
struct Copy {
    std::shared_ptr<CopyDatabase> database;
    std::shared_ptr<CopyFolder> files;

    static Copy open(const QTemporaryDir &folder)
    {
        auto database = CopyDatabase::open(folder.filePath(QStringLiteral("store.sqlite")), CopyDatabase::Use::Keep);
        return {database ? *database : nullptr, std::make_shared<CopyFolder>(folder.path())};
    }
    CopyWriter writer() const { return CopyWriter(database, files); }
};

inline RunTablePtr runsOf(StoreBackend &store, const RunRequest &request = {})
{
    SilentJob job;
    const auto runs = store.runs(request, {}, job);
    return runs ? runs->value : RunTableBuilder().finish();
}

inline QByteArray bytesOf(StoreBackend &store, const RunRef &run, const QString &path)
{
    SilentJob job;
    QByteArray bytes;
    const Status read = store.readArtifact(run, path, [&](QByteArrayView piece) { bytes.append(piece.data(), piece.size()); return true; }, job);
    return read ? bytes : "error: " + read.error().message.toUtf8();
}

} // namespace Assay::Testing
