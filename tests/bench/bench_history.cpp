// SPDX-License-Identifier: GPL-3.0-or-later
// history-*: the points of one metric of one run, of a store that stands open.
#include "tests/bench/benchstore.h"

#include <QCoreApplication>

#include <optional>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Key{"val/loss"};

struct Runs {
    RunRef ordinary; // of the long one's experiment
    RunRef longest;
};

Runs chooseRuns(BenchStore &store, StoreBackend &backend)
{
    const RunTablePtr table = store.readRuns(backend);
    const NumberColumn *values = table->numbers({ColumnGroup::Metric, Key});
    std::optional<RunRef> longest, ordinary;
    for (uint32_t row = 0; row < uint32_t(table->rowCount()) && !longest; ++row)
        if (table->info(row).name == "long"_L1)
            longest = table->ref(row);
    for (uint32_t row = 0; row < uint32_t(table->rowCount()) && longest && values && !ordinary; ++row) {
        const RunRef ref = table->ref(row);
        if (ref != *longest && ref.experiment == longest->experiment && !NumberTraits::isAbsent(values->at(row)))
            ordinary = ref;
    }
    if (!ordinary) {
        std::fprintf(stderr, "the store was not made by make/\n");
        std::exit(1);
    }
    return {*ordinary, *longest};
}

void read(const Works &works, const char *variable, QLatin1StringView ordinary, QLatin1StringView longest)
{
    if (!works.wants(ordinary) && !works.wants(longest))
        return;
    BenchStore store(variable);
    const auto backend = store.open();
    const Runs runs = chooseRuns(store, *backend);
    const auto one = [&](QLatin1StringView work, const RunRef &run, int repeats) {
        qsizetype points = 0;
        const Times times = measure(repeats, [&] { points = store.readPoints(*backend, run, Key); });
        report(work, times, u"%1 points"_s.arg(points));
    };
    if (works.wants(ordinary))
        one(ordinary, runs.ordinary, 201);
    if (works.wants(longest))
        one(longest, runs.longest, 21);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    read(works, "ASSAY_BENCH_SQLITE", "history-ordinary-sqlite"_L1, "history-100k-sqlite"_L1);
    read(works, "ASSAY_BENCH_HISTORY", "history-ordinary-file"_L1, "history-100k-file"_L1);
    return 0;
}
