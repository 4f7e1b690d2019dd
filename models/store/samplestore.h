// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace Assay {

// The sample store that comes with the program, as LOCATION "sample:". It is unpacked into the person's data folder the
// first time it is opened, and again when the program brings another one. Any thread, several processes at once.
class SampleStore
{
public:
    static constexpr QLatin1StringView Location{"sample:"};

    // Where the archive comes from: compiled in, else beside the program. Empty when this build has none.
    static QString archivePath();
    // The person's data folder for samples.
    static QString defaultFolder();

    SampleStore(QString archive = archivePath(), QString folder = defaultFolder());

    // The place of the unpacked store. NotFound when this build has no sample.
    Result<QString> location() const;

private:
    QString m_archive;
    QString m_folder;
};

} // namespace Assay
