// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartoptions.h"
#include "models/chart/linerecipe.h"

#include <QFrame>

class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace Assay {

class KeyButton;

// How lines are made of points and shown, to choose: what lies along x, the scales, smoothing, which columns decide colour,
// dash and marker, which values decide y, what stands for a group. Opens below a button; what is chosen holds at once.
class LineOptions final : public QFrame
{
    Q_OBJECT

public:
    explicit LineOptions(QWidget *parent);

    void setRecipe(const LineRecipe &recipe); // without recipeChosen()
    void setOptions(const ChartOptions &options); // without optionsChosen()
    void setGrouped(bool grouped); // whether the table has groups: else there is nothing to choose for them
    void setMetrics(const QStringList &metrics); // that can lie along x
    void setColumns(const QStringList &keys) { m_columns = keys; } // that can decide colour, dash and marker
    void openBelow(const QWidget *button);

    // The choices in a few words, "Step · log · EMA 0.6": what the button says while this is closed.
    static QString summary(const LineRecipe &recipe);

Q_SIGNALS:
    void recipeChosen(const Assay::LineRecipe &recipe);
    void optionsChosen(const Assay::ChartOptions &options);

private:
    QLabel *addRow(const QString &label, QWidget *field);
    QWidget *makeAxisButtons();
    QComboBox *makeScales(const QString &name, AxisScale LineRecipe::*scale);
    QWidget *makeAmount();
    void addColumns();
    void addOptions();
    void chooseOptions(const ChartOptions &options);
    template <typename T>
    void connectOption(QComboBox *box, T ChartOptions::*option);
    void choose(const LineRecipe &recipe);
    void chooseX(XAxis axis);
    void chooseKind(SmoothingKind kind);
    void chooseAmount(double amount);
    void showAmount();

    LineRecipe m_recipe;
    ChartOptions m_options;
    QGridLayout *m_layout;
    QButtonGroup *m_axes;
    QLabel *m_xMetricName;
    QComboBox *m_xMetric;
    QComboBox *m_xScale;
    QComboBox *m_yScale;
    QComboBox *m_repeats;
    QComboBox *m_smoothing;
    QSlider *m_slider;
    QDoubleSpinBox *m_amount;
    QComboBox *m_yFrom;
    QComboBox *m_outliers;
    QLabel *m_groupLineName, *m_spreadName;
    QComboBox *m_groupLine;
    QComboBox *m_spread;
    QStringList m_columns;
    QList<std::pair<KeyButton *, QString ChartOptions::*>> m_columnButtons;
    bool m_isShowing = false; // what was set, not chosen
};

} // namespace Assay
