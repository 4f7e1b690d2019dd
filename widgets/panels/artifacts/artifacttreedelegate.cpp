// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/artifacttreedelegate.h"

#include "models/items/artifacttreemodel.h"
#include "models/preview/preview.h"
#include "widgets/theme/theme.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QIcon fileIcon(PreviewKind kind)
{
    switch (kind) {
    case PreviewKind::Text:
    case PreviewKind::Markdown: return icon("text"_L1, ColorRole::Muted);
    case PreviewKind::Json: return icon("code"_L1, ColorRole::Muted);
    case PreviewKind::Table: return icon("table"_L1, ColorRole::Muted);
    case PreviewKind::Image:
    case PreviewKind::Svg: return icon("image"_L1, ColorRole::Muted);
    case PreviewKind::Zip:
    case PreviewKind::Tar:
    case PreviewKind::Packed: return icon("archive"_L1, ColorRole::Muted);
    case PreviewKind::Binary: break;
    }
    return icon("file"_L1, ColorRole::Muted);
}

} // namespace

void ArtifactTreeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = ArtifactTreeModel::Kind(index.data(ArtifactTreeModel::KindRole).toInt());
    if (index.column() == ArtifactTreeModel::SizeColumn || kind == ArtifactTreeModel::Kind::Message) {
        option->palette.setColor(QPalette::Text, Theme::of(option->palette).color(ColorRole::Muted));
        option->font = tabularFont(option->font);
        return;
    }
    option->textElideMode = Qt::ElideMiddle;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {16, 16};
    switch (kind) {
    case ArtifactTreeModel::Kind::Folder: option->icon = icon("folder"_L1); break;
    case ArtifactTreeModel::Kind::Link: option->icon = icon("link"_L1, ColorRole::Muted); break;
    default: option->icon = fileIcon(PreviewKind(index.data(ArtifactTreeModel::PreviewKindRole).toInt())); break;
    }
}

} // namespace Assay
