// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Assay {

// One line of plain text that gives way: where there is no room it ends with an ellipsis. Who sets the text sets the tooltip.
class TitleLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit TitleLabel(const QString &role = {}, const QString &name = {});

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Assay
