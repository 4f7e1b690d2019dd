// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/carddrawing.h"
#include "app/cli/chartoptions.h"
#include "app/cli/command.h"
#include "app/cli/drawprogram.h"
#include "app/cli/linedrawing.h"
#include "app/cli/runselection.h"
#include "app/cli/text.h"
#include "models/items/cardcolumns.h"
#include "models/items/cardhistories.h"
#include "models/table/runtablebuilder.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// What is drawn, before any run is known.
struct ChartRequest {
    ChartDrawing drawing; // with a card, or to be filled with lines
    QStringList keys;     // of lines
    RunSelection selection;
    QStringList runs; // ids as written, in place of a selection
};

Result<ChartRequest> requestOf(const Arguments &arguments)
{
    ChartRequest request;
    ChartDrawing &drawing = request.drawing;
    request.keys = arguments.from(1);
    const auto card = cardOf(arguments);
    if (!card)
        return card.error();
    drawing.card = *card;
    if (!drawing.card && request.keys.isEmpty())
        return Error{ErrorCode::InvalidArgument, CliText::tr("%1 is missing").arg(u"KEY"_s), {}};
    drawing.title = arguments.has("title"_L1) ? arguments.value("title"_L1) : request.keys.join(u", "_s);
    for (const Status &read : {readChartLook(arguments, drawing), readChartLines(arguments, drawing)})
        if (!read)
            return read.error();
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
    auto selected = selectRuns(session, request.selection);
    if (!selected)
        return selected.error();
    if (request.drawing.card && selected->rows.size() > MostCardRuns) {
        session.console().warn(CliText::tr("Only the first %1 of %2 runs are drawn").arg(MostCardRuns).arg(selected->rows.size()));
        selected->rows.resize(MostCardRuns);
    }
    for (const uint32_t row : selected->rows)
        runs.append(selected->table->run(row));
    if (runs.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There are no such runs"), {}};
    return runs;
}

// What the card's keys ask of the histories of its runs.
Result<QByteArray> historiesOf(Session &session, const ChartDrawing &drawing)
{
    RunTableBuilder builder;
    std::vector<uint32_t> rows;
    for (const Run &run : drawing.runs) {
        rows.push_back(uint32_t(builder.rowCount()));
        builder.add(run);
    }
    const RunTablePtr table = builder.finish();
    const HistoryNeeds needs = cardHistoryNeeds(*table, rows, drawing.card->keys, HistoryValues::none());
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

class ChartCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        QList<OptionSpec> options = cardDrawingOptions() + runSelectionOptions();
        options.append({"run"_L1, 0, CliText::tr("RUN_ID"), true, CliText::tr("this run, in place of those that are selected; may be given several times")});
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
                    + u"\n\n"_s + cardDrawingHelp(),
                {{u"LOCATION"_s}, {u"KEY"_s, ArgumentSpec::Count::Any}}, options};
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
        ChartDrawing &drawing = request->drawing;
        const Status filled = drawing.card ? fillCard(drawing, session, *runs, invocation.arguments.has("title"_L1)) : fillLines(drawing, session, *runs, request->keys);
        if (!filled)
            return filled.error();
        const auto drawn = drawChart(drawing, session.job());
        if (!drawn)
            return drawn.error();
        if (!drawn->note.isEmpty())
            session.console().warn(drawn->note);
        invocation.output.write({drawn->picture.constData(), size_t(drawn->picture.size())});
        return ExitStatus::Done;
    }
};

} // namespace

std::unique_ptr<Command> makeChartCommand()
{
    return std::make_unique<ChartCommand>();
}

} // namespace Assay
