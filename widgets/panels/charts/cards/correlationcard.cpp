// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/correlationcard.h"

#include "models/chart/statistics.h"
#include "models/items/cardoptions.h"
#include "models/items/displaytext.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/panels/charts/cards/keychooser.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList firstKeys(const CardKeys &keys)
{
    return keys.numbers.mid(0, 6) + keys.metrics.mid(0, 6);
}

struct Pair {
    std::optional<double> value;
    qsizetype runs = 0;
};

Pair correlate(const ChartColumn &a, const ChartColumn &b, bool ranks)
{
    std::vector<double> x, y;
    for (size_t run = 0; run < size_t(a.size()); ++run) {
        if (!a.has(run) || !b.has(run))
            continue;
        x.push_back(a.values[run]);
        y.push_back(b.values[run]);
    }
    return {ranks ? spearman(x, y) : pearson(x, y), qsizetype(x.size())};
}

CardAnswer work(const CardInput &input, const Job &job)
{
    const bool ranks = input.option(u"method"_s).toString() != "pearson"_L1;
    std::vector<ChartColumn> columns;
    QStringList names, texts;
    for (const QString &key : input.spec.keys.mid(0, cardKeyRoles(input.spec.type).most)) {
        ChartColumn column = input.column(key);
        if (column.isText()) {
            texts.append(visibleText(key, 60));
            continue;
        }
        names.append(columnTitle(key));
        columns.push_back(std::move(column));
    }
    const size_t count = columns.size();
    QStringList fromTop(names.rbegin(), names.rend()); // the diagonal goes down
    HeatMapView::Cells cells{FrameAxis::ofTexts({}, names), FrameAxis::ofTexts({}, fromTop), std::vector<double>(count * count, ChartColumn::None),
                             std::vector<QString>(count * count), ranks ? CorrelationCard::tr("rank correlation (Spearman)") : CorrelationCard::tr("correlation (Pearson)"), true};
    bool hasAny = false;
    for (size_t i = 0; i < count && !job.isCanceled(); ++i) {
        for (size_t j = i; j < count; ++j) {
            const Pair pair = correlate(columns[i], columns[j], ranks);
            hasAny = hasAny || (pair.value && i != j);
            for (const size_t place : {(count - 1 - i) * count + j, (count - 1 - j) * count + i}) {
                cells.values[place] = pair.value.value_or(ChartColumn::None);
                cells.tips[place] = CorrelationCard::tr("%n runs have both", nullptr, int(pair.runs));
            }
        }
    }
    const QString note = texts.isEmpty() ? QString() : CorrelationCard::tr("Left out, as they are text: %1").arg(texts.join(u", "_s));
    return [=](StatCard &card) {
        auto &view = static_cast<HeatMapView &>(card.plot());
        view.setNote(note);
        if (hasAny)
            view.setCells(cells);
        else
            view.setNotice(CorrelationCard::tr("No two of these columns have numbers that differ in at least three runs."));
    };
}

} // namespace

CorrelationCard::CorrelationCard(QWidget *parent)
    : StatCard(new HeatMapView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "Correlation needs two columns of numbers that differ among the runs.")}, parent)
{
    addAdder(tr("add"));
    addMenu();
}

void CorrelationCard::fillMenu(QMenu &menu)
{
    addChoices(menu, tr("Method"), u"method"_s, {{u"spearman"_s, tr("Ranks (Spearman)")}, {u"pearson"_s, tr("Values (Pearson)")}});
    QMenu *removal = menu.addMenu(tr("Remove column"));
    removal->setEnabled(shownKeys().size() > 2);
    for (const QString &key : shownKeys()) {
        removal->addAction(visibleText(key, 80), this, [this, key] {
            QStringList keys = shownKeys();
            keys.removeOne(key);
            chooseKeys(keys);
        });
    }
}

} // namespace Assay
