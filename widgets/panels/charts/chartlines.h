// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartoptions.h"
#include "models/domain/metricseries.h"
#include "models/chart/reading.h"
#include "models/items/cardfacet.h"
#include "models/items/lineencoding.h"
#include "models/items/runview.h"
#include "widgets/panels/charts/grouplines.h"
#include "widgets/panels/charts/seriescache.h"

namespace Assay {

class ChartCard;
class ValuesContent;

// What line charts draw: which runs and histories belong in a card, and how they look. Holds the histories that were
// read. GUI thread.
class ChartLines final : public QObject
{
    Q_OBJECT

public:
    explicit ChartLines(QObject *parent = nullptr);

    void setView(RunView *view); // outlives this, or is replaced; null: nothing to draw
    void setRuns(const QList<RunRef> &runs) { m_runs = runs; } // that are drawn, in the table's order
    const QList<RunRef> &runs() const { return m_runs; }
    void setRecipe(const LineRecipe &recipe) { m_recipe = recipe; }
    void setOptions(const ChartOptions &options) { m_options = options; }
    void setEncoding(const LineEncoding *encoding) { m_encoding = encoding; } // what columns decide; outlives this
    void clear(); // forgets everything that was read
    void insert(const SeriesKey &key, Result<MetricSeries> series);
    // Runs that still go on may have more points than were read, whatever the table says.
    bool hasRunning() const;
    void readRunningAgain() { ++m_generation; } // their histories are wanted anew from now on
    bool isBuilding() const { return m_cache.isBuilding() || m_groupLines.isBuilding(); }

    // Gives a card its lines as far as they are there; appends to `missing` what has to be read for the others.
    void fill(ChartCard &card, QList<SeriesKey> &missing);
    // Gives a card of values what stands at a step, in the same way.
    void fill(ValuesContent &values, std::optional<qint64> step, ReadingRule rule, QList<SeriesKey> &missing);
    // First and last step of what was filled since the last endLook(); nothing when no step is known.
    std::optional<std::pair<qint64, qint64>> steps() const { return m_steps; }
    // What of the encoding is not seen as its legend has it, in the cards that were filled since the last endLook().
    struct Exceptions {
        QSet<LineChannel> mixed; // a group's runs differ
        bool overlaysMetrics = false; // the dash tells a metric from another
        friend bool operator==(const Exceptions &, const Exceptions &) = default;
    };
    const Exceptions &exceptions() const { return m_exceptions; }
    void endLook(); // every card in view was filled: what none needed may be forgotten

Q_SIGNALS:
    void changed(); // fill() would do something else now
    void grew();    // a history that was read again has more points

private:
    struct Filling;

    CardRestriction *restrictionOf(const CardSpec &card); // null: of all runs
    void addLines(Filling &filling, const RunRef &run, bool isSelected);
    void addLine(Filling &filling, uint32_t row, const RunRef &run, const CardSeries &series, int colorIndex, bool isSelected);
    void derive(Filling &filling, uint32_t row, const SeriesKey &key, const CardSeries &series);
    void groupLines(Filling &filling, const QString &card);
    void giveLook(PlotLine &line, const QList<RunRef> &runs, const Filling &filling, qsizetype series);
    void request(Filling &filling, const SeriesKey &key);
    QString statusText(const Filling &filling) const;
    SeriesCache::Version versionOf(const SeriesKey &key) const;
    double startOf(const RunRef &run, const SeriesPyramid &pyramid) const; // ms; the first point when nobody knows

    RunView *m_view = nullptr;
    SeriesCache m_cache;
    GroupLines m_groupLines;
    QList<RunRef> m_runs;
    std::optional<QList<LineGroup>> m_groups; // of m_runs, found when the first card of a look needs them
    LineRecipe m_recipe;
    void addSteps(const SeriesPyramid &pyramid);

    std::optional<std::pair<qint64, qint64>> m_steps;
    ChartOptions m_options;
    const LineEncoding *m_encoding = nullptr;
    Exceptions m_exceptions;
    QHash<QString, CardRestriction> m_restrictions; // by query
    QSet<QString> m_usedRestrictions;               // in this look
    int m_generation = 1; // of the table
};

} // namespace Assay
