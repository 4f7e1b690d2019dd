// SPDX-License-Identifier: GPL-3.0-or-later
// Saving files that come slowly: what is told meanwhile, stopping, going on, one after the other.
#include "app/controllers/artifactdownloads.h"
#include "tests/support/emptystore.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Piece = 64 << 10, Size = 64 * Piece;
const RunRef OfRun{ExperimentId(u"1"_s), RunId(u"r"_s)};

// Has files that come in pieces, of one state; goes on with them.
class SlowStore final : public Testing::EmptyStore
{
public:
    static inline QList<qint64> begins;
    static inline std::atomic<int> milliseconds = 0; // a piece

    StoreInfo info() const override
    {
        StoreInfo info;
        info.location = u"slow"_s;
        return info;
    }
    Result<Loaded<RunTablePtr>> runs(const RunRequest &, const PartialRuns &, Job &) override { return Error{ErrorCode::Unsupported, {}, {}}; }
    Status resumeArtifact(const RunRef &, const QString &, const ArtifactPart &have, const ArtifactSink &sink, Job &job) override
    {
        begins.append(have.offset);
        if (!sink.begin({have.offset, Size, "\"tag\""}))
            return {};
        for (qint64 at = have.offset; at < Size; at += Piece) {
            if (job.isCanceled())
                return Store::canceled();
            QThread::msleep(ulong(milliseconds));
            if (!sink.piece(QByteArray(Piece, char('a' + at / Piece % 20))))
                return {};
        }
        return {};
    }
};

class SlowFormat final : public StoreFormat
{
public:
    QString id() const override { return u"slow"_s; }
    QString displayName() const override { return id(); }
    StoreProbe probe(const QString &, Job &) const override { return {}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override
    {
        return std::unique_ptr<StoreBackend>(std::make_unique<SlowStore>());
    }
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestArtifactDownloads : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreRegistry> m_registry;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString target(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:
    void init()
    {
        std::vector<std::unique_ptr<StoreFormat>> formats;
        formats.push_back(std::make_unique<SlowFormat>());
        m_registry = std::make_unique<StoreRegistry>(std::move(formats));
        m_store = std::make_unique<Store>(*m_registry, StoreCandidate{u"slow"_s, u"slow"_s}, OpenOptions{});
        m_folder = std::make_unique<QTemporaryDir>();
        SlowStore::begins.clear();
        SlowStore::milliseconds = 0;
    }
    void cleanup()
    {
        m_store.reset();
    }

    void stopsAndGoesOn()
    {
        SlowStore::milliseconds = 30;
        ArtifactDownloads downloads;
        QSignalSpy failed(&downloads, &ArtifactDownloads::failed), saved(&downloads, &ArtifactDownloads::saved);
        QList<ArtifactTransfer> told;
        connect(&downloads, &ArtifactDownloads::changed, this, [&](const std::optional<ArtifactTransfer> &transfer) {
            if (transfer)
                told.append(*transfer);
        });
        downloads.start(*m_store, OfRun, u"a/model.bin"_s, target(u"model.bin"_s));
        QTRY_VERIFY_WITH_TIMEOUT(told.size() > 1, 10'000);
        QCOMPARE(told.last().path, u"a/model.bin"_s);
        QCOMPARE(told.last().total, Size);
        downloads.stop();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
        QVERIFY(failed.first().first().toString().contains(u"model.bin"_s)); // what is kept
        QCOMPARE(saved.count(), 0);
        QVERIFY(!QFile::exists(target(u"model.bin"_s)));
        const qint64 kept = QFileInfo(target(u"model.bin.assay-part"_s)).size();
        QVERIFY(kept > 0 && kept < Size);
        SlowStore::milliseconds = 0;
        downloads.start(*m_store, OfRun, u"a/model.bin"_s, target(u"model.bin"_s));
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 10'000);
        QCOMPARE(SlowStore::begins, (QList<qint64>{0, kept}));
        const QByteArray got = contents(target(u"model.bin"_s));
        QCOMPARE(got.size(), Size);
        QCOMPARE(got.at(0), 'a');
        QCOMPARE(got.at(kept), char('a' + kept / Piece % 20));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"model.bin"_s});
    }

    void oneAfterTheOther()
    {
        ArtifactDownloads downloads;
        QSignalSpy saved(&downloads, &ArtifactDownloads::saved);
        for (int i = 0; i < 5; ++i)
            downloads.start(*m_store, OfRun, u"x"_s, target(QString::number(i)));
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 5, 10'000);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(QFileInfo(target(QString::number(i))).size(), Size);
    }

    void endsWithTheStore()
    {
        SlowStore::milliseconds = 20;
        ArtifactDownloads downloads;
        QSignalSpy failed(&downloads, &ArtifactDownloads::failed), saved(&downloads, &ArtifactDownloads::saved);
        downloads.start(*m_store, OfRun, u"x"_s, target(u"x"_s));
        downloads.start(*m_store, OfRun, u"x"_s, target(u"y"_s));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target(u"x.assay-part"_s)), 10'000);
        m_store.reset();
        m_registry.reset();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
        QCOMPARE(saved.count(), 0);
        QVERIFY(!QFile::exists(target(u"y.assay-part"_s)));
    }

    void endsWithTheWindow()
    {
        SlowStore::milliseconds = 20;
        {
            ArtifactDownloads downloads;
            downloads.start(*m_store, OfRun, u"x"_s, target(u"x"_s));
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target(u"x.assay-part"_s)), 10'000);
        }
        QVERIFY(!QFile::exists(target(u"x"_s)));
    }
};

QTEST_GUILESS_MAIN(TestArtifactDownloads)
#include "tst_artifactdownloads.moc"
