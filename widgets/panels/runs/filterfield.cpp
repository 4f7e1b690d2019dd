// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/filterfield.h"

#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QTextCharFormat>

using namespace Qt::StringLiterals;

namespace Assay {

FilterField::FilterField(QWidget *parent) : QLineEdit(parent), m_note(new QLabel(parent))
{
    setClearButtonEnabled(true);
    addAction(icon("filter"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_note->setObjectName(u"filterMistake"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("role", u"popover"_s);
    m_note->hide();
}

void FilterField::setMistake(const std::optional<QueryMistake> &mistake)
{
    if (mistake == m_mistake)
        return;
    m_mistake = mistake;
    setProperty("invalid", mistake.has_value());
    style()->unpolish(this);
    style()->polish(this);
    underline();
    placeNote();
}

// A line edit has no formats but those of an input method: it is told to mark the piece as one does.
void FilterField::underline()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_mistake) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Theme::of(palette()).color(ColorRole::Bad));
        const auto start = int(std::min(m_mistake->offset, text().size()));
        attributes.append({QInputMethodEvent::TextFormat, start - cursorPosition(), int(std::max<qsizetype>(1, m_mistake->length)), format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

void FilterField::placeNote()
{
    QWidget *panel = m_note->parentWidget();
    const bool isWanted = m_mistake && hasFocus() && panel;
    m_note->setVisible(isWanted);
    if (!isWanted)
        return;
    m_note->setText(m_mistake->message);
    const QPoint corner = mapTo(panel, QPoint(0, height() + 4));
    const int width = std::min(std::max(this->width(), 280), panel->width() - corner.x() - 8);
    m_note->setGeometry(corner.x(), corner.y(), width, m_note->heightForWidth(width));
    m_note->raise();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && !text().isEmpty()) {
        clear();
        return;
    }
    if (isEscape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down) {
        emit left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    placeNote();
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    placeNote();
}

void FilterField::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeNote();
}

void FilterField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeNote();
}

} // namespace Assay
