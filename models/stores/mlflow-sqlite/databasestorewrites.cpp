// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/databasestore.h"
#include "models/stores/mlflow-sqlite/registrywriter.h"
#include "models/stores/mlflow-sqlite/runwriter.h"
#include "models/stores/mlflow-sqlite/tagwriter.h"

namespace Assay::MlflowSqlite {

// As it stands now, not as it stood when the store was opened.
Status DatabaseStore::checkWritable(Job &job)
{
    if (const Status looked = look(job); !looked)
        return looked;
    if (!m_info.writable)
        return Error{m_info.notWritableCode, m_info.whyNotWritable, m_info.version};
    return {};
}

Result<StageChangeDone> DatabaseStore::changeStage(const StageChange &change, Job &job)
{
    if (const Status writable = checkWritable(job); !writable)
        return writable.error();
    return RegistryWriter::changeStage(m_access.path(), change, job);
}

Status DatabaseStore::setAlias(const QString &model, const QString &alias,
                               const std::optional<QString> &version, Job &job)
{
    const Status writable = checkWritable(job);
    return writable ? RegistryWriter::setAlias(m_access.path(), model, alias, version, job)
                    : writable;
}

Status DatabaseStore::editRun(const RunEdit &edit, Job &job)
{
    const auto answer = editRuns({edit}, job).first();
    return answer ? Status(*answer) : Status();
}

QList<std::optional<Error>> DatabaseStore::editRuns(const QList<RunEdit> &edits, Job &job)
{
    if (const Status writable = checkWritable(job); !writable)
        return QList<std::optional<Error>>(edits.size(), writable.error());
    return RunWriter::edit(m_access.path(), edits, job);
}

Status DatabaseStore::setModelTag(const QString &model, const QString &key,
                                  const std::optional<QString> &value, Job &job)
{
    const Status writable = checkWritable(job);
    return writable ? TagWriter::setModelTag(m_access.path(), model, key, value, job) : writable;
}

Status DatabaseStore::setVersionTag(const QString &model, const QString &version,
                                    const QString &key, const std::optional<QString> &value,
                                    Job &job)
{
    const Status writable = checkWritable(job);
    return writable ? TagWriter::setVersionTag(m_access.path(), model, version, key, value, job)
                    : writable;
}

} // namespace Assay::MlflowSqlite
