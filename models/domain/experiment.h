// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QMap>
#include <QString>

#include <optional>

namespace Assay {

enum class Lifecycle { Active, Deleted };
enum class ViewType { Active, Deleted, All };

QString lifecycleName(Lifecycle lifecycle); // "active", "deleted", as MLflow writes it

// Text keys to text values, ordered by key.
using TextMap = QMap<QString, QString>;

// Times are milliseconds since 1970 UTC throughout; absent where the store has none.
using OptionalTime = std::optional<qint64>;

struct Experiment {
    ExperimentId id;
    QString name;
    QString artifactLocation; // as recorded
    Lifecycle lifecycle = Lifecycle::Active;
    OptionalTime creationTime;
    OptionalTime lastUpdateTime;
    TextMap tags;

    friend bool operator==(const Experiment &, const Experiment &) = default;
};

} // namespace Assay
