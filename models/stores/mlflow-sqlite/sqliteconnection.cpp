// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

#include "models/stores/mlflow-sqlite/words.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

// readonly_shm: the lock table of a WAL database is read like the rest of it. mode=rw: what is not there stays so.
QString connectionUri(const QString &file, SqliteConnection::Mode mode)
{
    const QString path = QString::fromLatin1(QUrl::toPercentEncoding(file, "/"));
    return "file:"_L1 + path
           + (mode == SqliteConnection::Mode::Read ? "?mode=ro&readonly_shm=1"_L1 : "?mode=rw"_L1);
}

int pollJob(void *job)
{
    const auto *current = *static_cast<Job **>(job);
    return current && current->isCanceled() ? 1 : 0;
}

ErrorCode errorCode(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return ErrorCode::NotAStore;
    case SQLITE_INTERRUPT:
        return ErrorCode::Canceled;
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
    case SQLITE_ERROR:
    case SQLITE_SCHEMA:
        return ErrorCode::Damaged;
    default:
        return ErrorCode::Unreadable;
    }
}

} // namespace

SqliteConnection::SqliteConnection(QString file, Mode mode, Job &job)
    : m_file(std::move(file))
    , m_name("mlflow-sqlite-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_mode(mode)
    , m_job(&job)
{
}

SqliteConnection::~SqliteConnection()
{
    m_handle = nullptr;
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &file, Mode mode,
                                                                 Job &job)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(file, mode, job));
    auto use = DatabaseUse::open(file, job);
    if (!use)
        return use.error();
    connection->m_use = std::move(*use);
    connection->m_deadline.setRemainingTime(WriteWaitMs);
    if (const Status opened = connection->openDatabase(); !opened)
        return opened.error();
    if (const Status same = connection->checkLibrary(); !same)
        return same.error();
    if (const Status configured = connection->configure(); !configured)
        return configured.error();
    return connection;
}

Status SqliteConnection::openDatabase()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(connectionUri(m_file, m_mode));
    database.setConnectOptions(
        m_mode == Mode::Read ? u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=0"_s
                             : u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=0"_s);
    if (!database.open())
        return Error{ErrorCode::Unreadable,
                     Words::tr("The database cannot be opened: %1").arg(m_file),
                     database.lastError().text()};
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{ErrorCode::Internal, Words::tr("Qt's SQLite driver gives no handle."), {}};
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    return {};
}

// Two SQLite libraries in one process drop each other's locks: the driver's one has to be the one that is linked here. Both
// then have the same object for the file system at the same address.
Status SqliteConnection::checkLibrary() const
{
    sqlite3_vfs *used = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_VFS_POINTER, &used);
    if (used && sqlite3_vfs_find(used->zName) == used)
        return {};
    return Error{
        ErrorCode::Internal,
        Words::tr("This build uses two SQLite libraries at once; databases are not opened."),
        {}};
}

Status SqliteConnection::configure()
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_handler(
        m_handle,
        [](void *self, int attempt) {
            return static_cast<SqliteConnection *>(self)->waitForLock(attempt);
        },
        this);
    sqlite3_progress_handler(m_handle, 20'000, pollJob, &m_job);
    // Foreign databases may be hostile: nothing that they define is run.
    constexpr std::pair<int, int> options[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                               {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                               {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                               {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                               {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}};
    for (const auto &[option, value] : options)
        sqlite3_db_config(m_handle, option, value, nullptr);
    constexpr std::pair<int, int> limits[] = {{SQLITE_LIMIT_LENGTH, 64 << 20},
                                              {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                              {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                              {SQLITE_LIMIT_ATTACHED, 0}};
    for (const auto &[limit, value] : limits)
        sqlite3_limit(m_handle, limit, value);
    sqlite3_wal_autocheckpoint(m_handle, 0);
    for (const char *pragma : {"PRAGMA mmap_size=0", "PRAGMA cell_size_check=ON"})
        if (const int code = sqlite3_exec(m_handle, pragma, nullptr, nullptr, nullptr);
            code != SQLITE_OK)
            return error(code);
    if (m_mode == Mode::Read)
        return execute("PRAGMA query_only=ON");
    return {};
}

SqliteHeader SqliteConnection::header() const
{
    SqliteHeader header;
    sqlite3_file *file = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || !file->pMethods)
        return header;
    sqlite3_int64 size = 0;
    file->pMethods->xFileSize(file, &size);
    header.fileSize = size;
    std::array<char, 20> bytes{};
    file->pMethods->xRead(file, bytes.data(), int(bytes.size()),
                          0); // a short file reads as zeros behind its end
    header.isSqlite = std::memcmp(bytes.data(), "SQLite format 3", 16) == 0;
    header.isWal = header.isSqlite && bytes[19] == 2;
    return header;
}

int SqliteConnection::waitForLock(int attempt)
{
    if (m_mode == Mode::Read && attempt == 0)
        m_deadline.setRemainingTime(ReadWaitMs);
    if (isCanceled() || m_deadline.hasExpired())
        return 0;
    QThread::msleep(static_cast<unsigned long>(std::min(attempt + 1, 25)));
    return 1;
}

Result<SqliteStatement> SqliteConnection::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code
        = sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()), &statement, nullptr);
    if (code == SQLITE_OK)
        return SqliteStatement(statement);
    Error failure = error(code);
    failure.detail += " | "_L1 + QString::fromUtf8(sql);
    return failure;
}

Result<SqliteStatement> SqliteConnection::query(const QByteArray &sql, const QList<MlflowSql::Value> &values)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement;
    int parameter = 0;
    for (const MlflowSql::Value &value : values) {
        ++parameter;
        if (const auto *number = std::get_if<qint64>(&value))
            statement->bind(parameter, *number);
        else if (const auto *text = std::get_if<QString>(&value))
            statement->bind(parameter, *text);
        else
            statement->bindNull(parameter);
    }
    return statement;
}

Status SqliteConnection::execute(const QByteArray &sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = statement->step();
    if (code == SQLITE_DONE)
        return {};
    return error(code);
}

// Whether the database has to be repaired before it can be read.
void SqliteConnection::noteRecovery(int code)
{
    switch (code) {
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_CANTLOCK:
    case SQLITE_READONLY_DIRECTORY:
        m_needsCopy = true;
        break;
    case SQLITE_CANTOPEN:
        m_needsCopy = m_needsCopy || header().isWal;
        break;
    default:
        break;
    }
}

Error SqliteConnection::error(int code)
{
    noteRecovery(code);
    const QString words = QString::fromUtf8(sqlite3_errmsg(m_handle));
    const QString detail = u"%1 (SQLite %2)"_s.arg(words).arg(code);
    const QString name = QFileInfo(m_file).fileName();
    if (isCanceled())
        return {ErrorCode::Canceled, Words::tr("Stopped."), detail};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Unreadable,
                Words::tr("Another program keeps the database locked: %1").arg(m_file), detail};
    case SQLITE_NOTADB:
        return {ErrorCode::NotAStore, Words::tr("%1 is not a SQLite file.").arg(name), detail};
    default:
        return {errorCode(code), Words::tr("SQLite cannot read %1: %2").arg(name, words), detail};
    }
}

} // namespace Assay::MlflowSqlite
