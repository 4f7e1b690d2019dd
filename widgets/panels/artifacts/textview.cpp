// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/textview.h"

#include "widgets/panels/artifacts/codehighlighter.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxHighlighted = 400'000; // characters; beyond, colouring would be felt
constexpr int BytesPerLine = 16;

QString hexDump(const QByteArray &bytes)
{
    QString text;
    text.reserve(bytes.size() * 5);
    for (qsizetype at = 0; at < bytes.size(); at += BytesPerLine) {
        const QByteArray line = bytes.mid(at, BytesPerLine);
        QString printable;
        for (const char c : line)
            printable += c >= 0x20 && c < 0x7f ? QChar::fromLatin1(c) : QChar(u'·');
        text += u"%1  %2  %3\n"_s.arg(at, 8, 16, QChar(u'0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -(3 * BytesPerLine - 1))
                    .arg(printable);
    }
    text.chop(1);
    return text;
}

} // namespace

class TextView::NumberBar final : public QWidget
{
public:
    explicit NumberBar(TextView *view) : QWidget(view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }

private:
    TextView *m_view;
};

TextView::TextView(QWidget *parent) : QPlainTextEdit(parent), m_highlighter(new CodeHighlighter(nullptr)), m_numbers(new NumberBar(this))
{
    m_highlighter->setParent(this);
    setObjectName(u"previewText"_s);
    setAccessibleName(tr("Content of the file"));
    setReadOnly(true);
    setProperty("frameless", true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    updateLook();
}

void TextView::setPreview(const TextPreview &preview)
{
    show(preview.text, preview.language, true);
}

void TextView::setBytes(const HexPreview &preview)
{
    show(hexDump(preview.bytes), {}, false);
}

void TextView::show(const QString &text, const QString &language, bool numbered)
{
    // Attached when the text stands: colouring then happens once, and not at all for very long texts.
    m_highlighter->setDocument(nullptr);
    setPlainText(text.endsWith(u'\n') ? text.chopped(1) : text);
    m_isNumbered = numbered;
    m_highlighter->setLanguage(text.size() <= MaxHighlighted ? language : QString());
    m_highlighter->setDocument(document());
    setViewportMargins(numberWidth(), 0, 0, 0);
    m_numbers->setVisible(numbered);
    m_numbers->update();
}

void TextView::setWrapped(bool wrapped)
{
    setLineWrapMode(wrapped ? WidgetWidth : NoWrap);
}

int TextView::numberWidth() const
{
    if (!m_isNumbered)
        return 8;
    const int digits = std::max(3, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + 24;
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), viewport()->geometry().top(), numberWidth(), viewport()->height());
}

void TextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        updateLook();
}

void TextView::updateLook()
{
    setFont(fixedFont(QApplication::font()));
    m_highlighter->setPalette(palette());
    if (m_highlighter->document())
        m_highlighter->rehighlight();
}

void TextView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.setFont(font());
    painter.setPen(Theme::of(palette()).color(ColorRole::Muted));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        if (block.isVisible())
            painter.drawText(QRectF(0, rect.top(), m_numbers->width() - 12, fontMetrics().height()), Qt::AlignRight,
                             QString::number(block.blockNumber() + 1));
    }
}

} // namespace Assay
