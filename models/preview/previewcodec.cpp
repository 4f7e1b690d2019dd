// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewcodec.h"

#include "models/preview/tablebuilder.h"
#include "models/preview/textreader.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QByteArrayView Magic = "assay-preview-1\n";
constexpr qint64 MaxSide = 1 << 15;

// Both directions with one description of every type: `walk(codec, value)` writes or reads its members in order.

class Writer
{
public:
    QByteArray out;

    bool number(qint64 &value)
    {
        const qint64 little = qToLittleEndian(value);
        out.append(reinterpret_cast<const char *>(&little), sizeof little);
        return true;
    }
    bool bytes(QByteArray &value)
    {
        qint64 size = value.size();
        number(size);
        out += value;
        return true;
    }
    template <typename T, typename Walk>
    bool list(QList<T> &values, Walk walk)
    {
        qint64 count = values.size();
        number(count);
        for (T &value : values)
            walk(*this, value);
        return true;
    }
};

class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    bool number(qint64 &value)
    {
        if (m_rest.size() < qsizetype(sizeof value))
            return false;
        value = qFromLittleEndian<qint64>(m_rest.data());
        m_rest = m_rest.sliced(sizeof value);
        return true;
    }
    bool bytes(QByteArray &value)
    {
        qint64 size = 0;
        if (!number(size) || size < 0 || size > m_rest.size())
            return false;
        value = m_rest.first(qsizetype(size)).toByteArray();
        m_rest = m_rest.sliced(qsizetype(size));
        return true;
    }
    // Every element takes eight bytes at least, so a count beyond what is left is a lie.
    template <typename T, typename Walk>
    bool list(QList<T> &values, Walk walk)
    {
        qint64 count = 0;
        if (!number(count) || count < 0 || count > m_rest.size() / qsizetype(sizeof count))
            return false;
        values.reserve(qsizetype(count));
        for (; count > 0; --count) {
            T value{};
            if (!walk(*this, value))
                return false;
            values.append(std::move(value));
        }
        return true;
    }
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

template <typename Codec>
bool walkText(Codec &codec, QString &text)
{
    QByteArray utf8 = text.toUtf8();
    if (!codec.bytes(utf8))
        return false;
    text = QString::fromUtf8(utf8);
    return true;
}

template <typename Codec, typename T>
bool walkSmall(Codec &codec, T &value, qint64 most)
{
    qint64 number = qint64(value);
    if (!codec.number(number) || number < 0 || number > most)
        return false;
    value = T(number);
    return true;
}

template <typename Codec>
bool walkSize(Codec &codec, QSize &size, qint64 most)
{
    int width = size.width(), height = size.height();
    const bool ok = walkSmall(codec, width, most) && walkSmall(codec, height, most);
    size = {width, height};
    return ok;
}

template <typename Codec>
bool walk(Codec &codec, PreviewFailure &failure)
{
    return walkSmall(codec, failure.reason, qint64(PreviewFailure::Reason::NotStarted)) && codec.number(failure.limit)
        && walkText(codec, failure.detail);
}

template <typename Codec>
bool walk(Codec &codec, TextPreview &text)
{
    return walkText(codec, text.text) && walkText(codec, text.language) && walkSmall(codec, text.isMarkdown, 1);
}

template <typename Codec>
bool walk(Codec &codec, TablePreview &table)
{
    const auto texts = [](Codec &inner, QStringList &list) {
        return inner.list(list, [](Codec &c, QString &text) { return walkText(c, text); });
    };
    return texts(codec, table.columns) && codec.list(table.rows, [&](Codec &c, QStringList &row) {
        return texts(c, row) && row.size() == table.columns.size();
    });
}

template <typename Codec>
bool walk(Codec &codec, ImagePreview &image)
{
    return walkSize(codec, image.size, MaxSide) && walkSize(codec, image.originalSize, std::numeric_limits<int>::max())
        && codec.bytes(image.pixels)
        && image.pixels.size() == qsizetype(image.size.width()) * image.size.height() * 4 && !image.size.isEmpty();
}

template <typename Codec>
bool walk(Codec &codec, ArchivePreview &archive)
{
    return codec.list(archive.entries, [](Codec &c, ArchivePreview::Entry &entry) {
        return walkText(c, entry.path) && walkText(c, entry.linkTarget) && c.number(entry.size) && walkSmall(c, entry.isFolder, 1);
    });
}

template <typename Codec>
bool walk(Codec &codec, HexPreview &hex)
{
    return codec.bytes(hex.bytes);
}

template <typename Codec, size_t Index = 0>
bool walkContent(Codec &codec, Preview::Content &content, qint64 index)
{
    if constexpr (Index < std::variant_size_v<Preview::Content>) {
        if (index != qint64(Index))
            return walkContent<Codec, Index + 1>(codec, content, index);
        if (content.index() != Index)
            content.emplace<Index>();
        return walk(codec, *std::get_if<Index>(&content));
    }
    return false;
}

template <typename Codec>
bool walk(Codec &codec, Preview &preview)
{
    qint64 index = qint64(preview.content.index());
    return walkSmall(codec, preview.type.kind, qint64(PreviewKind::Packed)) && walkText(codec, preview.type.id)
        && codec.number(preview.size)
        && codec.list(preview.notes, [](Codec &c, PreviewNote &note) {
               return walkSmall(c, note.kind, qint64(PreviewNote::Kind::RunsCode)) && c.number(note.count) && c.number(note.total);
           })
        && codec.number(index) && walkContent(codec, preview.content, index);
}

// Views crawl on what our own readers never make: it is refused from a helper, too.
bool isBounded(const QString &text, qsizetype lines, qsizetype column)
{
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c == u'\n' ? 0 : length + 1;
        if (length > column || (c == u'\n' && --lines < 0))
            return false;
    }
    return true;
}

bool isBounded(const Preview &preview)
{
    constexpr qsizetype LongestLine = 8 * MaxPreviewLine; // escapes make lines longer
    if (const auto *text = std::get_if<TextPreview>(&preview.content))
        return isBounded(text->text, MaxPreviewLines, LongestLine);
    if (const auto *archive = std::get_if<ArchivePreview>(&preview.content))
        return archive->entries.size() <= 10'000;
    const auto *table = std::get_if<TablePreview>(&preview.content);
    if (!table)
        return true;
    return table->columns.size() <= MaxPreviewColumns && table->rows.size() <= MaxPreviewRows
        && std::ranges::all_of(table->rows, [](const QStringList &row) {
               return std::ranges::all_of(row, [](const QString &cell) { return cell.size() <= LongestLine; });
           });
}

} // namespace

QByteArray encodePreview(const Preview &preview)
{
    Writer writer{Magic.toByteArray()};
    Preview copy = preview;
    walk(writer, copy);
    return writer.out;
}

std::optional<Preview> decodePreview(const QByteArray &bytes)
{
    if (!bytes.startsWith(Magic))
        return std::nullopt;
    Reader reader(QByteArrayView(bytes).sliced(Magic.size()));
    Preview preview;
    if (!walk(reader, preview) || !reader.atEnd() || !isBounded(preview))
        return std::nullopt;
    return preview;
}

} // namespace Assay
