// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/rundiff.h"

#include <QHash>

#include <memory>

namespace Assay {

// Which rows of a comparison are wanted.
struct CompareFilter {
    bool onlyDifferences = true;
    QString search; // in keys and values, any case

    friend bool operator==(const CompareFilter &, const CompareFilter &) = default;
};

// A line of the comparison: a section's heading, a part of a path that several keys share, a key, or a sentence.
struct CompareNode {
    enum class Kind { Section, Folder, Key, Note };

    Kind kind = Kind::Key;
    DiffSection section = DiffSection::Params;
    int depth = 0;
    QString label;        // of a key or folder: what its parents do not say already; of a note: the sentence
    QString path;         // of a folder: with the separator at its end, "model.layers."; names it in its section
    size_t row = 0;       // Key: index into the comparison's rows
    uint32_t end = 0;     // one past the last node below it
    uint32_t keys = 0;    // below it
    uint32_t differing = 0;
};

// Sections with their keys below them as a tree of what stands between dots and slashes, in the order of a walk: a node,
// then all that is below it. What differs stands first on each level.
struct CompareTree {
    std::vector<CompareNode> nodes;
    qsizetype hidden = 0; // keys that match the search and are left out, as they are the same in all runs
};

// What is said about a section of which something could not be read.
using SectionNotes = QHash<DiffSection, QStringList>;

// Takes time when values are searched: for a worker. Empty when the job was cancelled.
CompareTree makeCompareTree(const RunDiff &diff, const CompareFilter &filter, const SectionNotes &notes, const Job &job);

// The comparison of some runs, computed somewhere else and shown by CompareModel.
struct Comparison {
    QList<RunInfo> runs;
    QList<int> colorIndexes; // one for each run
    std::shared_ptr<const RunDiff> diff;
    CompareFilter filter;
    SectionNotes notes;
    CompareTree tree;
};
using ComparisonPtr = std::shared_ptr<const Comparison>;

// The run's name for people, with its store behind it where the runs are of different ones.
QString comparedName(const Comparison &comparison, const RunInfo &run, qsizetype length);

// As it was logged, for copies and searches; empty where absent.
QString diffValueText(const DiffRow &row, const DiffValue &value);

} // namespace Assay
