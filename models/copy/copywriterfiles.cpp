// SPDX-License-Identifier: GPL-3.0-or-later
// What a copy keeps of artifacts.
#include "models/copy/copytext.h"
#include "models/copy/copywriter.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype WholeInMemory = 1 << 20;

QString parentOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? u""_s : path.left(slash);
}

bool isBelow(const QString &path, const QString &folder)
{
    return folder.isEmpty() || path.startsWith(folder + u'/');
}

QString modelKey(const CopiedFiles &whose)
{
    return whose.model.isNull() ? u""_s : whose.model;
}

// Takes the bytes of a file: a small one is held until it is whole, so that the same bytes need not be written twice; a large one goes to its place.
class Intake
{
public:
    Intake(CopyFileSink &files, QString name) : m_files(files), m_name(std::move(name)) {}

    bool take(QByteArrayView bytes)
    {
        m_hash.addData(QByteArray::fromRawData(bytes.data(), bytes.size()));
        m_size += bytes.size();
        if (!m_writer && m_held.size() + bytes.size() <= WholeInMemory) {
            m_held.append(bytes.data(), bytes.size());
            return true;
        }
        m_status = flush();
        if (m_status)
            m_status = m_writer->write(bytes);
        return m_status.hasValue();
    }
    // Opens the file, and writes what was held.
    Status flush()
    {
        if (m_writer)
            return {};
        auto writer = m_files.create(m_name);
        if (!writer)
            return writer.error();
        m_writer = std::move(*writer);
        return m_writer->write(std::exchange(m_held, {}));
    }
    Status commit()
    {
        if (const Status flushed = flush(); !flushed)
            return flushed;
        return m_writer->commit();
    }
    bool isHeld() const { return !m_writer; }
    const Status &status() const { return m_status; }
    qint64 size() const { return m_size; }
    QString hash() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    CopyFileSink &m_files;
    QString m_name;
    std::unique_ptr<CopyFileWriter> m_writer;
    QByteArray m_held;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    Status m_status;
};

Result<bool> isUsed(CopyDatabase &database, const QString &file)
{
    QSqlQuery &query = database.statement(u"SELECT 1 FROM artifacts WHERE file = ? LIMIT 1"_s);
    if (const Status ran = database.run(query, {file}); !ran)
        return ran.error();
    const bool isThere = query.next();
    if (const Status ended = database.ended(query); !ended)
        return ended.error();
    return isThere;
}

// Where people would look for it; a number's place where the names are not fit for a file.
QString fileName(qint64 row, const CopiedFiles &whose, const QString &path)
{
    const QString name = whose.model.isEmpty() ? u"artifacts/%1/%2/files/%3"_s.arg(whose.run.experiment.value, whose.run.run.value, path)
                                               : u"artifacts/%1/%2/models/%3/%4"_s.arg(whose.run.experiment.value, whose.run.run.value, whose.model, path);
    if (isSafeCopyName(name))
        return name;
    const QByteArray hash = QCryptographicHash::hash((whose.model + u'\n' + path).toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"artifacts/other/%1-%2"_s.arg(row).arg(QLatin1StringView(hash.first(16)));
}

} // namespace

Status CopyWriter::putListing(const CopiedFiles &whose, const QString &folder, bool recursive, const ArtifactListing &listing, qint64 readAt)
{
    CopyTransaction transaction(*m_database);
    const auto row = rowOf(whose.run);
    if (!row)
        return row.error();
    const QString model = modelKey(whose), place = folder.isNull() ? u""_s : folder;
    if (const Status replaced = replaceEntries(*row, {whose.run, model}, place, recursive, listing); !replaced)
        return replaced;
    const Status put = m_database->execute(
        u"INSERT OR REPLACE INTO listings (run, model, folder, recursive, artifact_uri, reachable, note, read_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {*row, model, place, recursive ? 1 : 0, listing.artifactUri.isNull() ? u""_s : listing.artifactUri, listing.reachable ? 1 : 0,
         listing.note.isNull() ? u""_s : listing.note, readAt});
    return put ? transaction.commit() : put;
}

Status CopyWriter::replaceEntries(qint64 run, const CopiedFiles &whose, const QString &folder, bool recursive, const ArtifactListing &listing)
{
    struct Kept {
        qint64 size = 0;
        QString file;
    };
    QHash<QString, Kept> kept;
    QSqlQuery &query = m_database->statement(u"SELECT path, parent, size, file FROM artifacts WHERE run = ? AND model = ?"_s);
    if (const Status ran = m_database->run(query, {run, whose.model}); !ran)
        return ran;
    while (query.next())
        if (recursive ? isBelow(query.value(0).toString(), folder) : query.value(1).toString() == folder)
            kept.insert(query.value(0).toString(), {query.value(2).toLongLong(), query.value(3).toString()});
    if (const Status read = m_database->ended(query); !read)
        return read;
    QSqlQuery &put = m_database->statement(
        u"INSERT INTO artifacts (run, model, path, parent, is_folder, is_link, size) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (run, model, path) DO UPDATE SET is_folder = excluded.is_folder, is_link = excluded.is_link, "
        "file = CASE WHEN size = excluded.size THEN file END, sha256 = CASE WHEN size = excluded.size THEN sha256 END, size = excluded.size"_s);
    bool hasNewFolder = false;
    for (const ArtifactEntry &entry : listing.entries) {
        hasNewFolder |= entry.isFolder && !recursive && !kept.contains(entry.path);
        const Kept was = kept.contains(entry.path) ? kept.take(entry.path) : Kept{entry.size, {}};
        if (const Status done = m_database->run(put, {run, whose.model, entry.path, parentOf(entry.path), entry.isFolder ? 1 : 0, entry.isLink ? 1 : 0,
                                                      entry.size}); !done)
            return done;
        if (!was.file.isEmpty() && was.size != entry.size)
            dropFile(was.file);
    }
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        for (const QString &sql : {u"DELETE FROM artifacts WHERE run = ? AND model = ? AND path = ?"_s,
                                   u"DELETE FROM listings WHERE run = ? AND model = ? AND folder = ?"_s})
            if (const Status gone = m_database->execute(sql, {run, whose.model, it.key()}); !gone)
                return gone;
        if (!it->file.isEmpty())
            dropFile(it->file);
    }
    // What lies in a folder that has just come is not known, whatever was known of all around it.
    if (hasNewFolder)
        return m_database->execute(u"UPDATE listings SET recursive = 0 WHERE run = ? AND model = ?"_s, {run, whose.model});
    return {};
}

Status CopyWriter::putArtifact(const CopiedFiles &whose, const QString &path, const ArtifactRead &read)
{
    const auto row = rowOf(whose.run);
    if (!row)
        return row.error();
    if (!m_files)
        return Error{ErrorCode::Internal, CopyText::tr("This copy keeps no files."), path};
    QString name = fileName(*row, whose, path);
    const auto isTaken = isUsed(*m_database, name);
    if (!isTaken)
        return isTaken.error();
    // What rests on it may be another one's, with the same bytes as these had; or it will rest on it again, when what is being
    // written is taken back.
    if (*isTaken || (m_database->isInTransaction() && m_files->sizeOf(name).value_or(-1) >= 0))
        name = u"artifacts/other/%1"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const auto before = fileOf(*row, whose, path);
    if (!before)
        return before.error();
    Intake intake(*m_files, name);
    const Status done = read([&](QByteArrayView bytes) { return intake.take(bytes); });
    if (!intake.status())
        return intake.status();
    if (!done)
        return done;
    QString file = name;
    if (intake.isHeld()) {
        QSqlQuery &same = m_database->statement(u"SELECT file FROM artifacts WHERE sha256 = ? AND size = ? AND file IS NOT NULL LIMIT 10"_s);
        if (const Status ran = m_database->run(same, {intake.hash(), intake.size()}); !ran)
            return ran;
        while (same.next() && file == name)
            if (const QString other = same.value(0).toString(); m_files->sizeOf(other).value_or(intake.size()) == intake.size())
                file = other;
        if (const Status ended = m_database->ended(same); !ended)
            return ended;
    }
    if (file == name)
        if (const Status committed = intake.commit(); !committed)
            return committed;
    CopyTransaction transaction(*m_database);
    QSqlQuery &update = m_database->statement(u"UPDATE artifacts SET file = ?, sha256 = ?, size = ? WHERE run = ? AND model = ? AND path = ?"_s);
    if (const Status put = m_database->run(update, {file, intake.hash(), intake.size(), *row, modelKey(whose), path}); !put)
        return put;
    if (!before->isEmpty() && *before != file)
        dropFile(*before);
    return transaction.commit();
}

Result<QString> CopyWriter::fileOf(qint64 row, const CopiedFiles &whose, const QString &path)
{
    QSqlQuery &query = m_database->statement(u"SELECT file FROM artifacts WHERE run = ? AND model = ? AND path = ?"_s);
    if (const Status ran = m_database->run(query, {row, modelKey(whose), path}); !ran)
        return ran.error();
    const bool isListed = query.next();
    const QString file = isListed ? query.value(0).toString() : QString();
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    return isListed ? Result<QString>(file) : Result<QString>(Error{ErrorCode::NotFound, CopyText::tr("There is no artifact %1.").arg(path), {}});
}

Result<bool> CopyWriter::hasArtifact(const CopiedFiles &whose, const QString &path)
{
    const auto row = rowOf(whose.run);
    if (!row)
        return row.error();
    const auto file = fileOf(*row, whose, path);
    if (!file)
        return file.error().code == ErrorCode::NotFound ? Result<bool>(false) : Result<bool>(file.error());
    if (file->isEmpty() || !m_files)
        return !file->isEmpty();
    QSqlQuery &query = m_database->statement(u"SELECT size FROM artifacts WHERE run = ? AND model = ? AND path = ?"_s);
    if (const Status ran = m_database->run(query, {*row, modelKey(whose), path}); !ran)
        return ran.error();
    const qint64 size = query.next() ? query.value(0).toLongLong() : -1;
    if (const Status ended = m_database->ended(query); !ended)
        return ended.error();
    return m_files->sizeOf(*file).value_or(size) == size;
}

Status CopyWriter::dropArtifact(const CopiedFiles &whose, const QString &path)
{
    CopyTransaction transaction(*m_database);
    const auto row = rowOf(whose.run);
    if (!row)
        return row.error();
    const auto file = fileOf(*row, whose, path);
    if (!file || file->isEmpty())
        return file ? Status() : Status(file.error());
    if (const Status forgotten = m_database->execute(u"UPDATE artifacts SET file = NULL, sha256 = NULL WHERE run = ? AND model = ? AND path = ?"_s,
                                                     {*row, modelKey(whose), path}); !forgotten)
        return forgotten;
    dropFile(*file);
    return transaction.commit();
}

// When it is certain that no artifact rests on it any more: a program that is killed before leaves a file too many, which
// removeStrays() finds, and no artifact without its file.
void CopyWriter::dropFile(const QString &file)
{
    if (!m_files)
        return;
    m_database->whenCommitted([files = m_files, database = m_database.get(), file] {
        const auto used = isUsed(*database, file);
        if (used && !*used)
            static_cast<void>(files->remove(file));
    });
}

Result<qint64> CopyWriter::removeStrays(qint64 before)
{
    qint64 count = 0;
    for (const QString &file : m_files ? m_files->writtenBefore(before) : QStringList()) {
        const auto used = isUsed(*m_database, file);
        if (!used)
            return used.error();
        if (!*used && m_files->remove(file))
            ++count;
    }
    return count;
}

} // namespace Assay
