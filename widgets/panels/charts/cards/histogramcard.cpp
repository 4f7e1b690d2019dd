// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/histogramcard.h"

#include "models/items/displaytext.h"
#include "widgets/chart/histogramview.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostSingles = 8;
constexpr qsizetype MostTexts = 100;

QStringList firstKeys(const CardKeys &keys)
{
    return keys.metrics.mid(0, 1);
}

CardAnswer work(const CardInput &input, const Job &)
{
    const ChartColumn column = input.column(qsizetype(0));
    const QList<ValueBin> bins = cardBins(column, MostSingles, QTimeZone::systemTimeZone());
    const QString note = missingText({&column});
    return [=](StatCard &card) {
        auto &view = static_cast<HistogramView &>(card.plot());
        view.setColumn(column, bins);
        view.setNote(note);
        if (bins.isEmpty())
            view.setNotice(HistogramCard::tr("No run has a finite %1.").arg(visibleText(columnTitle(column.title), 100)));
        else if (column.isText() && bins.size() > MostTexts)
            view.setNotice(HistogramCard::tr("%1 has %2 different texts: too many for bars.").arg(visibleText(columnTitle(column.title), 100), countText(bins.size())));
    };
}

} // namespace

HistogramCard::HistogramCard(QWidget *parent)
    : StatCard(new HistogramView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "No metric differs among the runs.")}, parent)
{
    addPicker(tr("value"), u"valueKey"_s, Offer::All, 0);
}

} // namespace Assay
