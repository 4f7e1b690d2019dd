// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/awssettings.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Assay;
using namespace Qt::StringLiterals;

class TestAwsSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    ObjectEnvironment with(std::initializer_list<std::pair<const char *, const char *>> variables) const
    {
        ObjectEnvironment environment{QProcessEnvironment(), m_home.path()};
        for (const auto &[name, value] : variables)
            environment.variables.insert(QString::fromUtf8(name), QString::fromUtf8(value));
        return environment;
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QDir(m_home.path()).mkpath(u".aws"_s);
        QFile file(m_home.filePath(u".aws/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_home.filePath(u".aws"_s)).removeRecursively();
    }

    void variables()
    {
        const auto settings = awsSettings(with({{"AWS_ACCESS_KEY_ID", "id"}, {"AWS_SECRET_ACCESS_KEY", "key"}, {"AWS_SESSION_TOKEN", "token"}, {"AWS_DEFAULT_REGION", "eu-west-1"}}));
        VERIFY_RESULT(settings);
        QCOMPARE(settings->credentials, (Credentials{u"id"_s, u"key"_s, {}}));
        QCOMPARE(settings->sessionToken, "token");
        QCOMPARE(settings->region, u"eu-west-1"_s);
        QVERIFY(settings->endpoint.isEmpty());
        const auto half = awsSettings(with({{"AWS_ACCESS_KEY_ID", "id"}}));
        QVERIFY(!half && half.error().code == ErrorCode::AccessDenied);
        QVERIFY(!awsSettings(with({{"AWS_ACCESS_KEY_ID", "id"}, {"AWS_SECRET_ACCESS_KEY", "key"}, {"AWS_REGION", "evil.example/"}})));
        const auto unsignedRequests = awsSettings(with({{"AWS_NO_SIGN_REQUEST", "YES"}}));
        VERIFY_RESULT(unsignedRequests);
        QVERIFY(unsignedRequests->credentials.isEmpty());
    }

    void profiles()
    {
        write(u"credentials"_s, "# mine\n[default]\naws_access_key_id=d\naws_secret_access_key=ds\n\n[ team ]\r\naws_access_key_id = t\r\naws_secret_access_key = ts+/= # not mine\r\naws_session_token=tt\r\n");
        write(u"config"_s, "[default]\nregion=eu-north-1\n[profile team]\nregion = us-west-2\nendpoint_url = http://127.0.0.1:9000\ns3 =\n  region = other\n"
                           "[profile keyed]\naws_access_key_id=c\naws_secret_access_key=cs\n[profile run]\ncredential_process=/bin/sh -c 'touch pwned'\n"
                           "[profile web]\nsso_session = x\n[profile role]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = default\n");
        auto settings = awsSettings(with({}));
        VERIFY_RESULT(settings);
        QCOMPARE(settings->credentials.user, u"d"_s);
        QCOMPARE(settings->region, u"eu-north-1"_s);
        settings = awsSettings(with({{"AWS_PROFILE", "team"}}));
        VERIFY_RESULT(settings);
        QCOMPARE(settings->credentials, (Credentials{u"t"_s, u"ts+/="_s, {}}));
        QCOMPARE(settings->sessionToken, "tt");
        QCOMPARE(settings->region, u"us-west-2"_s);
        QCOMPARE(settings->endpoint, QUrl(u"http://127.0.0.1:9000"_s));
        settings = awsSettings(with({{"AWS_PROFILE", "keyed"}}));
        VERIFY_RESULT(settings);
        QCOMPARE(settings->credentials.user, u"c"_s);
        for (const char *name : {"run", "web", "role", "gone"}) {
            settings = awsSettings(with({{"AWS_PROFILE", name}}));
            QVERIFY2(!settings && settings.error().code == ErrorCode::AccessDenied, name);
            QVERIFY2(settings.error().message.contains(QString::fromUtf8(name)), name);
        }
    }

    // As boto has it: a role comes before keys, and so does a sign-in on the web; a program comes between the keys of both files.
    void keysBesideARole()
    {
        write(u"credentials"_s, "[both]\naws_access_key_id=b\naws_secret_access_key=bs\n[here]\naws_access_key_id=h\naws_secret_access_key=hs\nrole_arn=arn:aws:iam::1:role/x\n"
                                "[web]\naws_access_key_id=w\naws_secret_access_key=ws\n[shared]\naws_access_key_id=s\naws_secret_access_key=ss\n");
        write(u"config"_s, "[profile both]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = both\n[profile web]\nsso_session = x\n"
                           "[profile shared]\ncredential_process = /bin/false\n[profile program]\ncredential_process = /bin/false\naws_access_key_id=p\naws_secret_access_key=ps\n");
        for (const char *name : {"both", "here", "web", "program"}) {
            const auto settings = awsSettings(with({{"AWS_PROFILE", name}}));
            QVERIFY2(!settings && settings.error().code == ErrorCode::AccessDenied, name);
            QVERIFY2(settings.error().message.contains(u"export-credentials"_s), name);
        }
        const auto shared = awsSettings(with({{"AWS_PROFILE", "shared"}}));
        VERIFY_RESULT(shared);
        QCOMPARE(shared->credentials.user, u"s"_s);
        const auto given = awsSettings(with({{"AWS_PROFILE", "both"}, {"AWS_ACCESS_KEY_ID", "id"}, {"AWS_SECRET_ACCESS_KEY", "key"}}));
        VERIFY_RESULT(given);
        QCOMPARE(given->credentials.user, u"id"_s);
        QVERIFY(!awsSettings(with({{"AWS_PROFILE", "shared"}, {"AWS_WEB_IDENTITY_TOKEN_FILE", "/token"}})));
    }

    void nothingSetUp()
    {
        const auto settings = awsSettings(with({}));
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, ErrorCode::AccessDenied);
        QVERIFY(settings.error().message.contains(u"AWS_ACCESS_KEY_ID"_s));
    }

    void endpoints()
    {
        const std::pair<const char *, const char *> id{"AWS_ACCESS_KEY_ID", "id"}, key{"AWS_SECRET_ACCESS_KEY", "key"};
        auto settings = awsSettings(with({id, key, {"AWS_ENDPOINT_URL", "https://a.example"}, {"AWS_ENDPOINT_URL_S3", "https://b.example"}, {"MLFLOW_S3_ENDPOINT_URL", "https://c.example/x/"}}));
        VERIFY_RESULT(settings);
        QCOMPARE(settings->endpoint, QUrl(u"https://c.example/x"_s));
        settings = awsSettings(with({id, key, {"AWS_ENDPOINT_URL", "https://a.example"}, {"AWS_ENDPOINT_URL_S3", "https://b.example"}}));
        QCOMPARE(settings->endpoint, QUrl(u"https://b.example"_s));
        settings = awsSettings(with({id, key, {"AWS_ENDPOINT_URL", "https://a.example"}, {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"}}));
        QVERIFY(settings->endpoint.isEmpty());
        QVERIFY(!awsSettings(with({id, key, {"AWS_ENDPOINT_URL", "file:///etc"}})));
        QVERIFY(!awsSettings(with({id, key, {"AWS_ENDPOINT_URL", "https://user:secret@a.example"}})));
        settings = awsSettings(with({id, key, {"AWS_ENDPOINT_URL", "https://a.example"}, {"MLFLOW_S3_IGNORE_TLS", "true"}}));
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, ErrorCode::Refused);
    }

    void filesThatAreNone()
    {
        const std::pair<const char *, const char *> id{"AWS_ACCESS_KEY_ID", "id"}, key{"AWS_SECRET_ACCESS_KEY", "key"};
        const QByteArray pipe = m_home.filePath(u"pipe"_s).toUtf8();
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        QVERIFY(!awsSettings(with({id, key, {"AWS_SHARED_CREDENTIALS_FILE", pipe.constData()}})));
        QVERIFY(!awsSettings(with({id, key, {"AWS_CA_BUNDLE", "/no/such/file"}})));
        write(u"config"_s, QByteArray(2 << 20, 'x'));
        QVERIFY(!awsSettings(with({id, key})));
    }
};

QTEST_APPLESS_MAIN(TestAwsSettings)
#include "tst_awssettings.moc"
