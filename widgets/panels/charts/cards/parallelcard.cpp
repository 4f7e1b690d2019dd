// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/parallelcard.h"

#include "models/items/cardoptions.h"
#include "models/items/displaytext.h"
#include "widgets/chart/parallelview.h"
#include "widgets/panels/charts/cards/keychooser.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList firstKeys(const CardKeys &keys)
{
    QStringList first = keys.params.mid(0, 6);
    if (first.size() < 2)
        first += keys.metrics.mid(1, 3);
    return first + keys.metrics.mid(0, 1);
}

CardAnswer work(const CardInput &input, const Job &)
{
    const QStringList logs = input.option(u"log"_s).toStringList(), linears = input.option(u"linear"_s).toStringList(),
                      inverted = input.option(u"inverted"_s).toStringList();
    QList<ParallelView::Axis> axes;
    std::vector<const ChartColumn *> columns;
    for (const QString &key : input.spec.keys.mid(0, cardKeyRoles(input.spec.type).most)) {
        ParallelView::Axis axis{input.column(key), false, inverted.contains(key)};
        const bool log = logs.contains(key) || (!linears.contains(key) && prefersLog(axis.column));
        axis.isLog = log && axis.column.suitsLog();
        axes.append(std::move(axis));
    }
    bool hasValues = false;
    for (const ParallelView::Axis &axis : std::as_const(axes))
        hasValues = hasValues || axis.column.bounds();
    const QString color = input.option(u"color"_s, input.spec.keys.last()).toString();
    const ChartColumn shade = color.isEmpty() ? ChartColumn() : input.column(color);
    return [=](StatCard &card) {
        auto &view = static_cast<ParallelView &>(card.plot());
        CardRuns runs = view.runs();
        runs.shade = shade;
        view.setRuns(runs);
        view.setAxes(axes);
        if (!hasValues)
            view.setNotice(ParallelCard::tr("No run has a value on any of these axes."));
    };
}

void setMember(QStringList &keys, const QString &key, bool isIn)
{
    keys.removeAll(key);
    if (isIn)
        keys.append(key);
}

} // namespace

ParallelCard::ParallelCard(QWidget *parent)
    : StatCard(new ParallelView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "Parallel coordinates need two columns that differ among the runs.")}, parent)
{
    addAdder(tr("add axis"));
    addMenu();
    auto &view = static_cast<ParallelView &>(plot());
    connect(&view, &ParallelView::orderChanged, this, [this](const QStringList &keys) {
        CardSpec changed = spec();
        // The colour stays with its column where it was the last axis'.
        if (!changed.options.contains(u"color"_s))
            changed.options.insert(u"color"_s, shownKeys().last());
        changed.keys = keys + changed.keys.mid(cardKeyRoles(changed.type).most); // those that are not shown stay behind
        choose(changed);
    });
    connect(&view, &ParallelView::axisChanged, this, &ParallelCard::changeAxis);
    connect(&view, &ParallelView::axisRemoved, this, [this](const QString &key) {
        QStringList keys = shownKeys();
        keys.removeOne(key);
        chooseKeys(keys);
    });
}

void ParallelCard::changeAxis(const QString &key, bool isLog, bool isInverted)
{
    CardSpec changed = spec();
    QStringList logs = option(u"log"_s).toStringList(), linears = option(u"linear"_s).toStringList(), inverted = option(u"inverted"_s).toStringList();
    setMember(logs, key, isLog);
    setMember(linears, key, !isLog);
    setMember(inverted, key, isInverted);
    changed.keys = shownKeys();
    changed.options.insert(u"log"_s, logs);
    changed.options.insert(u"linear"_s, linears);
    changed.options.insert(u"inverted"_s, inverted);
    choose(changed);
}

void ParallelCard::fillMenu(QMenu &menu)
{
    menu.addSection(tr("Colour by"));
    auto *group = new QActionGroup(&menu);
    const QString current = option(u"color"_s, shownKeys().isEmpty() ? QString() : shownKeys().last()).toString();
    const auto add = [&](const QString &text, const QString &key) {
        QAction *action = menu.addAction(text, this, [this, key] { chooseOption(u"color"_s, key); });
        action->setCheckable(true);
        action->setChecked(key == current);
        group->addAction(action);
    };
    add(tr("Colours of the runs"), {});
    for (const QString &key : shownKeys())
        add(visibleText(key, 80), key);
}

} // namespace Assay
