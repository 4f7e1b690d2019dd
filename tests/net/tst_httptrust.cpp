// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of servers on the loopback, made and served by the openssl program.
#include "models/net/httpclient.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int freePort()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    ::bind(listener, reinterpret_cast<sockaddr *>(&place), size);
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&place), &size);
    ::close(listener);
    return ntohs(place.sin_port);
}

bool openssl(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool makeAuthority(const QString &folder, const QString &name)
{
    return openssl(folder, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s,
                            name + u".key"_s, u"-out"_s, name + u".pem"_s, u"-subj"_s, u"/CN="_s + name, u"-days"_s, u"2"_s});
}

// For the loopback unless `names` says otherwise; signed by an authority, else by itself.
bool makeCertificate(const QString &folder, const QString &name, const QString &authority, const QStringList &validity, const QString &names)
{
    QFile extensions(folder + u"/ext"_s);
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write("subjectAltName=" + names.toUtf8() + "\n");
    extensions.close();
    if (!openssl(folder, {u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, name + u".key"_s,
                          u"-out"_s, name + u".csr"_s, u"-subj"_s, u"/CN=server"_s}))
        return false;
    const QStringList signer = authority.isEmpty()
        ? QStringList{u"-signkey"_s, name + u".key"_s}
        : QStringList{u"-CA"_s, authority + u".pem"_s, u"-CAkey"_s, authority + u".key"_s, u"-CAcreateserial"_s};
    return openssl(folder, QStringList{u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-extfile"_s, u"ext"_s, u"-out"_s, name + u".pem"_s} + signer + validity);
}

} // namespace

class tst_HttpTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("There is no openssl program here to make certificates with.");
        const QString folder = m_folder.path();
        const QString here = u"IP:127.0.0.1,DNS:localhost"_s;
        QVERIFY(makeAuthority(folder, u"ours"_s));
        QVERIFY(makeAuthority(folder, u"theirs"_s));
        QVERIFY(makeCertificate(folder, u"good"_s, u"ours"_s, {u"-days"_s, u"2"_s}, here));
        QVERIFY(makeCertificate(folder, u"stranger"_s, u"theirs"_s, {u"-days"_s, u"2"_s}, here));
        QVERIFY(makeCertificate(folder, u"self"_s, {}, {u"-days"_s, u"2"_s}, here));
        QVERIFY(makeCertificate(folder, u"elsewhere"_s, u"ours"_s, {u"-days"_s, u"2"_s}, u"DNS:other.example"_s));
        QVERIFY(makeCertificate(folder, u"expired"_s, u"ours"_s, {u"-days"_s, u"-1"_s}, here)
                || makeCertificate(folder, u"expired"_s, u"ours"_s, {u"-not_before"_s, u"20200101000000Z"_s, u"-not_after"_s, u"20200102000000Z"_s}, here));
    }

    void servers_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("knowsAuthority");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("answer"); // of a read: "ok" or the kind of error
        QTest::newRow("own authority") << u"good"_s << true << QStringList{} << u"ok"_s;
        QTest::newRow("authority unknown to the system") << u"good"_s << false << QStringList{} << u"untrusted"_s;
        QTest::newRow("another authority") << u"stranger"_s << true << QStringList{} << u"untrusted"_s;
        QTest::newRow("self-signed") << u"self"_s << true << QStringList{} << u"untrusted"_s;
        QTest::newRow("self-signed, system's authorities") << u"self"_s << false << QStringList{} << u"untrusted"_s;
        QTest::newRow("another host's") << u"elsewhere"_s << true << QStringList{} << u"untrusted"_s;
        QTest::newRow("expired") << u"expired"_s << true << QStringList{} << u"untrusted"_s;
        QTest::newRow("TLS 1.1") << u"good"_s << true << QStringList{u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s} << u"unreachable"_s;
    }

    void servers()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, knowsAuthority);
        QFETCH(QStringList, options);
        QFETCH(QString, answer);
        const int port = freePort();
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s, certificate + u".pem"_s, u"-key"_s,
                                                certificate + u".key"_s, u"-www"_s} + options);
        QVERIFY(process.waitForStarted());
        QByteArray said;
        while (!said.contains("ACCEPT") && process.waitForReadyRead(5000))
            said += process.readAllStandardOutput();
        QVERIFY2(said.contains("ACCEPT"), process.readAllStandardError().constData());

        Result<HttpServer> server = httpServer(u"https://127.0.0.1:%1"_s.arg(port));
        VERIFY_RESULT(server);
        server->credentials.token = u"canary-91c2"_s;
        if (knowsAuthority)
            server->authorities = read(u"ours.pem"_s);
        HttpLimits limits;
        limits.deadline = 5s;
        limits.retries = 0;
        for (const bool isWrite : {false, true}) {
            HttpClient client(*server, limits);
            SilentJob job;
            const HttpRequest request{HttpMethod::Get, u"/"_s};
            const Result<HttpAnswer> got = isWrite ? client.write(request, job) : client.read(request, job);
            if (answer == "ok"_L1) {
                VERIFY_RESULT(got);
                QCOMPARE(got->status, 200);
            } else {
                QVERIFY(!got);
                QCOMPARE(errorCodeName(got.error().code), answer);
                QVERIFY(!got.error().detail.isEmpty());
            }
        }
        process.kill();
        process.waitForFinished();
    }

private:
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_HttpTrust)
#include "tst_httptrust.moc"
