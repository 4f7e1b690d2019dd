// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/grouplines.h"

#include "models/base/whendone.h"
#include "models/items/displaytext.h"

#include <QtConcurrent>

namespace Assay {

using namespace Qt::StringLiterals;

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
    if (work <= m_quickLeft) {
        m_quickLeft -= work;
        if (const auto stale = std::exchange(entry.job, nullptr))
            stale->cancel();
        entry.asked = std::move(question);
        entry.id = m_nextId++;
        SilentJob job;
        entry.answer = bandPyramids(groupBand(members, options.groupLine, options.spread, job), yScale);
        return entry.answer;
    }
    if (entry.job)
        return entry.answer; // one at a time: changed() asks again
    entry.asked = std::move(question);
    entry.id = m_nextId++;
    entry.job = std::make_shared<SilentJob>();
    ++m_building;
    const auto compute = [members, line = options.groupLine, spread = options.spread, yScale, job = entry.job] {
        return bandPyramids(groupBand(members, line, spread, *job), yScale);
    };
    whenDone(QtConcurrent::run(compute), this, [this, id, number = entry.id](const QFuture<BandPyramids> &done) {
        --m_building;
        const auto it = m_entries.find(id);
        if (it != m_entries.end() && it->id == number) {
            it->job = nullptr;
            it->answer = done.result();
        }
        Q_EMIT changed();
    });
    return entry.answer;
}

void GroupLines::clear()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.job)
            entry.job->cancel();
    }
    m_entries.clear();
}

void GroupLines::endLook()
{
    m_quickLeft = QuickWork;
    m_entries.removeIf([](const auto &entry) {
        if (!entry->wasAsked && entry->job)
            entry->job->cancel();
        return !entry->wasAsked;
    });
    for (Entry &entry : m_entries)
        entry.wasAsked = false;
}

QString GroupLines::name(const QString &values, qsizetype runs)
{
    return (runs == 1 ? tr("%1 · 1 run") : tr("%1 · %2 runs").replace(u"%2"_s, countText(runs))).replace(u"%1"_s, values);
}

} // namespace Assay
