// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/runs/rundelegate.h"

#include <QTableView>

namespace Assay {

class RunTableHeader;

// One half of the run table: a plain table whose name cells have an eye and a triangle to click.
class RunGrid final : public QTableView
{
    Q_OBJECT

public:
    explicit RunGrid(RunDelegate &delegate, QWidget *parent = nullptr);

    RunTableHeader *header() const { return m_header; }

Q_SIGNALS:
    void eyeClicked(int row, Qt::KeyboardModifiers modifiers);
    void foldClicked(int row);
    void rowHovered(int row); // -1: none

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool pressPart(QMouseEvent *event);

    RunDelegate &m_delegate;
    RunTableHeader *m_header;
};

} // namespace Assay
