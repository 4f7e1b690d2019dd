// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachedstore.h"
#include "tests/offline/farstore.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <tuple>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Assay;
using Testing::FarStore;
using Testing::Line;
using namespace Qt::StringLiterals;

namespace {

// While it lives no file of this process grows further than this: as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        m_isFull = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)
    bool isFull() const { return m_isFull; }

private:
    rlimit m_before{};
    bool m_isFull = false;
};

} // namespace

// A cache that cannot be written, or that others have: what the store answers comes all the same.
class TestCacheFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void doesWithoutAFolderThatIsReadOnly();
    void goesOnWhenTheDiskIsFull();
    void goesOnWhileAnotherProgramHoldsTheFile();
    void goesOnWithAFileThatIsDamagedMeanwhile();
    void sharesTheFileWithAnotherWindow();

private:
    std::unique_ptr<StoreBackend> open();
    bool readsAll(StoreBackend &store);
    QString file() const { return m_folder->filePath(u"kept/store.sqlite"_s); }
    qsizetype keptRuns();

    SilentJob m_job;
    Line m_line;
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreRegistry m_registry{allStoreFormats()};
    QList<Error> m_troubles;
    qsizetype m_runs = 0;
};

void TestCacheFaults::init()
{
    m_line = {};
    m_troubles.clear();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<StoreBackend> TestCacheFaults::open()
{
    const auto opener = [this](bool, Job &job) -> Result<std::unique_ptr<StoreBackend>> {
        const auto candidate = m_registry.locate(Testing::fixture(u"sqlite-3.17"_s), job);
        auto opened = m_registry.open(*candidate, {}, job);
        return opened ? Result<std::unique_ptr<StoreBackend>>(std::make_unique<FarStore>(std::move(*opened), m_line)) : opened.error();
    };
    auto store = CachedStore::open(m_folder->filePath(u"kept"_s), {}, opener, [this](const Error &why) { m_troubles.append(why); }, m_job);
    return store ? std::move(*store) : nullptr;
}

bool TestCacheFaults::readsAll(StoreBackend &store)
{
    if (!store.experiments(m_job) || !store.models(m_job))
        return false;
    const auto runs = store.runs({}, {}, m_job);
    if (!runs || runs->value->rowCount() == 0)
        return false;
    m_runs = runs->value->rowCount();
    for (uint32_t row = 0; row < uint32_t(m_runs); ++row) {
        const RunRef run = runs->value->ref(row);
        const auto listing = store.artifacts(run, {}, true, m_job);
        if (!store.history({run, {}}, m_job) || !listing)
            return false;
        for (const ArtifactEntry &entry : listing->entries) {
            qint64 bytes = 0;
            if (!entry.isFolder && (!store.readArtifact(run, entry.path, [&](QByteArrayView piece) { bytes += piece.size(); return true; }, m_job) || bytes != entry.size))
                return false;
        }
    }
    if (auto *cached = dynamic_cast<CachedStore *>(&store))
        cached->flush();
    return true;
}

// As the next window finds it; -1: not enough was kept.
qsizetype TestCacheFaults::keptRuns()
{
    const auto store = open();
    StoreBackend *const kept = store ? store->kept() : nullptr;
    const auto runs = kept ? kept->runs({}, {}, m_job) : Result<Loaded<RunTablePtr>>(Testing::Away);
    return runs ? runs->value->rowCount() : -1;
}

void TestCacheFaults::doesWithoutAFolderThatIsReadOnly()
{
    if (::geteuid() == 0)
        QSKIP("Root may write everywhere.");
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0500), 0);
    QVERIFY(readsAll(*open()));
    QCOMPARE(m_troubles.size(), 1);
    ::chmod(QFile::encodeName(m_folder->path()).constData(), 0700);
}

void TestCacheFaults::goesOnWhenTheDiskIsFull()
{
    const auto store = open();
    {
        const FullDisk disk(150'000); // in the midst of what is kept
        QVERIFY(disk.isFull());
        QVERIFY(readsAll(*store));
        QVERIFY(!m_troubles.isEmpty());
        QCOMPARE(keptRuns(), -1);
    }
    QVERIFY(readsAll(*store)); // the same answers: they are still to be written
    QCOMPARE(keptRuns(), m_runs);
}

void TestCacheFaults::goesOnWhileAnotherProgramHoldsTheFile()
{
    const auto store = open();
    {
        const auto other = CopyDatabase::open(file(), CopyDatabase::Use::Keep);
        VERIFY_RESULT(other);
        const CopyTransaction writing(**other);
        QVERIFY(store->experiments(m_job));
        QVERIFY(store->runs({}, {}, m_job));
        static_cast<CachedStore *>(store.get())->flush();
        QVERIFY(!m_troubles.isEmpty());
    }
    QVERIFY(readsAll(*store));
    QCOMPARE(keptRuns(), m_runs);
}

void TestCacheFaults::goesOnWithAFileThatIsDamagedMeanwhile()
{
    auto store = open();
    QVERIFY(readsAll(*store));
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.write(QByteArray(int(damaged.size()), 'x'));
        QFile log(file() + u"-wal"_s);
        QVERIFY(log.open(QIODevice::ReadWrite));
        log.resize(0);
    }
    m_troubles.clear();
    QVERIFY(readsAll(*store));
    store.reset();
    store = open(); // begun anew
    QVERIFY(store);
    QVERIFY(readsAll(*store));
    QCOMPARE(keptRuns(), m_runs);
}

void TestCacheFaults::sharesTheFileWithAnotherWindow()
{
    const auto one = open(), other = open();
    for (int time = 0; time < 2; ++time) {
        QVERIFY(readsAll(*one));
        QVERIFY(readsAll(*other));
    }
    QVERIFY(m_troubles.isEmpty());
    QCOMPARE(keptRuns(), m_runs);
}

QTEST_GUILESS_MAIN(TestCacheFaults)
#include "tst_cachefaults.moc"
