// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copydatabase.h"

#include "models/copy/copyschema.h"
#include "models/copy/copytext.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error damaged(const QString &file, const QString &detail)
{
    return {ErrorCode::Damaged, CopyText::tr("%1 is not a copy of a store, or damaged.").arg(QFileInfo(file).fileName()), detail};
}

// Damaged copies are begun anew: only what SQLite says of the file itself (corrupt, not a database) shows that one is.
ErrorCode codeOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26 ? ErrorCode::Damaged : ErrorCode::Unreadable;
}

} // namespace

CopyDatabase::CopyDatabase(QString file, Use use)
    : m_file(std::move(file)), m_name("copy-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces)), m_use(use)
{
}

CopyDatabase::~CopyDatabase()
{
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::shared_ptr<CopyDatabase>> CopyDatabase::open(const QString &file, Use use)
{
    std::shared_ptr<CopyDatabase> database(new CopyDatabase(file, use));
    if (const Status opened = database->openFile(); !opened)
        return opened.error();
    return database;
}

Status CopyDatabase::openFile()
{
    if (m_use == Use::Read && !QFileInfo(m_file).isFile())
        return Error{ErrorCode::NotFound, CopyText::tr("There is no copy of a store at this place: %1").arg(m_file), {}};
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(m_file);
    database.setConnectOptions(m_use == Use::Read ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=3000"_s : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    const bool isOpen = database.open();
    if (!isOpen)
        return Error{ErrorCode::Unreadable, CopyText::tr("The copy of the store cannot be opened: %1").arg(m_file), database.lastError().text()};
    for (const QString &pragma : {u"trusted_schema=OFF"_s, u"cell_size_check=ON"_s, u"mmap_size=0"_s, u"temp_store=MEMORY"_s}) {
        if (const Status set = execute("PRAGMA "_L1 + pragma); !set)
            return set;
    }
    QStringList pragmas;
    switch (m_use) {
    case Use::Read: pragmas = {u"query_only=ON"_s}; break;
    case Use::Keep: pragmas = {u"journal_mode=WAL"_s, u"synchronous=NORMAL"_s}; break;
    case Use::Build: pragmas = {u"journal_mode=OFF"_s, u"synchronous=OFF"_s, u"locking_mode=EXCLUSIVE"_s}; break;
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const Status set = execute("PRAGMA "_L1 + pragma); !set)
            return set;
    }
    return checkSchema();
}

Status CopyDatabase::checkSchema()
{
    QHash<QString, QString> ours;
    for (const CopySchema::Table &table : CopySchema::tables())
        ours.insert(table.name, table.sql);
    ours.insert(CopySchema::histories().name, CopySchema::histories().sql);
    QHash<QString, QString> theirs;
    {
        QSqlQuery query{QSqlDatabase::database(m_name)};
        query.setForwardOnly(true);
        if (!query.exec(u"SELECT name, sql FROM main.sqlite_master WHERE sql IS NOT NULL LIMIT 1000"_s))
            return error(query);
        while (query.next())
            theirs.insert(query.value(0).toString(), query.value(1).toString());
        if (const Status read = ended(query); !read)
            return read;
    }
    if (theirs.isEmpty() && m_use != Use::Read)
        return makeSchema();
    if (theirs.contains(u"meta"_s) && theirs.value(u"meta"_s) == ours.value(u"meta"_s)) {
        const auto version = meta(u"schema"_s);
        if (!version)
            return version.error();
        if (*version && (*version)->toInt() > CopySchema::Version)
            return Error{ErrorCode::Unsupported, CopyText::tr("%1 was made by a newer version of Assay.").arg(QFileInfo(m_file).fileName()), **version};
    }
    m_hasHistories = theirs.contains(CopySchema::histories().name);
    if (!m_hasHistories)
        ours.remove(CopySchema::histories().name);
    for (auto it = theirs.cbegin(); it != theirs.cend(); ++it)
        if (ours.value(it.key()) != it.value())
            return damaged(m_file, it.key());
    return theirs.size() == ours.size() ? Status() : Status(damaged(m_file, u"tables are missing"_s));
}

Result<bool> CopyDatabase::hasTables()
{
    QSqlQuery query{QSqlDatabase::database(m_name)};
    if (m_refusal || !query.exec(u"SELECT 1 FROM main.sqlite_master LIMIT 1"_s))
        return m_refusal.value_or(error(query));
    const bool isThere = query.next();
    const Status read = ended(query);
    return read ? Result<bool>(isThere) : Result<bool>(read.error());
}

Status CopyDatabase::makeSchema()
{
    CopyTransaction transaction(*this);
    const auto isMade = hasTables();
    if (!isMade)
        return isMade.error();
    if (*isMade) { // by somebody who opened the file at the same time
        const Status left = transaction.commit();
        return left ? checkSchema() : left;
    }
    for (const CopySchema::Table &table : CopySchema::tables())
        if (const Status made = execute(table.sql); !made)
            return made;
    if (m_use == Use::Keep) {
        if (const Status made = execute(CopySchema::histories().sql); !made)
            return made;
        m_hasHistories = true;
    }
    if (const Status set = setMeta(u"schema"_s, QString::number(CopySchema::Version)); !set)
        return set;
    return transaction.commit();
}

Status CopyDatabase::attachHistories(const QString &file)
{
    if (const Status attached = execute(u"ATTACH DATABASE ? AS history_file"_s, {file}); !attached)
        return attached;
    m_isHistoryFile = true;
    if (m_use == Use::Build) {
        for (const QString &pragma : {u"journal_mode=OFF"_s, u"synchronous=OFF"_s})
            if (const Status set = execute("PRAGMA history_file."_L1 + pragma); !set)
                return set;
        QString sql = CopySchema::histories().sql;
        if (const Status made = execute(sql.replace("CREATE TABLE "_L1, "CREATE TABLE history_file."_L1)); !made)
            return made;
        m_hasHistories = true;
        return {};
    }
    QSqlQuery query{QSqlDatabase::database(m_name)};
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT sql FROM history_file.sqlite_master WHERE sql IS NOT NULL LIMIT 2"_s))
        return error(query);
    QStringList theirs;
    while (query.next())
        theirs.append(query.value(0).toString());
    if (theirs != QStringList{CopySchema::histories().sql})
        return damaged(file, theirs.join(u';'));
    m_hasHistories = true;
    return {};
}

QSqlQuery &CopyDatabase::statement(const QString &sql)
{
    std::shared_ptr<QSqlQuery> &known = m_statements[sql];
    if (!known) {
        known = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_name));
        known->setForwardOnly(true);
        known->prepare(sql); // run() tells when this went wrong
    }
    return *known;
}

Status CopyDatabase::run(QSqlQuery &query, const QVariantList &values)
{
    if (m_refusal)
        return *m_refusal;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    return query.exec() ? Status() : Status(error(query));
}

Status CopyDatabase::execute(const QString &sql, const QVariantList &values)
{
    if (m_refusal)
        return *m_refusal;
    QSqlQuery query{QSqlDatabase::database(m_name)};
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return error(query);
    return run(query, values);
}

Status CopyDatabase::ended(QSqlQuery &query) const
{
    const bool failed = query.lastError().isValid();
    const Status end = failed ? Status(error(query)) : Status();
    query.finish();
    return end;
}

Error CopyDatabase::error(const QSqlQuery &query) const
{
    const QSqlError failure = query.lastError();
    const QString detail = failure.text() + " | "_L1 + query.lastQuery().left(200);
    const ErrorCode code = codeOf(failure);
    if (code == ErrorCode::Damaged)
        return damaged(m_file, detail);
    return {code, CopyText::tr("The copy of the store cannot be read or written: %1").arg(failure.databaseText()), detail};
}

Result<std::optional<QString>> CopyDatabase::meta(const QString &key)
{
    QSqlQuery &query = statement(u"SELECT value FROM meta WHERE key = ?"_s);
    if (const Status ran = run(query, {key}); !ran)
        return ran.error();
    std::optional<QString> value;
    if (query.next())
        value = query.value(0).toString();
    if (const Status read = ended(query); !read)
        return read.error();
    return value;
}

Status CopyDatabase::setMeta(const QString &key, const QString &value)
{
    return execute(u"INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                   {key, value.isNull() ? u""_s : value});
}

void CopyDatabase::whenCommitted(std::function<void()> then)
{
    if (m_depth == 0)
        then();
    else
        m_whenCommitted.push_back(std::move(then));
}

bool CopyDatabase::mayHoldPinned(const QString &file)
{
    const QString name = "copy-look-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool isKnown = false, isPinned = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=3000"_s);
        if (database.open()) {
            QSqlQuery query(database);
            isKnown = query.exec(u"PRAGMA trusted_schema=OFF"_s) && query.exec(u"SELECT count(*) FROM runs WHERE pinned <> 0"_s) && query.next();
            isPinned = isKnown && query.value(0).toLongLong() > 0;
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return !isKnown || isPinned;
}

// Leaving the write-ahead log needs every other connection gone; whoever opens the file next enters it again.
bool CopyDatabase::isAlone()
{
    QSqlQuery &query = statement(u"PRAGMA journal_mode=DELETE"_s);
    const bool isLeft = run(query) && query.next() && query.value(0).toString() == "delete"_L1;
    query.finish();
    return isLeft;
}

qint64 CopyDatabase::bytes() const
{
    return QFileInfo(m_file).size() + QFileInfo(m_file + "-wal"_L1).size();
}

CopyTransaction::CopyTransaction(CopyDatabase &database) : m_database(database)
{
    m_begun = m_database.m_depth == 0 ? m_database.execute(u"BEGIN IMMEDIATE"_s) : Status();
    m_isOpen = m_begun.hasValue();
    m_database.m_depth += m_isOpen ? 1 : 0;
    m_refuses = !m_isOpen && !m_database.m_refusal;
    if (m_refuses)
        m_database.m_refusal = m_begun.error();
}

CopyTransaction::~CopyTransaction()
{
    if (m_refuses)
        m_database.m_refusal.reset();
    if (!m_isOpen)
        return;
    if (--m_database.m_depth > 0)
        return;
    static_cast<void>(m_database.execute(u"ROLLBACK"_s));
    m_database.m_whenCommitted.clear();
}

Status CopyTransaction::commit()
{
    if (!m_isOpen)
        return m_begun;
    if (m_database.m_depth == 1)
        if (const Status done = m_database.execute(u"COMMIT"_s); !done)
            return done;
    m_isOpen = false;
    if (--m_database.m_depth == 0)
        for (const auto &then : std::exchange(m_database.m_whenCommitted, {}))
            then();
    return {};
}

} // namespace Assay
