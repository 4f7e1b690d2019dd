// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QSize>
#include <QStringList>

namespace Assay {

enum class Page { Start, Runs, Charts, Compare, Artifacts, Models };

QString pageName(Page page); // "runs", as --page takes it
std::optional<Page> pageFromName(const QString &name);

// What `assay` was asked for when it was started.
struct CommandLine {
    QStringList locations;
    QString screenshot;     // PNG file to render and exit; empty: an ordinary window
    std::optional<Page> page;
    QStringList runs;       // ids (or unique beginnings) to select
    QString experiment;     // name or id
    QString artifact;       // path to preview
    QString model;          // registered model to show
    QString theme;          // "light", "dark", or empty
    QString language;       // "de"; empty: the system's
    QSize size;
    bool isSample = false;
    bool isTogether = false; // all stores in one table
    bool showsHelp = false;
    bool showsVersion = false;
    QString helpText;
};

// Errors: InvalidArgument with one sentence.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace Assay
