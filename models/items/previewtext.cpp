// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/previewtext.h"

#include "models/items/displaytext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct PreviewText {
    Q_DECLARE_TR_FUNCTIONS(PreviewText)
};

struct TypeName {
    QLatin1StringView id;
    const char *name;
};

// Proper names stay as they are in every language; what is a description is translated.
constexpr TypeName ProperNames[] = {
    {"c"_L1, "C/C++"}, {"css"_L1, "CSS"}, {"csv"_L1, "CSV"}, {"go"_L1, "Go"}, {"hdf5"_L1, "HDF5"}, {"html"_L1, "HTML"},
    {"java"_L1, "Java"}, {"javascript"_L1, "JavaScript"}, {"json"_L1, "JSON"}, {"markdown"_L1, "Markdown"}, {"onnx"_L1, "ONNX"},
    {"parquet"_L1, "Parquet"}, {"pdf"_L1, "PDF"}, {"python"_L1, "Python"}, {"r"_L1, "R"}, {"rust"_L1, "Rust"}, {"safetensors"_L1, "safetensors"},
    {"sql"_L1, "SQL"}, {"svg"_L1, "SVG"}, {"tex"_L1, "TeX"}, {"tfevents"_L1, "TensorBoard"}, {"tsv"_L1, "TSV"}, {"yaml"_L1, "YAML"}};

constexpr TypeName Descriptions[] = {
    {"7z"_L1, QT_TRANSLATE_NOOP("PreviewText", "7-Zip archive, not opened")},
    {"bmp"_L1, QT_TRANSLATE_NOOP("PreviewText", "BMP image")},
    {"bzip2"_L1, QT_TRANSLATE_NOOP("PreviewText", "Compressed with bzip2")},
    {"diff"_L1, QT_TRANSLATE_NOOP("PreviewText", "Differences")},
    {"elf"_L1, QT_TRANSLATE_NOOP("PreviewText", "Program")},
    {"gif"_L1, QT_TRANSLATE_NOOP("PreviewText", "GIF image")},
    {"gzip"_L1, QT_TRANSLATE_NOOP("PreviewText", "Compressed with gzip")},
    {"ini"_L1, QT_TRANSLATE_NOOP("PreviewText", "Configuration")},
    {"jpeg"_L1, QT_TRANSLATE_NOOP("PreviewText", "JPEG image")},
    {"log"_L1, QT_TRANSLATE_NOOP("PreviewText", "Log")},
    {"notebook"_L1, QT_TRANSLATE_NOOP("PreviewText", "Jupyter notebook")},
    {"npy"_L1, QT_TRANSLATE_NOOP("PreviewText", "NumPy array")},
    {"pickle"_L1, QT_TRANSLATE_NOOP("PreviewText", "Python pickle")},
    {"png"_L1, QT_TRANSLATE_NOOP("PreviewText", "PNG image")},
    {"pytorch"_L1, QT_TRANSLATE_NOOP("PreviewText", "PyTorch file")},
    {"shell"_L1, QT_TRANSLATE_NOOP("PreviewText", "Shell script")},
    {"sqlite"_L1, QT_TRANSLATE_NOOP("PreviewText", "SQLite database")},
    {"tar"_L1, QT_TRANSLATE_NOOP("PreviewText", "Tar archive")},
    {"webp"_L1, QT_TRANSLATE_NOOP("PreviewText", "WebP image")},
    {"xz"_L1, QT_TRANSLATE_NOOP("PreviewText", "Compressed with xz")},
    {"zip"_L1, QT_TRANSLATE_NOOP("PreviewText", "Zip archive")},
    {"zstd"_L1, QT_TRANSLATE_NOOP("PreviewText", "Compressed with zstd")}};

QString rowsText(const PreviewNote &note)
{
    return note.total > 0 ? PreviewText::tr("The first %1 of %2 rows.").arg(countText(note.count), countText(note.total))
                          : PreviewText::tr("The first %1 rows.").arg(countText(note.count));
}

} // namespace

QString typeText(const ArtifactType &type)
{
    for (const TypeName &entry : ProperNames)
        if (type.id == entry.id)
            return QString::fromLatin1(entry.name);
    for (const TypeName &entry : Descriptions)
        if (type.id == entry.id)
            return PreviewText::tr(entry.name);
    return type.kind == PreviewKind::Text ? PreviewText::tr("Text") : PreviewText::tr("Binary data");
}

QString noteText(const PreviewNote &note)
{
    using Kind = PreviewNote::Kind;
    const int count = int(std::min<qint64>(note.count, std::numeric_limits<int>::max()));
    switch (note.kind) {
    case Kind::BytesCut: return PreviewText::tr("The first %1 of %2.").arg(sizeText(note.count), sizeText(note.total));
    case Kind::LinesCut: return PreviewText::tr("The first %1 lines.").arg(countText(note.count));
    case Kind::LongLines: return PreviewText::tr("%n long line(s) shortened.", nullptr, count);
    case Kind::InvalidText: return PreviewText::tr("%n character(s) are not valid UTF-8.", nullptr, count);
    case Kind::Utf16: return PreviewText::tr("Decoded as UTF-16.");
    case Kind::NulBytes: return PreviewText::tr("%n NUL byte(s) in it.", nullptr, count);
    case Kind::NotJson: return PreviewText::tr("Not valid JSON from line %1 on.").arg(countText(note.count));
    case Kind::RowsCut: return rowsText(note);
    case Kind::ColumnsCut: return PreviewText::tr("The first %1 of %2 columns.").arg(countText(note.count), countText(note.total));
    case Kind::RaggedRows: return PreviewText::tr("%n row(s) are not as long as the header.", nullptr, count);
    case Kind::OpenQuote: return PreviewText::tr("The quote in line %1 is never closed.").arg(countText(note.count));
    case Kind::LongCells: return PreviewText::tr("%n long cell(s) shortened.", nullptr, count);
    case Kind::ImageScaled: return PreviewText::tr("Scaled down.");
    case Kind::FirstFrame:
        return note.total > 1 ? PreviewText::tr("The first of %1 frames.").arg(countText(note.total))
                              : PreviewText::tr("The first frame of an animation.");
    case Kind::EntriesCut: return PreviewText::tr("The first %1 of %2 entries.").arg(countText(note.count), countText(note.total));
    case Kind::UnpackedCut: return PreviewText::tr("Unpacked up to %1; there is more.").arg(sizeText(note.count));
    case Kind::DamagedEnd: return PreviewText::tr("Damaged or cut off behind what is shown.");
    case Kind::NestedArchive: return PreviewText::tr("An archive within an archive is not opened.");
    case Kind::RunsCode: return PreviewText::tr("Can run code when loaded in Python. Nothing of it is loaded here.");
    }
    return {};
}

bool isWarning(const PreviewNote &note)
{
    using Kind = PreviewNote::Kind;
    switch (note.kind) {
    case Kind::InvalidText:
    case Kind::NulBytes:
    case Kind::NotJson:
    case Kind::RaggedRows:
    case Kind::OpenQuote:
    case Kind::DamagedEnd:
    case Kind::RunsCode: return true;
    default: return false;
    }
}

QString failureText(const PreviewFailure &failure)
{
    using Reason = PreviewFailure::Reason;
    switch (failure.reason) {
    case Reason::Damaged: return PreviewText::tr("The file is damaged, or is not what its name says.");
    case Reason::TooLarge:
        return failure.limit > 0 ? PreviewText::tr("Too large for a preview: files of this kind are shown up to %1.").arg(sizeText(failure.limit))
                                 : PreviewText::tr("The picture is too large for a preview.");
    case Reason::ReadsOtherFiles: return PreviewText::tr("Not drawn, because it wants to read something outside of itself.");
    case Reason::Unsupported: return PreviewText::tr("This machine lacks what is needed to decode files of this kind.");
    case Reason::TimedOut: return PreviewText::tr("Stopped: reading it took too long.");
    case Reason::Crashed: return PreviewText::tr("Reading it failed. The file is damaged, or made to do harm.");
    case Reason::NotStarted: return PreviewText::tr("The program that reads files of this kind is missing. Reinstall Assay.");
    }
    return {};
}

} // namespace Assay
