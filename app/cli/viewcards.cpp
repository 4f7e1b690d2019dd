// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/viewcards.h"

#include "app/cli/text.h"
#include "models/items/axisvaluetext.h"
#include "models/items/cardoptions.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

WantedChart chartOf(const CardSpec &card, const ChartsState &state, const ChartDrawing &look)
{
    WantedChart chart;
    chart.drawing = look;
    chart.drawing.title = cardTitle(card);
    chart.isTitled = true;
    if (isStatistics(card.type)) {
        chart.drawing.card = card;
        return chart;
    }
    chart.drawing.recipe = state.recipe;
    chart.options = state.options;
    chart.drawing.x = fixedRange(card, u"x"_s);
    chart.drawing.y = fixedRange(card, u"y"_s);
    chart.keys = card.keys;
    chart.only = card.options.value(u"only"_s).toString();
    return chart;
}

} // namespace

QList<OptionSpec> viewCardOptions()
{
    return {
        {"view-file"_L1, 0, CliText::tr("FILE"), false,
         CliText::tr("in place of keys: the cards of a view that was saved in the window, of the runs that its query finds; several cards are "
                     "numbered files")},
        {"card-id"_L1, 0, CliText::tr("ID"), false, CliText::tr("of these the one with this id or title")},
    };
}

Result<QList<WantedChart>> chartsOfView(const Arguments &arguments, const ViewFile &view, const ChartDrawing &look)
{
    const ChartsState state = view.charts.value_or(ChartsState());
    const QString wanted = arguments.value("card-id"_L1);
    QList<WantedChart> charts;
    QStringList ids;
    for (const CardSpec &card : state.dashboard.cards) {
        if (!card.isKnown() || (card.type != CardType::Line && !isStatistics(card.type)))
            continue;
        ids.append(card.id);
        if (!arguments.has("card-id"_L1) || card.id == wanted || cardTitle(card) == wanted)
            charts.append(chartOf(card, state, look));
    }
    if (ids.isEmpty())
        return Error{ErrorCode::InvalidArgument, CliText::tr("The view has no cards that can be drawn"), arguments.value("view-file"_L1)};
    if (charts.isEmpty())
        return Error{ErrorCode::InvalidArgument, CliText::tr("--card-id takes %1 of this view, or the title of a card, not: %2").arg(alternatives(ids), wanted), {}};
    return arguments.has("card-id"_L1) ? charts.mid(0, 1) : charts;
}

QString numberedFile(const QString &file, qsizetype number)
{
    const qsizetype dot = file.lastIndexOf(u'.');
    return file.left(dot) + u'-' + QString::number(number) + file.mid(dot);
}

} // namespace Assay
