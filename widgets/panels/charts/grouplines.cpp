// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/grouplines.h"

#include "models/base/whendone.h"
#include "models/items/displaytext.h"

#include <QtConcurrent>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 QuickPoints = 20'000; // times runs: computed at once

} // namespace

BandPyramids GroupLines::band(const QString &id, const std::vector<BandMember> &members, const ChartOptions &options, AxisScale yScale)
{
    Question question{{}, options.groupLine, options.spread, yScale};
    qint64 work = 0;
    for (const BandMember &member : members) {
        question.members.emplace_back(member.pyramid, member.xOffset);
        work += qint64(member.pyramid->size()) * qint64(members.size());
    }
    Entry &entry = m_entries[id];
    entry.wasAsked = true;
    if (entry.id != 0 && entry.asked == question)
        return entry.answer;
    const auto compute = [members, line = options.groupLine, spread = options.spread, yScale] {
        return bandPyramids(groupBand(members, line, spread), yScale);
    };
    if (work <= QuickPoints) {
        entry.asked = std::move(question);
        entry.id = m_nextId++;
        entry.answer = compute();
        return entry.answer;
    }
    if (entry.isBuilding)
        return entry.answer; // one at a time: changed() asks again
    entry.asked = std::move(question);
    entry.id = m_nextId++;
    entry.isBuilding = true;
    ++m_building;
    whenDone(QtConcurrent::run(compute), this, [this, id, number = entry.id](const QFuture<BandPyramids> &done) {
        --m_building;
        const auto it = m_entries.find(id);
        if (it != m_entries.end() && it->id == number) {
            it->isBuilding = false;
            it->answer = done.result();
        }
        Q_EMIT changed();
    });
    return entry.answer;
}

void GroupLines::endLook()
{
    m_entries.removeIf([](const auto &entry) { return !entry->wasAsked && !entry->isBuilding; });
    for (Entry &entry : m_entries)
        entry.wasAsked = false;
}

QString GroupLines::name(const QString &values, qsizetype runs)
{
    return (runs == 1 ? tr("%1 · 1 run") : tr("%1 · %2 runs").replace(u"%2"_s, countText(runs))).replace(u"%1"_s, values);
}

} // namespace Assay
