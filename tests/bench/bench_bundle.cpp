// SPDX-License-Identifier: GPL-3.0-or-later
// bundle-export-10k, bundle-open-10k, bundle-first-history: 10,000 runs of a store with all their histories in one file.
#include "models/stores/assay-bundle/bundlewriter.h"
#include "tests/bench/benchstore.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr uint32_t RunCount = 10'000;

CopySelection firstRuns(const RunTable &table)
{
    CopySelection selection;
    for (uint32_t row = 0; row < std::min(RunCount, uint32_t(table.rowCount())); ++row)
        selection.runs.append(table.ref(row));
    return selection;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    if (!works.wants("bundle-export-10k"_L1) && !works.wants("bundle-open-10k"_L1) && !works.wants("bundle-first-history"_L1))
        return 0;
    SilentJob job;
    BenchStore store("ASSAY_BENCH_SQLITE");
    const auto source = store.open();
    const CopySelection selection = firstRuns(*store.readRuns(*source));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.assay"_s);
    BundleDone done;
    const Times exported = measure(3, [&] { done = expect(writeBundle(*source, selection, path, true, job)); });
    report("bundle-export-10k"_L1, exported,
           u"%1 runs, %2 histories, %3 MB; of a store of many more"_s.arg(done.report.size.runs).arg(done.report.size.histories).arg(double(done.bytes) / 1e6, 0, 'f', 1));
    const StoreRegistry registry(allStoreFormats());
    const auto open = [&] { return expect(registry.open(expect(registry.locate(path, job)), {}, job)); };
    report("bundle-open-10k"_L1, measure(7, [&] {
        const auto bundle = open();
        static_cast<void>(expect(bundle->experiments(job)));
        static_cast<void>(expect(bundle->runs({}, {}, job)));
    }), u"from the file to its experiments and runs"_s);
    const RunRef run = selection.runs.first();
    std::vector<double> seconds;
    for (int i = 0; i < 7; ++i) {
        const auto bundle = open();
        seconds.push_back(secondsOf([&] { static_cast<void>(expect(bundle->history({run, {}}, job))); }));
    }
    report("bundle-first-history"_L1, timesOf(std::move(seconds)), u"the first of an open bundle, which unpacks all"_s);
    return 0;
}
