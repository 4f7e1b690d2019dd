// SPDX-License-Identifier: GPL-3.0-or-later
// What the window kept of a server, as assayctl uses it.
#include "app/cli/savedaccess.h"
#include "models/domain/serveraccount.h"
#include "models/store/storeregistry.h"
#include "tests/support/fakesecrets.h"
#include "tests/support/testing.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const QString Address = u"https://host.example:8443/mlflow"_s;

void keep(const QString &file, const ServerAccount &account)
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(accountGroup(Address) + u"/account"_s, account.toMap());
}

} // namespace

class tst_SavedAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"MLFLOW_TRACKING_URI", "MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_TOKEN"})
            qunsetenv(name);
        m_secrets = {};
        m_file = m_folder.filePath(u"assay.ini"_s);
        QFile::remove(m_file);
    }

    void nothingIsKept()
    {
        QVERIFY(options(Address).credentials.isEmpty());
        QVERIFY(!QFile::exists(m_file)); // asking makes no file
    }

    void accountAndSecret()
    {
        const ServerAccount account{SignIn::Password, u"ann"_s, true, "PEM\nlines\n"};
        keep(m_file, account);
        m_secrets.held.insert(secretKey(Address, account), u"geheim"_s);
        QCOMPARE(options(Address).credentials, (Credentials{u"ann"_s, u"geheim"_s, {}}));
        QCOMPARE(options(Address).authorities, "PEM\nlines\n");
        QCOMPARE(options(u"https://host.example:8443/"_s).credentials.password, u"geheim"_s); // of the same origin
        for (const QString &other : {u"http://host.example:8443/"_s, u"https://host.example/"_s, u"https://other.example:8443/"_s, u"https://host.example:8444/"_s})
            QVERIFY2(options(other).credentials.isEmpty(), qPrintable(other));
    }

    void theEnvironmentComesFirst()
    {
        const ServerAccount account{SignIn::Token, {}, true, {}};
        keep(m_file, account);
        m_secrets.held.insert(secretKey(Address, account), u"kept"_s);
        QCOMPARE(options(Address).credentials.token, u"kept"_s);
        qputenv("MLFLOW_TRACKING_TOKEN", "given");
        const OpenOptions given = options(Address);
        QVERIFY(given.credentials.isEmpty() && given.takesEnvironment); // then the format takes them from there
    }

    void aKeychainThatIsNotThere()
    {
        keep(m_file, {SignIn::Password, u"ann"_s, true, {}});
        m_secrets.trouble = ErrorCode::Unsupported;
        const OpenOptions missing = options(Address);
        QVERIFY(missing.refusal); // no empty password is tried
        QCOMPARE(missing.refusal->code, ErrorCode::AccessDenied);
        QVERIFY2(missing.refusal->message.contains(u"ann"_s) && missing.refusal->message.contains(u"host.example"_s), qPrintable(missing.refusal->message));
        QCOMPARE(missing.credentials.user, u"ann"_s); // what was kept offline is this account's
    }

    void aProxy()
    {
        const ServerAccount account{SignIn::None, {}, true, {}, {ProxyUse::Own, u"http://proxy:3128"_s, u"eve"_s}};
        keep(m_file, account);
        QFile settings(m_file);
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("geheim"));
        QVERIFY(options(Address).refusal);
        m_secrets.held.insert(secretKey(account.proxy), u"geheim"_s);
        const OpenOptions found = options(Address);
        QVERIFY(!found.refusal);
        QCOMPARE(found.proxy, account.proxy);
        QCOMPARE(found.proxyPassword, u"geheim"_s);
    }

private:
    OpenOptions options(const QString &address) { return savedOptions(*m_registry.format(u"mlflow-server"_s), address, {}, m_file, m_secrets); }

    const StoreRegistry m_registry{allStoreFormats()};
    Testing::FakeSecrets m_secrets;
    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(tst_SavedAccess)
#include "tst_savedaccess.moc"
