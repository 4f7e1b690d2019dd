// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copystore.h"
#include "models/copy/copywriter.h"
#include "models/offline/cachetrim.h"
#include "models/offline/privatefolder.h"
#include "models/offline/remotecache.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/emptystore.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const ExperimentId Experiment1(u"1"_s);

RunRef run(const QString &id)
{
    return {Experiment1, RunId(id)};
}

QByteArray fileBytes(const QString &id)
{
    return QByteArray(100'000, char('a' + id.size() % 20)) + id.toUtf8();
}

// A copy of a store with these runs, of which each has one file of 100 kB and a history; the first was used longest ago.
void makeCopy(const QString &folder, const QStringList &ids)
{
    QVERIFY(makePrivateFolder(folder));
    const auto database = CopyDatabase::open(folder + u"/store.sqlite"_s, CopyDatabase::Use::Keep);
    VERIFY_RESULT(database);
    CopyWriter writer(*database, std::make_shared<CopyFolder>(folder));
    RunTableBuilder builder;
    for (const QString &id : ids) {
        Run made;
        made.info.ref = run(id);
        made.metrics.insert(u"loss"_s, 1);
        builder.add(made);
    }
    QVERIFY(writer.putRuns({}, {builder.finish(), {}}, 1));
    qint64 time = 1000;
    for (const QString &id : ids) {
        MetricSeries loss;
        loss.key = u"loss"_s;
        loss.steps = {0, 1};
        loss.timestamps = {1, 2};
        loss.values = {2, 1};
        QVERIFY(writer.putHistories(run(id), {{loss}, {}}, true, time));
        const QByteArray bytes = fileBytes(id);
        ArtifactListing listing;
        listing.entries = {{u"model.bin"_s, false, bytes.size()}};
        QVERIFY(writer.putListing({run(id)}, {}, true, listing, time));
        QVERIFY(writer.setUsed(run(id), time += 1000));
        QVERIFY(writer.putArtifact({run(id)}, u"model.bin"_s, [&](const ByteSink &sink) { return sink(bytes) ? Status() : Status(Error{}); }));
    }
}

bool hasFile(const QString &folder, const QString &id)
{
    const auto database = CopyDatabase::open(folder + u"/store.sqlite"_s, CopyDatabase::Use::Keep);
    if (!database)
        return false;
    CopyStore store(*database, std::make_shared<CopyFolder>(folder));
    SilentJob job;
    QByteArray bytes;
    const Status read = store.readArtifact(run(id), u"model.bin"_s, [&](QByteArrayView piece) { bytes.append(piece); return true; }, job);
    return read && bytes == fileBytes(id);
}

class NoRuns final : public Testing::EmptyStore
{
public:
    Result<Loaded<RunTablePtr>> runs(const RunRequest &, const PartialRuns &, Job &) override { return Loaded<RunTablePtr>{RunTableBuilder().finish(), {}}; }
};

class NoFormat final : public StoreFormat
{
public:
    QString id() const override { return u"far"_s; }
    QString displayName() const override { return id(); }
    StoreProbe probe(const QString &, Job &) const override { return {}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override
    {
        return std::unique_ptr<StoreBackend>(std::make_unique<NoRuns>());
    }
};

} // namespace

// Room for what is kept of remote stores.
class TestRemoteCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAccountsApart();
    void leavesAloneWhatFits();
    void takesStoresThatNobodyLooksAt();
    void leavesTheStoresOfOthersOpen();
    void takesTheOldestOfWhatIsInUse();
    void takesNothingThatIsPinned();
    void takesWhatNobodyGoesOnWith();
    void makesRoomBesideWhoeverOpens();
    void goesOnWhereItWasStopped();
    void tellsOnceThatNothingCanBeKept();

private:
    SilentJob m_job;
};

void TestRemoteCache::keepsAccountsApart()
{
    const RemoteCache cache(u"/cache"_s);
    const StoreCandidate a{u"mlflow-server"_s, u"https://one.example"_s}, b{u"mlflow-server"_s, u"https://two.example"_s};
    const QStringList folders{cache.folderOf(a, u"ann"_s), cache.folderOf(a, u"bob"_s), cache.folderOf(a, {}), cache.folderOf(b, u"ann"_s)};
    QCOMPARE(QSet<QString>(folders.begin(), folders.end()).size(), 4);
    for (const QString &folder : folders)
        QVERIFY(!folder.contains(u"ann"_s) && !folder.contains(u"example"_s));
}

void TestRemoteCache::leavesAloneWhatFits()
{
    QTemporaryDir root;
    const QString folder = root.filePath(u"a"_s);
    makeCopy(folder, {u"r1"_s, u"r22"_s});
    RemoteCache(root.path(), 10 << 20).trim({}, m_job);
    QVERIFY(hasFile(folder, u"r1"_s) && hasFile(folder, u"r22"_s));
}

void TestRemoteCache::takesStoresThatNobodyLooksAt()
{
    QTemporaryDir root;
    const QString looked = root.filePath(u"looked"_s), old = root.filePath(u"old"_s);
    makeCopy(old, {u"r1"_s, u"r22"_s});
    makeCopy(looked, {u"r1"_s, u"r22"_s});
    RemoteCache(root.path(), 500'000).trim({looked}, m_job);
    QVERIFY(!QFileInfo::exists(old));
    QVERIFY(hasFile(looked, u"r1"_s) && hasFile(looked, u"r22"_s));
}

// Another window's, or another program's.
void TestRemoteCache::leavesTheStoresOfOthersOpen()
{
    QTemporaryDir root;
    const QString folder = root.filePath(u"a"_s);
    makeCopy(folder, {u"r1"_s, u"r22"_s});
    const auto theirs = CopyDatabase::open(folder + u"/store.sqlite"_s, CopyDatabase::Use::Keep);
    VERIFY_RESULT(theirs);
    RemoteCache(root.path(), 1).trim({}, m_job);
    QVERIFY(QFileInfo::exists(folder + u"/store.sqlite"_s));
    QVERIFY(!hasFile(folder, u"r1"_s)); // what takes room goes all the same
    QVERIFY((*theirs)->setMeta(u"note"_s, u"still here"_s));
    const auto again = CopyDatabase::open(folder + u"/store.sqlite"_s, CopyDatabase::Use::Read);
    VERIFY_RESULT(again);
    QCOMPARE(*(*again)->meta(u"note"_s), std::optional(u"still here"_s));
}

void TestRemoteCache::takesTheOldestOfWhatIsInUse()
{
    QTemporaryDir root;
    const QString folder = root.filePath(u"a"_s);
    makeCopy(folder, {u"r1"_s, u"r22"_s, u"r333"_s, u"r4444"_s});
    QVERIFY(trimCopy(folder, 150'000, m_job) >= 150'000);
    QCOMPARE(hasFile(folder, u"r1"_s), false);
    QCOMPARE(hasFile(folder, u"r22"_s), false);
    QCOMPARE(hasFile(folder, u"r333"_s), true);
    QCOMPARE(hasFile(folder, u"r4444"_s), true);
}

void TestRemoteCache::takesWhatNobodyGoesOnWith()
{
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"store/artifacts"_s));
    const auto make = [&](const QString &name, int days) {
        QFile file(root.filePath(u"store/artifacts/"_s + name));
        return file.open(QIODevice::WriteOnly) && file.write("half") == 4 && file.flush()
            && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), QFileDevice::FileModificationTime);
    };
    QVERIFY(make(u".part-old"_s, 4) && make(u".part-new"_s, 1) && make(u"whole"_s, 400));
    RemoteCache(root.path(), 10 << 20).trim({}, m_job);
    QCOMPARE(QDir(root.filePath(u"store/artifacts"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name), (QStringList{u".part-new"_s, u"whole"_s}));
}

void TestRemoteCache::takesNothingThatIsPinned()
{
    QTemporaryDir root;
    const QString folder = root.filePath(u"a"_s);
    makeCopy(folder, {u"r1"_s, u"r22"_s, u"r333"_s});
    {
        const auto database = CopyDatabase::open(folder + u"/store.sqlite"_s, CopyDatabase::Use::Keep);
        VERIFY_RESULT(database);
        CopyWriter writer(*database, std::make_shared<CopyFolder>(folder));
        QVERIFY(writer.setPinned(run(u"r1"_s), true));
        QVERIFY(writer.setPinned(run(u"r333"_s), true));
    }
    RemoteCache(root.path(), 1).trim({}, m_job);
    QVERIFY(hasFile(folder, u"r1"_s) && hasFile(folder, u"r333"_s));
    QVERIFY(!hasFile(folder, u"r22"_s));
    const auto database = CopyDatabase::open(folder + u"/store.sqlite"_s, CopyDatabase::Use::Read);
    CopyStore store(*database, nullptr);
    SilentJob job;
    VERIFY_RESULT(store.history({run(u"r1"_s), {}}, job));
    QVERIFY(!store.history({run(u"r22"_s), {}}, job));
}

void TestRemoteCache::makesRoomBesideWhoeverOpens()
{
    QTemporaryDir root;
    const QString old = root.filePath(u"old"_s);
    makeCopy(old, {u"r1"_s, u"r22"_s});
    const RemoteOpener opener = RemoteCache(root.path(), 1000).opener();
    const NoFormat format;
    VERIFY_RESULT(opener(format, {format.id(), u"far://a"_s}, {}, m_job));
    QTRY_VERIFY(!QFileInfo::exists(old));
    makeCopy(old, {u"r1"_s}); // once in a while
    const auto second = opener(format, {format.id(), u"far://b"_s}, {}, m_job);
    VERIFY_RESULT(second);
    QVERIFY(QFileInfo::exists(old));
}

void TestRemoteCache::goesOnWhereItWasStopped()
{
    QTemporaryDir root;
    const QString old = root.filePath(u"old"_s);
    makeCopy(old, {u"r1"_s, u"r22"_s});
    SilentJob stopped;
    stopped.cancel();
    QCOMPARE(removeCopy(old, 1000, stopped), 0);
    QVERIFY(!QFileInfo::exists(old)); // nobody opens what is half gone
    QVERIFY(!QDir(root.path()).isEmpty());
    RemoteCache(root.path(), 1).trim({}, m_job);
    QVERIFY(QDir(root.path()).isEmpty());
}

void TestRemoteCache::tellsOnceThatNothingCanBeKept()
{
    QTemporaryDir root;
    QFile inTheWay(root.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QList<Error> told;
    const RemoteOpener opener = RemoteCache(inTheWay.fileName()).opener([&](const Error &why) { told.append(why); });
    const NoFormat format;
    for (const QString &location : {u"far://a"_s, u"far://b"_s})
        VERIFY_RESULT(opener(format, {format.id(), location}, {}, m_job)); // without a cache
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().message.contains(inTheWay.fileName()));
}

QTEST_GUILESS_MAIN(TestRemoteCache)
#include "tst_remotecache.moc"
