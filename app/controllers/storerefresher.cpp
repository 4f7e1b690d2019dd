// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/storerefresher.h"

#include <QEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Assay {

namespace {

bool hasRunningRuns(const OpenStore &store)
{
    const TextColumn *status = store.runs() ? store.runs()->attributeText(Attribute::Status) : nullptr;
    if (!status)
        return false;
    for (uint32_t code = 0; code < uint32_t(status->dictionary.size()); ++code)
        if (status->dictionary.at(code) == "RUNNING" || status->dictionary.at(code) == "SCHEDULED")
            return true;
    return false;
}

} // namespace

StoreRefresher::StoreRefresher(RunLibrary &library, QWidget &window, std::function<bool()> onBattery, QObject *parent)
    : QObject(parent), m_window(window), m_onBattery(std::move(onBattery))
{
    window.installEventFilter(this);
    connect(&library, &RunLibrary::storeOpened, this, &StoreRefresher::adopt);
    connect(&library, &RunLibrary::storeAboutToClose, this, [this](OpenStore *store) {
        std::erase_if(m_watches, [store](const auto &watch) { return watch->store == store; });
    });
    for (OpenStore *store : library.stores())
        adopt(store);
}

void StoreRefresher::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    armAll();
}

bool StoreRefresher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::WindowStateChange))
        armAll();
    return QObject::eventFilter(watched, event);
}

void StoreRefresher::adopt(OpenStore *store)
{
    if (std::ranges::any_of(m_watches, [store](const auto &watch) { return watch->store == store; }))
        return;
    auto made = std::make_unique<Watch>();
    Watch *const watch = made.get();
    watch->store = store;
    watch->timer = std::make_unique<QTimer>();
    watch->timer->setSingleShot(true);
    // The watch goes before its store does, and its timer with it.
    connect(watch->timer.get(), &QTimer::timeout, this, [this, watch] { look(*watch); });
    connect(store, &OpenStore::runsChanged, watch->timer.get(), [watch] { watch->hasNews = true; });
    // A look changes no state unless it fails; what is read after that took no time of a look's.
    connect(store, &OpenStore::stateChanged, watch->timer.get(), [watch] { watch->isLooking = false; });
    connect(store, &OpenStore::wasRead, watch->timer.get(), [this, watch] { wasRead(*watch); });
    m_watches.push_back(std::move(made));
    watch->sinceLook.start();
    if (store->state() == OpenStore::State::Ready)
        arm(*watch);
}

void StoreRefresher::wasRead(Watch &watch)
{
    if (watch.isLooking)
        watch.took = std::chrono::milliseconds(watch.sinceLook.elapsed());
    watch.isLooking = false;
    watch.quietPause = watch.hasNews ? 0ms : std::max(m_interval, std::min(2 * watch.quietPause, HiddenPause));
    watch.hasNews = false;
    watch.sinceLook.start();
    arm(watch);
}

bool StoreRefresher::isSeen() const
{
    return m_window.isVisible() && !m_window.isMinimized();
}

std::chrono::milliseconds StoreRefresher::pauseOf(const Watch &watch) const
{
    const bool isRemote = watch.store->isRemote();
    const std::chrono::milliseconds pause = std::max(m_interval, isRemote ? 4 * watch.took : std::max(20 * watch.took, watch.quietPause));
    return isSeen() ? pause : std::max(pause, HiddenPause);
}

void StoreRefresher::armAll()
{
    for (const auto &watch : m_watches)
        if (watch->store && watch->store->state() == OpenStore::State::Ready)
            arm(*watch);
}

void StoreRefresher::arm(Watch &watch)
{
    if (m_interval <= 0ms)
        return watch.timer->stop();
    const std::chrono::milliseconds since(watch.sinceLook.elapsed());
    watch.timer->start(std::max(pauseOf(watch) - since, 0ms));
}

void StoreRefresher::look(Watch &watch)
{
    OpenStore *const store = watch.store;
    if (!store || store->state() != OpenStore::State::Ready)
        return; // armed again when it has been read
    watch.sinceLook.start();
    if ((!store->isRemote() && !hasRunningRuns(*store)) || m_onBattery())
        return arm(watch);
    watch.isLooking = true;
    store->refresh();
}

} // namespace Assay
