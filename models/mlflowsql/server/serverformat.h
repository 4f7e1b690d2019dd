// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/dialect.h"
#include "models/mlflowsql/server/serverconnection.h"
#include "models/store/storeformat.h"

namespace Assay::MlflowSql {

// The store format of one kind of database server.
class ServerFormat final : public StoreFormat
{
public:
    ServerFormat(std::unique_ptr<Dialect> dialect, QString displayName)
        : m_dialect(std::move(dialect))
        , m_displayName(std::move(displayName))
    {
    }

    QString id() const override { return m_dialect->formatId(); }
    QString displayName() const override { return m_displayName; }
    bool takesAddress(const QString &scheme) const override;
    bool isRemote() const override { return true; }
    // Whether a server answers there is found out when it is opened. A password in the address is kept for this run only, and
    // not in the location that is found.
    StoreProbe probe(const QString &address, Job &job) const override;
    Result<std::unique_ptr<StoreBackend>> open(const QString &location, const OpenOptions &options, Job &job) const override;
    QString freeCredentials(const QString &location) const override;
    bool hasCredentials(const QString &location) const override;
    void check(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const override;

private:
    ServerLogin login(const DatabaseAddress &address, const OpenOptions &options) const;
    CheckSink tellOfEnvironment(const QString &location, const OpenOptions &options, const CheckSink &tell) const;

    std::unique_ptr<Dialect> m_dialect;
    QString m_displayName;
};

} // namespace Assay::MlflowSql
