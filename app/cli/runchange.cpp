// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runchange.h"

#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"
#include "models/store/runedits.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Outcome outcomeOf(const RunEditDone &done)
{
    if (!done.error)
        return Outcome::Applied;
    return done.error->code == ErrorCode::OutcomeUnknown ? Outcome::Unknown : Outcome::NotApplied;
}

// As they stand, each once; NotFound or AmbiguousId for a word that names none or several.
Result<QList<RunEdit>> editsOf(Session &session, const QStringList &words, Lifecycle to)
{
    QList<RunEdit> edits;
    for (const QString &word : words) {
        const auto ref = session.findRun(word);
        if (!ref)
            return ref.error();
        const auto found = session.runRow(*ref);
        if (!found)
            return found.error();
        const RunEdit edit = RunEdit::lifecycle(*ref, found->table->info(found->row).lifecycle, to);
        if (!edits.contains(edit))
            edits.append(edit);
    }
    return edits;
}

void writeRun(JsonWriter &json, const RunEditDone &done)
{
    json.beginObject();
    member(json, "run_id", done.edit.run.run.value);
    member(json, "outcome", outcomeName(outcomeOf(done)));
    member(json, "from", done.edit.from.value_or(QString()));
    member(json, "to", done.edit.to.value_or(QString()));
    if (done.error) {
        json.key("error");
        writeJson(json, *done.error);
    }
    json.endObject();
}

// The error that counts for all: of a write that nobody knows of, else the first one, with the run it is about.
std::optional<Error> worst(const QList<RunEditDone> &edits)
{
    std::optional<Error> found;
    for (const RunEditDone &done : edits) {
        if (!done.error || (found && done.error->code != ErrorCode::OutcomeUnknown))
            continue;
        found = done.error;
        found->detail = done.edit.run.run.value;
        if (found->code == ErrorCode::OutcomeUnknown)
            break;
    }
    return found;
}

} // namespace

Status openForWriting(Session &session, const QString &location)
{
    if (const Status opened = session.open(location); !opened)
        return opened;
    const StoreInfo info = session.backend().info();
    return info.writable ? Status() : Status(Error{info.notWritableCode, info.whyNotWritable, info.location});
}

Result<ExitStatus> changeLifecycle(Invocation &invocation, Lifecycle to)
{
    Session &session = invocation.session;
    if (const Status opened = openForWriting(session, invocation.arguments.at(0)); !opened)
        return opened.error();
    const auto edits = editsOf(session, invocation.arguments.from(1), to);
    if (!edits)
        return edits.error();
    const RunEditReport report = makeRunEdits(session.backend(), *edits, session.job());
    const qsizetype failed = report.failedCount();
    const auto count = int(report.edits.size() - failed);
    WriteAnswer answer;
    answer.error = worst(report.edits);
    answer.outcome = !answer.error ? Outcome::Applied : answer.error->code == ErrorCode::OutcomeUnknown ? Outcome::Unknown : Outcome::NotApplied;
    answer.members = [&](JsonWriter &json) {
        json.key("runs");
        json.beginArray();
        for (const RunEditDone &done : report.edits)
            writeRun(json, done);
        json.endArray();
    };
    answer.sentence = to == Lifecycle::Deleted ? CliText::tr("%n run(s) deleted; assayctl restore brings them back.", nullptr, count)
                                               : CliText::tr("%n run(s) restored.", nullptr, count);
    return writeAnswer(invocation, answer);
}

} // namespace Assay
