// SPDX-License-Identifier: GPL-3.0-or-later
// Artifacts of a copy, and whether it is sound.
#include "models/copy/copystore.h"
#include "models/copy/copytext.h"
#include "models/store/store.h"

#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error notKept(const QString &what)
{
    return {ErrorCode::NotKept, CopyText::tr("Of this file only the name was kept: %1").arg(what), {}};
}

Error listingNotKept()
{
    return {ErrorCode::NotKept, CopyText::tr("What lies in this folder was not kept."), {}};
}

Error noSuchArtifact(const QString &path)
{
    return {ErrorCode::NotFound, CopyText::tr("There is no artifact %1.").arg(path), {}};
}

QString keyText(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

// What is known of the folders of a run or model. Without entries.
Result<CopyStore::Listings> CopyStore::listings(qint64 row, const QString &model)
{
    QSqlQuery &query = m_database->statement(
        u"SELECT folder, recursive, artifact_uri, reachable, note FROM listings WHERE run = ? AND model = ?"_s);
    if (const Status ran = m_database->run(query, {row, keyText(model)}); !ran)
        return ran.error();
    Listings all;
    while (query.next())
        all.insert(query.value(0).toString(), {query.value(1).toInt() != 0, ArtifactListing{query.value(2).toString(), {}, query.value(3).toInt() != 0, query.value(4).toString(), {}}});
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    return all;
}

// The listing that tells what lies in a folder: one of all that lies below a folder around it, or its own.
const ArtifactListing *CopyStore::Listings::about(const QString &folder) const
{
    for (qsizetype end = 0; end >= 0 && end <= folder.size();) {
        const auto at = constFind(keyText(folder.left(end)));
        if (at != cend() && (at->isRecursive || end == folder.size() || (end == 0 && !at->listing.reachable)))
            return &at->listing;
        if (end == folder.size())
            break;
        const qsizetype slash = folder.indexOf(u'/', end + 1);
        end = slash < 0 ? folder.size() : slash;
    }
    return nullptr;
}

Result<QList<ArtifactEntry>> CopyStore::entries(qint64 row, const QString &model, const QString &folder, bool recursive, Job &job)
{
    QSqlQuery &query = m_database->statement(
        recursive ? u"SELECT path, is_folder, size, is_link FROM artifacts WHERE run = ? AND model = ? AND (? = '' OR substr(path, 1, length(?) + 1) = ? || '/') ORDER BY path"_s
                  : u"SELECT path, is_folder, size, is_link FROM artifacts WHERE run = ? AND model = ? AND parent = ? ORDER BY path"_s);
    const QString place = keyText(folder);
    const QVariantList values = recursive ? QVariantList{row, keyText(model), place, place, place} : QVariantList{row, keyText(model), place};
    if (const Status ran = m_database->run(query, values); !ran)
        return ran.error();
    QList<ArtifactEntry> all;
    while (query.next() && !job.isCanceled())
        all.append({query.value(0).toString(), query.value(1).toInt() != 0, query.value(2).toLongLong(), query.value(3).toInt() != 0});
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    return job.isCanceled() ? Result<QList<ArtifactEntry>>(Store::canceled()) : all;
}

Result<ArtifactListing> CopyStore::listing(const RunRef &run, const QString &model, const QString &folder, bool recursive, Job &job)
{
    const auto found = place(run);
    if (!found)
        return found.error();
    const auto known = listings(found->row, model);
    if (!known)
        return known.error();
    const ArtifactListing *own = known->about(folder);
    if (own && !own->reachable)
        return *own;
    if (!folder.isEmpty()) {
        const qsizetype slash = folder.lastIndexOf(u'/');
        const QString parent = slash < 0 ? QString() : folder.left(slash);
        const auto siblings = entries(found->row, model, parent, false, job);
        if (!siblings)
            return siblings.error();
        const bool isThere = std::ranges::any_of(*siblings, [&](const ArtifactEntry &entry) { return entry.path == folder && entry.isFolder; });
        if (!isThere && known->about(parent))
            return noSuchArtifact(folder);
    }
    if (!own)
        return listingNotKept();
    auto all = entries(found->row, model, folder, recursive, job);
    if (!all)
        return all.error();
    // Of every folder below it must be known what lies in it.
    for (const ArtifactEntry &entry : recursive ? *all : QList<ArtifactEntry>()) {
        if (job.isCanceled())
            return Store::canceled();
        if (entry.isFolder && !entry.isLink && !known->about(entry.path))
            return listingNotKept();
    }
    ArtifactListing listing = *own;
    listing.entries = std::move(*all);
    return listing;
}

Result<ArtifactListing> CopyStore::artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job)
{
    return listing(run, {}, folder, recursive, job);
}

Result<ArtifactListing> CopyStore::modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job)
{
    return listing(run, model.id, {}, true, job);
}

Status CopyStore::readFile(const RunRef &run, const QString &model, const QString &path, const ByteSink &sink, Job &job)
{
    const auto found = place(run);
    if (!found)
        return found.error();
    QSqlQuery &query = m_database->statement(u"SELECT file, size, sha256 FROM artifacts WHERE run = ? AND model = ? AND path = ? AND is_folder = 0"_s);
    if (const Status ran = m_database->run(query, {found->row, keyText(model), path}); !ran)
        return ran;
    const bool isListed = query.next();
    const CopiedFile file = isListed ? CopiedFile{query.value(0).toString(), query.value(1).toLongLong(), query.value(2).toString()} : CopiedFile();
    if (const Status ended = m_database->ended(query); !ended)
        return ended;
    if (!isListed) {
        const qsizetype slash = path.lastIndexOf(u'/');
        const auto around = listing(run, model, slash < 0 ? QString() : path.left(slash), false, job);
        return around || around.error().code == ErrorCode::NotFound ? noSuchArtifact(path) : around.error();
    }
    if (file.name.isEmpty() || !m_files)
        return notKept(path);
    qint64 got = 0;
    bool isStopped = false;
    const Status read = m_files->read(file, [&](QByteArrayView bytes) {
        got += bytes.size();
        isStopped = !sink(bytes);
        return !isStopped;
    }, job);
    if (!read)
        return read.error().code == ErrorCode::NotFound ? notKept(path) : read;
    return isStopped || got == file.size ? Status() : Status(Error{ErrorCode::Damaged, CopyText::tr("The copy of this file is damaged: %1").arg(path), file.name});
}

Status CopyStore::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job)
{
    return readFile(run, {}, path, sink, job);
}

Status CopyStore::readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job)
{
    return readFile(run, model.id, path, sink, job);
}

Result<QList<Problem>> CopyStore::diagnose(Job &job)
{
    QList<Problem> all;
    QSqlQuery &query = m_database->statement(u"SELECT DISTINCT part, run FROM problems ORDER BY part, run"_s);
    if (const Status ran = m_database->run(query); !ran)
        return ran.error();
    QList<std::pair<QString, QVariant>> parts;
    while (query.next())
        parts.append({query.value(0).toString(), query.value(1)});
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    for (const auto &[part, run] : std::as_const(parts)) {
        const auto kept = problems(part, run);
        if (!kept)
            return kept.error();
        all += *kept;
    }
    // Reading everything is the check.
    if (const auto read = experiments(job); !read)
        return read.error();
    if (const auto read = runs({}, {}, job); !read)
        return read.error();
    if (const auto read = models(job); !read)
        return read.error();
    if (const Status checked = checkFiles(all, job); !checked)
        return checked.error();
    return job.isCanceled() ? Result<QList<Problem>>(Store::canceled()) : all;
}

// The files whose bytes are kept, and the histories where they lie apart.
Status CopyStore::checkFiles(QList<Problem> &problems, Job &job)
{
    if (!m_files)
        return {};
    if (const Status attached = ensureHistories(job); !attached && attached.error().code != ErrorCode::NotKept)
        return attached;
    QSqlQuery &query = m_database->statement(u"SELECT DISTINCT file, size, sha256 FROM artifacts WHERE file IS NOT NULL ORDER BY file"_s);
    if (const Status ran = m_database->run(query); !ran)
        return ran;
    QList<CopiedFile> files;
    while (query.next())
        files.append({query.value(0).toString(), query.value(1).toLongLong(), query.value(2).toString()});
    if (const Status ended = m_database->ended(query); !ended)
        return ended;
    for (const CopiedFile &file : std::as_const(files)) {
        const Status sound = m_files->verify(file, job);
        if (!sound && sound.error().code == ErrorCode::Canceled)
            return sound;
        if (!sound)
            problems.append({Severity::Error, u"copied-file-damaged"_s, file.name, 0, {}, {}, {}, sound.error().message});
    }
    return {};
}

} // namespace Assay
