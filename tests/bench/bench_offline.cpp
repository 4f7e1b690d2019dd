// SPDX-License-Identifier: GPL-3.0-or-later
// offline-write, offline-portion, offline-close, offline-first, offline-open, offline-room, offline-join: what is kept of a remote store, and several stores as one.
#include "models/offline/remotecache.h"
#include "models/table/runtablejoin.h"
#include "tests/bench/benchstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <tuple>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

// A store on this machine in the place of one that is far away, and what is kept of it.
struct Kept {
    BenchStore far{"ASSAY_BENCH_SQLITE"};
    QTemporaryDir folder;
    SilentJob job;
    QString place = folder.filePath(u"kept"_s);

    std::unique_ptr<StoreBackend> open()
    {
        return expect(CachedStore::open(place, {}, [this](bool, Job &) -> Result<std::unique_ptr<StoreBackend>> { return far.open(); }, {}, job));
    }
    void anew() { QDir(place).removeRecursively(); }
};

void write(const Works &works)
{
    Kept kept;
    auto store = kept.open();
    const RunTablePtr runs = kept.far.readRuns(*store);
    const QString note = sizeNote(*runs);
    const double whole = secondsOf([&] { static_cast<CachedStore &>(*store).flush(); });
    if (works.wants("offline-write"_L1))
        report("offline-write"_L1, {whole, 1}, note);
    store.reset();
    if (works.wants("offline-open"_L1))
        report("offline-open"_L1, measure(3, [&] { kept.far.readRuns(*kept.open()->kept()); }), note);
    if (works.wants("offline-first"_L1)) {
        const auto firstRows = [&] {
            const auto opened = kept.open();
            SilentJob stop;
            std::ignore = opened->kept()->runs({}, [&](const RunTablePtr &) { stop.cancel(); }, stop);
        };
        report("offline-first"_L1, measure(3, firstRows), note);
    }
    if (works.wants("offline-close"_L1)) {
        kept.anew();
        store = kept.open();
        kept.far.readRuns(*store);
        report("offline-close"_L1, {secondsOf([&] { store.reset(); }), 1}, note);
    }
    if (works.wants("offline-portion"_L1)) {
        kept.anew();
        QDir().mkpath(kept.place);
        const auto database = expect(CopyDatabase::open(kept.place + u"/store.sqlite"_s, CopyDatabase::Use::Keep));
        CopyWriter writer(database, nullptr);
        RunPortions portions(writer, {}, {runs, {}}, 1);
        double longest = 0;
        int count = 0;
        for (; !portions.isEnded(); ++count)
            longest = std::max(longest, secondsOf([&] { expect(portions.next(1000)); }));
        report("offline-portion"_L1, {longest, count}, u"the longest of these portions of 1000 runs"_s);
    }
    if (works.wants("offline-join"_L1))
        report("offline-join"_L1, measure(3, [&] { joinRuns({{u"a"_s, runs}, {u"b"_s, runs}}); }), u"twice "_s + note);
}

void look()
{
    constexpr int Files = 100'000;
    QTemporaryDir root;
    for (int file = 0; file < Files; ++file) {
        const QString folder = root.filePath(u"kept/files/%1"_s.arg(file % 256));
        if (file < 256)
            QDir().mkpath(folder);
        QFile made(folder + u'/' + QString::number(file));
        static_cast<void>(made.open(QIODevice::WriteOnly));
    }
    SilentJob job;
    report("offline-room"_L1, measure(3, [&] { RemoteCache(root.path()).trim({}, job); }), u"%1 files are looked through"_s.arg(Files));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    if (works.wants("offline-room"_L1))
        look();
    for (const QLatin1StringView work : {"offline-write"_L1, "offline-first"_L1, "offline-open"_L1, "offline-close"_L1, "offline-portion"_L1, "offline-join"_L1}) {
        if (works.wants(work)) {
            write(works);
            break;
        }
    }
    return 0;
}
