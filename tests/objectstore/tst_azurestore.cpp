// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/azurestore.h"
#include "models/objectstore/openobjectstore.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QMessageAuthenticationCode>
#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

const QByteArray Key = "canary-key-of-an-account";
const QByteArray Sas = "sv=2022-11-02&sig=cAnArY%2Bsas%3D";
const QByteArray Page = "<EnumerationResults><Blobs/><NextMarker/></EnumerationResults>";

ObjectPlace placeOf(const QString &account = u"acct"_s)
{
    return {ObjectPlace::Kind::Azure, u"box"_s, account, u"core.windows.net"_s, {}};
}

ObjectEnvironment with(std::initializer_list<std::pair<const char *, QByteArray>> variables)
{
    ObjectEnvironment environment{QProcessEnvironment(), u"/nonexistent"_s};
    for (const auto &[name, value] : variables)
        environment.variables.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    return environment;
}

ObjectEnvironment keyed(const FaultServer &server)
{
    return with({{"AZURE_STORAGE_CONNECTION_STRING", "DefaultEndpointsProtocol=http;AccountName=acct;AccountKey=" + Key.toBase64() + ";BlobEndpoint=" + server.url().toLatin1() + "/acct;"}});
}

bool take(QByteArrayView)
{
    return true;
}

} // namespace

class TestAzureStore : public QObject
{
    Q_OBJECT

    SilentJob m_job;

private Q_SLOTS:
    // The examples of "Authorize with Shared Key" in Azure's reference, for GET.
    void publishedExamples()
    {
        QCOMPARE(azureStringToSign("myaccount", "/mycontainer?restype=container&comp=metadata&timeout=20", {{"x-ms-version", "2015-02-21"}, {"x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT"}}),
                 "GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\nx-ms-version:2015-02-21\n/myaccount/mycontainer\ncomp:metadata\nrestype:container\ntimeout:20");
        QCOMPARE(azureStringToSign("myaccount", "/mycontainer?restype=container&comp=list&include=snapshots%2Cmetadata", {{"Range", "bytes=4-"}, {"If-Range", "\"x\""}}),
                 "GET\n\n\n\n\n\n\n\n\n\n\nbytes=4-\n/myaccount/mycontainer\ncomp:list\ninclude:snapshots,metadata\nrestype:container");
    }

    void everyRequestIsSigned()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            peer.request().target.contains("comp=list") ? peer.answer(200, Page, "application/xml") : peer.answer(200, "0123456789", "application/octet-stream", "ETag: \"0x8\"\r\n");
        }));
        const auto store = openObjectStore(placeOf(), keyed(server), m_job);
        VERIFY_RESULT(store);
        VERIFY_RESULT((*store)->list(u"a b/ü+%/"_s, true, u"2!8 /+="_s, m_job));
        VERIFY_RESULT((*store)->read(u"a b/c+d%25/ü?#&=.txt"_s, {}, {{}, take}, m_job));
        VERIFY_RESULT((*store)->read(u"part"_s, {4, 10, "\"0x8\""}, {[](const HttpPart &) { return true; }, take}, m_job));
        QCOMPARE(server.requestCount(), 3);
        for (const FaultServer::Request &request : server.requests()) {
            QList<std::pair<QByteArray, QByteArray>> headers;
            for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
                if (header.key() != "host" && header.key() != "user-agent" && header.key() != "accept" && header.key() != "authorization")
                    headers.append({header.key(), header.value()});
            const QByteArray text = azureStringToSign("acct", request.target, headers);
            QCOMPARE(request.headers.value("authorization"), "SharedKey acct:" + QMessageAuthenticationCode::hash(text, Key, QCryptographicHash::Sha256).toBase64());
        }
        QCOMPARE(server.requests()[1].target, "/acct/box/a%20b/c%2Bd%2525/%C3%BC%3F%23%26%3D.txt");
        QCOMPARE(server.requests().last().headers.value("range"), "bytes=4-");
    }

    void signaturesThatAreShared()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(403, "<Error><Code>AuthenticationFailed</Code><Message>cAnArY</Message></Error>", "application/xml"); }));
        const auto store = openObjectStore(placeOf(), with({{"AZURE_STORAGE_CONNECTION_STRING", "AccountName=acct;SharedAccessSignature=?" + Sas + ";BlobEndpoint=" + server.url().toLatin1()}}), m_job);
        VERIFY_RESULT(store);
        const auto listed = (*store)->list({}, true, {}, m_job);
        QVERIFY(!listed);
        QCOMPARE(listed.error().code, ErrorCode::AccessDenied);
        QVERIFY(listed.error().message.contains(u"expired"_s));
        QVERIFY(server.requests().first().target.endsWith('&' + Sas));
        QVERIFY(!server.requests().first().headers.contains("authorization"));
        const Status read = (*store)->read(u"a"_s, {}, {{}, take}, m_job);
        QVERIFY(server.requests().last().target.endsWith("/box/a?" + Sas));
        for (const Error &error : {listed.error(), read.error()})
            QVERIFY(!(error.message + error.detail).contains(u"cAnArY"_s));
    }

    void whatIsSetUp_data()
    {
        QTest::addColumn<ObjectEnvironment>("environment");
        QTest::addColumn<QString>("word"); // of the error; empty: none
        const QByteArray key = Key.toBase64();
        QTest::newRow("nothing") << with({}) << u"AZURE_STORAGE_CONNECTION_STRING"_s;
        QTest::newRow("a key") << with({{"AZURE_STORAGE_ACCESS_KEY", key}}) << QString();
        QTest::newRow("az's key") << with({{"AZURE_STORAGE_KEY", key}, {"AZURE_STORAGE_ACCOUNT", "acct"}}) << QString();
        QTest::newRow("a key that is none") << with({{"AZURE_STORAGE_ACCESS_KEY", "?!"}}) << u"Base64"_s;
        QTest::newRow("another account's key") << with({{"AZURE_STORAGE_ACCESS_KEY", key}, {"AZURE_STORAGE_ACCOUNT", "other"}}) << u"other"_s;
        QTest::newRow("another account's connection") << with({{"AZURE_STORAGE_CONNECTION_STRING", "AccountName=other;AccountKey=" + key}}) << u"other"_s;
        QTest::newRow("a connection without a key") << with({{"AZURE_STORAGE_CONNECTION_STRING", "AccountName=acct"}}) << u"neither"_s;
        QTest::newRow("a shared signature") << with({{"AZURE_STORAGE_SAS_TOKEN", Sas}, {"AZURE_STORAGE_ACCOUNT", "acct"}}) << QString();
        QTest::newRow("a shared signature for nobody") << with({{"AZURE_STORAGE_SAS_TOKEN", Sas}}) << u"AZURE_STORAGE_ACCOUNT"_s;
        QTest::newRow("a shared signature for another") << with({{"AZURE_STORAGE_SAS_TOKEN", Sas}, {"AZURE_STORAGE_ACCOUNT", "other"}}) << u"other"_s;
    }
    void whatIsSetUp()
    {
        QFETCH(ObjectEnvironment, environment);
        QFETCH(QString, word);
        const auto settings = azureSettings(placeOf(), environment);
        QCOMPARE(settings.hasValue(), word.isEmpty());
        if (settings) {
            QCOMPARE(settings->endpoint, QUrl(u"https://acct.blob.core.windows.net"_s));
        } else {
            QVERIFY2(settings.error().message.contains(word), qPrintable(settings.error().message));
            QVERIFY(!settings.error().message.contains(QString::fromLatin1(Key.toBase64())));
        }
    }

    void domainsThatAreNotAzures()
    {
        ObjectPlace place = placeOf();
        place.domain = u"evil.example"_s;
        const auto settings = azureSettings(place, with({{"AZURE_STORAGE_ACCESS_KEY", Key.toBase64()}}));
        QVERIFY(!settings);
        QVERIFY(settings.error().message.contains(u"evil.example"_s));
    }

    void redirectsAreNotFollowed()
    {
        FaultServer other(FaultServer::replies([](Peer &peer) { peer.answer(200, Page, "application/xml"); }), "127.0.0.2");
        FaultServer server(FaultServer::replies([&](Peer &peer) { peer.answer(307, {}, "text/plain", "Location: " + other.url().toLatin1() + peer.request().target + "\r\n"); }));
        const auto store = openObjectStore(placeOf(), keyed(server), m_job);
        VERIFY_RESULT(store);
        QCOMPARE((*store)->list({}, true, {}, m_job).error().code, ErrorCode::Refused);
        QCOMPARE((*store)->read(u"a"_s, {}, {{}, take}, m_job).error().code, ErrorCode::Refused);
        QCOMPARE(other.connectionCount(), 0);
    }
};

QTEST_APPLESS_MAIN(TestAzureStore)
#include "tst_azurestore.moc"
