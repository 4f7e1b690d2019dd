// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mlflowsql/server/databasetest.h"

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

DatabaseServer &DatabaseTest::server()
{
    QFETCH_GLOBAL(QString, kind);
    return *m_servers.at(kind);
}

Result<std::unique_ptr<StoreBackend>> DatabaseTest::open(const QString &address, const OpenOptions &options)
{
    const auto candidate = m_registry.locate(address, m_job);
    if (!candidate)
        return candidate.error();
    return m_registry.open(*candidate, options, m_job);
}

QString DatabaseTest::loopback(quint16 port) const
{
    QFETCH_GLOBAL(QString, kind);
    return u"%1://assay@127.0.0.1:%2/mlflow"_s.arg(kind).arg(port);
}

OpenOptions DatabaseTest::account()
{
    OpenOptions options;
    options.credentials = {u"assay"_s, server().password(), {}};
    return options;
}

RegisteredModel DatabaseTest::model(StoreBackend &backend, const QString &name)
{
    const auto models = backend.models(m_job);
    if (models)
        for (const RegisteredModel &one : models->value)
            if (one.name == name)
                return one;
    return {};
}

void DatabaseTest::initTestCase_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mysql") << u"mysql"_s;
}

void DatabaseTest::initTestCase()
{
    for (const QString &kind : {u"postgresql"_s, u"mysql"_s})
        m_servers[kind] = std::make_unique<DatabaseServer>(kind, fixture(u"sqlite-3.17/mlflow.db"_s));
    for (const auto &[kind, server] : m_servers)
        m_whyNot[kind] = server->waitUntilThere();
}

void DatabaseTest::init()
{
    QFETCH_GLOBAL(QString, kind);
    if (const QString why = m_whyNot.value(kind); why.startsWith("skipped: "_L1))
        QSKIP(qPrintable(why));
    else
        QVERIFY2(why.isEmpty(), qPrintable(why));
}
