// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "widgets/chart/plotview.h"

#include <QFrame>

class QToolButton;

namespace Assay {

class KeyLabel;

// One metric of the runs that are drawn.
class ChartCard final : public QFrame
{
    Q_OBJECT

public:
    explicit ChartCard(QWidget *parent = nullptr);

    // Another metric: nothing of the one before stays.
    void setKey(const QString &key);
    const QString &key() const { return m_key; }
    // `runs` says whose line is whose; same length as `lines`.
    void setLines(const QList<PlotLine> &lines, const QList<RunRef> &runs);
    void setEnlarged(bool enlarged);
    PlotView &plot() { return *m_plot; }

Q_SIGNALS:
    void runClicked(const Assay::RunRef &run, Qt::KeyboardModifiers modifiers);
    void enlargeRequested(const QString &key);

private:
    QString m_key;
    KeyLabel *m_title;
    QToolButton *m_enlarge;
    PlotView *m_plot;
    QList<RunRef> m_runs;
};

// A metric's key with its last part strong and what comes before it muted; too long ones lose their middle.
class KeyLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyLabel(QWidget *parent = nullptr);

    void setKey(const QString &key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_prefix; // with its slash
    QString m_name;
};

} // namespace Assay
