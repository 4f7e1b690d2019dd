// SPDX-License-Identifier: GPL-3.0-or-later
// server-decode: one page of runs/search into columns, and the same by QJsonDocument. server-decode-memory: by how much this
// process grows at its first such page. server-read, server-read-cpu: all runs of a tracking server (ASSAY_BENCH_SERVER), of
// ASSAY_BENCH_EXPERIMENTS alone where that is set.
#include "models/stores/mlflow-server/runspager.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/benchstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <QFile>

#include <ctime>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace Assay;
using namespace Assay::Bench;
using namespace Assay::MlflowServer;
using namespace Qt::StringLiterals;

namespace {

std::string bytesOf(const QJsonValue &value)
{
    return value.toString().toStdString();
}

// What one would write without simdjson.
RunTablePtr walk(const QByteArray &body)
{
    RunTableBuilder builder;
    for (const QJsonValue run : QJsonDocument::fromJson(body).object().value("runs"_L1).toArray()) {
        const QJsonObject info = run["info"_L1].toObject(), data = run["data"_L1].toObject();
        const std::string id = bytesOf(info.value("run_id"_L1)), experiment = bytesOf(info.value("experiment_id"_L1)), name = bytesOf(info.value("run_name"_L1)),
                          user = bytesOf(info.value("user_id"_L1)), artifacts = bytesOf(info.value("artifact_uri"_L1));
        RunCells cells{id, experiment, name, user, artifacts};
        cells.status = runStatusFromName(info.value("status"_L1).toString());
        cells.lifecycle = info.value("lifecycle_stage"_L1) == "deleted"_L1 ? Lifecycle::Deleted : Lifecycle::Active;
        cells.startTime = info.value("start_time"_L1).toInteger();
        cells.endTime = info.value("end_time"_L1).toInteger(TimeTraits::absent);
        const uint32_t row = builder.addRun(cells);
        for (const QJsonValue metric : data.value("metrics"_L1).toArray())
            builder.setMetric(builder.metricColumn(bytesOf(metric["key"_L1])), row, metric["value"_L1].toDouble());
        for (const QJsonValue param : data.value("params"_L1).toArray())
            builder.setText(builder.paramColumn(bytesOf(param["key"_L1])), row, bytesOf(param["value"_L1]));
        for (const QJsonValue tag : data.value("tags"_L1).toArray())
            builder.setText(builder.tagColumn(bytesOf(tag["key"_L1])), row, bytesOf(tag["value"_L1]));
    }
    return builder.finish();
}

RunTablePtr read(const QByteArray &body)
{
    RunsPageReader reader(false);
    expect(reader.addPage(body));
    return reader.finish();
}

// The first one of the process, at its most; the page itself was there before, and what fetching it left behind is given back.
void reportMemory(const QByteArray &page, const QString &note)
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
    QFile peak(u"/proc/self/clear_refs"_s);
    if (!peak.open(QIODevice::WriteOnly) || peak.write("5") != 1 || !peak.flush())
        return;
    const double before = ownMegabytes("VmRSS:");
    const RunTablePtr table = read(page);
    const double grown = ownMegabytes("VmHWM:") - before;
    std::printf("{\"work\": \"server-decode-memory\", \"megabytes\": %.4g, \"repeats\": 1, \"note\": \"%s; %.3g times the text, the table alone %.3g MB\"}\n", grown,
                qPrintable(note), grown * 1e6 / double(page.size()), double(table->memoryBytes()) / 1e6);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Works works(argc, argv);
    const QString address = qEnvironmentVariable("ASSAY_BENCH_SERVER");
    if (address.isEmpty() || !(works.wants("server-decode"_L1) || works.wants("server-decode-memory"_L1) || works.wants("server-read"_L1)))
        return 0;
    SilentJob job;
    const HttpServer server = expect(httpServer(address));
    HttpLimits limits;
    limits.deadline = std::chrono::minutes(2); // for a server that is busy with the other benchmarks
    const auto store = expect(ServerStore::open(server, {limits, {}}, job));
    RunRequest request;
    for (const QString &id : qEnvironmentVariable("ASSAY_BENCH_EXPERIMENTS").split(u',', Qt::SkipEmptyParts))
        request.experiments.append(ExperimentId(id));
    if (request.experiments.isEmpty())
        for (const Experiment &experiment : expect(store->experiments(job)).value)
            request.experiments.append(experiment.id);
    QStringList ids;
    for (const ExperimentId &id : std::as_const(request.experiments))
        ids.append(id.value);

    RestApi api(server, limits);
    const QByteArray page = expect(api.read(RunsPager::firstPage(ids, ViewType::All, {}), job));
    if (works.wants("server-decode-memory"_L1))
        reportMemory(page, u"a page of %1 kB"_s.arg(page.size() / 1000));
    const Times decoding = measure(15, [&] { read(page); });
    const QString pageNote = u"%1 of %2 kB"_s.arg(sizeNote(*read(page))).arg(page.size() / 1000);
    report("server-decode"_L1, decoding, pageNote);
    report("server-decode"_L1, measure(5, [&] { walk(page); }), pageNote, u"QJsonDocument"_s);
    if (!works.wants("server-read"_L1))
        return 0;
    RunTablePtr table;
    const std::clock_t begun = std::clock();
    const double wall = secondsOf([&] { table = expect(store->runs(request, {}, job)).value; });
    const double cpu = double(std::clock() - begun) / CLOCKS_PER_SEC;
    const double share = decoding.median * double(table->rowCount()) / RunsPager::PageSize / wall;
    report("server-read"_L1, {wall, 1}, u"%1; decoding is %2 % of it"_s.arg(sizeNote(*table)).arg(100 * share, 0, 'g', 2));
    report("server-read-cpu"_L1, {cpu, 1}, u"of the client"_s);
    return 0;
}
