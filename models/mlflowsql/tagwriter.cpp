// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/tagwriter.h"

#include "models/mlflowsql/namerules.h"
#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql::TagWriter {

namespace {

constexpr qsizetype LongestRegistryTag = 100'000;

// A tag's row: the table, and what besides the key names it.
struct TagRow {
    QByteArray table;
    QList<QByteArray> columns; // the first is "key"
    QList<Value> values;

    QByteArray where(const Database &database) const
    {
        QList<QByteArray> terms;
        for (qsizetype i = 0; i < columns.size(); ++i)
            terms.append(std::holds_alternative<QString>(values[i]) ? database.isText(columns[i], int(i + 1))
                                                                    : Schema::quoted(columns[i]) + " = ?" + QByteArray::number(i + 1));
        return " WHERE " + terms.join(" AND ") + database.schema().inDefaultWorkspace(table);
    }
};

using OptionalText = std::optional<QString>;

Result<OptionalText> readTag(Database &database, const TagRow &row, const QByteArray &where)
{
    OptionalText value;
    const Status read = database.select("SELECT value FROM " + row.table + where + database.forUpdate(), row.values,
                                        [&](const Row &now) { value = now.text(1); });
    return read ? Result<OptionalText>(value) : Result<OptionalText>(read.error());
}

Status setTag(WriteTransaction &transaction, const TagRow &row, const OptionalText &value, Job &job)
{
    const QByteArray where = row.where(transaction.database());
    const auto before = readTag(transaction.database(), row, where);
    if (!before)
        return before.error();
    const QByteArray next = '?' + QByteArray::number(row.columns.size() + 1);
    const QList<Value> withValue = row.values + QList<Value>{value.value_or(QString())};
    Result<qint64> changed = value ? transaction.change("UPDATE " + row.table + " SET value = " + next + where, withValue)
                                   : transaction.change("DELETE FROM " + row.table + where, row.values);
    if (changed && *changed == 0 && value) {
        QList<QByteArray> places;
        for (qsizetype i = 1; i <= row.columns.size(); ++i)
            places.append('?' + QByteArray::number(i));
        changed = transaction.change("INSERT INTO " + row.table + " (\"" + row.columns.join("\", \"")
                             + "\", value) VALUES (" + places.join(", ") + ", " + next + ')',
                                     withValue);
    }
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no such tag: %1").arg(std::get<QString>(row.values.first()).left(100)),
                     {}};
    const auto look = [&](Database &fresh) -> Result<WriteTransaction::Stands> {
        return readTag(fresh, row, where).map([&](const OptionalText &now) { return WriteTransaction::stands(now, *before, value); });
    };
    return transaction.commit(look, job);
}

// NotFound with `missing` unless the query gives a row.
Status mustExist(WriteTransaction &transaction, const QByteArray &sql, const QList<Value> &values, const QString &missing)
{
    bool isThere = false;
    const Status read = transaction.database().select(sql + transaction.database().forUpdate(), values, [&](const Row &) { isThere = true; });
    return !read || isThere ? read : Status(Error{ErrorCode::NotFound, missing, {}});
}

} // namespace

Status setModelTag(const BeginTransaction &begin, const QString &model, const QString &key,
                   const std::optional<QString> &value, Job &job)
{
    if (const Status valid = NameRules::checkTag(key, value, LongestRegistryTag); !valid)
        return valid;
    auto begun = beginWith(begin, "registered_model_tags", Words::tr("Databases of this age have no tags of models."));
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    const Status exists = mustExist(
        transaction,
        "SELECT 1 FROM registered_models WHERE " + transaction.database().isText("name", 1)
            + transaction.schema().inDefaultWorkspace("registered_models"),
        {model}, Words::tr("There is no such model: %1").arg(model.left(100)));
    if (!exists)
        return exists;
    return setTag(transaction, {"registered_model_tags", {"key", "name"}, {key, model}}, value,
                  job);
}

Status setVersionTag(const BeginTransaction &begin, const QString &model, const QString &version,
                     const QString &key, const std::optional<QString> &value, Job &job)
{
    if (const Status valid = NameRules::checkTag(key, value, LongestRegistryTag); !valid)
        return valid;
    const auto number = NameRules::versionNumber(version);
    if (!number)
        return number.error();
    auto begun = beginWith(begin, "model_version_tags", Words::tr("Databases of this age have no tags of model versions."));
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    const Status exists = mustExist(
        transaction,
        "SELECT 1 FROM model_versions WHERE " + transaction.database().isText("name", 1)
            + " AND version = ?2 AND coalesce(current_stage, '') <> 'Deleted_Internal'"
            + transaction.schema().inDefaultWorkspace("model_versions"),
        {model, *number}, Words::tr("There is no version %1 of the model %2.").arg(version, model.left(100)));
    if (!exists)
        return exists;
    return setTag(
        transaction,
        {"model_version_tags", {"key", "name", "version"}, {key, model, *number}},
        value, job);
}

} // namespace Assay::MlflowSql::TagWriter
