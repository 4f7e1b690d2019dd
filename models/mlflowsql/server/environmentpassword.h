// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/dialect.h"

#include <QProcessEnvironment>

namespace Assay::MlflowSql {

// The password in the environment. PGPASSWORD is meant for the hosts of PGHOST (MYSQL_PWD for that of MYSQL_HOST), without it for this
// machine, as for the databases' own programs. Those send it to any other server, too, that somebody names; an address may come from
// somebody else, so it goes there only if somebody says so (OpenOptions::takesEnvironment).
struct EnvironmentPassword {
    QString password; // empty: there is none
    bool isMeant = false; // for this server
};
EnvironmentPassword environmentPassword(const Dialect &dialect, const DatabaseAddress &address, const QProcessEnvironment &environment);

} // namespace Assay::MlflowSql
