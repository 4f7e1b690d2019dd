// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/environmentpassword.h"

#include "models/mlflowsql/server/databaseaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

EnvironmentPassword environmentPassword(const Dialect &dialect, const DatabaseAddress &address, const QProcessEnvironment &environment)
{
    const QString password = environment.value(QLatin1StringView(dialect.passwordVariable()));
    const QStringList hosts = environment.value(QLatin1StringView(dialect.hostVariable())).split(u',', Qt::SkipEmptyParts);
    if (hosts.isEmpty())
        return {password, address.isOnThisMachine()};
    const QString own = address.socket().isEmpty() ? address.host : address.socket();
    return {password, std::ranges::any_of(hosts, [&](const QString &host) { return host.trimmed().compare(own, Qt::CaseInsensitive) == 0; })};
}

} // namespace Assay::MlflowSql
