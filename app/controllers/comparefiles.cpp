// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/comparefiles.h"

#include "models/base/whendone.h"
#include "models/store/openstore.h"
#include "models/store/runfilesreader.h"

using namespace std::chrono_literals;

namespace Assay {

CompareFiles::CompareFiles(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &CompareFiles::changed);
}

CompareFiles::~CompareFiles()
{
    m_future.cancel();
}

void CompareFiles::setStore(OpenStore *store)
{
    if (store == m_store)
        return;
    stop();
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    m_runs.clear();
    m_wanted.clear();
    m_known.clear();
    if (store)
        connect(store, &OpenStore::stateChanged, this, [this] {
            if (m_store->state() == OpenStore::State::Loading)
                forget();
        });
}

void CompareFiles::setRuns(const QList<RunRef> &runs)
{
    if (runs == m_runs)
        return;
    const bool wasAll = !m_runs.isEmpty() && m_wanted.size() == m_runs.size() && m_runs.size() > FirstRuns;
    const bool isReordered = runs.size() == m_runs.size() && QSet<RunRef>(runs.begin(), runs.end()) == QSet<RunRef>(m_runs.begin(), m_runs.end());
    m_runs = runs;
    const QSet<RunRef> kept(runs.begin(), runs.end());
    m_known.removeIf([&kept](const auto &it) { return !kept.contains(it.key()); });
    want(wasAll && isReordered ? runs.size() : FirstRuns);
}

void CompareFiles::readAll()
{
    want(m_runs.size());
}

void CompareFiles::want(qsizetype count)
{
    m_wanted = m_runs.mid(0, count);
    if (!m_isReading)
        readNext();
}

void CompareFiles::stop()
{
    ++m_generation;
    m_future.cancel();
    m_isReading = false;
    Q_EMIT progressed();
}

void CompareFiles::forget()
{
    stop();
    m_known.clear();
    readNext();
}

void CompareFiles::readNext()
{
    const auto next = std::find_if(m_wanted.begin(), m_wanted.end(), [this](const RunRef &run) { return !m_known.contains(run); });
    m_isReading = m_store && next != m_wanted.end();
    if (!m_isReading)
        return;
    const RunRef run = *next;
    m_future = m_store->store().call([run](StoreBackend &backend, Job &job) { return readRunFiles(backend, run, job); });
    whenDone(m_future, this, [this, run, generation = m_generation](const QFuture<Result<RunFiles>> &done) {
        if (generation != m_generation)
            return;
        if (done.resultCount() > 0)
            take(run, done.result());
        else
            stop();
    });
}

void CompareFiles::take(const RunRef &run, const Result<RunFiles> &read)
{
    if (!read && read.error().code == ErrorCode::Canceled)
        return stop();
    RunFiles files;
    if (read)
        files = *read;
    else
        files = {false, read.error().message, {}, {}};
    m_known.insert(run, std::make_shared<const RunFiles>(std::move(files)));
    readNext();
    if (!m_isReading)
        m_soon.stop();
    else if (!m_soon.isActive())
        m_soon.start();
    Q_EMIT progressed();
    if (!m_isReading)
        Q_EMIT changed();
}

ReadFiles CompareFiles::files(const QList<RunRef> &runs) const
{
    ReadFiles files;
    for (const RunRef &run : runs)
        files.append(m_known.value(run));
    return files;
}

qsizetype CompareFiles::doneCount() const
{
    return std::count_if(m_wanted.begin(), m_wanted.end(), [this](const RunRef &run) { return m_known.contains(run); });
}

qsizetype CompareFiles::unreadCount() const
{
    return std::count_if(m_runs.begin(), m_runs.end(), [this](const RunRef &run) { return !m_known.contains(run); });
}

} // namespace Assay
