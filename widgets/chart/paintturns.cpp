// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/paintturns.h"

#include <QTimerEvent>

#include <algorithm>

namespace Assay {

PaintTurns::PaintTurns(std::chrono::microseconds slice, QObject *parent) : QObject(parent), m_slice(slice) {}

void PaintTurns::ask(QObject *who, std::function<void()> paint)
{
    const auto is = [who](const Turn &turn) { return turn.who == who; };
    if (const auto it = std::ranges::find_if(m_waiting, is); it != m_waiting.end()) {
        it->paint = std::move(paint);
        return;
    }
    m_waiting.push_back({who, std::move(paint)});
    if (m_waiting.size() == 1 && m_timer == 0) // the first slice does not wait for the event loop to be idle
        QMetaObject::invokeMethod(this, &PaintTurns::paintSlice, Qt::QueuedConnection);
}

void PaintTurns::putFirst(const QObject *who)
{
    const auto it = std::ranges::find_if(m_waiting, [who](const Turn &turn) { return turn.who == who; });
    if (it != m_waiting.end())
        std::rotate(m_waiting.begin(), it, std::next(it));
}

void PaintTurns::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer)
        paintSlice();
}

void PaintTurns::paintSlice()
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    auto now = begin;
    Clock::duration last{}; // the next one takes about as long
    while (!m_waiting.empty() && (now == begin || now - begin + last <= m_slice)) {
        const Turn turn = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        if (turn.who)
            turn.paint();
        last = Clock::now() - now;
        now += last;
    }
    if (m_waiting.empty() && m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    else if (!m_waiting.empty() && m_timer == 0)
        m_timer = startTimer(0);
}

} // namespace Assay
