// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/lineoptions.h"

#include "widgets/theme/label.h"
#include "widgets/theme/popup.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int PopupWidth = 400;
constexpr int SliderSteps = 500;

bool isWeight(SmoothingKind kind)
{
    return kind == SmoothingKind::Ema || kind == SmoothingKind::TimeEma;
}

// A slider's place to an amount and back: even for a weight, finer at the low end for numbers of points.
double amountAt(SmoothingKind kind, int place)
{
    const double part = double(place) / SliderSteps;
    if (isWeight(kind))
        return mostOf(kind) * part;
    const double amount = mostOf(kind) * part * part * part;
    return kind == SmoothingKind::Gaussian ? amount : std::round(amount);
}

int placeOf(SmoothingKind kind, double amount)
{
    const double part = mostOf(kind) > 0 ? amount / mostOf(kind) : 0;
    return int(std::lround((isWeight(kind) ? part : std::cbrt(part)) * SliderSteps));
}

// What an unsmoothed line gets first when a kind is chosen: enough to be seen.
double firstAmount(SmoothingKind kind)
{
    return isWeight(kind) ? 0.6 : kind == SmoothingKind::None ? 0 : 5;
}

QString kindTitle(SmoothingKind kind)
{
    switch (kind) {
    case SmoothingKind::None: return LineOptions::tr("None");
    case SmoothingKind::Ema: return LineOptions::tr("Moving average (TensorBoard)");
    case SmoothingKind::TimeEma: return LineOptions::tr("Moving average by distance");
    case SmoothingKind::Mean: return LineOptions::tr("Mean around the point");
    case SmoothingKind::Gaussian: return LineOptions::tr("Gaussian");
    case SmoothingKind::Median: return LineOptions::tr("Median");
    }
    return {};
}

QString shortTitle(SmoothingKind kind)
{
    switch (kind) {
    case SmoothingKind::None: return {};
    case SmoothingKind::Ema:
    case SmoothingKind::TimeEma: return LineOptions::tr("EMA");
    case SmoothingKind::Mean: return LineOptions::tr("mean");
    case SmoothingKind::Gaussian: return LineOptions::tr("Gaussian");
    case SmoothingKind::Median: return LineOptions::tr("median");
    }
    return {};
}

QString scaleTitle(AxisScale scale)
{
    switch (scale) {
    case AxisScale::Linear: return LineOptions::tr("Linear");
    case AxisScale::Log: return LineOptions::tr("Logarithmic");
    case AxisScale::SymLog: return LineOptions::tr("Both signs, logarithmic");
    }
    return {};
}

} // namespace

LineOptions::LineOptions(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_layout(new QGridLayout), m_axes(new QButtonGroup(this)), m_xMetric(new QComboBox), m_repeats(new QComboBox),
      m_smoothing(new QComboBox), m_slider(new QSlider(Qt::Horizontal)), m_amount(new QDoubleSpinBox), m_yFrom(new QComboBox),
      m_outliers(new QComboBox), m_groupLine(new QComboBox), m_spread(new QComboBox)
{
    setObjectName(u"lineOptions"_s);
    setProperty("role", u"card"_s);
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setColumnStretch(1, 1);
    setLayout(m_layout);

    addRow(tr("Along x"), makeAxisButtons());
    m_xMetric->setObjectName(u"xMetric"_s);
    m_xMetric->setEditable(true);
    m_xMetric->setInsertPolicy(QComboBox::NoInsert);
    m_xMetric->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_xMetric->completer()->setFilterMode(Qt::MatchContains);
    m_xMetric->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_xMetricName = addRow(tr("Metric"), m_xMetric);
    m_xScale = makeScales(u"xScale"_s, &LineRecipe::xScale);
    addRow(tr("Scale of x"), m_xScale);
    m_yScale = makeScales(u"yScale"_s, &LineRecipe::yScale);
    addRow(tr("Scale of values"), m_yScale);
    m_repeats->setObjectName(u"repeats"_s);
    m_repeats->addItem(tr("All points"), int(Repeats::All));
    m_repeats->addItem(tr("Only the last of a step"), int(Repeats::LastWins));
    addRow(tr("Repeated steps"), m_repeats);
    addRow(tr("Smoothing"), m_smoothing);
    addRow({}, makeAmount());
    addColumns();
    addOptions();

    connect(m_xMetric, &QComboBox::activated, this, [this](int index) {
        LineRecipe recipe = m_recipe;
        recipe.xMetric = m_xMetric->itemText(index);
        choose(recipe);
    });
    connect(m_repeats, &QComboBox::activated, this, [this] {
        LineRecipe recipe = m_recipe;
        recipe.repeats = Repeats(m_repeats->currentData().toInt());
        choose(recipe);
    });
    setRecipe({});
    setOptions({});
    setGrouped(false);
}

QLabel *LineOptions::addRow(const QString &label, QWidget *field)
{
    const int row = m_layout->rowCount();
    QLabel *name = plainLabel(label, u"muted"_s);
    name->setBuddy(field);
    m_layout->addWidget(name, row, 0);
    m_layout->addWidget(field, row, 1);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    return name;
}

QWidget *LineOptions::makeAxisButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const std::tuple<XAxis, QString, QString> axes[] = {
        {XAxis::Step, tr("Step"), tr("Draw over the logged step")},
        {XAxis::WallTime, tr("Time"), tr("Draw over the time of logging")},
        {XAxis::RelativeTime, tr("Relative"), tr("Draw over the time since the run's start")},
        {XAxis::Metric, tr("Metric"), tr("Draw over what another metric was at the step, such as epoch")},
    };
    for (const auto &[axis, text, toolTip] : axes) {
        auto *button = new QToolButton;
        button->setObjectName(u"xAxis%1"_s.arg(int(axis)));
        button->setText(text);
        button->setToolTip(toolTip);
        button->setCheckable(true);
        m_axes->addButton(button, int(axis));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(m_axes, &QButtonGroup::idClicked, this, [this](int id) { chooseX(XAxis(id)); });
    return row;
}

QComboBox *LineOptions::makeScales(const QString &name, AxisScale LineRecipe::*scale)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    for (const AxisScale one : {AxisScale::Linear, AxisScale::Log, AxisScale::SymLog})
        box->addItem(scaleTitle(one), int(one));
    connect(box, &QComboBox::activated, this, [this, box, scale] {
        LineRecipe recipe = m_recipe;
        recipe.*scale = AxisScale(box->currentData().toInt());
        choose(recipe);
    });
    return box;
}

QWidget *LineOptions::makeAmount()
{
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_smoothing->setObjectName(u"smoothing"_s);
    for (const SmoothingKind kind : {SmoothingKind::None, SmoothingKind::Ema, SmoothingKind::TimeEma, SmoothingKind::Mean,
                                     SmoothingKind::Gaussian, SmoothingKind::Median})
        m_smoothing->addItem(kindTitle(kind), int(kind));
    m_slider->setObjectName(u"smoothingSlider"_s);
    m_slider->setRange(0, SliderSteps);
    m_slider->setPageStep(SliderSteps / 10);
    m_slider->setAccessibleName(tr("Amount of smoothing"));
    m_amount->setObjectName(u"smoothingAmount"_s);
    m_amount->setAccessibleName(tr("Amount of smoothing"));
    m_amount->setFixedWidth(72);
    m_amount->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_amount->setKeyboardTracking(false);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_amount);
    connect(m_smoothing, &QComboBox::activated, this, [this] { chooseKind(SmoothingKind(m_smoothing->currentData().toInt())); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int place) { chooseAmount(amountAt(m_recipe.smoothing.kind, place)); });
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &LineOptions::chooseAmount);
    return field;
}

void LineOptions::setMetrics(const QStringList &metrics)
{
    m_isShowing = true;
    m_xMetric->clear();
    m_xMetric->addItems(metrics);
    m_xMetric->setEditText(m_recipe.xMetric);
    m_isShowing = false;
}

void LineOptions::setRecipe(const LineRecipe &recipe)
{
    m_isShowing = true;
    m_recipe = recipe;
    m_axes->button(int(recipe.x))->setChecked(true);
    m_xMetric->setEditText(recipe.xMetric);
    for (QWidget *widget : {static_cast<QWidget *>(m_xMetricName), static_cast<QWidget *>(m_xMetric)})
        widget->setVisible(recipe.x == XAxis::Metric);
    adjustSize();
    m_xScale->setCurrentIndex(m_xScale->findData(int(recipe.xScale)));
    m_yScale->setCurrentIndex(m_yScale->findData(int(recipe.yScale)));
    m_repeats->setCurrentIndex(m_repeats->findData(int(recipe.repeats)));
    showAmount();
    m_isShowing = false;
}

void LineOptions::showAmount()
{
    const SmoothingKind kind = m_recipe.smoothing.kind;
    m_smoothing->setCurrentIndex(m_smoothing->findData(int(kind)));
    m_slider->setEnabled(kind != SmoothingKind::None);
    m_amount->setEnabled(kind != SmoothingKind::None);
    m_amount->setDecimals(isWeight(kind) ? 3 : kind == SmoothingKind::Gaussian ? 1 : 0);
    m_amount->setSingleStep(isWeight(kind) ? 0.05 : 1);
    m_amount->setRange(0, mostOf(kind));
    m_amount->setValue(m_recipe.smoothing.amount);
    // Where the slider stands already for this amount, it stays: it may be held.
    if (amountAt(kind, m_slider->value()) != m_recipe.smoothing.amount)
        m_slider->setValue(placeOf(kind, m_recipe.smoothing.amount));
}

void LineOptions::choose(const LineRecipe &recipe)
{
    if (m_isShowing || recipe == m_recipe)
        return;
    setRecipe(recipe);
    Q_EMIT recipeChosen(recipe);
}

void LineOptions::chooseX(XAxis axis)
{
    LineRecipe recipe = m_recipe;
    recipe.x = axis;
    // Most people who want this want the epoch.
    if (axis == XAxis::Metric && recipe.xMetric.isEmpty()) {
        const int epoch = m_xMetric->findText(u"epoch"_s, Qt::MatchContains);
        recipe.xMetric = m_xMetric->itemText(std::max(0, epoch));
    }
    choose(recipe);
}

void LineOptions::chooseKind(SmoothingKind kind)
{
    LineRecipe recipe = m_recipe;
    const bool isAlike = isWeight(kind) == isWeight(recipe.smoothing.kind) && recipe.smoothing.kind != SmoothingKind::None;
    recipe.smoothing = {kind, isAlike && kind != SmoothingKind::None ? std::min(recipe.smoothing.amount, mostOf(kind)) : firstAmount(kind)};
    choose(recipe);
}

void LineOptions::chooseAmount(double amount)
{
    LineRecipe recipe = m_recipe;
    recipe.smoothing.amount = amount;
    choose(recipe);
}

QString LineOptions::summary(const LineRecipe &recipe)
{
    const QStringList axes{tr("Step"), tr("Time"), tr("Relative"), recipe.xMetric.left(30)};
    QStringList parts{axes.at(int(recipe.x))};
    if (recipe.yScale != AxisScale::Linear)
        parts.append(recipe.yScale == AxisScale::Log ? tr("log") : tr("symlog"));
    if (!recipe.smoothing.isNone())
        parts.append(u"%1 %2"_s.arg(shortTitle(recipe.smoothing.kind), QLocale().toString(recipe.smoothing.amount, 'g', 3)));
    return parts.join(u" · "_s);
}

void LineOptions::openBelow(const QWidget *button)
{
    setFixedWidth(PopupWidth);
    adjustSize();
    showPopupAt(*this, button->mapToGlobal(QPoint(button->width() - width(), button->height() + 4)));
    m_axes->checkedButton()->setFocus(Qt::PopupFocusReason);
}

} // namespace Assay
