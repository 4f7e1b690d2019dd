// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "models/table/roworder.h"

namespace Assay {

// Which runs are asked for, as -e, --filter, --sort, --view and --max say it.
struct RunSelection {
    QStringList experiments; // names or ids as written; empty: those of the view
    ViewType view = ViewType::Active;
    Query query;
    QString search; // a text to look for, as the window's filter field takes one
    QList<SortKey> keys;
    LoggedOrder logged = {};
    std::optional<qint64> max;
    bool looksAround = false; // the query or the order may ask for runs that are not asked for: parents
};

// What "now" is for a query of this program, and the zone of its dates: UTC unless $TZ says otherwise.
QueryClock clockNow();

QList<OptionSpec> runSelectionOptions();
// Everything that can be wrong with it is known before the store is opened.
Result<RunSelection> runSelectionOf(const Arguments &arguments, QLatin1StringView queryOption = QLatin1StringView("filter"));

struct SelectedRuns {
    RunTablePtr table;
    std::vector<uint32_t> rows; // in order
    qsizetype matched = 0;      // before --max
    qsizetype total = 0;        // before the query
    QList<Experiment> experiments;
};

Result<SelectedRuns> selectRuns(Session &session, const RunSelection &selection);

} // namespace Assay
