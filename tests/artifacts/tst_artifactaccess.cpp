// SPDX-License-Identifier: GPL-3.0-or-later
// Artifacts of a run wherever they are recorded: what is asked for, of whom, and what is said where nothing can be had.
#include "models/artifacts/artifactaccess.h"
#include "models/artifacts/objectartifacts.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

// Has as many pages as are asked for, each of the same objects.
class EndlessStore final : public ObjectStore
{
public:
    explicit EndlessStore(const QList<ObjectEntry> &objects, bool isEndless) : m_objects(objects), m_isEndless(isEndless) {}

    Result<ObjectPage> list(const QString &, bool, const QString &, Job &) override
    {
        ++m_pages;
        return ObjectPage{m_objects, {}, m_isEndless && m_pages < 1'000'000 ? QString::number(m_pages) : QString()};
    }
    Status read(const QString &, const HttpPart &, const HttpClient::DownloadSink &, Job &) override { return {}; }
    int pages() const { return m_pages; }

private:
    QList<ObjectEntry> m_objects;
    bool m_isEndless;
    int m_pages = 0;
};

} // namespace

class TestArtifactAccess : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    SilentJob m_job;

    ArtifactAccess access(const FaultServer &server, bool hasKeys = true) const
    {
        ObjectEnvironment environment{QProcessEnvironment(), m_home.path()};
        environment.variables.insert(u"MLFLOW_S3_ENDPOINT_URL"_s, server.url());
        if (hasKeys) {
            environment.variables.insert(u"AWS_ACCESS_KEY_ID"_s, u"id"_s);
            environment.variables.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"secret-canary"_s);
        }
        return ArtifactAccess([environment] { return environment; });
    }

    static ArtifactPlace place(const QString &uri) { return {uri, u"1"_s, u"run"_s, {}, {}, {}}; }

    static QByteArray page(const QByteArray &inner) { return "<ListBucketResult>" + inner + "</ListBucketResult>"; }

private Q_SLOTS:
    void listsFolders()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            const QByteArray target = peer.request().target;
            if (target.contains("prefix=root%2Fsub%2F"))
                peer.answer(200, page("<Contents><Key>root/sub/</Key><Size>0</Size></Contents><Contents><Key>root/sub/b.txt</Key><Size>2</Size></Contents>"), "application/xml");
            else if (target.contains("prefix=root%2Fgone%2F"))
                peer.answer(200, page({}), "application/xml");
            else if (target.contains("continuation-token=t1"))
                peer.answer(200, page("<Contents><Key>root/Z</Key><Size>1</Size></Contents><Contents><Key>root/../x</Key><Size>1</Size></Contents>"), "application/xml");
            else
                peer.answer(200, page("<IsTruncated>true</IsTruncated><NextContinuationToken>t1</NextContinuationToken><Contents><Key>root/a</Key><Size>7</Size></Contents>"
                                      "<CommonPrefixes><Prefix>root/sub/</Prefix></CommonPrefixes>"), "application/xml");
        }));
        ArtifactAccess artifacts = access(server);
        const auto root = artifacts.list(place(u"s3://bucket/root"_s), {}, false, m_job);
        VERIFY_RESULT(root);
        QVERIFY(root->reachable);
        QCOMPARE(root->entries, (QList<ArtifactEntry>{{u"Z"_s, false, 1, false}, {u"a"_s, false, 7, false}, {u"sub"_s, true, 0, false}}));
        QVERIFY(root->note.contains(u'1'));
        const auto sub = artifacts.list(place(u"s3://bucket/root"_s), u"sub"_s, false, m_job);
        VERIFY_RESULT(sub);
        QCOMPARE(sub->entries, (QList<ArtifactEntry>{{u"sub/b.txt"_s, false, 2, false}}));
        const int count = server.requestCount();
        QCOMPARE(count, 3);
        QCOMPARE(artifacts.list(place(u"s3://bucket/root"_s), u"gone"_s, false, m_job).error().code, ErrorCode::NotFound);
        for (const QString &bad : {u".."_s, u"sub/../.."_s, u"/x"_s, u"a//b"_s}) {
            QCOMPARE(artifacts.list(place(u"s3://bucket/root"_s), bad, false, m_job).error().code, ErrorCode::NotFound);
            QCOMPARE(artifacts.read(place(u"s3://bucket/root"_s), bad, [](QByteArrayView) { return true; }, m_job).error().code, ErrorCode::NotFound);
        }
        QCOMPARE(server.requestCount(), count + 1);
    }

    void repeatedPages()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            peer.answer(200, page("<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"), "application/xml");
        }));
        const auto listing = access(server).list(place(u"s3://bucket/root"_s), {}, false, m_job);
        VERIFY_RESULT(listing);
        QVERIFY(!listing->reachable);
        QCOMPARE(server.requestCount(), 2);
    }

    // Each with a token that was not there before.
    void emptyPagesWithoutEnd()
    {
        EndlessStore store({}, true);
        ArtifactListing listing;
        VERIFY_RESULT(ObjectArtifacts::list(store, u"root"_s, {}, true, listing, m_job));
        QVERIFY(store.pages() <= 20'000);
        QVERIFY(!listing.note.isEmpty());
    }

    // Of one name thousands of folders can be made, each with a long name of its own.
    void aNameOfManyFolders()
    {
        EndlessStore store({{u"root/"_s + u"a/"_s.repeated(16'000) + u"b"_s, 1}}, false);
        ArtifactListing listing;
        VERIFY_RESULT(ObjectArtifacts::list(store, u"root"_s, {}, true, listing, m_job));
        qsizetype characters = 0;
        for (const ArtifactEntry &entry : std::as_const(listing.entries))
            characters += entry.path.size();
        QVERIFY(characters > 0 && characters < 101'000'000);
        QVERIFY(!listing.note.isEmpty());
    }

    // Who has set up nothing talks to nobody, whatever a store records.
    void withoutCredentials()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(200, page({}), "application/xml"); }));
        ArtifactAccess artifacts = access(server, false);
        for (const QString &uri : {u"s3://bucket/root"_s, u"gs://bucket/root"_s, u"wasbs://box@account.blob.core.windows.net/x"_s, u"s3://bucket/../x"_s, u"http://127.0.0.1/x"_s,
                                   u"s3://"_s, u"dbfs:/x"_s}) {
            const auto listing = artifacts.list(place(uri), {}, false, m_job);
            VERIFY_RESULT(listing);
            QVERIFY2(!listing->reachable, qPrintable(uri));
            QVERIFY2(listing->note.contains(uri), qPrintable(listing->note));
            QVERIFY(!artifacts.read(place(uri), u"a"_s, [](QByteArrayView) { return true; }, m_job));
        }
        QCOMPARE(server.connectionCount(), 0);
    }

    void refusalsAreNoErrorsOfAListing()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(403, "<Error><Code>AccessDenied</Code></Error>", "application/xml"); }));
        ArtifactAccess artifacts = access(server);
        const auto listing = artifacts.list(place(u"s3://bucket/root"_s), {}, false, m_job);
        VERIFY_RESULT(listing);
        QVERIFY(!listing->reachable);
        QVERIFY(listing->note.contains(u"s3://bucket/root"_s));
        QVERIFY(!listing->note.contains(u"canary"_s));
        const Status read = artifacts.read(place(u"s3://bucket/root"_s), u"a"_s, [](QByteArrayView) { return true; }, m_job);
        QCOMPARE(read.error().code, ErrorCode::AccessDenied);
    }

    void stopping()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.waitUntilGone(10'000); }));
        SilentJob stopped;
        stopped.cancel();
        QCOMPARE(access(server).list(place(u"s3://bucket/root"_s), {}, false, stopped).error().code, ErrorCode::Canceled);
    }
};

QTEST_APPLESS_MAIN(TestArtifactAccess)
#include "tst_artifactaccess.moc"
