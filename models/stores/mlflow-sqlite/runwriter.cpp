// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/runwriter.h"

#include "models/stores/mlflow-sqlite/namerules.h"
#include "models/stores/mlflow-sqlite/words.h"
#include "models/stores/mlflow-sqlite/writetransaction.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite::RunWriter {

namespace {

constexpr qsizetype LongestTag = 8'000;

using Value = std::optional<QString>;

// What stands in the database of the run.
struct RunState {
    Lifecycle lifecycle = Lifecycle::Active;
    Value name; // as readers show it
    Value tag;  // of the key that was asked for

    Value of(RunEdit::Field field) const
    {
        switch (field) {
        case RunEdit::Field::Name: return name;
        case RunEdit::Field::Tag: return tag;
        case RunEdit::Field::Lifecycle: return lifecycleName(lifecycle);
        }
        return {};
    }
};

Result<Value> readTag(SqliteConnection &connection, const QString &run, const QString &key)
{
    auto statement = connection.prepare("SELECT value FROM tags WHERE run_uuid = ?1 AND key = ?2");
    if (!statement)
        return statement.error();
    statement->bind(1, run);
    statement->bind(2, key);
    const int code = statement->step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return connection.error(code);
    return code == SQLITE_ROW ? Value(statement->text(0)) : Value();
}

Result<RunState> readState(SqliteConnection &connection, const Schema &schema, const RunEdit &edit)
{
    RunState state;
    {
        auto statement = connection.prepare("SELECT lifecycle_stage, " + schema.column("runs", "name")
                                            + " FROM runs WHERE run_uuid = ?1 AND "
                                              "CAST(experiment_id AS TEXT) = ?2");
        if (!statement)
            return statement.error();
        statement->bind(1, edit.run.run.value);
        statement->bind(2, edit.run.experiment.value);
        const int code = statement->step();
        if (code == SQLITE_DONE)
            return Error{ErrorCode::NotFound,
                         Words::tr("There is no such run: %1").arg(edit.run.run.value.left(100)),
                         {}};
        if (code != SQLITE_ROW)
            return connection.error(code);
        if (statement->bytes(0) == "deleted")
            state.lifecycle = Lifecycle::Deleted;
        if (!statement->bytes(1).empty())
            state.name = statement->text(1);
    }
    const bool isTag = edit.field == RunEdit::Field::Tag;
    const auto tag = readTag(connection, edit.run.run.value, isTag ? edit.key : QString(TagKey::RunName));
    if (!tag)
        return tag.error();
    state.tag = *tag;
    if (!isTag && !state.name && *tag && !(*tag)->isEmpty())
        state.name = *tag;
    return state;
}

Status setTag(WriteTransaction &transaction, const QString &run, const QString &key, const Value &value)
{
    if (!value) {
        const auto deleted = transaction.change("DELETE FROM tags WHERE run_uuid = ?1 AND key = ?2", run, key);
        return deleted ? Status() : Status(deleted.error());
    }
    const auto updated = transaction.change("UPDATE tags SET value = ?3 WHERE run_uuid = ?1 AND key = ?2", run, key, *value);
    if (!updated)
        return updated.error();
    if (*updated > 0)
        return {};
    const auto added = transaction.change("INSERT INTO tags (run_uuid, key, value) VALUES (?1, ?2, ?3)", run, key, *value);
    return added ? Status() : Status(added.error());
}

// MLflow keeps the name beside its tag.
Status setName(WriteTransaction &transaction, const QString &run, const Value &name)
{
    if (transaction.schema().has("runs", "name")) {
        const auto changed = transaction.change("UPDATE runs SET name = ?2 WHERE run_uuid = ?1", run, name.value_or(QString(u""_s)));
        if (!changed)
            return changed.error();
    }
    return setTag(transaction, run, TagKey::RunName, name);
}

Status setLifecycle(WriteTransaction &transaction, const QString &run, Lifecycle lifecycle)
{
    const bool isDeleted = lifecycle == Lifecycle::Deleted;
    const std::optional<qint64> time = isDeleted ? std::optional(QDateTime::currentMSecsSinceEpoch()) : std::nullopt;
    const bool hasTime = transaction.schema().has("runs", "deleted_time");
    const auto changed = hasTime
        ? transaction.change("UPDATE runs SET lifecycle_stage = ?2, deleted_time = ?3 WHERE run_uuid = ?1", run,
                             lifecycleName(lifecycle), time)
        : transaction.change("UPDATE runs SET lifecycle_stage = ?2 WHERE run_uuid = ?1", run, lifecycleName(lifecycle));
    return changed ? Status() : Status(changed.error());
}

Status apply(WriteTransaction &transaction, const RunEdit &edit)
{
    const QString &run = edit.run.run.value;
    switch (edit.field) {
    case RunEdit::Field::Name: return setName(transaction, run, edit.to);
    case RunEdit::Field::Tag:
        return edit.key == TagKey::RunName && edit.to ? setName(transaction, run, edit.to) : setTag(transaction, run, edit.key, edit.to);
    case RunEdit::Field::Lifecycle:
        return setLifecycle(transaction, run, edit.to == lifecycleName(Lifecycle::Deleted) ? Lifecycle::Deleted : Lifecycle::Active);
    }
    return {};
}

Status check(const RunEdit &edit)
{
    if (edit.field == RunEdit::Field::Lifecycle)
        return {};
    const QString key = edit.field == RunEdit::Field::Tag ? edit.key : QString(TagKey::RunName);
    if (const Status valid = NameRules::checkTag(key, edit.to, LongestTag); !valid)
        return valid;
    if (key == TagKey::RunName && edit.to && edit.to->isEmpty())
        return Error{ErrorCode::InvalidArgument, Words::tr("A run's name cannot be empty."), {}};
    return {};
}

// Whether the edit may be made of what stands there.
Status judge(const RunEdit &edit, const RunState &state)
{
    const Value now = state.of(edit.field);
    if (edit.guard == RunEdit::Guard::Shown && now != edit.from)
        return Error{ErrorCode::Conflict,
                     Words::tr("Run %1 was changed by somebody else; nothing is written.").arg(edit.run.run.value.left(100)),
                     u"expected %1, found %2"_s.arg(edit.from.value_or(u"nothing"_s).left(100), now.value_or(u"nothing"_s).left(100))};
    if (edit.field != RunEdit::Field::Lifecycle && state.lifecycle == Lifecycle::Deleted)
        return Error{ErrorCode::Refused, Words::tr("The run is deleted; restore it before changing it."), {}};
    if (edit.field == RunEdit::Field::Tag && !edit.to && !now)
        return Error{ErrorCode::NotFound, Words::tr("There is no such tag: %1").arg(edit.key.left(100)), {}};
    return {};
}

// Whether it may be made is known before anything of it is written. False: it stands there already.
Result<bool> editIn(WriteTransaction &transaction, const RunEdit &edit, Status &failure)
{
    if (const Status valid = check(edit); !valid)
        return valid.error();
    const auto state = readState(transaction.connection(), transaction.schema(), edit);
    if (!state)
        return state.error();
    if (const Status good = judge(edit, *state); !good)
        return good.error();
    if (edit.field == RunEdit::Field::Lifecycle && state->of(edit.field) == edit.to)
        return false;
    failure = apply(transaction, edit);
    return true;
}

} // namespace

QList<std::optional<Error>> edit(const QString &path, const QList<RunEdit> &edits, Job &job)
{
    QList<std::optional<Error>> answers(edits.size());
    const auto failRest = [&answers](const Error &error) {
        for (std::optional<Error> &answer : answers)
            answer = answer.value_or(error);
        return answers;
    };
    auto begun = WriteTransaction::begin(path, job);
    if (!begun)
        return failRest(begun.error());
    WriteTransaction &transaction = **begun;
    QList<RunEdit> made;
    for (qsizetype i = 0; i < edits.size(); ++i) {
        Status failure;
        const auto done = editIn(transaction, edits[i], failure);
        if (!failure)
            return failRest(failure.error());
        if (!done)
            answers[i] = done.error();
        else if (*done)
            made.append(edits[i]);
    }
    if (made.isEmpty())
        return answers;
    const Schema schema = transaction.schema();
    const auto isApplied = [&made, &schema](SqliteConnection &fresh) -> Result<bool> {
        for (const RunEdit &edit : made) {
            const auto now = readState(fresh, schema, edit);
            if (!now)
                return now.error();
            if (now->of(edit.field) != edit.to)
                return false;
        }
        return true;
    };
    const Status committed = transaction.commit(isApplied, job);
    return committed ? answers : failRest(committed.error());
}

} // namespace Assay::MlflowSqlite::RunWriter
