// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeregistry.h"
#include "tests/bench/measure.h"

namespace Assay::Bench {

// One of the stores that run.sh made.
class BenchStore
{
public:
    // `variable`: the environment variable that names it; without one the process ends with status 1.
    explicit BenchStore(const char *variable) : m_registry(allStoreFormats())
    {
        const QString location = qEnvironmentVariable(variable);
        if (location.isEmpty()) {
            std::fprintf(stderr, "%s names no store\n", variable);
            std::exit(1);
        }
        m_candidate = expect(m_registry.locate(location, m_job));
    }

    // A new one that has read nothing yet.
    std::unique_ptr<StoreBackend> open() { return expect(m_registry.open(m_candidate, {}, m_job)); }
    RunTablePtr readRuns(StoreBackend &backend) { return expect(backend.runs({}, {}, m_job)).value; }
    qsizetype readPoints(StoreBackend &backend, const RunRef &run, const QString &key)
    {
        return expect(backend.history({run, {key}}, m_job)).value.first().size();
    }

private:
    StoreRegistry m_registry;
    StoreCandidate m_candidate;
    SilentJob m_job;
};

// "100000 runs, 3610000 values": of params, tags and metrics.
inline QString sizeNote(const RunTable &table)
{
    qsizetype values = 0;
    for (const RunTable::NamedColumn &column : table.columns()) {
        if (column.key.group == ColumnGroup::Metric)
            values += std::get<NumberColumn>(*column.column).valueCount();
        else if (column.key.group != ColumnGroup::Attribute)
            values += std::get<TextColumn>(*column.column).cells.valueCount();
    }
    return QStringLiteral("%1 runs, %2 values").arg(table.rowCount()).arg(values);
}

} // namespace Assay::Bench
