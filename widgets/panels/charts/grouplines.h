// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/bands.h"
#include "widgets/chart/plotpicture.h"

#include <QHash>
#include <QObject>

namespace Assay {

// Lines and bands of groups of runs, computed in workers from the runs' lines and kept while these stay. GUI thread.
class GroupLines final : public QObject
{
    Q_OBJECT

public:
    explicit GroupLines(QObject *parent = nullptr) : QObject(parent) {}
    ~GroupLines() override { clear(); }

    // What `id` (a card's series and its group) draws. While it is being computed, which this call starts, what it drew
    // before, if anything; changed() comes then. The parts of the result are null as long as there is none.
    BandPyramids band(const QString &id, const std::vector<BandMember> &members, const ChartOptions &options, AxisScale yScale);
    bool isBuilding() const { return m_building > 0; }
    void clear();
    void endLook(); // forgets what nobody asked for since the last look

    static QString name(const QString &values, qsizetype runs); // "lr = 0.1, opt = adam · 5 runs"

Q_SIGNALS:
    void changed();

private:
    // Points times runs that one look computes at once: less than the workers' round trips would take.
    static constexpr qint64 QuickWork = 60'000;

    struct Question {
        std::vector<std::pair<SeriesPyramidPtr, double>> members;
        GroupLine line = GroupLine::Mean;
        BandSpread spread = BandSpread::None;
        AxisScale yScale = AxisScale::Linear;

        friend bool operator==(const Question &, const Question &) = default;
    };
    struct Entry {
        Question asked;
        BandPyramids answer;
        quint64 id = 0;
        bool wasAsked = true; // since the last look
        std::shared_ptr<SilentJob> job; // while it is being computed
    };

    QHash<QString, Entry> m_entries;
    quint64 m_nextId = 1;
    int m_building = 0;
    qint64 m_quickLeft = QuickWork; // of this look
};

} // namespace Assay
