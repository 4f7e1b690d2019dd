// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/cardpicture.h"

#include "models/items/runview.h"
#include "models/table/runtablebuilder.h"
#include "widgets/chart/plotsheet.h"
#include "widgets/panels/charts/cardcontents.h"
#include "widgets/panels/charts/cards/statcard.h"
#include "widgets/theme/theme.h"

#include <QApplication>

namespace Assay {

namespace {

// All runs in their order; bars are of those that are drawn.
void fillView(RunView &view, const ChartDrawing &drawing)
{
    RunTableBuilder builder;
    QList<RunRef> runs;
    for (const Run &run : drawing.runs) {
        builder.add(run);
        runs.append(run.info.ref);
    }
    view.setTable(builder.finish(), true);
    view.setShownOnly(runs);
    if (const auto histories = HistoryValues::fromBytes(view.table(), drawing.histories))
        view.setHistories(std::make_shared<const HistoryValues>(*histories));
}

// Of many runs the colours would come again and again, and tell nothing.
void takeColors(CardView &plot)
{
    CardRuns runs = plot.runs();
    runs.colors.assign(runs.colors.size(), -1);
    plot.setRuns(std::move(runs));
}

} // namespace

DrawnChart drawnCard(const ChartDrawing &drawing)
{
    RunView view;
    fillView(view, drawing);
    const auto content = makeCardContent(drawing.card->type);
    auto &card = static_cast<StatCard &>(*content);
    card.setAttribute(Qt::WA_DontShowOnScreen);
    card.setPalette((drawing.isDark ? Theme::dark() : Theme::light()).palette());
    card.setSpec(*drawing.card);
    card.setView(&view);
    card.show(); // without being seen: it computes for eyes alone
    while (card.isBusy())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (drawing.runs.size() > RunView::FirstShown)
        takeColors(card.plot());
    if (!card.plot().notice().isEmpty())
        return {{}, card.plot().notice(), card.plot().note()};
    PlotSheet sheet(drawing.title, drawing.size, drawing.isDark);
    sheet.setPicture(&card.plot());
    return {sheet.file(drawing.format, drawing.scale), {}, card.plot().note()};
}

} // namespace Assay
