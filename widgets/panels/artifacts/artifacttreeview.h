// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Assay {

// A tree whose folders wear the application's chevrons.
class ArtifactTreeView final : public QTreeView
{
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

} // namespace Assay
