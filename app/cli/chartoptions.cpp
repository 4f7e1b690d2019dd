// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chartoptions.h"

#include "app/cli/text.h"
#include "models/items/axisvaluetext.h"
#include "models/table/querykey.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Result<std::optional<AxisRange>> rangeOf(const Arguments &arguments, QLatin1StringView option)
{
    if (!arguments.has(option))
        return std::optional<AxisRange>();
    const QStringList ends = arguments.value(option).split(u':');
    bool isLo = false, isHi = false;
    const AxisRange range{ends.value(0).toDouble(&isLo), ends.value(1).toDouble(&isHi)};
    if (ends.size() != 2 || !isLo || !isHi || !isShowable(range))
        return badOptionValue("--"_L1 + option, CliText::tr("two numbers, the lesser first, such as 0:100"), arguments.value(option));
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
    return badOptionValue(option, alternatives(names), written);
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
        return badOptionValue(u"--smoothing"_s, CliText::tr("a kind and its amount from 0 to %1, such as ema:0.6").arg(mostOf(*kind)),
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
            return badOptionValue(u"--x"_s, CliText::tr("step, time, relative or a metric such as metrics.epoch"), x);
        recipe.x = XAxis::Metric;
        recipe.xMetric = key->column.name;
    }
    return {};
}

Status readColumn(const Arguments &arguments, QLatin1StringView option, QString &column)
{
    column = arguments.value(option);
    if (!arguments.has(option) || columnOfKey(column))
        return {};
    return badOptionValue("--"_L1 + option, CliText::tr("a column such as params.lr"), column);
}

} // namespace

Error badOptionValue(const QString &option, const QString &wanted, const QString &written)
{
    return {ErrorCode::InvalidArgument, CliText::tr("%1 takes %2, not: %3").arg(option, wanted, written), {}};
}

Status readChartLook(const Arguments &arguments, ChartDrawing &drawing)
{
    const QStringList sides = arguments.value("size"_L1).split(u'x');
    if (arguments.has("size"_L1)) {
        drawing.size = {sides.value(0).toInt(), sides.value(1).toInt()};
        const auto isSide = [](int side) { return side >= ChartDrawing::LeastSide && side <= ChartDrawing::MostSide; };
        if (sides.size() != 2 || !isSide(drawing.size.width()) || !isSide(drawing.size.height()))
            return badOptionValue(u"--size"_s, CliText::tr("width and height from %1 to %2, such as 960x540").arg(ChartDrawing::LeastSide).arg(ChartDrawing::MostSide),
                            arguments.value("size"_L1));
    }
    if (arguments.has("scale"_L1)) {
        drawing.scale = arguments.value("scale"_L1).toDouble();
        if (!(drawing.scale >= ChartDrawing::LeastScale && drawing.scale <= ChartDrawing::MostScale))
            return badOptionValue(u"--scale"_s, CliText::tr("a number from %1 to %2").arg(ChartDrawing::LeastScale).arg(ChartDrawing::MostScale),
                            arguments.value("scale"_L1));
    }
    const QString theme = arguments.value("theme"_L1);
    if (!theme.isEmpty() && theme != "light"_L1 && theme != "dark"_L1)
        return badOptionValue(u"--theme"_s, alternatives({u"light"_s, u"dark"_s}), theme);
    drawing.isDark = theme == "dark"_L1;
    const auto format = chartFormatOf(arguments.value("output"_L1));
    if (!format)
        return badOptionValue(u"--output"_s, CliText::tr("a file whose name ends with .png, .svg or .pdf"), arguments.value("output"_L1));
    drawing.format = *format;
    return {};
}

QList<OptionSpec> chartLookOptions()
{
    return {
        {"title"_L1, 0, CliText::tr("TEXT"), false, CliText::tr("the chart's title in place of its keys")},
        {"size"_L1, 0, CliText::tr("WxH"), false, CliText::tr("in pixels, 960x540 unless it is given")},
        {"scale"_L1, 0, CliText::tr("N"), false, CliText::tr("of a .png: so many pixels for one, 2 unless it is given")},
        {"theme"_L1, 0, CliText::tr("THEME"), false, CliText::tr("light (the default) or dark")},
    };
}

QList<OptionSpec> chartLineOptions()
{
    return {
        {"x"_L1, 0, CliText::tr("AXIS"), false, CliText::tr("step (the default), time, relative, or a metric such as metrics.epoch")},
        {"x-scale"_L1, 0, CliText::tr("SCALE"), false, CliText::tr("linear, log or symlog")},
        {"y-scale"_L1, 0, CliText::tr("SCALE"), false, CliText::tr("linear, log or symlog")},
        {"x-range"_L1, 0, CliText::tr("FROM:TO"), false, CliText::tr("this part of the axis; times in milliseconds")},
        {"y-range"_L1, 0, CliText::tr("FROM:TO"), false, CliText::tr("these values")},
        {"smoothing"_L1, 0, CliText::tr("KIND:AMOUNT"), false, CliText::tr("ema, time-ema, mean, gaussian or median, such as ema:0.6")},
        {"last-of-step"_L1, 0, {}, false, CliText::tr("of points that were logged for the same step only the last one")},
        {"color-by"_L1, 0, CliText::tr("COLUMN"), false, CliText::tr("the column that decides the colours, such as params.lr")},
        {"dash-by"_L1, 0, CliText::tr("COLUMN"), false, CliText::tr("the column that decides the dashes")},
        {"marker-by"_L1, 0, CliText::tr("COLUMN"), false, CliText::tr("the column that decides the markers")},
    };
}

Status readChartLines(const Arguments &arguments, ChartDrawing &drawing, ChartOptions &options)
{
    LineRecipe &recipe = drawing.recipe;
    for (const Status &read : {readX(arguments, recipe), readColumn(arguments, "color-by"_L1, options.colorBy), readColumn(arguments, "dash-by"_L1, options.dashBy),
                               readColumn(arguments, "marker-by"_L1, options.markerBy), readSmoothing(arguments, recipe.smoothing), readScale(arguments, "x-scale"_L1, recipe.xScale),
                               readScale(arguments, "y-scale"_L1, recipe.yScale)})
        if (!read)
            return read.error();
    recipe.repeats = arguments.has("last-of-step"_L1) ? Repeats::LastWins : Repeats::All;
    const auto x = rangeOf(arguments, "x-range"_L1), y = rangeOf(arguments, "y-range"_L1);
    if (!x || !y)
        return x ? y.error() : x.error();
    drawing.x = *x;
    drawing.y = *y;
    return {};
}

} // namespace Assay
