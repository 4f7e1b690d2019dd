// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverformat.h"

#include "models/mlflowsql/server/serverstore.h"

namespace Assay::MlflowSql {

bool ServerFormat::takesAddress(const QString &scheme) const
{
    return m_dialect->schemes().contains(DatabaseAddress::plainScheme(scheme));
}

StoreProbe ServerFormat::probe(const QString &address, Job &) const
{
    const auto parsed = DatabaseAddress::parse(address, m_dialect->schemes());
    if (!parsed)
        return {{}, parsed.error().message};
    if (!parsed->password.isEmpty())
        TypedPasswords::keep(parsed->location(), parsed->password);
    return {{{id(), parsed->location(), false}}, {}};
}

Result<std::unique_ptr<StoreBackend>> ServerFormat::open(const QString &location, const OpenOptions &options, Job &job) const
{
    auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    if (!address)
        return address.error();
    return ServerStore::open({m_dialect.get(), *address, options.credentials, options.authorities}, options, job);
}

bool ServerFormat::hasCredentials(const QString &location) const
{
    const auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    return address && (!TypedPasswords::of(address->location()).isEmpty() || m_dialect->hasPassword(*address));
}

} // namespace Assay::MlflowSql
