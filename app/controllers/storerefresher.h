// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/runlibrary.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

namespace Assay {

// Looks for changes in the open stores now and then, as OpenStore::refresh() does. A store behind a network is looked at, and
// any other one as long as a run goes on in it: every `interval` while the window can be seen, each HiddenPause while it cannot.
// Never faster than a store answers: a remote one gets at most a quarter of its time to do so, another one, which is read whole,
// a twentieth, and this one is left alone longer and longer while nothing changes. Nothing is looked at on the battery. A store that fails
// is left alone until it is reloaded. GUI thread.
class StoreRefresher final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds HiddenPause{60'000};

    // `onBattery` is asked before each look.
    StoreRefresher(RunLibrary &library, QWidget &window, std::function<bool()> onBattery, QObject *parent = nullptr);

    void setInterval(std::chrono::milliseconds interval); // 0: only when asked

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Watch {
        QPointer<OpenStore> store;
        std::unique_ptr<QTimer> timer;
        QElapsedTimer sinceLook;                // since the last look began
        std::chrono::milliseconds took{0};      // of the last look that was ours
        std::chrono::milliseconds quietPause{0}; // for stores that are read whole
        bool isLooking = false;
        bool hasNews = false;
    };

    void adopt(OpenStore *store);
    void wasRead(Watch &watch);
    void arm(Watch &watch);
    void armAll();
    void look(Watch &watch);
    std::chrono::milliseconds pauseOf(const Watch &watch) const;
    bool isSeen() const;

    QWidget &m_window;
    std::function<bool()> m_onBattery;
    std::chrono::milliseconds m_interval{5000};
    std::vector<std::unique_ptr<Watch>> m_watches;
};

} // namespace Assay
