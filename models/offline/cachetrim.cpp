// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachetrim.h"

#include "models/base/log.h"
#include "models/copy/copywriter.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

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

Result<qint64> trim(OpenCopy &copy, qint64 wanted)
{
    qint64 freed = 0;
    for (const CopyUse &use : std::as_const(copy.uses)) {
        if (freed >= wanted)
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
    if (freed > 0)
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

qint64 removeCopy(const QString &folder, qint64 bytes)
{
    {
        auto copy = openCopy(folder);
        if (copy && (std::ranges::any_of(copy->uses, &CopyUse::isPinned) || !copy->database->isAlone()))
            return told(trim(*copy, std::numeric_limits<qint64>::max()));
        if (!copy && copy.error().code != ErrorCode::NotFound && copy.error().code != ErrorCode::Damaged)
            return 0; // a newer version's, or somebody else has it
        if (!copy && copy.error().code == ErrorCode::Damaged && CopyDatabase::mayHoldPinned(folder + "/store.sqlite"_L1))
            return 0;
        if (hasCopyAside(folder))
            return copy ? told(trim(*copy, std::numeric_limits<qint64>::max())) : 0;
    }
    return QDir(folder).removeRecursively() ? bytes : 0;
}

qint64 trimCopy(const QString &folder, qint64 wanted)
{
    auto copy = openCopy(folder);
    return told(copy ? trim(*copy, wanted) : Result<qint64>(copy.error()));
}

} // namespace Assay
