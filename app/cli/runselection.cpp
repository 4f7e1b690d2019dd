// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runselection.h"

#include "app/cli/text.h"
#include "app/cli/viewtype.h"
#include "models/domain/memberid.h"

#include <QDateTime>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// What the language has and this build cannot do is, for a script, as good as malformed.
Error queryError(const Error &error)
{
    return {ErrorCode::InvalidQuery, error.message, error.detail};
}

// By id, else by name; of several with one name the only active one. Those of one store.
Result<ExperimentId> findExperiment(const QList<Experiment> &experiments, const QString &written)
{
    QList<Experiment> named;
    for (const Experiment &experiment : experiments) {
        if (splitMember(experiment.id).own.value == written)
            return experiment.id;
        if (experiment.name == written)
            named.append(experiment);
    }
    if (named.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There is no such experiment"), written};
    if (named.size() == 1)
        return named.first().id;
    QStringList ids;
    QList<Experiment> active;
    for (const Experiment &experiment : named) {
        ids.append(splitMember(experiment.id).own.value);
        if (experiment.lifecycle == Lifecycle::Active)
            active.append(experiment);
    }
    if (active.size() == 1)
        return active.first().id;
    return Error{ErrorCode::AmbiguousId, CliText::tr("Several experiments are named %1").arg(written), ids.join(u", "_s)};
}

// Of several stores those in each of them; one that has none is left out.
Result<QList<ExperimentId>> findExperiments(const QList<Experiment> &experiments, const QStringList &written)
{
    QMap<qsizetype, QList<Experiment>> byMember;
    for (const Experiment &experiment : experiments)
        byMember[splitMember(experiment.id).member].append(experiment);
    QList<ExperimentId> ids;
    for (const QString &text : written) {
        std::optional<Error> missing = Error{ErrorCode::NotFound, CliText::tr("There is no such experiment"), text};
        for (const QList<Experiment> &own : std::as_const(byMember)) {
            const auto id = findExperiment(own, text);
            if (!id && id.error().code != ErrorCode::NotFound)
                return id.error();
            if (!id)
                continue;
            missing.reset();
            if (!ids.contains(*id))
                ids.append(*id);
        }
        if (missing)
            return *missing;
    }
    return ids;
}

// Experiments that stand in the trash alone.
QSet<ExperimentId> deletedExperiments(const QList<Experiment> &experiments)
{
    QSet<ExperimentId> deleted;
    for (const Experiment &experiment : experiments)
        if (experiment.lifecycle == Lifecycle::Deleted)
            deleted.insert(experiment.id);
    for (const Experiment &experiment : experiments)
        if (experiment.lifecycle == Lifecycle::Active)
            deleted.remove(experiment.id);
    return deleted;
}

} // namespace

QueryClock clockNow()
{
    QueryClock clock;
    clock.now = QDateTime::currentMSecsSinceEpoch();
    if (qEnvironmentVariableIsSet("TZ"))
        clock.zone = QTimeZone::systemTimeZone();
    return clock;
}

QList<OptionSpec> runSelectionOptions()
{
    return {
        {"experiment"_L1, 'e', CliText::tr("NAME_OR_ID"), true, CliText::tr("only runs of this experiment; may be given several times")},
        {"filter"_L1, 0, CliText::tr("QUERY"), false, CliText::tr("only runs that the query finds: metrics.loss < 0.5 AND params.lr = '0.1'")},
        {"sort"_L1, 0, CliText::tr("KEY[:asc|:desc]"), true, CliText::tr("order by this key, then by those that follow; start_time:desc is the default")},
        viewOption(),
        {"max"_L1, 0, CliText::tr("N"), false, CliText::tr("the first N of them only")},
    };
}

Result<RunSelection> runSelectionOf(const Arguments &arguments, QLatin1StringView queryOption)
{
    RunSelection selection;
    selection.experiments = arguments.values("experiment"_L1);
    const auto view = viewOf(arguments);
    if (!view)
        return view.error();
    selection.view = *view;
    const auto max = arguments.integer("max"_L1, 0);
    if (!max)
        return max.error();
    selection.max = *max;
    const QString filter = arguments.value(queryOption);
    const auto query = parseQuery(filter);
    if (!query)
        return queryError(query.error());
    selection.query = *query;
    for (const QString &written : arguments.values("sort"_L1)) {
        const auto key = parseSortKey(written);
        if (!key)
            return queryError(key.error());
        selection.keys.append(*key);
    }
    const QString all = filter + arguments.values("sort"_L1).join(u' ');
    selection.looksAround = all.contains("parent"_L1) || all.contains("depth"_L1);
    return selection;
}

Result<SelectedRuns> selectRuns(Session &session, const RunSelection &selection)
{
    const auto experiments = session.experiments();
    if (!experiments)
        return experiments.error();
    const auto wanted = findExperiments(*experiments, selection.experiments);
    if (!wanted)
        return wanted.error();

    RunRequest request;
    if (!selection.looksAround) {
        request.experiments = *wanted;
        request.view = selection.view;
    }
    const auto table = session.runs(request);
    if (!table)
        return table.error();

    SelectedRuns selected{*table, {}, 0, 0, *experiments};
    RowOrderRequest order;
    order.table = *table;
    order.query = selection.query;
    order.search = selection.search;
    order.logged = selection.logged;
    order.experiments = *wanted;
    order.view = selection.view;
    order.keys = selection.keys;
    order.clock = clockNow();
    if (const QSet<ExperimentId> deleted = deletedExperiments(*experiments);
        wanted->isEmpty() && selection.view == ViewType::Active && !deleted.isEmpty()) {
        // All but the deleted ones, and so also runs whose experiment is not there at all.
        for (const ExperimentId &id : (*table)->experiments())
            if (!deleted.contains(id))
                order.experiments.append(id);
        if (order.experiments.isEmpty())
            return selected;
    }
    auto rows = computeRowOrder(order, session.job());
    HistoryValues read(*table);
    while (rows && !rows->unread.isEmpty()) { // for the query, then for the order
        auto more = session.histories(std::move(read), rows->unread);
        if (!more)
            return more.error();
        read = std::move(*more);
        order.histories = std::make_shared<const HistoryValues>(read);
        rows = computeRowOrder(order, session.job());
    }
    if (!rows)
        return rows.error();
    selected.rows = std::move(rows->rows);
    selected.matched = qsizetype(selected.rows.size());
    selected.total = rows->candidates;
    if (selection.max && *selection.max < selected.matched)
        selected.rows.resize(size_t(*selection.max));
    return selected;
}

} // namespace Assay
