// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <variant>

namespace Assay {

// How an artifact is shown. Those from Image on are read by the helper process alone: their formats are complicated and
// their bytes are somebody else's.
enum class PreviewKind : quint8 { Text, Markdown, Json, Table, Binary, Image, Svg, Zip, Tar, Packed };

// What an artifact is. `id` is stable and never shown as it is: a language for texts ("python", "yaml", "" for plain
// text), a format for everything else ("png", "tar", "gzip", "pickle", "" when nobody knows).
struct ArtifactType {
    PreviewKind kind = PreviewKind::Binary;
    QString id;

    friend bool operator==(const ArtifactType &, const ArtifactType &) = default;
};

// What is not shown as it stands in the file, or what one should know. Words for it: models/items/previewtext.h.
struct PreviewNote {
    enum class Kind : quint8 {
        BytesCut,     // only the first `count` of `total` bytes were looked at
        LinesCut,     // the first `count` lines are shown
        LongLines,    // `count` lines were shortened
        InvalidText,  // `count` characters could not be decoded
        Utf16,        // decoded as UTF-16
        NulBytes,     // `count` of them
        NotJson,      // not valid JSON from line `count` on
        RowsCut,      // the first `count` of `total` rows (0: not known)
        ColumnsCut,   // the first `count` of `total` columns
        RaggedRows,   // `count` rows have another number of cells than the header
        OpenQuote,    // the quote in line `count` is never closed
        LongCells,    // `count` cells were shortened
        ImageScaled,  // the picture is larger than what is shown
        FirstFrame,   // an animation of `total` frames (0: not known)
        EntriesCut,   // the first `count` of `total` entries
        UnpackedCut,  // looked at the first `count` unpacked bytes only
        DamagedEnd,   // damaged or cut off from there on
        NestedArchive,// an archive within it is not opened
        RunsCode,     // loading it in Python can run code
    };
    Kind kind = Kind::BytesCut;
    qint64 count = 0;
    qint64 total = 0;

    friend bool operator==(const PreviewNote &, const PreviewNote &) = default;
};

struct TextPreview {
    QString text;     // lines apart by '\n'; control and direction-changing characters are visible escapes already
    QString language; // see ArtifactType::id
    bool isMarkdown = false;

    friend bool operator==(const TextPreview &, const TextPreview &) = default;
};

struct TablePreview {
    QStringList columns;
    QList<QStringList> rows; // each as long as `columns`

    friend bool operator==(const TablePreview &, const TablePreview &) = default;
};

struct ImagePreview {
    QSize size;         // of `pixels`
    QSize originalSize; // as the file says
    QByteArray pixels;  // RGBA, 8 bits each, premultiplied, row after row without gaps

    friend bool operator==(const ImagePreview &, const ImagePreview &) = default;
};

struct ArchivePreview {
    struct Entry {
        QString path;
        QString linkTarget;
        qint64 size = 0;
        bool isFolder = false;

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> entries;

    friend bool operator==(const ArchivePreview &, const ArchivePreview &) = default;
};

struct HexPreview {
    QByteArray bytes; // the beginning

    friend bool operator==(const HexPreview &, const HexPreview &) = default;
};

// Nothing to see, and why.
struct PreviewFailure {
    enum class Reason : quint8 {
        Damaged,         // cannot be read as what it says it is
        TooLarge,        // more than `limit` bytes, or an image of more than can be decoded
        ReadsOtherFiles, // an SVG that refers to something outside itself
        Unsupported,     // this machine lacks the decoder
        TimedOut,        // the helper was stopped
        Crashed,         // the helper ended by itself
        NotStarted,      // the helper is not there
    };
    Reason reason = Reason::Damaged;
    qint64 limit = 0;
    QString detail; // technical, not translated

    friend bool operator==(const PreviewFailure &, const PreviewFailure &) = default;
};

// What is shown of one artifact.
struct Preview {
    using Content = std::variant<PreviewFailure, TextPreview, TablePreview, ImagePreview, ArchivePreview, HexPreview>;

    ArtifactType type;
    qint64 size = 0; // bytes of the artifact
    QList<PreviewNote> notes;
    Content content;

    friend bool operator==(const Preview &, const Preview &) = default;
};

// The kinds that the helper process reads.
inline bool needsHelper(PreviewKind kind)
{
    return kind >= PreviewKind::Image;
}

} // namespace Assay
