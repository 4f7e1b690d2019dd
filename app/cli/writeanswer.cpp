// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/writeanswer.h"

#include "app/cli/answer.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

ExitStatus writeAnswer(Invocation &invocation, const WriteAnswer &answer)
{
    const OutputFormat format = invocation.output.format();
    if (format == OutputFormat::Json || format == OutputFormat::Ndjson) {
        JsonWriter json(sinkOf(invocation.output), format == OutputFormat::Json ? 1 : 0);
        json.beginObject();
        member(json, "outcome", outcomeName(answer.outcome));
        answer.members(json);
        if (answer.error) {
            json.key("error");
            writeJson(json, *answer.error);
        }
        json.endObject();
        json.endDocument();
        json.flush();
    } else if (!answer.error) {
        invocation.output.write((answer.sentence + u'\n').toStdString());
    }
    if (!answer.error)
        return ExitStatus::Done;
    invocation.session.console().error(errorLine(*answer.error));
    return exitStatus(answer.error->code);
}

Result<RegisteredModel> findModel(Session &session, const QString &name)
{
    const auto models = session.models();
    if (!models)
        return models.error();
    for (const RegisteredModel &model : *models)
        if (model.name == name)
            return model;
    return Error{ErrorCode::NotFound, CliText::tr("There is no such registered model"), name};
}

Result<ModelVersion> findVersion(const RegisteredModel &model, const QString &number)
{
    if (const ModelVersion *version = model.version(number))
        return *version;
    return Error{ErrorCode::NotFound, CliText::tr("The model has no such version"), model.name + u' ' + number};
}

void writeJson(JsonWriter &json, const Error &error)
{
    json.beginObject();
    member(json, "code", errorCodeName(error.code));
    member(json, "message", withoutCredentials(error.message));
    member(json, "detail", withoutCredentials(error.detail));
    json.endObject();
}

} // namespace Assay
