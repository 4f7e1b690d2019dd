// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/registrywriter.h"

#include "models/mlflowsql/namerules.h"
#include "models/mlflowsql/words.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql::RegistryWriter {

namespace {

struct VersionState {
    QString stage;
    OptionalTime time;

    friend bool operator==(const VersionState &, const VersionState &) = default;
};

QByteArray whereVersion(const Database &database)
{
    return " WHERE " + database.isText("name", 1) + " AND version = ?2" + database.schema().inDefaultWorkspace("model_versions");
}

// Nothing where it is not there.
Result<std::optional<VersionState>> readVersion(Database &database, const QString &model, qint64 version)
{
    std::optional<VersionState> state;
    const Status read = database.select("SELECT current_stage, last_updated_time FROM model_versions" + whereVersion(database) + database.forUpdate(),
                                        {model, version}, [&](const Row &row) {
                                            state = VersionState{row.text(1), row.isNull(2) ? OptionalTime() : row.integer(2)};
                                        });
    return read ? Result<std::optional<VersionState>>(state) : Result<std::optional<VersionState>>(read.error());
}

// The state of a version as the transaction sees it; NotFound when it is not there or deleted.
Result<VersionState> versionState(WriteTransaction &transaction, const QString &model, qint64 version)
{
    const auto state = readVersion(transaction.database(), model, version);
    if (!state)
        return state.error();
    if (*state && (*state)->stage != "Deleted_Internal"_L1)
        return **state;
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
    const Database &database = transaction.database();
    const QByteArray where = " WHERE " + database.isText("name", 1) + " AND version <> ?2 AND " + database.isText("current_stage", 3)
                             + transaction.schema().inDefaultWorkspace("model_versions");
    QStringList archived;
    const Status read = transaction.database().select("SELECT version FROM model_versions" + where + " ORDER BY version" + database.forUpdate(),
                                                      {change.model, version, stageName(change.toStage)},
                                                      [&](const Row &row) { archived.append(row.text(1)); });
    if (!read)
        return read.error();
    const auto changed = transaction.change(
        "UPDATE model_versions SET current_stage = ?4,"
        " last_updated_time = CASE WHEN last_updated_time >= ?5 THEN last_updated_time + 1 ELSE ?5 END"
            + where,
        {change.model, version, stageName(change.toStage), stageName(Stage::Archived), now});
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

// Whoever changes versions of a model changes its row, too: one after the other, and in the order that MLflow keeps, so that
// none waits for another who waits for it.
Status lockModel(WriteTransaction &transaction, const QString &model)
{
    const Database &database = transaction.database();
    if (database.forUpdate().isEmpty())
        return {};
    return transaction.database().select("SELECT name FROM registered_models WHERE " + database.isText("name", 1)
                                             + transaction.schema().inDefaultWorkspace("registered_models") + database.forUpdate(),
                                         {model}, [](const Row &) {});
}

// Compare and set; the time of the change.
Result<qint64> moveVersion(WriteTransaction &transaction, const StageChange &change, qint64 version)
{
    const auto state = versionState(transaction, change.model, version);
    if (!state)
        return state.error();
    if (state->stage != change.fromStage || state->time != change.shownUpdateTime)
        return conflict(change, *state);
    const QByteArray time = change.shownUpdateTime ? "last_updated_time = ?4" : "last_updated_time IS NULL";
    // Always later than what was there: a stage that came back must not look like one that stayed.
    const qint64 now = std::max(QDateTime::currentMSecsSinceEpoch(), state->time.value_or(0) + 1);
    const auto changed
        = transaction.change("UPDATE model_versions SET current_stage = ?5, last_updated_time = ?6" + whereVersion(transaction.database())
                                 + " AND coalesce(current_stage, '') = ?3 AND " + time,
                             {change.model, version, change.fromStage, change.shownUpdateTime.value_or(0), stageName(change.toStage), now});
    if (changed && *changed == 0)
        return conflict(change, *state);
    if (const Status one = rowsMustBe(changed, 1); !one)
        return one.error();
    return now;
}

} // namespace

Result<StageChangeDone> changeStage(const BeginTransaction &begin, const StageChange &change, Job &job)
{
    const bool isActive = change.toStage == Stage::Staging || change.toStage == Stage::Production;
    if (change.archiveExisting && !isActive)
        return Error{ErrorCode::InvalidArgument,
                     Words::tr("Other versions are archived for Staging and Production only."),
                     {}};
    const auto number = NameRules::versionNumber(change.version);
    if (!number)
        return number.error();
    auto begun = beginWith(begin, "model_versions", Words::tr("This database has no model registry."));
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    if (const Status locked = lockModel(transaction, change.model); !locked)
        return locked.error();
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
        = transaction.change("UPDATE registered_models SET last_updated_time = ?2 WHERE " + transaction.database().isText("name", 1)
                                 + transaction.schema().inDefaultWorkspace("registered_models"),
                             {change.model, *now});
    if (const Status one = rowsMustBe(model, 1); !one)
        return one.error();
    const auto look = [&](Database &fresh) -> Result<WriteTransaction::Stands> {
        const auto state = readVersion(fresh, change.model, *number);
        if (!state)
            return state.error();
        return WriteTransaction::stands(*state, std::optional(VersionState{change.fromStage, change.shownUpdateTime}),
                                        std::optional(VersionState{stageName(change.toStage), *now}));
    };
    if (const Status committed = transaction.commit(look, job); !committed)
        return committed.error();
    return done;
}

Status setAlias(const BeginTransaction &begin, const QString &model, const QString &alias,
                const std::optional<QString> &version, Job &job)
{
    if (const Status valid = NameRules::checkAlias(alias); !valid && version)
        return valid;
    const auto number = NameRules::versionNumber(version.value_or(u"0"_s));
    if (!number)
        return number.error();
    auto begun = beginWith(begin, "registered_model_aliases", Words::tr("Databases of this age have no aliases."));
    if (!begun)
        return begun.error();
    WriteTransaction &transaction = **begun;
    const QByteArray where = " WHERE " + transaction.database().isText("name", 1) + " AND " + transaction.database().isText("alias", 2)
                             + transaction.schema().inDefaultWorkspace("registered_model_aliases");
    const auto readAlias = [&](Database &from) -> Result<std::optional<qint64>> {
        std::optional<qint64> found;
        const Status read = from.select("SELECT version FROM registered_model_aliases" + where + from.forUpdate(), {model, alias},
                                        [&](const Row &row) { found = row.integer(1); });
        return read ? Result<std::optional<qint64>>(found) : Result<std::optional<qint64>>(read.error());
    };
    const auto before = readAlias(transaction.database());
    if (!before)
        return before.error();
    if (version) {
        if (const auto state = versionState(transaction, model, *number); !state)
            return state.error();
        auto changed = transaction.change(
            "UPDATE registered_model_aliases SET version = ?3" + where, {model, alias, *number});
        if (changed && *changed == 0)
            changed = transaction.change(
                "INSERT INTO registered_model_aliases (name, alias, version) VALUES (?1, ?2, ?3)",
                {model, alias, *number});
        if (const Status one = rowsMustBe(changed, 1); !one)
            return one;
    } else {
        const auto changed
            = transaction.change("DELETE FROM registered_model_aliases" + where, {model, alias});
        if (changed && *changed == 0)
            return Error{ErrorCode::NotFound,
                         Words::tr("The model %1 has no alias %2.").arg(model, alias),
                         {}};
        if (const Status one = rowsMustBe(changed, 1); !one)
            return one;
    }
    const auto look = [&](Database &fresh) -> Result<WriteTransaction::Stands> {
        return readAlias(fresh).map([&](const std::optional<qint64> &now) {
            return WriteTransaction::stands(now, *before, version ? std::optional(*number) : std::nullopt);
        });
    };
    return transaction.commit(look, job);
}

} // namespace Assay::MlflowSql::RegistryWriter
