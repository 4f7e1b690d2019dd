// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace Assay {

class MarkdownView;

// The note of a run: shown as the Markdown that it is, written as text with a look at the result on the way.
class NoteEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);

    // `subject` says whose note it is. What is being written stays a draft of its subject, and is there again with it.
    void setNote(const QString &subject, const QString &note);
    void setEditable(bool editable);
    bool isEditing() const { return m_isEditing; }
    bool isFolded() const; // only its heading is there

Q_SIGNALS:
    // What the person wrote, and what stood there when they began.
    void saved(const QString &from, const QString &to);
    void sizeChanged(); // a note came or went

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Face { Nothing, Shown, Written, Preview };
    struct Draft {
        QString before; // what stood there when it was begun
        QString text;
    };

    void show(Face face);
    void begin();
    void write(const Draft &draft);
    void save();
    void cancel();
    void updateView(const QString &markdown);
    QToolButton *makeButton(const QString &name, const QString &text);

    QString m_subject;
    QString m_note;     // as the store has it
    QString m_before;   // when writing began
    QHash<QString, Draft> m_drafts; // by subject
    bool m_isEditable = false;
    bool m_isEditing = false;

    QLabel *m_heading;
    QToolButton *m_edit;
    QToolButton *m_write;
    QToolButton *m_preview;
    QToolButton *m_cancel;
    QToolButton *m_save;
    QStackedWidget *m_stack;
    MarkdownView *m_view;
    QPlainTextEdit *m_text;
};

} // namespace Assay
