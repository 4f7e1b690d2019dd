// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/bundlewriter.h"

#include "models/store/store.h"
#include "models/stores/assay-bundle/bundlearchive.h"
#include "models/stores/assay-bundle/bundlemanifest.h"
#include "models/stores/assay-bundle/bundlereadme.h"
#include "models/stores/assay-bundle/bundletext.h"
#include "models/stores/assay-bundle/bundlezip.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// The databases, built in a folder that goes away, and the artifacts, which go straight into the zip.
Result<CopyReport> build(StoreBackend &source, const CopySelection &selection, const QString &folder, const std::shared_ptr<BundleZip> &zip, Job &job)
{
    auto database = CopyDatabase::open(folder + u'/' + BundleName::Store, CopyDatabase::Use::Build);
    if (!database)
        return database.error();
    if (selection.histories)
        if (const Status attached = (*database)->attachHistories(folder + u'/' + BundleName::Histories); !attached)
            return attached.error();
    CopyWriter writer(std::move(*database), zip);
    return StoreCopier(source, selection).copyTo(writer, job);
}

Status addParts(BundleZip &zip, const QString &folder, BundleManifest &manifest, Job &job)
{
    if (const Status added = zip.addBytes(BundleName::Readme, bundleReadme()); !added)
        return added;
    for (QLatin1StringView name : {BundleName::Store, BundleName::Histories}) {
        if (!QFileInfo::exists(folder + u'/' + name))
            continue;
        job.setProgress(0, 0, BundleText::tr("Packing the bundle …"));
        auto part = zip.addFile(name, folder + u'/' + name, job);
        if (!part)
            return part.error();
        manifest.parts.append(*part);
    }
    return zip.addBytes(BundleName::Manifest, manifest.toJson());
}

// The store that the runs come from, however often they were copied since.
void setSource(BundleManifest &manifest, const StoreInfo &copied)
{
    manifest.source = copied;
    if (copied.formatId != "assay-bundle"_L1)
        return;
    const auto archive = BundleArchive::open(copied.location);
    if (!archive)
        return;
    manifest.source = (*archive)->manifest().source;
    manifest.copiedFrom = QFileInfo(copied.location).fileName();
}

} // namespace

Result<BundleDone> writeBundle(StoreBackend &source, const CopySelection &selection, const QString &path, bool overwrite, Job &job)
{
    if (!overwrite && QFileInfo::exists(path))
        return BundleZip::isThere(path);
    auto zip = BundleZip::begin(path);
    if (!zip)
        return zip.error();
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{ErrorCode::Unreadable, BundleText::tr("The bundle cannot be written: %1").arg(folder.errorString()), {}};
    if (const Status added = (*zip)->addBytes(BundleName::Mime, QByteArray(BundleName::MimeType.data(), BundleName::MimeType.size())); !added)
        return added.error();
    const auto report = build(source, selection, folder.path(), *zip, job);
    if (!report)
        return report.error();
    BundleManifest manifest;
    manifest.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    manifest.createdBy = "Assay " ASSAY_VERSION ""_L1;
    setSource(manifest, source.info());
    manifest.experiments = report->size.experiments;
    manifest.runs = report->size.runs;
    manifest.files = report->size.files;
    manifest.hasHistories = selection.histories;
    if (const Status added = addParts(**zip, folder.path(), manifest, job); !added)
        return added.error();
    if (job.isCanceled())
        return Store::canceled();
    const Status committed = (*zip)->commit(overwrite);
    if (!committed)
        return committed.error();
    return BundleDone{*report, QFileInfo(path).size()};
}

} // namespace Assay
