// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/filterfield.h"

#include "widgets/panels/runs/querypopup.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QTextCharFormat>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostCompleted = 20'000; // characters; longer texts are not typed

} // namespace

FilterField::FilterField(QWidget *parent) : QLineEdit(parent), m_note(new QLabel(parent)), m_popup(new QueryPopup(parent))
{
    setClearButtonEnabled(true);
    addAction(icon("filter"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_note->setObjectName(u"filterMistake"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("role", u"popover"_s);
    m_note->hide();
    connect(this, &QLineEdit::textEdited, this, [this] { offer(Asked::Typing); });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            closePopup();
    });
    connect(m_popup, &QueryPopup::chosen, this, &FilterField::accept);
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

void FilterField::setHint(const QString &hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    placeNote();
}

void FilterField::setTable(const RunTablePtr &table)
{
    m_table = table;
}

bool FilterField::isOffering() const
{
    return m_popup->isVisibleTo(m_popup->parentWidget());
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

// What is offered has the place while there is something: a query that is being typed is a mistake until it is whole.
void FilterField::placeNote()
{
    QWidget *panel = m_note->parentWidget();
    const bool isWanted = (m_mistake || !m_hint.isEmpty()) && hasFocus() && panel && !isOffering();
    m_note->setVisible(isWanted);
    if (!isWanted)
        return;
    m_note->setText(m_mistake ? m_mistake->message : m_hint);
    m_note->setProperty("tone", m_mistake ? u"bad"_s : u"muted"_s);
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    const QPoint corner = mapTo(panel, QPoint(0, height() + 4));
    const int width = std::min(std::max(this->width(), 280), panel->width() - corner.x() - 8);
    m_note->setGeometry(corner.x(), corner.y(), width, m_note->heightForWidth(width));
    m_note->raise();
}

void FilterField::offer(Asked asked)
{
    const qsizetype size = text().size();
    if (!m_table || size > MostCompleted || (asked == Asked::Typing && text().trimmed().isEmpty())) {
        closePopup();
        return;
    }
    QueryCompletionModel &model = m_popup->model();
    model.setCompletion(completeQuery(text(), cursorPosition(), *m_table));
    const bool isComplete = model.rowCount() == 1 && m_popup->insertion(0).trimmed() == text().mid(model.offset(), model.length());
    // After a whole condition, or a word to look for, AND and OR are known and only in the way.
    const bool isObvious = asked == Asked::Typing && model.length() == 0 && model.hasOnlyKeywords();
    if (model.rowCount() == 0 || isComplete || isObvious)
        closePopup();
    else
        openPopup();
}

void FilterField::offerHistory()
{
    if (m_history.queries().isEmpty())
        return;
    m_popup->model().setHistory(m_history.queries());
    openPopup();
    m_popup->step(1);
}

void FilterField::openPopup()
{
    const qsizetype piece = m_popup->model().isHistory() ? 0 : m_popup->model().offset();
    const int indent = fontMetrics().horizontalAdvance(text().mid(std::max<qsizetype>(0, piece - 60), std::min<qsizetype>(piece, 60)));
    QPoint corner = mapTo(m_popup->parentWidget(), QPoint(std::min(indent, width() / 2), height() + 4));
    m_popup->openAt(corner);
    placeNote();
}

void FilterField::closePopup()
{
    m_popup->hide();
    placeNote();
}

// Replaces the piece that is being typed. Undo takes it back.
void FilterField::accept(int row)
{
    const QueryCompletionModel &model = m_popup->model();
    QString insertion = m_popup->insertion(row);
    const bool wasHistory = model.isHistory();
    const auto start = int(model.offset());
    const int length = wasHistory ? int(text().size()) : int(model.length());
    if (insertion.endsWith(u' ') && start + length < text().size() && text()[start + length].isSpace())
        insertion.chop(1);
    setSelection(start, length);
    insert(insertion);
    if (wasHistory)
        closePopup();
    else
        offer(Asked::Typing);
}

bool FilterField::takePopupKey(int key)
{
    switch (key) {
    case Qt::Key_Down: m_popup->step(1); return true;
    case Qt::Key_Up: m_popup->step(-1); return true;
    case Qt::Key_PageDown: m_popup->step(9); return true;
    case Qt::Key_PageUp: m_popup->step(-9); return true;
    case Qt::Key_Escape: closePopup(); return true;
    case Qt::Key_Tab: accept(m_popup->currentRow().value_or(0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_popup->currentRow()) // nobody chose anything: the query is done
            return false;
        accept(*m_popup->currentRow());
        return true;
    default: return false;
    }
}

// Tab would leave the field before it becomes a key press.
bool FilterField::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isOffering() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab)
        return takePopupKey(Qt::Key_Tab);
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (isOffering() && takePopupKey(key))
        return;
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    if (isControl && key == Qt::Key_Space) {
        offer(Asked::Explicitly);
        return;
    }
    if ((isControl && key == Qt::Key_Down) || (key == Qt::Key_Up && text().isEmpty())) {
        offerHistory();
        return;
    }
    const bool isEscape = key == Qt::Key_Escape;
    if (isEscape && !text().isEmpty()) {
        clear();
        return;
    }
    if (isEscape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
        emit left();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (isOffering() && (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End))
        offer(Asked::Typing);
}

// A query that somebody was content with: the field is left while it stands there.
void FilterField::remember()
{
    if (!m_mistake && m_history.add(text()))
        emit historyChanged(m_history.queries());
}

void FilterField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    placeNote();
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    remember();
    closePopup();
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
