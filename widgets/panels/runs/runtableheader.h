// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Assay {

// The header of the run table: keys with their prefix muted, the sort order with its number when there are several.
class RunTableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit RunTableHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    int titleWidth(int section) const; // what the whole title needs

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    QString sortMark(int section) const;
};

} // namespace Assay
