// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/textcontent.h"

#include "widgets/text/markdownview.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView TextKey{"text"};
constexpr qsizetype MostLength = 100'000;

} // namespace

TextContent::TextContent(QWidget *parent)
    : CardContent(parent), m_stack(new QStackedWidget), m_text(new MarkdownView), m_editor(new QPlainTextEdit)
{
    m_text->setObjectName(u"cardText"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->installEventFilter(this);
    m_text->installEventFilter(this);
    m_editor->setObjectName(u"cardTextEditor"_s);
    m_editor->setAccessibleName(tr("Text of the card, in Markdown"));
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setTabChangesFocus(true);
    m_editor->setFont(fixedFont(font()));
    m_editor->installEventFilter(this);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->addWidget(m_stack);
}

void TextContent::setSpec(const CardSpec &spec)
{
    m_spec = spec;
    const QString text = spec.options.value(TextKey).toString().left(MostLength);
    if (text.isEmpty())
        m_text->setMarkdownText(tr("*Double-click to write: headings, lists, **strong** words, tables.*"));
    else if (MarkdownView::canShow(text))
        m_text->setMarkdownText(text);
    else
        m_text->setPlainText(text);
}

void TextContent::edit()
{
    m_editor->setPlainText(m_spec.options.value(TextKey).toString());
    m_isEditing = true;
    m_stack->setCurrentWidget(m_editor);
    m_editor->setFocus(Qt::OtherFocusReason);
    m_editor->moveCursor(QTextCursor::End);
}

void TextContent::finish(bool takes)
{
    if (!std::exchange(m_isEditing, false))
        return; // hiding the editor takes its focus, which would end it once more
    m_stack->setCurrentWidget(m_text);
    const QString text = m_editor->toPlainText().left(MostLength);
    if (!takes || text == m_spec.options.value(TextKey).toString())
        return;
    CardSpec spec = m_spec;
    if (text.isEmpty())
        spec.options.remove(TextKey);
    else
        spec.options.insert(TextKey, text);
    setSpec(spec);
    Q_EMIT specChanged(spec);
}

bool TextContent::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor)
        return editorEvent(event);
    const bool begins = event->type() == QEvent::MouseButtonDblClick
        || (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return);
    if (begins) {
        edit();
        return true;
    }
    return CardContent::eventFilter(watched, event);
}

bool TextContent::editorEvent(QEvent *event)
{
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        finish(true);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool takes = key->modifiers().testFlag(Qt::ControlModifier) && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if (!takes && key->key() != Qt::Key_Escape)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        finish(takes);
    return true;
}

} // namespace Assay
