// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/checkstep.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace Assay {

// The steps of a check, one below the other; what failed is told in full, of the others one line and the rest on demand.
class CheckStepsView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit CheckStepsView(QWidget *parent = nullptr);

    void clear(); // back to the words that stand there before a check
    void setStep(const CheckStep &step);
    const QList<CheckStep> &steps() const { return m_steps; }

private:
    QWidget *makeRow(const CheckStep &step);

    QList<CheckStep> m_steps;
    QList<QWidget *> m_rows; // of the steps
    QLabel *m_hint;
    QVBoxLayout *m_layout;
};

} // namespace Assay
