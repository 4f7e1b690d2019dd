// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/drawprogram.h"
#include "app/cli/runselection.h"
#include "app/cli/text.h"
#include "models/items/axisvaluetext.h"
#include "models/table/seriesexpression.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// What is drawn, before any run is known.
struct ChartRequest {
    ChartDrawing drawing;
    RunSelection selection;
    QStringList runs; // ids as written, in place of a selection
};

Error badValue(const QString &option, const QString &wanted, const QString &written)
{
    return {ErrorCode::InvalidArgument, CliText::tr("%1 takes %2, not: %3").arg(option, wanted, written), {}};
}

Result<std::optional<AxisRange>> rangeOf(const Arguments &arguments, QLatin1StringView option)
{
    if (!arguments.has(option))
        return std::optional<AxisRange>();
    const QStringList ends = arguments.value(option).split(u':');
    bool isLo = false, isHi = false;
    const AxisRange range{ends.value(0).toDouble(&isLo), ends.value(1).toDouble(&isHi)};
    if (ends.size() != 2 || !isLo || !isHi || !isShowable(range))
        return badValue("--"_L1 + option, CliText::tr("two numbers, the lesser first, such as 0:100"), arguments.value(option));
    return std::optional(range);
}

template <typename T>
struct Named {
    QLatin1StringView name;
    T value;
};

constexpr Named<AxisScale> Scales[] = {{"linear"_L1, AxisScale::Linear}, {"log"_L1, AxisScale::Log}, {"symlog"_L1, AxisScale::SymLog}};
constexpr Named<SmoothingKind> Smoothings[] = {{"ema"_L1, SmoothingKind::Ema},           {"time-ema"_L1, SmoothingKind::TimeEma},
                                               {"mean"_L1, SmoothingKind::Mean},         {"gaussian"_L1, SmoothingKind::Gaussian},
                                               {"median"_L1, SmoothingKind::Median}};

template <typename T, size_t N>
Result<T> namedValue(const QString &option, const Named<T> (&known)[N], const QString &written)
{
    QStringList names;
    for (const Named<T> &one : known) {
        if (written == one.name)
            return one.value;
        names.append(one.name);
    }
    return badValue(option, alternatives(names), written);
}

Status readScale(const Arguments &arguments, QLatin1StringView option, AxisScale &scale)
{
    if (!arguments.has(option))
        return {};
    const auto found = namedValue("--"_L1 + option, Scales, arguments.value(option));
    if (!found)
        return found.error();
    scale = *found;
    return {};
}

Status readSmoothing(const Arguments &arguments, Smoothing &smoothing)
{
    if (!arguments.has("smoothing"_L1))
        return {};
    const QStringList parts = arguments.value("smoothing"_L1).split(u':');
    const auto kind = namedValue(u"--smoothing"_s, Smoothings, parts.value(0));
    if (!kind)
        return kind.error();
    bool isNumber = false;
    const double amount = parts.value(1).toDouble(&isNumber);
    if (parts.size() != 2 || !isNumber || amount < 0 || amount > mostOf(*kind))
        return badValue(u"--smoothing"_s, CliText::tr("a kind and its amount from 0 to %1, such as ema:0.6").arg(mostOf(*kind)),
                        arguments.value("smoothing"_L1));
    smoothing = {*kind, amount};
    return {};
}

Status readX(const Arguments &arguments, LineRecipe &recipe)
{
    const QString x = arguments.value("x"_L1);
    if (x.isEmpty() || x == "step"_L1)
        return {};
    if (x == "time"_L1) {
        recipe.x = XAxis::WallTime;
    } else if (x == "relative"_L1) {
        recipe.x = XAxis::RelativeTime;
    } else {
        const auto key = parseQueryKey(x);
        if (!key || key->column.group != ColumnGroup::Metric || key->parents > 0)
            return badValue(u"--x"_s, CliText::tr("step, time, relative or a metric such as metrics.epoch"), x);
        recipe.x = XAxis::Metric;
        recipe.xMetric = key->column.name;
    }
    return {};
}

Status readLook(const Arguments &arguments, ChartDrawing &drawing)
{
    const QStringList sides = arguments.value("size"_L1).split(u'x');
    if (arguments.has("size"_L1)) {
        drawing.size = {sides.value(0).toInt(), sides.value(1).toInt()};
        const auto isSide = [](int side) { return side >= ChartDrawing::LeastSide && side <= ChartDrawing::MostSide; };
        if (sides.size() != 2 || !isSide(drawing.size.width()) || !isSide(drawing.size.height()))
            return badValue(u"--size"_s, CliText::tr("width and height from %1 to %2, such as 960x540").arg(ChartDrawing::LeastSide).arg(ChartDrawing::MostSide),
                            arguments.value("size"_L1));
    }
    if (arguments.has("scale"_L1)) {
        drawing.scale = arguments.value("scale"_L1).toDouble();
        if (!(drawing.scale >= ChartDrawing::LeastScale && drawing.scale <= ChartDrawing::MostScale))
            return badValue(u"--scale"_s, CliText::tr("a number from %1 to %2").arg(ChartDrawing::LeastScale).arg(ChartDrawing::MostScale),
                            arguments.value("scale"_L1));
    }
    const QString theme = arguments.value("theme"_L1);
    if (!theme.isEmpty() && theme != "light"_L1 && theme != "dark"_L1)
        return badValue(u"--theme"_s, alternatives({u"light"_s, u"dark"_s}), theme);
    drawing.isDark = theme == "dark"_L1;
    const auto format = chartFormatOf(arguments.value("output"_L1));
    if (!format)
        return badValue(u"--output"_s, CliText::tr("a file whose name ends with .png, .svg or .pdf"), arguments.value("output"_L1));
    drawing.format = *format;
    return {};
}

Result<ChartRequest> requestOf(const Arguments &arguments)
{
    ChartRequest request;
    ChartDrawing &drawing = request.drawing;
    drawing.title = arguments.has("title"_L1) ? arguments.value("title"_L1) : arguments.from(1).join(u", "_s);
    for (const Status &read : {readLook(arguments, drawing), readX(arguments, drawing.recipe), readSmoothing(arguments, drawing.recipe.smoothing),
                               readScale(arguments, "x-scale"_L1, drawing.recipe.xScale), readScale(arguments, "y-scale"_L1, drawing.recipe.yScale)})
        if (!read)
            return read.error();
    drawing.recipe.repeats = arguments.has("last-of-step"_L1) ? Repeats::LastWins : Repeats::All;
    const auto x = rangeOf(arguments, "x-range"_L1), y = rangeOf(arguments, "y-range"_L1);
    if (!x || !y)
        return x ? y.error() : x.error();
    drawing.x = *x;
    drawing.y = *y;
    const auto selection = runSelectionOf(arguments);
    if (!selection)
        return selection.error();
    request.selection = *selection;
    request.runs = arguments.values("run"_L1);
    return request;
}

// The runs with their names, one after the other.
Result<QList<Run>> runsOf(Session &session, const ChartRequest &request)
{
    QList<Run> runs;
    for (const QString &written : request.runs) {
        const auto ref = session.findRun(written);
        if (!ref)
            return ref.error();
        const auto found = session.runRow(*ref);
        if (!found)
            return found.error();
        runs.append(found->table->run(found->row));
    }
    if (!runs.isEmpty())
        return runs;
    const auto selected = selectRuns(session, request.selection);
    if (!selected)
        return selected.error();
    for (const uint32_t row : selected->rows)
        runs.append(selected->table->run(row));
    if (runs.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There are no such runs"), {}};
    return runs;
}

// A metric's own name is taken as it is, however it is written; everything else is an expression.
Result<QList<SeriesExpression>> expressionsOf(const QStringList &keys, const QList<Run> &runs)
{
    QList<SeriesExpression> expressions;
    for (const QString &key : keys) {
        const bool isMetric = std::ranges::any_of(runs, [&](const Run &run) { return run.metrics.contains(key); });
        auto expression = parseSeriesExpression(isMetric ? columnKeyText({ColumnGroup::Metric, key}) : key);
        if (!expression)
            return Error{ErrorCode::InvalidQuery, CliText::tr("No run has a metric named %1, and as an expression: %2").arg(key, expression.error().message), {}};
        expressions.append(*expression);
    }
    return expressions;
}

class ChartCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        QList<OptionSpec> options = runSelectionOptions();
        options += QList<OptionSpec>{
            {"run"_L1, 0, CliText::tr("RUN_ID"), true, CliText::tr("this run, in place of those that are selected; may be given several times")},
            {"x"_L1, 0, CliText::tr("AXIS"), false, CliText::tr("step (the default), time, relative, or a metric such as metrics.epoch")},
            {"x-scale"_L1, 0, CliText::tr("SCALE"), false, CliText::tr("linear, log or symlog")},
            {"y-scale"_L1, 0, CliText::tr("SCALE"), false, CliText::tr("linear, log or symlog")},
            {"x-range"_L1, 0, CliText::tr("FROM:TO"), false, CliText::tr("this part of the axis; times in milliseconds")},
            {"y-range"_L1, 0, CliText::tr("FROM:TO"), false, CliText::tr("these values")},
            {"smoothing"_L1, 0, CliText::tr("KIND:AMOUNT"), false, CliText::tr("ema, time-ema, mean, gaussian or median, such as ema:0.6")},
            {"last-of-step"_L1, 0, {}, false, CliText::tr("of points that were logged for the same step only the last one")},
            {"title"_L1, 0, CliText::tr("TEXT"), false, CliText::tr("the chart's title in place of its keys")},
            {"size"_L1, 0, CliText::tr("WxH"), false, CliText::tr("in pixels, 960x540 unless it is given")},
            {"scale"_L1, 0, CliText::tr("N"), false, CliText::tr("of a .png: so many pixels for one, 2 unless it is given")},
            {"theme"_L1, 0, CliText::tr("THEME"), false, CliText::tr("light (the default) or dark")},
        };
        return {"chart"_L1, CliText::tr("draw metrics into a picture"),
                CliText::tr("Draws what the window would draw, without a display. A KEY is a metric's name or an expression of metrics, "
                            "such as \"metrics.train_loss - metrics.val_loss\" or \"ewm(metrics.loss, 0.9)\"; several keys are drawn in one chart. "
                            "The ending of --output, which is needed, decides between .png, .svg and .pdf.\n\n"
                            "Runs that lack a key are left out, and counted on standard error."),
                {{u"LOCATION"_s}, {u"KEY"_s, ArgumentSpec::Count::AtLeastOne}}, options};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        auto request = requestOf(invocation.arguments);
        if (!request)
            return request.error();
        Session &session = invocation.session;
        if (const Status opened = session.open(invocation.arguments.at(0)); !opened)
            return opened.error();
        const auto runs = runsOf(session, *request);
        if (!runs)
            return runs.error();
        const auto expressions = expressionsOf(invocation.arguments.from(1), *runs);
        if (!expressions)
            return expressions.error();
        if (const Status filled = fill(request->drawing, session, *runs, *expressions); !filled)
            return filled.error();
        const auto picture = drawChart(request->drawing, session.job());
        if (!picture)
            return picture.error();
        invocation.output.write({picture->constData(), size_t(picture->size())});
        return ExitStatus::Done;
    }

private:
    using Histories = QHash<QString, std::shared_ptr<const MetricSeries>>;

    // What the run has of the metrics that are needed.
    static Result<Histories> historiesOf(Session &session, const Run &run, const QList<SeriesExpression> &expressions, const QString &xMetric)
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

    // Runs often have one name: those that share it have their id behind it.
    static QHash<RunId, QString> namesOf(const QList<Run> &runs)
    {
        QHash<QString, int> uses;
        for (const Run &run : runs)
            ++uses[run.info.name];
        QHash<RunId, QString> names;
        for (const Run &run : runs) {
            const QString id = run.info.ref.run.value;
            const QString &name = run.info.name;
            names.insert(run.info.ref.run, name.isEmpty() ? id : uses.value(name) > 1 ? u"%1 (%2)"_s.arg(name, id.left(8)) : name);
        }
        return names;
    }

    static Status fill(ChartDrawing &drawing, Session &session, const QList<Run> &runs, const QList<SeriesExpression> &expressions)
    {
        const QueryClock clock = clockNow();
        const QHash<RunId, QString> names = namesOf(runs);
        qsizetype missing = 0;
        Error lastReason;
        for (const Run &run : runs) {
            const auto histories = historiesOf(session, run, expressions, drawing.recipe.xMetric);
            if (!histories)
                return histories.error();
            bool isDrawn = false;
            for (const SeriesExpression &expression : expressions) {
                auto series = evaluateSeries(expression, run, *histories, clock, session.job());
                if (!series && series.error().code != ErrorCode::NotFound)
                    return series.error();
                if (!series) {
                    lastReason = series.error();
                    continue;
                }
                isDrawn = true;
                const QString name = names.value(run.info.ref.run);
                const double start = double(run.info.startTime.value_or(series->timestamps.front()));
                drawing.lines.append({expressions.size() == 1 ? name : name + u" · "_s + expression.text, int(drawing.lines.size()), start,
                                      std::make_shared<const MetricSeries>(std::move(*series)), histories->value(drawing.recipe.xMetric)});
            }
            missing += !isDrawn;
        }
        if (drawing.lines.isEmpty())
            return Error{ErrorCode::NotFound, CliText::tr("There is nothing to draw"), lastReason.message};
        if (missing > 0)
            session.console().warn(CliText::tr("%1 of %2 runs are not drawn: they lack what the keys need").arg(missing).arg(runs.size()));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeChartCommand()
{
    return std::make_unique<ChartCommand>();
}

} // namespace Assay
