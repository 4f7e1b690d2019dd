// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/exportfile.h"

#include <QSaveFile>

namespace Assay {

QString writeExport(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten && file.commit() ? QString() : file.errorString();
}

QString writeExport(const QString &path, const TextTable &table, Formulas formulas)
{
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly);
    isWritten = isWritten && writeTextTable(table, textFormatOfFile(path).value_or(TextFormat::Csv), formulas, [&](const std::string &piece) {
        return file.write(piece.data(), qint64(piece.size())) == qint64(piece.size());
    });
    return isWritten && file.commit() ? QString() : file.errorString();
}

} // namespace Assay
