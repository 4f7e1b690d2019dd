// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/cardhistoryreader.h"

#include "models/store/historyloader.h"

namespace Assay {

namespace {

constexpr qsizetype SeriesAtOnce = 4'000; // then cards show what is known so far

} // namespace

CardHistoryReader::CardHistoryReader(RunView &view, QObject *parent) : QObject(parent), m_view(view)
{
    connect(&view, &RunView::historiesNeeded, this, &CardHistoryReader::read);
}

void CardHistoryReader::setStore(OpenStore *store)
{
    m_latest.cancel();
    m_store = store;
    if (m_view.histories())
        m_view.setHistories(nullptr);
}

void CardHistoryReader::read(const HistoryNeeds &needs)
{
    if (!m_store || !m_view.table() || m_latest.isRunning() || needs.isEmpty())
        return; // what is being read is asked for again if it is not all
    auto future = m_store->store().call([needs, table = m_view.table(), before = m_view.histories()](StoreBackend &backend, Job &job) {
        return loadHistories(backend, before ? before->movedTo(table) : HistoryValues(table), needs, SeriesAtOnce, job);
    });
    m_latest.start(future, [this](const Result<Loaded<HistoryValues>> &loaded) {
        if (loaded && m_view.table()) // else the store is closing, or cannot be read: it says so itself
            m_view.setHistories(std::make_shared<const HistoryValues>(loaded->value));
    });
}

} // namespace Assay
