// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/reading.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace Assay {

// The line below the page of charts: the step that cards of values and images show, how places without a point are read,
// whether plots are zoomed together, and the way back from a zoom.
class ChartsFoot final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsFoot(QWidget *parent = nullptr);

    // The steps that there are; nothing: none is known. The slider stays at the end when it was there.
    void setSteps(std::optional<std::pair<qint64, qint64>> steps);
    std::optional<qint64> step() const; // nothing when none is known
    void setStep(qint64 step);
    void setStepVisible(bool visible);
    void setRule(ReadingRule rule);
    ReadingRule rule() const;
    void setLinked(bool linked);
    bool isLinked() const;
    void setValuesShown(bool shown);
    bool areValuesShown() const;
    void setCanZoomBack(bool can);

Q_SIGNALS:
    void stepChanged();
    void ruleChosen(Assay::ReadingRule rule);
    void linkedChosen(bool linked);
    void valuesChosen(bool shown);
    void zoomBackRequested();

private:
    void makeStepControls();
    void updateStep();

    std::optional<std::pair<qint64, qint64>> m_steps;
    qint64 m_step = 0;
    bool m_isAtEnd = true; // goes along when there are more steps
    QSlider *m_slider;
    QLineEdit *m_field;
    QLabel *m_stepLabel;
    QComboBox *m_rule;
    QToolButton *m_linked;
    QToolButton *m_values;
    QToolButton *m_back;
};

} // namespace Assay
