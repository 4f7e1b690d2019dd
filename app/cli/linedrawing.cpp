// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/linedrawing.h"

#include "app/cli/runselection.h"
#include "app/cli/text.h"
#include "models/items/lineencoding.h"
#include "models/table/runtablebuilder.h"
#include "models/table/seriesexpression.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// A metric's own name is taken as it is, however it is written; everything else is an expression.
Result<QList<SeriesExpression>> expressionsOf(const QStringList &keys, const QList<Run> &runs)
{
    QList<SeriesExpression> expressions;
    for (const QString &key : keys) {
        const bool isMetric = std::ranges::any_of(runs, [&](const Run &run) { return run.metrics.contains(key); });
        auto expression = parseSeriesExpression(isMetric ? columnKeyText({ColumnGroup::Metric, key}) : key);
        if (!expression)
            return noSuchMetric(key, expression.error());
        expressions.append(*expression);
    }
    return expressions;
}

using Histories = QHash<QString, std::shared_ptr<const MetricSeries>>;

// What the run has of the metrics that are needed.
Result<Histories> historiesOf(Session &session, const Run &run, const QList<SeriesExpression> &expressions, const QString &xMetric)
{
    QStringList keys;
    for (const SeriesExpression &expression : expressions)
        keys += expression.metrics;
    keys.append(xMetric);
    keys.removeDuplicates();
    keys.removeIf([&](const QString &key) { return !run.metrics.contains(key); });
    Histories histories;
    if (keys.isEmpty())
        return histories;
    auto read = session.history({run.info.ref, keys});
    if (!read)
        return read.error();
    for (MetricSeries &series : *read) {
        const QString key = series.key;
        histories.insert(key, std::make_shared<const MetricSeries>(std::move(series)));
    }
    return histories;
}

// Runs often have one name: those that share it have their store behind it, where there are several, and their id.
QHash<RunRef, QString> namesOf(const QList<Run> &runs)
{
    const auto inStore = [](const RunInfo &info) { return info.store.isEmpty() ? info.name : u"%1 · %2"_s.arg(info.name, info.store); };
    QHash<QString, int> uses, usesInStore;
    for (const Run &run : runs) {
        ++uses[run.info.name];
        ++usesInStore[inStore(run.info)];
    }
    QHash<RunRef, QString> names;
    for (const Run &run : runs) {
        const QString id = run.info.ref.run.value;
        QString name = uses.value(run.info.name) > 1 ? inStore(run.info) : run.info.name;
        if (run.info.name.isEmpty())
            name = id;
        else if (usesInStore.value(inStore(run.info)) > 1)
            name = u"%1 (%2)"_s.arg(name, id.left(8));
        names.insert(run.info.ref, name);
    }
    return names;
}

// What columns decide of the lines of some runs.
class Looks
{
public:
    Looks(const QList<Run> &runs, const ChartOptions &options)
    {
        RunTableBuilder builder;
        for (const Run &run : runs)
            builder.add(run);
        m_view.setTable(builder.finish(), true);
        m_view.setShownOnly(refsOf(runs));
        m_encoding.setView(&m_view);
        m_encoding.setOptions(options);
    }

    // " · lr = 0.1, optimizer = adam"
    QString values(const RunRef &run) const
    {
        const QString values = m_encoding.valuesOf({run});
        return values.isEmpty() ? QString() : u" · "_s + values;
    }

    void give(ChartDrawing::Line &line, const RunRef &run, int metric, int metrics) const
    {
        const LineLook look = m_encoding.lookOf({run});
        line.colorIndex = look.color.value_or(line.colorIndex);
        line.dash = look.dashOf(metric, metrics);
        line.marker = look.marker;
    }

private:
    static QList<RunRef> refsOf(const QList<Run> &runs)
    {
        QList<RunRef> refs;
        for (const Run &run : runs)
            refs.append(run.info.ref);
        return refs;
    }

    RunView m_view;
    LineEncoding m_encoding;
};

} // namespace

Error noSuchMetric(const QString &key, const Error &asExpression)
{
    return {ErrorCode::InvalidQuery, CliText::tr("No run has a metric named %1, and as an expression: %2").arg(key, asExpression.message), {}};
}

Status fillLines(ChartDrawing &drawing, Session &session, const QList<Run> &runs, const QStringList &keys, const ChartOptions &options)
{
    const auto parsed = expressionsOf(keys, runs);
    if (!parsed)
        return parsed.error();
    const QList<SeriesExpression> &expressions = *parsed;
    const QueryClock clock = clockNow();
    const QHash<RunRef, QString> names = namesOf(runs);
    const Looks looks(runs, options);
    qsizetype missing = 0;
    Error lastReason;
    for (const Run &run : runs) {
        const auto histories = historiesOf(session, run, expressions, drawing.recipe.xMetric);
        if (!histories)
            return histories.error();
        bool isDrawn = false;
        for (qsizetype i = 0; i < expressions.size(); ++i) {
            const SeriesExpression &expression = expressions.at(i);
            auto series = evaluateSeries(expression, run, *histories, clock, session.job());
            if (!series && series.error().code != ErrorCode::NotFound)
                return series.error();
            if (!series) {
                lastReason = series.error();
                continue;
            }
            isDrawn = true;
            const QString name = names.value(run.info.ref) + looks.values(run.info.ref);
            const double start = double(run.info.startTime.value_or(series->timestamps.front()));
            drawing.lines.append({expressions.size() == 1 ? name : name + u" · "_s + expression.text, int(drawing.lines.size()), start,
                                  std::make_shared<const MetricSeries>(std::move(*series)), histories->value(drawing.recipe.xMetric)});
            looks.give(drawing.lines.last(), run.info.ref, int(i), int(expressions.size()));
        }
        missing += !isDrawn;
    }
    if (drawing.lines.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There is nothing to draw"), lastReason.message};
    if (missing > 0)
        session.console().warn(CliText::tr("%1 of %2 runs are not drawn: they lack what the keys need").arg(missing).arg(runs.size()));
    return {};
}

} // namespace Assay
