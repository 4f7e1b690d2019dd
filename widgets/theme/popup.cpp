// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/popup.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace Assay {

void showPopupAt(QWidget &popup, const QPoint &globalCorner)
{
    const QRect screen = popup.screen()->availableGeometry();
    popup.move(std::clamp(globalCorner.x(), screen.left(), std::max(screen.left(), screen.right() - popup.width())),
               std::clamp(globalCorner.y(), screen.top(), std::max(screen.top(), screen.bottom() - popup.height())));
    popup.show();
}

} // namespace Assay
