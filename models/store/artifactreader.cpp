// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/localartifacts.h"
#include "models/store/safefile.h"

#include <QCoreApplication>

#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace Assay::LocalArtifacts {

namespace {

constexpr qsizetype MaxDepth = 100;
constexpr size_t ReadPiece = 256 * 1024;

struct LocalArtifactsText {
    Q_DECLARE_TR_FUNCTIONS(LocalArtifactsText)
};

Error canceled()
{
    return {ErrorCode::Canceled, LocalArtifactsText::tr("Stopped."), {}};
}

// A name that is not UTF-8 is shown with replacement characters and found again by them.
QString shown(const std::string &name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

Descriptor openRootOf(const ArtifactRoot &root)
{
    const Descriptor anchor = SafeFile::openRoot(root.anchor.toStdString());
    return anchor ? SafeFile::openFolder(anchor.fd(), root.beneath.toStdString()) : Descriptor::failed(anchor.error());
}

// A relative path as bytes; nothing for one that is no such path.
std::optional<QStringList> checkedParts(const QString &path)
{
    const QStringList all = path.split(u'/', Qt::SkipEmptyParts);
    if (path.startsWith(u'/') || path.contains(QChar(0)) || all.contains(".."_L1) || all.contains("."_L1) || all.size() > MaxDepth)
        return std::nullopt;
    return all;
}

Descriptor openBeneath(const Descriptor &root, const QStringList &path, bool asFile)
{
    Descriptor at = SafeFile::openFolder(root.fd(), {});
    for (qsizetype i = 0; i < path.size() && at; ++i) {
        const std::string name = SafeFile::entryName(at.fd(), path[i]);
        if (name.empty())
            return Descriptor::failed(ENOENT);
        at = asFile && i == path.size() - 1 ? SafeFile::openFile(at.fd(), name) : SafeFile::openFolder(at.fd(), name);
    }
    return at;
}

struct Walk {
    QList<ArtifactEntry> entries;
    bool recursive;
    Job &job;

    // False when cancelled. A folder that cannot be read is listed and empty.
    bool folder(int fd, const QString &prefix, qsizetype depth)
    {
        const SafeFile::Listing listing = SafeFile::list(fd);
        for (size_t i = 0; i < listing.entries.size(); ++i) {
            if (i % 64 == 0 && job.isCanceled())
                return false;
            const FolderEntry &found = listing.entries[i];
            ArtifactEntry entry{prefix + shown(found.name), found.kind == FileKind::Folder, 0, found.kind == FileKind::Link};
            if (found.kind == FileKind::File)
                entry.size = SafeFile::stat(fd, found.name.c_str()).size;
            entries.append(entry);
            if (!recursive || !entry.isFolder || depth >= MaxDepth)
                continue;
            const Descriptor below = SafeFile::openFolder(fd, found.name);
            if (below && !folder(below.fd(), entry.path + u'/', depth + 1))
                return false;
        }
        return true;
    }
};

} // namespace

Result<QList<ArtifactEntry>> list(const ArtifactRoot &root, const QString &folder, bool recursive, Job &job)
{
    const auto path = checkedParts(folder);
    if (!root.reachable || !path)
        return Error{ErrorCode::NotFound, LocalArtifactsText::tr("There is no such folder among the artifacts: %1").arg(folder.left(200)), root.note};
    const Descriptor base = openRootOf(root);
    if (!base)
        return SafeFile::openError(base.error(), root.path());
    const Descriptor at = openBeneath(base, *path, false);
    if (!at)
        return SafeFile::openError(at.error(), folder);
    Walk walk{{}, recursive, job};
    if (!walk.folder(at.fd(), path->isEmpty() ? QString() : path->join(u'/') + u'/', path->size()))
        return canceled();
    // In the order of the UTF-8 bytes, which UTF-16's is not.
    std::vector<std::pair<QByteArray, qsizetype>> order;
    order.reserve(size_t(walk.entries.size()));
    for (qsizetype i = 0; i < walk.entries.size(); ++i)
        order.emplace_back(walk.entries[i].path.toUtf8(), i);
    std::sort(order.begin(), order.end());
    QList<ArtifactEntry> sorted;
    sorted.reserve(walk.entries.size());
    for (const auto &[bytes, index] : order)
        sorted.append(walk.entries[index]);
    return sorted;
}

Status read(const ArtifactRoot &root, const QString &path, const ByteSink &sink, Job &job)
{
    const auto checked = checkedParts(path);
    if (!root.reachable)
        return Error{ErrorCode::NotFound, root.note, {}};
    if (!checked || checked->isEmpty())
        return Error{ErrorCode::NotFound, LocalArtifactsText::tr("There is no such file among the artifacts: %1").arg(path.left(200)), {}};
    const Descriptor base = openRootOf(root);
    if (!base)
        return SafeFile::openError(base.error(), root.path());
    const Descriptor file = openBeneath(base, *checked, true);
    if (!file)
        return file.error() == EISDIR || file.error() == SafeFile::NotRegular
            ? Error{ErrorCode::NotFound, LocalArtifactsText::tr("%1 is %2.").arg(path, SafeFile::errorText(file.error())), {}}
            : SafeFile::openError(file.error(), path);
    // A file that is being written is read as far as it went when we came.
    qint64 left = SafeFile::stat(file.fd()).size;
    std::vector<char> buffer(size_t(std::clamp<qint64>(left, 1, ReadPiece)));
    while (left > 0) {
        if (job.isCanceled())
            return canceled();
        const ssize_t got = ::read(file.fd(), buffer.data(), size_t(std::min<qint64>(left, qint64(buffer.size()))));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return SafeFile::openError(errno, path);
        if (got == 0 || !sink(QByteArrayView(buffer.data(), got)))
            return {};
        left -= got;
    }
    return {};
}

} // namespace Assay::LocalArtifacts
