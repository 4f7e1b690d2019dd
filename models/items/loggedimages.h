// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/chart/reading.h"
#include "models/domain/artifact.h"

namespace Assay {

// A picture among a run's artifacts. MLflow writes those that were logged with a step as
// "images/KEY%step%N%timestamp%MS%ID.png" ('+' instead of '%' in newer versions, '#' for '/' in the key); any other
// picture is a key of its own that belongs to no step.
struct LoggedImage {
    QString key;  // "samples/val", "figures/confusion.png"
    std::optional<qint64> step;
    qint64 timestamp = 0; // ms; 0 without a step
    QString path;
    qint64 size = 0;

    friend bool operator==(const LoggedImage &, const LoggedImage &) = default;
};

// A picture of a run, to be read.
struct RunImage {
    RunRef run;
    QString path;
    qint64 size = 0;

    friend bool operator==(const RunImage &, const RunImage &) = default;
};

// The pictures of a listing, by key, step and time. Smaller copies that MLflow puts beside them are left out.
QList<LoggedImage> loggedImages(const QList<ArtifactEntry> &entries);

// The one of `images` (as loggedImages() orders them) that a step means, by the same rule as points; one without a step stands at all of them.
std::optional<LoggedImage> imageAt(const QList<LoggedImage> &images, const QString &key, std::optional<qint64> step, ReadingRule rule);

} // namespace Assay
