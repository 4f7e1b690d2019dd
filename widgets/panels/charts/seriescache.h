// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/chart/seriespyramid.h"
#include "models/items/cardseries.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace Assay {

// The histories that were read so far, and their pyramids, which are built here in workers as they are asked for. Forgets
// those that were not asked for lately when they take much memory. GUI thread.
class SeriesCache final : public QObject
{
    Q_OBJECT

public:
    enum class State { Missing, Building, Ready, Failed };

    // What a history belongs to: when the table says something else of the metric, there is more to read.
    struct Version {
        double latest = 0;       // the metric's latest value in the table
        int generation = 0;      // of the table, for runs that are still running; else 0

        bool isSameAs(const Version &other) const;
    };

    explicit SeriesCache(QObject *parent = nullptr) : QObject(parent) {}

    void insert(const SeriesKey &key, Result<MetricSeries> series, const Version &version);
    // What is here counts as of that version: reading anew failed, and what was read is still true.
    void keep(const SeriesKey &key, const Version &version);
    void clear();

    State state(const SeriesKey &key) const;
    QString errorText(const SeriesKey &key) const; // when Failed
    // Whether what is here, good or failed, is of that version. Older ones stay until the new one comes.
    bool isCurrent(const SeriesKey &key, const Version &version) const;
    // The line of a history by a recipe; over another metric once that one's history is here too (or failed: then no point
    // has an x). While it is being built, which this call starts, the same line otherwise smoothed, or of an older version,
    // when there is one, else null; changed() comes then.
    SeriesPyramidPtr pyramid(const SeriesKey &key, const LineRecipe &recipe);
    // Sees to it that `key` is the series that the expression makes of the run's other histories, as soon as all of them are
    // here, and again when one of them is new; changed() comes then. `sources` are those metrics of the expression that the
    // run has; `run` gives everything else of it and is asked only when there is something to compute.
    void derive(const SeriesKey &key, const SeriesExpression &expression, const QStringList &sources, const std::function<Run()> &run);
    bool isBuilding() const { return m_building > 0; }

    // Marks the end of one look at everything that is shown: what was not asked for since the last one is forgotten,
    // longest ago first, until no more than `bytes` are held.
    void trim(qsizetype bytes);
    qsizetype memoryBytes() const;
    qsizetype count() const { return m_entries.size(); }

Q_SIGNALS:
    void changed();

private:
    // Points that one look makes lines of at once, in the person's way: a few milliseconds. The rest is for workers.
    static constexpr qsizetype QuickWork = 1'000'000;

    struct Line {
        SeriesPyramidPtr pyramid;
        bool isBuilding = false;
        quint64 lastLook = 0;
    };

    struct Entry {
        PackedSeriesPtr series; // null when it failed or is being packed
        bool isPacking = false;
        QString error;
        Version version;
        QHash<LineRecipe, Line> lines; // by LineRecipe::ofPyramid()
        quint64 id = 0;       // of this content: a pyramid of an older one is dropped
        quint64 lastLook = 0; // when a pyramid was asked for
        QList<quint64> sources = {}; // what it was derived from: their ids

        qsizetype memoryBytes() const;
        bool isBuilding() const;
    };

    void build(const SeriesKey &key, const LineRecipe &recipe, const PackedSeriesPtr &series, const PackedSeriesPtr &xSeries);

    // The histories of those metrics that are here, and their ids; nothing while one is still awaited.
    using Histories = QHash<QString, PackedSeriesPtr>;
    std::optional<Histories> historiesOf(const RunRef &run, const QStringList &metrics, QList<quint64> &ids);
    void takeDerived(const SeriesKey &key, const QList<quint64> &sources, Result<MetricSeries> series);

    QHash<SeriesKey, Entry> m_entries;
    quint64 m_nextId = 1;
    quint64 m_look = 1;
    int m_building = 0;
    qsizetype m_quickLeft = QuickWork; // points, of this look
};

} // namespace Assay
