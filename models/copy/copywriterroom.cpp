// SPDX-License-Identifier: GPL-3.0-or-later
// Making room in a copy.
#include "models/copy/copywriter.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace Assay {

Result<QList<CopyUse>> CopyWriter::uses()
{
    if (!m_database->hasHistories())
        return QList<CopyUse>();
    QSqlQuery &query = m_database->statement(
        u"SELECT experiment_id, run_id, used_time, pinned, "
        "coalesce((SELECT sum(length(steps) + length(timestamps) + length(logged_values)) FROM histories WHERE run = runs.row), 0) + "
        "coalesce((SELECT sum(size) FROM artifacts WHERE run = runs.row AND file IS NOT NULL), 0) AS bytes "
        "FROM runs WHERE bytes > 0 AND twin = 0 ORDER BY used_time, row"_s);
    if (const Status ran = m_database->run(query); !ran)
        return ran.error();
    QList<CopyUse> all;
    while (query.next())
        all.append({{ExperimentId(query.value(0).toString()), RunId(query.value(1).toString())}, query.value(4).toLongLong(), query.value(2).toLongLong(),
                    query.value(3).toInt() != 0});
    const Status read = m_database->ended(query);
    return read ? Result<QList<CopyUse>>(all) : Result<QList<CopyUse>>(read.error());
}

Status CopyWriter::setUsed(const RunRef &run, qint64 at)
{
    return m_database->run(m_database->statement(u"UPDATE runs SET used_time = ? WHERE experiment_id = ? AND run_id = ?"_s),
                           {at, run.experiment.value, run.run.value});
}

Status CopyWriter::setPinned(const RunRef &run, bool pinned)
{
    return m_database->run(m_database->statement(u"UPDATE runs SET pinned = ? WHERE experiment_id = ? AND run_id = ?"_s),
                           {pinned ? 1 : 0, run.experiment.value, run.run.value});
}

Status CopyWriter::dropContents(const RunRef &run)
{
    CopyTransaction transaction(*m_database);
    if (const Status dropped = dropHistories(run); !dropped)
        return dropped;
    const auto row = rowOf(run);
    if (!row)
        return row.error();
    const auto files = filesOf(*row);
    if (!files)
        return files.error();
    if (const Status forgotten = m_database->execute(u"UPDATE artifacts SET file = NULL, sha256 = NULL WHERE run = ?"_s, {*row}); !forgotten)
        return forgotten;
    for (const QString &file : *files)
        dropFile(file);
    return transaction.commit();
}

} // namespace Assay
