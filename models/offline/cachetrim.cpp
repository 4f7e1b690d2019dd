// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachetrim.h"

#include "models/base/log.h"
#include "models/copy/copywriter.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView Gone{".gone"};
constexpr qint64 StrayAfter = 24 * 60 * 60 * 1000; // by then nobody writes it any more

struct OpenCopy {
    std::shared_ptr<CopyDatabase> database;
    CopyWriter writer;
    QList<CopyUse> uses;
};

Result<OpenCopy> openCopy(const QString &folder)
{
    const QString file = folder + "/store.sqlite"_L1;
    if (!QFileInfo::exists(file))
        return Error{ErrorCode::NotFound, {}, file};
    const auto database = CopyDatabase::open(file, CopyDatabase::Use::Keep);
    if (!database)
        return database.error();
    OpenCopy copy{*database, CopyWriter(*database, std::make_shared<CopyFolder>(folder)), {}};
    const auto uses = copy.writer.uses();
    if (!uses)
        return uses.error();
    copy.uses = *uses;
    return copy;
}

Result<qint64> trim(OpenCopy &copy, qint64 wanted, const Job &job)
{
    qint64 freed = 0;
    for (const CopyUse &use : std::as_const(copy.uses)) {
        if (freed >= wanted || job.isCanceled())
            break;
        if (use.isPinned)
            continue;
        if (const Status dropped = copy.writer.dropContents(use.run); !dropped)
            return dropped.error();
        freed += use.bytes;
    }
    const auto strays = copy.writer.removeStrays(QDateTime::currentMSecsSinceEpoch() - StrayAfter);
    if (!strays)
        return strays.error();
    if (freed > 0 && !job.isCanceled())
        if (const Status shrunk = copy.database->execute(u"VACUUM"_s); !shrunk)
            return shrunk.error();
    return freed;
}

qint64 told(const Result<qint64> &freed)
{
    if (!freed)
        qCWarning(logStore, "what was kept of a store could not be made smaller: %s %s", qPrintable(freed.error().message), qPrintable(freed.error().detail));
    return freed.valueOr(0);
}

} // namespace

qint64 removeCopy(const QString &folder, qint64 bytes, const Job &job)
{
    const bool isGone = folder.endsWith(Gone); // it was looked at before, and is what was left of it
    if (!isGone) {
        auto copy = openCopy(folder);
        const bool isDamaged = !copy && copy.error().code == ErrorCode::Damaged;
        if (!copy && copy.error().code != ErrorCode::NotFound && !isDamaged)
            return 0; // a newer version's, or somebody else has it
        if (isDamaged && CopyDatabase::mayHoldPinned(folder + "/store.sqlite"_L1))
            return 0;
        if (copy && (std::ranges::any_of(copy->uses, &CopyUse::isPinned) || !copy->database->isAlone() || hasCopyAside(folder)))
            return told(trim(*copy, std::numeric_limits<qint64>::max(), job));
        if (hasCopyAside(folder))
            return 0;
    }
    // Whoever opens the store from now on finds nothing of it, and not what is half gone. What is left of it goes the next time.
    const QString gone = isGone ? folder : folder + Gone;
    if (!isGone && !QDir().rename(folder, gone))
        return 0;
    for (QDirIterator files(gone, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories); files.hasNext();) {
        if (job.isCanceled())
            return 0;
        QFile::remove(files.next());
    }
    return QDir(gone).removeRecursively() ? bytes : 0;
}

qint64 trimCopy(const QString &folder, qint64 wanted, const Job &job)
{
    auto copy = openCopy(folder);
    return told(copy ? trim(*copy, wanted, job) : Result<qint64>(copy.error()));
}

} // namespace Assay
