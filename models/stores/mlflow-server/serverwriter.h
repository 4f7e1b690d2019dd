// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/model.h"
#include "models/domain/runedit.h"
#include "models/stores/mlflow-server/restapi.h"

namespace Assay::MlflowServer {

// Changes on a server, each by one request that is sent once. Whatever becomes of that request, what stands on the server
// afterwards decides what is said: nothing where the change stands, OutcomeUnknown where nobody can say.
//
// MLflow's interface cannot compare and set. What was shown is compared with what the server says immediately before the
// request; a change that somebody else makes in the few milliseconds between is overwritten. For stages, all versions of the
// model are read again once `settling` has passed, and what others changed from the comparison on is told as overlap. Of
// two that do so, at least one is told of every overlap: the one that wrote first sees the other's change then, unless the
// other took longer than `settling` from its comparison to its answer, and that one says itself that it cannot exclude an overlap.
// Tags, names and aliases have no time of their own: of two changes at once the later one stands, and none is told.
class ServerWriter
{
public:
    static constexpr std::chrono::milliseconds Settling{1000};

    // `hasInfinities`: as RunsPageReader has it.
    ServerWriter(RestApi &api, bool hasInfinities, std::chrono::milliseconds settling = Settling)
        : m_api(api), m_settling(settling), m_hasInfinities(hasInfinities)
    {
    }

    Result<StageChangeDone> changeStage(const StageChange &change, Job &job);
    Status setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job);
    Status editRun(const RunEdit &edit, Job &job);
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job);
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value, Job &job);

private:
    enum class Stands { AsBefore, AsWanted, Otherwise };
    using Look = std::function<Result<Stands>()>;

    // Sends it; `look` says what stands there where the answer does not come or tells nothing. The answer, empty where it was lost.
    Result<QByteArray> send(const HttpRequest &request, const Look &look, Job &job);
    // A change of one text, from what was there to what is wanted; `read` gives what stands there now.
    using TextReader = std::function<Result<std::optional<QString>>(Job &)>;
    Status setText(const HttpRequest &request, const TextReader &read, const std::optional<QString> &to, const Error &missing, Job &job);

    Result<RegisteredModel> readModel(const QString &name, Job &job);    // without versions
    Result<ModelVersion> readVersion(const QString &model, const QString &version, Job &job);
    Result<RegisteredModel> readVersions(const QString &model, Job &job); // with all versions
    Result<Run> readRun(const RunRef &run, Job &job);

    RestApi &m_api;
    std::chrono::milliseconds m_settling;
    bool m_hasInfinities;
};

} // namespace Assay::MlflowServer
