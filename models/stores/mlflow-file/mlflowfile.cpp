// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeformat.h"
#include "models/stores/mlflow-file/filebackend.h"
#include "models/stores/mlflow-file/fileprobe.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"

namespace Assay {

namespace {

class MlflowFile final : public StoreFormat
{
public:
    QString id() const override { return MlflowFileId; }
    QString displayName() const override { return MlflowFileText::tr("MLflow folder"); }
    StoreProbe probe(const QString &path, Job &job) const override { return probeFileStore(path, job); }
    Result<std::unique_ptr<StoreBackend>> open(const QString &location, const OpenOptions &options, Job &) const override
    {
        // Fails here and not with every call when the folder is not there.
        if (const auto tree = StoreTree::open(location); !tree)
            return tree.error();
        return std::unique_ptr<StoreBackend>(std::make_unique<FileBackend>(location, options));
    }
};

} // namespace

std::unique_ptr<StoreFormat> makeMlflowFile()
{
    return std::make_unique<MlflowFile>();
}

} // namespace Assay
