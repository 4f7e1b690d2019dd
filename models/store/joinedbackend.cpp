// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinedbackend.h"

#include "models/domain/memberid.h"
#include "models/store/storecall.h"
#include "models/table/runtablejoin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype HistoriesAtOnce = 20;

struct JoinedBackendText {
    Q_DECLARE_TR_FUNCTIONS(JoinedBackend)
};

Error noSuchRun(const RunRef &run)
{
    return {ErrorCode::NotFound, JoinedBackendText::tr("The run is in none of the stores that are shown together."), run.run.value};
}

Error oneStoreOnly()
{
    return {ErrorCode::Refused, JoinedBackendText::tr("Registered models are changed in one store at a time: show that store alone."), {}};
}

} // namespace

StoreInfo JoinedBackend::info() const
{
    StoreInfo info;
    info.formatId = FormatId;
    info.writable = true; // as far as the run's own store is
    info.capabilities = {Capability::Runs, Capability::Metrics, Capability::Artifacts, Capability::Write};
    return info;
}

std::optional<JoinedBackend::Place> JoinedBackend::placeOf(const RunRef &run) const
{
    const MemberExperiment experiment = splitMember(run.experiment);
    if (experiment.member < 0 || experiment.member >= m_members.size())
        return {};
    return Place{m_members[experiment.member].store, {experiment.own, run.run}};
}

template <typename T, typename Ask>
Result<T> JoinedBackend::ofRun(const RunRef &run, Job &job, Ask ask) const
{
    const auto place = placeOf(run);
    if (!place)
        return noSuchRun(run);
    return StoreCall<T>(*place->store, job, [&](StoreBackend &backend, Job &both) { return ask(backend, place->run, both); }).wait();
}

template <typename T, typename Ask>
Result<QList<T>> JoinedBackend::ofAll(Job &job, Ask ask) const
{
    std::vector<std::unique_ptr<StoreCall<T>>> calls;
    for (const JoinedMember &member : m_members)
        calls.push_back(std::make_unique<StoreCall<T>>(*member.store, job, ask));
    QList<T> answers;
    std::optional<Error> failure;
    for (const auto &call : calls) {
        auto answer = call->wait();
        if (answer)
            answers.append(std::move(*answer));
        else if (!failure)
            failure = answer.error();
    }
    return failure ? Result<QList<T>>(*failure) : Result<QList<T>>(std::move(answers));
}

Result<StoreCounts> JoinedBackend::counts(Job &job)
{
    const auto all = ofAll<StoreCounts>(job, [](StoreBackend &backend, Job &both) { return backend.counts(both); });
    if (!all)
        return all.error();
    StoreCounts sum;
    for (const StoreCounts &one : *all) {
        sum.experiments += one.experiments;
        sum.runs += one.runs;
        sum.registeredModels += one.registeredModels;
        sum.modelVersions += one.modelVersions;
    }
    return sum;
}

Result<Loaded<QList<Experiment>>> JoinedBackend::experiments(Job &job)
{
    using One = Loaded<QList<Experiment>>;
    auto all = ofAll<One>(job, [](StoreBackend &backend, Job &both) { return backend.experiments(both); });
    if (!all)
        return all.error();
    One joined;
    for (qsizetype member = 0; member < all->size(); ++member) {
        for (Experiment &experiment : (*all)[member].value) {
            experiment.id = memberExperiment({member, experiment.id});
            joined.value.append(std::move(experiment));
        }
        joined.problems += (*all)[member].problems;
    }
    return joined;
}

// What of it the member is asked for; nothing when it is not concerned.
std::optional<RunRequest> JoinedBackend::requestOf(qsizetype member, const RunRequest &request) const
{
    RunRequest own;
    own.runs = request.runs;
    own.view = request.view;
    for (const ExperimentId &id : request.experiments)
        if (const MemberExperiment experiment = splitMember(id); experiment.member == member)
            own.experiments.append(experiment.own);
    return !request.experiments.isEmpty() && own.experiments.isEmpty() ? std::nullopt : std::optional(own);
}

Result<Loaded<RunTablePtr>> JoinedBackend::runs(const RunRequest &request, const PartialRuns &, Job &job)
{
    using Call = StoreCall<Loaded<RunTablePtr>>;
    std::vector<std::unique_ptr<Call>> calls;
    for (qsizetype member = 0; member < m_members.size(); ++member) {
        const auto own = requestOf(member, request);
        calls.push_back(!own ? nullptr : std::make_unique<Call>(*m_members[member].store, job, [own = *own](StoreBackend &backend, Job &both) {
            return backend.runs(own, {}, both);
        }));
    }
    Loaded<RunTablePtr> joined;
    QList<JoinPart> parts;
    std::optional<Error> failure;
    bool isAnswered = false;
    for (qsizetype member = 0; member < m_members.size(); ++member) {
        parts.append({m_members[member].title});
        if (!calls[size_t(member)])
            continue;
        auto answer = calls[size_t(member)]->wait();
        if (!answer && !failure)
            failure = answer.error();
        if (!answer)
            continue;
        isAnswered = true;
        parts.back().table = std::move(answer->value);
        joined.problems += answer->problems;
    }
    const bool isEnough = isAnswered && !request.runs.isEmpty();
    if (failure && !isEnough)
        return *failure;
    joined.value = joinRuns(parts);
    return joined;
}

Result<Loaded<QList<MetricSeries>>> JoinedBackend::history(const HistoryRequest &request, Job &job)
{
    return ofRun<Loaded<QList<MetricSeries>>>(request.run, job, [&](StoreBackend &backend, const RunRef &own, Job &both) {
        return backend.history({own, request.keys}, both);
    });
}

// Those of one store are asked for together, a few at a time: they come from its thread all at once.
Status JoinedBackend::histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job)
{
    using Answers = QList<std::pair<qsizetype, Result<Loaded<QList<MetricSeries>>>>>;
    for (qsizetype from = 0; from < requests.size();) {
        const auto first = placeOf(requests[from].run);
        QList<HistoryRequest> own;
        qsizetype to = from;
        for (; to < requests.size() && own.size() < HistoriesAtOnce; ++to) {
            const auto place = placeOf(requests[to].run);
            if (!first || !place || place->store != first->store)
                break;
            own.append({place->run, requests[to].keys});
        }
        if (!first) {
            if (!sink(from, noSuchRun(requests[from].run)))
                return {};
            ++from;
            continue;
        }
        StoreCall<Answers> call(*first->store, job, [&](StoreBackend &backend, Job &both) -> Result<Answers> {
            Answers answers;
            const Status read = backend.histories(own, [&](qsizetype place, auto history) {
                answers.append({place, std::move(history)});
                return true;
            }, both);
            return read ? Result<Answers>(std::move(answers)) : Result<Answers>(read.error());
        });
        auto answers = call.wait();
        if (!answers && answers.error().code == ErrorCode::Canceled)
            return answers.error();
        for (qsizetype i = 0; !answers && i < own.size(); ++i)
            if (!sink(from + i, answers.error()))
                return {};
        if (answers)
            for (auto &[place, history] : *answers)
                if (!sink(from + place, std::move(history)))
                    return {};
        from = to;
    }
    return {};
}

Result<ArtifactListing> JoinedBackend::artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job)
{
    return ofRun<ArtifactListing>(run, job, [&](StoreBackend &backend, const RunRef &own, Job &both) {
        return backend.artifacts(own, folder, recursive, both);
    });
}

Status JoinedBackend::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job)
{
    return ofRun<void>(run, job, [&](StoreBackend &backend, const RunRef &own, Job &both) { return backend.readArtifact(own, path, sink, both); });
}

Status JoinedBackend::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    return ofRun<void>(run, job, [&](StoreBackend &backend, const RunRef &own, Job &both) { return backend.resumeArtifact(own, path, have, sink, both); });
}

Result<QList<LoggedModel>> JoinedBackend::loggedModels(const RunRef &run, Job &job)
{
    return ofRun<QList<LoggedModel>>(run, job, [](StoreBackend &backend, const RunRef &own, Job &both) { return backend.loggedModels(own, both); });
}

Result<ArtifactListing> JoinedBackend::modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job)
{
    return ofRun<ArtifactListing>(run, job, [&](StoreBackend &backend, const RunRef &own, Job &both) {
        return backend.modelArtifacts(own, model, both);
    });
}

Status JoinedBackend::readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job)
{
    return ofRun<void>(run, job, [&](StoreBackend &backend, const RunRef &own, Job &both) {
        return backend.readModelArtifact(own, model, path, sink, both);
    });
}

Result<Loaded<QList<RegisteredModel>>> JoinedBackend::models(Job &)
{
    return Loaded<QList<RegisteredModel>>();
}

Result<QList<Problem>> JoinedBackend::diagnose(Job &job)
{
    const auto all = ofAll<QList<Problem>>(job, [](StoreBackend &backend, Job &both) { return backend.diagnose(both); });
    if (!all)
        return all.error();
    QList<Problem> joined;
    for (const QList<Problem> &one : *all)
        joined += one;
    return joined;
}

Result<StageChangeDone> JoinedBackend::changeStage(const StageChange &, Job &)
{
    return oneStoreOnly();
}

Status JoinedBackend::setAlias(const QString &, const QString &, const std::optional<QString> &, Job &)
{
    return oneStoreOnly();
}

Status JoinedBackend::setModelTag(const QString &, const QString &, const std::optional<QString> &, Job &)
{
    return oneStoreOnly();
}

Status JoinedBackend::setVersionTag(const QString &, const QString &, const QString &, const std::optional<QString> &, Job &)
{
    return oneStoreOnly();
}

Status JoinedBackend::editRun(const RunEdit &edit, Job &job)
{
    const std::optional<Error> error = editRuns({edit}, job).value(0);
    return error ? Status(*error) : Status();
}

// Those of one store go to it together, so that they share what a write costs there.
QList<std::optional<Error>> JoinedBackend::editRuns(const QList<RunEdit> &edits, Job &job)
{
    QList<std::optional<Error>> answers(edits.size(), std::nullopt);
    QHash<Store *, QList<qsizetype>> places;
    QList<RunEdit> own = edits;
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const auto place = placeOf(edits[i].run);
        if (!place) {
            answers[i] = noSuchRun(edits[i].run);
            continue;
        }
        own[i].run = place->run;
        places[place->store].append(i);
    }
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        QList<RunEdit> some;
        for (qsizetype i : it.value())
            some.append(own[i]);
        StoreCall<QList<std::optional<Error>>> call(*it.key(), job, [&](StoreBackend &backend, Job &both) -> Result<QList<std::optional<Error>>> {
            return backend.editRuns(some, both);
        });
        const auto done = call.wait();
        for (qsizetype i = 0; i < some.size(); ++i)
            answers[it.value()[i]] = done ? done->value(i) : std::optional(done.error());
    }
    return answers;
}

} // namespace Assay
