// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Assay {

enum class ColumnGroup { Attribute, Metric, Param, Tag };

// Names a column as the query language does: `metrics.loss` is {Metric, "loss"}, `start_time` {Attribute, "start_time"}.
struct ColumnKey {
    ColumnGroup group = ColumnGroup::Attribute;
    QString name;

    friend bool operator==(const ColumnKey &, const ColumnKey &) = default;
    friend size_t qHash(const ColumnKey &key, size_t seed = 0) { return qHashMulti(seed, int(key.group), key.name); }
};

// "metrics.loss", "params.lr", "tags.team", "start_time"; the name is put in backticks where the query language needs it.
QString columnKeyText(const ColumnKey &key);

// The attributes of a run. Duration and Age (milliseconds) are derived; Age and the duration of a running run need a
// "now" and so are not stored in the table.
namespace Attribute {
inline constexpr QLatin1StringView RunId{"run_id"};
inline constexpr QLatin1StringView RunName{"run_name"};
inline constexpr QLatin1StringView ExperimentId{"experiment_id"};
inline constexpr QLatin1StringView UserId{"user_id"};
inline constexpr QLatin1StringView Status{"status"};
inline constexpr QLatin1StringView StartTime{"start_time"};
inline constexpr QLatin1StringView EndTime{"end_time"};
inline constexpr QLatin1StringView ArtifactUri{"artifact_uri"};
inline constexpr QLatin1StringView LifecycleStage{"lifecycle_stage"};
inline constexpr QLatin1StringView Duration{"duration"};
inline constexpr QLatin1StringView Age{"age"};
inline constexpr QLatin1StringView Store{"store"}; // in tables of several stores alone: which one a run is of
} // namespace Attribute

} // namespace Assay
