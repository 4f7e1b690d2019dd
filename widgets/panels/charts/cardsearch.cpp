// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardsearch.h"

#include "models/items/displaytext.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace Assay {

using namespace Qt::StringLiterals;

CardSearch::CardSearch(QWidget *parent) : QWidget(parent), m_field(new QLineEdit), m_expression(new QToolButton)
{
    m_field->setObjectName(u"chartsSearch"_s);
    m_field->setPlaceholderText(tr("Search metrics"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_field->setMaxLength(1000);
    m_expression->setObjectName(u"searchExpression"_s);
    m_expression->setText(u".*"_s);
    m_expression->setCheckable(true);
    m_expression->setToolTip(tr("Search by a regular expression"));
    m_expression->setAccessibleName(m_expression->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_expression);
    connect(m_field, &QLineEdit::textChanged, this, &CardSearch::update);
    connect(m_expression, &QToolButton::toggled, this, &CardSearch::update);
}

CardSearch::~CardSearch()
{
    delete m_error;
}

QString CardSearch::text() const { return m_field->text(); }
bool CardSearch::isExpression() const { return m_expression->isChecked(); }

void CardSearch::set(const QString &text, bool isExpression)
{
    if (text == this->text() && isExpression == this->isExpression())
        return;
    {
        const QSignalBlocker fieldBlocker(m_field);
        const QSignalBlocker buttonBlocker(m_expression);
        m_field->setText(text);
        m_expression->setChecked(isExpression);
    }
    update();
}

void CardSearch::update()
{
    const auto filter = cardFilter(text().trimmed(), isExpression());
    showError(filter ? QString() : filter.error().message);
    if (filter)
        m_filter = *filter;
    Q_EMIT changed();
}

void CardSearch::showError(const QString &error)
{
    if (!m_error && error.isEmpty())
        return;
    if (!m_error) {
        m_error = plainLabel({}, u"popover"_s, u"searchError"_s);
        m_error->setParent(window());
        m_error->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_error->setVisible(!error.isEmpty() && isVisible());
    m_error->setText(visibleText(error, 200));
    m_error->adjustSize();
    m_error->move(m_field->mapTo(window(), QPoint(0, m_field->height() + 4)));
    m_error->raise();
}

void CardSearch::hideEvent(QHideEvent *event)
{
    if (m_error)
        m_error->hide();
    QWidget::hideEvent(event);
}

} // namespace Assay
