// SPDX-License-Identifier: GPL-3.0-or-later
// A real Secret Service on a bus of its own: what was written is read again, and is in no file as it is.
#include "models/secrets/keychain.h"
#include "tests/support/testing.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <optional>

using namespace Assay;
using namespace Qt::StringLiterals;

class tst_DesktopKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &program : {u"dbus-daemon"_s, u"gnome-keyring-daemon"_s})
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP(qPrintable(u"There is no %1 here to keep secrets with."_s.arg(program)));
        const QByteArray home = m_home.path().toUtf8();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, home);
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead(30'000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        QVERIFY(m_keyring.waitForStarted());
        m_keyring.write("password of the keyring");
        m_keyring.closeWriteChannel();
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void secrets()
    {
        const QString key = u"https://host:8443/user/ann"_s;
        // Until the service stands on the bus.
        QTRY_VERIFY_WITH_TIMEOUT(readsAs(key, ErrorCode::NotFound), 30'000);
        Keychain keychain;
        std::optional<Status> done;
        keychain.write(key, u"canary-ä 20b7"_s, this, [&](const Status &status) { done = status; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 30'000);
        VERIFY_RESULT(*done);
        const std::optional<Result<QString>> found = read(key);
        QVERIFY(found);
        VERIFY_RESULT(*found);
        QCOMPARE(**found, u"canary-ä 20b7"_s);
        QVERIFY(readsAs(u"https://host:8443/user/bob"_s, ErrorCode::NotFound));
        int files = 0;
        QDirIterator all(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        for (; all.hasNext(); ++files) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("20b7"), qPrintable(file.fileName()));
        }
        QVERIFY(files > 0); // the keyring's own
        done.reset();
        keychain.remove(key, this, [&](const Status &status) { done = status; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 30'000);
        VERIFY_RESULT(*done);
        QVERIFY(readsAs(key, ErrorCode::NotFound));
        done.reset();
        keychain.remove(key, this, [&](const Status &status) { done = status; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 30'000);
        VERIFY_RESULT(*done); // what is not there counts as removed
    }

private:
    std::optional<Result<QString>> read(const QString &key)
    {
        Keychain keychain;
        std::optional<Result<QString>> found;
        keychain.read(key, this, [&](const Result<QString> &secret) { found = secret; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(found, 30'000); }();
        return found;
    }
    bool readsAs(const QString &key, ErrorCode code)
    {
        const auto found = read(key);
        return found && !*found && found->error().code == code;
    }

    QTemporaryDir m_home;
    QProcess m_bus, m_keyring;
};

QTEST_GUILESS_MAIN(tst_DesktopKeychain)
#include "tst_desktopkeychain.moc"
