// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/boxcard.h"

#include "models/items/displaytext.h"
#include "widgets/chart/boxview.h"

#include <QMenu>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostSingles = 12; // different numbers that are groups of their own

QStringList firstKeys(const CardKeys &keys)
{
    return keys.metrics.mid(0, 1) + (keys.metrics.isEmpty() ? QStringList() : keys.groups.mid(0, 1));
}

struct Grouping {
    QStringList names;
    std::vector<std::vector<size_t>> runs;
};

Grouping groupRuns(const ChartColumn &values, const std::optional<ChartColumn> &group)
{
    Grouping made;
    const QList<ValueBin> bins = group ? cardBins(*group, MostSingles, QTimeZone::systemTimeZone()) : QList<ValueBin>{{0, 0}};
    made.runs.resize(size_t(bins.size()));
    for (const ValueBin &bin : bins)
        made.names.append(group ? cardBinText(*group, bin) : StatCard::tr("all runs"));
    for (size_t run = 0; run < size_t(values.size()); ++run) {
        const qsizetype bin = !values.has(run) ? -1 : !group ? 0 : group->has(run) ? binOf(bins, group->values[run]) : -1;
        if (bin >= 0)
            made.runs[size_t(bin)].push_back(run);
    }
    return made;
}

CardAnswer work(const CardInput &input, const Job &)
{
    const ChartColumn values = input.column(qsizetype(0));
    const auto group = input.spec.keys.size() > 1 ? std::optional(input.column(1)) : std::nullopt;
    const bool log = values.suitsLog() && input.option(u"log"_s, prefersLog(values)).toBool();
    const bool isViolin = input.option(u"kind"_s).toString() == "violin"_L1, hasDots = input.option(u"dots"_s, input.rows.size() <= 200).toBool();
    QList<BoxView::Group> groups;
    const Grouping grouping = groupRuns(values, group);
    for (size_t i = 0; !values.isText() && i < grouping.runs.size(); ++i) {
        std::vector<double> numbers;
        for (size_t run : grouping.runs[i])
            numbers.push_back(log ? std::log10(values.values[run]) : values.values[run]);
        const auto box = boxSummary(numbers);
        if (!box)
            continue;
        BoxView::Group made{grouping.names[qsizetype(i)], group ? int(i) : 0, *box, {}, {}};
        if (isViolin)
            made.density = kernelDensity(numbers);
        if (hasDots)
            made.runs = grouping.runs[i];
        groups.append(made);
    }
    std::vector<const ChartColumn *> needed{&values};
    if (group)
        needed.push_back(&*group);
    const QString note = missingText(needed);
    return [=](StatCard &card) {
        auto &view = static_cast<BoxView &>(card.plot());
        view.setGroups(groups, values, log);
        view.setNote(note);
        if (values.isText())
            view.setNotice(BoxCard::tr("%1 is text: boxes are of numbers.").arg(visibleText(columnTitle(values.title), 100)));
        else if (groups.isEmpty())
            view.setNotice(group ? BoxCard::tr("No run has both %1 and %2.").arg(visibleText(columnTitle(values.title), 100), visibleText(columnTitle(group->title), 100))
                                 : BoxCard::tr("No run has a finite %1.").arg(visibleText(columnTitle(values.title), 100)));
    };
}

} // namespace

BoxCard::BoxCard(QWidget *parent)
    : StatCard(new BoxView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "No metric differs among the runs.")}, parent)
{
    addPicker(tr("value"), u"valueKey"_s, Offer::All, 0);
    addPicker(tr("by"), u"groupKey"_s, Offer::AllOrNone, 1);
    addMenu();
}

void BoxCard::fillMenu(QMenu &menu)
{
    addChoices(menu, tr("Draw"), u"kind"_s, {{u"box"_s, tr("Boxes")}, {u"violin"_s, tr("Violins")}});
    menu.addSeparator();
    addSwitch(menu, tr("Every run as a dot"), u"dots"_s, plot().runs().names.size() <= 200);
    addSwitch(menu, tr("Logarithmic"), u"log"_s, static_cast<BoxView &>(plot()).frame().x().scale == FrameAxis::Scale::Log);
}

} // namespace Assay
