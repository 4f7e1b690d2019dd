// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

namespace Assay {

// What is known about where a run's artifacts may be. Everything in it that comes from a store is only text to judge.
struct ArtifactPlace {
    QString uri;              // as recorded; may be empty
    QString experimentId;
    QString runId;
    QString ownFolder;        // absolute: the `artifacts` folder beside the run's meta.yaml; empty for databases
    QStringList besideFolders; // absolute: the folder of the store itself and, for file stores, the one that holds it
    QList<RootMapping> mappings;
};

// Where they are. A folder is opened again for every use, without following links below `anchor`.
struct ArtifactRoot {
    bool reachable = false;
    QString anchor;  // absolute folder that a rule or the person trusts
    QString beneath; // relative to it; empty for the anchor itself
    QString note;    // translated sentence: why not here, or what was wrong with the recorded place
    bool uriClimbs = false; // the recorded place has a ".." in it, so it was not looked at

    QString path() const { return beneath.isEmpty() ? anchor : anchor + u'/' + beneath; }
};

// Finds the artifacts of runs of a store that may have been moved, and reads them. Functions without state.
// Order: the recorded place, if it exists and is by its name the run's own (…/<run>/artifacts); the folder beside the
// run; the same path below the store's folder; the person's mappings. A place that is not here is not an error.
namespace LocalArtifacts {

ArtifactRoot resolve(const ArtifactPlace &place);
// Entries of `folder` (relative to the root, empty for the root itself), ordered by the bytes of their paths. Links are
// shown and not followed. NotFound for what is not there.
Result<QList<ArtifactEntry>> list(const ArtifactRoot &root, const QString &folder, bool recursive, Job &job);
Status read(const ArtifactRoot &root, const QString &path, const ByteSink &sink, Job &job);

// How a recorded location is to be understood.
struct RecordedUri {
    enum class Kind { Empty, Absolute, Relative, Proxy, Elsewhere, Remote };
    Kind kind = Kind::Empty;      // Proxy: mlflow-artifacts:. Elsewhere: a path of another machine (C:\…, file://host/…)
    QStringList paths;            // the path as written, then percent-decoded if that differs; '/' between
    bool climbs = false;          // one of the paths has a ".." part
};
RecordedUri parseUri(const QString &uri);

} // namespace LocalArtifacts

} // namespace Assay
