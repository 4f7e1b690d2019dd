// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachedstore.h"

#include "models/base/log.h"
#include "models/offline/privatefolder.h"
#include "models/offline/storeinfojson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct CachedStoreText {
    Q_DECLARE_TR_FUNCTIONS(CachedStore)
};

constexpr int WriteFirstAfterMs = 2000; // others wait for what comes next
constexpr int WriteEveryMs = 30'000;
constexpr int WriteAtEndMs = 250; // whoever closes a store waits for it
constexpr int LeastPortions = 2;  // of a store that is not large all, however slow the disk
constexpr uint32_t RunsInAPortion = 1000;
constexpr qint64 LargestKeptFile = 256 << 20;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

// The copy's own failures never are the reader's.
const Error &stopped()
{
    static const Error error{ErrorCode::Canceled, {}, {}};
    return error;
}

bool isEverything(const RunRequest &request)
{
    return request.experiments.isEmpty() && request.runs.isEmpty() && request.view == ViewType::All;
}

} // namespace

CachedStore::CachedStore(StoreInfo id, Opener opener, Trouble trouble) : m_info(std::move(id)), m_opener(std::move(opener)), m_trouble(std::move(trouble))
{
    m_writing.setSingleShot(true);
    QObject::connect(&m_writing, &QTimer::timeout, &m_writing, [this] { writePortion(); });
}

CachedStore::~CachedStore()
{
    const QDeadlineTimer end(WriteAtEndMs);
    for (int portion = 0; (m_unwritten || m_portions) && (portion < LeastPortions || !end.hasExpired()); ++portion)
        writePortion();
}

Result<std::unique_ptr<StoreBackend>> CachedStore::open(const QString &folder, const StoreInfo &id, Opener opener, Trouble trouble, Job &job)
{
    std::unique_ptr<CachedStore> store(new CachedStore(id, std::move(opener), std::move(trouble)));
    if (const Status opened = store->openCopy(folder); !opened) {
        store->keep("a store", opened);
        return store->m_opener(false, job);
    }
    return std::unique_ptr<StoreBackend>(std::move(store));
}

Status CachedStore::openCopy(const QString &folder)
{
    if (const Status made = makePrivateFolder(folder); !made)
        return made;
    const QString file = folder + "/store.sqlite"_L1;
    auto database = CopyDatabase::open(file, CopyDatabase::Use::Keep);
    if (!database && database.error().code == ErrorCode::Damaged) {
        // What was kept by the way can be read again; what somebody asked for stays, for those who can do something with it.
        qCWarning(logStore, "what was kept of a store is damaged and begun anew: %s", qPrintable(database.error().detail));
        if (CopyDatabase::mayHoldPinned(file)) {
            const auto place = setCopyAside(folder);
            if (!place)
                return place.error();
            qCWarning(logStore, "it lies here: %s", qPrintable(*place));
        }
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(file + end);
        database = CopyDatabase::open(file, CopyDatabase::Use::Keep);
    }
    if (!database)
        return database.error();
    m_database = *database;
    setPatience(WaitForOthersMs);
    auto files = std::make_shared<CopyFolder>(folder);
    m_writer = std::make_unique<CopyWriter>(m_database, files);
    m_copy = std::make_unique<CopyStore>(m_database, files);
    if (const auto text = m_database->meta(u"cache.info"_s); text && *text)
        m_info = storeInfoFromJson(text->value().toUtf8(), m_info);
    return {};
}

void CachedStore::setPatience(int milliseconds)
{
    keep("the patience", m_database->execute(u"PRAGMA busy_timeout=%1"_s.arg(milliseconds)));
}

StoreInfo CachedStore::info() const
{
    return m_remote ? m_remote->info() : m_info;
}

void CachedStore::setRootMappings(const QList<RootMapping> &mappings)
{
    m_mappings = mappings;
    if (m_remote)
        m_remote->setRootMappings(mappings);
}

StoreBackend *CachedStore::kept()
{
    const auto read = m_database->meta(u"runs_read"_s);
    return read && *read ? m_copy.get() : nullptr;
}

Result<StoreBackend *> CachedStore::remote(Job &job)
{
    if (m_remote)
        return m_remote.get();
    // Where there is something to go on with, nobody waits long to be told that it is away.
    auto opened = m_opener(m_gone || kept(), job);
    if (!opened) {
        lost(opened.error());
        return opened.error();
    }
    m_gone.reset();
    m_remote = std::move(*opened);
    m_remote->setRootMappings(m_mappings);
    m_info = m_remote->info();
    keep("info", m_writer->setSource(m_info, {}));
    keep("info", m_database->setMeta(u"cache.info"_s, QString::fromUtf8(storeInfoToJson(m_info))));
    return m_remote.get();
}

// The next attempt begins anew: with a client that has not given up.
void CachedStore::lost(const Error &error)
{
    if (error.code != ErrorCode::Unreachable)
        return;
    m_gone = error;
    m_remote.reset();
}

void CachedStore::keep(const char *what, const Status &kept) const
{
    if (kept)
        return;
    qCWarning(logStore, "%s could not be kept: %s %s", what, qPrintable(kept.error().message), qPrintable(kept.error().detail));
    if (m_trouble)
        m_trouble(kept.error());
}

// A run may be so new that it is not in the copy.
void CachedStore::keepOfRun(const char *what, const RunRef &run, const std::function<Status()> &put)
{
    Status kept = put();
    if (!kept && kept.error().code == ErrorCode::NotFound && !m_portions && m_unwritten)
        writePortion();
    if (!kept && kept.error().code == ErrorCode::NotFound && m_portions && m_portions->put(run))
        kept = put();
    // One that was made since then is kept the next time.
    if (kept || kept.error().code != ErrorCode::NotFound || !m_unwritten)
        keep(what, kept);
}

Error CachedStore::notKept(const Error &error) const
{
    if (!m_gone || (error.code != ErrorCode::NotKept && error.code != ErrorCode::NotFound))
        return error;
    return {ErrorCode::NotKept, CachedStoreText::tr("Not kept on this machine, and the store is out of reach."), m_gone->message};
}

template <typename T, typename Ask, typename Keep>
Result<T> CachedStore::list(const Ask &ask, const Keep &keep, Job &job)
{
    const auto there = remote(job);
    if (!there)
        return there.error();
    Result<T> answer = ask(**there);
    if (answer)
        keep(*answer);
    else
        lost(answer.error());
    return answer;
}

// Once for a session is enough to tell which runs nobody looks at any more.
void CachedStore::use(const RunRef &run)
{
    if (m_used.contains(run))
        return;
    m_used.insert(run);
    keep("the use of a run", m_writer->setUsed(run, now()));
}

template <typename T, typename Ask, typename Keep, typename Kept>
Result<T> CachedStore::look(const RunRef &run, const Ask &ask, const Keep &keep, const Kept &kept, Job &job)
{
    if (!m_gone) {
        Result<T> answer = list<T>(ask, keep, job);
        use(run);
        if (!m_gone)
            return answer;
    }
    Result<T> answer = kept(*m_copy);
    return answer ? answer : Result<T>(notKept(answer.error()));
}

Result<StoreCounts> CachedStore::counts(Job &job)
{
    return list<StoreCounts>([&](StoreBackend &store) { return store.counts(job); }, [](const StoreCounts &) {}, job);
}

Result<Loaded<QList<Experiment>>> CachedStore::experiments(Job &job)
{
    return list<Loaded<QList<Experiment>>>([&](StoreBackend &store) { return store.experiments(job); },
                                           [&](const auto &all) { keep("experiments", m_writer->putExperiments(all, now())); }, job);
}

Result<Loaded<RunTablePtr>> CachedStore::runs(const RunRequest &request, const PartialRuns &partial, Job &job)
{
    const qint64 readAt = now();
    const auto keepRuns = [&](const Loaded<RunTablePtr> &runs) {
        if (!isEverything(request))
            return keep("runs", m_writer->putRuns(request, runs, readAt));
        m_unwritten = {request, runs, readAt};
        m_unwritten->request.known.reset();
        if (!m_portions && !m_writing.isActive())
            m_writing.start(m_written ? WriteEveryMs : WriteFirstAfterMs);
    };
    return list<Loaded<RunTablePtr>>([&](StoreBackend &store) { return store.runs(request, partial, job); }, keepRuns, job);
}

void CachedStore::flush()
{
    while (m_unwritten || m_portions)
        writePortion();
}

// What cannot be written is tried again when it was read again.
void CachedStore::writePortion()
{
    m_writing.stop();
    if (!m_portions && m_unwritten) {
        const Unwritten unwritten = *std::exchange(m_unwritten, std::nullopt);
        if (unwritten.runs.value == m_written)
            return keep("runs", m_database->setMeta(u"runs_read"_s, QString::number(unwritten.readAt)));
        keep("runs", m_writer->setSource(m_info, unwritten.runs.value->dialect()));
        m_portions = std::make_unique<RunPortions>(*m_writer, unwritten.request, unwritten.runs, unwritten.readAt);
    }
    if (!m_portions)
        return;
    const Status put = m_portions->next(RunsInAPortion);
    if (put && !m_portions->isEnded())
        return m_writing.start(0);
    keep("runs", put);
    m_written = put ? m_portions->table() : nullptr;
    m_portions.reset();
    if (m_unwritten)
        m_writing.start(WriteEveryMs);
}

Result<Loaded<QList<MetricSeries>>> CachedStore::history(const HistoryRequest &request, Job &job)
{
    return look<Loaded<QList<MetricSeries>>>(request.run, [&](StoreBackend &store) { return store.history(request, job); },
                                             [&](const auto &histories) { keepHistories(request, histories); },
                                             [&](StoreBackend &copy) { return copy.history(request, job); }, job);
}

Result<ArtifactListing> CachedStore::artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job)
{
    const auto keepListing = [&](const ArtifactListing &listing) {
        if (listing.reachable)
            keepOfRun("artifacts", run, [&] { return m_writer->putListing({run}, folder, recursive, listing, now()); });
    };
    return look<ArtifactListing>(run, [&](StoreBackend &store) { return store.artifacts(run, folder, recursive, job); }, keepListing,
                                 [&](StoreBackend &copy) { return copy.artifacts(run, folder, recursive, job); }, job);
}

Status CachedStore::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job)
{
    return readFile({run}, path, [&](StoreBackend &store, const ByteSink &bytes) { return store.readArtifact(run, path, bytes, job); }, sink, job);
}

// Parts are the business of who asks for them.
Status CachedStore::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    const auto there = m_gone ? Result<StoreBackend *>(m_copy.get()) : remote(job);
    if (!there)
        return there.error();
    const Status read = (*there)->resumeArtifact(run, path, have, sink, job);
    if (!read && m_gone)
        return notKept(read.error());
    if (!read)
        lost(read.error());
    return read;
}

Status CachedStore::readFile(const CopiedFiles &whose, const QString &path, const std::function<Status(StoreBackend &, const ByteSink &)> &read,
                             const ByteSink &sink, Job &job)
{
    const auto there = m_gone ? Result<StoreBackend *>(m_copy.get()) : remote(job);
    if (!there && !m_gone)
        return there.error();
    use(whose.run);
    if (m_gone) {
        const Status copied = read(*m_copy, sink);
        return copied ? copied : Status(notKept(copied.error()));
    }
    // A file that is larger than what is kept, or that its reader has seen enough of, leaves nothing behind.
    Status answer;
    qint64 bytes = 0;
    bool wasAsked = false, hasEnded = false;
    const Status kept = m_writer->putArtifact(whose, path, [&](const ByteSink &keepBytes) -> Status {
        wasAsked = hasEnded = true;
        bool keeps = true;
        answer = read(**there, [&](QByteArrayView piece) {
            bytes += piece.size();
            keeps = keeps && bytes <= LargestKeptFile && keepBytes(piece);
            hasEnded = sink(piece);
            return hasEnded;
        });
        return answer && hasEnded && keeps ? Status() : Status(stopped());
    });
    if (!kept && kept.error().code != ErrorCode::Canceled && (wasAsked ? answer.hasValue() : kept.error().code != ErrorCode::NotFound))
        keep("an artifact", kept);
    if (!wasAsked) // it is in no listing that was read, or nothing can be kept
        answer = read(**there, sink);
    if (!answer)
        lost(answer.error());
    return answer;
}

Result<QList<LoggedModel>> CachedStore::loggedModels(const RunRef &run, Job &job)
{
    const auto keepModels = [&](const QList<LoggedModel> &models) {
        keepOfRun("logged models", run, [&] { return m_writer->putLoggedModels(run, models); });
    };
    return look<QList<LoggedModel>>(run, [&](StoreBackend &store) { return store.loggedModels(run, job); }, keepModels,
                                    [&](StoreBackend &copy) { return copy.loggedModels(run, job); }, job);
}

Result<ArtifactListing> CachedStore::modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job)
{
    const auto keepListing = [&](const ArtifactListing &listing) {
        if (listing.reachable)
            keepOfRun("artifacts", run, [&] { return m_writer->putListing({run, model.id}, {}, true, listing, now()); });
    };
    return look<ArtifactListing>(run, [&](StoreBackend &store) { return store.modelArtifacts(run, model, job); }, keepListing,
                                 [&](StoreBackend &copy) { return copy.modelArtifacts(run, model, job); }, job);
}

Status CachedStore::readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job)
{
    return readFile({run, model.id}, path, [&](StoreBackend &store, const ByteSink &bytes) { return store.readModelArtifact(run, model, path, bytes, job); },
                    sink, job);
}

Result<Loaded<QList<RegisteredModel>>> CachedStore::models(Job &job)
{
    return list<Loaded<QList<RegisteredModel>>>([&](StoreBackend &store) { return store.models(job); },
                                                [&](const auto &all) { keep("models", m_writer->putModels(all, now())); }, job);
}

Result<QList<Problem>> CachedStore::diagnose(Job &job)
{
    return list<QList<Problem>>([&](StoreBackend &store) { return store.diagnose(job); }, [](const QList<Problem> &) {}, job);
}

// Nothing waits for a store that is away: what may be done later is its caller's to hold.
template <typename Answer, typename Write>
Answer CachedStore::write(const Write &write, Job &job)
{
    if (m_gone)
        return *m_gone;
    const auto there = remote(job);
    if (!there)
        return there.error();
    Answer answer = write(**there);
    if (!answer)
        lost(answer.error());
    return answer;
}

Result<StageChangeDone> CachedStore::changeStage(const StageChange &change, Job &job)
{
    return write<Result<StageChangeDone>>([&](StoreBackend &store) { return store.changeStage(change, job); }, job);
}

Status CachedStore::setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job)
{
    return write<Status>([&](StoreBackend &store) { return store.setAlias(model, alias, version, job); }, job);
}

Status CachedStore::editRun(const RunEdit &edit, Job &job)
{
    return write<Status>([&](StoreBackend &store) { return store.editRun(edit, job); }, job);
}

QList<std::optional<Error>> CachedStore::editRuns(const QList<RunEdit> &edits, Job &job)
{
    const auto there = m_gone ? Result<StoreBackend *>(*m_gone) : remote(job);
    if (!there)
        return QList<std::optional<Error>>(edits.size(), there.error());
    const auto answers = (*there)->editRuns(edits, job);
    for (const std::optional<Error> &error : answers)
        if (error && m_remote)
            lost(*error);
    return answers;
}

Status CachedStore::setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job)
{
    return write<Status>([&](StoreBackend &store) { return store.setModelTag(model, key, value, job); }, job);
}

Status CachedStore::setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value, Job &job)
{
    return write<Status>([&](StoreBackend &store) { return store.setVersionTag(model, version, key, value, job); }, job);
}

} // namespace Assay
