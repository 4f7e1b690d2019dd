// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverenvironment.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

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
        OpenOptions options;
        options.takesEnvironment = true;
        auto server = serverFromEnvironment(u"https://host"_s, options, environmentOf({{u"TRACKING_USERNAME"_s, u"ann"_s}, {u"TRACKING_PASSWORD"_s, u"p"_s}, {u"TRACKING_TOKEN"_s, u"t"_s}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->credentials.user, u"ann"_s);
        QCOMPARE(server->credentials.password, u"p"_s);
        server = serverFromEnvironment(u"https://host"_s, options, environmentOf({{u"TRACKING_USERNAME"_s, u"ann"_s}, {u"TRACKING_TOKEN"_s, u"t"_s}}));
        VERIFY_RESULT(server);
        QVERIFY(server->credentials.user.isEmpty()); // MLflow needs both
        QCOMPARE(server->credentials.token, u"t"_s);
        server = serverFromEnvironment(u"https://bob:x@host"_s, options, environmentOf({{u"TRACKING_USERNAME"_s, u"ann"_s}, {u"TRACKING_PASSWORD"_s, u"p"_s}}));
        VERIFY_RESULT(server);
        QCOMPARE(server->credentials.user, u"bob"_s);
    }

    void credentialsOfAnotherServerStayAway_data()
    {
        QTest::addColumn<QString>("tracking");
        QTest::addColumn<bool>("isMeant"); // for this server
        QTest::addColumn<bool>("isFree");  // for the one that somebody chooses
        QTest::newRow("the same") << u"https://host/mlflow"_s << true << false;
        QTest::newRow("the same port") << u"https://host:443"_s << true << false;
        QTest::newRow("a folder") << u"./mlruns"_s << false << true;
        QTest::newRow("a file address") << u"file:///data/mlruns"_s << false << true;
        QTest::newRow("none") << QString() << false << true;
        QTest::newRow("another host") << u"https://other"_s << false << false;
        QTest::newRow("another port") << u"https://host:5000"_s << false << false;
        QTest::newRow("not encrypted") << u"http://host"_s << false << false;
        QTest::newRow("a database") << u"postgresql://host/mlflow"_s << false << false;
        QTest::newRow("of a service") << u"databricks://profile"_s << false << false;
    }

    void credentialsOfAnotherServerStayAway()
    {
        QFETCH(QString, tracking);
        QFETCH(bool, isMeant);
        QFETCH(bool, isFree);
        const auto environment = environmentOf({{u"TRACKING_URI"_s, tracking}, {u"TRACKING_TOKEN"_s, u"secret"_s}, {u"WORKSPACE"_s, u"w"_s}});
        for (const bool isChosen : {false, true}) {
            OpenOptions options;
            options.takesEnvironment = isChosen;
            const auto server = serverFromEnvironment(u"https://host"_s, options, environment);
            VERIFY_RESULT(server);
            QCOMPARE(server->credentials.token, isMeant || (isFree && isChosen) ? u"secret"_s : QString());
            QCOMPARE(server->headers.isEmpty(), !isMeant && !isFree); // a workspace is no secret
        }
        QCOMPARE(hasCredentials(u"https://host"_s, environment), isMeant);
        QCOMPARE(freeCredentials(u"https://host"_s, environment), isFree ? u"MLFLOW_TRACKING_TOKEN"_s : QString());
    }

    void whatIsMissingSendsNothing()
    {
        OpenOptions options;
        options.refusal = Error{ErrorCode::AccessDenied, u"missing"_s, {}};
        const auto server = serverFromEnvironment(u"https://host"_s, options, environmentOf({{u"TRACKING_URI"_s, u"https://host"_s}, {u"TRACKING_TOKEN"_s, u"secret"_s}}));
        QVERIFY(!server);
        QCOMPARE(server.error().message, u"missing"_s);
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

    // On the thread of the window, for every key that somebody types: a pipe would hold it up for ever.
    void nothingIsReadToKnowOfCredentials()
    {
        QTemporaryDir folder;
        const QByteArray pipe = QFile::encodeName(folder.filePath(u"pipe"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const auto environment = environmentOf({{u"TRACKING_URI"_s, u"https://host"_s}, {u"TRACKING_TOKEN"_s, u"t"_s}, {u"TRACKING_SERVER_CERT_PATH"_s, QString::fromUtf8(pipe)}});
        QVERIFY(hasCredentials(u"https://host"_s, environment));
        const auto server = serverFromEnvironment(u"https://host"_s, {}, environment); // nor does a worker wait for it
        QVERIFY(!server);
        QCOMPARE(server.error().code, ErrorCode::Unreadable);
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
