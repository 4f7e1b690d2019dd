// SPDX-License-Identifier: GPL-3.0-or-later
// assay-preview KIND FORMAT NAME SIZE: reads one artifact from standard input and writes what is shown of it to
// standard output (models/preview/previewcodec.h). Started by PreviewProcess; of no use to people.
#include "app/preview/confinement.h"
#include "app/preview/decoders.h"

#include "models/preview/previewcodec.h"

#include <QGuiApplication>

#include <cstdio>
#include <unistd.h>

using namespace Assay;

namespace {

constexpr size_t MaxInput = 64 << 20;

QByteArray readInput()
{
    QByteArray bytes;
    char piece[64 << 10];
    while (const size_t count = std::fread(piece, 1, sizeof piece, stdin)) {
        bytes.append(piece, qsizetype(count));
        if (size_t(bytes.size()) >= MaxInput)
            break;
    }
    return bytes;
}

bool read(Preview &preview, QByteArray bytes, const QString &name)
{
    switch (preview.type.kind) {
    case PreviewKind::Image: readImage(preview, std::move(bytes)); return true;
    case PreviewKind::Svg: readSvg(preview, bytes); return true;
    case PreviewKind::Zip:
    case PreviewKind::Tar:
    case PreviewKind::Packed: readArchive(preview, std::move(bytes), name); return true;
    default: return false;
    }
}

int run(int argc, char *argv[])
{
    if (argc != 5)
        return 2;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1");
    Preview preview;
    preview.type = {PreviewKind(qBound(0, QByteArray(argv[1]).toInt(), int(PreviewKind::Packed))), QString::fromUtf8(argv[2])};
    preview.size = QByteArray(argv[4]).toLongLong();
    // Only drawings have text, which needs fonts, which need a platform.
    std::unique_ptr<QCoreApplication> application;
    if (preview.type.kind == PreviewKind::Svg)
        application = std::make_unique<QGuiApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    if (!read(preview, readInput(), QString::fromUtf8(argv[3])))
        return 2;
    const QByteArray answer = encodePreview(preview);
    const bool written = std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout) == size_t(answer.size())
        && std::fflush(stdout) == 0;
    // Without tidying up: what hostile bytes left behind in a library is not touched again.
    _exit(written ? 0 : 1);
}

} // namespace

int main(int argc, char *argv[])
{
    confineProcess();
    return run(argc, argv);
}
