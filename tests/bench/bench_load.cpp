// SPDX-License-Identifier: GPL-3.0-or-later
// file-scan, sqlite-load, sqlite-load-memory, postgresql-load, mysql-load: every run of a store with its params, tags and latest metrics, as a table.
#include "tests/bench/benchstore.h"

#include <QCoreApplication>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

// Every repeat opens the store anew, so that nothing it may remember helps.
void load(QLatin1StringView work, const char *variable, int repeats)
{
    BenchStore store(variable);
    QString note;
    const Times times = measure(repeats, [&] {
        const auto backend = store.open();
        note = sizeNote(*store.readRuns(*backend));
    });
    report(work, times, note);
}

// One load in a process that has done nothing before it.
void loadOnce(QLatin1StringView work, const char *variable)
{
    BenchStore store(variable);
    const auto backend = store.open();
    const RunTablePtr table = store.readRuns(*backend);
    std::printf("{\"work\": \"%s\", \"megabytes\": %.4g, \"repeats\": 1, \"note\": \"the process at its most; the table alone %.4g MB\"}\n",
                work.data(), ownMegabytes("VmHWM:"), double(table->memoryBytes()) / 1e6);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    if (works.wants("sqlite-load-memory"_L1))
        loadOnce("sqlite-load-memory"_L1, "ASSAY_BENCH_SQLITE");
    if (works.wants("sqlite-load"_L1))
        load("sqlite-load"_L1, "ASSAY_BENCH_SQLITE", 7);
    for (const auto &[work, variable] : {std::pair("postgresql-load"_L1, "ASSAY_BENCH_POSTGRESQL"), std::pair("mysql-load"_L1, "ASSAY_BENCH_MYSQL")})
        if (works.wants(work) && qEnvironmentVariableIsSet(variable)) // run.sh has no such server everywhere
            load(work, variable, 5);
    if (works.wants("file-scan"_L1))
        load("file-scan"_L1, "ASSAY_BENCH_FILES", 7);
    return 0;
}
