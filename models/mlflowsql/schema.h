// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Assay::MlflowSql {

// Which of MLflow's tables and columns a database has. Databases of every revision are read by what is found here; the
// revision decides only whether they may be written.
class Schema
{
public:
    // Tables that a reader of MLflow's stores knows.
    static bool isOurs(QByteArrayView table);
    static QByteArray quoted(const QByteArray &name);

    struct Index {
        QByteArray name;
        QList<QByteArray> columns;
    };
    void addTable(const QByteArray &name, const QList<QByteArray> &columns, const QList<Index> &indexes = {});
    void setHasTables() { m_isEmpty = false; } // ours or others
    void setRevisions(const QStringList &revisions);

    bool isEmpty() const { return m_isEmpty; } // no tables at all
    QList<QByteArray> tables() const;          // ours, by name
    bool isMlflow() const;
    bool hasTable(const QByteArray &table) const { return m_tables.contains(table); }
    bool has(const QByteArray &table, const QByteArray &column) const
    {
        return m_tables.value(table).columns.contains(column);
    }
    // For a column list: the quoted name, or NULL where there is no such column.
    QByteArray column(const QByteArray &table, const QByteArray &column) const;
    QByteArray columns(const QByteArray &table, const QList<QByteArray> &columns) const;
    // The quoted name of the shortest index whose first columns are these; empty where there is none. One on a single
    // column gives rows in rowid order.
    QByteArray index(const QByteArray &table, const QList<QByteArray> &columns) const;
    QList<QByteArray> primaryKey(const QByteArray &table) const; // where a database names it so
    // " AND workspace='default'" for tables that know workspaces: the one that MLflow without workspaces uses.
    QByteArray inDefaultWorkspace(const QByteArray &table) const;

    const QString &revision() const { return m_revision; } // empty where there is none
    bool isKnownRevision() const;                          // one that writes are made for
    int upgradesBehind() const;                            // of a known one, to the newest that is known

private:
    struct Table {
        QList<QByteArray> columns;
        QList<Index> indexes;
    };

    QHash<QByteArray, Table> m_tables; // those that concern us
    bool m_isEmpty = true;
    QString m_revision;
};

} // namespace Assay::MlflowSql
