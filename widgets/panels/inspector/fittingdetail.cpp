// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/inspector/fittingdetail.h"

#include "models/items/rundetailmodel.h"
#include "widgets/text/fittingnumber.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString fittingDetail(const QModelIndex &index, const QFontMetrics &metrics, int width)
{
    const QString text = index.data().toString();
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const QVariant number = index.data(RunDetailModel::ValueRole);
    if (number.isValid())
        return fittingNumber(number.toDouble(), text, metrics, width);
    for (const QString &shorter : index.data(RunDetailModel::ShorterTextsRole).toStringList()) {
        if (metrics.horizontalAdvance(shorter) <= width)
            return shorter;
    }
    // Keys and paths are told apart by their ends.
    const bool isPath = index.column() == 0 || text.contains(u'/') || text.contains(u'\\');
    return metrics.elidedText(text, isPath ? Qt::ElideMiddle : Qt::ElideRight, width);
}

} // namespace Assay
