// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QModelIndex>

namespace Assay {

// The text of a RunDetailModel's cell in `width` pixels. A number shows fewer digits, a time leaves its age out before
// anything is cut; of other texts paths lose their middle and the rest their end.
QString fittingDetail(const QModelIndex &index, const QFontMetrics &metrics, int width);

} // namespace Assay
