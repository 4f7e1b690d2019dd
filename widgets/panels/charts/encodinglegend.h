// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineencoding.h"
#include "widgets/panels/charts/chartlines.h"

#include <QWidget>

namespace Assay {

class LegendRow;

// Says what colours, dashes and markers stand for where columns decide them: a row for each, with a button that ends it.
// Takes no room while no column decides anything.
class EncodingLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit EncodingLegend(QWidget *parent = nullptr);

    void setEncoding(const LineEncoding &encoding, const ChartLines::Exceptions &exceptions);
    QStringList texts() const; // what the rows say, one each

Q_SIGNALS:
    void removeRequested(Assay::LineChannel channel);

private:
    QList<LegendRow *> m_rows; // one a channel
};

} // namespace Assay
