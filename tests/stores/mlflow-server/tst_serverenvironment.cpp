// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverenvironment.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::MlflowServer;
using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment environmentOf(std::initializer_list<std::pair<QString, QString>> values)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : values)
        environment.insert(u"MLFLOW_"_s + name, value);
    return environment;
}

} // namespace

class tst_ServerEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentials()
    {
        auto server = serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_USERNAME"_s, u"ann"_s}, {u"TRACKING_PASSWORD"_s, u"p"_s}, {u"TRACKING_TOKEN"_s, u"t"_s}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->credentials.user, u"ann"_s);
        QCOMPARE(server->credentials.password, u"p"_s);
        server = serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_USERNAME"_s, u"ann"_s}, {u"TRACKING_TOKEN"_s, u"t"_s}}));
        VERIFY_RESULT(server);
        QVERIFY(server->credentials.user.isEmpty()); // MLflow needs both
        QCOMPARE(server->credentials.token, u"t"_s);
        server = serverFromEnvironment(u"https://bob:x@host"_s, {}, environmentOf({{u"TRACKING_USERNAME"_s, u"ann"_s}, {u"TRACKING_PASSWORD"_s, u"p"_s}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->credentials.user, u"bob"_s);
    }

    void credentialsOfAnotherServerStayAway_data()
    {
        QTest::addColumn<QString>("tracking");
        QTest::addColumn<bool>("isMeant");
        QTest::newRow("the same") << u"https://host/mlflow"_s << true;
        QTest::newRow("the same port") << u"https://host:443"_s << true;
        QTest::newRow("a folder") << u"./mlruns"_s << true;
        QTest::newRow("a file address") << u"file:///data/mlruns"_s << true;
        QTest::newRow("none") << QString() << true;
        QTest::newRow("another host") << u"https://other"_s << false;
        QTest::newRow("another port") << u"https://host:5000"_s << false;
        QTest::newRow("not encrypted") << u"http://host"_s << false;
        QTest::newRow("a database") << u"postgresql://host/mlflow"_s << false;
        QTest::newRow("of a service") << u"databricks://profile"_s << false;
    }

    void credentialsOfAnotherServerStayAway()
    {
        QFETCH(QString, tracking);
        QFETCH(bool, isMeant);
        const auto server = serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_URI"_s, tracking}, {u"TRACKING_TOKEN"_s, u"secret"_s}, {u"WORKSPACE"_s, u"w"_s}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->credentials.token, isMeant ? u"secret"_s : QString());
        QCOMPARE(server->headers.isEmpty(), !isMeant);
    }

    void workspace()
    {
        const auto server = serverFromEnvironment(u"http://host"_s, {}, environmentOf({{u"WORKSPACE"_s, u"team ä"_s}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->headers.size(), 1);
        QCOMPARE(server->headers.constFirst().second, u"team ä"_s.toUtf8());
        QVERIFY(!serverFromEnvironment(u"http://host"_s, {}, environmentOf({{u"WORKSPACE"_s, u"a\r\nX-Evil: 1"_s}})));
    }

    void certificatesAreAlwaysLookedAt()
    {
        for (const QString &yes : {u"true"_s, u"TRUE"_s, u"1"_s}) {
            const auto server = serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_INSECURE_TLS"_s, yes}}));
            QVERIFY(!server);
            QCOMPARE(server.error().code, ErrorCode::Refused);
            QVERIFY(server.error().message.contains("MLFLOW_TRACKING_SERVER_CERT_PATH"_L1));
        }
        QVERIFY(serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_INSECURE_TLS"_s, u"false"_s}})));
    }

    void ownAuthority()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----");
        file.close();
        const auto server = serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_SERVER_CERT_PATH"_s, file.fileName()}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->authorities, "-----BEGIN CERTIFICATE-----");
        const auto missing = serverFromEnvironment(u"https://host"_s, {}, environmentOf({{u"TRACKING_SERVER_CERT_PATH"_s, folder.filePath(u"none"_s)}}));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Unreadable);
    }

    void whatIsGivenComesBeforeTheEnvironment()
    {
        const auto environment = environmentOf({{u"TRACKING_TOKEN"_s, u"theirs"_s}, {u"TRACKING_SERVER_CERT_PATH"_s, u"/there is none"_s}, {u"WORKSPACE"_s, u"w"_s}});
        OpenOptions options;
        options.credentials.user = u"ann"_s;
        options.credentials.password = u"p"_s;
        options.authorities = "PEM";
        const auto server = serverFromEnvironment(u"https://host"_s, options, environment);
        VERIFY_RESULT(server);
        QCOMPARE(server->credentials, options.credentials);
        QCOMPARE(server->authorities, "PEM");
        QCOMPARE(server->headers.size(), 1);
        const auto plain = serverFromEnvironment(u"http://host"_s, options, environment);
        VERIFY_RESULT(plain);
        QVERIFY(plain->authorities.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ServerEnvironment)
#include "tst_serverenvironment.moc"
