// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copystore.h"
#include "models/store/storeformat.h"
#include "models/stores/assay-bundle/bundlearchive.h"
#include "models/stores/assay-bundle/bundletext.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView FormatId{"assay-bundle"};

class BundleFormat final : public StoreFormat
{
public:
    QString id() const override { return FormatId; }
    QString displayName() const override { return BundleText::tr("Assay bundle"); }

    StoreProbe probe(const QString &path, Job &) const override
    {
        QFile file(path);
        if (!QFileInfo(path).isFile())
            return {};
        const bool isNamedSo = path.endsWith(BundleName::Suffix, Qt::CaseInsensitive);
        if (!file.open(QIODevice::ReadOnly))
            return isNamedSo ? StoreProbe{{{id(), path, false}}, {}} : StoreProbe(); // open() says why
        const QByteArray head = file.read(128);
        // Who packs it anew may put the files in another order; of what was not copied to its end there may be nothing yet.
        if (BundleArchive::looksLikeBundle(head) || (isNamedSo && (head.isEmpty() || head.startsWith("PK\3\4"))))
            return {{{id(), path, false}}, {}};
        return {{}, isNamedSo ? BundleText::tr("%1 is not a bundle.").arg(QFileInfo(path).fileName()) : QString()};
    }

    Result<std::unique_ptr<StoreBackend>> open(const QString &location, const OpenOptions &, Job &job) const override
    {
        auto archive = BundleArchive::open(location);
        if (!archive)
            return archive.error();
        const auto file = (*archive)->storeFile(job);
        if (!file)
            return file.error();
        auto database = CopyDatabase::open(*file, CopyDatabase::Use::Read);
        if (!database)
            return database.error();
        StoreInfo info;
        info.formatId = id();
        info.location = location;
        info.whyNotWritable = BundleText::tr("A bundle is a copy. Changes and promotions are made in the store that it was made of: %1.")
                                  .arg((*archive)->manifest().source.location);
        return std::unique_ptr<StoreBackend>(std::make_unique<CopyStore>(std::move(*database), std::move(*archive), info));
    }
};

} // namespace

std::unique_ptr<StoreFormat> makeAssayBundle()
{
    return std::make_unique<BundleFormat>();
}

} // namespace Assay
