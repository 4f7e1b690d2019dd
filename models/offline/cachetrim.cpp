// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachetrim.h"

#include "models/base/log.h"
#include "models/copy/copywriter.h"
#include "models/offline/cachefiles.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

const QString PinnedKey = u"cache.pinned"_s;
constexpr qint64 BytesPerPoint = 40; // of three numbers as text

// What can be taken out of a copy.
struct Removable {
    CopiedFiles whose;
    QString path; // of a file; empty: the histories of the run
    qint64 bytes = 0;
    qint64 used = 0;
};

Result<QList<Removable>> removables(CopyDatabase &copy, const QString &folder)
{
    const QList<RunRef> pinned = pinnedRuns(copy);
    const QSet<RunRef> stays(pinned.begin(), pinned.end());
    QList<Removable> found;
    QSqlQuery &files = copy.statement(u"SELECT runs.experiment_id, runs.run_id, artifacts.model, artifacts.path, artifacts.size, artifacts.file "
                                      "FROM artifacts JOIN runs ON runs.row = artifacts.run WHERE artifacts.file IS NOT NULL"_s);
    if (const Status ran = copy.run(files); !ran)
        return ran.error();
    while (files.next()) {
        Removable file{{{ExperimentId(files.value(0).toString()), RunId(files.value(1).toString())}, files.value(2).toString()}, files.value(3).toString(),
                       files.value(4).toLongLong(), QFileInfo(folder + u'/' + files.value(5).toString()).lastModified().toMSecsSinceEpoch()};
        if (!stays.contains(file.whose.run))
            found.append(file);
    }
    if (const Status ended = copy.ended(files); !ended)
        return ended.error();
    QSqlQuery &histories = copy.statement(u"SELECT runs.experiment_id, runs.run_id, sum(points), max(read_time) FROM histories "
                                          "JOIN runs ON runs.row = histories.run GROUP BY runs.row"_s);
    if (const Status ran = copy.run(histories); !ran)
        return ran.error();
    while (histories.next()) {
        Removable history{{{ExperimentId(histories.value(0).toString()), RunId(histories.value(1).toString())}}, {},
                          histories.value(2).toLongLong() * BytesPerPoint, histories.value(3).toLongLong()};
        if (!stays.contains(history.whose.run))
            found.append(history);
    }
    if (const Status ended = copy.ended(histories); !ended)
        return ended.error();
    return found;
}

Result<qint64> trimmed(const QString &folder, qint64 wanted)
{
    const auto copy = CopyDatabase::open(folder + "/store.sqlite"_L1, CopyDatabase::Use::Keep);
    if (!copy)
        return copy.error();
    auto all = removables(**copy, folder);
    if (!all)
        return all.error();
    std::ranges::sort(*all, {}, &Removable::used);
    CopyWriter writer(*copy, std::make_shared<CacheFiles>(folder));
    const qint64 before = (*copy)->bytes();
    qint64 freed = 0, ofHistories = 0;
    for (const Removable &one : std::as_const(*all)) {
        if (freed + ofHistories >= wanted)
            break;
        const Status dropped = one.path.isEmpty() ? writer.dropHistories(one.whose.run) : writer.dropArtifact(one.whose, one.path);
        if (!dropped)
            return dropped.error();
        (one.path.isEmpty() ? ofHistories : freed) += one.bytes;
    }
    if (ofHistories > 0)
        if (const Status shrunk = (*copy)->execute(u"VACUUM"_s); !shrunk)
            return shrunk.error();
    return freed + std::max<qint64>(0, before - (*copy)->bytes());
}

} // namespace

QList<RunRef> pinnedRuns(CopyDatabase &copy)
{
    QList<RunRef> runs;
    const auto text = copy.meta(PinnedKey);
    const QJsonArray pinned = text && *text ? QJsonDocument::fromJson((*text)->toUtf8()).array() : QJsonArray();
    for (const QJsonValue &run : pinned)
        runs.append({ExperimentId(run[0].toString()), RunId(run[1].toString())});
    return runs;
}

Status pinRuns(CopyDatabase &copy, const QList<RunRef> &runs)
{
    QList<RunRef> all = pinnedRuns(copy);
    const QSet<RunRef> known(all.begin(), all.end());
    for (const RunRef &run : runs)
        if (!known.contains(run))
            all.append(run);
    QJsonArray pinned;
    for (const RunRef &run : std::as_const(all))
        pinned.append(QJsonArray{run.experiment.value, run.run.value});
    return copy.setMeta(PinnedKey, QString::fromUtf8(QJsonDocument(pinned).toJson(QJsonDocument::Compact)));
}

qint64 removeCopy(const QString &folder, qint64 bytes)
{
    {
        const auto copy = CopyDatabase::open(folder + "/store.sqlite"_L1, CopyDatabase::Use::Read);
        if (copy && !pinnedRuns(**copy).isEmpty())
            return trimCopy(folder, std::numeric_limits<qint64>::max());
        if (!copy && copy.error().code != ErrorCode::NotFound && copy.error().code != ErrorCode::Damaged)
            return 0; // a newer version's, or somebody else has it
    }
    return QDir(folder).removeRecursively() ? bytes : 0;
}

qint64 trimCopy(const QString &folder, qint64 wanted)
{
    const auto freed = trimmed(folder, wanted);
    if (!freed)
        qCWarning(logStore, "what was kept of a store could not be made smaller: %s %s", qPrintable(freed.error().message), qPrintable(freed.error().detail));
    return freed.valueOr(0);
}

} // namespace Assay
