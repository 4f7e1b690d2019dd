// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <string_view>
#include <utility>

namespace Assay::MlflowSqlite {

// What stands in a column of a row, until the next step(). Several looks at one column cost less through it; allowed, as
// Qt's driver opens connections without a mutex.
class SqliteValue
{
public:
    explicit SqliteValue(sqlite3_value *value)
        : m_value(value)
    {
    }
    int type() const { return sqlite3_value_type(m_value); } // to be asked before bytes() converts
    qint64 integer() const { return sqlite3_value_int64(m_value); }
    double real() const { return sqlite3_value_double(m_value); }
    // The bytes as they lie there, valid until the next step(); empty for NULL.
    std::string_view bytes() const
    {
        const unsigned char *text = sqlite3_value_text(m_value);
        return {reinterpret_cast<const char *>(text), text ? size_t(sqlite3_value_bytes(m_value)) : 0};
    }

private:
    sqlite3_value *m_value;
};

// One prepared statement. An unfinished SELECT holds a lock on somebody's database: reset() or destroy it soon.
class SqliteStatement
{
public:
    SqliteStatement() = default;
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    ~SqliteStatement() { sqlite3_finalize(m_statement); }
    SqliteStatement(SqliteStatement &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
    {
    }
    SqliteStatement &operator=(SqliteStatement &&other) noexcept
    {
        std::swap(m_statement, other.m_statement);
        return *this;
    }

    // SQLITE_ROW, SQLITE_DONE or an (extended) error code.
    int step() { return sqlite3_step(m_statement); }
    void reset() { sqlite3_reset(m_statement); }

    // Parameters count from 1. Texts are copied.
    void bind(int parameter, qint64 value) { sqlite3_bind_int64(m_statement, parameter, value); }
    void bind(int parameter, std::string_view text)
    {
        sqlite3_bind_text64(m_statement, parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8);
    }
    void bind(int parameter, const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        bind(parameter, std::string_view(utf8.constData(), size_t(utf8.size())));
    }
    void bindNull(int parameter) { sqlite3_bind_null(m_statement, parameter); }

    // Columns count from 0.
    int columnCount() const { return sqlite3_column_count(m_statement); }
    qint64 integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    SqliteValue value(int column) const { return SqliteValue(sqlite3_column_value(m_statement, column)); }
    std::string_view bytes(int column) const { return value(column).bytes(); }
    // What is not UTF-8 becomes replacement characters.
    QString text(int column) const
    {
        const std::string_view utf8 = bytes(column);
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }

private:
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace Assay::MlflowSqlite
