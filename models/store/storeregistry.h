// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeformat.h"

namespace Assay {

// What a LOCATION turned out to be.
struct LocationReport {
    QString location;                  // as given
    QList<StoreCandidate> candidates;  // empty stores only when they were named themselves
    QStringList whyNot;                // one sentence for each format that looked closer and said no
};

// Opens a remote store in a format's stead, as a cache does that stands between the two.
using RemoteOpener = std::function<Result<std::unique_ptr<StoreBackend>>(const StoreFormat &format, const StoreCandidate &candidate,
                                                                         const OpenOptions &options, Job &job)>;

// All formats, asked together. Stateless after construction; may be used from any thread.
class StoreRegistry
{
public:
    explicit StoreRegistry(std::vector<std::unique_ptr<StoreFormat>> formats, RemoteOpener remoteOpener = {});
    ~StoreRegistry();

    // `location`: a path (absolute, relative, ~), a file: or sqlite:/// URL, "sample:", or an address of a format that takes
    // such. NotFound when nothing lies there, Unsupported for other kinds of addresses. A report without candidates is not an error here.
    Result<LocationReport> probe(const QString &location, Job &job) const;
    // The one store at `location`: NotAStore when there is none, Ambiguous (naming the exact locations) when several.
    Result<StoreCandidate> locate(const QString &location, Job &job) const;
    Result<std::unique_ptr<StoreBackend>> open(const StoreCandidate &candidate, const OpenOptions &options, Job &job) const;
    const StoreFormat *format(const QString &id) const;
    const StoreFormat *formatOfAddress(const QString &location) const; // null where it is none
    const std::vector<std::unique_ptr<StoreFormat>> &formats() const { return m_formats; }

private:
    std::vector<std::unique_ptr<StoreFormat>> m_formats;
    RemoteOpener m_remoteOpener;
};

} // namespace Assay
