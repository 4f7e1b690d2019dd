// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/registrywriter.h"

#include "models/stores/mlflow-sqlite/namerules.h"
#include "models/stores/mlflow-sqlite/words.h"
#include "models/stores/mlflow-sqlite/writetransaction.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite::RegistryWriter {

namespace {

struct VersionState {
    QString stage;
    OptionalTime time;
};

// The state of a version as the transaction sees it; NotFound when it is not there or deleted.
Result<VersionState> versionState(WriteTransaction &transaction, const QString &model,
                                  qint64 version)
{
    auto statement
        = transaction.query("SELECT current_stage, last_updated_time FROM model_versions"
                            " WHERE name = ?1 AND version = ?2"
                                + transaction.schema().inDefaultWorkspace("model_versions"),
                            model, version);
    if (!statement)
        return statement.error();
    const int code = statement->step();
    if (code == SQLITE_ROW && statement->bytes(0) != "Deleted_Internal")
        return VersionState{statement->text(0),
                            statement->isNull(1) ? OptionalTime() : statement->integer(1)};
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return transaction.connection().error(code);
    return Error{
        ErrorCode::NotFound,
        Words::tr("There is no version %1 of the model %2.").arg(QString::number(version), model),
        {}};
}

Error conflict(const StageChange &change, const VersionState &now)
{
    const QString since = now.time ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*now.time),
                                                        QLocale::ShortFormat)
                                   : Words::tr("an unknown time");
    return {ErrorCode::Conflict,
            Words::tr("Version %1 of %2 was changed by somebody else at %3. It is in stage %4 now.")
                .arg(change.version, change.model, since, now.stage),
            u"expected %1"_s.arg(change.fromStage)};
}

// The other versions of the stage go to Archived.
Result<QStringList> archiveOthers(WriteTransaction &transaction, const StageChange &change,
                                  qint64 version, qint64 now)
{
    const QByteArray workspace = transaction.schema().inDefaultWorkspace("model_versions");
    QStringList archived;
    {
        auto others = transaction.query("SELECT version FROM model_versions"
                                        " WHERE name = ?1 AND version <> ?2 AND current_stage = ?3"
                                            + workspace + " ORDER BY version",
                                        change.model, version, stageName(change.toStage));
        if (!others)
            return others.error();
        int code = SQLITE_ROW;
        while ((code = others->step()) == SQLITE_ROW)
            archived.append(others->text(0));
        if (code != SQLITE_DONE)
            return transaction.connection().error(code);
    }
    const auto changed = transaction.change(
        "UPDATE model_versions SET current_stage = ?4,"
        " last_updated_time = max(?5, ifnull(last_updated_time, 0) + 1)"
        " WHERE name = ?1 AND version <> ?2 AND current_stage = ?3"
            + workspace,
        change.model, version, stageName(change.toStage), stageName(Stage::Archived), now);
    if (!changed)
        return changed.error();
    return archived;
}

Status rowsMustBe(const Result<qint64> &changed, qint64 wanted)
{
    if (!changed)
        return changed.error();
    if (*changed != wanted)
        return Error{ErrorCode::Conflict,
                     Words::tr("The registry does not hold what it should; nothing was changed."),
                     u"%1 rows"_s.arg(*changed)};
    return {};
}

// Compare and set; the time of the change.
Result<qint64> moveVersion(WriteTransaction &transaction, const StageChange &change, qint64 version)
{
    const auto state = versionState(transaction, change.model, version);
    if (!state)
        return state.error();
    // Always later than what was there: a stage that came back must not look like one that stayed.
    const qint64 now = std::max(QDateTime::currentMSecsSinceEpoch(), state->time.value_or(0) + 1);
    const auto changed
        = transaction.change("UPDATE model_versions SET current_stage = ?5, last_updated_time = ?6"
                             " WHERE name = ?1 AND version = ?2"
                             " AND ifnull(current_stage, '') = ?3 AND last_updated_time IS ?4"
                                 + transaction.schema().inDefaultWorkspace("model_versions"),
                             change.model, version, change.fromStage, change.shownUpdateTime,
                             stageName(change.toStage), now);
    if (changed && *changed == 0)
        return conflict(change, *state);
    if (const Status one = rowsMustBe(changed, 1); !one)
        return one.error();
    return now;
}

} // namespace

Result<StageChangeDone> changeStage(const QString &path, const StageChange &change, Job &job)
{
    const bool isActive = change.toStage == Stage::Staging || change.toStage == Stage::Production;
    if (change.archiveExisting && !isActive)
        return Error{ErrorCode::InvalidArgument,
                     Words::tr("Other versions are archived for Staging and Production only."),
                     {}};
    const auto number = NameRules::versionNumber(change.version);
    if (!number)
        return number.error();
    auto begun = WriteTransaction::begin(path, job);
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    if (!transaction.schema().hasTable("model_versions"))
        return Error{ErrorCode::Unsupported, Words::tr("This database has no model registry."), {}};
    const auto now = moveVersion(transaction, change, *number);
    if (!now)
        return now.error();
    StageChangeDone done;
    if (change.archiveExisting) {
        auto archived = archiveOthers(transaction, change, *number, *now);
        if (!archived)
            return archived.error();
        done.archived = std::move(*archived);
    }
    const auto model
        = transaction.change("UPDATE registered_models SET last_updated_time = ?2 WHERE name = ?1"
                                 + transaction.schema().inDefaultWorkspace("registered_models"),
                             change.model, *now);
    if (const Status one = rowsMustBe(model, 1); !one)
        return one.error();
    const QByteArray where = " WHERE name = ?1 AND version = ?2"
                             + transaction.schema().inDefaultWorkspace("model_versions");
    const auto isApplied = [&](SqliteConnection &fresh) -> Result<bool> {
        auto statement = fresh.prepare("SELECT last_updated_time FROM model_versions" + where);
        if (!statement)
            return statement.error();
        statement->bind(1, change.model);
        statement->bind(2, *number);
        if (const int code = statement->step(); code != SQLITE_ROW)
            return fresh.error(code);
        return statement->integer(0) == *now;
    };
    if (const Status committed = transaction.commit(isApplied, job); !committed)
        return committed.error();
    return done;
}

Status setAlias(const QString &path, const QString &model, const QString &alias,
                const std::optional<QString> &version, Job &job)
{
    if (const Status valid = NameRules::checkAlias(alias); !valid && version)
        return valid;
    const auto number = NameRules::versionNumber(version.value_or(u"0"_s));
    if (!number)
        return number.error();
    auto begun = WriteTransaction::begin(path, job);
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    if (!transaction.schema().hasTable("registered_model_aliases"))
        return Error{
            ErrorCode::Unsupported, Words::tr("Databases of this age have no aliases."), {}};
    const QByteArray where = " WHERE name = ?1 AND alias = ?2"
                             + transaction.schema().inDefaultWorkspace("registered_model_aliases");
    if (version) {
        if (const auto state = versionState(transaction, model, *number); !state)
            return state.error();
        auto changed = transaction.change(
            "UPDATE registered_model_aliases SET version = ?3" + where, model, alias, *number);
        if (changed && *changed == 0)
            changed = transaction.change(
                "INSERT INTO registered_model_aliases (name, alias, version) VALUES (?1, ?2, ?3)",
                model, alias, *number);
        if (const Status one = rowsMustBe(changed, 1); !one)
            return one;
    } else {
        const auto changed
            = transaction.change("DELETE FROM registered_model_aliases" + where, model, alias);
        if (changed && *changed == 0)
            return Error{ErrorCode::NotFound,
                         Words::tr("The model %1 has no alias %2.").arg(model, alias),
                         {}};
        if (const Status one = rowsMustBe(changed, 1); !one)
            return one;
    }
    const auto isApplied = [&](SqliteConnection &fresh) -> Result<bool> {
        auto statement = fresh.prepare("SELECT version FROM registered_model_aliases" + where);
        if (!statement)
            return statement.error();
        statement->bind(1, model);
        statement->bind(2, alias);
        const int code = statement->step();
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            return fresh.error(code);
        return version ? code == SQLITE_ROW && statement->integer(0) == *number
                       : code == SQLITE_DONE;
    };
    return transaction.commit(isApplied, job);
}

} // namespace Assay::MlflowSqlite::RegistryWriter
