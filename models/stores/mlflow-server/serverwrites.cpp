// SPDX-License-Identifier: GPL-3.0-or-later
// What a server can be asked to change.
#include "models/stores/mlflow-server/serverstore.h"
#include "models/stores/mlflow-server/words.h"

namespace Assay::MlflowServer {

Status ServerStore::checkCapable(QLatin1StringView capability) const
{
    if (m_info.capabilities.contains(capability))
        return {};
    if (!m_info.capabilities.contains(Capability::Registry))
        return Error{ErrorCode::Unsupported, Words::tr("%1 has no model registry.").arg(m_api.host()), {}};
    return Error{ErrorCode::Unsupported,
                 capability == Capability::Aliases ? Words::tr("%1 knows no aliases; they came with MLflow 2.3.").arg(m_api.host())
                                                   : Words::tr("%1 knows no stages any more; aliases and tags take their place.").arg(m_api.host()),
                 {}};
}

Result<StageChangeDone> ServerStore::changeStage(const StageChange &change, Job &job)
{
    if (const Status capable = checkCapable(Capability::Stages); !capable)
        return capable.error();
    return writer().changeStage(change, job);
}

Status ServerStore::setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job)
{
    const Status capable = checkCapable(Capability::Aliases);
    return capable ? writer().setAlias(model, alias, version, job) : capable;
}

Status ServerStore::editRun(const RunEdit &edit, Job &job)
{
    return writer().editRun(edit, job);
}

Status ServerStore::setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job)
{
    const Status capable = checkCapable(Capability::Registry);
    return capable ? writer().setModelTag(model, key, value, job) : capable;
}

Status ServerStore::setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value, Job &job)
{
    const Status capable = checkCapable(Capability::Registry);
    return capable ? writer().setVersionTag(model, version, key, value, job) : capable;
}

} // namespace Assay::MlflowServer
