// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/problemlist.h"

#include "models/mlflowsql/words.h"

namespace Assay::MlflowSql {

static constexpr int KeptOfOneKind = 100;

void ProblemList::add(Severity severity, QLatin1StringView code, const Place &place,
                      const QString &message)
{
    if (++m_counts[{code, place.table}] <= KeptOfOneKind)
        m_problems.append(
            {severity, code, m_file, 0, place.table, place.row, place.runId, message});
}

void ProblemList::append(ProblemList &&other)
{
    m_problems += other.m_problems;
    for (auto it = other.m_counts.constBegin(); it != other.m_counts.constEnd(); ++it)
        m_counts[it.key()] += it.value();
}

QList<Problem> ProblemList::take()
{
    for (auto it = m_counts.constBegin(); it != m_counts.constEnd(); ++it) {
        if (it.value() > KeptOfOneKind)
            m_problems.append(
                {Severity::Error,
                 it.key().first,
                 m_file,
                 0,
                 it.key().second,
                 {},
                 {},
                 Words::tr("%n more of this kind.", nullptr, it.value() - KeptOfOneKind)});
    }
    m_counts.clear();
    return std::exchange(m_problems, {});
}

QString shortText(std::string_view bytes)
{
    constexpr size_t Limit = 120;
    QString text = QString::fromUtf8(bytes.data(), qsizetype(std::min(bytes.size(), Limit)));
    if (bytes.size() > Limit)
        text += QChar(0x2026);
    return text;
}

} // namespace Assay::MlflowSql
