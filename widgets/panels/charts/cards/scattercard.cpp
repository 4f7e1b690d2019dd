// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/scattercard.h"

#include "models/chart/statistics.h"
#include "models/chart/trend.h"
#include "models/items/displaytext.h"
#include "widgets/chart/scatterview.h"

#include <QLocale>
#include <QMenu>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList firstKeys(const CardKeys &keys)
{
    const QStringList x = keys.numbers + keys.metrics.mid(1) + keys.params;
    if (keys.metrics.isEmpty() || x.isEmpty())
        return {};
    return {x.first(), keys.metrics.first()};
}

// The runs that have both, as the axes have them: logarithms on a logarithmic one.
struct Pairs {
    std::vector<double> x, y;
    std::vector<size_t> runs;
};

Pairs pairsOf(const ChartColumn &x, const ChartColumn &y, bool logX, bool logY)
{
    Pairs pairs;
    for (size_t run = 0; run < size_t(x.size()); ++run) {
        if (!x.has(run) || !y.has(run))
            continue;
        pairs.x.push_back(logX ? std::log10(x.values[run]) : x.values[run]);
        pairs.y.push_back(logY ? std::log10(y.values[run]) : y.values[run]);
        pairs.runs.push_back(run);
    }
    return pairs;
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 3);
}

// "R² 0.81 · ρ 0.92 · n 40"; what the line was fitted to where that is not the values themselves.
QString trendLabel(const Pairs &pairs, const std::optional<LinearFit> &fit, bool logX, bool logY)
{
    QStringList parts;
    if (fit)
        parts.append(u"R² "_s + number(fit->rSquared));
    else
        parts.append(u"LOESS"_s);
    if (const auto rank = spearman(pairs.x, pairs.y))
        parts.append(u"ρ "_s + number(*rank));
    parts.append(u"n "_s + countText(qint64(pairs.x.size())));
    if (logX || logY)
        parts.append(logX && logY ? u"log–log"_s : logX ? u"log x"_s : u"log y"_s);
    return parts.join(u" · "_s);
}

ScatterView::Trend trendOf(const Pairs &pairs, const QString &kind, bool logX, bool logY)
{
    ScatterView::Trend trend;
    const auto add = [&](double x, double y) { trend.points.emplace_back(logX ? std::pow(10, x) : x, logY ? std::pow(10, y) : y); };
    if (kind == "linear"_L1) {
        const auto fit = linearFit(pairs.x, pairs.y);
        if (!fit)
            return {};
        const auto [least, most] = std::minmax_element(pairs.x.begin(), pairs.x.end());
        add(*least, fit->at(*least));
        add(*most, fit->at(*most));
        trend.label = trendLabel(pairs, fit, logX, logY);
    } else if (kind == "loess"_L1) {
        const auto curve = loess(pairs.x, pairs.y);
        if (!curve)
            return {};
        for (size_t i = 0; i < curve->x.size(); ++i)
            add(curve->x[i], curve->y[i]);
        trend.label = trendLabel(pairs, {}, logX, logY);
    }
    return trend;
}

Better sideOf(const CardInput &input, const QString &option, const QString &key)
{
    const QString chosen = input.option(option).toString();
    if (chosen == "higher"_L1 || chosen == "lower"_L1)
        return chosen == "higher"_L1 ? Better::Higher : Better::Lower;
    return betterValues(key).value_or(Better::Lower);
}

std::vector<size_t> frontOf(const CardInput &input, const Pairs &pairs)
{
    std::vector<size_t> front;
    for (size_t i : paretoFront(pairs.x, pairs.y, sideOf(input, u"betterX"_s, input.spec.keys[0]), sideOf(input, u"betterY"_s, input.spec.keys[1])))
        front.push_back(pairs.runs[i]);
    return front;
}

CardAnswer work(const CardInput &input, const Job &)
{
    const ChartColumn x = input.column(qsizetype(0)), y = input.column(1);
    const ChartColumn shade = input.spec.keys.size() > 2 ? input.column(2) : ChartColumn();
    const bool logX = x.suitsLog() && input.option(u"logX"_s, prefersLog(x)).toBool();
    const bool logY = y.suitsLog() && input.option(u"logY"_s, prefersLog(y)).toBool();
    const Pairs pairs = pairsOf(x, y, logX, logY);
    const bool areNumbers = !x.isText() && !y.isText();
    const ScatterView::Trend trend = areNumbers ? trendOf(pairs, input.option(u"trend"_s).toString(), logX, logY) : ScatterView::Trend();
    const std::vector<size_t> front = areNumbers && input.option(u"front"_s).toBool() ? frontOf(input, pairs) : std::vector<size_t>();
    const QString note = missingText({&x, &y});
    return [=, isEmpty = pairs.x.empty()](StatCard &card) {
        auto &view = static_cast<ScatterView &>(card.plot());
        CardRuns runs = view.runs();
        runs.shade = shade;
        view.setRuns(runs);
        view.setColumns(x, y, logX, logY);
        view.setTrend(trend);
        view.setFront(front);
        view.setNote(note);
        if (isEmpty)
            view.setNotice(ScatterCard::tr("No run has both %1 and %2.").arg(visibleText(columnTitle(x.title), 100), visibleText(columnTitle(y.title), 100)));
    };
}

} // namespace

ScatterCard::ScatterCard(QWidget *parent)
    : StatCard(new ScatterView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "A scatter plot needs a metric and another column that differ among the runs.")}, parent)
{
    addPicker(tr("x"), u"xKey"_s, Offer::All, 0);
    addPicker(tr("y"), u"yKey"_s, Offer::All, 1);
    addPicker(tr("colour"), u"colorKey"_s, Offer::AllOrNone, 2);
    addMenu();
}

void ScatterCard::fillMenu(QMenu &menu)
{
    addChoices(menu, tr("Trend"), u"trend"_s, {{u"none"_s, tr("None")}, {u"linear"_s, tr("Straight line with R²")}, {u"loess"_s, tr("LOESS")}});
    menu.addSection(tr("Pareto front"));
    addSwitch(menu, tr("Show"), u"front"_s, false);
    const auto sides = [&](const QString &title, const QString &option) {
        addChoices(*menu.addMenu(title), title, option, {{u"auto"_s, tr("By the name")}, {u"lower"_s, tr("Lower is better")}, {u"higher"_s, tr("Higher is better")}});
    };
    sides(tr("x of the front"), u"betterX"_s);
    sides(tr("y of the front"), u"betterY"_s);
    menu.addSection(tr("Axes"));
    addSwitch(menu, tr("Logarithmic x"), u"logX"_s, static_cast<ScatterView &>(plot()).frame().x().scale == FrameAxis::Scale::Log);
    addSwitch(menu, tr("Logarithmic y"), u"logY"_s, static_cast<ScatterView &>(plot()).frame().y().scale == FrameAxis::Scale::Log);
}

} // namespace Assay
