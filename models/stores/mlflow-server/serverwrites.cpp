// SPDX-License-Identifier: GPL-3.0-or-later
// What a server can be asked to change.
#include "models/stores/mlflow-server/serverstore.h"

namespace Assay::MlflowServer {

Result<StageChangeDone> ServerStore::changeStage(const StageChange &, Job &)
{
    return readOnly();
}

Status ServerStore::setAlias(const QString &, const QString &, const std::optional<QString> &, Job &)
{
    return readOnly();
}

Status ServerStore::editRun(const RunEdit &, Job &)
{
    return readOnly();
}

Status ServerStore::setModelTag(const QString &, const QString &, const std::optional<QString> &, Job &)
{
    return readOnly();
}

Status ServerStore::setVersionTag(const QString &, const QString &, const QString &, const std::optional<QString> &, Job &)
{
    return readOnly();
}

} // namespace Assay::MlflowServer
