// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeregistry.h"

#include "models/store/samplestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct StoreRegistryText {
    Q_DECLARE_TR_FUNCTIONS(StoreRegistryText)
};

// The local path that a LOCATION means.
Result<QString> localPath(const QString &location)
{
    QString path = location;
    if (path == SampleStore::Location)
        return SampleStore().location();
    if (path.startsWith("sqlite:"_L1)) {
        // sqlite:///relative.db, sqlite:////absolute.db, as SQLAlchemy reads them
        path = path.mid(7);
        if (!path.startsWith("///"_L1))
            return Error{ErrorCode::InvalidArgument, StoreRegistryText::tr("A SQLite location is written sqlite:///path: %1").arg(location), {}};
        path = path.mid(3);
    } else if (path.startsWith("file:"_L1)) {
        path = QUrl(path).toLocalFile();
    } else if (const qsizetype scheme = path.indexOf("://"_L1); scheme > 0) {
        return Error{ErrorCode::Unsupported,
                     StoreRegistryText::tr("Locations of this kind cannot be opened: %1").arg(path.left(scheme + 3) + u'…'), {}};
    }
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        path = QDir::homePath() + path.mid(1);
    if (path.isEmpty())
        return Error{ErrorCode::InvalidArgument, StoreRegistryText::tr("No location was given."), {}};
    return QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

QString withoutSecrets(const QString &location)
{
    return location.contains("://"_L1) ? QUrl(location).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery) : location;
}

} // namespace

StoreRegistry::StoreRegistry(std::vector<std::unique_ptr<StoreFormat>> formats, RemoteOpener remoteOpener)
    : m_formats(std::move(formats)), m_remoteOpener(std::move(remoteOpener))
{
}

StoreRegistry::~StoreRegistry() = default;

Result<LocationReport> StoreRegistry::probe(const QString &location, Job &job) const
{
    if (const StoreFormat *const remote = formatOfAddress(location)) {
        const StoreProbe found = remote->probe(location, job);
        return LocationReport{location, found.candidates, found.whyNot.isEmpty() ? QStringList() : QStringList(found.whyNot)};
    }
    const Result<QString> path = localPath(location);
    if (!path)
        return path.error();
    if (!QFileInfo::exists(*path))
        return Error{ErrorCode::NotFound, StoreRegistryText::tr("There is nothing at this place: %1").arg(*path), {}};
    LocationReport report{location, {}, {}};
    QList<StoreCandidate> empty;
    for (const auto &format : m_formats) {
        if (job.isCanceled())
            return Error{ErrorCode::Canceled, StoreRegistryText::tr("Stopped."), {}};
        if (format->isRemote()) // wants an address
            continue;
        const StoreProbe found = format->probe(*path, job);
        for (const StoreCandidate &candidate : found.candidates)
            (candidate.isEmpty ? empty : report.candidates).append(candidate);
        if (!found.whyNot.isEmpty())
            report.whyNot.append(found.whyNot);
    }
    // An empty store counts only when nothing else is here, so that one can open it and be told that it is empty.
    if (report.candidates.isEmpty())
        report.candidates = empty;
    return report;
}

Result<StoreCandidate> StoreRegistry::locate(const QString &location, Job &job) const
{
    const auto report = probe(location, job);
    if (!report)
        return report.error();
    if (report->candidates.isEmpty()) {
        const QString why = report->whyNot.isEmpty() ? StoreRegistryText::tr("There is no run store here: %1").arg(withoutSecrets(location))
                                                     : report->whyNot.join(u' ');
        return Error{ErrorCode::NotAStore, why, withoutSecrets(location)};
    }
    if (report->candidates.size() > 1) {
        QStringList places;
        for (const StoreCandidate &candidate : report->candidates)
            places.append(candidate.location);
        return Error{ErrorCode::Ambiguous,
                     StoreRegistryText::tr("Several stores lie here; name one of them: %1").arg(places.join(u", "_s)), location};
    }
    return report->candidates.first();
}

Result<std::unique_ptr<StoreBackend>> StoreRegistry::open(const StoreCandidate &candidate, const OpenOptions &options, Job &job) const
{
    const StoreFormat *found = format(candidate.formatId);
    if (!found)
        return Error{ErrorCode::Unsupported, StoreRegistryText::tr("Unknown store format: %1").arg(candidate.formatId), candidate.location};
    if (found->isRemote() && m_remoteOpener)
        return m_remoteOpener(*found, candidate, options, job);
    return found->open(candidate.location, options, job);
}

const StoreFormat *StoreRegistry::formatOfAddress(const QString &location) const
{
    const qsizetype end = location.indexOf("://"_L1);
    for (const auto &format : m_formats)
        if (end > 0 && format->takesAddress(location.left(end).toLower()))
            return format.get();
    return nullptr;
}

const StoreFormat *StoreRegistry::format(const QString &id) const
{
    for (const auto &format : m_formats)
        if (format->id() == id)
            return format.get();
    return nullptr;
}

} // namespace Assay
