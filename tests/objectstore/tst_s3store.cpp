// SPDX-License-Identifier: GPL-3.0-or-later
// A bucket on the loopback: what is signed and how, where credentials go, what refusals are told as.
#include "models/objectstore/awssignature.h"
#include "models/objectstore/s3store.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

#include <algorithm>

using namespace Assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

const auto Secret = "sEcReT/canary+of=assay"_ba;
const auto Token = "tOkEn/canary+of=assay=="_ba;
const auto Empty = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"_ba;

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

// Of a request without a body, after AWS's description of Signature Version 4 for S3.
QByteArray signatureOf(const FaultServer::Request &request, const QByteArray &secret)
{
    const QByteArray authorization = request.headers.value("authorization");
    const auto part = [&](const char *name) {
        const qsizetype at = authorization.indexOf(name) + qsizetype(strlen(name));
        const qsizetype end = authorization.indexOf(',', at);
        return authorization.mid(at, end < 0 ? -1 : end - at).trimmed();
    };
    const QByteArray names = part("SignedHeaders=");
    const QList<QByteArray> scope = part("Credential=").split('/').sliced(1);
    QByteArray headers;
    for (const QByteArray &name : names.split(';'))
        headers += name + ':' + request.headers.value(name) + '\n';
    QList<QByteArray> query = request.target.contains('?') ? request.target.mid(request.target.indexOf('?') + 1).split('&') : QList<QByteArray>();
    std::ranges::sort(query);
    const QByteArray canonical = request.method + '\n' + request.path() + '\n' + query.join('&') + '\n' + headers + '\n' + names + '\n' + request.headers.value("x-amz-content-sha256");
    const QByteArray text = "AWS4-HMAC-SHA256\n" + request.headers.value("x-amz-date") + '\n' + scope.join('/') + '\n' + QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    QByteArray key = "AWS4" + secret;
    for (const QByteArray &step : scope)
        key = hmac(key, step);
    return hmac(key, text).toHex();
}

bool isSigned(const FaultServer::Request &request)
{
    const QByteArray authorization = request.headers.value("authorization");
    return authorization.startsWith("AWS4-HMAC-SHA256 Credential=AKID/") && authorization.endsWith("Signature=" + signatureOf(request, Secret));
}

AwsSettings settingsFor(const FaultServer &server)
{
    AwsSettings settings;
    settings.credentials = {u"AKID"_s, QString::fromLatin1(Secret), {}};
    settings.sessionToken = Token;
    settings.region = u"eu-central-1"_s;
    settings.endpoint = QUrl(server.url());
    return settings;
}

HttpLimits quick()
{
    HttpLimits limits;
    limits.retries = 2;
    limits.firstDelay = 1ms;
    limits.longestDelay = 2ms;
    return limits;
}

std::unique_ptr<ObjectStore> storeAt(const FaultServer &server, const QString &bucket = u"my.bucket"_s)
{
    return std::move(s3Store(bucket, settingsFor(server), quick()).value());
}

QByteArray error(const QByteArray &code, const QByteArray &more = {})
{
    return "<Error><Code>" + code + "</Code><Message>" + Secret + Token + "</Message>" + more + "</Error>";
}

} // namespace

class TestS3Store : public QObject
{
    Q_OBJECT

    SilentJob m_job;

private Q_SLOTS:
    // Of "Authenticating Requests: Using the Authorization Header" in Amazon's reference of S3.
    void publishedExamples()
    {
        const AwsKey key{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", {}, "us-east-1"};
        const QDateTime now(QDate(2013, 5, 24), QTime(0, 0), QTimeZone::utc());
        const auto signatureFor = [&](const QByteArray &target, const QList<std::pair<QByteArray, QByteArray>> &headers) {
            HttpRequest request;
            request.target = target;
            request.headers = headers;
            const QByteArray authorization = awsSignature(key, "examplebucket.s3.amazonaws.com", request, now).last().second;
            return authorization.mid(authorization.indexOf("Signature=") + 10);
        };
        QCOMPARE(signatureFor("/test.txt", {{"Range", "bytes=0-9"}}), "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        QCOMPARE(signatureFor("/?lifecycle=", {}), "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        QCOMPARE(signatureFor("/?max-keys=2&prefix=J", {}), "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    void everyRequestIsSigned()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            peer.answer(200, peer.request().target.contains("list-type") ? Empty : "0123456789", "application/xml", "ETag: \"1\"\r\n");
        }));
        const auto store = storeAt(server);
        for (const QString &prefix : {QString(), u"a/"_s, u"with space+plus%percent/"_s, u"ünï/日本/"_s, u"!*'();:@&=+$,?#[]~/"_s})
            for (const QString &page : {QString(), u"1a/+=&?="_s})
                VERIFY_RESULT(store->list(prefix, !page.isEmpty(), page, m_job));
        QByteArray got;
        for (const QString &key : {u"a"_s, u"a b/c+d%25/ü?#&=.txt"_s, u"!*'();:@=$,[]~"_s, u"a/%2e%2e/b"_s})
            VERIFY_RESULT(store->read(key, {}, {{}, [&](QByteArrayView piece) { got.append(piece); return true; }}, m_job));
        VERIFY_RESULT(store->read(u"part"_s, {4, 10, "\"1\""}, {[](const HttpPart &) { return true; }, [](QByteArrayView) { return true; }}, m_job));
        QCOMPARE(got, QByteArray("0123456789").repeated(4));
        QCOMPARE(server.requestCount(), 15);
        for (const FaultServer::Request &request : server.requests()) {
            QVERIFY2(isSigned(request), (request.target + ' ' + request.headers.value("authorization")).constData());
            QCOMPARE(request.headers.value("x-amz-security-token"), Token);
            QVERIFY(request.headers.value("authorization").contains("x-amz-security-token"));
            QVERIFY(request.path().startsWith("/my.bucket"));
        }
        QCOMPARE(server.requests().last().headers.value("range"), "bytes=4-");
        QCOMPARE(server.requests().last().headers.value("if-range"), "\"1\"");
    }

    void bucketsTellTheirRegion_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("moved") << 301 << "x-amz-bucket-region: us-west-2\r\n"_ba << error("PermanentRedirect", "<Endpoint>evil.example</Endpoint>");
        QTest::newRow("moved for now") << 307 << "x-amz-bucket-region: us-west-2\r\nLocation: http://evil.example/\r\n"_ba << error("TemporaryRedirect");
        QTest::newRow("malformed") << 400 << ""_ba << error("AuthorizationHeaderMalformed", "<Region>us-west-2</Region>");
    }
    void bucketsTellTheirRegion()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        FaultServer server(FaultServer::replies([=](Peer &peer) {
            const bool isThere = peer.request().headers.value("authorization").contains("/us-west-2/s3/");
            isThere ? peer.answer(200, Empty, "application/xml") : peer.answer(status, body, "application/xml", headers);
        }));
        const auto store = storeAt(server);
        VERIFY_RESULT(store->list({}, true, {}, m_job));
        VERIFY_RESULT(store->list({}, true, {}, m_job));
        QCOMPARE(server.requestCount(), 3); // it is asked at once where it is the next time
        for (const FaultServer::Request &request : server.requests())
            QVERIFY(isSigned(request));
    }

    void regionsThatAreNames_data()
    {
        QTest::addColumn<QByteArray>("region");
        for (const char *bad : {"evil.example/", "a@evil.example", "..", "US", "eu-central-1"})
            QTest::newRow(bad) << QByteArray(bad);
    }
    void regionsThatAreNames()
    {
        QFETCH(QByteArray, region);
        FaultServer server(FaultServer::replies([=](Peer &peer) { peer.answer(301, error("PermanentRedirect"), "application/xml", "x-amz-bucket-region: " + region + "\r\n"); }));
        const auto listed = storeAt(server)->list({}, true, {}, m_job);
        QVERIFY(!listed);
        QCOMPARE(listed.error().code, ErrorCode::Refused);
        QCOMPARE(server.requestCount(), 1);
    }

    void redirectsAreNotFollowed()
    {
        FaultServer other(FaultServer::replies([](Peer &peer) { peer.answer(200, Empty, "application/xml"); }), "127.0.0.2");
        for (const int status : {301, 302, 303, 307, 308}) {
            FaultServer server(FaultServer::replies([&](Peer &peer) {
                peer.answer(status, {}, "text/plain", "Location: " + other.url().toLatin1() + peer.request().target + "\r\n");
            }));
            const auto store = storeAt(server);
            QVERIFY(!store->list({}, true, {}, m_job));
            const Status read = store->read(u"a"_s, {}, {{}, [](QByteArrayView) { return true; }}, m_job);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Refused);
            QCOMPARE(server.requestCount(), 2);
        }
        QCOMPARE(other.connectionCount(), 0);
    }

    void refusalsAreExplained_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorCode>("as");
        QTest::addColumn<QString>("word");
        QTest::newRow("key") << 404 << "NoSuchKey"_ba << ErrorCode::NotFound << u"no such file"_s;
        QTest::newRow("bucket") << 404 << "NoSuchBucket"_ba << ErrorCode::NotFound << u"my.bucket"_s;
        QTest::newRow("denied") << 403 << "AccessDenied"_ba << ErrorCode::AccessDenied << u"my.bucket"_s;
        QTest::newRow("signature") << 403 << "SignatureDoesNotMatch"_ba << ErrorCode::AccessDenied << u"secret key"_s;
        QTest::newRow("clock") << 403 << "RequestTimeTooSkewed"_ba << ErrorCode::AccessDenied << u"clock"_s;
        QTest::newRow("unknown key") << 403 << "InvalidAccessKeyId"_ba << ErrorCode::AccessDenied << u"access key"_s;
        QTest::newRow("expired") << 400 << "ExpiredToken"_ba << ErrorCode::AccessDenied << u"expired"_s;
        QTest::newRow("token") << 400 << "InvalidToken"_ba << ErrorCode::AccessDenied << u"AWS_SESSION_TOKEN"_s;
        QTest::newRow("archived") << 403 << "InvalidObjectState"_ba << ErrorCode::Unsupported << u"archive"_s;
        QTest::newRow("broken") << 500 << "InternalError"_ba << ErrorCode::Unreachable << u"500"_s;
        QTest::newRow("busy") << 503 << "SlowDown"_ba << ErrorCode::Unreachable << u"503"_s;
    }
    void refusalsAreExplained()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(ErrorCode, as);
        QFETCH(QString, word);
        FaultServer server(FaultServer::replies([=](Peer &peer) { peer.answer(status, error(code), "application/xml"); }));
        const Status read = storeAt(server)->read(u"a"_s, {}, {{}, [](QByteArrayView) { return true; }}, m_job);
        QVERIFY(!read);
        QCOMPARE(read.error().code, as);
        QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
        for (const QByteArray &canary : {Secret, Token})
            QVERIFY(!(read.error().message + read.error().detail).contains(QString::fromLatin1(canary)));
        QVERIFY(server.requestCount() <= (status == 503 ? 3 : 1));
    }

    void addressesOfAmazon()
    {
        AwsSettings settings;
        settings.credentials = {u"AKID"_s, QString::fromLatin1(Secret), {}};
        for (const QString &bad : {u""_s, u"a/b"_s, u"a b"_s, u"a@b"_s, u".."_s, u"arn:aws:s3:eu-west-1:1:accesspoint/x"_s})
            QVERIFY2(!s3Store(bad, settings), qPrintable(bad));
        VERIFY_RESULT(s3Store(u"bucket"_s, settings));
    }

    void withoutCredentials()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(200, Empty, "application/xml"); }));
        AwsSettings settings = settingsFor(server);
        settings.credentials = {};
        VERIFY_RESULT(s3Store(u"open"_s, settings, quick()).value()->list({}, true, {}, m_job));
        QVERIFY(!server.requests().first().headers.contains("authorization"));
        QVERIFY(!server.requests().first().headers.contains("x-amz-security-token"));
    }
};

QTEST_APPLESS_MAIN(TestS3Store)
#include "tst_s3store.moc"
