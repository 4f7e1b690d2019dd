// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/registrywriter.h"
#include "models/mlflowsql/runwriter.h"
#include "models/mlflowsql/sqlstore.h"
#include "models/mlflowsql/tagwriter.h"

namespace Assay::MlflowSql {

// As it stands now, not as it stood when the store was opened.
Status SqlStore::checkWritable(Job &job)
{
    if (const Status looked = look(job); !looked)
        return looked;
    if (!m_info.writable)
        return Error{m_info.notWritableCode, m_info.whyNotWritable, m_info.version};
    return {};
}

BeginTransaction SqlStore::beginner(Job &job)
{
    return [this, &job] { return begin(job); };
}

Result<StageChangeDone> SqlStore::changeStage(const StageChange &change, Job &job)
{
    if (const Status writable = checkWritable(job); !writable)
        return writable.error();
    return RegistryWriter::changeStage(beginner(job), change, job);
}

Status SqlStore::setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job)
{
    const Status writable = checkWritable(job);
    return writable ? RegistryWriter::setAlias(beginner(job), model, alias, version, job) : writable;
}

Status SqlStore::editRun(const RunEdit &edit, Job &job)
{
    const auto answer = editRuns({edit}, job).first();
    return answer ? Status(*answer) : Status();
}

QList<std::optional<Error>> SqlStore::editRuns(const QList<RunEdit> &edits, Job &job)
{
    if (const Status writable = checkWritable(job); !writable)
        return QList<std::optional<Error>>(edits.size(), writable.error());
    return RunWriter::edit(beginner(job), edits, job);
}

Status SqlStore::setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job)
{
    const Status writable = checkWritable(job);
    return writable ? TagWriter::setModelTag(beginner(job), model, key, value, job) : writable;
}

Status SqlStore::setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value,
                               Job &job)
{
    const Status writable = checkWritable(job);
    return writable ? TagWriter::setVersionTag(beginner(job), model, version, key, value, job) : writable;
}

} // namespace Assay::MlflowSql
