// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace Assay {

// Markdown as it is meant, without anything that it could load: no pictures, no style sheets, no HTML. Links are told,
// never followed.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent = nullptr);

    // Whether laying it out takes no longer than one waits.
    static bool canShow(const QString &markdown);
    void setMarkdownText(const QString &markdown);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    void linkActivated(const QUrl &link);

private:
    void updateLook(QTextDocument &document) const;
};

} // namespace Assay
