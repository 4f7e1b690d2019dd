// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/openobjectstore.h"
#include "models/objectstore/s3store.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

const QByteArray Token = "ya29.cAnArY-token";
const QByteArray Page = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key><Size>1</Size></Contents></ListBucketResult>";

QByteArray pemOf(EVP_PKEY *key)
{
    BIO *const text = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(text, key, nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(text, &data);
    const QByteArray pem(data, size);
    BIO_free(text);
    return pem;
}

QByteArray decoded(const QByteArray &part)
{
    return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isSignedBy(EVP_PKEY *key, const QByteArray &jwt)
{
    const QList<QByteArray> parts = jwt.split('.');
    if (parts.size() != 3)
        return false;
    const QByteArray text = parts[0] + '.' + parts[1], signature = decoded(parts[2]);
    EVP_MD_CTX *const digest = EVP_MD_CTX_new();
    const bool isGood = EVP_DigestVerifyInit(digest, nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(digest, reinterpret_cast<const unsigned char *>(signature.constData()), size_t(signature.size()),
                            reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size())) == 1;
    EVP_MD_CTX_free(digest);
    return isGood;
}

} // namespace

class TestGoogleStore : public QObject
{
    Q_OBJECT

    SilentJob m_job;
    QTemporaryDir m_home;
    EVP_PKEY *m_key = nullptr;
    const ObjectPlace m_place{ObjectPlace::Kind::Gcs, u"bucket"_s, {}, {}, {}};

    ObjectEnvironment with(std::initializer_list<std::pair<const char *, QString>> variables) const
    {
        ObjectEnvironment environment{QProcessEnvironment(), m_home.path()};
        for (const auto &[name, value] : variables)
            environment.variables.insert(QString::fromUtf8(name), value);
        return environment;
    }
    QString file(const QJsonObject &content) const
    {
        QFile file(m_home.filePath(u"credentials.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(content).toJson());
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { m_key = EVP_RSA_gen(2048); }
    void cleanupTestCase() { EVP_PKEY_free(m_key); }

    void serviceAccounts()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) { peer.answer(200, "{\"access_token\": \"" + Token + "\", \"expires_in\": 3599}"); }));
        const QString address = server.url() + "/token"_L1;
        const QString path = file({{u"type"_s, u"service_account"_s}, {u"client_email"_s, u"a@b"_s}, {u"private_key"_s, QString::fromLatin1(pemOf(m_key))}, {u"token_uri"_s, address}});
        const auto settings = googleSettings(with({{"GOOGLE_APPLICATION_CREDENTIALS", path}}), {}, m_job);
        VERIFY_RESULT(settings);
        QCOMPARE(settings->token, QString::fromLatin1(Token));
        QCOMPARE(settings->endpoint, QUrl(u"https://storage.googleapis.com"_s));
        const FaultServer::Request request = server.requests().first();
        QCOMPARE(request.target, "/token");
        QCOMPARE(request.headers.value("content-type"), "application/x-www-form-urlencoded");
        const QByteArray begin = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
        QVERIFY(request.body.startsWith(begin));
        const QByteArray jwt = request.body.mid(begin.size());
        QVERIFY(isSignedBy(m_key, jwt));
        const QJsonObject claims = QJsonDocument::fromJson(decoded(jwt.split('.')[1])).object();
        QCOMPARE(claims.value("iss"_L1).toString(), u"a@b"_s);
        QCOMPARE(claims.value("aud"_L1).toString(), address);
        QVERIFY(claims.value("scope"_L1).toString().endsWith(u"devstorage.read_only"_s));
        QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 3600);
    }

    void people()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            peer.request().body.contains("refresh_token=r%2F1") ? peer.answer(200, "{\"access_token\": \"" + Token + "\"}") : peer.answer(400, "{\"error\": \"invalid_grant\", \"error_description\": \"canary\"}");
        }));
        QDir(m_home.path()).mkpath(u".config/gcloud"_s);
        const auto settingsFor = [&](const QString &token) {
            const QString made = file({{u"type"_s, u"authorized_user"_s}, {u"client_id"_s, u"id"_s}, {u"client_secret"_s, u"secret-canary"_s}, {u"refresh_token"_s, token},
                                       {u"token_uri"_s, server.url() + "/token"_L1}});
            const QString usual = m_home.filePath(u".config/gcloud/application_default_credentials.json"_s);
            QFile::remove(usual);
            QFile::rename(made, usual);
            return googleSettings(with({}), {}, m_job);
        };
        const auto settings = settingsFor(u"r/1"_s);
        VERIFY_RESULT(settings);
        QCOMPARE(settings->token, QString::fromLatin1(Token));
        const auto refused = settingsFor(u"gone"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AccessDenied);
        QVERIFY(!(refused.error().message + refused.error().detail).contains(u"canary"_s));
        QFile::remove(m_home.filePath(u".config/gcloud/application_default_credentials.json"_s));
    }

    void whatIsSetUp()
    {
        QCOMPARE(googleSettings(with({}), {}, m_job).error().code, ErrorCode::AccessDenied);
        QCOMPARE(googleSettings(with({{"CLOUDSDK_AUTH_ACCESS_TOKEN", u"t"_s}}), {}, m_job)->token, u"t"_s);
        QVERIFY(googleSettings(with({{"CLOUDSDK_AUTH_DISABLE_CREDENTIALS", u"true"_s}}), {}, m_job)->token.isEmpty());
        const auto emulator = googleSettings(with({{"STORAGE_EMULATOR_HOST", u"http://127.0.0.1:4443"_s}, {"CLOUDSDK_AUTH_ACCESS_TOKEN", u"t"_s}}), {}, m_job);
        VERIFY_RESULT(emulator);
        QVERIFY(emulator->token.isEmpty());
        for (const QJsonObject &bad : {QJsonObject{{u"type"_s, u"external_account"_s}}, QJsonObject(),
                                       QJsonObject{{u"type"_s, u"service_account"_s}, {u"private_key"_s, u"none"_s}},
                                       QJsonObject{{u"type"_s, u"authorized_user"_s}, {u"token_uri"_s, u"http://evil.example/token"_s}},
                                       QJsonObject{{u"type"_s, u"authorized_user"_s}, {u"token_uri"_s, u"file:///etc/passwd"_s}}})
            QVERIFY(!googleSettings(with({{"GOOGLE_APPLICATION_CREDENTIALS", file(bad)}}), {}, m_job));
        QVERIFY(!googleSettings(with({{"GOOGLE_APPLICATION_CREDENTIALS", u"/no/such/file"_s}}), {}, m_job));
    }

    void requestsCarryTheToken()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            peer.request().target.contains("list-type=2") ? peer.answer(200, Page, "application/xml") : peer.answer(403, "<Error><Code>AccessDenied</Code></Error>", "application/xml");
        }));
        const auto store = googleStore(u"bucket"_s, {QUrl(server.url()), QString::fromLatin1(Token)});
        VERIFY_RESULT(store);
        const auto listed = (*store)->list(u"x/"_s, true, {}, m_job);
        VERIFY_RESULT(listed);
        QCOMPARE(listed->objects, (QList<ObjectEntry>{{u"a"_s, 1}}));
        const Status read = (*store)->read(u"a b"_s, {}, {{}, [](QByteArrayView) { return true; }}, m_job);
        QCOMPARE(read.error().code, ErrorCode::AccessDenied);
        QVERIFY(read.error().message.contains(u"Google"_s));
        for (const FaultServer::Request &request : server.requests())
            QCOMPARE(request.headers.value("authorization"), "Bearer " + Token);
        QCOMPARE(server.requests().last().target, "/bucket/a%20b");
        const auto open = openObjectStore(m_place, with({{"STORAGE_EMULATOR_HOST", server.url()}}), m_job);
        VERIFY_RESULT(open);
        VERIFY_RESULT((*open)->list({}, true, {}, m_job));
        QVERIFY(!server.requests().last().headers.contains("authorization"));
    }
};

QTEST_APPLESS_MAIN(TestGoogleStore)
#include "tst_googlestore.moc"
