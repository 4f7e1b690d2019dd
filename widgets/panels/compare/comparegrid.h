// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Assay {

class CompareHeader;

// One half of the comparison: keys, or the values of the runs. Only cells that are seen are asked for. Folds open and
// close by a click on them, Space, Left and Right.
class CompareGrid final : public QTableView
{
    Q_OBJECT

public:
    static constexpr int RowHeight = 26;

    explicit CompareGrid(QWidget *parent = nullptr);

    CompareHeader *header() const { return m_header; }

Q_SIGNALS:
    void foldRequested(int row, bool folded);
    void parentRequested(int row); // from a line that is no open fold, by Left

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    CompareHeader *m_header;
};

} // namespace Assay
