// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/preview/preview.h"

#include <QWidget>

class QFrame;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace Assay {

class ElidedLabel;
class ImageView;
class MarkdownView;
class PreviewTableView;
class TextView;

// One artifact: what it is, what one can do with it, what there is to know about it, and the thing itself in the view
// that suits it.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    // Nothing is chosen: a sentence about what to do.
    void clear(const QString &message);
    // `path` is chosen and being read. What was shown stays for a moment, so that nothing flickers.
    void setLoading(const QString &path);
    void setPreview(const QString &path, const Result<Preview> &preview);
    void setSaved(const QString &target); // a copy of what is shown
    bool isLoading() const { return m_isLoading; }

Q_SIGNALS:
    void saveRequested();
    void openFolderRequested();
    void copyPathRequested();
    void linkOpenRequested(const QUrl &link);

private:
    QWidget *makeBar();
    QFrame *makeNotice();
    QToolButton *makeAction(const QString &name, QLatin1StringView iconName, const QString &text);
    void connectViews();
    void showMessage(const QString &text, const QString &detail);
    void showContent(const Preview &preview);
    void showText(const TextPreview &text);
    void showNotes(const Preview &preview);
    void showLink(const QUrl &link);
    void updateTools();
    void updateZoom();
    QString caption(const Preview &preview) const;

    Preview m_preview;
    bool m_isLoading = false;
    ElidedLabel *m_name;
    QLabel *m_caption;
    QToolButton *m_wrap;
    QToolButton *m_source;
    QToolButton *m_fit;
    QToolButton *m_actual;
    QLabel *m_zoom;
    QList<QToolButton *> m_actions; // what needs a chosen file
    QFrame *m_notice;
    QLabel *m_noticeIcon;
    QLabel *m_noticeText;
    QFrame *m_linkBar;
    ElidedLabel *m_linkText;
    QToolButton *m_linkOpen;
    QStackedWidget *m_stack;
    QWidget *m_messagePage;
    QLabel *m_message;
    QLabel *m_messageDetail;
    TextView *m_text;
    MarkdownView *m_markdown;
    PreviewTableView *m_table;
    ImageView *m_image;
};

} // namespace Assay
