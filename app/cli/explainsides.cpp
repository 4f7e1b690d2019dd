// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explainsides.h"

#include "app/cli/runselection.h"
#include "app/cli/text.h"
#include "models/table/runtablebuilder.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Result<AssociationSplit> splitOf(const Arguments &arguments)
{
    const QString best = arguments.value("best"_L1);
    if (best.isEmpty())
        return AssociationSplit();
    bool isNumber = false;
    const AssociationSplit split{AssociationSplit::Kind::Best, best.toInt(&isNumber), {}};
    if (!isNumber || split.count < 1)
        return Error{ErrorCode::InvalidArgument, CliText::tr("--best takes a number of runs, not: %1").arg(best), {}};
    return split;
}

// Runs of both queries belong to the first.
Result<ExplainSides> queriedSides(Session &session, const Arguments &arguments)
{
    const auto first = runSelectionOf(arguments, "first"_L1), second = runSelectionOf(arguments, "second"_L1);
    if (!first || !second)
        return first ? second.error() : first.error();
    const auto firstRuns = selectRuns(session, *first);
    if (!firstRuns)
        return firstRuns.error();
    const auto secondRuns = selectRuns(session, *second);
    if (!secondRuns)
        return secondRuns.error();
    ExplainSides sides{secondRuns->table, {}, {AssociationSplit::Kind::Given, 0, {}}, {u"first"_s, arguments.has("second"_L1) ? u"second"_s : u"rest"_s}};
    for (uint32_t row : firstRuns->rows)
        if (const auto same = sides.table->rowOf(firstRuns->table->ref(row)))
            sides.split.rows.push_back(*same);
    sides.rows = sides.split.rows;
    const QSet<uint32_t> known(sides.rows.begin(), sides.rows.end());
    std::ranges::copy_if(secondRuns->rows, std::back_inserter(sides.rows), [&](uint32_t row) { return !known.contains(row); });
    if (sides.split.rows.empty() || sides.rows.size() == sides.split.rows.size())
        return Error{ErrorCode::NotFound, sides.split.rows.empty() ? CliText::tr("The query of --first finds no run") : CliText::tr("There is no run beside those of --first"), {}};
    return sides;
}

} // namespace

QList<OptionSpec> explainOptions()
{
    return {{"explain"_L1, 0, CliText::tr("METRIC"), false, CliText::tr("instead: params by how much of this metric goes with them")},
            {"best"_L1, 0, CliText::tr("COUNT"), false, CliText::tr("with --explain: values of the best runs and of the rest, instead of those above the median")},
            {"first"_L1, 0, CliText::tr("QUERY"), false, CliText::tr("with --explain, in place of runs: one group are the runs that the query finds")},
            {"second"_L1, 0, CliText::tr("QUERY"), false, CliText::tr("with --first: the other group; all other runs unless it is given")},
            {"experiment"_L1, 'e', CliText::tr("NAME_OR_ID"), true, CliText::tr("with --first: only runs of this experiment; may be given several times")}};
}

Status checkExplainOptions(const Arguments &arguments)
{
    const auto misuse = [](const QString &message) { return Error{ErrorCode::InvalidArgument, message, {}}; };
    if (const auto split = splitOf(arguments); !split)
        return split.error();
    if (!arguments.has("first"_L1)) {
        if (arguments.has("second"_L1) || arguments.has("experiment"_L1))
            return misuse(CliText::tr("--second and --experiment are for --first"));
        return {};
    }
    if (!arguments.has("explain"_L1))
        return misuse(CliText::tr("--first is for --explain"));
    if (arguments.count() > 1 || arguments.has("baseline"_L1) || arguments.has("best"_L1))
        return misuse(CliText::tr("With --first the runs are those of the queries: no RUN, --baseline or --best beside it"));
    for (const QLatin1StringView option : {"first"_L1, "second"_L1})
        if (const auto selection = runSelectionOf(arguments, option); !selection)
            return selection.error();
    return {};
}

Result<ExplainSides> explainSides(Session &session, const Arguments &arguments, const QList<Run> &named)
{
    if (arguments.has("first"_L1))
        return queriedSides(session, arguments);
    const auto split = splitOf(arguments);
    if (!split)
        return split.error();
    ExplainSides sides{nullptr, {}, *split, {split->kind == AssociationSplit::Kind::Best ? u"best"_s : u"above the median"_s, u"rest"_s}};
    RunTableBuilder builder;
    for (const Run &run : named) {
        sides.rows.push_back(builder.addRun(run.info));
        for (auto it = run.params.begin(); it != run.params.end(); ++it)
            builder.setText(builder.paramColumn(it.key().toStdString()), sides.rows.back(), it.value().toStdString());
        for (auto it = run.metrics.begin(); it != run.metrics.end(); ++it)
            builder.setMetric(builder.metricColumn(it.key().toStdString()), sides.rows.back(), it.value());
    }
    sides.table = builder.finish();
    return sides;
}

} // namespace Assay
