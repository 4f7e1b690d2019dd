// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverstore.h"

#include "models/mlflowsql/server/servertransaction.h"
#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

ServerStore::ServerStore(const ServerLogin &login, const OpenOptions &options)
    : SqlStore(login.dialect->formatId(), login.address.location(), options.rootMappings)
    , m_login(login)
{
}

Result<std::unique_ptr<StoreBackend>> ServerStore::open(const ServerLogin &login, const OpenOptions &options, Job &job)
{
    std::unique_ptr<ServerStore> store(new ServerStore(login, options));
    if (const Status looked = store->look(job); !looked)
        return looked.error();
    return std::unique_ptr<StoreBackend>(std::move(store));
}

Status ServerStore::connect(Job &job)
{
    auto connection = ServerConnection::open(m_login, false, job);
    if (!connection)
        return connection.error();
    m_connection = std::move(*connection);
    noteEncryption();
    return {};
}

// Between two machines, what goes over the wire can be read on the way unless somebody sees to it.
void ServerStore::noteEncryption()
{
    m_notes.clear();
    const DatabaseAddress &address = m_login.address;
    if (address.isOnThisMachine())
        return;
    QString cipher;
    const auto asked = m_connection->select(m_login.dialect->isEncryptedQuery(), [&](const Row &row) { cipher = row.text(row.size()); });
    const auto note = [&](Severity severity, const QString &code, const QString &message) {
        m_notes.append({severity, code, address.database, 0, {}, {}, {}, message});
    };
    if (!asked || cipher.isEmpty())
        note(Severity::Warning, u"connection-not-encrypted"_s,
             Words::tr("The connection to %1 is not encrypted: everybody on the way can read it.").arg(address.place()));
    else if (!m_login.dialect->verifies(address, m_login.authorities.isEmpty() ? QString() : u"given"_s))
        note(Severity::Hint, u"server-not-verified"_s,
             Words::tr("The connection to %1 is encrypted (%2), but nothing proves that it is this server that answers.").arg(address.place(), cipher));
}

Status ServerStore::withDatabase(Job &job, const std::function<Status(Database &)> &read)
{
    for (int attempt = 0;; ++attempt) {
        const bool isFresh = !m_connection;
        if (isFresh)
            if (const Status connected = connect(job); !connected)
                return connected;
        auto tables = ServerTables::read(*m_connection);
        Status done;
        if (tables) {
            m_tables = std::move(*tables);
            ServerDatabase database(*m_connection, m_tables);
            database.setLogin(m_login);
            done = read(database);
        } else {
            done = tables.error();
        }
        if (done || (done.error().code != ErrorCode::Unreachable && done.error().code != ErrorCode::Canceled))
            return done;
        // A transaction may be open on it.
        m_connection.reset();
        if (done.error().code == ErrorCode::Canceled || isFresh || tables || attempt > 0)
            return done;
    }
}

Result<std::unique_ptr<WriteTransaction>> ServerStore::begin(Job &job)
{
    return ServerTransaction::begin(m_login, job);
}

QString ServerStore::whyNotWritable(Database &database)
{
    bool isWritable = true;
    const Status asked = database.select(m_login.dialect->isWritableQuery(), {}, [&](const Row &row) { isWritable = row.integer(1) != 0; });
    return asked && isWritable ? QString() : Words::tr("The server takes no changes, or not from this account.");
}

} // namespace Assay::MlflowSql
