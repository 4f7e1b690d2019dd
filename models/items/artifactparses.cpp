// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/artifactparses.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Assay {

template <typename T, typename Parse>
std::shared_ptr<const T> ArtifactParses::parsed(QHash<QByteArray, std::shared_ptr<const T>> &known, const QByteArray &key, const Parse &parse)
{
    std::shared_ptr<const T> &there = known[key];
    if (!there) {
        ++m_parsedFiles;
        there = std::make_shared<const T>(parse());
    }
    return there;
}

std::shared_ptr<const RunParse> ArtifactParses::of(const std::shared_ptr<const RunFiles> &files)
{
    Known &known = m_runs[files.get()];
    if (known.parse && known.files.lock() == files) // another one may lie where one was that is gone
        return known.parse;
    auto parse = std::make_shared<RunParse>();
    for (qsizetype i = 0; i < files->files.size(); ++i) {
        const RunFile &file = files->files[i];
        const QString name = file.path.mid(file.path.lastIndexOf(u'/') + 1);
        const auto key = [&] { return name.toUtf8() + QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha1); };
        if (Requirements::isEnvironmentFile(name))
            parse->environments.append({i, parsed(m_environments, key(), [&] { return Requirements::read(name, file.bytes); })});
        else if (name == "MLmodel"_L1)
            parse->signatures.append({i, parsed(m_signatures, key(), [&] { return readModelSignature(file.bytes); })});
    }
    known = {files, parse};
    return parse;
}

void ArtifactParses::dropUnused()
{
    m_runs.removeIf([](const auto &it) { return it->files.expired(); });
    if (m_environments.size() + m_signatures.size() <= MostUnused)
        return;
    m_environments.removeIf([](const auto &it) { return it->use_count() == 1; });
    m_signatures.removeIf([](const auto &it) { return it->use_count() == 1; });
}

} // namespace Assay
