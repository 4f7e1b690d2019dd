// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QUrl;

namespace Assay {

class MarkdownView;

// The user guide: its pages at the left, what they say at the right. Links lead from page to page; others are not followed.
class ManualDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Page {
        QString name;
        QString title;
        QString markdown;
    };

    explicit ManualDialog(const QList<Page> &pages, QWidget *parent = nullptr);

    void showPage(const QString &name); // nothing for an unknown one
    QString page() const;

private:
    void follow(const QUrl &link); // "views.md"
    void showCurrent(int row);

    QList<Page> m_pages;
    QListWidget *m_list;
    MarkdownView *m_text;
};

} // namespace Assay
