// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/textreader.h"

#include <QStringConverter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool changesDirection(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

void appendVisible(QString &out, char16_t c)
{
    if (c == u'\t')
        out += c;
    else if (c < 0x20)
        out += QChar(0x2400 + c); // ␀ ␛ …
    else if (c == 0x7f)
        out += QChar(0x2421);
    else if (changesDirection(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff)
        out += u"\\u{%1}"_s.arg(uint(c), 4, 16, QChar(u'0'));
    else
        out += c;
}

// Length of the terminal sequence that begins at `at` ("ESC [ 31 m"), 0 when it is none that only colours.
qsizetype colourSequence(QStringView text, qsizetype at)
{
    if (text[at] != u'\x1b' || at + 1 >= text.size() || text[at + 1] != u'[')
        return 0;
    for (qsizetype i = at + 2; i < text.size() && i < at + 32; ++i) {
        if (text[i] == u'm')
            return i + 1 - at;
        if (!(text[i].unicode() >= u'0' && text[i].unicode() <= u'9') && text[i] != u';')
            return 0;
    }
    return 0;
}

} // namespace

DecodedText decodeText(QByteArrayView bytes)
{
    DecodedText decoded;
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    decoded.text = decoder.decode(bytes);
    if (marked && *marked != QStringConverter::Utf8)
        decoded.notes.append({PreviewNote::Kind::Utf16, 0, 0});
    if (decoder.hasError()) {
        const qint64 written = QByteArrayView(bytes).toByteArray().count("\xef\xbf\xbd");
        const qint64 bad = decoded.text.count(QChar(QChar::ReplacementCharacter)) - (marked ? 0 : written);
        if (bad > 0)
            decoded.notes.append({PreviewNote::Kind::InvalidText, bad, 0});
    }
    if (const qint64 nuls = decoded.text.count(QChar(u'\0')))
        decoded.notes.append({PreviewNote::Kind::NulBytes, nuls, 0});
    return decoded;
}

QString shownText(QStringView text, QList<PreviewNote> &notes)
{
    QString out;
    out.reserve(text.size());
    qsizetype lines = 0, column = 0;
    qint64 longLines = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        // A progress bar writes its next state after a bare carriage return.
        if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                continue;
            if (column > MaxPreviewLine)
                out += u" … (+%1)"_s.arg(column - MaxPreviewLine);
            if (++lines >= MaxPreviewLines && i + 1 < text.size()) {
                notes.append({PreviewNote::Kind::LinesCut, lines, 0});
                column = 0;
                break;
            }
            column = 0;
            out += u'\n';
            continue;
        }
        if (const qsizetype sequence = colourSequence(text, i)) {
            i += sequence - 1;
            continue;
        }
        if (++column <= MaxPreviewLine)
            appendVisible(out, c);
        else if (column == MaxPreviewLine + 1)
            ++longLines;
    }
    if (column > MaxPreviewLine)
        out += u" … (+%1)"_s.arg(column - MaxPreviewLine);
    if (longLines > 0)
        notes.append({PreviewNote::Kind::LongLines, longLines, 0});
    return out;
}

QString shownCell(QStringView text, bool &cut)
{
    QString out;
    for (const QChar c : text.first(std::min(text.size(), MaxPreviewLine))) {
        if (c == u'\n')
            out += u'⏎';
        else
            appendVisible(out, c.unicode());
    }
    cut = text.size() > MaxPreviewLine;
    if (cut)
        out += u" … (+%1)"_s.arg(text.size() - MaxPreviewLine);
    return out;
}

} // namespace Assay
