// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cardcontent.h"

class QPlainTextEdit;
class QStackedWidget;

namespace Assay {

class MarkdownView;

// A text in Markdown, written in its place: a double-click begins, a click elsewhere or Ctrl+Return ends, Esc leaves it as
// it was.
class TextContent final : public CardContent
{
    Q_OBJECT

public:
    explicit TextContent(QWidget *parent = nullptr);

    void setSpec(const CardSpec &spec) override;
    void setView(RunView *) override {}
    void setHighlightedRun(const std::optional<RunRef> &) override {}

    void edit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool editorEvent(QEvent *event);
    void finish(bool takes);

    CardSpec m_spec;
    bool m_isEditing = false;
    QStackedWidget *m_stack;
    MarkdownView *m_text;
    QPlainTextEdit *m_editor;
};

} // namespace Assay
