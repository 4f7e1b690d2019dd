// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewreader.h"

#include "models/preview/csvreader.h"
#include "models/preview/jsonreader.h"
#include "models/preview/notebookreader.h"
#include "models/preview/textreader.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype HexBytes = 16 << 10;

Preview::Content readText(const DecodedText &decoded, const ArtifactType &type, QList<PreviewNote> &notes)
{
    return TextPreview{shownText(decoded.text, notes), type.id, type.kind == PreviewKind::Markdown};
}

Preview::Content readJson(const DecodedText &decoded, const ArtifactType &type, bool isComplete, QList<PreviewNote> &notes)
{
    QList<PreviewNote> tableNotes;
    if (auto table = readJsonTable(decoded.text, tableNotes)) {
        notes += tableNotes;
        return *table;
    }
    const JsonLayout layout = layOutJson(decoded.text);
    if (layout.badAt >= 0 && isComplete)
        notes.append({PreviewNote::Kind::NotJson, 1 + QStringView(decoded.text).first(layout.badAt).count(u'\n'), 0});
    const QString &text = wantsLayout(decoded.text) ? layout.text : decoded.text;
    return TextPreview{shownText(text, notes), type.id == "notebook"_L1 ? u"json"_s : type.id, false};
}

} // namespace

bool ArtifactBytes::take(QByteArrayView piece)
{
    m_bytes.append(piece);
    if (m_bytes.size() < ArtifactHeadSize)
        return true;
    if (!m_plan)
        m_plan = readPlan(type());
    if (m_plan->whole && m_size > m_plan->bytes) {
        m_bytes.truncate(ArtifactHeadSize);
        m_stopped = true;
    } else if (m_bytes.size() > m_plan->bytes) {
        m_bytes.truncate(qsizetype(m_plan->bytes));
        m_stopped = true;
    }
    return !m_stopped;
}

ArtifactType ArtifactBytes::type() const
{
    return artifactType(m_path, QByteArrayView(m_bytes).first(std::min(m_bytes.size(), ArtifactHeadSize)));
}

Preview readPreview(const ArtifactType &type, const QByteArray &bytes, bool isComplete, qint64 size)
{
    Preview preview{type, size, {}, {}};
    if (type.kind == PreviewKind::Binary) {
        preview.content = HexPreview{bytes.left(HexBytes)};
        if (canRunCode(type))
            preview.notes.append({PreviewNote::Kind::RunsCode, 0, 0});
        if (size > HexBytes)
            preview.notes.append({PreviewNote::Kind::BytesCut, std::min(bytes.size(), HexBytes), size});
        return preview;
    }
    if (type.id == "notebook"_L1 && isComplete) {
        if (const auto markdown = notebookMarkdown(bytes)) {
            preview.content = TextPreview{shownText(*markdown, preview.notes), u"markdown"_s, true};
            return preview;
        }
    }
    const DecodedText decoded = decodeText(bytes);
    if (!isComplete)
        preview.notes.append({PreviewNote::Kind::BytesCut, bytes.size(), size});
    preview.notes += decoded.notes;
    if (type.kind == PreviewKind::Json)
        preview.content = readJson(decoded, type, isComplete, preview.notes);
    else if (type.kind == PreviewKind::Table)
        preview.content = readCsv(decoded.text, type.id == "tsv"_L1, isComplete, preview.notes);
    else
        preview.content = readText(decoded, type, preview.notes);
    return preview;
}

Preview failedPreview(const ArtifactType &type, qint64 size, PreviewFailure failure)
{
    return {type, size, {}, std::move(failure)};
}

} // namespace Assay
