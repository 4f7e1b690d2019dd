// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mlflowsql/server/databaseserver.h"

#include "tests/support/authority.h"
#include "tests/support/testing.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

DatabaseServer::~DatabaseServer()
{
    QSqlDatabase::removeDatabase(m_kind);
    m_process.closeWriteChannel();
    m_process.waitForFinished(20'000);
}

DatabaseServer::DatabaseServer(const QString &kind, const QString &database)
    : m_kind(kind)
{
    m_process.start(u"python3"_s, {u"-B"_s, fixture(u"../support/database_server.py"_s), kind, m_folder.path(), database});
}

QString DatabaseServer::waitUntilThere()
{
    m_process.waitForStarted();
    while (!m_process.canReadLine() && m_process.state() == QProcess::Running)
        m_process.waitForReadyRead(120'000);
    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
    const QStringList words = line.split(u' ');
    if (line.startsWith("skipped: "_L1) || words.size() < 4)
        return line.isEmpty() ? u"it did not start: "_s + QString::fromUtf8(m_process.readAllStandardError()) : line;
    m_address = words[0];
    m_loopback = words[1];
    m_password = words[2];
    m_poolPort = words.value(4).toUShort();
    return {};
}

quint16 DatabaseServer::port() const
{
    return quint16(QUrl(m_loopback).port());
}

QSqlDatabase DatabaseServer::control()
{
    if (QSqlDatabase::contains(m_kind))
        return QSqlDatabase::database(m_kind);
    return connected(m_kind);
}

QSqlDatabase DatabaseServer::connected(const QString &name) const
{
    QSqlDatabase database = QSqlDatabase::addDatabase(m_kind == "mysql"_L1 ? u"QMYSQL"_s : u"QPSQL"_s, name);
    database.setHostName(u"127.0.0.1"_s);
    database.setPort(port());
    database.setUserName(u"assay"_s);
    database.setPassword(m_password);
    database.setDatabaseName(u"mlflow"_s);
    database.open();
    return database;
}

bool DatabaseServer::execute(const QString &sql, QStringList *answer)
{
    QSqlQuery query(control());
    const bool isDone = query.exec(sql);
    if (!isDone)
        qWarning("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    while (answer && query.next())
        answer->append(query.value(0).toString());
    return isDone;
}

bool DatabaseServer::executeElsewhere(const QString &sql)
{
    const QString name = m_kind + "-elsewhere"_L1;
    bool isDone = false;
    {
        QSqlQuery query(connected(name));
        isDone = query.exec(sql) && query.numRowsAffected() > 0;
        if (!isDone)
            qWarning("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
    return isDone;
}

bool DatabaseServer::useCertificate(const Authority &authority, const QString &name)
{
    const bool isMySql = m_kind == "mysql"_L1;
    QStringList places;
    if (!execute(isMySql ? u"SELECT @@ssl_cert"_s : u"SHOW data_directory"_s, &places))
        return false;
    const QFileInfo folder(isMySql ? QFileInfo(places.first()).path() : places.first());
    const QString certificate = authority.path(name);
    for (const auto &[from, to] : {std::pair(certificate, folder.filePath() + "/server.crt"_L1),
                                   std::pair(certificate.chopped(4) + ".key"_L1, folder.filePath() + "/server.key"_L1)}) {
        QFile::remove(to);
        if (!QFile::copy(from, to) || !QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner)
            || ::chown(QFile::encodeName(to).constData(), folder.ownerId(), folder.groupId()) != 0)
            return false;
    }
    if (isMySql)
        return execute(u"FLUSH SSL"_s);
    QStringList answer;
    return execute(u"ALTER SYSTEM SET ssl = on"_s) && execute(u"SELECT pg_reload_conf()"_s) && execute(u"SELECT pg_sleep(0.5)"_s, &answer);
}

void DatabaseServer::endSessions()
{
    if (m_kind == "postgresql"_L1) {
        execute(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Assay'"_s);
        return;
    }
    QStringList ids;
    execute(u"SELECT id FROM information_schema.processlist WHERE user = 'assay' AND id <> CONNECTION_ID()"_s, &ids);
    for (const QString &id : std::as_const(ids))
        execute("KILL "_L1 + id);
}

} // namespace Assay::Testing
