// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/jsonwriter.h"
#include "models/domain/model.h"

#include <functional>

namespace Assay {

// How a write ended, for every command that writes.
struct WriteAnswer {
    Outcome outcome = Outcome::NotApplied;
    std::function<void(JsonWriter &)> members; // what was written, behind "outcome"
    QString sentence;                          // for the table format, when applied
    std::optional<Error> error;                // why not, or how to find out
};

// Writes the answer, the error's line too, and gives the status that belongs to it.
ExitStatus writeAnswer(Invocation &invocation, const WriteAnswer &answer);

// The model of that name, or NotFound.
Result<RegisteredModel> findModel(Session &session, const QString &name);
// The version as it stands, or NotFound.
Result<ModelVersion> findVersion(const RegisteredModel &model, const QString &number);

// The error as it stands in JSON: {"code": …, "message": …, "detail": …}.
void writeJson(JsonWriter &json, const Error &error);

} // namespace Assay
