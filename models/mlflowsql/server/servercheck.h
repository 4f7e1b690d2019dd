// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/checkstep.h"
#include "models/mlflowsql/server/serverconnection.h"

#include <chrono>

namespace Assay::MlflowSql {

// What the way to a database showed.
struct ServerCheck {
    bool isPassed = false;
    QString warning = {}; // what one should know of tables that can be read
    int upgradesBehind = 0;
};

// Takes the steps to a database server one after the other and tells of each: the name, the connection, its encryption, who one
// is there, and that MLflow's tables are there and may be read. Blocks; a cancelled job ends it without a word.
ServerCheck checkServer(const ServerLogin &login, const CheckSink &tell, Job &job);

// Whether a server takes connections at a host and port: the first two of these steps. `patience`: for each of the host's
// numbers; looking up a name takes what the system's resolver takes.
bool checkReach(const QString &host, int port, const CheckSink &tell, Job &job, std::chrono::milliseconds patience = std::chrono::seconds(ServerConnection::ConnectSeconds));

} // namespace Assay::MlflowSql
