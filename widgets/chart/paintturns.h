// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <vector>

namespace Assay {

// Painting of many widgets that nobody has to wait for: who asks for a turn gets one soon, in the order of asking, as many as
// fit in a slice of time and at least one, and then input and all else has its turn before the next slice. Each waits
// at most once, so what it paints then is what is right then, and nothing that is out of date. GUI thread.
class PaintTurns final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Slice{6};

    explicit PaintTurns(std::chrono::microseconds slice = Slice, QObject *parent = nullptr);

    // Asking again keeps the place. Forgotten when `who` is gone.
    void ask(QObject *who, std::function<void()> paint);
    void putFirst(const QObject *who); // if it waits: what the person is looking at
    bool isEmpty() const { return m_waiting.empty(); }

private:
    struct Turn {
        QPointer<QObject> who;
        std::function<void()> paint;
    };

    void timerEvent(QTimerEvent *event) override;
    void paintSlice();

    std::chrono::microseconds m_slice;
    std::vector<Turn> m_waiting; // a page has some tens of plots
    int m_timer = 0; // runs once all other events were seen to
};

} // namespace Assay
