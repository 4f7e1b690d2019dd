// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/tagwriter.h"

#include "models/stores/mlflow-sqlite/namerules.h"
#include "models/stores/mlflow-sqlite/words.h"
#include "models/stores/mlflow-sqlite/writetransaction.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite::TagWriter {

namespace {

constexpr qsizetype LongestRegistryTag = 100'000;

// A tag's row: the table, and what besides the key names it.
struct TagRow {
    QByteArray table;
    QList<QByteArray> columns; // the first is "key"
    QList<QString> values;

    QByteArray where(const Schema &schema) const
    {
        QList<QByteArray> terms;
        for (qsizetype i = 0; i < columns.size(); ++i)
            terms.append('"' + columns[i] + "\" = ?" + QByteArray::number(i + 1));
        return " WHERE " + terms.join(" AND ") + schema.inDefaultWorkspace(table);
    }
    void bind(SqliteStatement &statement) const
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            statement.bind(int(i + 1), values[i]);
    }
};

Result<qint64> change(WriteTransaction &transaction, const QByteArray &sql, const TagRow &row,
                      const std::optional<QString> &value)
{
    auto statement = transaction.connection().prepare(sql);
    if (!statement)
        return statement.error();
    row.bind(*statement);
    if (value)
        statement->bind(int(row.values.size()) + 1, *value);
    if (const int code = statement->step(); code != SQLITE_DONE)
        return transaction.connection().error(code);
    return qint64(sqlite3_changes64(transaction.connection().handle()));
}

Status setTag(WriteTransaction &transaction, const TagRow &row, const std::optional<QString> &value,
              Job &job)
{
    const QByteArray where = row.where(transaction.schema());
    const QByteArray next = '?' + QByteArray::number(row.columns.size() + 1);
    Result<qint64> changed
        = value ? change(transaction, "UPDATE " + row.table + " SET value = " + next + where, row,
                         value)
                : change(transaction, "DELETE FROM " + row.table + where, row, {});
    if (changed && *changed == 0 && value) {
        QList<QByteArray> places;
        for (qsizetype i = 1; i <= row.columns.size(); ++i)
            places.append('?' + QByteArray::number(i));
        changed = change(transaction,
                         "INSERT INTO " + row.table + " (\"" + row.columns.join("\", \"")
                             + "\", value) VALUES (" + places.join(", ") + ", " + next + ')',
                         row, value);
    }
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no such tag: %1").arg(row.values.first().left(100)),
                     {}};
    const auto isApplied = [&](SqliteConnection &fresh) -> Result<bool> {
        auto statement = fresh.prepare("SELECT value FROM " + row.table + where);
        if (!statement)
            return statement.error();
        row.bind(*statement);
        const int code = statement->step();
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            return fresh.error(code);
        return value ? code == SQLITE_ROW && statement->text(0) == *value : code == SQLITE_DONE;
    };
    return transaction.commit(isApplied, job);
}

// NotFound with `missing` unless the query gives a row.
Status mustExist(WriteTransaction &transaction, Result<SqliteStatement> statement,
                 const QString &missing)
{
    if (!statement)
        return statement.error();
    const int code = statement->step();
    if (code == SQLITE_ROW)
        return {};
    return code == SQLITE_DONE ? Error{ErrorCode::NotFound, missing, {}}
                               : transaction.connection().error(code);
}

} // namespace

Status setModelTag(const QString &path, const QString &model, const QString &key,
                   const std::optional<QString> &value, Job &job)
{
    if (const Status valid = NameRules::checkTag(key, value, LongestRegistryTag); !valid)
        return valid;
    auto begun = WriteTransaction::begin(path, job);
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    if (!transaction.schema().hasTable("registered_model_tags"))
        return Error{
            ErrorCode::Unsupported, Words::tr("Databases of this age have no tags of models."), {}};
    const Status exists = mustExist(
        transaction,
        transaction.query("SELECT 1 FROM registered_models WHERE name = ?1"
                              + transaction.schema().inDefaultWorkspace("registered_models"),
                          model),
        Words::tr("There is no such model: %1").arg(model.left(100)));
    if (!exists)
        return exists;
    return setTag(transaction, {"registered_model_tags", {"key", "name"}, {key, model}}, value,
                  job);
}

Status setVersionTag(const QString &path, const QString &model, const QString &version,
                     const QString &key, const std::optional<QString> &value, Job &job)
{
    if (const Status valid = NameRules::checkTag(key, value, LongestRegistryTag); !valid)
        return valid;
    const auto number = NameRules::versionNumber(version);
    if (!number)
        return number.error();
    auto begun = WriteTransaction::begin(path, job);
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    if (!transaction.schema().hasTable("model_version_tags"))
        return Error{ErrorCode::Unsupported,
                     Words::tr("Databases of this age have no tags of model versions."),
                     {}};
    const Status exists = mustExist(
        transaction,
        transaction.query("SELECT 1 FROM model_versions WHERE name = ?1 AND version = ?2 AND "
                          "ifnull(current_stage, '') <> 'Deleted_Internal'"
                              + transaction.schema().inDefaultWorkspace("model_versions"),
                          model, *number),
        Words::tr("There is no version %1 of the model %2.").arg(version, model.left(100)));
    if (!exists)
        return exists;
    return setTag(
        transaction,
        {"model_version_tags", {"key", "name", "version"}, {key, model, QString::number(*number)}},
        value, job);
}

} // namespace Assay::MlflowSqlite::TagWriter
