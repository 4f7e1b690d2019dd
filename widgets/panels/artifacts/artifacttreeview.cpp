// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/artifacttreeview.h"

#include "widgets/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

void ArtifactTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (selectionModel()->isSelected(index))
        painter->fillRect(rect, palette().brush(QPalette::Highlight));
    if (!model()->hasChildren(index))
        return;
    constexpr int Side = 12;
    const QRect place(rect.right() - indentation() + (indentation() - Side) / 2, rect.center().y() - Side / 2 + 1, Side, Side);
    icon(isExpanded(index) ? "chevron-down"_L1 : "chevron-right"_L1, ColorRole::Muted).paint(painter, place);
}

} // namespace Assay
