// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/barcard.h"

#include "models/chart/statistics.h"
#include "models/items/cardhistories.h"
#include "models/items/displaytext.h"
#include "widgets/chart/barview.h"

#include <QActionGroup>
#include <QMenu>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList firstKeys(const CardKeys &keys)
{
    return keys.metrics.mid(0, 1);
}

bool isLowerBetter(const CardInput &input)
{
    return betterValues(input.spec.keys[0]) == Better::Lower;
}

// Best or worst first, or as the table has them.
void sortBars(QList<BarView::Bar> &bars, const CardInput &input)
{
    const QString order = input.option(u"order"_s, u"best"_s).toString();
    if (order == "table"_L1)
        return;
    const bool ascending = isLowerBetter(input) == (order == "best"_L1);
    std::ranges::stable_sort(bars, [ascending](const BarView::Bar &a, const BarView::Bar &b) { return ascending ? a.value < b.value : a.value > b.value; });
}

// Of the runs with the eye on.
QList<BarView::Bar> runBars(const CardInput &input, const ChartColumn &metric)
{
    QList<BarView::Bar> bars;
    for (size_t run = 0; run < input.rows.size(); ++run) {
        if (!metric.has(run) || std::ranges::find(input.drawnRows, input.rows[run]) == input.drawnRows.end())
            continue;
        bars.append({visibleText(input.table->displayName(input.rows[run]), 100), metric.values[run], 0, int(run), -1, columnTitle(metric.title)});
    }
    return bars;
}

QList<BarView::Bar> groupBars(const CardInput &input, const ChartColumn &metric, const ChartColumn &group)
{
    const QList<ValueBin> bins = cardBins(group, 40, QTimeZone::systemTimeZone());
    std::vector<std::vector<double>> values(size_t(bins.size()));
    for (size_t run = 0; run < input.rows.size(); ++run) {
        const qsizetype bin = metric.has(run) && group.has(run) ? binOf(bins, group.values[run]) : -1;
        if (bin >= 0)
            values[size_t(bin)].push_back(metric.values[run]);
    }
    const QString summary = input.option(u"summary"_s, u"mean"_s).toString();
    QList<BarView::Bar> bars;
    for (qsizetype bin = 0; bin < bins.size(); ++bin) {
        const std::vector<double> &all = values[size_t(bin)];
        if (all.empty())
            continue;
        BarView::Bar bar;
        bar.name = cardBinText(group, bins[bin]);
        bar.detail = BarCard::tr("%n runs", nullptr, int(all.size()));
        if (summary == "count"_L1) {
            bar.value = double(all.size());
        } else if (summary == "best"_L1) {
            bar.value = isLowerBetter(input) ? *std::ranges::min_element(all) : *std::ranges::max_element(all);
        } else {
            bar.value = mean(all);
            bar.spread = standardDeviation(all);
            if (std::isfinite(bar.spread) && bar.spread > 0)
                bar.detail += u" · ± "_s + QLocale().toString(bar.spread, 'g', 3);
        }
        bars.append(bar);
    }
    return bars;
}

CardAnswer work(const CardInput &input, const Job &)
{
    const ChartColumn metric = input.column(qsizetype(0));
    const bool isGrouped = input.spec.keys.size() > 1;
    ChartColumn like = metric;
    QString note;
    QList<BarView::Bar> bars;
    if (isGrouped) {
        const ChartColumn group = input.column(1);
        bars = groupBars(input, metric, group);
        note = missingText({&metric, &group});
        const QString summary = input.option(u"summary"_s, u"mean"_s).toString();
        like.title = (summary == "count"_L1 ? BarCard::tr("runs by %1") : summary == "best"_L1 ? BarCard::tr("best %2 by %1") : BarCard::tr("mean of %2 by %1, ± its deviation"))
                         .arg(visibleText(columnTitle(group.title), 100), visibleText(columnTitle(metric.title), 100));
        if (summary == "count"_L1)
            like.kind = ChartColumn::Kind::Number;
    } else {
        bars = runBars(input, metric);
        const qsizetype lacking = qsizetype(input.drawnRows.size()) - bars.size();
        if (lacking > 0)
            note = BarCard::tr("%n drawn runs have no finite %1", nullptr, int(lacking)).arg(visibleText(columnTitle(metric.title), 60));
    }
    sortBars(bars, input);
    const bool isText = metric.isText();
    return [=](StatCard &card) {
        auto &view = static_cast<BarView &>(card.plot());
        view.setBars(bars, like);
        view.setNote(note);
        if (isText)
            view.setNotice(BarCard::tr("%1 is text: bars are of numbers.").arg(visibleText(columnTitle(metric.title), 100)));
        else if (bars.isEmpty())
            view.setNotice((isGrouped ? BarCard::tr("No run has %1 and what it is grouped by.") : BarCard::tr("No run that is drawn has %1: the eye in the table draws runs.")).arg(visibleText(columnTitle(metric.title), 100)));
    };
}

} // namespace

BarCard::BarCard(QWidget *parent)
    : StatCard(new BarView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "No metric differs among the runs."), false, true}, parent)
{
    addPicker(tr("value"), u"valueKey"_s, Offer::All, 0);
    addPicker(tr("by"), u"groupKey"_s, Offer::AllOrNone, 1);
    addMenu();
}

// The latest value of the metric, or the least or greatest of all that it had.
void BarCard::addValues(QMenu &menu)
{
    const QString key = shownKeys().value(0);
    const auto history = cardHistory(key);
    const QString metric = history ? history->metric : key;
    const auto column = columnOfKey(metric);
    if (!column || column->group != ColumnGroup::Metric)
        return;
    menu.addSection(tr("Value of a run"));
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &text, const QString &chosen) {
        QAction *action = menu.addAction(text, this, [this, chosen] { chooseKey(0, chosen); });
        action->setCheckable(true);
        action->setChecked(chosen == key);
        group->addAction(action);
    };
    add(tr("Latest"), metric);
    add(tr("Least of all points"), cardHistoryKey(HistoryFunction::Min, metric));
    add(tr("Greatest of all points"), cardHistoryKey(HistoryFunction::Max, metric));
}

void BarCard::fillMenu(QMenu &menu)
{
    addValues(menu);
    if (shownKeys().size() > 1)
        addChoices(menu, tr("Bars of groups"), u"summary"_s, {{u"mean"_s, tr("Mean and deviation")}, {u"best"_s, tr("Best value")}, {u"count"_s, tr("Number of runs")}});
    addChoices(menu, tr("Order"), u"order"_s, {{u"best"_s, tr("Best first")}, {u"worst"_s, tr("Worst first")}, {u"table"_s, tr("As in the table")}});
}

} // namespace Assay
