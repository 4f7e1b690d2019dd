// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QSqlDatabase>
#include <QTemporaryDir>

namespace Assay::Testing {

class Authority;

// A real database server of the distribution that holds a fixture's rows, from tests/support/database_server.py; it ends with
// this object.
class DatabaseServer
{
public:
    // Begins to start it.
    DatabaseServer(const QString &kind, const QString &database);
    ~DatabaseServer();
    Q_DISABLE_COPY_MOVE(DatabaseServer)

    // Empty, or why it cannot be had here.
    QString waitUntilThere();

    QString kind() const { return m_kind; }
    QString address() const { return m_address; }   // over its socket
    QString loopback() const { return m_loopback; } // over the network; wants the password
    QString password() const { return m_password; }
    quint16 port() const;
    // Where the sessions of all are one; 0 where that cannot be had here.
    quint16 poolPort() const { return m_poolPort; }

    // One statement, past Assay; whether it could be done, and the rows' first columns.
    bool execute(const QString &sql, QStringList *answer = nullptr);
    // One that changes rows, on any thread and through a session of its own.
    bool executeElsewhere(const QString &sql);
    // From now on it shows that certificate.
    bool useCertificate(const Authority &authority, const QString &name);
    // Ends all sessions but the one of execute().
    void endSessions();

private:
    QSqlDatabase control();
    QSqlDatabase connected(const QString &name) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_poolPort = 0;
    QString m_kind, m_address, m_loopback, m_password;
};

} // namespace Assay::Testing
