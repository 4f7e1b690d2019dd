// SPDX-License-Identifier: GPL-3.0-or-later
// What the keychain answers where there is none: an error, and no file in its place.
#include "models/domain/serveraccount.h"
#include "models/secrets/keychain.h"
#include "tests/support/testing.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <optional>

using namespace Assay;
using namespace Qt::StringLiterals;

class tst_Keychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.filePath(u"none"_s).toUtf8());
        qunsetenv("DISPLAY"); // no bus is started for it
    }

    void withoutADesktop()
    {
        Keychain keychain;
        std::optional<Status> written;
        std::optional<Result<QString>> read;
        keychain.write(u"https://host/user/ann"_s, u"canary-5d21"_s, this, [&](const Status &status) { written = status; });
        QVERIFY(!written); // never within the call
        QTRY_VERIFY_WITH_TIMEOUT(written, 30'000);
        QVERIFY(!*written);
        QVERIFY(!written->error().message.contains(u"canary"_s));
        QVERIFY(!written->error().detail.contains(u"canary"_s));
        keychain.read(u"https://host/user/ann"_s, this, [&](const Result<QString> &secret) { read = secret; });
        QTRY_VERIFY_WITH_TIMEOUT(read, 30'000);
        QVERIFY(!*read);
        QVERIFY2(read->error().code != ErrorCode::NotFound, qPrintable(read->error().detail));
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
        }
    }

    void keysAreEachOriginsAndAccounts()
    {
        const ServerAccount ann{SignIn::Password, u"ann"_s, true, {}};
        ServerAccount bob = ann;
        bob.user = u"bob"_s;
        const ServerAccount token{SignIn::Token, {}, true, {}};
        const QString key = secretKey(u"https://host/a"_s, ann);
        QCOMPARE(secretKey(u"https://host:443/b/"_s, ann), key);
        for (const QString &other : {secretKey(u"http://host/a"_s, ann), secretKey(u"https://host:8443/a"_s, ann), secretKey(u"https://host.example/a"_s, ann),
                                     secretKey(u"https://host/a"_s, bob), secretKey(u"https://host/a"_s, token)})
            QVERIFY2(other != key, qPrintable(other));
    }

    void accountsOutliveTheirMap()
    {
        const ServerAccount account{SignIn::Token, u"ann"_s, false, "-----BEGIN\nä\n"};
        QCOMPARE(ServerAccount::fromMap(account.toMap()), account);
        QCOMPARE(ServerAccount::fromMap({}), ServerAccount());
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"
