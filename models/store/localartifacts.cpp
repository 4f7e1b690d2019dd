// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/localartifacts.h"

#include "models/store/safefile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::LocalArtifacts {

namespace {

struct LocalArtifactsText {
    Q_DECLARE_TR_FUNCTIONS(LocalArtifactsText)
};

QString shortened(const QString &recorded)
{
    return recorded.size() > 200 ? recorded.left(200) + u'…' : recorded;
}

enum class Found { No, Empty, Filled };

// Whether a folder is there, and whether anything lies in it.
Found look(const QString &anchor, const QString &beneath)
{
    const Descriptor base = SafeFile::openRoot(anchor.toStdString());
    if (!base)
        return Found::No;
    const Descriptor folder = SafeFile::openFolder(base.fd(), beneath.toStdString());
    if (!folder)
        return Found::No;
    return SafeFile::list(folder.fd()).entries.empty() ? Found::Empty : Found::Filled;
}

ArtifactRoot found(const QString &anchor, const QString &beneath)
{
    return {true, anchor, beneath, {}, false};
}

// An id becomes part of a path only if it is a plain name.
bool isPlainName(const QString &id)
{
    return !id.isEmpty() && id != "."_L1 && id != ".."_L1 && !id.contains(u'/') && !id.contains(QChar(0));
}

QStringList parts(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

// The recorded path is followed only when its end says that it is this run's own folder.
bool endsInRun(const QStringList &path, const ArtifactPlace &place)
{
    const qsizetype count = path.size();
    return count >= 2 && path[count - 1] == "artifacts"_L1 && path[count - 2] == place.runId && isPlainName(place.runId);
}

// What MLflow makes when nobody chooses a place: …/<experiment>/<run>/artifacts.
bool endsInDefault(const QStringList &path, const ArtifactPlace &place)
{
    return endsInRun(path, place) && path.size() >= 3 && path[path.size() - 3] == place.experimentId;
}

std::optional<ArtifactRoot> asRecorded(const RecordedUri &uri, const ArtifactPlace &place)
{
    if (uri.kind != RecordedUri::Kind::Absolute || uri.climbs)
        return std::nullopt;
    for (const QString &path : uri.paths) {
        const QStringList all = parts(path);
        if (!endsInRun(all, place))
            continue;
        // Links above the run are the machine's own affair; the run's folders must be what they say they are.
        const qsizetype own = endsInDefault(all, place) ? 3 : 2;
        const QString anchor = u'/' + all.mid(0, all.size() - own).join(u'/');
        const QString beneath = all.mid(all.size() - own).join(u'/');
        if (look(anchor, beneath) != Found::No)
            return found(anchor, beneath);
    }
    return std::nullopt;
}

// The places below the store's own folders where a moved run may have its artifacts, the likeliest first.
QStringList besidePaths(const RecordedUri &uri, const ArtifactPlace &place)
{
    constexpr qsizetype LongestTail = 12;
    QStringList tails;
    if (uri.kind != RecordedUri::Kind::Remote && !uri.climbs) {
        for (const QString &path : uri.paths) {
            QStringList all = parts(path);
            all.removeAll(u"."_s);
            if (!endsInRun(all, place))
                continue;
            if (uri.kind == RecordedUri::Kind::Proxy)
                tails << u"mlartifacts/"_s + all.join(u'/') << u"mlruns/"_s + all.join(u'/');
            for (qsizetype i = std::max<qsizetype>(0, all.size() - LongestTail); i + 2 < all.size(); ++i)
                tails.append(all.mid(i).join(u'/'));
        }
    }
    if (isPlainName(place.experimentId) && isPlainName(place.runId)) {
        const QString own = place.experimentId + u'/' + place.runId + "/artifacts"_L1;
        tails << u"mlruns/"_s + own << u"mlartifacts/"_s + own << own;
    }
    tails.removeDuplicates();
    return tails;
}

std::optional<ArtifactRoot> besideStore(const RecordedUri &uri, const ArtifactPlace &place)
{
    std::optional<ArtifactRoot> empty;
    const auto isFilled = [&](const QString &anchor, const QString &beneath) {
        const Found what = look(anchor, beneath);
        if (what == Found::Empty && !empty)
            empty = found(anchor, beneath);
        return what == Found::Filled;
    };
    if (!place.ownFolder.isEmpty() && isFilled(place.ownFolder.section(u'/', 0, -2), place.ownFolder.section(u'/', -1)))
        return found(place.ownFolder.section(u'/', 0, -2), place.ownFolder.section(u'/', -1));
    const QStringList tails = besidePaths(uri, place);
    for (const QString &folder : place.besideFolders)
        for (const QString &tail : tails)
            if (isFilled(folder, tail))
                return found(folder, tail);
    // MLflow makes an `artifacts` folder beside meta.yaml even when the artifacts go elsewhere: an empty one says
    // something only where no other place is recorded.
    const bool isDefault = uri.paths.isEmpty() || uri.climbs
        || std::any_of(uri.paths.begin(), uri.paths.end(), [&](const QString &path) { return endsInDefault(parts(path), place); });
    return isDefault && uri.kind != RecordedUri::Kind::Proxy ? empty : std::nullopt;
}

std::optional<ArtifactRoot> mapped(const RecordedUri &uri, const ArtifactPlace &place)
{
    for (const RootMapping &mapping : place.mappings) {
        QString from = mapping.from;
        while (from.size() > 1 && from.endsWith(u'/'))
            from.chop(1);
        QStringList recorded = uri.paths;
        recorded.prepend(place.uri);
        for (const QString &path : std::as_const(recorded)) {
            if (from.isEmpty() || !path.startsWith(from) || mapping.to.isEmpty())
                continue;
            const QString rest = path.mid(from.size());
            if (!rest.isEmpty() && !rest.startsWith(u'/') && !from.endsWith(u'/'))
                continue;
            const QString beneath = parts(rest).join(u'/');
            if (!parts(beneath).contains(".."_L1) && look(mapping.to, beneath) != Found::No)
                return found(mapping.to, beneath);
        }
    }
    return std::nullopt;
}

QString noteFor(const RecordedUri &uri, const ArtifactPlace &place)
{
    using enum RecordedUri::Kind;
    if (uri.kind == Empty)
        return LocalArtifactsText::tr("The store does not say where the artifacts of this run are.");
    const QString recorded = shortened(place.uri);
    if (uri.climbs)
        return LocalArtifactsText::tr("The recorded place leads out of its own folder and is not followed: %1").arg(recorded);
    switch (uri.kind) {
    case Remote: return LocalArtifactsText::tr("The artifacts are not on this machine; recorded as %1").arg(recorded);
    case Proxy: return LocalArtifactsText::tr("The artifacts are kept by a server; recorded as %1").arg(recorded);
    case Elsewhere: return LocalArtifactsText::tr("The artifacts are on another machine; recorded as %1").arg(recorded);
    case Empty:
    case Absolute:
    case Relative: break;
    }
    return LocalArtifactsText::tr("The artifacts are not here; recorded as %1").arg(recorded);
}

} // namespace

ArtifactRoot resolve(const ArtifactPlace &place)
{
    const RecordedUri uri = parseUri(place.uri);
    std::optional<ArtifactRoot> root = asRecorded(uri, place);
    // What lies beside a run whose artifacts are recorded in a remote store is at most a part of them.
    if (!root && uri.kind != RecordedUri::Kind::Remote)
        root = besideStore(uri, place);
    if (!root && !uri.climbs)
        root = mapped(uri, place);
    if (!root)
        return {false, {}, {}, noteFor(uri, place), uri.climbs};
    root->uriClimbs = uri.climbs;
    if (uri.climbs)
        root->note = noteFor(uri, place);
    return *root;
}

} // namespace Assay::LocalArtifacts
