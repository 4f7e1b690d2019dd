// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Assay {

enum class Severity { Hint, Warning, Error };

// One thing in a store that could not be read as written. What is sound around it is loaded all the same.
struct Problem {
    Severity severity = Severity::Error;
    QString code;     // stable, kebab case: "metric-line-malformed"
    QString path;     // relative to the store with '/' between; for databases the file's name
    qint64 line = 0;  // 1-based; 0 where a line makes no sense
    QString table;    // databases: the table; with `row` saying which (its key as text)
    QString row;
    QString runId;    // empty where no run is concerned
    QString message;  // translated, one sentence, never carries more than some hundred characters of foreign content

    friend bool operator==(const Problem &, const Problem &) = default;
};

// A value that may be incomplete, and what is missing or doubtful in it.
template <typename T>
struct Loaded {
    T value{};
    QList<Problem> problems;
};

} // namespace Assay
