// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/lastvaluebars.h"

#include "models/items/displaytext.h"

#include <algorithm>
#include <cmath>

namespace Assay {

bool LastValueBars::fits(const QList<PlotLine> &lines)
{
    return !lines.isEmpty() && std::ranges::all_of(lines, [](const PlotLine &line) { return line.pyramid->size() == 1; });
}

void LastValueBars::setLines(const QList<PlotLine> &lines)
{
    CardRuns runs;
    QList<Bar> bars;
    ChartColumn like;
    for (const PlotLine &line : lines) {
        runs.names.append(line.name);
        runs.colors.push_back(line.colorIndex);
    }
    qsizetype odd = 0;
    for (qsizetype i = lines.size(); i-- > 0;) {
        const PlotLine &line = lines.at(i);
        const double value = line.pyramid->loggedY(0);
        if (!std::isfinite(value)) {
            ++odd;
            continue;
        }
        const QString step = tr("Step %1").arg(countText(line.pyramid->series().steps[line.pyramid->sourceIndex(0)]));
        bars.append({visibleText(line.name, 100), value, 0, int(i), line.colorIndex, step});
    }
    setRuns(std::move(runs));
    setBars(bars, like);
    setNote(odd > 0 ? tr("%1 NaN or infinite").arg(countText(odd)) : lines.size() == 1 ? tr("1 value, logged once") : tr("%1 values, each logged once").arg(countText(lines.size())));
    setNotice(bars.isEmpty() ? tr("Only NaN or infinities were logged.") : QString());
}

} // namespace Assay
