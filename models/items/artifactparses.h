// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runfiles.h"
#include "models/preview/modelsignature.h"
#include "models/preview/requirements.h"

#include <QHash>

#include <memory>

namespace Assay {

// What the environment files and models of one run say.
struct RunParse {
    struct Environment {
        qsizetype index = 0; // among the run's files
        std::shared_ptr<const EnvironmentFile> file;
    };
    struct Signature {
        qsizetype index = 0;
        std::shared_ptr<const ModelSignature> signature;
    };
    QList<Environment> environments;
    QList<Signature> signatures;
};

// Remembers what files say, so that it is read out of them once: of files of the same content, as the runs of a sweep have
// them and as they are when they are read again, once for all. For one thread at a time.
class ArtifactParses
{
public:
    static constexpr qsizetype MostUnused = 1'000; // contents

    std::shared_ptr<const RunParse> of(const std::shared_ptr<const RunFiles> &files);
    void dropUnused(); // runs whose files nobody keeps any more, and when there are many contents, theirs
    qsizetype parsedFiles() const { return m_parsedFiles; } // in all, so far

private:
    struct Known {
        std::weak_ptr<const RunFiles> files;
        std::shared_ptr<const RunParse> parse;
    };

    template <typename T, typename Parse>
    std::shared_ptr<const T> parsed(QHash<QByteArray, std::shared_ptr<const T>> &known, const QByteArray &key, const Parse &parse);

    QHash<const RunFiles *, Known> m_runs;
    QHash<QByteArray, std::shared_ptr<const EnvironmentFile>> m_environments; // by name and hash of the content
    QHash<QByteArray, std::shared_ptr<const ModelSignature>> m_signatures;
    qsizetype m_parsedFiles = 0;
};

} // namespace Assay
