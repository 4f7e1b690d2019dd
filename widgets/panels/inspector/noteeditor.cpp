// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/inspector/noteeditor.h"

#include "widgets/text/markdownview.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype LongestNote = 8000; // what stores take as a tag

} // namespace

NoteEditor::NoteEditor(QWidget *parent)
    : QWidget(parent), m_heading(plainLabel(tr("Note"), u"muted"_s)), m_stack(new QStackedWidget), m_view(new MarkdownView),
      m_text(new QPlainTextEdit)
{
    setObjectName(u"noteEditor"_s);
    m_view->setObjectName(u"noteView"_s);
    m_view->setAccessibleName(tr("Note of the run"));
    m_text->setObjectName(u"noteText"_s);
    m_text->setAccessibleName(tr("Note of the run as Markdown"));
    m_text->setPlaceholderText(tr("What was tried, what came of it? Markdown, for everybody who uses the store."));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_stack->addWidget(m_view);
    auto *frame = new QWidget; // keeps the field's frame off the panel's edges
    auto *frameLayout = new QVBoxLayout(frame);
    frameLayout->setContentsMargins(8, 0, 8, 2);
    frameLayout->addWidget(m_text);
    m_stack->addWidget(frame);

    m_edit = makeButton(u"noteEdit"_s, tr("Edit"));
    m_write = makeButton(u"noteWrite"_s, tr("Write"));
    m_preview = makeButton(u"notePreview"_s, tr("Preview"));
    m_cancel = makeButton(u"noteCancel"_s, tr("Cancel"));
    m_save = makeButton(u"noteSave"_s, tr("Save"));
    m_save->setToolTip(tr("Save the note (Ctrl+Enter)"));
    connect(m_edit, &QToolButton::clicked, this, &NoteEditor::begin);
    connect(m_write, &QToolButton::clicked, this, [this] {
        show(Face::Written);
        m_text->setFocus();
    });
    connect(m_preview, &QToolButton::clicked, this, [this] { show(Face::Preview); });
    connect(m_cancel, &QToolButton::clicked, this, &NoteEditor::cancel);
    connect(m_save, &QToolButton::clicked, this, &NoteEditor::save);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_save->setEnabled(m_text->toPlainText().size() <= LongestNote); });

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 0, 8, 0);
    bar->setSpacing(4);
    bar->addWidget(m_heading);
    bar->addStretch();
    for (QToolButton *button : {m_edit, m_write, m_preview, m_cancel, m_save})
        bar->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    show(Face::Nothing);
}

QToolButton *NoteEditor::makeButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void NoteEditor::setNote(const QString &subject, const QString &note)
{
    const bool isSame = subject == m_subject;
    if (isSame && note == m_note)
        return;
    if (!isSame && m_isEditing && m_text->toPlainText() != m_before)
        m_drafts.insert(m_subject, {m_before, m_text->toPlainText()});
    m_subject = subject;
    m_note = note;
    if (isSame && m_isEditing)
        return;
    m_isEditing = false;
    updateView(m_note);
    if (m_drafts.contains(subject) && m_isEditable)
        write(m_drafts.take(subject));
    else
        show(m_note.isEmpty() ? Face::Nothing : Face::Shown);
}

void NoteEditor::setEditable(bool editable)
{
    m_isEditable = editable;
    if (!m_isEditing)
        show(m_note.isEmpty() ? Face::Nothing : Face::Shown);
}

bool NoteEditor::isFolded() const
{
    return m_stack->isHidden();
}

void NoteEditor::updateView(const QString &markdown)
{
    if (MarkdownView::canShow(markdown))
        m_view->setMarkdownText(markdown);
    else
        m_view->setPlainText(markdown.left(LongestNote));
}

void NoteEditor::show(Face face)
{
    const bool isWriting = face == Face::Written || face == Face::Preview;
    m_heading->setText(face == Face::Nothing ? tr("No note") : tr("Note"));
    m_edit->setText(face == Face::Nothing ? tr("Add Note") : tr("Edit"));
    m_edit->setVisible(!isWriting && m_isEditable);
    m_write->setVisible(face == Face::Preview);
    m_preview->setVisible(face == Face::Written);
    m_cancel->setVisible(isWriting);
    m_save->setVisible(isWriting);
    if (face == Face::Preview)
        updateView(m_text->toPlainText());
    m_stack->setCurrentIndex(face == Face::Written ? 1 : 0);
    m_stack->setVisible(face != Face::Nothing);
    setVisible(m_isEditable || face != Face::Nothing);
    emit sizeChanged();
}

void NoteEditor::begin()
{
    write({m_note, m_note});
    m_text->setFocus();
}

void NoteEditor::write(const Draft &draft)
{
    m_isEditing = true;
    m_before = draft.before;
    m_text->setPlainText(draft.text);
    m_text->moveCursor(QTextCursor::End);
    show(Face::Written);
}

void NoteEditor::save()
{
    m_isEditing = false;
    const QString text = m_text->toPlainText();
    m_note = text; // as soon as the store has it; if it does not take it, setNote() says so
    updateView(text);
    show(text.isEmpty() ? Face::Nothing : Face::Shown);
    if (text != m_before)
        emit saved(m_before, text);
}

void NoteEditor::cancel()
{
    m_isEditing = false;
    updateView(m_note);
    show(m_note.isEmpty() ? Face::Nothing : Face::Shown);
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            if (m_save->isEnabled())
                save();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            cancel();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Assay
