// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Assay {

struct ArtifactEntry {
    QString path; // relative to the run's artifact root, '/' between
    bool isFolder = false;
    qint64 size = 0;      // bytes; 0 for folders
    bool isLink = false;  // a symbolic link: shown, never followed

    friend bool operator==(const ArtifactEntry &, const ArtifactEntry &) = default;
};

// What lies in a run's artifact folder. A recorded place that is not here is an ordinary case, not an error:
// `reachable` is false then and `note` says in one translated sentence what was recorded and why it is not here.
struct ArtifactListing {
    QString artifactUri; // as recorded
    QString root;        // the local folder that was used; empty when not reachable
    bool reachable = true;
    QString note;
    QList<ArtifactEntry> entries; // ordered by the bytes of their path

    friend bool operator==(const ArtifactListing &, const ArtifactListing &) = default;
};

// How much of an artifact is there, and of which of its states.
struct ArtifactPart {
    qint64 offset = 0;  // bytes that are there
    qint64 size = -1;   // of all of it; -1 where it is not known
    QByteArray tag;     // names the state, as the place that keeps it says; empty where it says nothing: then no reading goes on from there

    friend bool operator==(const ArtifactPart &, const ArtifactPart &) = default;
};

// A model that a run logged and whose files lie beside those of the run (MLflow 3).
struct LoggedModel {
    QString id;   // "m-…"
    QString name; // "model"
    QString artifactUri; // as recorded

    friend bool operator==(const LoggedModel &, const LoggedModel &) = default;
};

// Recorded artifact places begin with `from` on the machine that wrote the store, and lie under `to` here.
struct RootMapping {
    QString from;
    QString to;

    friend bool operator==(const RootMapping &, const RootMapping &) = default;
};

} // namespace Assay
