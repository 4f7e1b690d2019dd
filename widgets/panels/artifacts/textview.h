// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <QPlainTextEdit>

namespace Assay {

class CodeHighlighter;

// A text to read: fixed font, line numbers, colours for code. What it gets is bounded already (models/preview), so that
// it is shown at once.
class TextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    void setPreview(const TextPreview &preview);
    void setBytes(const HexPreview &preview); // as a hex dump
    void setWrapped(bool wrapped);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class NumberBar;

    void show(const QString &text, const QString &language, bool numbered);
    void paintNumbers(QPaintEvent *event);
    void updateLook();
    int numberWidth() const;

    CodeHighlighter *m_highlighter;
    NumberBar *m_numbers;
    bool m_isNumbered = true;
};

} // namespace Assay
