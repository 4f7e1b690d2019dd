// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/artifacttype.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 MiB = 1 << 20;

struct NamedType {
    QLatin1StringView suffix;
    PreviewKind kind;
    QLatin1StringView id;
};

constexpr NamedType Types[] = {
    {"bash"_L1, PreviewKind::Text, "shell"_L1},       {"bib"_L1, PreviewKind::Text, "tex"_L1},
    {"bmp"_L1, PreviewKind::Image, "bmp"_L1},         {"bz2"_L1, PreviewKind::Packed, "bzip2"_L1},
    {"c"_L1, PreviewKind::Text, "c"_L1},              {"cc"_L1, PreviewKind::Text, "c"_L1},
    {"cfg"_L1, PreviewKind::Text, "ini"_L1},          {"conf"_L1, PreviewKind::Text, "ini"_L1},
    {"cpp"_L1, PreviewKind::Text, "c"_L1},            {"css"_L1, PreviewKind::Text, "css"_L1},
    {"csv"_L1, PreviewKind::Table, "csv"_L1},         {"cu"_L1, PreviewKind::Text, "c"_L1},
    {"diff"_L1, PreviewKind::Text, "diff"_L1},        {"err"_L1, PreviewKind::Text, "log"_L1},
    {"geojson"_L1, PreviewKind::Json, "json"_L1},
    {"gif"_L1, PreviewKind::Image, "gif"_L1},         {"go"_L1, PreviewKind::Text, "go"_L1},
    {"gz"_L1, PreviewKind::Packed, "gzip"_L1},        {"h"_L1, PreviewKind::Text, "c"_L1},
    {"h5"_L1, PreviewKind::Binary, "hdf5"_L1},        {"hpp"_L1, PreviewKind::Text, "c"_L1},
    {"htm"_L1, PreviewKind::Text, "html"_L1},         {"html"_L1, PreviewKind::Text, "html"_L1},
    {"ini"_L1, PreviewKind::Text, "ini"_L1},          {"ipynb"_L1, PreviewKind::Json, "notebook"_L1},
    {"java"_L1, PreviewKind::Text, "java"_L1},        {"jl"_L1, PreviewKind::Text, "python"_L1},
    {"joblib"_L1, PreviewKind::Binary, "pickle"_L1},  {"jpeg"_L1, PreviewKind::Image, "jpeg"_L1},
    {"jpg"_L1, PreviewKind::Image, "jpeg"_L1},        {"js"_L1, PreviewKind::Text, "javascript"_L1},
    {"json"_L1, PreviewKind::Json, "json"_L1},        {"jsonl"_L1, PreviewKind::Text, "json"_L1},
    {"keras"_L1, PreviewKind::Zip, "zip"_L1},         {"log"_L1, PreviewKind::Text, "log"_L1},
    {"markdown"_L1, PreviewKind::Markdown, "markdown"_L1}, {"md"_L1, PreviewKind::Markdown, "markdown"_L1},
    {"mlmodel"_L1, PreviewKind::Text, "yaml"_L1},     {"npy"_L1, PreviewKind::Binary, "npy"_L1},
    {"npz"_L1, PreviewKind::Zip, "zip"_L1},           {"onnx"_L1, PreviewKind::Binary, "onnx"_L1},
    {"out"_L1, PreviewKind::Text, "log"_L1},          {"parquet"_L1, PreviewKind::Binary, "parquet"_L1},
    {"patch"_L1, PreviewKind::Text, "diff"_L1},       {"pickle"_L1, PreviewKind::Binary, "pickle"_L1},
    {"pkl"_L1, PreviewKind::Binary, "pickle"_L1},     {"png"_L1, PreviewKind::Image, "png"_L1},
    {"proto"_L1, PreviewKind::Text, "c"_L1},          {"pt"_L1, PreviewKind::Zip, "pytorch"_L1},
    {"pth"_L1, PreviewKind::Zip, "pytorch"_L1},       {"py"_L1, PreviewKind::Text, "python"_L1},
    {"r"_L1, PreviewKind::Text, "r"_L1},              {"rs"_L1, PreviewKind::Text, "rust"_L1},
    {"rst"_L1, PreviewKind::Text, ""_L1},             {"safetensors"_L1, PreviewKind::Binary, "safetensors"_L1},
    {"scala"_L1, PreviewKind::Text, "java"_L1},       {"sh"_L1, PreviewKind::Text, "shell"_L1},
    {"skops"_L1, PreviewKind::Zip, "zip"_L1},         {"sql"_L1, PreviewKind::Text, "sql"_L1},
    {"svg"_L1, PreviewKind::Svg, "svg"_L1},           {"tar"_L1, PreviewKind::Tar, "tar"_L1},
    {"tex"_L1, PreviewKind::Text, "tex"_L1},          {"tgz"_L1, PreviewKind::Packed, "gzip"_L1},
    {"toml"_L1, PreviewKind::Text, "ini"_L1},         {"ts"_L1, PreviewKind::Text, "javascript"_L1},
    {"tsv"_L1, PreviewKind::Table, "tsv"_L1},         {"txt"_L1, PreviewKind::Text, ""_L1},
    {"webp"_L1, PreviewKind::Image, "webp"_L1},       {"whl"_L1, PreviewKind::Zip, "zip"_L1},
    {"xml"_L1, PreviewKind::Text, "html"_L1},         {"xz"_L1, PreviewKind::Packed, "xz"_L1},
    {"yaml"_L1, PreviewKind::Text, "yaml"_L1},        {"yml"_L1, PreviewKind::Text, "yaml"_L1},
    {"zip"_L1, PreviewKind::Zip, "zip"_L1},           {"zst"_L1, PreviewKind::Packed, "zstd"_L1}};

const NamedType *typeByName(const QString &path)
{
    const QString name = path.mid(path.lastIndexOf(u'/') + 1).toLower();
    if (name == "mlmodel"_L1)
        return typeByName(u"x.mlmodel"_s);
    if (name == "dockerfile"_L1 || name == "makefile"_L1)
        return typeByName(u"x.sh"_s);
    const QString suffix = name.mid(name.lastIndexOf(u'.') + 1);
    const auto *const found = std::ranges::find_if(Types, [&](const NamedType &type) { return type.suffix == suffix; });
    return found != std::end(Types) ? found : nullptr;
}

struct Magic {
    qsizetype at;
    QByteArrayView bytes;
    PreviewKind kind;
    QLatin1StringView id;
};

constexpr Magic Magics[] = {
    {0, "\x89PNG\r\n\x1a\n", PreviewKind::Image, "png"_L1},
    {0, "\xff\xd8\xff", PreviewKind::Image, "jpeg"_L1},
    {0, "GIF87a", PreviewKind::Image, "gif"_L1},
    {0, "GIF89a", PreviewKind::Image, "gif"_L1},
    {8, "WEBPVP8", PreviewKind::Image, "webp"_L1},
    {0, "PK\x03\x04", PreviewKind::Zip, "zip"_L1},
    {0, "PK\x05\x06", PreviewKind::Zip, "zip"_L1},
    {257, "ustar", PreviewKind::Tar, "tar"_L1},
    {0, "\x1f\x8b\x08", PreviewKind::Packed, "gzip"_L1},
    {0, "BZh", PreviewKind::Packed, "bzip2"_L1},
    {0, "\xfd" "7zXZ", PreviewKind::Packed, "xz"_L1},
    {0, "\x28\xb5\x2f\xfd", PreviewKind::Packed, "zstd"_L1},
    {0, "7z\xbc\xaf\x27\x1c", PreviewKind::Binary, "7z"_L1},
    {0, "\x89HDF\r\n\x1a\n", PreviewKind::Binary, "hdf5"_L1},
    {0, "\x93NUMPY", PreviewKind::Binary, "npy"_L1},
    {0, "PAR1", PreviewKind::Binary, "parquet"_L1},
    {0, "SQLite format 3", PreviewKind::Binary, "sqlite"_L1},
    {0, "%PDF-", PreviewKind::Binary, "pdf"_L1},
    {0, "\x7f" "ELF", PreviewKind::Binary, "elf"_L1},
    {0, "\x80\x02", PreviewKind::Binary, "pickle"_L1},
    {0, "\x80\x03", PreviewKind::Binary, "pickle"_L1},
    {0, "\x80\x04\x95", PreviewKind::Binary, "pickle"_L1},
    {0, "\x80\x05\x95", PreviewKind::Binary, "pickle"_L1}};

bool isText(QByteArrayView head, bool nameSaysText)
{
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff") || head.startsWith("\xef\xbb\xbf"))
        return true;
    qsizetype nuls = 0, controls = 0;
    for (const char c : head) {
        nuls += c == 0;
        controls += uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\b' && c != '\x1b';
    }
    // A torn log has some of them; a name that promises text gets the benefit of the doubt.
    return nameSaysText ? controls * 10 <= head.size() : controls == 0 && nuls == 0;
}

bool looksLikeSvg(QByteArrayView head)
{
    const QByteArray start = head.first(std::min<qsizetype>(head.size(), 1024)).toByteArray().trimmed();
    return start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"));
}

} // namespace

ArtifactType artifactType(const QString &path, QByteArrayView head)
{
    const NamedType *named = typeByName(path);
    for (const Magic &magic : Magics) {
        if (head.size() < magic.at + magic.bytes.size() || head.sliced(magic.at, magic.bytes.size()) != magic.bytes)
            continue;
        // A zip that the name knows better stays what the name says: PyTorch writes zips.
        if (named && named->kind == magic.kind && magic.kind == PreviewKind::Zip)
            return {magic.kind, named->id};
        return {magic.kind, magic.id};
    }
    if (named && named->id == "bmp"_L1 && head.startsWith("BM"))
        return {PreviewKind::Image, u"bmp"_s};
    const bool nameSaysText = named && named->kind <= PreviewKind::Table;
    if (isText(head, nameSaysText || (named && named->kind == PreviewKind::Svg))) {
        if ((named && named->kind == PreviewKind::Svg) || (!named && looksLikeSvg(head)))
            return {PreviewKind::Svg, u"svg"_s};
        if (nameSaysText)
            return {named->kind, QString(named->id)};
        return {PreviewKind::Text, {}};
    }
    if (named && named->kind == PreviewKind::Binary)
        return {PreviewKind::Binary, QString(named->id)};
    // Old PyTorch files and some .joblib are bare pickles of another protocol.
    if (named && named->id == "pytorch"_L1)
        return {PreviewKind::Binary, u"pickle"_s};
    if (path.contains("tfevents"_L1))
        return {PreviewKind::Binary, u"tfevents"_s};
    return {PreviewKind::Binary, {}};
}

PreviewKind kindByName(const QString &path)
{
    const NamedType *named = typeByName(path);
    return named ? named->kind : PreviewKind::Binary;
}

ReadPlan readPlan(const ArtifactType &type)
{
    switch (type.kind) {
    case PreviewKind::Text:
    case PreviewKind::Json:
    case PreviewKind::Table: return {4 * MiB, false};
    case PreviewKind::Markdown: return {MiB, false};
    case PreviewKind::Binary: return {16 << 10, false};
    case PreviewKind::Svg: return {16 * MiB, true};
    case PreviewKind::Image:
    case PreviewKind::Zip: return {64 * MiB, true};
    case PreviewKind::Tar:
    case PreviewKind::Packed: return {64 * MiB, false};
    }
    return {};
}

bool canRunCode(const ArtifactType &type)
{
    return type.id == "pickle"_L1 || type.id == "pytorch"_L1 || type.id == "hdf5"_L1;
}

} // namespace Assay
