// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartsfoot.h"

#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int Positions = 10'000; // of the slider, where there are more steps than that

QToolButton *footButton(const QString &name, QLatin1StringView iconName, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName, ColorRole::Muted));
    button->setText(text);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

ChartsFoot::ChartsFoot(QWidget *parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal)), m_field(new QLineEdit), m_stepLabel(plainLabel(tr("Step"), u"caption"_s)),
      m_rule(new QComboBox), m_linked(footButton(u"linkZoom"_s, "link"_L1, {}, tr("Zoom all charts together along x"))),
      m_values(footButton(u"showValues"_s, "table"_L1, tr("Values"), tr("Table of the values under the pointer"))),
      m_back(footButton(u"zoomBack"_s, "chevron-left"_L1, {}, tr("Back to the zoom before (Backspace)")))
{
    setObjectName(u"chartsFoot"_s);
    setProperty("role", u"foot"_s);
    setAttribute(Qt::WA_StyledBackground);
    makeStepControls();
    m_rule->setObjectName(u"readingRule"_s);
    m_rule->addItem(tr("Nearest point"));
    m_rule->addItem(tr("Last point before"));
    m_rule->setToolTip(tr("Which point is read where a run has none"));
    m_rule->setAccessibleName(m_rule->toolTip());
    m_linked->setCheckable(true);
    m_linked->setChecked(true);
    m_values->setCheckable(true);
    m_back->setEnabled(false);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    layout->addWidget(m_stepLabel);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_field);
    layout->addStretch(0);
    layout->addSpacing(8);
    layout->addWidget(m_rule);
    layout->addSpacing(8);
    layout->addWidget(m_back);
    layout->addWidget(m_linked);
    layout->addWidget(m_values);
    connect(m_rule, &QComboBox::activated, this, [this] { Q_EMIT ruleChosen(rule()); });
    connect(m_linked, &QToolButton::clicked, this, &ChartsFoot::linkedChosen);
    connect(m_values, &QToolButton::clicked, this, &ChartsFoot::valuesChosen);
    connect(m_back, &QToolButton::clicked, this, &ChartsFoot::zoomBackRequested);
    setStepVisible(false);
}

void ChartsFoot::makeStepControls()
{
    m_slider->setObjectName(u"stepSlider"_s);
    m_slider->setAccessibleName(tr("Step"));
    m_slider->setToolTip(tr("The step that cards of values and images show"));
    m_field->setObjectName(u"stepField"_s);
    m_field->setAccessibleName(tr("Step"));
    m_field->setFixedWidth(96);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setFont(tabularFont(font()));
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const auto [first, last] = *m_steps;
        const double span = double(last) - double(first);
        m_step = span <= Positions ? first + position : first + qint64(std::llround(span * (double(position) / Positions)));
        m_isAtEnd = position == m_slider->maximum();
        m_field->setText(QString::number(m_step));
        Q_EMIT stepChanged();
    });
    connect(m_field, &QLineEdit::editingFinished, this, [this] {
        bool isNumber = false;
        const qint64 step = m_field->text().trimmed().toLongLong(&isNumber);
        if (isNumber && step != m_step)
            setStep(step);
        else
            m_field->setText(QString::number(m_step));
    });
}

void ChartsFoot::setSteps(std::optional<std::pair<qint64, qint64>> steps)
{
    if (m_steps == steps)
        return;
    m_steps = steps;
    if (steps) {
        const qint64 before = m_step;
        m_step = m_isAtEnd ? steps->second : std::clamp(m_step, steps->first, steps->second);
        updateStep();
        if (m_step != before)
            Q_EMIT stepChanged();
    }
    m_slider->setEnabled(steps.has_value());
    m_field->setEnabled(steps.has_value());
}

std::optional<qint64> ChartsFoot::step() const
{
    return m_steps ? std::optional(m_step) : std::nullopt;
}

void ChartsFoot::setStep(qint64 step)
{
    if (!m_steps)
        return;
    m_step = std::clamp(step, m_steps->first, m_steps->second);
    m_isAtEnd = m_step == m_steps->second;
    updateStep();
    Q_EMIT stepChanged();
}

void ChartsFoot::updateStep()
{
    const QSignalBlocker blocker(m_slider);
    const auto [first, last] = *m_steps;
    const double span = double(last) - double(first);
    m_slider->setRange(0, span <= Positions ? int(span) : Positions);
    const double at = double(m_step) - double(first);
    m_slider->setValue(span <= Positions ? int(at) : int(std::lround(at / span * Positions)));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 20));
    m_field->setText(QString::number(m_step));
}

void ChartsFoot::setStepVisible(bool visible)
{
    m_slider->setVisible(visible);
    m_field->setVisible(visible);
    m_stepLabel->setVisible(visible);
    static_cast<QHBoxLayout *>(layout())->setStretch(3, visible ? 0 : 1); // what is at the right stays there
}

void ChartsFoot::setRule(ReadingRule rule) { m_rule->setCurrentIndex(int(rule)); }
ReadingRule ChartsFoot::rule() const { return ReadingRule(m_rule->currentIndex()); }
void ChartsFoot::setLinked(bool linked) { m_linked->setChecked(linked); }
bool ChartsFoot::isLinked() const { return m_linked->isChecked(); }
void ChartsFoot::setValuesShown(bool shown) { m_values->setChecked(shown); }
bool ChartsFoot::areValuesShown() const { return m_values->isChecked(); }
void ChartsFoot::setCanZoomBack(bool can) { m_back->setEnabled(can); }

} // namespace Assay
