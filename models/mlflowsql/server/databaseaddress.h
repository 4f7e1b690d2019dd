// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QMap>
#include <QStringList>

namespace Assay::MlflowSql {

// Where a database server's database is: postgresql://ann@host:5432/mlflow?sslmode=verify-full, as libpq and SQLAlchemy write it.
struct DatabaseAddress {
    QString scheme; // without what SQLAlchemy adds for its driver: "postgresql"
    QString user;
    QString password; // as it stood there; never a part of location()
    QString host;
    int port = 0; // 0: the server's usual one
    QString database;
    QMap<QString, QString> options; // what stands behind the question mark, names in lower case

    // Of the schemes `known`, which are written in the result as the first of them.
    static Result<DatabaseAddress> parse(const QString &address, const QStringList &known);
    // "postgresql" of "postgresql+psycopg2".
    static QString plainScheme(const QString &scheme) { return scheme.section(u'+', 0, 0).toLower(); }

    // The same address, without a password: what is remembered and shown.
    QString location() const;
    // The folder or file of a Unix socket, empty where there is none.
    QString socket() const;
    bool isOnThisMachine() const;
    // For messages: "host:5432" or the socket.
    QString place() const;
};

// Passwords that stood in an address: kept for as long as the program runs, by the location without it.
namespace TypedPasswords {
void keep(const QString &location, const QString &password);
QString of(const QString &location);
} // namespace TypedPasswords

} // namespace Assay::MlflowSql
