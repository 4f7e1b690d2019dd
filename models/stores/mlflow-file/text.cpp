// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/text.h"

#include <QStringDecoder>

namespace Assay {

QString shownText(std::string_view bytes)
{
    // Not QString::fromUtf8(), which drops a byte order mark: a logged text may begin with one.
    // Stateless, so that half a character at the end is replaced as well and not kept for more.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom | QStringConverter::Flag::Stateless);
    return decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

std::string withReplacements(std::string_view bytes)
{
    return shownText(bytes).toStdString();
}

QString shortText(std::string_view bytes)
{
    constexpr qsizetype MaxLength = 100;
    QString text = shownText(bytes.substr(0, 4 * size_t(MaxLength)));
    const bool isCut = text.size() > MaxLength || bytes.size() > 4 * size_t(MaxLength);
    text.truncate(MaxLength);
    for (QChar &c : text)
        if (c < u' ' || c == QChar(0x7f))
            c = QChar::ReplacementCharacter;
    return isCut ? text + u'…' : text;
}

} // namespace Assay
