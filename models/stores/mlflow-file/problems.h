// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/stores/mlflow-file/metricfile.h"
#include "models/yaml/yamlreader.h"

namespace Assay {

// The stable codes of what can be wrong in a file store.
namespace FileProblem {
inline constexpr QLatin1StringView MetaMissing{"meta-missing"};
inline constexpr QLatin1StringView MetaEmpty{"meta-empty"};
inline constexpr QLatin1StringView MetaNoMapping{"meta-no-mapping"};
inline constexpr QLatin1StringView YamlSyntax{"yaml-syntax"};
inline constexpr QLatin1StringView YamlLimit{"yaml-limit"};
inline constexpr QLatin1StringView YamlSecondDocument{"yaml-second-document"};
inline constexpr QLatin1StringView YamlDuplicateKey{"yaml-duplicate-key"};
inline constexpr QLatin1StringView FieldMissing{"field-missing"};
inline constexpr QLatin1StringView FieldWrongType{"field-wrong-type"};
inline constexpr QLatin1StringView RunIdMismatch{"run-id-mismatch"};
inline constexpr QLatin1StringView ExperimentIdMismatch{"experiment-id-mismatch"};
inline constexpr QLatin1StringView StatusUnknown{"status-unknown"};
inline constexpr QLatin1StringView LifecycleUnknown{"lifecycle-unknown"};
inline constexpr QLatin1StringView ArtifactUriClimbs{"artifact-uri-climbs"};
inline constexpr QLatin1StringView RunTwice{"run-twice"};
inline constexpr QLatin1StringView MetricLineMalformed{"metric-line-malformed"};
inline constexpr QLatin1StringView MetricLinesMalformed{"metric-lines-malformed"};
inline constexpr QLatin1StringView MetricLineUnterminated{"metric-line-unterminated"};
inline constexpr QLatin1StringView MetricEmpty{"metric-empty"};
inline constexpr QLatin1StringView TextNotUtf8{"text-not-utf8"};
inline constexpr QLatin1StringView NameNotUtf8{"name-not-utf8"};
inline constexpr QLatin1StringView ValueCut{"value-cut"};
inline constexpr QLatin1StringView FileUnreadable{"file-unreadable"};
inline constexpr QLatin1StringView FolderUnreadable{"folder-unreadable"};
inline constexpr QLatin1StringView LinkNotFollowed{"link-not-followed"};
inline constexpr QLatin1StringView NotAFile{"not-a-file"};
inline constexpr QLatin1StringView StrayFile{"stray-file"};
inline constexpr QLatin1StringView NestedTooDeeply{"nested-too-deeply"};
inline constexpr QLatin1StringView DatasetMissing{"dataset-missing"};
inline constexpr QLatin1StringView ModelNameMismatch{"model-name-mismatch"};
inline constexpr QLatin1StringView VersionFolderName{"version-folder-name"};
inline constexpr QLatin1StringView VersionMismatch{"version-mismatch"};
inline constexpr QLatin1StringView StageUnknown{"stage-unknown"};
inline constexpr QLatin1StringView AliasDangling{"alias-dangling"};
inline constexpr QLatin1StringView AliasEmpty{"alias-empty"};
inline constexpr QLatin1StringView TooManyProblems{"too-many-problems"};
} // namespace FileProblem

// Collects the problems of one reading, for one run or for what belongs to none. Paths are bytes relative to the store.
// Keeps the first MaxProblems and says how many more there were.
class ProblemList
{
public:
    static constexpr qsizetype MaxProblems = 20'000;

    void setRun(const QString &runId) { m_runId = runId; }

    void add(Severity severity, QLatin1StringView code, std::string_view path, qint64 line, const QString &message);
    void warn(QLatin1StringView code, std::string_view path, const QString &message, qint64 line = 0)
    {
        add(Severity::Warning, code, path, line, message);
    }
    // An open, list or read that failed with an errno value.
    void addError(int error, std::string_view path, bool isFolder);
    void addIssues(const YamlDocument &document, std::string_view path);
    void addWrongField(std::string_view key, std::string_view path, int line);
    // With `withHints` also that a last line is not finished, which is ordinary while a run writes.
    void addFaults(const MetricFaults &faults, std::string_view path, bool withHints);

    void append(QList<Problem> &&others);
    bool isEmpty() const { return m_problems.isEmpty(); }
    QList<Problem> take(); // the list is empty afterwards

private:
    QList<Problem> m_problems;
    qint64 m_dropped = 0;
    QString m_runId;
};

} // namespace Assay
