// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Assay {

// One connection to the SQLite file of a copy (copyschema.h). Used on the thread that opened it; several programs may have the same
// file open. Errors: NotFound when it is not there, Damaged when it is not what it should be (its tables are compared with
// those that we make, so nothing that a stranger defined in it is run), Unsupported when a newer version made it.
class CopyDatabase
{
public:
    enum class Use {
        Read,  // writes nothing
        Keep,  // made when it is not there; what was committed survives a kill
        Build, // made anew, as fast as can be: to be thrown away when the building does not come to its end
    };
    static Result<std::shared_ptr<CopyDatabase>> open(const QString &file, Use use);
    ~CopyDatabase();
    Q_DISABLE_COPY_MOVE(CopyDatabase)

    const QString &file() const { return m_file; }
    Use use() const { return m_use; }

    // Histories lie in a file of their own: for Build before the first is written, for Read before the first is read.
    Status attachHistories(const QString &file);
    bool hasHistories() const { return m_hasHistories; }

    // A statement that is prepared once. Bind, run(), step through it, finish().
    QSqlQuery &statement(const QString &sql);
    Status run(QSqlQuery &query, const QVariantList &values = {});
    // A statement without rows, or of which nobody wants them.
    Status execute(const QString &sql, const QVariantList &values = {});
    // What kept a query from going on after next() said no; success when it was at its end.
    Status ended(QSqlQuery &query) const;

    // Texts of meta; nothing where it has none.
    Result<std::optional<QString>> meta(const QString &key);
    Status setMeta(const QString &key, const QString &value);

    // Is done when what is being written is committed; at once where nothing is; never where it is taken back.
    void whenCommitted(std::function<void()> then);
    bool isInTransaction() const { return m_depth > 0; }

    // Whether a file that cannot be opened may hold runs that somebody asked to keep: it does, or that cannot be told.
    static bool mayHoldPinned(const QString &file);

    // Whether no other connection, of whichever program, has the file open. For Keep.
    bool isAlone();

    // The file's bytes, write-ahead log included.
    qint64 bytes() const;

private:
    friend class CopyTransaction;

    CopyDatabase(QString file, Use use);

    Status openFile();
    Status checkSchema();
    Result<bool> hasTables();
    Status makeSchema();
    Error error(const QSqlQuery &query) const;

    QString m_file;
    QString m_name; // of Qt's connection
    Use m_use;
    bool m_hasHistories = false;
    bool m_isHistoryFile = false; // attached
    int m_depth = 0; // of transactions
    std::vector<std::function<void()>> m_whenCommitted;
    std::optional<Error> m_refusal; // while a transaction is there that could not be begun
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

// All or nothing. Inside another one it is a part of that one. Without commit() what was written is taken back. While it could
// not be begun (somebody else writes for long) no statement runs.
class CopyTransaction
{
public:
    explicit CopyTransaction(CopyDatabase &database);
    ~CopyTransaction();
    Q_DISABLE_COPY_MOVE(CopyTransaction)

    const Status &begun() const { return m_begun; }
    Status commit();

private:
    CopyDatabase &m_database;
    Status m_begun;
    bool m_isOpen = false;
    bool m_refuses = false;
};

} // namespace Assay
