// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

struct ProbedStore {
    StoreInfo info;
    StoreCounts counts;
    qint64 problems = 0;
    std::optional<Error> failure; // of one of several; info then holds location and format alone
};

class ProbeCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"probe"_L1, CliText::tr("say what lies at a location"),
                CliText::tr("Names the format, the schema's version, what can be done with the store, and how much is in it, active and "
                            "deleted together. A folder with several stores lists each under \"stores\".\n\n"
                            "\"problems\" counts what the listing of experiments, runs and models met; doctor looks at everything."),
                {{u"LOCATION"_s}}, {}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        Session &session = invocation.session;
        const QString location = invocation.arguments.at(0);
        const auto report = session.probe(location);
        if (!report)
            return report.error();
        if (report->candidates.size() < 2) {
            if (const Status opened = session.open(location); !opened)
                return opened.error();
            const auto probed = probe(session.backend(), session.job());
            if (!probed)
                return probed.error();
            writeAnswer<ProbedStore>(invocation.output, *probed, columns(), writeStore, writeRecord);
            return ExitStatus::Done;
        }
        QList<ProbedStore> stores;
        for (const StoreCandidate &candidate : report->candidates) {
            const auto probed = probe(session, candidate);
            if (!probed)
                return probed.error();
            stores.append(*probed);
        }
        const auto writeLocation = [&](JsonWriter &json) { member(json, "location", location); };
        writeAnswer(invocation.output, ListAnswer<ProbedStore>{"stores", columns(), writeStore, writeRecord, writeLocation}, stores);
        return ExitStatus::Done;
    }

private:
    static Result<ProbedStore> probe(StoreBackend &backend, Job &job)
    {
        ProbedStore probed{backend.info(), {}, 0, {}};
        const auto counts = backend.counts(job);
        if (!counts)
            return counts.error();
        probed.counts = *counts;
        const auto experiments = backend.experiments(job);
        if (!experiments)
            return experiments.error();
        const auto runs = backend.runs({}, {}, job);
        if (!runs)
            return runs.error();
        const auto models = backend.models(job);
        if (!models)
            return models.error();
        probed.problems = experiments->problems.size() + runs->problems.size() + models->problems.size();
        return probed;
    }

    // One of several stores: that it cannot be read is a part of the answer.
    static Result<ProbedStore> probe(Session &session, const StoreCandidate &candidate)
    {
        const auto failed = [&](const Error &error) -> Result<ProbedStore> {
            if (error.code == ErrorCode::Canceled)
                return error;
            ProbedStore store;
            store.info.formatId = candidate.formatId;
            store.info.location = candidate.location;
            store.failure = error;
            return store;
        };
        const auto backend = session.open(candidate);
        if (!backend)
            return failed(backend.error());
        const auto probed = probe(**backend, session.job());
        return probed ? probed : failed(probed.error());
    }

    static void writeStore(JsonWriter &json, const ProbedStore &store)
    {
        json.beginObject();
        member(json, "location", store.info.location);
        member(json, "format", store.info.formatId);
        if (store.failure) {
            json.key("error");
            writeJson(json, *store.failure);
            json.endObject();
            return;
        }
        memberOrNull(json, "version", store.info.version);
        json.key("writable");
        json.boolean(store.info.writable);
        if (!store.info.writable)
            member(json, "why_not_writable", store.info.whyNotWritable);
        member(json, "capabilities", store.info.capabilities);
        json.key("counts");
        json.beginObject();
        const std::pair<std::string_view, qint64> counts[] = {
            {"experiments", store.counts.experiments}, {"runs", store.counts.runs},
            {"registered_models", store.counts.registeredModels}, {"model_versions", store.counts.modelVersions}};
        for (const auto &[name, count] : counts) {
            json.key(name);
            json.integer(count);
        }
        json.endObject();
        json.key("problems");
        json.integer(store.problems);
        json.endObject();
    }

    static QList<RecordColumn> columns()
    {
        return {{u"location"_s}, {u"format"_s}, {u"version"_s}, {u"writable"_s}, {u"experiments"_s, Kind::Number}, {u"runs"_s, Kind::Number},
                {u"registered_models"_s, Kind::Number}, {u"model_versions"_s, Kind::Number}, {u"problems"_s, Kind::Number}};
    }

    static void writeRecord(RecordWriter &record, const ProbedStore &store)
    {
        record.text(store.info.location);
        record.text(store.info.formatId);
        if (store.failure) {
            record.text(errorLine(*store.failure));
            for (int i = 0; i < 6; ++i)
                record.absent();
            return;
        }
        record.textOrAbsent(store.info.version);
        record.text(std::string_view(store.info.writable ? "true" : "false"));
        for (qint64 count : {store.counts.experiments, store.counts.runs, store.counts.registeredModels, store.counts.modelVersions, store.problems})
            record.integer(count);
    }
};

} // namespace

std::unique_ptr<Command> makeProbeCommand()
{
    return std::make_unique<ProbeCommand>();
}

} // namespace Assay
