// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/chartsstate.h"
#include "models/items/runtablestate.h"

namespace Assay {

// A way to look at run tables that has a name, as it lies in a *.assay-view.json file. resources/manual/views.md documents
// the format for people.
struct ViewFile {
    static constexpr int Version = 1;
    static constexpr QLatin1StringView Suffix{".assay-view.json"};

    QString name;
    QString store; // the location of the only store that it is offered for; empty: for all
    RunTableState table;
    std::optional<ChartsState> charts = {}; // nothing: the charts stay as they are

    friend bool operator==(const ViewFile &, const ViewFile &) = default;
};

// UTF-8 JSON, one thing a line, keys in order: to be kept in git.
QByteArray viewFileText(const ViewFile &view);

struct ReadViewFile {
    ViewFile view;
    QStringList notes; // what of the file was left out, a translated sentence each
};
// What is known of it applies, the rest is named. Damaged for what is no view at all.
Result<ReadViewFile> readViewFile(const QByteArray &text);

// The name of a file for a view of that name: "best-of-the-week.assay-view.json".
QString viewFileName(const QString &viewName);

} // namespace Assay
