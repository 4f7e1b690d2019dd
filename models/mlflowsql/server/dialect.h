// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/database.h"
#include "models/mlflowsql/server/databaseaddress.h"

class QSqlError;

namespace Assay::MlflowSql {

class ServerConnection;

// What kept a server from doing what it was asked for.
enum class Trouble {
    Unreachable,
    TooMany,      // connections, or it starts or stops
    NoEncryption, // was asked for, and is not offered
    Untrusted,
    WrongName, // in the certificate
    EncryptionWanted,
    AccessDenied,
    NoPassword, // and one is wanted
    WrongPassword,
    UnknownUser,
    NotFromHere,
    NoRight, // to the database, or there is none
    NoDatabase,
    Locked,
    TooSlow,
    ReadOnly,
    Duplicate,
    TooLong,
    Other
};

// A SELECT over one table that may have any number of rows.
struct PieceQuery {
    QByteArray table;
    QList<QByteArray> columns; // as they stand in the SELECT
    QList<QByteArray> terms;   // of the condition, all of them hold
    QList<QByteArray> order;   // names of columns that tell the rows apart, in the order of an index
};

// What tells one kind of database server from another. Without state.
class Dialect
{
public:
    virtual ~Dialect() = default;

    virtual QString formatId() const = 0;
    virtual QString product() const = 0; // "PostgreSQL"
    virtual QString driver() const = 0;  // Qt's name for it
    virtual QStringList schemes() const = 0; // the first is the one that is written
    virtual int usualPort() const = 0;
    virtual QString versionText(const QString &version) const = 0; // of what versionQuery() gave, for people
    // What its own programs read in the environment: "PGPASSWORD", and "PGHOST" for where that belongs.
    virtual const char *passwordVariable() const = 0;
    virtual const char *hostVariable() const = 0;
    virtual bool hasPasswordFile() const = 0; // with a password for each server, where the driver looks by itself
    virtual QString noPasswordOption() const = 0; // of Qt's driver: keeps it from taking that of the environment by itself

    // What is connected to over the network: a name or a number; empty: a socket.
    virtual QString networkHost(const DatabaseAddress &address) const = 0;
    // As the driver wants it.
    virtual QString hostFor(const DatabaseAddress &address, const QString &authorities) const = 0;
    // Options of Qt's driver. `authorities`: a file of certificates to trust; empty for what the address or the machine says.
    // Unsupported for what the address asks for and the driver cannot give.
    virtual Result<QString> connectOptions(const DatabaseAddress &address, const QString &authorities) const = 0;
    // Whether what the address asks for may end in a connection without encryption by itself, and must not.
    virtual bool wantsEncryption(const DatabaseAddress &address) const = 0;
    // Whether the server has to show a certificate that is trusted, and for its host.
    virtual bool verifies(const DatabaseAddress &address, const QString &authorities) const = 0;

    // What every session begins with: texts without escapes, names in double quotes, nothing that lasts for ever. A reading
    // one cannot write. Where sessions are shared with other programs (by pgbouncer), what has to hold for a transaction alone
    // stands in begin().
    virtual QList<QByteArray> session(bool isWriting, const QString &version) const = 0;
    // Begins a transaction. Empty where a reading session needs none.
    virtual QByteArray begin(bool isWriting) const = 0;
    virtual QByteArray versionQuery() const = 0;
    virtual QByteArray idQuery() const = 0;                   // of the transaction it is asked in, or of its session
    virtual QByteArray outcomeQuery(qint64 id) const = 0;     // "running", "made", "undone"; "ended" where nobody knows more
    virtual QByteArray isEncryptedQuery() const = 0;          // the last column says with what, empty for not at all
    virtual QByteArray isWritableQuery() const = 0;           // 0 where this account or server cannot write
    virtual QByteArray columnsQuery() const = 0;              // table, column of all base tables of the database
    virtual QByteArray primaryKeysQuery() const = 0;          // table, column in the order of the key
    virtual QByteArray estimatesQuery() const = 0;            // table, number of rows

    // That a column holds exactly a text, which is an expression.
    virtual QByteArray isText(const QByteArray &column, const QByteArray &text) const = 0;
    virtual Status readPieces(ServerConnection &connection, const PieceQuery &query, Job &job, const RowSink &sink) const = 0;
    virtual Trouble troubleOf(const QSqlError &error, bool isConnecting) const = 0;
};

} // namespace Assay::MlflowSql
