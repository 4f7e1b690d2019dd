// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace Assay {

// What can be done with the runs inside a brush.
class BrushBar final : public QFrame
{
    Q_OBJECT

public:
    explicit BrushBar(QWidget *parent);

    // `canFilter`: the brush can be written as a query.
    void setBrush(qsizetype runs, bool canFilter);

Q_SIGNALS:
    void keepRequested();
    void excludeRequested();
    void clearRequested();

private:
    QLabel *m_count;
    QToolButton *m_keep, *m_exclude;
};

} // namespace Assay
