// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of runs.
#include "models/stores/mlflow-server/runspage.h"
#include "models/stores/mlflow-server/serverwriter.h"
#include "models/stores/mlflow-server/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

bool isOfName(const RunEdit &edit)
{
    return edit.field == RunEdit::Field::Name || (edit.field == RunEdit::Field::Tag && edit.key == TagKey::RunName);
}

// What no server would understand as it is meant.
Status check(const RunEdit &edit)
{
    if (isOfName(edit) && edit.to && edit.to->isEmpty())
        return Error{ErrorCode::InvalidArgument, Words::tr("A run's name cannot be empty."), {}};
    if (edit.field == RunEdit::Field::Name && !edit.to)
        return Error{ErrorCode::Unsupported, Words::tr("MLflow's servers cannot take a run's name away."), {}};
    return {};
}

// Whether the edit may be made of the run as it stands.
Status judge(const RunEdit &edit, const Run &run)
{
    const std::optional<QString> now = edit.valueIn(run);
    if (edit.guard == RunEdit::Guard::Shown && now != edit.from)
        return Error{ErrorCode::Conflict, Words::tr("Run %1 was changed by somebody else; nothing is written.").arg(edit.run.run.value.left(100)),
                     u"expected %1, found %2"_s.arg(edit.from.value_or(u"nothing"_s).left(100), now.value_or(u"nothing"_s).left(100))};
    if (edit.field != RunEdit::Field::Lifecycle && run.info.lifecycle == Lifecycle::Deleted)
        return Error{ErrorCode::Refused, Words::tr("The run is deleted; restore it before changing it."), {}};
    if (edit.field == RunEdit::Field::Tag && !edit.to && !now)
        return Error{ErrorCode::NotFound, Words::tr("There is no such tag: %1").arg(edit.key.left(100)), {}};
    return {};
}

HttpRequest requestFor(const RunEdit &edit)
{
    QJsonObject body{{u"run_id"_s, edit.run.run.value}};
    if (edit.field == RunEdit::Field::Lifecycle)
        return RestApi::post(edit.to == lifecycleName(Lifecycle::Deleted) ? u"runs/delete"_s : u"runs/restore"_s, body);
    // By the tag, of which MLflow makes the name, too: runs/update of old servers would change the run's status along with it.
    body.insert("key"_L1, edit.field == RunEdit::Field::Name ? QString(TagKey::RunName) : edit.key);
    if (!edit.to)
        return RestApi::post(u"runs/delete-tag"_s, body);
    body.insert("value"_L1, *edit.to);
    return RestApi::post(u"runs/set-tag"_s, body);
}

} // namespace

Result<Run> ServerWriter::readRun(const RunRef &run, Job &job)
{
    const Error missing{ErrorCode::NotFound, Words::tr("There is no such run: %1").arg(run.run.value.left(100)), {}};
    const Result<QByteArray> body = m_api.read(RestApi::get(u"runs/get"_s, {{u"run_id"_s, run.run.value}}), job);
    if (!body)
        return body.error().code == ErrorCode::NotFound ? missing : body.error();
    RunsPageReader reader(m_hasInfinities);
    if (const Status added = reader.addRun(*body); !added)
        return added.error();
    const RunTablePtr table = reader.finish();
    return table->ref(0) == run ? Result<Run>(table->run(0)) : missing;
}

Status ServerWriter::editRun(const RunEdit &edit, Job &job)
{
    if (const Status sound = check(edit); !sound)
        return sound;
    const Result<Run> before = readRun(edit.run, job);
    if (!before)
        return before.error();
    if (const Status good = judge(edit, *before); !good)
        return good;
    const std::optional<QString> shown = edit.valueIn(*before);
    if (edit.field == RunEdit::Field::Lifecycle && shown == edit.to)
        return {};
    const auto look = [&]() -> Result<Stands> {
        SilentJob steadfast;
        return readRun(edit.run, steadfast).map([&](const Run &run) {
            const std::optional<QString> now = edit.valueIn(run);
            return now == edit.to ? Stands::AsWanted : now == shown ? Stands::AsBefore : Stands::Otherwise;
        });
    };
    const Result<QByteArray> sent = send(requestFor(edit), look, job);
    return sent ? Status() : Status(sent.error());
}

} // namespace Assay::MlflowServer
