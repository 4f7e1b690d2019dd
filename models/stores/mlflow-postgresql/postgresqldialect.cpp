// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-postgresql/postgresqldialect.h"

#include "models/mlflowsql/server/serverconnection.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Assay::MlflowPostgreSql {

using namespace MlflowSql;

namespace {

// What of an address is handed to libpq as it stands there.
constexpr QLatin1StringView LibpqOptions[]
    = {"sslmode"_L1, "sslrootcert"_L1, "sslcert"_L1, "sslkey"_L1, "sslcrl"_L1, "sslsni"_L1, "channel_binding"_L1, "gssencmode"_L1, "krbsrvname"_L1, "target_session_attrs"_L1};

// A value as libpq reads it.
QString quoted(QString value)
{
    return u'\'' + value.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u'\'';
}

QString sslMode(const DatabaseAddress &address)
{
    return address.options.value(u"sslmode"_s, qEnvironmentVariable("PGSSLMODE"));
}

// Words of libpq and of the server, of a failed connection: there is no code to go by.
Trouble troubleOfConnecting(const QString &text)
{
    const auto says = [&text](std::initializer_list<QLatin1StringView> words) {
        return std::ranges::any_of(words, [&](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    if (says({"does not support SSL"_L1, "kein SSL"_L1}))
        return Trouble::NoEncryption;
    if (says({"does not match host name"_L1, "nicht mit dem Hostnamen"_L1}))
        return Trouble::WrongName;
    if (says({"certificate"_L1, "SSL error"_L1, "Zertifikat"_L1}))
        return Trouble::Untrusted;
    if (says({"no password supplied"_L1, "kein Passwort angegeben"_L1}))
        return Trouble::NoPassword;
    if (says({"password"_L1, "Passwort"_L1}))
        return Trouble::WrongPassword;
    if (says({"permission denied for database"_L1, "keine Berechtigung für Datenbank"_L1}))
        return Trouble::NoRight;
    if (says({"FATAL:  role \""_L1, "Rolle »"_L1, "Rolle „"_L1}))
        return Trouble::UnknownUser;
    // Behind these: where the server lets in encrypted connections alone, libpq tries once more without, and gives the words of both.
    if (says({"pg_hba.conf"_L1}))
        return Trouble::NotFromHere;
    if (says({"starting up"_L1, "shutting down"_L1, "too many"_L1, "remaining connection slots"_L1, "recovery mode"_L1}))
        return Trouble::TooMany;
    if (text.contains("FATAL"_L1))
        return text.contains("database \""_L1) || text.contains("Datenbank »"_L1) || text.contains("Datenbank „"_L1) ? Trouble::NoDatabase
                                                                                                                        : Trouble::AccessDenied;
    return Trouble::Unreachable;
}

} // namespace

QString PostgreSqlDialect::formatId() const { return u"mlflow-postgresql"_s; }
QString PostgreSqlDialect::product() const { return u"PostgreSQL"_s; }
QString PostgreSqlDialect::driver() const { return u"QPSQL"_s; }
QStringList PostgreSqlDialect::schemes() const { return {u"postgresql"_s, u"postgres"_s}; }

int PostgreSqlDialect::usualPort() const { return 5432; }
QString PostgreSqlDialect::versionText(const QString &version) const
{
    return u"%1 %2.%3"_s.arg(product()).arg(version.toInt() / 10000).arg(version.toInt() % 10000);
}

bool PostgreSqlDialect::hasPasswordFile() const
{
    return QFileInfo::exists(qEnvironmentVariable("PGPASSFILE", QDir::homePath() + "/.pgpass"_L1));
}

QString PostgreSqlDialect::noPasswordOption() const { return u"password=''"_s; }

QString PostgreSqlDialect::networkHost(const DatabaseAddress &address) const
{
    return address.socket().isEmpty() ? address.host : QString();
}

QString PostgreSqlDialect::hostFor(const DatabaseAddress &address, const QString &) const
{
    return address.socket().isEmpty() ? address.host : address.socket();
}

Result<QString> PostgreSqlDialect::connectOptions(const DatabaseAddress &address, const QString &authorities) const
{
    QStringList options{u"connect_timeout=%1"_s.arg(ServerConnection::ConnectSeconds), u"application_name=Assay"_s, u"keepalives_idle=20"_s,
                        u"keepalives_interval=5"_s, u"keepalives_count=3"_s, u"tcp_user_timeout=20000"_s};
    for (const QLatin1StringView name : LibpqOptions)
        if (address.options.contains(name) && (authorities.isEmpty() || (name != "sslrootcert"_L1 && name != "sslmode"_L1)))
            options.append(name + u'=' + quoted(address.options.value(name)));
    if (!authorities.isEmpty()) {
        options.append("sslrootcert="_L1 + quoted(authorities));
        options.append(sslMode(address) == "verify-ca"_L1 ? u"sslmode=verify-ca"_s : u"sslmode=verify-full"_s);
    }
    return options.join(u';');
}

bool PostgreSqlDialect::verifies(const DatabaseAddress &address, const QString &authorities) const
{
    const QString mode = sslMode(address);
    return mode == "verify-full"_L1 || (!authorities.isEmpty() && mode != "verify-ca"_L1);
}

// pgbouncer keeps the first of these for each client. The second was set by Qt's driver, and is for nobody else.
QList<QByteArray> PostgreSqlDialect::session(bool, const QString &) const
{
    return {"SET standard_conforming_strings = on", "RESET bytea_output"};
}

QByteArray PostgreSqlDialect::begin(bool isWriting) const
{
    const auto seconds = [](int count) { return '\'' + QByteArray::number(count) + "s'"; };
    QList<QByteArray> statements{
        isWriting ? "BEGIN READ WRITE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        "SET LOCAL client_min_messages = warning",
        "SET LOCAL statement_timeout = " + seconds(isWriting ? ServerConnection::LockSeconds * 2 : ServerConnection::StatementSeconds),
        "SET LOCAL lock_timeout = " + seconds(ServerConnection::LockSeconds),
        "SET LOCAL idle_in_transaction_session_timeout = '60s'",
        "SET LOCAL extra_float_digits = 3", // numbers in full, of servers before 12
    };
    if (isWriting)
        statements.append("SET LOCAL synchronous_commit = on");
    return statements.join("; ");
}

QByteArray PostgreSqlDialect::versionQuery() const { return "SHOW server_version_num"; }
QByteArray PostgreSqlDialect::idQuery() const { return "SELECT txid_current()"; }
QByteArray PostgreSqlDialect::outcomeQuery(qint64 id) const
{
    return "SELECT CASE txid_status(" + QByteArray::number(id)
           + ") WHEN 'in progress' THEN 'running' WHEN 'committed' THEN 'made' WHEN 'aborted' THEN 'undone' ELSE 'ended' END";
}
QByteArray PostgreSqlDialect::isEncryptedQuery() const
{
    return "SELECT coalesce(version || ' ' || cipher, '') FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
}
QByteArray PostgreSqlDialect::isWritableQuery() const
{
    return "SELECT CASE WHEN NOT pg_is_in_recovery() AND has_table_privilege('runs', 'UPDATE') THEN 1 ELSE 0 END";
}

// Of tables alone: the rows of a view would be made by somebody's code.
QByteArray PostgreSqlDialect::columnsQuery() const
{
    return "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
           " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped"
           " ORDER BY c.relname, a.attnum";
}

QByteArray PostgreSqlDialect::primaryKeysQuery() const
{
    return "SELECT c.relname::text, a.attname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
           " JOIN unnest(i.indkey) WITH ORDINALITY k(attnum, place) ON true JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum"
           " WHERE c.relnamespace = current_schema()::regnamespace AND i.indisprimary ORDER BY c.relname, k.place";
}

QByteArray PostgreSqlDialect::estimatesQuery() const
{
    return "SELECT relname::text, reltuples::bigint FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')";
}

Status PostgreSqlDialect::readPieces(ServerConnection &connection, const PieceQuery &query, Job &job, const RowSink &sink) const
{
    QByteArray sql = "SELECT " + query.columns.join(", ") + " FROM " + query.table;
    if (!query.terms.isEmpty())
        sql += " WHERE " + query.terms.join(" AND ");
    if (const Status declared = connection.begin("DECLARE assay NO SCROLL CURSOR FOR " + sql); !declared)
        return declared;
    PieceSize size;
    for (qint64 wanted = size.rows();; wanted = size.rows()) {
        const auto read = connection.select("FETCH " + QByteArray::number(wanted) + " FROM assay", sink, &job);
        if (!read || *read < wanted) {
            const Status ended = connection.end(read.hasValue());
            return read ? ended : Status(read.error());
        }
        size.next();
    }
}

Trouble PostgreSqlDialect::troubleOf(const QSqlError &error, bool isConnecting) const
{
    if (isConnecting)
        return troubleOfConnecting(error.databaseText());
    const QString state = error.nativeErrorCode();
    if (state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1) || state == "25P03"_L1)
        return Trouble::Unreachable;
    if (state.startsWith("28"_L1) || state == "42501"_L1)
        return Trouble::AccessDenied;
    if (state == "40001"_L1 || state == "40P01"_L1 || state == "55P03"_L1)
        return Trouble::Locked;
    if (state == "57014"_L1)
        return Trouble::TooSlow;
    if (state == "25006"_L1)
        return Trouble::ReadOnly;
    if (state == "23505"_L1)
        return Trouble::Duplicate;
    return state == "22001"_L1 ? Trouble::TooLong : Trouble::Other;
}

} // namespace Assay::MlflowPostgreSql
