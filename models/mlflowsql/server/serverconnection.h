// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/credentials.h"
#include "models/mlflowsql/server/dialect.h"

#include <QElapsedTimer>
#include <QTemporaryFile>

#include <optional>

class QSqlError;
class QSqlQuery;

namespace Assay::MlflowSql {

// Who asks where, and by which certificates the server is known.
struct ServerLogin {
    const Dialect *dialect = nullptr;
    DatabaseAddress address;
    Credentials credentials;
    QByteArray authorities; // PEM
    bool takesEnvironment = false; // EnvironmentPassword, wherever it is meant for
};

// One session of one server. Used on the thread that opened it.
class ServerConnection
{
public:
    // Of what connecting may take, and what any one question may.
    static constexpr int ConnectSeconds = 10;
    static constexpr int StatementSeconds = 120;
    static constexpr int LockSeconds = 5;

    // Unreachable, Untrusted, AccessDenied, NotFound (no such database), Unsupported (Qt's driver is not there).
    static Result<std::unique_ptr<ServerConnection>> open(const ServerLogin &login, bool isWriting, Job &job);
    // The same; why it failed in a connection is `trouble`.
    struct Attempt {
        std::unique_ptr<ServerConnection> connection;
        Error error;
        std::optional<Trouble> trouble;
    };
    static Attempt attempt(const ServerLogin &login, bool isWriting, Job &job);
    ~ServerConnection();
    Q_DISABLE_COPY_MOVE(ServerConnection)

    const Dialect &dialect() const { return *m_login.dialect; }
    const DatabaseAddress &address() const { return m_login.address; }
    const QString &version() const { return m_version; }

    Status execute(const QByteArray &sql);
    // A transaction, and `then` as its first statement, by one question. Ends with end(), and what is not made good is undone.
    Status begin(const QByteArray &then = {});
    Status end(bool isGood);
    // How many rows there were. Canceled when `job` is, between rows.
    Result<qint64> select(const QByteArray &sql, const RowSink &sink, const Job *job = nullptr);
    // How many rows were found to change.
    Result<qint64> change(const QByteArray &sql);
    // Of the first statement that the server refused; nothing when all went well.
    const std::optional<Error> &firstFailure() const { return m_firstFailure; }

    // ?1, ?2 … in a statement of ours, which has no question marks otherwise, as literals.
    static Result<QByteArray> written(const QByteArray &sql, const QList<Value> &values);
    static Result<QByteArray> literal(const Value &value);

private:
    ServerConnection(ServerLogin login, QString name, bool isWriting);

    Status openDatabase();
    Status mustBeEncrypted();
    QByteArray alone(const QByteArray &sql) const;
    Result<QString> trusted();
    Error error(const QSqlError &error, bool isConnecting = false) const;
    Error refused(const QSqlError &error);

    ServerLogin m_login;
    QString m_name; // of Qt's connection
    QString m_version;
    QString m_password;
    std::optional<Trouble> m_trouble; // in connecting
    bool m_isWriting;
    bool m_isInTransaction = false;
    std::optional<Error> m_firstFailure;
    std::unique_ptr<QTemporaryFile> m_authorities;
};

// How many rows to ask for at once, so that a piece takes about a tenth of a second whatever the network.
class PieceSize
{
public:
    PieceSize() { m_timer.start(); }
    qint64 rows() const { return m_rows; }
    void next()
    {
        const qint64 elapsed = m_timer.restart();
        if (elapsed < 70)
            m_rows = std::min<qint64>(m_rows * 2, 50'000);
        else if (elapsed > 200)
            m_rows = std::max<qint64>(m_rows / 2, 500);
    }

private:
    qint64 m_rows = 5'000;
    QElapsedTimer m_timer;
};

} // namespace Assay::MlflowSql
