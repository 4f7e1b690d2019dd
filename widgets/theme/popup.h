// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QWidget;

namespace Assay {

// Shows a popup that has its size, its upper left corner there or as near as the screen lets it be seen whole.
void showPopupAt(QWidget &popup, const QPoint &globalCorner);

} // namespace Assay
