// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartoptions.h"
#include "models/items/columnencoding.h"
#include "models/items/linegroups.h"

#include <QObject>

namespace Assay {

// What the columns of ChartOptions decide of the lines of a view's drawn runs. Follows the view, and tells it the runs'
// colours where a column decides them. GUI thread.
class LineEncoding final : public QObject
{
    Q_OBJECT

public:
    // What one column decides, for a legend.
    struct Part {
        LineChannel channel = LineChannel::Color;
        QString key; // as in queries
        ColumnEncoding column;
    };

    explicit LineEncoding(QObject *parent = nullptr) : QObject(parent) {}

    void setView(RunView *view); // outlives this, or is replaced; null: nothing is drawn
    void setOptions(const ChartOptions &options);

    const std::vector<Part> &parts() const { return m_parts; } // in the order of the channels; without those nothing decides
    // Of runs that are drawn: what all of them have, and where they differ what runs without a value have.
    LineLook lookOf(const QList<RunRef> &runs) const;
    // What these columns say of runs that are drawn: "lr = 0.1, optimizer = adam"; a column in which they differ is left out.
    QString valuesOf(const QList<RunRef> &runs) const;
    bool isMixed(const Part &part, const QList<RunRef> &runs) const; // they differ

Q_SIGNALS:
    void changed();

private:
    void update();

    RunView *m_view = nullptr;
    ChartOptions m_options;
    std::vector<Part> m_parts;
    RunTablePtr m_table; // that the parts are of
    std::vector<ChartColumn> m_columns;  // each one that decides something once, of the drawn runs
    QHash<RunRef, size_t> m_drawnPlaces; // in these
    bool m_isTelling = false; // the view the colours
};

// The columns that can decide something, as in queries: params, then attributes, tags and metrics.
QStringList encodingKeys(const RunTable &table);

} // namespace Assay
