// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/runwriter.h"

#include "models/mlflowsql/namerules.h"
#include "models/mlflowsql/words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql::RunWriter {

namespace {

constexpr qsizetype LongestTag = 8'000;

using OptionalText = std::optional<QString>;

// What stands in the database of the run.
struct RunState {
    Lifecycle lifecycle = Lifecycle::Active;
    OptionalText name; // as readers show it
    OptionalText tag; // of the key that was asked for

    OptionalText of(RunEdit::Field field) const
    {
        switch (field) {
        case RunEdit::Field::Name: return name;
        case RunEdit::Field::Tag: return tag;
        case RunEdit::Field::Lifecycle: return lifecycleName(lifecycle);
        }
        return {};
    }
};

QByteArray whereTag(const Database &database)
{
    return " WHERE " + database.isText("run_uuid", 1) + " AND " + database.isText("key", 2);
}

QByteArray whereRun(const Database &database)
{
    return " WHERE " + database.isText("run_uuid", 1);
}

Result<OptionalText> readTag(Database &database, const QString &run, const QString &key)
{
    OptionalText value;
    const Status read = database.select("SELECT value FROM tags" + whereTag(database) + database.forUpdate(), {run, key},
                                        [&](const Row &row) { value = row.text(1); });
    return read ? Result<OptionalText>(value) : Result<OptionalText>(read.error());
}

// Nothing where there is no such run.
Result<std::optional<RunState>> readState(Database &database, const RunEdit &edit)
{
    RunState state;
    bool isThere = false;
    const Status read = database.select("SELECT experiment_id, lifecycle_stage, " + database.schema().column("runs", "name") + " FROM runs"
                                            + whereRun(database) + database.forUpdate(),
                                        {edit.run.run.value}, [&](const Row &row) {
                                            isThere = row.text(1) == edit.run.experiment.value;
                                            if (row.bytes(2) == "deleted")
                                                state.lifecycle = Lifecycle::Deleted;
                                            if (!row.bytes(3).empty())
                                                state.name = row.text(3);
                                        });
    if (!read)
        return read.error();
    if (!isThere)
        return std::optional<RunState>();
    const bool isTag = edit.field == RunEdit::Field::Tag;
    const auto tag = readTag(database, edit.run.run.value, isTag ? edit.key : QString(TagKey::RunName));
    if (!tag)
        return tag.error();
    state.tag = *tag;
    if (!isTag && !state.name && *tag && !(*tag)->isEmpty())
        state.name = *tag;
    return std::optional(state);
}

Status setTag(WriteTransaction &transaction, const QString &run, const QString &key, const OptionalText &value)
{
    if (!value) {
        const auto deleted = transaction.change("DELETE FROM tags" + whereTag(transaction.database()), {run, key});
        return deleted ? Status() : Status(deleted.error());
    }
    const auto updated = transaction.change("UPDATE tags SET value = ?3" + whereTag(transaction.database()), {run, key, *value});
    if (!updated)
        return updated.error();
    if (*updated > 0)
        return {};
    const auto added = transaction.change("INSERT INTO tags (run_uuid, \"key\", value) VALUES (?1, ?2, ?3)", {run, key, *value});
    return added ? Status() : Status(added.error());
}

// MLflow keeps the name beside its tag.
Status setName(WriteTransaction &transaction, const QString &run, const OptionalText &name)
{
    if (transaction.schema().has("runs", "name")) {
        const auto changed = transaction.change("UPDATE runs SET name = ?2" + whereRun(transaction.database()), {run, name.value_or(QString(u""_s))});
        if (!changed)
            return changed.error();
    }
    return setTag(transaction, run, TagKey::RunName, name);
}

Status setLifecycle(WriteTransaction &transaction, const QString &run, Lifecycle lifecycle)
{
    const bool isDeleted = lifecycle == Lifecycle::Deleted;
    const Value time = isDeleted ? Value(QDateTime::currentMSecsSinceEpoch()) : Value();
    const QByteArray where = whereRun(transaction.database());
    const bool hasTime = transaction.schema().has("runs", "deleted_time");
    const auto changed = hasTime
        ? transaction.change("UPDATE runs SET lifecycle_stage = ?2, deleted_time = ?3" + where, {run, QString(lifecycleName(lifecycle)), time})
        : transaction.change("UPDATE runs SET lifecycle_stage = ?2" + where, {run, QString(lifecycleName(lifecycle))});
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
    const OptionalText now = state.of(edit.field);
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

// An edit that was made, and what stood there before it.
struct EditMade {
    RunEdit edit;
    OptionalText before;
};

// Whether it may be made is known before anything of it is written. Nothing: it stands there already. `failure`: of the database,
// after which servers go on in a transaction that they have undone, or that they undo when it is committed.
Result<std::optional<EditMade>> editIn(WriteTransaction &transaction, const RunEdit &edit, Status &failure)
{
    if (const Status valid = check(edit); !valid)
        return valid.error();
    const auto state = readState(transaction.database(), edit);
    if (!state) {
        failure = state.error();
        return std::optional<EditMade>();
    }
    if (!*state)
        return Error{ErrorCode::NotFound, Words::tr("There is no such run: %1").arg(edit.run.run.value.left(100)), {}};
    if (const Status good = judge(edit, **state); !good)
        return good.error();
    const OptionalText before = (*state)->of(edit.field);
    if (edit.field == RunEdit::Field::Lifecycle && before == edit.to)
        return std::optional<EditMade>();
    failure = apply(transaction, edit);
    return std::optional(EditMade{edit, before});
}

// All were made or none: what one of them shows, where the others do not contradict it.
Result<WriteTransaction::Stands> look(Database &fresh, const QList<EditMade> &made)
{
    std::optional<WriteTransaction::Stands> all;
    for (const EditMade &one : made) {
        if (one.before == one.edit.to)
            continue;
        const auto now = readState(fresh, one.edit);
        if (!now)
            return now.error();
        const auto stands = *now ? WriteTransaction::stands((*now)->of(one.edit.field), one.before, one.edit.to) : WriteTransaction::Stands::Otherwise;
        if (all.value_or(stands) != stands)
            return WriteTransaction::Stands::Otherwise;
        all = stands;
    }
    return all.value_or(WriteTransaction::Stands::AsWanted);
}

// Of several edits of the same, what stood there before the first and what the last one wants.
void note(QList<EditMade> &made, const EditMade &next)
{
    const auto same = std::ranges::find_if(made, [&](const EditMade &one) {
        return one.edit.run == next.edit.run && one.edit.field == next.edit.field && one.edit.key == next.edit.key;
    });
    if (same == made.end())
        made.append(next);
    else
        same->edit.to = next.edit.to;
}

} // namespace

QList<std::optional<Error>> edit(const BeginTransaction &begin, const QList<RunEdit> &edits, Job &job)
{
    QList<std::optional<Error>> answers(edits.size());
    const auto failRest = [&answers](const Error &error) {
        for (std::optional<Error> &answer : answers)
            answer = answer.value_or(error);
        return answers;
    };
    auto begun = begin();
    if (!begun)
        return failRest(begun.error());
    WriteTransaction &transaction = **begun;
    QList<EditMade> made;
    for (qsizetype i = 0; i < edits.size(); ++i) {
        Status failure;
        const auto done = editIn(transaction, edits[i], failure);
        if (!failure)
            return failRest(failure.error());
        if (!done)
            answers[i] = done.error();
        else if (*done)
            note(made, **done);
    }
    if (made.isEmpty())
        return answers;
    const Status committed = transaction.commit([&made](Database &fresh) { return look(fresh, made); }, job);
    return committed ? answers : failRest(committed.error());
}

} // namespace Assay::MlflowSql::RunWriter
