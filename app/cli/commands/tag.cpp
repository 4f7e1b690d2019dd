// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Value = std::optional<QString>;

// What a tag hangs on: how its tags are read, and how one is set.
struct Target {
    QString id;
    std::function<Result<TextMap>()> read;
    std::function<Status(const QString &key, const Value &value)> set;
};

Result<Target> runTarget(Session &session, const QString &text)
{
    const auto ref = session.findRun(text);
    if (!ref)
        return ref.error();
    const auto read = [&session, ref = *ref]() -> Result<TextMap> {
        const auto found = session.runRow(ref);
        if (!found)
            return found.error();
        return found->table->run(found->row).tags;
    };
    const auto set = [&session, ref = *ref](const QString &key, const Value &value) {
        return session.backend().setRunTag(ref, key, value, session.job());
    };
    return Target{ref->run.value, read, set};
}

Target modelTarget(Session &session, const QString &name)
{
    const auto read = [&session, name] {
        return findModel(session, name).map([](const RegisteredModel &model) { return model.tags; });
    };
    const auto set = [&session, name](const QString &key, const Value &value) {
        return session.backend().setModelTag(name, key, value, session.job());
    };
    return {name, read, set};
}

Result<Target> versionTarget(Session &session, const QString &text)
{
    const qsizetype slash = text.lastIndexOf(u'/');
    if (slash <= 0)
        return Error{ErrorCode::InvalidArgument, CliText::tr("A version is written NAME/VERSION, not: %1").arg(text), {}};
    const QString name = text.left(slash);
    const QString number = text.mid(slash + 1);
    const auto read = [&session, name, number] {
        return findModel(session, name)
            .andThen([&](const RegisteredModel &model) { return findVersion(model, number); })
            .map([](const ModelVersion &version) { return version.tags; });
    };
    const auto set = [&session, name, number](const QString &key, const Value &value) {
        return session.backend().setVersionTag(name, number, key, value, session.job());
    };
    return Target{text, read, set};
}

Value valueIn(const TextMap &tags, const QString &key)
{
    return tags.contains(key) ? Value(tags.value(key)) : Value();
}

void writeValue(JsonWriter &json, std::string_view name, const Value &value)
{
    json.key(name);
    value ? json.text(*value) : json.null();
}

class TagCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"tag"_L1, CliText::tr("set or delete a tag of a run, a model or a version"),
                CliText::tr("TARGET is a run's id or its unique prefix, a model's name, or NAME/VERSION. What stands there after the write is "
                            "read back. A VALUE that begins with a dash is written behind -- alone."),
                {{u"LOCATION"_s}, {u"run|model|version"_s}, {u"TARGET"_s}, {u"KEY"_s}, {u"VALUE"_s, ArgumentSpec::Count::Optional}},
                {{"delete"_L1, 0, {}, false, CliText::tr("delete the tag")}}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const QString kind = arguments.at(1);
        if (kind != "run"_L1 && kind != "model"_L1 && kind != "version"_L1)
            return Error{ErrorCode::InvalidArgument, CliText::tr("tag takes run, model or version, not: %1").arg(kind), {}};
        if ((arguments.count() > 4) == arguments.has("delete"_L1))
            return Error{ErrorCode::InvalidArgument, CliText::tr("Either VALUE or --delete is needed"), {}};
        if (const Status opened = invocation.session.open(arguments.at(0)); !opened)
            return opened.error();
        const StoreInfo info = invocation.session.backend().info();
        if (!info.writable)
            return Error{info.notWritableCode, info.whyNotWritable, info.location};
        const auto target = findTarget(invocation.session, kind, arguments.at(2));
        if (!target)
            return target.error();
        return set(invocation, kind, *target);
    }

private:
    static Result<Target> findTarget(Session &session, const QString &kind, const QString &text)
    {
        if (kind == "run"_L1)
            return runTarget(session, text);
        return kind == "model"_L1 ? Result<Target>(modelTarget(session, text)) : versionTarget(session, text);
    }

    static Result<ExitStatus> set(Invocation &invocation, const QString &kind, const Target &target)
    {
        const Arguments &arguments = invocation.arguments;
        const QString key = arguments.at(3);
        const Value value = arguments.has("delete"_L1) ? Value() : Value(arguments.at(4));
        const auto before = target.read();
        if (!before)
            return before.error();
        WriteAnswer answer;
        if (const Status done = target.set(key, value); !done)
            answer.error = done.error();
        const bool mayStand = !answer.error || answer.error->code == ErrorCode::OutcomeUnknown;
        if (mayStand) {
            const auto after = target.read();
            answer.outcome = after && valueIn(*after, key) == value ? Outcome::Applied : Outcome::Unknown;
            answer.error.reset();
            if (answer.outcome == Outcome::Unknown)
                answer.error = Error{ErrorCode::OutcomeUnknown, CliText::tr("Nobody can say whether the tag was set; look at it before trying again"),
                                     u"%1 %2 %3"_s.arg(kind, target.id, key)};
        }
        answer.members = [&](JsonWriter &json) {
            member(json, "target", kind);
            member(json, "id", target.id);
            member(json, "key", key);
            writeValue(json, "from", valueIn(*before, key));
            writeValue(json, "to", value);
        };
        answer.sentence = value ? CliText::tr("Tag %1 of %2 is set.").arg(key, target.id) : CliText::tr("Tag %1 of %2 is deleted.").arg(key, target.id);
        return writeAnswer(invocation, answer);
    }
};

} // namespace

std::unique_ptr<Command> makeTagCommand()
{
    return std::make_unique<TagCommand>();
}

} // namespace Assay
