// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeregistry.h"
#include "tests/mlflowsql/server/databaseserver.h"
#include "tests/support/testing.h"

#include <map>

// Real servers of all kinds, with the rows of a fixture: every test is run on each of them.
class DatabaseTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr QLatin1StringView Model{"churn-classifier"};

    Assay::SilentJob m_job;
    Assay::StoreRegistry m_registry{Assay::allStoreFormats()};

    Assay::Testing::DatabaseServer &server();
    Assay::Result<std::unique_ptr<Assay::StoreBackend>> open(const QString &address, const Assay::OpenOptions &options = {});
    std::unique_ptr<Assay::StoreBackend> store() { return std::move(open(server().address(), account())).value(); }
    QString loopback(quint16 port) const; // through the network, or something that stands in it
    Assay::OpenOptions account();
    Assay::RegisteredModel model(Assay::StoreBackend &backend, const QString &name = Model);

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void cleanupTestCase() { m_servers.clear(); }
    void init();

private:
    std::map<QString, std::unique_ptr<Assay::Testing::DatabaseServer>> m_servers;
    QMap<QString, QString> m_whyNot;
};
