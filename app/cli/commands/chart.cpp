// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/carddrawing.h"
#include "app/cli/chartoptions.h"
#include "app/cli/command.h"
#include "app/cli/drawprogram.h"
#include "app/cli/linedrawing.h"
#include "app/cli/runselection.h"
#include "app/cli/text.h"
#include "app/cli/viewcards.h"
#include "app/cli/viewoption.h"
#include "app/cli/withoption.h"
#include "models/items/cardcolumns.h"
#include "models/items/cardfacet.h"
#include "models/items/cardhistories.h"
#include "models/items/cardoptions.h"
#include "models/table/runtablebuilder.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// What is drawn, before any run is known.
struct ChartRequest {
    QList<WantedChart> charts;
    RunSelection selection;
    QStringList runs; // ids as written, in place of a selection
};

// One chart, of the keys that are written.
Result<WantedChart> writtenChart(const Arguments &arguments, const ChartDrawing &look)
{
    WantedChart chart{look, arguments.from(1), {}, arguments.has("title"_L1), {}};
    const auto card = cardOf(arguments);
    if (!card)
        return card.error();
    chart.drawing.card = *card;
    if (!chart.drawing.card && chart.keys.isEmpty())
        return Error{ErrorCode::InvalidArgument, CliText::tr("%1 is missing").arg(u"KEY"_s), {}};
    if (arguments.has("card-id"_L1))
        return Error{ErrorCode::InvalidArgument, CliText::tr("--card-id is for a card of --view-file"), {}};
    chart.drawing.title = chart.isTitled ? arguments.value("title"_L1) : chart.keys.join(u", "_s);
    if (const Status read = readChartLines(arguments, chart.drawing, chart.options); !read)
        return read.error();
    return chart;
}

// What says the same as the view, or belongs to one chart.
Status checkBesideView(const Arguments &arguments)
{
    QList<OptionSpec> others = cardDrawingOptions() + chartLineOptions();
    others.append({"title"_L1, 0, {}, false, {}});
    for (const OptionSpec &option : std::as_const(others))
        if (arguments.has(option.name))
            return Error{ErrorCode::InvalidArgument, CliText::tr("%1 does not go with --view-file").arg(option.longForm()), {}};
    if (arguments.count() > 1)
        return Error{ErrorCode::InvalidArgument, CliText::tr("With --view-file there are no keys, so not: %1").arg(arguments.at(1)), {}};
    return {};
}

Result<ChartRequest> requestOf(const Arguments &arguments, Console &console)
{
    ChartRequest request;
    ChartDrawing look;
    if (const Status read = readChartLook(arguments, look); !read)
        return read.error();
    const auto selection = runSelectionOf(arguments);
    if (!selection)
        return selection.error();
    request.selection = *selection;
    request.runs = arguments.values("run"_L1);
    if (!arguments.has("view-file"_L1)) {
        const auto chart = writtenChart(arguments, look);
        if (!chart)
            return chart.error();
        request.charts = {*chart};
        return request;
    }
    if (const Status checked = checkBesideView(arguments); !checked)
        return checked.error();
    const auto view = savedViewOf(arguments);
    if (!view)
        return view.error();
    const auto charts = chartsOfView(arguments, *view, look);
    if (!charts)
        return charts.error();
    request.charts = *charts;
    std::optional<QList<ColumnKey>> columns;
    if (const Status applied = applyViewFile(arguments, console, request.selection, columns); !applied)
        return applied.error();
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
    auto selected = selectRuns(session, request.selection);
    if (!selected)
        return selected.error();
    const bool hasCards = std::ranges::any_of(request.charts, [](const WantedChart &chart) { return chart.drawing.card.has_value(); });
    if (hasCards && selected->rows.size() > MostCardRuns) {
        session.console().warn(CliText::tr("Only the first %1 of %2 runs are drawn").arg(MostCardRuns).arg(selected->rows.size()));
        selected->rows.resize(MostCardRuns);
    }
    for (const uint32_t row : selected->rows)
        runs.append(selected->table->run(row));
    if (runs.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There are no such runs"), {}};
    return runs;
}

RunTablePtr tableOf(const QList<Run> &runs)
{
    RunTableBuilder builder;
    for (const Run &run : runs)
        builder.add(run);
    return builder.finish();
}

// What the card's keys ask of the histories of its runs.
Result<QByteArray> historiesOf(Session &session, const ChartDrawing &drawing)
{
    const RunTablePtr table = tableOf(drawing.runs);
    std::vector<uint32_t> rows(size_t(table->rowCount()));
    std::iota(rows.begin(), rows.end(), 0u);
    const HistoryNeeds needs = cardHistoryNeeds(*table, rows, columnKeys(*drawing.card), HistoryValues::none());
    if (needs.isEmpty())
        return QByteArray();
    const auto values = session.histories(HistoryValues(table), needs);
    return values ? Result<QByteArray>(values->toBytes()) : values.error();
}

Status fillCard(ChartDrawing &drawing, Session &session, const QList<Run> &runs, bool isTitled)
{
    const auto card = resolvedCard(*drawing.card, runs);
    if (!card)
        return card.error();
    drawing.card = *card;
    if (!isTitled)
        drawing.title = cardTitle(*card);
    drawing.runs = runsForCard(*card, runs);
    const auto histories = historiesOf(session, drawing);
    if (!histories)
        return histories.error();
    drawing.histories = *histories;
    return {};
}

Result<QList<Run>> restricted(const QList<Run> &runs, const QString &only)
{
    if (only.isEmpty())
        return runs;
    CardRestriction restriction(only);
    if (!restriction.mistake().isEmpty())
        return Error{ErrorCode::InvalidQuery, restriction.mistake(), only};
    const RunTablePtr table = tableOf(runs);
    QList<Run> fitting;
    for (uint32_t row = 0; row < uint32_t(runs.size()); ++row)
        if (restriction.fits(table, row))
            fitting.append(runs.at(row));
    return fitting;
}

Result<QByteArray> pictureOf(WantedChart chart, Session &session, const QList<Run> &all)
{
    ChartDrawing &drawing = chart.drawing;
    const auto runs = restricted(all, chart.only);
    if (!runs)
        return runs.error();
    const Status filled = drawing.card ? fillCard(drawing, session, *runs, chart.isTitled) : fillLines(drawing, session, *runs, chart.keys, chart.options);
    if (!filled)
        return filled.error();
    const auto drawn = drawChart(drawing, session.job());
    if (!drawn)
        return drawn.error();
    if (!drawn->note.isEmpty())
        session.console().warn(drawn->note);
    return drawn->picture;
}

Status writeFile(const QString &file, const QByteArray &picture)
{
    Output output(OutputFormat::Table, file);
    output.write({picture.constData(), size_t(picture.size())});
    return output.finish();
}

// Each in a file of its own, by number; a card that shows nothing of these runs is left out, and said.
Status writeEach(const ChartRequest &request, Session &session, const QList<Run> &runs, const QString &file)
{
    qsizetype written = 0;
    for (qsizetype i = 0; i < request.charts.size(); ++i) {
        const auto picture = pictureOf(request.charts.at(i), session, runs);
        const bool isEmpty = !picture && (picture.error().code == ErrorCode::NotFound || picture.error().code == ErrorCode::InvalidQuery);
        if (isEmpty)
            session.console().warn(request.charts.at(i).drawing.title + u": "_s + picture.error().message
                                   + (picture.error().detail.isEmpty() ? QString() : u": "_s + picture.error().detail));
        if (!picture && !isEmpty)
            return picture.error();
        if (!picture)
            continue;
        if (const Status done = writeFile(numberedFile(file, i + 1), *picture); !done)
            return done;
        ++written;
    }
    return written > 0 ? Status() : Status(Error{ErrorCode::NotFound, CliText::tr("There is nothing to draw"), {}});
}

class ChartCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        QList<OptionSpec> options = cardDrawingOptions() + viewCardOptions() + runSelectionOptions();
        options.append({"run"_L1, 0, CliText::tr("RUN_ID"), true, CliText::tr("this run, in place of those that are selected; may be given several times")});
        options.append(withOption());
        options += chartLineOptions() + chartLookOptions();
        return {"chart"_L1, CliText::tr("draw charts into pictures"),
                CliText::tr("Draws what the window would draw, without a display. The ending of --output, which is needed, decides between "
                            ".png, .svg and .pdf.\n\n"
                            "Lines: a KEY is a metric's name or an expression of metrics, such as \"metrics.train_loss - metrics.val_loss\" or "
                            "\"ewm(metrics.loss, 0.9)\"; several keys are drawn in one chart. Runs that lack a key are left out, and counted on "
                            "standard error.\n\n"
                            "With --card a KEY is a column, such as metrics.loss or params.lr, or an expression that gives a number, such as "
                            "\"min(metrics.loss)\"; a metric's name alone will do. Those that are not "
                            "given are the first ones that the window would show. The cards, their columns and what --option takes:")
                    + u"\n\n"_s + cardDrawingHelp() + u"\n\n"_s + withHelp(),
                {{u"LOCATION"_s}, {u"KEY"_s, ArgumentSpec::Count::Any}}, options};
    }

    // How many files there are is known when the view is read.
    QString outputFile(const Arguments &arguments) const override
    {
        return arguments.has("view-file"_L1) ? QString() : Command::outputFile(arguments);
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        Session &session = invocation.session;
        const Arguments &arguments = invocation.arguments;
        const auto request = requestOf(arguments, session.console());
        if (!request)
            return request.error();
        if (const Status opened = openWith(session, arguments); !opened)
            return opened.error();
        const auto runs = runsOf(session, *request);
        if (!runs)
            return runs.error();
        const QString file = arguments.value("output"_L1);
        if (request->charts.size() > 1) {
            const Status written = writeEach(*request, session, *runs, file);
            return written ? Result<ExitStatus>(ExitStatus::Done) : written.error();
        }
        const auto picture = pictureOf(request->charts.first(), session, *runs);
        if (!picture)
            return picture.error();
        if (!arguments.has("view-file"_L1)) {
            invocation.output.write({picture->constData(), size_t(picture->size())});
            return ExitStatus::Done;
        }
        const Status written = writeFile(file, *picture);
        return written ? Result<ExitStatus>(ExitStatus::Done) : written.error();
    }
};

} // namespace

std::unique_ptr<Command> makeChartCommand()
{
    return std::make_unique<ChartCommand>();
}

} // namespace Assay
