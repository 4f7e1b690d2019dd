// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/artifacts/objectartifacts.h"

#include "models/artifacts/artifactdownload.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::ObjectArtifacts {

namespace {

struct ObjectArtifactsText {
    Q_DECLARE_TR_FUNCTIONS(ObjectArtifactsText)
};

constexpr qsizetype MostEntries = 1'000'000;
constexpr qsizetype MostCharacters = 100'000'000; // of all paths: each folder above a file is one more
constexpr qsizetype MostPages = 20'000;           // also of those on which nothing is

// Gathers entries from pages.
class Gatherer
{
public:
    Gatherer(const QString &root, bool isRecursive) : m_root(root), m_isRecursive(isRecursive) {}

    void take(const ObjectPage &page)
    {
        ++m_pages;
        for (const ObjectEntry &object : page.objects) {
            if (isFull())
                return;
            // A folder may have an object of its own, of its name with a slash.
            if (object.key.endsWith(u'/'))
                addFolder(object.key.chopped(1));
            else
                addFile(object);
        }
        for (const QString &folder : page.folders) {
            if (isFull())
                return;
            addFolder(folder.chopped(1));
        }
    }

    bool isFull() const { return m_entries.size() >= MostEntries || m_characters >= MostCharacters; }
    bool hasEnough() const { return isFull() || m_pages >= MostPages; }
    bool hasSeenAny() const { return m_hasSeenAny; }
    qsizetype size() const { return m_entries.size(); }
    qsizetype leftOut() const { return m_leftOut; }

    QList<ArtifactEntry> ordered()
    {
        // Data lakes show a folder as an empty file as well.
        m_entries.removeIf([this](const ArtifactEntry &entry) { return !entry.isFolder && entry.size == 0 && m_folders.contains(entry.path); });
        std::vector<std::pair<QByteArray, qsizetype>> order;
        order.reserve(size_t(m_entries.size()));
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            order.emplace_back(m_entries[i].path.toUtf8(), i);
        std::ranges::sort(order);
        QList<ArtifactEntry> sorted;
        sorted.reserve(m_entries.size());
        for (const auto &[bytes, index] : order)
            sorted.append(m_entries[index]);
        return sorted;
    }

private:
    // Relative to the root; empty for what is no path below it.
    QString pathOf(const QString &key)
    {
        m_hasSeenAny = true;
        const QString below = m_root.isEmpty() ? key : key.startsWith(m_root + u'/') ? key.mid(m_root.size() + 1) : QString();
        return isPlainKey(below) ? below : QString();
    }

    void addFile(const ObjectEntry &object)
    {
        const QString path = pathOf(object.key);
        if (path.isEmpty()) {
            ++m_leftOut;
            return;
        }
        append({path, false, object.size, false});
        if (m_isRecursive)
            addFoldersAbove(path);
    }

    void addFolder(const QString &key)
    {
        if (key == m_root) {
            m_hasSeenAny = true;
            return;
        }
        const QString path = pathOf(key);
        if (path.isEmpty()) {
            ++m_leftOut;
        } else if (!m_folders.contains(path)) {
            m_folders.insert(path);
            append({path, true, 0, false});
            if (m_isRecursive)
                addFoldersAbove(path);
        }
    }

    void addFoldersAbove(const QString &path)
    {
        for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0 && !isFull(); slash = path.lastIndexOf(u'/', slash - 1)) {
            const QString folder = path.left(slash);
            if (m_folders.contains(folder))
                return;
            m_folders.insert(folder);
            append({folder, true, 0, false});
        }
    }

    void append(const ArtifactEntry &entry)
    {
        m_characters += entry.path.size();
        m_entries.append(entry);
    }

    QString m_root;
    bool m_isRecursive;
    bool m_hasSeenAny = false;
    qsizetype m_leftOut = 0;
    qsizetype m_characters = 0;
    qsizetype m_pages = 0;
    QList<ArtifactEntry> m_entries;
    QSet<QString> m_folders;
};

Error notThere(const QString &path)
{
    return {ErrorCode::NotFound, ObjectArtifactsText::tr("There is no such file or folder among the artifacts: %1").arg(path.left(200)), {}};
}

} // namespace

Status list(ObjectStore &store, const QString &prefix, const QString &folder, bool recursive, ArtifactListing &listing, Job &job)
{
    if (!folder.isEmpty() && !isPlainKey(folder))
        return notThere(folder);
    const QString root = joinedKey(prefix, folder);
    Gatherer gatherer(prefix, recursive);
    QSet<QString> seen;
    QString token;
    do {
        const Result<ObjectPage> page = store.list(root.isEmpty() ? QString() : root + u'/', !recursive, token, job);
        if (!page)
            return page.error();
        gatherer.take(*page);
        job.setProgress(gatherer.size(), 0, ObjectArtifactsText::tr("Listing artifacts"));
        token = page->next;
        if (seen.contains(token))
            return Error{ErrorCode::Damaged, ObjectArtifactsText::tr("The object store gives the same page again and again."), {}};
        seen.insert(token);
    } while (!token.isEmpty() && !gatherer.hasEnough());
    if (!folder.isEmpty() && !gatherer.hasSeenAny())
        return notThere(folder);
    listing.entries = gatherer.ordered();
    // The folder that was asked for may have an object of its own.
    listing.entries.removeIf([&](const ArtifactEntry &entry) { return entry.isFolder && (entry.path == folder || folder.startsWith(entry.path + u'/')); });
    if (!token.isEmpty() || gatherer.isFull())
        listing.note = ObjectArtifactsText::tr("There are more files than can be shown; these are the first %1.").arg(gatherer.size());
    else if (gatherer.leftOut() > 0)
        listing.note = ObjectArtifactsText::tr("%n object(s) are left out: their names are no paths of files.", nullptr, int(gatherer.leftOut()));
    return {};
}

Status read(ObjectStore &store, const QString &prefix, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    if (path.isEmpty() || !isPlainKey(path))
        return notThere(path);
    return store.read(joinedKey(prefix, path), httpPart(have), downloadSink(sink), job);
}

} // namespace Assay::ObjectArtifacts
